// <dk-field-finder .form=${form} @chosen=${(event) => event.detail is a path}>: one comes for a single field and asks for it by name, by
// the name's initials or by what stands there: one line over the form. Ctrl G brings it, Esc sends it away; @left says it is gone.
import { type TemplateResult, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { OrderForm } from "../../api/commands";
import { composes } from "../../kit/composing";
import { LightElement } from "../../kit/element";
import "../../kit/fields/combo_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import { formWords } from "../../words/order_form";
import { type RowLevel, fieldsOf, kindHas, kindHasRows, kindOfForm, pathOf } from "./field_catalogue";
import { rowsOf, textAt } from "./form_edits";
import { placeName } from "./place_name";

const ROWS: readonly RowLevel[] = ["component", "finishing", "drop", "instalment", "service"];

/** Every field of the form that its kind has, in the order in which it is shown. */
function placesOf(form: OrderForm): readonly string[] {
  const kind = kindOfForm(form);
  const single = (["order", "product"] as const).flatMap((level) => fieldsOf(level).filter((field) => kindHas(kind, field)).map((field) => pathOf(level, field.key)));
  const rows = ROWS.filter((level) => kindHasRows(kind, level)).flatMap((level) => rowsOf(form, level).flatMap((row) => fieldsOf(level).map((field) => pathOf(level, field.key, row.key))));
  return [...single, ...rows];
}

@customElement("dk-field-finder")
export class FieldFinder extends LightElement {
  @property({ attribute: false }) form: OrderForm | undefined;

  protected override render(): TemplateResult {
    const words = formWords();
    const form = this.form;
    const options = form === undefined ? [] : placesOf(form).map((path) => ({ value: path, label: placeName(form, path), detail: textAt(form, path) }));
    return html`<div @keydown=${{ handleEvent: this.#onKey, capture: true }} @focusout=${() => this.#leave()}><dk-combo name="change.find" .label=${words.find} .placeholder=${words.findHint} .options=${options} @typed=${(event: TypedEvent) => {
      event.stopPropagation();
      if (event.detail.value !== "") this.dispatchEvent(new CustomEvent<string>("chosen", { detail: event.detail.value }));
    }}></dk-combo></div>`;
  }

  override focus(): void {
    this.querySelector<HTMLElement>("input")?.focus({ preventScroll: true });
  }

  #leave(): void {
    this.dispatchEvent(new CustomEvent("left"));
  }

  /** Before the list: one Esc is enough to be back where one was. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || composes(event)) return;
    event.preventDefault();
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent("dismissed"));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-field-finder": FieldFinder;
  }
}
