// <dk-waiver-form .page .findings>: 放行 of the chosen findings, signed by somebody who may. @page: the new OrderPage; @cancel.
// Hooks: data-name=waive-findings; data-field=waiver.reason and those of the sign box, waiver.*.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { FindingName, OrderPage, Power } from "../../api/commands";
import { LightElement } from "../../kit/element";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import "../../signing/signature";
import { refusalWords } from "../../words/errors";
import { preflightWords } from "../../words/preflight";

const WAIVE: readonly Power[] = ["sign_waiver"];

@customElement("dk-waiver-form")
export class WaiverForm extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @property({ attribute: false }) findings: readonly FindingName[] = [];
  @state() private reason = "";
  @state() private mute = false;
  readonly #acting = new Acting(this);

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined) return nothing;
    const words = preflightWords();
    const refusal = this.#acting.refusal;
    const typed = (event: TypedEvent): void => {
      event.stopPropagation();
      this.reason = event.detail.value;
      this.mute = false;
    };
    return html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}${form({
      label: words.waive,
      onSubmit: () => void this.#waive(page),
      body: html`<p class="quiet is-prose">${words.waiveHint}</p>
        <div class="fields"><dk-field required name="waiver.reason" .span=${3} record="waiver" .label=${words.reason} .value=${this.reason} .problem=${this.mute ? words.needed : ""} clause="4.1.4" @typed=${typed}></dk-field></div>
        <dk-signature name="waiver" .powers=${WAIVE} .apart=${page.askedBy}></dk-signature>`,
      actions: html`${button({ label: words.cancel, onClick: () => this.dispatchEvent(new CustomEvent("cancel")) })}${button({ label: words.waive, main: true, name: "waive-findings", busy: this.#acting.busy })}`,
    })}`;
  }

  async #waive(page: OrderPage): Promise<void> {
    const reason = this.reason.trim();
    if (reason === "") {
      this.mute = true;
      await this.updateComplete;
      setTimeout(() => this.querySelector<HTMLElement>("[data-field='waiver.reason']")?.focus());
      return;
    }
    const box = this.querySelector("dk-signature");
    const approval = box?.approval();
    if (box === null || approval === undefined) return;
    const request = { orderId: page.id, revision: page.revision, findings: [...this.findings], reason, approval };
    const next = await this.#acting.run(() => call("waive_findings", { request }));
    box.clear();
    if (next === undefined) return;
    say(preflightWords().waived);
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: next, bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-waiver-form": WaiverForm;
  }
}
