// <dk-three-way-pass .page=${page}>: a supervisor lets the differences of 三方核对 pass, with a reason. @page: the new OrderPage.
// Hooks: data-name=pass-differences; data-field=three-way-pass.reason, three-way-pass.person, three-way-pass.pin …
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import { Unsaved } from "../../api/unsaved";
import type { OrderPage, Power } from "../../api/commands";
import { LightElement } from "../../kit/element";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import "../../signing/signature";
import { refusalWords } from "../../words/errors";
import { threeWayWords } from "../../words/three_way";

const PASS: readonly Power[] = ["sign_differences"];

@customElement("dk-three-way-pass")
export class ThreeWayPass extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @state() private reason = "";
  @state() private mute = false;
  readonly #acting = new Acting(this);
  readonly #unsaved = new Unsaved<string>(this, "three-way-pass", {
    record: () => String(this.page?.id ?? ""),
    give: () => (this.reason === "" ? undefined : this.reason),
    take: (reason) => { this.reason = reason; },
  });

  protected override render(): TemplateResult | typeof nothing {
    void this.#unsaved;
    const page = this.page;
    if (page === undefined) return nothing;
    const words = threeWayWords();
    const refusal = this.#acting.refusal;
    return html`<h3>${words.passTitle}</h3>${form({
      label: words.passTitle,
      onSubmit: () => void this.#pass(page),
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <p class="quiet is-prose">${words.passText}</p>
        <div class="fields"><dk-field required name="three-way-pass.reason" .span=${3} .record=${String(page.id)} .label=${words.passReason} .value=${this.reason} .problem=${this.mute ? words.needed : ""} clause="4.4.1" @typed=${(event: TypedEvent) => { event.stopPropagation(); this.reason = event.detail.value; this.mute = false; }}></dk-field></div>
        <dk-signature name="three-way-pass" .powers=${PASS} .apart=${page.askedBy}></dk-signature>`,
      actions: button({ label: words.pass, main: true, name: "pass-differences", busy: this.#acting.busy }),
    })}`;
  }

  async #pass(page: OrderPage): Promise<void> {
    const reason = this.reason.trim();
    if (reason === "") {
      this.mute = true;
      await this.updateComplete;
      setTimeout(() => this.querySelector<HTMLElement>("[data-field='three-way-pass.reason']")?.focus());
      return;
    }
    const box = this.querySelector("dk-signature");
    const approval = box?.approval();
    if (box === null || approval === undefined) return;
    const next = await this.#acting.run(() => call("pass_differences", { request: { orderId: page.id, revision: page.revision, reason, approval } }));
    box.clear();
    if (next === undefined) return;
    this.reason = "";
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: next, bubbles: true }));
    say(threeWayWords().passed);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-three-way-pass": ThreeWayPass;
  }
}
