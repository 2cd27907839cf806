// What a presale or sample order becomes (F4-2, F4-3d): the card of step 1, and the draft it opens.
// Hooks: data-name=conversion, convert-order; data-field=conversion.
import { type TemplateResult, html, nothing } from "lit";
import { call } from "../../api/call";
import type { OrderPage } from "../../api/commands";
import { button, card } from "../../kit/pieces";
import { go, href } from "../../kit/route";
import { kindWords } from "../../words/kinds";

/** Opens the OD draft of all that is known. Throws the refusal of the core. */
export async function convertOrder(id: number): Promise<void> {
  const draft = await call("convert_order", { id });
  go("orders", "draft", draft.key);
}

export interface ConversionParts {
  readonly page: OrderPage;
  /** Something typed is not saved yet. */
  readonly edited: boolean;
  readonly busy: boolean;
  readonly convert: () => void;
}

export function conversionCard(parts: ConversionParts): TemplateResult | typeof nothing {
  const { page, edited } = parts;
  const { conversion } = page;
  if (conversion === null) return nothing;
  const words = kindWords();
  const presale = page.kind === "op";
  const why = page.state === "converted" ? words.whole : edited ? words.edited : conversion.open ? (presale ? words.presaleText : words.sampleText) : words.notConfirmed;
  const left = conversion.rest === null ? words.restUnknown : words.rest(conversion.rest);
  const figures = presale && page.state !== "converted" ? [left, conversion.parts.length === 0 ? "" : words.converted(conversion.converted)].filter((text) => text !== "").join(" · ") : "";
  return html`<div data-name="conversion">${card({
    title: words.title,
    note: html`${figures === "" ? nothing : html`<b data-name="rest">${figures}</b>`}${page.state === "converted"
      ? nothing
      : html`<span data-field="conversion" tabindex="-1">${button({ label: words.convert, name: "convert-order", why: words.convertHint, disabled: !conversion.open || edited || parts.busy, onClick: parts.convert })}</span>`}`,
    body: html`<p class="quiet is-prose">${why}</p>${conversion.parts.length === 0
      ? html`<p class="quiet">${words.none}</p>`
      : html`<table class="table is-bare"><thead><tr><th>${words.parts.number}</th><th class="is-number">${words.parts.quantity}</th></tr></thead>
          <tbody>${conversion.parts.map((part) => html`<tr><td><a href=${href("orders", part.order.id)}>${part.order.number}</a></td><td class="is-number">${part.quantity}</td></tr>`)}</tbody></table>`}`,
  })}</div>`;
}
