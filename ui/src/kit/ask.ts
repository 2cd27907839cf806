// Asks once, with what will be lost: if (await ask({ title, text, confirm, danger: true })) …
// <dk-ask> stands once in the window; the quiet answer (Esc, 取消) is no.
import { type TemplateResult, html } from "lit";
import { customElement, state } from "lit/decorators.js";
import { kitWords } from "../words/kit";
import { dialog } from "./dialog";
import { LightElement } from "./element";
import { button } from "./pieces";

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly danger?: boolean;
}

let asker: ((question: Question) => Promise<boolean>) | undefined;

export const ask = (question: Question): Promise<boolean> => asker?.(question) ?? Promise.resolve(false);

@customElement("dk-ask")
export class Ask extends LightElement {
  @state() private question: Question | undefined;
  #answer: ((yes: boolean) => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    asker = (question) =>
      new Promise((resolve) => {
        this.#answer?.(false);
        this.#answer = resolve;
        this.question = question;
      });
  }

  #close(yes: boolean): void {
    this.question = undefined;
    this.#answer?.(yes);
    this.#answer = undefined;
  }

  protected override render(): TemplateResult {
    const question = this.question;
    return dialog({
      open: question !== undefined,
      title: question?.title ?? "",
      body: html`<p>${question?.text ?? ""}</p>`,
      actions: html`${button({ label: kitWords().cancel, onClick: () => this.#close(false) })}${button({
        label: question?.confirm ?? "",
        main: true,
        danger: question?.danger ?? false,
        onClick: () => this.#close(true),
      })}`,
      onClose: () => this.#close(false),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-ask": Ask;
  }
}
