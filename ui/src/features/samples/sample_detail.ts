// <dk-sample-detail .page .sample>: one sample in a dialog: what is written of it, pictures, who has it, its stamps.
// @page: the new OrderPage. Hooks: data-name=edit-sample, save-sample, add-photos, begin-change-on-sample, write-change, sign-change-ID, sign-change, begin-lend, lend-sample, begin-return,
// return-sample, begin-void, void-stamp, begin-out, take-out, put-back; data-field=detail.type …, loan.borrower, loan.purpose,
// loan.returnedBy, loan.place, void.reason, void.capacity, out.reason, sample.photos.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { Capacity, OrderPage, Power, SampleView, StampView } from "../../api/commands";
import { rests } from "../../form/rests";
import { LightElement } from "../../kit/element";
import { type Piece, evidenceBox, sentPieces } from "../../kit/evidence_box";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, chip, facts, notice, stamp } from "../../kit/pieces";
import { say } from "../../kit/toast";
import "../../papers/photo";
import { EvidenceIntake } from "../../signing/evidence_intake";
import "../../signing/signature";
import { refusalWords } from "../../words/errors";
import { recordedWord } from "../../words/recorded";
import { samplesWords } from "../../words/samples";
import { shortDay, shortTime } from "../../words/times";
import { type SampleDay, type SampleValues, BLANK, NONE_UNREAD, daysUnread, factsOf, sampleFields, valuesOf } from "./sample_fields";

type Doing = "" | "edit" | "lend" | "return" | "void" | "out" | "change" | "sign";
const STAMPS: readonly Power[] = ["sign_sales_stamp", "sign_quality_stamp"];
const BESIDE: readonly Power[] = ["sign_beside_sample"];

@customElement("dk-sample-detail")
export class SampleDetail extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @property({ attribute: false }) sample: SampleView | undefined;
  @state() private doing: Doing = "";
  @state() private values: SampleValues = BLANK;
  @state() private unread: ReadonlySet<SampleDay> = NONE_UNREAD;
  @state() private texts: Readonly<Record<string, string>> = {};
  @state() private capacity: Capacity = "customer";
  @state() private pieces: readonly Piece[] = [];
  /** The change that is being signed. */
  @state() private signing = 0;
  readonly #acting = new Acting(this);
  readonly #intake = new EvidenceIntake(this, {
    // While somebody's signature is recorded here, what is pasted proves that.
    takes: () => this.page !== undefined && !rests(this.page) && this.closest("dialog")?.open === true && this.querySelectorAll(".sign-evidence").length === this.querySelectorAll("[data-field^='sample'] .sign-evidence").length,
    pieces: () => this.pieces,
    take: (pieces) => { this.pieces = pieces; },
  });

  protected override render(): TemplateResult | typeof nothing {
    const { page, sample } = this;
    if (page === undefined || sample === undefined) return nothing;
    const words = samplesWords();
    const still = rests(page);
    const refusal = this.#acting.refusal;
    return html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
      ${sample.outReason === "" ? nothing : notice({ tone: "amber", title: words.out(sample.outReason), ...(still ? {} : { actions: button({ label: words.putBack, name: "put-back", busy: this.#acting.busy, onClick: () => void this.#run(() => call("put_sample_back", { sampleId: sample.id }), words.backAgain) }) }) })}
      ${this.#written(sample, still)}${this.#photos(sample, still)}${this.#changes(sample, still)}${this.#loans(sample)}${this.#stamps(page, sample)}
      ${sample.outReason !== "" || page.state === "suspended" ? nothing : this.doing === "out" ? this.#outForm(sample) : html`<p class="detail-acts">${this.#begins("out", words.takeOut, "begin-out")}</p>`}`;
  }

  #begins(doing: Doing, label: string, name: string): TemplateResult {
    return html`<button type="button" class="link" data-name=${name} @click=${() => this.#begin(doing)}>${label}</button>`;
  }

  #begin(doing: Doing): void {
    const sample = this.sample;
    if (sample === undefined) return;
    this.#acting.clear();
    this.values = valuesOf(sample);
    this.texts = doing === "return" ? { returnedBy: sample.loans[0]?.borrower ?? "", place: sample.place } : {};
    this.capacity = sample.signers[0] ?? "sales_assistant";
    this.doing = doing;
    void this.updateComplete.then(() => setTimeout(() => this.querySelector<HTMLElement>(".detail-form :is(input, select, textarea)")?.focus()));
  }

  #text(name: string, label: string, field: string, hint = "", required = false): TemplateResult {
    return html`<dk-field ?required=${required} .name=${field} .record=${`${this.doing}${this.sample?.id ?? ""}`} .label=${label} .hint=${hint} .value=${this.texts[name] ?? ""} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.texts = { ...this.texts, [name]: event.detail.value }; }}></dk-field>`;
  }

  #small(label: string, body: TemplateResult, act: string, name: string, onSubmit: () => void): TemplateResult {
    return html`<div class="detail-form">${form({ label, onSubmit, body, actions: html`${button({ label: samplesWords().cancel, onClick: () => { this.doing = ""; } })}${button({ label: act, main: true, name, busy: this.#acting.busy })}` })}</div>`;
  }

  #written(sample: SampleView, still: boolean): TemplateResult {
    const words = samplesWords();
    if (this.doing === "edit") {
      return this.#small(words.edit, html`<div class="fields">${sampleFields({ values: this.values, record: `edit${sample.id}`, prefix: "detail", unread: this.unread, change: (values) => { this.values = values; this.unread = NONE_UNREAD; } })}</div>${sample.stamp === null ? nothing : html`<p class="quiet is-prose">${words.editText}</p>`}`, words.save, "save-sample", () => {
        this.unread = daysUnread(this.values);
        if (this.unread.size === 0) void this.#run(() => call("change_sample", { request: { sampleId: sample.id, facts: factsOf(this.values) } }), words.changed);
      });
    }
    return html`<section class="detail">${facts([
      { label: words.type, value: `${words.types[sample.type]} · ${words.sources[sample.source]} · ${words.media[sample.medium]}` },
      { label: words.quantity, value: String(sample.quantity) },
      { label: words.fromWhom, value: sample.fromWhom || "—" },
      { label: words.cameOn, value: sample.cameOn === null ? "—" : shortDay(sample.cameOn) },
      { label: words.description, value: sample.description || "—" },
      { label: words.condition, value: sample.condition || "—" },
      { label: words.place, value: sample.place || "—" },
      { label: words.goodUntil, value: sample.validUntil === null ? words.unlimited : shortDay(sample.validUntil) },
    ])}${still ? nothing : html`<p class="detail-acts">${this.#begins("edit", words.edit, "edit-sample")}</p>`}</section>`;
  }

  #photos(sample: SampleView, still: boolean): TemplateResult {
    const words = samplesWords();
    const signing = this.doing === "void" || this.doing === "change" || this.doing === "sign";
    if ((signing || still) && sample.photos.length === 0) return html``;
    return html`<section class="detail"><h3>${words.photos}</h3>
      ${sample.photos.length === 0 ? nothing : html`<div class="photos" data-name="photos">${sample.photos.map((photo) => html`<dk-photo .photo=${photo} .load=${(id: number) => call("sample_photo", { photoId: id })}></dk-photo>`)}</div>`}
      ${signing || still ? nothing : html`${evidenceBox({ name: "sample.photos", label: words.addPhotos, pieces: this.pieces, over: this.#intake.over, problem: "", attach: () => void this.#intake.pick(), change: (pieces) => { this.pieces = pieces; } })}
        ${this.pieces.length === 0 ? nothing : html`<p class="detail-acts">${button({ label: words.addPhotos, name: "add-photos", busy: this.#acting.busy, onClick: () => void this.#addPhotos(sample) })}</p>`}`}</section>`;
  }

  async #addPhotos(sample: SampleView): Promise<void> {
    if (await this.#run(() => call("add_sample_photos", { sampleId: sample.id, photos: sentPieces(this.pieces) }), samplesWords().photosAdded)) this.pieces = [];
  }

  #changes(sample: SampleView, still: boolean): TemplateResult {
    const words = samplesWords();
    return html`<section class="detail"><h3>${words.changes}</h3><p class="quiet is-prose">${words.changesText}</p>
      ${sample.changes.length === 0 ? nothing : html`<ul class="detail-lines" data-name="changes">${sample.changes.map((change) => html`<li>${words.changeLine(change.place, change.words)} · ${change.signer === null ? html`${chip(words.unsigned, "red")} ${still ? nothing : html`<button type="button" class="link" data-name="sign-change-${change.id}" @click=${() => { this.signing = change.id; this.#begin("sign"); }}>${words.signChange}</button>`}` : html`${words.signedBy(change.signer, shortTime(change.signedAt ?? ""))}${change.recorded === null ? nothing : html` ${chip(recordedWord(change.recorded), "quiet")}`}`}</li>`)}</ul>`}
      ${this.doing === "change" ? this.#changeForm(sample) : this.doing === "sign" ? this.#small(words.signChange, html`<dk-signature name="beside" .powers=${BESIDE}></dk-signature>`, words.signChange, "sign-change", () => void this.#signChange()) : still ? nothing : html`<p class="detail-acts">${this.#begins("change", words.addChange, "begin-change-on-sample")}</p>`}</section>`;
  }

  #changeForm(sample: SampleView): TemplateResult {
    const words = samplesWords();
    const now = this.texts["now"] !== undefined && this.texts["now"] !== "";
    return this.#small(words.addChange, html`<div class="fields is-two">${this.#text("changePlace", words.changePlace, "change.place", "", true)}${this.#text("changeWords", words.changeWords, "change.words", "", true)}</div>
      ${evidenceBox({ name: "sample.scan", label: words.changeScan, pieces: this.pieces, over: this.#intake.over, problem: "", attach: () => void this.#intake.pick(), change: (pieces) => { this.pieces = pieces; } })}
      <dk-check name="change.now" .label=${words.signNow} .value=${now ? "1" : ""} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.texts = { ...this.texts, now: event.detail.value }; }}></dk-check>
      ${now ? html`<dk-signature name="beside" .powers=${BESIDE}></dk-signature>` : nothing}`, words.saveChange, "write-change", () => void this.#writeChange(sample, now));
  }

  async #writeChange(sample: SampleView, now: boolean): Promise<void> {
    const box = now ? this.querySelector("dk-signature") : null;
    const approval = box?.approval() ?? null;
    if (now && approval === null) return;
    const request = { sampleId: sample.id, place: this.texts["changePlace"] ?? "", words: this.texts["changeWords"] ?? "", scan: sentPieces(this.pieces), approval };
    if (await this.#run(() => call("write_sample_change", { request }), samplesWords().changeSaved)) this.pieces = [];
    box?.clear();
  }

  async #signChange(): Promise<void> {
    const box = this.querySelector("dk-signature");
    const approval = box?.approval();
    if (box === null || approval === undefined) return;
    await this.#run(() => call("sign_sample_change", { request: { changeId: this.signing, approval } }), samplesWords().changeSigned);
    box.clear();
  }

  #loans(sample: SampleView): TemplateResult {
    const words = samplesWords();
    const out = sample.loans.find((loan) => loan.returnedAt === null);
    return html`<section class="detail"><h3>${words.loans}${out === undefined ? nothing : html` ${chip(words.lentTo(out.borrower), "amber")}`}</h3>
      ${sample.loans.length === 0 ? nothing : html`<ul class="detail-lines" data-name="loans">${sample.loans.map((loan) => html`<li>${words.lentLine(loan.borrower, shortTime(loan.lentAt), loan.lentBy)}${loan.purpose === "" ? nothing : html` · ${loan.purpose}`}${loan.returnedAt === null ? nothing : html` → ${words.returnedLine(loan.returnedBy ?? "", shortTime(loan.returnedAt), loan.takenBy ?? "")}`}</li>`)}</ul>`}
      ${this.doing === "lend"
        ? this.#small(words.lend, html`<div class="fields is-two">${this.#text("borrower", words.borrower, "loan.borrower", "", true)}${this.#text("purpose", words.purpose, "loan.purpose")}</div>`, words.lend, "lend-sample", () => void this.#run(() => call("lend_sample", { request: { sampleId: sample.id, borrower: this.texts["borrower"] ?? "", purpose: this.texts["purpose"] ?? "" } }), words.lentSaid))
        : this.doing === "return"
          ? this.#small(words.giveBack, html`<div class="fields is-two">${this.#text("returnedBy", words.returnedBy, "loan.returnedBy", "", true)}${this.#text("place", words.place, "loan.place")}</div>`, words.giveBack, "return-sample", () => void this.#run(() => call("return_sample", { request: { sampleId: sample.id, returnedBy: this.texts["returnedBy"] ?? "", place: this.texts["place"] ?? "" } }), words.returnedSaid))
          : html`<p class="detail-acts">${out === undefined ? this.#begins("lend", words.lend, "begin-lend") : this.#begins("return", words.giveBack, "begin-return")}</p>`}</section>`;
  }

  #stamps(page: OrderPage, sample: SampleView): TemplateResult | typeof nothing {
    const given = sample.stamp;
    if (given === null) return nothing;
    const words = samplesWords();
    return html`<section class="detail"><h3>${words.stampsGiven}</h3>
      <ul class="detail-lines" data-name="stamps">${[given, ...sample.earlier].map((each) => this.#stampLine(sample, each, each === given))}</ul>
      ${given.void !== null || rests(page) ? nothing : this.doing === "void" ? this.#voidForm(page, sample) : html`<p class="detail-acts">${this.#begins("void", words.voidStamp, "begin-void")}</p>`}</section>`;
  }

  #stampLine(sample: SampleView, given: StampView, newest: boolean): TemplateResult {
    const words = samplesWords();
    const holds = newest && given.void === null && !given.stale && !given.expired;
    return html`<li>${stamp(sample.number, holds ? "given" : "stale")} ${words.signedBy(given.signer, shortDay(given.date))}${given.recorded === null ? nothing : html` ${chip(recordedWord(given.recorded), "quiet")}`} · ${given.customer} · ${given.product}
      ${given.void === null ? nothing : html`<br /><span class="is-red">${words.voided(given.void.reason, given.void.signer, shortDay(given.void.date))}</span>${given.void.recorded === null ? nothing : html` ${chip(recordedWord(given.void.recorded), "quiet")}`}`}</li>`;
  }

  #voidForm(page: OrderPage, sample: SampleView): TemplateResult {
    const words = samplesWords();
    const byCustomer = this.capacity === "customer";
    return this.#small(words.voidStamp, html`<p class="quiet is-prose">${words.voidText}</p>
      <div class="fields is-two">${this.#text("reason", words.voidReason, "void.reason", "", true)}
        <dk-choice look=${sample.signers.length > 3 ? "select" : "radio"} filled name="void.capacity" .record=${String(sample.id)} .label=${words.capacity} .value=${this.capacity} clause="4.2.4"
          .options=${sample.signers.map((signer) => ({ value: signer, label: words.capacities[signer] }))} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.capacity = event.detail.value as Capacity; }}></dk-choice></div>
      ${byCustomer ? html`<dk-signature name="void" outsiders .powers=${[]} .outsider=${page.form.order["contact"] ?? ""}></dk-signature>` : html`<dk-signature name="void" .powers=${STAMPS} only=${this.capacity}></dk-signature>`}`, words.voidStamp, "void-stamp", () => void this.#void(sample));
  }

  async #void(sample: SampleView): Promise<void> {
    const box = this.querySelector("dk-signature");
    const approval = box?.approval();
    if (box === null || approval === undefined || sample.stamp === null) return;
    const stampId = sample.stamp.id;
    await this.#run(() => call("void_stamp", { request: { sampleId: sample.id, stampId, capacity: this.capacity, reason: this.texts["reason"] ?? "", approval } }), samplesWords().voidedSaid);
    box.clear();
  }

  #outForm(sample: SampleView): TemplateResult {
    const words = samplesWords();
    return this.#small(words.takeOut, html`<div class="fields is-two">${this.#text("out", words.outReason, "out.reason", words.outHint, true)}</div>`, words.takeOut, "take-out", () => void this.#run(() => call("take_sample_out", { sampleId: sample.id, reason: this.texts["out"] ?? "" }), words.takenOut));
  }

  /** Runs an act and shows its order; answers whether it came about. */
  async #run(act: () => Promise<OrderPage>, words: string): Promise<boolean> {
    const page = await this.#acting.run(act);
    if (page === undefined) return false;
    this.doing = "";
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: page, bubbles: true }));
    say(words);
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-sample-detail": SampleDetail;
  }
}
