// <dk-effect-card .page=${page}>: 生效审批 by the supervisor or the sales director, never the assistant who asks. @page: the new OrderPage.
// 退回 with a reason in place of it. Hooks: data-name=effect, approve-effect, send-back-effect; data-field=effect.way, effect.person, effect.pin, effect.at, effect.medium.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { OrderPage, Power } from "../../api/commands";
import { rests } from "../../form/rests";
import { LightElement } from "../../kit/element";
import { form } from "../../kit/form";
import { button, card, chip, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { sendBackButton } from "../../signing/send_back";
import "../../signing/signature";
import { effectWords } from "../../words/effect";
import { refusalWords } from "../../words/errors";
import { recordedWord } from "../../words/recorded";
import { sentBackWords } from "../../words/sent_back";
import { shortTime } from "../../words/times";

const APPROVE: readonly Power[] = ["sign_effect"];

@customElement("dk-effect-card")
export class EffectCard extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  readonly #acting = new Acting(this);

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined || (!page.effect.approval.asked && page.effect.at === null)) return nothing;
    const words = effectWords();
    const { approval, above, at, hash } = page.effect;
    const refusal = this.#acting.refusal;
    const waits = approval.asked && !approval.passed && !rests(page);
    if (!waits && !approval.passed && at === null) return nothing;
    return html`<div data-name="effect">${card({
      title: words.title,
      note: html`${at === null ? nothing : chip(words.inEffect(shortTime(at)), "green")}${approval.passed ? chip(words.approved, "green") : waits && approval.signer !== null ? chip(approval.sentBack === null ? words.stale(approval.signer) : sentBackWords().by(approval.signer, approval.recorded === null ? "" : recordedWord(approval.recorded)), "red") : nothing}`,
      body: html`${approval.passed ? html`<p class="quiet">${words.approvedBy(approval.signer ?? "", shortTime(approval.at ?? ""))}${approval.recorded === null ? nothing : ` (${recordedWord(approval.recorded)})`}</p>` : nothing}
        ${at === null ? nothing : html`<p class="quiet is-prose">${words.closed}${hash === null ? nothing : html` <span title=${hash}>${words.hash(hash.slice(0, 8))}</span>`}</p>`}
        ${waits
          ? html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
              ${approval.sentBack === null ? nothing : notice({ tone: "amber", title: sentBackWords().reason, text: approval.sentBack })}
              ${form({
                label: words.title,
                onSubmit: () => void this.#approve(page),
                body: html`<p class="quiet is-prose">${above === null ? words.all : words.above(above)}</p><dk-signature name="effect" data-field="effect" .powers=${APPROVE} .apart=${page.askedBy}></dk-signature>`,
                actions: html`${sendBackButton(this, "effect")}${button({ label: words.approve, main: true, name: "approve-effect", busy: this.#acting.busy })}`,
              })}<dk-send-back askedFor="effect" .page=${page} .powers=${APPROVE}></dk-send-back>`
          : nothing}`,
    })}</div>`;
  }

  async #approve(page: OrderPage): Promise<void> {
    const box = this.querySelector("dk-signature");
    const approval = box?.approval();
    if (box === null || approval === undefined) return;
    const approved = await this.#acting.run(() => call("approve_effect", { request: { orderId: page.id, revision: page.revision, approval } }));
    box.clear();
    if (approved === undefined) return;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: approved, bubbles: true }));
    say(effectWords().approved);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-effect-card": EffectCard;
  }
}
