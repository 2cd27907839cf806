// <dk-receipts .page=${page}>: 定金与收款. What is due before the order, what came in, and the next receipt. @page: the new OrderPage.
// Hooks: data-name=receipts, record-receipt, counter-ID, counter-receipt; data-field=receipt.amount, .received_on, .way, .reference,
// .remark, receipt-counter.reason.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { OrderPage, ReceiptView, ReceiptWay } from "../../api/commands";
import { Unsaved } from "../../api/unsaved";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, chip, facts, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { fieldNote, refusalWords } from "../../words/errors";
import { receiptWords } from "../../words/receipts";
import { shortDay, shortTime } from "../../words/times";

interface Values {
  readonly amount: string;
  readonly received_on: string;
  readonly way: string;
  readonly reference: string;
  readonly remark: string;
}
const FRESH: Values = { amount: "", received_on: "", way: "transfer", reference: "", remark: "" };

@customElement("dk-receipts")
export class Receipts extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @state() private values = FRESH;
  @state() private problems: Readonly<Record<string, string>> = {};
  @state() private countering: number | undefined;
  @state() private reason = "";
  @state() private count = 0;
  readonly #acting = new Acting(this);
  readonly #unsaved = new Unsaved<Values>(this, "receipt", {
    record: () => (this.page === undefined ? "" : String(this.page.id)),
    give: () => (this.values === FRESH ? undefined : this.values),
    take: (values) => { this.values = values; },
  });

  protected override render(): TemplateResult | typeof nothing {
    void this.#unsaved;
    const page = this.page;
    if (page === undefined) return nothing;
    const words = receiptWords();
    const { receipts, share, paid, blocks } = page.receipts;
    const refusal = this.#acting.refusal;
    return html`<div data-name="receipts">${card({
      title: words.title,
      note: share === null ? undefined : html`${chip(paid ? words.paid : words.unpaid, paid ? "green" : blocks ? "red" : "amber")}<span class="quiet">${blocks ? words.blocks : words.warns}</span>`,
      body: html`${refusal === undefined || Object.keys(this.problems).length > 0 ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        ${this.#sums(page)}
        ${receipts.length === 0 ? html`<p class="quiet is-prose">${words.empty}</p>` : this.#list(receipts)}
        ${this.#form(page)}`,
    })}</div>`;
  }

  #sums(page: OrderPage): TemplateResult {
    const words = receiptWords();
    const { total, share, due, received, open } = page.receipts;
    const known = (amount: string | null): string => amount ?? words.unknown;
    if (share === null) return html`<p class="quiet is-prose">${words.none}</p>${facts([{ label: words.total, value: known(total), number: true }, { label: words.received, value: received, number: true }])}`;
    return facts([
      { label: words.total, value: known(total), number: true },
      { label: words.due(share), value: known(due), number: true },
      { label: words.received, value: received, number: true },
      { label: words.open, value: known(open), number: true },
    ]);
  }

  #list(receipts: readonly ReceiptView[]): TemplateResult {
    const words = receiptWords();
    const heads = words.columns;
    return html`<table class="table is-wrapping is-bare receipts"><thead><tr><th>${heads.on}</th><th class="is-number">${heads.amount}</th><th>${heads.way}</th><th>${heads.reference}</th><th>${heads.remark}</th><th>${heads.by}</th><th class="is-act"></th></tr></thead>
      <tbody>${receipts.map((each) => html`<tr class=${each.countered || each.counter ? "is-past" : ""}>
        <td>${shortDay(each.receivedOn)}</td><td class="is-number">${each.amount}</td><td>${words.ways[each.way]}</td><td>${each.reference || "—"}</td>
        <td>${each.counter ? html`${chip(words.counterOf, "amber")} ` : nothing}${each.remark || (each.counter ? nothing : "—")}</td><td><small>${each.by} ${shortTime(each.at)}</small></td>
        <td class="is-act">${each.countered ? chip(words.countered) : each.counter ? nothing : html`<button type="button" class="link" data-name="counter-${each.id}" @click=${() => void this.#open(each.id)}>${words.counter}</button>`}</td></tr>
        ${this.countering === each.id ? html`<tr><td colspan="7">${this.#counterForm(each)}</td></tr>` : nothing}`)}</tbody></table>`;
  }

  #form(page: OrderPage): TemplateResult {
    const words = receiptWords();
    const record = `${page.id}-${this.count}`;
    const set = (name: keyof Values) => (event: TypedEvent): void => {
      event.stopPropagation();
      this.values = { ...this.values, [name]: event.detail.value };
      this.problems = {};
    };
    const field = (name: keyof Values, label: string, hint = ""): TemplateResult => html`<dk-field kind=${name === "received_on" ? "date" : "text"} ?required=${name === "amount"} .record=${record} name="receipt.${name}" .label=${label} .hint=${hint} .value=${this.values[name]} .problem=${this.problems[`receipt.${name}`] ?? ""} clause="F7-15" @typed=${set(name)}></dk-field>`;
    const ways = Object.entries(words.ways).map(([value, label]) => ({ value, label }));
    return form({
      label: words.add,
      onSubmit: () => void this.#record(page),
      body: html`<div class="fields is-three">${field("amount", words.amount)}${field("received_on", words.on, words.onHint)}
        <dk-choice filled .record=${record} name="receipt.way" .label=${words.way} .value=${this.values.way} .options=${ways} @typed=${set("way")}></dk-choice>
        ${field("reference", words.reference, words.referenceHint)}${field("remark", words.remark)}
        <div class="field-button is-start">${button({ label: words.add, main: true, name: "record-receipt", busy: this.#acting.busy })}</div></div>`,
    });
  }

  #counterForm(receipt: ReceiptView): TemplateResult {
    const words = receiptWords();
    return form({
      label: words.counterTitle(receipt.amount),
      onSubmit: () => void this.#counter(receipt),
      body: html`<p class="quiet is-prose">${words.counterText}</p>
        <dk-field required .record=${String(receipt.id)} name="receipt-counter.reason" .label=${words.counterReason} .value=${this.reason} .problem=${this.problems["receipt-counter.reason"] ?? ""} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.reason = event.detail.value; this.problems = {}; }}></dk-field>`,
      actions: html`${button({ label: words.cancel, onClick: () => { this.countering = undefined; } })}${button({ label: words.counter, main: true, name: "counter-receipt", busy: this.#acting.busy })}`,
    });
  }

  async #open(id: number): Promise<void> {
    this.countering = id;
    this.reason = "";
    await this.updateComplete;
    setTimeout(() => this.querySelector<HTMLElement>("[data-field='receipt-counter.reason']")?.focus());
  }

  async #record(page: OrderPage): Promise<void> {
    const words = receiptWords();
    const { amount, received_on: receivedOn, way, reference, remark } = this.values;
    if (amount.trim() === "") return this.#lacks({ "receipt.amount": words.needed });
    const next = await this.#acting.run(() => call("record_receipt", { request: { orderId: page.id, receivedOn, amount, way: way as ReceiptWay, reference, remark } }));
    if (next === undefined) {
      const refused = this.#acting.refusal;
      const fields = refused?.fields ?? [];
      if (refused?.code === "receipt_reference_missing") return this.#lacks({ "receipt.reference": refusalWords(refused).title });
      if (refused?.code === "receipt_in_future") return this.#lacks({ "receipt.received_on": refusalWords(refused).title });
      return fields.length === 0 ? undefined : this.#lacks(Object.fromEntries(fields.map((each) => [each.path, fieldNote(each.code, each.params)])));
    }
    this.values = FRESH;
    this.count += 1;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: next, bubbles: true }));
    say(words.added(next.receipts.receipts[0]?.amount ?? ""));
  }

  async #counter(receipt: ReceiptView): Promise<void> {
    if (this.reason.trim() === "") return this.#lacks({ "receipt-counter.reason": receiptWords().needed });
    const next = await this.#acting.run(() => call("counter_receipt", { request: { receiptId: receipt.id, reason: this.reason } }));
    if (next === undefined) return;
    this.countering = undefined;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: next, bubbles: true }));
    say(receiptWords().countered);
    // What is right is entered next.
    await this.updateComplete;
    this.querySelector<HTMLElement>("[data-field='receipt.amount']")?.focus();
  }

  async #lacks(problems: Readonly<Record<string, string>>): Promise<void> {
    this.problems = problems;
    await this.updateComplete;
    setTimeout(() => this.querySelector<HTMLElement>(".has-problem")?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-receipts": Receipts;
  }
}
