// <dk-check-card .page=${page}>: 审核 by a sales representative or supervisor, never the issuer. @page: the new OrderPage.
// 退回 with a reason in place of it. Hooks: data-name=check-order, send-back-check; data-field=check.way, check.person, check.pin, check.at, check.medium.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { Medium, OrderPage, Power } from "../../api/commands";
import { rests } from "../../form/rests";
import { LightElement } from "../../kit/element";
import { form } from "../../kit/form";
import { button, card, chip, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { sendBackButton } from "../../signing/send_back";
import "../../signing/signature";
import { refusalWords } from "../../words/errors";
import { replacedChip } from "../../signing/replaced";
import { recordedWord } from "../../words/recorded";
import { sentBackWords } from "../../words/sent_back";
import { sheetWords } from "../../words/task_sheets";

const CHECK: readonly Power[] = ["sign_check"];
const recordedOf = (medium: string | undefined): string => (medium === undefined ? "" : recordedWord(medium as Medium));

@customElement("dk-check-card")
export class CheckCard extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  readonly #acting = new Acting(this);

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined) return nothing;
    const words = sheetWords();
    const refusal = this.#acting.refusal;
    const checked = page.checks.some((line) => line.code === "check" && line.ok);
    const at = page.checks.find((line) => line.code === "check" && line.ok)?.params["at"];
    const back = page.checks.find((line) => line.code === "check_sent_back");
    const stale = page.checks.find((line) => line.code === "check_stale");
    // Nobody checks an order that rests.
    if (!checked && rests(page)) return nothing;
    return card({
      title: words.checkTitle,
      note: checked ? html`${chip(words.checked, "green")}${replacedChip(page, at)}` : back !== undefined ? chip(sentBackWords().by(back.params["signer"] ?? "", recordedOf(back.params["recorded"])), "red") : stale === undefined ? undefined : chip(words.checkStale(stale.params["signer"] ?? ""), "red"),
      body: checked
        ? html`<p class="quiet is-prose">${words.checkedText}</p>`
        : html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
            ${back === undefined ? nothing : notice({ tone: "amber", title: sentBackWords().reason, text: back.params["reason"] ?? "" })}
            ${form({
              label: words.checkTitle,
              onSubmit: () => void this.#check(page),
              body: html`<p class="quiet is-prose">${words.checkText}</p><dk-signature name="check" data-field="check" .powers=${CHECK} .apart=${page.askedBy} .likely=${page.form.order["sales_rep_id"] ?? ""}></dk-signature>`,
              actions: html`${sendBackButton(this, "check")}${button({ label: words.check, main: true, name: "check-order", busy: this.#acting.busy })}`,
            })}<dk-send-back askedFor="check" .page=${page} .powers=${CHECK} .likely=${page.form.order["sales_rep_id"] ?? ""}></dk-send-back>`,
    });
  }

  async #check(page: OrderPage): Promise<void> {
    const box = this.querySelector("dk-signature");
    const approval = box?.approval();
    if (box === null || approval === undefined) return;
    const checked = await this.#acting.run(() => call("check_order", { request: { orderId: page.id, revision: page.revision, approval } }));
    box.clear();
    if (checked === undefined) return;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: checked, bubbles: true }));
    say(sheetWords().checked);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-check-card": CheckCard;
  }
}
