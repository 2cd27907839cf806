// <dk-hand-overs .page=${page}>: 转交记录: what went to which department, and who said that it came. @page: the new OrderPage.
// Hooks: data-name=hand-overs, receive-ID (opens the dialog), slip-ID (its paper), receive-hand-over (does it), hand-over; data-field=hand-over.department,
// hand-over.person, hand-over.content, received.who.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { HandOverView, OrderPage, Paper } from "../../api/commands";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, chip, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import "../../papers/paper_view";
import { refusalWords } from "../../words/errors";
import { handOverWords } from "../../words/hand_overs";
import { shortTime } from "../../words/times";

type Name = "department" | "person" | "content";
const NOTHING: Readonly<Record<Name, string>> = { department: "", person: "", content: "" };

@customElement("dk-hand-overs")
export class HandOvers extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @state() private values = NOTHING;
  @state() private problems: Partial<Record<Name, string>> = {};
  @state() private receiving: HandOverView | undefined;
  @state() private who = "";
  @state() private nobody = false;
  @state() private count = 0;
  @state() private paper: Paper | undefined;
  readonly #acting = new Acting(this);

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined) return nothing;
    const words = handOverWords();
    const open = page.handOvers.filter((each) => each.receivedBy === null).length;
    const receiving = this.receiving;
    return html`${card({
        title: words.title,
        note: open === 0 ? undefined : chip(words.unreceived(open), "amber"),
        body: html`<p class="quiet is-prose">${words.lead}</p>${page.handOvers.length === 0 ? html`<p class="quiet is-prose">${words.none}</p>` : this.#list(page.handOvers)}${this.#form(page)}`,
      })}
      ${dialog({ open: receiving !== undefined, title: receiving === undefined ? "" : words.receiveTitle(receiving.department), onClose: () => { this.receiving = undefined; }, body: receiving === undefined ? nothing : this.#receive(receiving) })}
      ${dialog({ open: this.paper !== undefined, title: words.slip, wide: true, onClose: () => { this.paper = undefined; }, body: html`<dk-paper printable .paper=${this.paper}></dk-paper>` })}`;
  }

  #list(lines: readonly HandOverView[]): TemplateResult {
    const words = handOverWords();
    const heads = words.columns;
    return html`<table class="table is-wrapping" data-name="hand-overs"><thead><tr><th>${heads.department}</th><th class="is-wide">${heads.content}</th><th>${heads.person}</th><th>${heads.at}</th><th>${heads.by}</th><th>${heads.received}</th></tr></thead>
      <tbody>${lines.map((line) => html`<tr><td>${line.department} <small class="quiet">${words.occasions[line.occasion]}</small></td><td>${line.content}</td><td>${line.person || "—"}</td><td>${shortTime(line.at)}</td><td>${line.by}<br /><button type="button" class="link" data-name="slip-${line.id}" @click=${() => void this.#slip(line)}>${words.slip}</button></td>
        <td>${line.receivedBy === null ? html`<button type="button" class="link" data-name="receive-${line.id}" @click=${() => this.#begin(line)}>${words.receive}</button>` : html`${line.receivedBy} <small class="quiet">${shortTime(line.receivedAt ?? "")}</small>`}</td></tr>`)}</tbody></table>`;
  }

  async #slip(line: HandOverView): Promise<void> {
    this.paper = await this.#acting.run(() => call("hand_over_slip", { handOverId: line.id }));
  }

  #begin(line: HandOverView): void {
    this.#acting.clear();
    this.who = line.person;
    this.nobody = false;
    this.receiving = line;
  }

  #refusal(): TemplateResult | typeof nothing {
    const refusal = this.#acting.refusal;
    return refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next });
  }

  #receive(line: HandOverView): TemplateResult {
    const words = handOverWords();
    return form({
      label: words.receiveSave,
      onSubmit: () => void this.#received(line),
      body: html`${this.#refusal()}<p class="quiet is-prose">${line.content}</p>
        <dk-field required name="received.who" .record=${String(line.id)} .label=${words.who} .value=${this.who} .problem=${this.nobody ? words.needed : ""} clause="F1-07" @typed=${(event: TypedEvent) => { event.stopPropagation(); this.who = event.detail.value; this.nobody = false; }}></dk-field>`,
      actions: html`${button({ label: words.cancel, onClick: () => { this.receiving = undefined; } })}${button({ label: words.receiveSave, main: true, key: "main", name: "receive-hand-over", busy: this.#acting.busy })}`,
    });
  }

  #form(page: OrderPage): TemplateResult {
    const words = handOverWords();
    const field = (name: Name, label: string, required: boolean): TemplateResult => html`<dk-field ?required=${required} .record=${`${page.id}-${this.count}`} .name=${`hand-over.${name}`} .label=${label} .value=${this.values[name]} .problem=${this.problems[name] ?? ""} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.values = { ...this.values, [name]: event.detail.value }; this.problems = {}; }}></dk-field>`;
    return form({
      label: words.add,
      onSubmit: () => void this.#add(page),
      body: html`${this.receiving === undefined ? this.#refusal() : nothing}<div class="fields is-three">${field("department", words.department, true)}${field("person", words.person, false)}${field("content", words.content, true)}</div>`,
      actions: button({ label: words.save, main: true, name: "hand-over", busy: this.#acting.busy }),
    });
  }

  async #add(page: OrderPage): Promise<void> {
    const words = handOverWords();
    const { department, person, content } = this.values;
    this.problems = { ...(department.trim() === "" ? { department: words.needed } : {}), ...(content.trim() === "" ? { content: words.needed } : {}) };
    if (Object.keys(this.problems).length > 0) {
      await this.updateComplete;
      setTimeout(() => this.querySelector<HTMLElement>(".has-problem")?.focus());
      return;
    }
    const added = await this.#acting.run(() => call("hand_over", { request: { orderId: page.id, department, person, content } }));
    if (added === undefined) return;
    this.values = NOTHING;
    this.count += 1;
    this.#take(added, words.saved);
  }

  async #received(line: HandOverView): Promise<void> {
    this.nobody = this.who.trim() === "";
    if (this.nobody) return;
    const received = await this.#acting.run(() => call("receive_hand_over", { request: { handOverId: line.id, who: this.who.trim() } }));
    if (received === undefined) return;
    this.receiving = undefined;
    this.#take(received, handOverWords().received);
  }

  #take(page: OrderPage, words: string): void {
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: page, bubbles: true }));
    say(words);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-hand-overs": HandOvers;
  }
}
