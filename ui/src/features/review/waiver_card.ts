// <dk-review-waiver .page>: 免评审. Who let the order of a 直通 customer go without its review and why, or the form in which
// 业务总监 does (4.2.1). @page: the new OrderPage.
// Hooks: data-name=waive-review, review-waived; data-field=review-waiver.reason, review-waiver.person, review-waiver.pin …
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { OrderPage, Power } from "../../api/commands";
import { preparingEnded } from "../../form/rests";
import { LightElement } from "../../kit/element";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, chip, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import "../../signing/signature";
import { refusalWords } from "../../words/errors";
import { recordedWord } from "../../words/recorded";
import { reviewWords } from "../../words/review";
import { shortTime } from "../../words/times";

const WAIVE: readonly Power[] = ["sign_review_waiver"];

/** Whether the order goes without its review as it stands; one whose sheet is issued went without it. */
export const isWaived = (page: OrderPage): boolean => {
  const waiver = page.review?.waiver;
  return waiver != null && (page.sheet !== null || (!waiver.stale && page.review?.mayBeWaived === true));
};

@customElement("dk-review-waiver")
export class ReviewWaiver extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @state() private reason = "";
  @state() private mute = false;
  readonly #acting = new Acting(this);

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    const review = page?.review;
    if (page === undefined || review == null || (!review.mayBeWaived && review.waiver === null)) return nothing;
    const words = reviewWords();
    const waived = isWaived(page);
    const open = review.mayBeWaived && !waived && !preparingEnded(page);
    if (!open && review.waiver === null) return nothing;
    return card({
      title: words.waiveTitle,
      note: review.waiver === null ? undefined : chip(waived ? words.waived : words.waiverPast, waived ? "green" : "red"),
      body: html`${review.waiver === null ? nothing : html`<p data-name="review-waived">${words.waivedBy(review.waiver.signer, shortTime(review.waiver.at), review.waiver.reason)}${review.waiver.recorded === null ? nothing : html` ${chip(recordedWord(review.waiver.recorded), "quiet")}`}</p>`}${open ? this.#form(page) : nothing}`,
    });
  }

  #form(page: OrderPage): TemplateResult {
    const words = reviewWords();
    const refusal = this.#acting.refusal;
    const typed = (event: TypedEvent): void => {
      event.stopPropagation();
      this.reason = event.detail.value;
      this.mute = false;
    };
    return form({
      label: words.waiveTitle,
      onSubmit: () => void this.#waive(page),
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <p class="quiet is-prose">${words.waiveText}</p>
        <div class="fields"><dk-field required name="review-waiver.reason" .span=${3} .record=${String(page.id)} .label=${words.waiveReason} .hint=${words.waiveHint} .value=${this.reason} .problem=${this.mute ? words.needed : ""} clause="4.2.1" @typed=${typed}></dk-field></div>
        <dk-signature name="review-waiver" .powers=${WAIVE} .apart=${page.askedBy}></dk-signature>`,
      actions: button({ label: words.waive, main: true, name: "waive-review", busy: this.#acting.busy }),
    });
  }

  async #waive(page: OrderPage): Promise<void> {
    const reason = this.reason.trim();
    if (reason === "") {
      this.mute = true;
      await this.updateComplete;
      setTimeout(() => this.querySelector<HTMLElement>("[data-field='review-waiver.reason']")?.focus());
      return;
    }
    const box = this.querySelector("dk-signature");
    const approval = box?.approval();
    if (box === null || approval === undefined) return;
    const next = await this.#acting.run(() => call("waive_review", { request: { orderId: page.id, revision: page.revision, reason, approval } }));
    box.clear();
    if (next === undefined) return;
    this.reason = "";
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: next, bubbles: true }));
    say(reviewWords().waived);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-review-waiver": ReviewWaiver;
  }
}
