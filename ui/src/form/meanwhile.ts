// What another desk saved while somebody typed here: both sides of each place both changed, and what was taken over.
//   ${meanwhileNotice({ form, met, label, over })}   hooks: data-name=meanwhile, save-over; data-row=PATH
import { type TemplateResult, html, nothing } from "lit";
import type { OrderForm } from "../api/commands";
import { Refusal } from "../api/refusal";
import { button, notice } from "../kit/pieces";
import { refusalWords } from "../words/errors";
import { pageWords } from "../words/order_page";
import { saidAt } from "./field_catalogue";
import { placeName } from "./place_name";
import type { Rebased } from "./rebasing";

export interface MeanwhileParts {
  readonly form: OrderForm;
  readonly met: Rebased;
  /** What the button says: it saves, or proposes, what stands in the form now. */
  readonly label: string;
  readonly busy: boolean;
  readonly over: () => void;
}

export function meanwhileNotice(parts: MeanwhileParts): TemplateResult {
  const words = pageWords().meanwhile;
  const { clashes, taken } = parts.met;
  const said = (path: string, text: string): string => (text === "" ? (path.includes(".") ? words.empty : words.removed) : saidAt(path, text));
  return html`<div data-name="meanwhile">${notice({
    tone: "red",
    title: refusalWords(new Refusal("changed_meanwhile", {}, true)).title,
    text: clashes.length === 0 ? words.noClash : words.clash,
    actions: button({ label: parts.label, name: "save-over", busy: parts.busy, onClick: parts.over }),
  })}${clashes.length === 0
    ? nothing
    : html`<table class="table is-wrapping is-bare"><thead><tr><th>${words.place}</th><th class="is-wide">${words.mine}</th><th class="is-wide">${words.theirs}</th></tr></thead>
        <tbody>${clashes.map((clash) => html`<tr data-row=${clash.path}><td>${placeName(parts.form, clash.path)}</td><td class="is-new">${said(clash.path, clash.mine)}</td><td>${said(clash.path, clash.theirs)}</td></tr>`)}</tbody></table>`}
    ${taken.length === 0 ? nothing : html`<p class="quiet is-prose" data-name="taken-over">${words.taken(taken.map((path) => placeName(parts.form, path)).join(words.comma))}</p>`}</div>`;
}
