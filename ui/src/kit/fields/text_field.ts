// <dk-field kind="money" .name=${path} .label=${…} .value=${asTyped} .understood=${…} .problem=${…} @typed=${…}></dk-field>
// One line of text of any kind; the core parses, the field only shows and owns what is typed.
// <dk-multiline> is the same with several lines (`rows`).
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { FieldElement } from "./field_base";
import { OwnedText } from "../owned_text";
import { composes } from "../composing";

/** What the text means; decides alignment, keyboard and spell checking, never the value. */
export type FieldKind =
  | "text" | "money" | "unitPrice" | "integer" | "quantity" | "percent" | "date" | "time" | "size" | "millimetres" | "micrometres" | "colours" | "password" | "pin";

const NUMERIC: ReadonlySet<FieldKind> = new Set(["money", "unitPrice", "integer", "quantity", "percent", "millimetres", "micrometres"]);

/** Shared by one line and many: ownership of the text and the composition of Chinese. */
abstract class TypedField extends FieldElement {
  @property() placeholder = "";
  protected readonly owned = new OwnedText();

  protected abstract get input(): HTMLInputElement | HTMLTextAreaElement | null;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("value") || changed.has("record")) this.owned.offer(this.record, this.value);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.write();
  }

  /** Writes only when the text is not already there, so the caret stays. */
  protected write(): void {
    const input = this.input;
    if (input !== null && !this.owned.composing && input.value !== this.owned.text) input.value = this.owned.text;
  }

  /** The text as it stands now, composed or not. */
  get text(): string {
    return this.input?.value ?? this.owned.text;
  }

  protected readonly onInput = (event: Event): void => {
    event.stopPropagation();
    const input = this.input;
    if (input === null) return;
    this.owned.type(input.value);
    if (!this.owned.composing) this.emit(input.value);
  };

  protected readonly onCompositionStart = (): void => {
    this.owned.composing = true;
  };

  protected readonly onCompositionEnd = (): void => {
    this.owned.composing = false;
    const input = this.input;
    if (input === null) return;
    this.owned.type(input.value);
    this.emit(input.value);
  };

  protected readonly onFocus = (): void => {
    this.owned.focused = true;
  };

  protected readonly onBlur = (): void => {
    if (this.owned.leave()) this.write();
    this.emit(this.owned.text, "settled");
  };
}

@customElement("dk-field")
export class TextField extends TypedField {
  @property() kind: FieldKind = "text";
  @query("input") protected input!: HTMLInputElement | null;

  protected override render(): TemplateResult {
    const numeric = NUMERIC.has(this.kind);
    const secret = this.kind === "password" || this.kind === "pin";
    return this.frame(html`<input
      id=${this.inputId}
      class=${numeric ? "control is-number" : "control"}
      type=${secret ? "password" : "text"}
      name=${this.name}
      inputmode=${this.kind === "pin" || this.kind === "integer" ? "numeric" : nothing}
      autocomplete=${secret ? "new-password" : "off"}
      autocapitalize="off"
      spellcheck="false"
      placeholder=${this.placeholder || nothing}
      ?disabled=${this.disabled}
      ?readonly=${this.readonly}
      aria-required=${this.required ? "true" : nothing}
      aria-invalid=${this.problem === "" ? nothing : "true"}
      aria-describedby=${this.noteId}
      @input=${this.onInput}
      @compositionstart=${this.onCompositionStart}
      @compositionend=${this.onCompositionEnd}
      @focus=${this.onFocus}
      @blur=${this.onBlur}
    />`);
  }
}

@customElement("dk-multiline")
export class MultilineField extends TypedField {
  @property({ type: Number }) rows = 3;
  @query("textarea") protected input!: HTMLTextAreaElement | null;

  protected override render(): TemplateResult {
    return this.frame(html`<textarea
      id=${this.inputId}
      class="control"
      name=${this.name}
      rows=${this.rows}
      spellcheck="false"
      placeholder=${this.placeholder || nothing}
      ?disabled=${this.disabled}
      ?readonly=${this.readonly}
      aria-required=${this.required ? "true" : nothing}
      aria-invalid=${this.problem === "" ? nothing : "true"}
      aria-describedby=${this.noteId}
      @input=${this.onInput}
      @keydown=${this.#keepLines}
      @compositionstart=${this.onCompositionStart}
      @compositionend=${this.onCompositionEnd}
      @focus=${this.onFocus}
      @blur=${this.onBlur}
    ></textarea>`);
  }

  /** Enter is a new line here, not the form's; Ctrl Enter stays the main action. */
  readonly #keepLines = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !composes(event)) event.stopPropagation();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-field": TextField;
    "dk-multiline": MultilineField;
  }
}
