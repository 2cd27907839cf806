// <dk-field-finder .form=${form} @chosen=${(event) => event.detail is a path}>: one comes for a single field and asks for it by name, by
// the name's initials or by what stands there: one line over the form. Ctrl G brings it, Esc sends it away; @left says it is gone.
import { type TemplateResult, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { OrderForm } from "../../api/commands";
import { composes } from "../../kit/composing";
import { LightElement } from "../../kit/element";
import type { ComboField } from "../../kit/fields/combo_field";
import "../../kit/fields/combo_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import { formWords } from "../../words/order_form";
import { type RowLevel, fieldsOf, isAsked, kindHasRows, kindOfForm, pathOf, saidAt } from "../../form/field_catalogue";
import { rowsOf, textAt } from "../../form/form_edits";
import { placeName } from "../../form/place_name";

const ROWS: readonly RowLevel[] = ["component", "finishing", "drop", "instalment", "service"];

/** Every field of the form that its kind has, in the order in which it is shown. */
function placesOf(form: OrderForm): readonly string[] {
  const kind = kindOfForm(form);
  const single = (["order", "product"] as const).flatMap((level) => fieldsOf(level).filter((field) => isAsked(form, field)).map((field) => pathOf(level, field.key)));
  const rows = ROWS.filter((level) => kindHasRows(kind, level)).flatMap((level) => rowsOf(form, level).flatMap((row) => fieldsOf(level).map((field) => pathOf(level, field.key, row.key))));
  return [...single, ...rows];
}

/** The lists themselves: where a row is added. */
function listsOf(form: OrderForm): readonly { value: string; label: string }[] {
  const words = formWords();
  const cards: Readonly<Record<RowLevel, string>> = { component: words.cards.components, finishing: words.cards.finishing, drop: words.cards.drops, instalment: words.cards.payment, service: words.cards.services };
  return ROWS.filter((level) => kindHasRows(kindOfForm(form), level)).map((level) => ({ value: level, label: `${cards[level]} · ${words.add[level]}` }));
}

/** What stands there, in words. */
function said(form: OrderForm, path: string): string {
  return saidAt(path, textAt(form, path));
}

@customElement("dk-field-finder")
export class FieldFinder extends LightElement {
  @property({ attribute: false }) form: OrderForm | undefined;
  /** It was called: it is left by Esc, and Tab goes back. One that stands on the page is passed like any field. */
  @property({ type: Boolean }) called = false;
  @state() private asked = 0;

  protected override render(): TemplateResult {
    const words = formWords();
    const form = this.form;
    const options = form === undefined ? [] : [...placesOf(form).map((path) => ({ value: path, label: placeName(form, path), detail: said(form, path) })), ...listsOf(form)];
    return html`<div @keydown=${{ handleEvent: this.#onKey, capture: true }} @focusout=${() => this.#leave()}><dk-combo name="change.find" .record=${String(this.asked)} .label=${words.find} .placeholder=${words.findHint} .options=${options} @typed=${(event: TypedEvent) => {
      event.stopPropagation();
      if (event.detail.value === "") return;
      // It is answered: the next question begins empty.
      (event.currentTarget as ComboField).value = "";
      this.asked += 1;
      this.dispatchEvent(new CustomEvent<string>("chosen", { detail: event.detail.value }));
    }}></dk-combo></div>`;
  }

  override focus(): void {
    this.querySelector<HTMLElement>("input")?.focus({ preventScroll: true });
  }

  #leave(): void {
    this.dispatchEvent(new CustomEvent("left"));
  }

  /** Before the list: one Esc is enough to be back where one was, and Enter or Tab on nothing loses no place. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (composes(event) || !["Escape", "Enter", "Tab"].includes(event.key)) return;
    if (!this.called && event.key !== "Enter") return;
    if (event.key !== "Escape" && this.querySelector<ComboField>("dk-combo")?.lit === true) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key !== "Enter") this.dispatchEvent(new CustomEvent("dismissed"));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-field-finder": FieldFinder;
  }
}
