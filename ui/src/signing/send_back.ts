// <dk-send-back .page=${page} askedFor="check" .powers=${["sign_check"]} .likely=${name}>: the dialog of 退回, with the reason and the
// signature of whoever could have said yes; it stands beside the form of the yes, never in it. @page: the new OrderPage.
//   sendBackButton(this, "check") in that form opens it.
// Hooks: data-name=send-back-ASKED (opens the dialog), send-back (does it); data-field=send-back.reason, send-back.person, send-back.pin …
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../api/acting";
import { call } from "../api/call";
import type { AskedFor, OrderPage, Power } from "../api/commands";
import { dialog } from "../kit/dialog";
import { LightElement } from "../kit/element";
import type { TypedEvent } from "../kit/fields/field_base";
import "../kit/fields/text_field";
import { form } from "../kit/form";
import { button, notice } from "../kit/pieces";
import { say } from "../kit/toast";
import { fieldWords, refusalWords } from "../words/errors";
import { sentBackWords } from "../words/sent_back";
import "./signature";

@customElement("dk-send-back")
export class SendBack extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @property() askedFor: AskedFor = "check";
  @property({ attribute: false }) powers: readonly Power[] = [];
  /** Name of the one who usually signs here. */
  @property() likely = "";
  @state() private open = false;
  @state() private reason = "";
  /** What is wrong with the reason. */
  @state() private problem = "";
  readonly #acting = new Acting(this);

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined) return nothing;
    const words = sentBackWords();
    return dialog({ open: this.open, title: words.titles[this.askedFor], onClose: () => { this.open = false; }, body: this.open ? this.#form(page) : nothing });
  }

  begin(): void {
    this.#acting.clear();
    this.problem = "";
    this.open = true;
  }

  #form(page: OrderPage): TemplateResult {
    const words = sentBackWords();
    const refusal = this.#acting.refusal;
    return form({
      label: words.titles[this.askedFor],
      onSubmit: () => void this.#send(page),
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <p class="quiet is-prose">${words.text}</p>
        <dk-field required name="send-back.reason" .record=${`${page.id}`} .label=${words.reason} .value=${this.reason} .problem=${this.problem} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.reason = event.detail.value; this.problem = ""; }}></dk-field>
        <dk-signature name="send-back" .powers=${this.powers} .apart=${page.askedBy} .likely=${this.likely}></dk-signature>`,
      actions: html`${button({ label: words.cancel, onClick: () => { this.open = false; } })}${button({ label: words.send, main: true, danger: true, key: "main", name: "send-back", busy: this.#acting.busy })}`,
    });
  }

  async #send(page: OrderPage): Promise<void> {
    if (this.reason.trim() === "") return this.#atReason(sentBackWords().needed);
    const box = this.querySelector("dk-signature");
    const approval = box?.approval();
    if (box === null || approval === undefined) return;
    const request = { orderId: page.id, revision: page.revision, askedFor: this.askedFor, reason: this.reason.trim(), approval };
    const sent = await this.#acting.run(() => call("send_back", { request }));
    box.clear();
    if (sent === undefined) {
      const wrong = this.#acting.refusal?.fields.find((field) => field.path === "send-back.reason");
      return wrong === undefined ? undefined : this.#atReason(fieldWords(wrong.code, wrong.params));
    }
    this.open = false;
    this.reason = "";
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: sent, bubbles: true }));
    say(sentBackWords().sent);
  }

  async #atReason(problem: string): Promise<void> {
    this.problem = problem;
    await this.updateComplete;
    this.querySelector<HTMLElement>("[data-field='send-back.reason']")?.focus();
  }
}

/** What opens it, in a form beside it. */
export const sendBackButton = (card: LightElement, askedFor: AskedFor): TemplateResult => button({ label: sentBackWords().open, name: `send-back-${askedFor}`, onClick: () => card.querySelector("dk-send-back")?.begin() });

declare global {
  interface HTMLElementTagNameMap {
    "dk-send-back": SendBack;
  }
}
