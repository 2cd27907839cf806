// <dk-verify>: one field, number and check code, and the verdict on the paper in the hand. A scanner ends with Enter.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { call } from "../../api/call";
import type { PrintVerdict } from "../../api/commands";
import { type Refusal, toRefusal } from "../../api/refusal";
import { LightElement } from "../../kit/element";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { KeyBindings } from "../../kit/keys";
import { button, card, notice } from "../../kit/pieces";
import { go } from "../../kit/route";
import { refusalWords } from "../../words/errors";
import { verifyWords } from "../../words/verification";
import { verdictView } from "./verdict";

@customElement("dk-verify")
export class Verify extends LightElement {
  @state() private text = "";
  @state() private problem = "";
  @state() private verdict: PrintVerdict | undefined;
  @state() private refusal: Refusal | undefined;

  readonly #keys = new KeyBindings(this, { back: () => this.#leave() });

  protected override firstUpdated(): void {
    setTimeout(() => this.querySelector<HTMLElement>("dk-field")?.focus());
  }

  protected override render(): TemplateResult {
    void this.#keys;
    const words = verifyWords();
    return html`<header class="screen-head"><h1>${words.title}</h1></header>
      <div class="screen-body screen-narrow">
        ${card({
          title: words.lead,
          body: form({
            label: words.title,
            onSubmit: () => void this.#verify(),
            body: html`<div class="verify-line">
              <dk-field required name="print" clause="4.4.2" .label=${words.field} .value=${this.text} .hint=${words.hint} .problem=${this.problem}
                @typed=${(event: TypedEvent) => { this.text = event.detail.value; this.problem = ""; }}></dk-field>
              ${button({ label: words.verify, main: true, name: "verify" })}</div>`,
          }),
        })}
        ${this.#answer()}
      </div>`;
  }

  #answer(): TemplateResult | typeof nothing {
    if (this.refusal !== undefined) {
      const words = refusalWords(this.refusal);
      return notice({ tone: "red", title: words.title, text: words.next });
    }
    const verdict = this.verdict;
    if (verdict === undefined) return nothing;
    const words = verifyWords();
    const { orderId, copy } = verdict;
    return verdictView(verdict, html`<div class="verdict-links">${copy === null ? nothing : button({ label: words.toCopy, name: "to-copy", onClick: () => go("copies", copy.id) })}${orderId === null ? nothing : button({ label: words.toOrder, onClick: () => go("orders", orderId) })}</div>`);
  }

  async #verify(): Promise<void> {
    const text = this.text.trim();
    if (text === "") {
      this.problem = verifyWords().missing;
      this.querySelector<HTMLElement>("dk-field")?.focus();
      return;
    }
    this.refusal = undefined;
    try {
      this.verdict = await call("verify_print", { text });
    } catch (thrown) {
      this.verdict = undefined;
      this.refusal = toRefusal(thrown);
    }
    this.#toScan();
  }

  /** The next scan writes over this one. */
  #toScan(): void {
    const input = this.querySelector<HTMLInputElement>("dk-field input");
    input?.focus();
    input?.select();
  }

  /** Esc puts the verdict away first. */
  #leave(): void {
    if (this.verdict === undefined && this.refusal === undefined) {
      go("orders");
      return;
    }
    this.verdict = undefined;
    this.refusal = undefined;
    this.text = "";
    this.#toScan();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-verify": Verify;
  }
}
