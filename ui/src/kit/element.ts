// Base of every element of the window: light DOM (one style sheet for all), drawn again when the language changes.
import { LitElement } from "lit";
import { onLanguage } from "../words/language";

let count = 0;
/** An id that no other element has, for label/for and aria-describedby. */
export const freshId = (stem: string): string => `${stem}-${(count += 1)}`;

export class LightElement extends LitElement {
  #unhear: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unhear = onLanguage(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unhear?.();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
