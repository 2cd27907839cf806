// Base of every element of the window: light DOM (one style sheet for all), drawn again when the language changes.
import { LitElement } from "lit";
import { onLanguage } from "../words/language";
import { onScreen } from "./behind";

let count = 0;
/** An id that no other element has, for label/for and aria-describedby. */
export const freshId = (stem: string): string => `${stem}-${(count += 1)}`;

export class LightElement extends LitElement {
  #unhear: (() => void) | undefined;
  /** Until the letter that was struck is on the screen, or left behind. */
  #letter: Promise<void> | undefined;
  #leave: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unhear = onLanguage(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unhear?.();
  }

  /** A letter was struck in it: what follows from it is drawn once a frame with the letter has been. */
  protected letterFirst(): void {
    this.#letter ??= Promise.race([onScreen(), new Promise<void>((resolve) => { this.#leave = resolve; })]).then(() => { this.#letter = undefined; });
  }

  /** Something else came behind the letter, which must find everything drawn: nothing waits any more. */
  protected letterLeft(): void {
    this.#leave?.();
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    return this.#letter === undefined ? super.scheduleUpdate() : this.#letter.then(() => super.scheduleUpdate());
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
