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
import { button, card, facts, notice, stamp } from "../../kit/pieces";
import { go } from "../../kit/route";
import { refusalWords } from "../../words/errors";
import { verifyWords } from "../../words/verification";

const TONES = { current: "green", outdated: "red", superseded: "red", void: "red", not_ours: "amber" } as const satisfies Record<PrintVerdict["verdict"], string>;

@customElement("dk-verify")
export class Verify extends LightElement {
  @state() private text = "";
  @state() private problem = "";
  @state() private verdict: PrintVerdict | undefined;
  @state() private refusal: Refusal | undefined;

  protected override firstUpdated(): void {
    setTimeout(() => this.querySelector<HTMLElement>("dk-field")?.focus());
  }

  protected override render(): TemplateResult {
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
    const said = words.verdicts[verdict.verdict];
    const order = verdict.orderId;
    return html`<section class="verdict verdict-${TONES[verdict.verdict]}" role="status">
      <h2>${said.title}</h2><p>${said.text}</p>
      ${facts([
        ...(verdict.label === "" ? [] : [{ label: words.print, value: verdict.label }]),
        ...(verdict.current === "" ? [] : [{ label: words.current, value: verdict.current }]),
        ...(verdict.missing.length === 0 ? [] : [{ label: words.lacks, value: verdict.missing.map((mark) => stamp(mark)) }]),
      ])}
      ${order === null ? nothing : button({ label: words.toOrder, onClick: () => go("orders", order) })}
    </section>`;
  }

  async #verify(): Promise<void> {
    const text = this.text.trim();
    if (text === "") {
      this.problem = verifyWords().missing;
      return;
    }
    this.refusal = undefined;
    try {
      this.verdict = await call("verify_print", { text });
    } catch (thrown) {
      this.verdict = undefined;
      this.refusal = toRefusal(thrown);
    }
    // The next scan writes over this one.
    this.querySelector<HTMLInputElement>("dk-field input")?.select();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-verify": Verify;
  }
}
