// The quiet column beside the form: what is reckoned, what is wrong, what is still empty. Every line lands on its field.
//   ${reckonedCards(reckoning, form, (path) => …)}
import { type TemplateResult, html, nothing } from "lit";
import type { OrderForm, Reckoning } from "../../api/commands";
import { card } from "../../kit/pieces";
import { fieldWords } from "../../words/errors";
import { language } from "../../words/language";
import { formWords } from "../../words/order_form";
import { placeName } from "../../form/place_name";

const MOST = 8;

export interface Wrong {
  readonly path: string;
  readonly text: string;
}

/** Everything the core does not understand or finds contradictory. */
export const wrongs = (reckoning: Reckoning | undefined): readonly Wrong[] =>
  Object.entries(reckoning?.fields ?? {}).flatMap(([path, { problem }]) => (problem === null ? [] : [{ path, text: fieldWords(problem.code, problem.params) }]));

export function reckonedCards(reckoning: Reckoning | undefined, form: OrderForm, land: (path: string) => void): TemplateResult {
  const words = formWords();
  const wrong = wrongs(reckoning);
  const odd = reckoning?.warnings ?? [];
  const missing = reckoning?.missing ?? [];
  const place = (path: string, text: string): TemplateResult => html`<li><button type="button" class="place-link" data-land=${path} @click=${() => land(path)}><span>${placeName(form, path)}</span>${text === "" ? nothing : html`<small>${text}</small>`}</button></li>`;
  const list = (title: string, tone: string, rows: readonly Wrong[]): TemplateResult | typeof nothing =>
    rows.length === 0 ? nothing : html`<h3 class="place-title is-${tone}">${title} <b>${rows.length}</b></h3><ul class="place-list">${rows.slice(0, MOST).map((row) => place(row.path, row.text))}</ul>${rows.length <= MOST ? nothing : html`<p class="quiet place-more">${words.missingMore(rows.length - MOST)}</p>`}`;
  return html`${card({ title: words.computed, body: computedLines(reckoning, form) })}
    ${card({
      title: words.stillMissing,
      note: missing.length === 0 ? nothing : words.missingCount(missing.length),
      flush: true,
      body: html`<div class="places">${list(words.problems, "red", wrong)}${list(words.toLookAt, "amber", odd.map((each) => ({ path: each.path, text: fieldWords(each.code, each.params) })))}
        ${list(words.stillMissing, "quiet", missing.map((path) => ({ path, text: "" })))}
        ${wrong.length + odd.length + missing.length === 0 ? html`<p class="quiet place-more">${words.nothingWrong}</p>` : nothing}</div>`,
    })}`;
}

function computedLines(reckoning: Reckoning | undefined, form: OrderForm): TemplateResult {
  const words = formWords();
  const computed = reckoning?.computed ?? {};
  const lines: readonly (readonly [string, string | undefined])[] = [
    [words.product, computed["order.product_amount"]],
    [words.servicesTotal, computed["services.total"]],
    [words.amount, computed["order.amount"]],
    [words.capitals, language() === "en" ? undefined : computed["order.amount_in_capitals"]],
    [words.printed, computed["product.printed_quantity"]],
    [words.totalPages, computed["product.total_pages"]],
    [words.spine, computed["product.spine"]],
    ...form.components.flatMap((row) => {
      const sheets = computed[`component:${row.key}.total_sheets`];
      const plates = computed[`component:${row.key}.plates`];
      const reams = computed[`component:${row.key}.reams`];
      if (sheets === undefined) return [];
      const detail = [plates === undefined ? "" : `${words.figures.plates} ${plates}`, reams === undefined ? "" : `${words.figures.reams} ${reams}`].filter(Boolean).join(" · ");
      return [[`${row.values["name"] || words.rowNames.component} · ${words.sheets}`, detail === "" ? sheets : `${sheets} (${detail})`] as const];
    }),
  ];
  const known = lines.filter(([, value]) => value !== undefined && value !== "");
  if (known.length === 0) return html`<p class="quiet is-prose">${words.nothingComputed}</p>`;
  return html`<dl class="figures">${known.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}
