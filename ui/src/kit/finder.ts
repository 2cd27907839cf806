// <dk-finder name="settings.find" .label=${…} .placeholder=${…} .options=${[{ value, label }]} @chosen=${…}>: one asks for a line of the screen
// by name or pinyin initials, and it begins empty again. `focus()` is what Ctrl G does; Esc goes back to where one was.
import { type TemplateResult, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { composes } from "./composing";
import { LightElement } from "./element";
import "./fields/combo_field";
import type { ComboField, ComboOption } from "./fields/combo_field";
import type { TypedEvent } from "./fields/field_base";

@customElement("dk-finder")
export class Finder extends LightElement {
  @property() name = "find";
  @property() label = "";
  @property() placeholder = "";
  @property({ attribute: false }) options: readonly ComboOption[] = [];
  @state() private asked = 0;
  /** Where one was when asking. */
  #before: HTMLElement | undefined;

  protected override render(): TemplateResult {
    return html`<div @keydown=${{ handleEvent: this.#onKey, capture: true }}><dk-combo name=${this.name} .record=${String(this.asked)} .label=${this.label} .placeholder=${this.placeholder} .options=${this.options} @typed=${this.#typed}></dk-combo></div>`;
  }

  override focus(options?: FocusOptions): void {
    const active = document.activeElement;
    if (active instanceof HTMLElement && !this.contains(active) && active !== document.body) this.#before = active;
    this.querySelector<HTMLElement>("input")?.focus(options);
  }

  readonly #typed = (event: TypedEvent): void => {
    event.stopPropagation();
    if (event.detail.value === "") return;
    // It is answered: the next question begins empty.
    (event.currentTarget as ComboField).value = "";
    this.asked += 1;
    this.dispatchEvent(new CustomEvent<string>("chosen", { detail: event.detail.value }));
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || composes(event)) return;
    event.preventDefault();
    event.stopPropagation();
    this.asked += 1;
    if (this.#before?.isConnected === true) this.#before.focus();
    else this.querySelector<HTMLElement>("input")?.blur();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-finder": Finder;
  }
}
