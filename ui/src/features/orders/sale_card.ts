// <dk-sale-card .page .edited>: 报价单 and 订单确认书 of an order, each with how it stands, and 回复客户.
// @page: the new OrderPage; @land (detail: path): the field that is missing. Hooks: data-name=make-quote, make-confirmation,
// look-quote, look-confirmation, begin-reply, record-reply; data-field=reply.whom, reply.how, reply.at.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { OrderPage, Paper, SalePaperKind, SalePaperView } from "../../api/commands";
import { desk } from "../../api/desk";
import type { Refusal } from "../../api/refusal";
import { dialog } from "../../kit/dialog";
import { rests } from "../../form/rests";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, chip, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import "../../papers/paper_view";
import { refusalWords } from "../../words/errors";
import { momentNow, readMoment } from "../../words/moments";
import { pageWords } from "../../words/order_page";
import { duration } from "../../words/reports";
import { saleWords } from "../../words/sale";
import { shortDay, shortTime } from "../../words/times";

interface Shown {
  readonly kind: SalePaperKind;
  readonly paper: Paper;
}

@customElement("dk-sale-card")
export class SaleCard extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  /** Something typed is not saved: papers are made of what is saved. */
  @property({ type: Boolean }) edited = false;
  @state() private shown: Shown | undefined;
  @state() private reply: { whom: string; how: string; at: string } | undefined;
  @state() private problems: Readonly<Record<string, string>> = {};
  readonly #acting = new Acting(this);

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined) return nothing;
    const words = saleWords();
    const refusal = this.#acting.refusal;
    return html`${card({
      title: words.title,
      id: "card-sale",
      body: html`${refusal === undefined ? nothing : this.#refused(refusal)}
        <ul class="sale-lines">${this.#paper(page, "quote")}${this.#paper(page, "confirmation")}${page.sale.confirmation === null && page.sale.replies.length === 0 ? nothing : this.#replies(page)}</ul>
        ${this.reply === undefined ? nothing : this.#replyForm()}`,
    })}
    ${dialog({ open: this.shown !== undefined, title: this.shown === undefined ? "" : words[this.shown.kind], wide: true, onClose: () => { this.shown = undefined; }, body: html`<dk-paper printable .paper=${this.shown?.paper}></dk-paper>` })}`;
  }

  /** What is missing, each a way to its field. */
  #refused(refusal: Refusal): TemplateResult {
    const { title, next } = refusalWords(refusal);
    const names = (refusal.params["names"] ?? "").split("、");
    const land = (path: string): void => void this.dispatchEvent(new CustomEvent<string>("land", { detail: path, bubbles: true }));
    const links = refusal.fields.map((field, index) => html`<button type="button" class="link" data-name="missing-${field.path}" @click=${() => land(field.path)}>${names[index] ?? field.path}</button>`);
    return notice({ tone: "red", title, text: links.length === 0 ? next : html`${saleWords().missing} <span class="sale-missing">${links}</span>` });
  }

  #standing(made: SalePaperView): TemplateResult {
    const words = saleWords();
    const day = made.validUntil === null ? "" : shortDay(made.validUntil);
    if (made.outdated) return chip(words.outdated, "amber");
    if (made.expired) return chip(words.expired(day), "amber");
    return chip(day === "" ? words.current : words.validUntil(day), "green");
  }

  #paper(page: OrderPage, kind: SalePaperKind): TemplateResult {
    const words = saleWords();
    const made = page.sale[kind];
    return html`<li data-name="sale-${kind}"><span class="sale-what">${words[kind]}</span>
      <span class="sale-state">${made === null ? html`<span class="quiet">${words.none[kind]}</span>` : html`${this.#standing(made)} <span class="quiet">${words.made(shortTime(made.madeAt), made.madeBy)}</span>`}</span>
      <span class="sale-acts">${made === null ? nothing : html`<button type="button" class="link" data-name="look-${kind}" @click=${() => { this.shown = { kind, paper: made.paper }; }}>${words.look}</button>`}
        ${rests(page) ? nothing : button({ label: words.make[kind], name: `make-${kind}`, busy: this.#acting.busy, disabled: this.edited, ...(this.edited ? { why: words.saveFirst } : {}), onClick: () => void this.#make(page, kind) })}</span></li>`;
  }

  #replies(page: OrderPage): TemplateResult {
    const words = saleWords();
    const hows = pageWords().intake.hows as Readonly<Record<string, string>>;
    const { replies, replyMinutes } = page.sale;
    const latest = replies[0];
    const said = latest === undefined ? html`<span class="quiet">${words.noReply}</span>` : html`${chip(latest.earlier ? words.earlier : words.sent(shortTime(latest.at), hows[latest.how] ?? latest.how, latest.whom), latest.earlier ? "amber" : "green")}
      <span class="quiet">${latest.earlier ? `${words.sent(shortTime(latest.at), hows[latest.how] ?? latest.how, latest.whom)} · ` : ""}${replyMinutes === null ? "" : `${words.took(duration(replyMinutes))} · `}${words.by(latest.recordedBy)}</span>`;
    return html`<li data-name="sale-reply"><span class="sale-what">${words.reply}</span><span class="sale-state">${said}</span>
      <span class="sale-acts">${page.sale.confirmation === null || this.reply !== undefined || rests(page) ? nothing : button({ label: words.recordReply, name: "begin-reply", onClick: () => void this.#begin(page) })}</span></li>`;
  }

  #replyForm(): TemplateResult {
    const words = saleWords();
    const values = this.reply ?? { whom: "", how: "wechat", at: "" };
    const at = readMoment(values.at, desk()?.today ?? "");
    const set = (name: "whom" | "how" | "at") => (event: TypedEvent): void => {
      event.stopPropagation();
      this.reply = { ...values, [name]: event.detail.value };
      this.problems = {};
    };
    return form({
      label: words.recordReply,
      onSubmit: () => void this.#record(),
      body: html`<div class="fields">
        <dk-field required name="reply.whom" record="reply" .label=${words.whom} .value=${values.whom} .problem=${this.problems["whom"] ?? ""} clause="F1-05b" @typed=${set("whom")}></dk-field>
        <dk-choice filled name="reply.how" record="reply" .label=${words.how} .value=${values.how} .options=${Object.entries(pageWords().intake.hows).map(([value, label]) => ({ value, label }))} @typed=${set("how")}></dk-choice>
        <dk-field required kind="time" name="reply.at" record="reply" .label=${words.at} .value=${values.at} .understood=${at === undefined ? "" : shortTime(at)} .problem=${this.problems["at"] ?? ""} @typed=${set("at")}></dk-field>
        <div class="field-button sale-acts">${button({ label: words.cancel, onClick: () => { this.reply = undefined; } })}${button({ label: words.recordReply, main: true, name: "record-reply", busy: this.#acting.busy })}</div>
      </div>`,
    });
  }

  async #begin(page: OrderPage): Promise<void> {
    this.problems = {};
    this.reply = { whom: page.form.order["contact"] ?? "", how: "wechat", at: momentNow() };
    await this.updateComplete;
    setTimeout(() => this.querySelector<HTMLElement>("[data-field='reply.whom']")?.focus());
  }

  async #make(page: OrderPage, kind: SalePaperKind): Promise<void> {
    const paper = await this.#acting.run(async () => {
      const made = await call("make_sale_paper", { orderId: page.id, kind });
      this.#answer(await call("open_order", { id: page.id }));
      return made;
    });
    if (paper !== undefined) this.shown = { kind, paper };
  }

  async #record(): Promise<void> {
    const { page, reply } = this;
    if (page === undefined || reply === undefined) return;
    const words = saleWords();
    const at = readMoment(reply.at, desk()?.today ?? "");
    this.problems = { ...(reply.whom.trim() === "" ? { whom: words.needed } : {}), ...(at === undefined ? { at: words.atUnread } : {}) };
    if (at === undefined || Object.keys(this.problems).length > 0) return;
    const answered = await this.#acting.run(() => call("record_reply", { request: { orderId: page.id, whom: reply.whom.trim(), how: reply.how, at } }));
    if (answered === undefined) return;
    this.reply = undefined;
    this.#answer(answered);
    say(words.recorded);
  }

  #answer(page: OrderPage): void {
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: page, bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-sale-card": SaleCard;
  }
}
