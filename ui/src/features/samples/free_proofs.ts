// <dk-free-proofs .page=${page}>: proofs of an order nobody pays for (4.2.3 B). @page: the new OrderPage.
// Hooks: data-name=ask-free-proof, request-free-proof, approve-free-ID, approve-free-proof, open-free-ID, cost-free-ID,
// record-free-cost, withdraw-free-ID, withdraw-free-proof; data-field=free-proof.medium, .content, .quantity, .reason, .cost,
// .note, .withdrawn.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { FreeProofView, OrderPage, Paper, Power, SampleMedium } from "../../api/commands";
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
import "../../signing/signature";
import { refusalWords } from "../../words/errors";
import { freeProofWords } from "../../words/free_proofs";
import { recordedWord } from "../../words/recorded";
import { shortTime } from "../../words/times";

type Doing = "ask" | "approve" | "cost" | "withdraw";
type Texts = Readonly<Record<string, string>>;
const APPROVE: readonly Power[] = ["sign_free_proof"];
const MEDIA: readonly SampleMedium[] = ["inkjet", "digital", "blueline"];

@customElement("dk-free-proofs")
export class FreeProofs extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @state() private doing: { readonly what: Doing; readonly id: number } | undefined;
  @state() private texts: Texts = {};
  @state() private paper: Paper | undefined;
  readonly #acting = new Acting(this);

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined) return nothing;
    const { on, proofs } = page.freeProofs;
    if (!on && proofs.length === 0) return nothing;
    const words = freeProofWords();
    const refusal = this.#acting.refusal;
    const asking = this.doing?.what === "ask";
    return html`${card({
      title: words.title,
      note: on && !asking && !rests(page) ? button({ label: words.ask, name: "ask-free-proof", onClick: () => this.#begin("ask", 0, { medium: page.proofs.lane === "b" ? "inkjet" : "digital", quantity: "1" }) }) : nothing,
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <p class="quiet is-prose">${on ? words.lead : words.off}${proofs.length === 0 ? ` ${words.none}` : ""}</p>
        ${asking ? this.#askForm(page) : nothing}
        ${proofs.map((proof) => this.#proof(page, proof))}`,
    })}
    ${dialog({ open: this.paper !== undefined, title: words.title, wide: true, onClose: () => { this.paper = undefined; }, body: html`<dk-paper printable .paper=${this.paper}></dk-paper>` })}`;
  }

  #begin(what: Doing, id: number, texts: Texts): void {
    this.#acting.clear();
    this.texts = texts;
    this.doing = { what, id };
    void this.updateComplete.then(() => setTimeout(() => this.querySelector<HTMLElement>(".detail-form :is(input, select)")?.focus()));
  }

  readonly #set = (event: TypedEvent): void => {
    event.stopPropagation();
    this.texts = { ...this.texts, [event.detail.name.split(".")[1] ?? ""]: event.detail.value };
  };

  #field(name: string, label: string, parts: { hint?: string; required?: boolean; kind?: "integer" | "money"; span?: number } = {}): TemplateResult {
    const record = `${this.doing?.what ?? ""}${this.doing?.id ?? 0}`;
    return html`<dk-field ?required=${parts.required ?? false} kind=${parts.kind ?? "text"} .span=${parts.span ?? 1} .name=${`free-proof.${name}`} .record=${record} .label=${label} .hint=${parts.hint ?? ""} .value=${this.texts[name] ?? ""} @typed=${this.#set}></dk-field>`;
  }

  #small(label: string, body: TemplateResult, act: string, name: string, onSubmit: () => void): TemplateResult {
    return html`<div class="detail-form">${form({ label, onSubmit, body, actions: html`${button({ label: freeProofWords().cancel, onClick: () => { this.doing = undefined; } })}${button({ label: act, main: true, name, busy: this.#acting.busy })}` })}</div>`;
  }

  #askForm(page: OrderPage): TemplateResult {
    const words = freeProofWords();
    return this.#small(words.ask, html`<div class="fields">
        <dk-choice look="radio" filled name="free-proof.medium" record="ask" .label=${words.medium} .value=${this.texts["medium"] ?? ""} .options=${MEDIA.map((each) => ({ value: each, label: words.media[each] }))} @typed=${this.#set}></dk-choice>
        ${this.#field("content", words.content, { hint: words.contentHint, required: true })}${this.#field("quantity", words.quantity, { kind: "integer", required: true })}${this.#field("reason", words.reason, { required: true })}</div>`, words.save, "request-free-proof", () => void this.#run(() => call("request_free_proof", { request: { orderId: page.id, medium: (this.texts["medium"] ?? "inkjet") as SampleMedium, content: this.texts["content"] ?? "", quantity: Number.parseInt(this.texts["quantity"] ?? "", 10) || 0, reason: this.texts["reason"] ?? "" } }), words.asked));
  }

  #proof(page: OrderPage, proof: FreeProofView): TemplateResult {
    const words = freeProofWords();
    const doing = this.doing?.id === proof.id ? this.doing.what : undefined;
    const link = (what: Doing, label: string, name: string, texts: Texts): TemplateResult => html`<button type="button" class="link" data-name="${name}-${proof.id}" @click=${() => this.#begin(what, proof.id, texts)}>${label}</button>`;
    const { paper } = proof;
    return html`<section class="detail" data-row=${proof.id}><h3>${proof.number ?? (proof.withdrawn === "" ? chip(words.waiting, "amber") : chip(words.withdrawn(proof.withdrawn), "quiet"))}</h3>
      <ul class="detail-lines"><li>${words.line(words.media[proof.medium], proof.quantity, proof.content)} · ${proof.reason}</li>
        <li class="quiet">${words.askedBy(proof.requestedBy, shortTime(proof.requestedAt))}${proof.approvedBy === null ? nothing : html` · ${words.approvedBy(proof.approvedBy, shortTime(proof.approvedAt ?? ""))}`}${proof.recorded === null ? nothing : html` ${chip(recordedWord(proof.recorded), "quiet")}`}</li>
        ${proof.number === null ? nothing : html`<li>${proof.cost === null ? chip(words.costOpen, "amber") : html`${words.costLine(proof.cost)}${proof.costNote === "" ? "" : ` · ${proof.costNote}`}`}</li>`}</ul>
      ${doing === "approve"
        ? this.#small(words.approveTitle, html`<dk-signature name="free" .powers=${APPROVE} .apart=${[proof.requestedBy]}></dk-signature>`, words.approve, "approve-free-proof", () => void this.#approve(proof))
        : doing === "cost"
          ? this.#small(words.costSave, html`<div class="fields is-two">${this.#field("cost", words.cost, { hint: words.costHint, required: true, kind: "money" })}${this.#field("note", words.costOf)}</div>`, words.costSave, "record-free-cost", () => void this.#run(() => call("record_free_proof_cost", { request: { freeProofId: proof.id, cost: this.texts["cost"] ?? "", note: this.texts["note"] ?? "" } }), words.costSaid))
          : doing === "withdraw"
            ? this.#small(words.withdraw, html`<div class="fields is-two">${this.#field("withdrawn", words.withdrawReason, { required: true })}</div>`, words.withdraw, "withdraw-free-proof", () => void this.#run(() => call("withdraw_free_proof", { freeProofId: proof.id, reason: this.texts["withdrawn"] ?? "" }), words.withdrawnSaid))
            : html`<p class="detail-acts">${proof.number === null && proof.withdrawn === "" && !rests(page) ? html`${link("approve", words.approve, "approve-free", {})}${link("withdraw", words.withdraw, "withdraw-free", {})}` : nothing}
                ${paper === null ? nothing : html`<button type="button" class="link" data-name="open-free-${proof.id}" @click=${() => { this.paper = paper; }}>${words.open}</button>${link("cost", words.costSave, "cost-free", { cost: proof.cost ?? "", note: proof.costNote })}`}</p>`}</section>`;
  }

  async #approve(proof: FreeProofView): Promise<void> {
    const box = this.querySelector("dk-signature");
    const approval = box?.approval();
    if (box === null || approval === undefined) return;
    const words = freeProofWords();
    const page = await this.#acting.run(() => call("approve_free_proof", { request: { freeProofId: proof.id, approval } }));
    box.clear();
    if (page === undefined) return;
    this.#take(page, words.approved(page.freeProofs.proofs.find((each) => each.id === proof.id)?.number ?? ""));
  }

  async #run(act: () => Promise<OrderPage>, words: string): Promise<void> {
    const page = await this.#acting.run(act);
    if (page !== undefined) this.#take(page, words);
  }

  #take(page: OrderPage, words: string): void {
    this.doing = undefined;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: page, bubbles: true }));
    say(words);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-free-proofs": FreeProofs;
  }
}
