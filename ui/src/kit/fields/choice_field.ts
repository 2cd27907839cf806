// <dk-choice .label=${…} .value=${code} .options=${[{ value, label }]} look="radio" @typed=${…}></dk-choice>
// One of a few: a native select, or a radio group (look="radio", for two to five). Answers the option's value.
// <dk-check .label=${…} .value=${"1" | ""}> answers "1" or "".
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { kitWords } from "../../words/kit";
import { OwnedText } from "../owned_text";
import { FieldElement, saysOtherwise } from "./field_base";

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

/** A closed list would be changed by the page keys, unseen; they turn the screen as everywhere else. */
function turnScreen(event: KeyboardEvent): void {
  if (event.key !== "PageDown" && event.key !== "PageUp") return;
  const screen = (event.currentTarget as Element).closest(".dialog-body, .screen");
  event.preventDefault();
  screen?.scrollBy({ top: (event.key === "PageDown" ? 0.9 : -0.9) * screen.clientHeight });
}

/** What is chosen belongs to the person while the field has the focus, as typed text does. */
abstract class ChosenField extends FieldElement {
  protected readonly owned = new OwnedText();

  constructor() {
    super();
    this.addEventListener("focusin", () => { this.owned.focused = true; });
    this.addEventListener("focusout", () => {
      if (this.owned.leave()) this.requestUpdate();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("value") || changed.has("record")) this.owned.offer(this.record, this.value);
  }

  /** What stands there now. */
  get chosen(): string {
    return this.owned.text;
  }

  protected take(value: string): void {
    this.owned.type(value);
    this.requestUpdate();
    this.emit(value);
    this.emit(value, "settled");
  }
}

@customElement("dk-choice")
export class ChoiceField extends ChosenField {
  @property({ attribute: false, hasChanged: saysOtherwise }) options: readonly Option[] = [];
  @property() look: "select" | "radio" = "select";
  /** A select offers an empty first line ("请选择") unless something must always be chosen. */
  @property({ type: Boolean }) filled = false;

  protected override render(): TemplateResult {
    return this.look === "radio" ? this.#radios() : this.#select();
  }

  #select(): TemplateResult {
    const known = this.options.some((option) => option.value === this.chosen);
    return this.frame(html`<select
      id=${this.inputId}
      class="control"
      name=${this.name}
      ?disabled=${this.disabled || this.readonly}
      aria-required=${this.required ? "true" : nothing}
      aria-invalid=${this.problem === "" ? nothing : "true"}
      aria-describedby=${this.noteId}
      @change=${(event: Event) => this.take((event.target as HTMLSelectElement).value)}
      @keydown=${turnScreen}
    >
      ${this.filled && known ? nothing : html`<option value="" .selected=${this.chosen === ""}>${kitWords().choose}</option>`}
      ${known || this.chosen === "" ? nothing : html`<option value=${this.chosen} .selected=${true}>${this.chosen}</option>`}
      ${this.options.map((option) => html`<option value=${option.value} ?disabled=${option.disabled ?? false} .selected=${option.value === this.chosen}>${option.label}</option>`)}
    </select>`);
  }

  #radios(): TemplateResult {
    // Of an unanswered question the first answer is where one comes in, from either side: the last is often the gravest.
    const unanswered = !this.options.some((option) => option.value === this.chosen);
    return this.frame(
      html`<div class="radios" role="radiogroup" aria-labelledby="${this.inputId}-label" aria-describedby=${this.noteId} aria-required=${this.required ? "true" : nothing} aria-invalid=${this.problem === "" ? nothing : "true"}>
        ${this.options.map(
          (option, index) => html`<label class="radio">
            <input type="radio" tabindex=${unanswered && index > 0 ? "-1" : nothing} name=${this.inputId} value=${option.value} .checked=${option.value === this.chosen} ?disabled=${this.disabled || this.readonly || (option.disabled ?? false)} @change=${() => this.take(option.value)} />
            <span>${option.label}</span>
          </label>`,
        )}
      </div>`,
      undefined,
    );
  }

  override focus(options?: FocusOptions): void {
    const chosen = this.querySelector<HTMLElement>("input:checked");
    if (chosen === null) super.focus(options);
    else chosen.focus(options);
  }
}

@customElement("dk-check")
export class CheckField extends ChosenField {
  protected override render(): TemplateResult {
    return html`<div class="field field-check">
      <label class="check">
        <input
          id=${this.inputId}
          type="checkbox"
          name=${this.name}
          .checked=${this.chosen !== ""}
          ?disabled=${this.disabled || this.readonly}
          aria-invalid=${this.problem === "" ? nothing : "true"}
          aria-describedby=${this.noteId}
          @change=${(event: Event) => this.take((event.target as HTMLInputElement).checked ? "1" : "")}
        />
        <span>${this.labelText()}</span>
        ${this.marks.map((mark) => html`<span class="mark mark-${mark.tone}">${mark.text}</span>`)}
      </label>
      ${this.note()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-choice": ChoiceField;
    "dk-check": CheckField;
  }
}
