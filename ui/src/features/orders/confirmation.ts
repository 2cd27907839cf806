// The card of the read-back: whether the customer agreed to what stands now, the record sheet, the form for an answer, all answers.
import { type TemplateResult, html, nothing } from "lit";
import type { ConfirmationEntry, OrderPage, Paper } from "../../api/commands";
import { desk } from "../../api/desk";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, chip } from "../../kit/pieces";
import { showEvidence } from "../../signing/evidence_shown";
import { wordOf } from "../../words/language";
import { readMoment } from "../../words/moments";
import { pageWords } from "../../words/order_page";
import { shortTime } from "../../words/times";
import { rests } from "../../form/rests";
import { isClosed } from "./order_state";

export interface ConfirmationValues {
  readonly who: string;
  readonly at: string;
  readonly how: string;
  readonly result: string;
  readonly note: string;
  /** Codes of what was verified, with commas (F1-05). */
  readonly ticked: string;
}

export interface ConfirmationParts {
  readonly page: OrderPage;
  readonly values: ConfirmationValues;
  /** Changes when an answer was recorded: the fields begin anew. */
  readonly record: string;
  readonly problems: Partial<Record<keyof ConfirmationValues, string>>;
  /** What shows a written yes, where this is one. */
  readonly evidence: TemplateResult | typeof nothing;
  readonly edited: boolean;
  readonly busy: boolean;
  readonly change: (name: keyof ConfirmationValues, text: string) => void;
  readonly confirm: () => void;
  readonly verify: () => void;
  readonly sheet: () => void;
  /** Shows the record kept with a yes that was spoken. */
  readonly recordOf: (paper: Paper) => void;
}

export function confirmationCard(parts: ConfirmationParts): TemplateResult {
  const words = pageWords().intake;
  const { confirmation } = parts.page;
  const stale = confirmation.stalePaths.length;
  const released = parts.page.sheet !== null;
  const verdict = confirmation.upToDate || (released && stale > 0) ? chip(confirmation.upToDate ? words.upToDate : words.changedBySheet(stale), "green") : chip(stale > 0 && confirmation.entries.length > 0 ? words.stale(stale) : words.notYet, "amber");
  const needed = !confirmation.upToDate && !isClosed(parts.page);
  return card({
    title: words.confirmTitle,
    id: "card-confirmation",
    note: html`${verdict}${rests(parts.page) ? nothing : button({ label: words.recordSheet, name: "record-sheet", onClick: parts.sheet, busy: parts.busy })}`,
    body: html`${entries(parts)}${verified(parts.page)}
      ${needed ? answerForm(parts) : nothing}${!needed && !released && !rests(parts.page) && openItems(parts.page).length > 0 ? verifyForm(parts) : nothing}`,
  });
}

/** What is still to be verified, where the house asks for it. */
export const openItems = (page: OrderPage): readonly string[] => (page.verification.required ? page.verification.items.filter((item) => !item.holds).map((item) => item.item) : []);

/** What was verified, by whom and when; what changed since asks again. */
function verified(page: OrderPage): TemplateResult | typeof nothing {
  const words = pageWords().intake;
  const { required, items } = page.verification;
  const given = items.filter((item) => item.by !== "");
  if (!required || given.length === 0) return nothing;
  const latest = given.reduce((last, item) => (item.at > last.at ? item : last));
  return html`<p class="verified" data-name="verified"><span class="quiet">${words.verifyTitle}</span>${items.map((item) => chip(wordOf(words.verifyItems, item.item), item.holds ? "green" : page.sheet !== null ? "quiet" : "amber"))}<span class="quiet">${latest.by} ${shortTime(latest.at)} ${(words.hows as Readonly<Record<string, string>>)[latest.how] ?? latest.how}</span></p>`;
}

/** One tick for all, and one for each: given while the order is read back, never before. */
function ticks(parts: ConfirmationParts): TemplateResult | typeof nothing {
  const words = pageWords().intake;
  const open = openItems(parts.page);
  if (open.length === 0) return nothing;
  const ticked = new Set(parts.values.ticked.split(",").filter((item) => open.includes(item)));
  const set = (items: readonly string[]) => (event: TypedEvent): void => {
    event.stopPropagation();
    const next = new Set(ticked);
    for (const item of items) event.detail.value === "" ? next.delete(item) : next.add(item);
    parts.change("ticked", [...next].join(","));
  };
  const box = (name: string, label: string, items: readonly string[]): TemplateResult => html`<dk-check name=${name} .record=${`${parts.record}-${parts.values.ticked}`} .label=${label} .value=${items.every((item) => ticked.has(item)) ? "1" : ""} clause="F1-05" @typed=${set(items)}></dk-check>`;
  return html`<div class="ticks" span="4" role="group" aria-label=${words.verifyTitle}><span class="quiet">${words.verifyTitle}</span>
    ${open.length > 1 ? box("verify.all", words.verifyAll, open) : nothing}${open.map((item) => box(`verify.${item}`, wordOf(words.verifyItems, item), [item]))}</div>`;
}

/** The customer agreed, and something was not verified yet: the ticks by themselves. */
function verifyForm(parts: ConfirmationParts): TemplateResult {
  const words = pageWords().intake;
  if (parts.edited) return html`<p class="quiet is-prose" tabindex="-1">${words.blockedByEdits}</p>`;
  const options = Object.entries(words.hows).map(([value, label]) => ({ value, label }));
  return form({
    label: words.verifyTitle,
    onSubmit: parts.verify,
    body: html`${ticks(parts)}<div class="fields">
      <dk-choice filled name="confirmation.how" .record=${parts.record} .label=${words.verifyHow} .value=${parts.values.how} .options=${options} @typed=${(event: TypedEvent) => { event.stopPropagation(); parts.change("how", event.detail.value); }}></dk-choice>
      <div class="field-button is-start">${button({ label: words.verify, main: true, busy: parts.busy, disabled: parts.values.ticked === "", name: "verify-order" })}</div>
    </div>`,
  });
}

function answerForm(parts: ConfirmationParts): TemplateResult {
  const words = pageWords().intake;
  const { values, problems } = parts;
  if (parts.edited) return html`<p class="quiet is-prose" data-field="confirmation" tabindex="-1">${words.blockedByEdits}</p>`;
  const set = (name: keyof ConfirmationValues) => (event: TypedEvent): void => {
    event.stopPropagation();
    parts.change(name, event.detail.value);
  };
  const at = readMoment(values.at, desk()?.today ?? "");
  const options = (table: Readonly<Record<string, string>>): readonly { value: string; label: string }[] => Object.entries(table).map(([value, label]) => ({ value, label }));
  return form({
    label: words.confirmTitle,
    onSubmit: parts.confirm,
    body: html`<p class="quiet is-prose">${words.confirmText}</p><div class="fields confirmation">
      <dk-field required name="confirmation.who" data-begin .record=${parts.record} .label=${words.who} .value=${values.who} .problem=${problems.who ?? ""} clause="4.1.2" @typed=${set("who")}></dk-field>
      <dk-field required kind="time" name="confirmation.at" .record=${parts.record} .label=${words.at} .value=${values.at} .understood=${at === undefined ? "" : shortTime(at)} .problem=${problems.at ?? ""} @typed=${set("at")}></dk-field>
      <dk-choice filled name="confirmation.how" .record=${parts.record} .label=${words.how} .value=${values.how} .options=${options(words.hows)} @typed=${set("how")}></dk-choice>
      <dk-choice required filled look="radio" name="confirmation.result" .record=${parts.record} .label=${words.result} .value=${values.result} .problem=${problems.result ?? ""} .options=${options(words.results)} @typed=${set("result")}></dk-choice>
      ${ticks(parts)}
      ${parts.evidence === nothing ? nothing : html`<div span="4">${parts.evidence}</div>`}
      <dk-field name="confirmation.note" .span=${3} .record=${parts.record} .label=${words.note} .value=${values.note} @typed=${set("note")}></dk-field>
      <div class="field-button">${button({ label: words.record, main: true, busy: parts.busy, name: "record-confirmation" })}</div>
    </div>`,
  });
}

function entries({ page, recordOf }: ConfirmationParts): TemplateResult | typeof nothing {
  const words = pageWords().intake;
  const lines = page.confirmation.entries;
  if (lines.length === 0) return nothing;
  const heads = words.columns;
  const word = (table: Readonly<Record<string, string>>, code: string): string => table[code] ?? code;
  return html`<table class="table is-wrapping is-bare" data-name="confirmations"><thead><tr><th>${heads.at}</th><th>${heads.who}</th><th>${heads.how}</th><th>${heads.result}</th><th class="is-wide">${heads.note}</th><th>${heads.by}</th></tr></thead>
    <tbody>${lines.map((line) => html`<tr class=${line.stale ? "is-past" : ""}><td>${shortTime(line.at)}</td><td>${line.who}</td><td>${word(words.hows, line.how)}</td><td>${chip(word(words.results, line.result), line.result === "agreed" && !line.stale ? "green" : "quiet")}${line.stale ? html` <small>${words.staleEntry}</small>` : nothing}</td><td>${line.note ?? ""}${shown(line)}${keptRecord(line, recordOf)}</td><td>${line.recordedBy}</td></tr>`)}</tbody></table>`;
}

/** The record that was read back, kept with a yes that was only spoken. */
function keptRecord({ paper }: ConfirmationEntry, show: (paper: Paper) => void): TemplateResult | typeof nothing {
  return paper === null ? nothing : html` <button type="button" class="link" data-name="record-of-yes" @click=${() => show(paper)}>${pageWords().intake.recordOfYes}</button>`;
}

/** What there is to show of a written yes. */
function shown({ evidence, signature }: ConfirmationEntry): TemplateResult | typeof nothing {
  const words = pageWords().intake;
  if (evidence === null || signature === null) return nothing;
  if (evidence === 0) return html` ${chip(words.evidenceLacks, "amber")}`;
  const show = (event: Event): void => { if (event.currentTarget !== null) showEvidence(event.currentTarget, signature); };
  return html` <button type="button" class="link" data-name="show-evidence-${signature}" @click=${show}>${words.evidence(evidence)}</button>`;
}
