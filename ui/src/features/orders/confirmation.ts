// The card of the read-back: whether the customer agreed to what stands now, the record sheet, the form for an answer, all answers.
import { type TemplateResult, html, nothing } from "lit";
import type { OrderPage } from "../../api/commands";
import { desk } from "../../api/desk";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, chip } from "../../kit/pieces";
import { readMoment } from "../../words/moments";
import { pageWords } from "../../words/order_page";
import { shortTime } from "../../words/times";
import { isClosed } from "./order_state";

export interface ConfirmationValues {
  readonly who: string;
  readonly at: string;
  readonly how: string;
  readonly result: string;
  readonly note: string;
}

export interface ConfirmationParts {
  readonly page: OrderPage;
  readonly values: ConfirmationValues;
  /** Changes when an answer was recorded: the fields begin anew. */
  readonly record: string;
  readonly problems: Partial<Record<keyof ConfirmationValues, string>>;
  readonly edited: boolean;
  readonly busy: boolean;
  readonly change: (name: keyof ConfirmationValues, text: string) => void;
  readonly confirm: () => void;
  readonly sheet: () => void;
}

export function confirmationCard(parts: ConfirmationParts): TemplateResult {
  const words = pageWords().intake;
  const { confirmation, state } = parts.page;
  const stale = confirmation.stalePaths.length;
  const released = state === "released";
  const verdict = confirmation.upToDate || (released && stale > 0) ? chip(confirmation.upToDate ? words.upToDate : words.changedBySheet(stale), "green") : chip(stale > 0 && confirmation.entries.length > 0 ? words.stale(stale) : words.notYet, "amber");
  const needed = !confirmation.upToDate && !isClosed(parts.page);
  return card({
    title: words.confirmTitle,
    id: "card-confirmation",
    note: html`${verdict}${button({ label: words.recordSheet, name: "record-sheet", onClick: parts.sheet, busy: parts.busy })}`,
    body: html`${entries(parts.page)}
      ${needed ? answerForm(parts) : nothing}`,
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
      <dk-field name="confirmation.note" .span=${3} .record=${parts.record} .label=${words.note} .value=${values.note} @typed=${set("note")}></dk-field>
      <div class="field-button">${button({ label: words.record, main: true, busy: parts.busy, name: "record-confirmation" })}</div>
    </div>`,
  });
}

function entries(page: OrderPage): TemplateResult | typeof nothing {
  const words = pageWords().intake;
  const lines = page.confirmation.entries;
  if (lines.length === 0) return nothing;
  const heads = words.columns;
  const word = (table: Readonly<Record<string, string>>, code: string): string => table[code] ?? code;
  return html`<table class="table is-wrapping is-bare" data-name="confirmations"><thead><tr><th>${heads.at}</th><th>${heads.who}</th><th>${heads.how}</th><th>${heads.result}</th><th class="is-wide">${heads.note}</th><th>${heads.by}</th></tr></thead>
    <tbody>${lines.map((line) => html`<tr class=${line.stale ? "is-past" : ""}><td>${shortTime(line.at)}</td><td>${line.who}</td><td>${word(words.hows, line.how)}</td><td>${chip(word(words.results, line.result), line.result === "agreed" && !line.stale ? "green" : "quiet")}${line.stale ? html` <small>${words.staleEntry}</small>` : nothing}</td><td>${line.note ?? ""}</td><td>${line.recordedBy}</td></tr>`)}</tbody></table>`;
}
