// What every field shares: label, star, marks, the line under it (problem, warning, what was understood, or a hint),
// and the event `typed` with {name, value}. Screens use the elements dk-field, dk-multiline, dk-choice, dk-combo, dk-check.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { kitWords } from "../../words/kit";
import { LightElement, freshId } from "../element";

/** A small sign beside the label: "需再确认" (amber) or "①" (red). */
export interface FieldMark {
  readonly text: string;
  readonly tone: "amber" | "red" | "accent";
}

/** `event.detail` of `typed`. */
export interface Typed {
  readonly name: string;
  readonly value: string;
}

export type TypedEvent = CustomEvent<Typed>;

/** A list its host makes anew at every key is the same while it says the same: of a hundred fields only the one typed into is drawn again. */
export const saysOtherwise = (now: unknown, before: unknown): boolean => now !== before && JSON.stringify(now) !== JSON.stringify(before);

export abstract class FieldElement extends LightElement {
  /** Path of the field ("component:c1.grammage"); comes back in every event and is what `landOn` finds. */
  @property() name = "";
  @property() label = "";
  /** The text as typed, from the host. */
  @property() value = "";
  /** Which record this shows; when it changes, the field takes `value` whatever was typed before. */
  @property() record = "";
  @property({ type: Boolean }) required = false;
  @property({ type: Boolean }) disabled = false;
  /** Shown as plain text, never typed into. */
  @property({ type: Boolean }) readonly = false;
  /** How the core understood the text. */
  @property() understood = "";
  /** Words of what is wrong; ties to the input by aria-describedby. */
  @property() problem = "";
  /** Words of what looks odd; it keeps nothing back. */
  @property() warning = "";
  /** A quiet word when there is none of these. */
  @property() hint = "";
  @property() unit = "";
  @property({ attribute: false, hasChanged: saysOtherwise }) marks: readonly FieldMark[] = [];
  /** Clause shown on F1 ("4.1.1"). */
  @property({ reflect: true, attribute: "data-clause" }) clause = "";
  /** Columns of the form grid this takes (1 to 4). */
  @property({ type: Number, reflect: true }) span = 1;

  protected readonly inputId = freshId("field");

  protected get noteId(): string {
    return `${this.inputId}-note`;
  }

  protected emit(value: string, kind: "typed" | "settled" = "typed"): void {
    this.dispatchEvent(new CustomEvent<Typed>(kind, { detail: { name: this.name, value }, bubbles: true, composed: true }));
  }

  override focus(options?: FocusOptions): void {
    this.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select, button")?.focus(options);
  }

  protected override updated(_changed: PropertyValues): void {
    this.classList.toggle("has-problem", this.problemShown !== "");
    if (this.dataset["field"] !== this.name) this.dataset["field"] = this.name;
  }

  protected frame(control: unknown, labelFor: string | undefined = this.inputId): TemplateResult {
    return html`<div class="field">
      <div class="field-head">
        ${labelFor === undefined ? html`<span id="${this.inputId}-label" class="field-label">${this.labelText()}</span>` : html`<label for=${labelFor} class="field-label">${this.labelText()}</label>`}
        ${this.marks.map((mark) => html`<span class="mark mark-${mark.tone}">${mark.text}</span>`)}
      </div>
      ${control}
      ${this.note()}
    </div>`;
  }

  /** What is wrong, as far as it is time to say so. */
  protected get problemShown(): string {
    return this.problem;
  }

  protected labelText(): TemplateResult {
    return html`${this.label}${this.unit === "" ? nothing : html`<span class="unit">${this.unit}</span>`}${this.required
      ? html`<span class="star" aria-hidden="true">*</span><span class="unseen">${kitWords().required}</span>`
      : nothing}`;
  }

  protected note(): TemplateResult {
    if (this.problemShown !== "") return html`<p class="field-note is-problem" id=${this.noteId} role="alert" title=${this.problemShown}>${this.problemShown}</p>`;
    if (this.warning !== "") return html`<p class="field-note is-warning" id=${this.noteId} role="status" title=${this.warning}>${this.warning}</p>`;
    if (this.understood !== "") return html`<p class="field-note is-understood" id=${this.noteId}>${this.understood}</p>`;
    return html`<p class="field-note" id=${this.noteId}>${this.hint}</p>`;
  }
}
