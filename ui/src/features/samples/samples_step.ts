// <dk-samples-step .page=${page}>: step 3. Samples are registered, stamped by who may sign them, and labelled.
// Hooks: data-name=register-sample, stamp-sample-ID (opens the stamp), stamp-sample (gives it), sample-ID (opens its details),
// sample-labels (asks on what), make-labels; data-field=sample.type, .source, .medium, .description, .quantity, .fromWhom, .cameOn, .condition,
// .place, .validUntil; stamp.capacity, stamp.validUntil, stamp.person, stamp.pin …; labels.paper, labels.right, labels.down, labels.used
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import { desk } from "../../api/desk";
import type { Capacity, LabelPaper, OrderPage, Paper, Power, RollOffset, SampleView } from "../../api/commands";
import { Unsaved } from "../../api/unsaved";
import { dialog } from "../../kit/dialog";
import { rests } from "../../form/rests";
import { LightElement } from "../../kit/element";
import { type Piece, evidenceBox, sentPieces } from "../../kit/evidence_box";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, chip, facts, notice, stamp } from "../../kit/pieces";
import { remember, remembered } from "../../kit/remembered";
import { say } from "../../kit/toast";
import "../../papers/paper_view";
import { EvidenceIntake } from "../../signing/evidence_intake";
import "../../signing/signature";
import { fieldNote, refusalWords } from "../../words/errors";
import { samplesWords } from "../../words/samples";
import { recordedWord } from "../../words/recorded";
import { shortDay } from "../../words/times";
import { replacedChip } from "../../signing/replaced";
import "./free_proofs";
import "./proofs";
import "./sample_detail";
import { type SampleDay, type SampleValues, BLANK, NONE_UNREAD, dayUnread, daysUnread, factsOf, filledIn, options, sampleFields } from "./sample_fields";

const STAMPS: readonly Power[] = ["sign_sales_stamp", "sign_quality_stamp"];
/** On what labels were printed last on this machine. */
const LABELS_ON = "labels.paper";
/** How far the printer of single labels on this machine is off. */
const LABELS_OFF = { right: "labels.right", down: "labels.down" } as const;

const NOT_UNDERSTOOD = "labels_offset_not_understood";

@customElement("dk-samples-step")
export class SamplesStep extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @state() private values: SampleValues = BLANK;
  @state() private unread: ReadonlySet<SampleDay> = NONE_UNREAD;
  @state() private count = 0;
  @state() private pictures: readonly Piece[] = [];
  @state() private stamping: SampleView | undefined;
  @state() private detail = 0;
  @state() private capacity: Capacity = "customer";
  @state() private validUntil = "";
  @state() private dayUnread = false;
  @state() private labelling = false;
  @state() private labelsOn: LabelPaper = "roll";
  @state() private used = "0";
  @state() private roll: RollOffset = { right: "", down: "" };
  @state() private paper: Paper | undefined;
  readonly #unsaved = new Unsaved<{ values: SampleValues; pictures: readonly Piece[] }>(this, "sample", {
    record: () => String(this.page?.id ?? ""),
    give: () => (this.values === BLANK && this.pictures.length === 0 ? undefined : { values: this.values, pictures: this.pictures }),
    take: ({ values, pictures }) => {
      this.values = values;
      this.pictures = pictures;
    },
  });
  readonly #acting = new Acting(this);
  readonly #intake = new EvidenceIntake(this, {
    takes: () => this.page !== undefined && !rests(this.page) && this.stamping === undefined && this.detail === 0 && !this.labelling && this.querySelector("dk-signature") === null,
    pieces: () => this.pictures,
    take: (pieces) => { this.pictures = pieces; },
  });

  #answer(page: OrderPage): void {
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: page, bubbles: true }));
  }

  protected override render(): TemplateResult | typeof nothing {
    void this.#unsaved;
    const page = this.page;
    if (page === undefined) return nothing;
    const words = samplesWords();
    const printable = page.samples.filter((sample) => sample.stamp !== null && !sample.stamp.stale && !sample.stamp.expired);
    const shown = page.samples.find((sample) => sample.id === this.detail);
    return html`<div class="screen-body">
      ${this.stamping === undefined && !this.labelling ? this.#problem() : nothing}
      <dk-proofs .page=${page}></dk-proofs>
      ${card({
        title: words.title,
        note: printable.length === 0 || rests(page) ? words.note : button({ label: words.labels, name: "sample-labels", onClick: () => void this.#askLabels(page, printable) }),
        flush: true,
        body: page.samples.length === 0 ? html`<div class="none"><strong>${words.none}</strong><p class="quiet is-prose">${words.noneText}</p></div>` : this.#list(page),
      })}
      ${rests(page) ? nothing : card({ title: page.samples.length === 0 ? words.register : words.registerMore, body: this.#form(page) })}
      <dk-free-proofs .page=${page}></dk-free-proofs>
      ${dialog({ open: this.stamping !== undefined, title: words.stampTitle(this.stamping?.number ?? ""), onClose: () => { this.stamping = undefined; }, body: this.stamping === undefined ? nothing : this.#stampForm(page, this.stamping) })}
      ${dialog({ open: shown !== undefined, title: words.detailTitle(shown?.number ?? ""), wide: true, onClose: () => { this.detail = 0; }, body: shown === undefined ? nothing : html`<dk-sample-detail .page=${page} .sample=${shown}></dk-sample-detail>` })}
      ${dialog({ open: this.labelling, title: words.labelsTitle, wide: true, onClose: () => { this.labelling = false; }, body: this.labelling ? this.#labelsForm(page, printable) : nothing })}
    </div>`;
  }

  #problem(): TemplateResult | typeof nothing {
    const refusal = this.#acting.refusal;
    return refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next });
  }

  #list(page: OrderPage): TemplateResult {
    const words = samplesWords();
    const heads = words.columns;
    return html`<table class="table is-wrapping samples" data-name="samples"><thead><tr><th>${heads.number}</th><th>${heads.type}</th><th class="is-wide">${heads.description}</th><th class="is-number">${heads.quantity}</th><th class="is-stamp">${heads.stamp}</th><th class="is-act"></th></tr></thead>
      <tbody>${page.samples.map((sample) => html`<tr data-row=${sample.id} class=${sample.outReason === "" ? "" : "is-out"}>
        <td><button type="button" class="link" data-name="sample-${sample.id}" data-field="sample.${sample.id}" title=${words.open} @click=${() => { this.#acting.clear(); this.detail = sample.id; }}>${sample.number}</button>${sample.photos.length === 0 ? nothing : html`<br /><small class="quiet">${words.pictures(sample.photos.length)}</small>`}</td>
        <td>${words.types[sample.type]}<br /><small class="quiet">${words.sources[sample.source]} · ${words.media[sample.medium]}</small></td>
        <td class="is-breaking">${sample.description || "—"}${this.#where(sample)}</td>
        <td class="is-number">${sample.quantity}</td>
        <td>${sample.outReason === "" ? this.#stamp(sample) : html`<small class="quiet">${words.out(sample.outReason)}</small>`}</td>
        <td class="is-act">${sample.outReason === "" && !rests(page) ? html`<button type="button" class="link" data-name="stamp-sample-${sample.id}" data-field="sample-stamp.${sample.number}" ?data-begin=${sample.stamp === null} @click=${() => this.#begin(sample)}>${sample.stamp === null ? words.stamp : words.stampAgain}</button>` : nothing}</td>
      </tr>`)}</tbody></table>`;
  }

  /** From whom it is and when it came, where it lies, how it is, and who has it. */
  #where(sample: SampleView): TemplateResult | typeof nothing {
    const words = samplesWords();
    const out = sample.loans.find((loan) => loan.returnedAt === null);
    const came = [sample.fromWhom, sample.cameOn === null ? "" : shortDay(sample.cameOn)].filter((text) => text !== "").join(" ");
    const lies = [came === "" ? "" : words.came(came), sample.place, sample.condition].filter((text) => text !== "").join(" · ");
    if (lies === "" && out === undefined) return nothing;
    return html`<br /><small class="quiet">${lies}</small>${out === undefined ? nothing : html` ${chip(words.lentTo(out.borrower), "amber")}`}`;
  }

  #stamp(sample: SampleView): TemplateResult {
    const words = samplesWords();
    const { page } = this;
    const given = sample.stamp;
    if (given === null) return html`${stamp(words.missing, "missing")}${sample.staleProof ? html` ${chip(words.staleProof, "red")}` : nothing}`;
    const replaced = sample.staleProof ? html` ${chip(words.staleProof, "red")}` : page === undefined ? nothing : replacedChip(page, given.at);
    const dead = given.stale || given.expired || given.void !== null;
    const said = given.void !== null ? words.voided(given.void.reason, given.void.signer, shortDay(given.void.date)) : given.stale ? words.stale : given.expired ? words.expired : words.signedBy(given.signer, shortDay(given.date));
    return html`${stamp(sample.number, dead ? "stale" : "given")}${replaced}${given.recorded ? html` ${chip(recordedWord(given.recorded), "quiet")}` : nothing}
      <br /><small class=${dead ? "is-red" : "quiet"}>${said}${given.validUntil === null || given.void !== null ? nothing : html` · ${words.until(shortDay(given.validUntil))}`}</small>`;
  }

  #form(page: OrderPage): TemplateResult {
    const words = samplesWords();
    return form({
      label: words.register,
      onSubmit: () => void this.#register(page),
      body: html`<div class="fields">
        ${sampleFields({ values: filledIn(this.values, page, desk()?.today ?? ""), record: String(this.count), prefix: "sample", unread: this.unread, begin: page.samples.length === 0, change: (values) => { this.#take(values, page); } })}
      </div>
      ${evidenceBox({ name: "sample.pictures", label: words.photos, pieces: this.pictures, over: this.#intake.over, problem: "", attach: () => void this.#intake.pick(), change: (pieces) => { this.pictures = pieces; } })}`,
      actions: button({ label: words.register, main: true, name: "register-sample", busy: this.#acting.busy }),
    });
  }

  /** Takes what was typed; what was only filled in stays so, and follows the source and the day. */
  #take(typed: SampleValues, page: OrderPage): void {
    const shown = filledIn(this.values, page, desk()?.today ?? "");
    this.values = {
      ...typed,
      fromWhom: this.values.fromWhom === undefined && typed.fromWhom === shown.fromWhom ? undefined : typed.fromWhom,
      cameOn: this.values.cameOn === undefined && typed.cameOn === shown.cameOn ? undefined : typed.cameOn,
    };
    this.unread = NONE_UNREAD;
  }

  async #register(page: OrderPage): Promise<void> {
    const values = filledIn(this.values, page, desk()?.today ?? "");
    this.unread = daysUnread(values);
    if (this.unread.size > 0) return;
    const request = { orderId: page.id, facts: factsOf(values), photos: sentPieces(this.pictures) };
    const registered = await this.#acting.run(() => call("register_sample", { request }));
    if (registered === undefined) return;
    this.values = { ...this.values, description: "", quantity: "1", condition: "", cameOn: undefined };
    this.pictures = [];
    this.count += 1;
    this.#answer(registered);
    say(samplesWords().registered);
    // What comes next is its stamp.
    const newest = registered.samples.at(-1);
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-name="stamp-sample-${newest?.id}"]`)?.focus();
  }

  #begin(sample: SampleView): void {
    this.#acting.clear();
    this.capacity = sample.signers[0] ?? "sales_assistant";
    this.validUntil = sample.validUntil ?? "";
    this.dayUnread = false;
    this.stamping = sample;
  }

  #stampForm(page: OrderPage, sample: SampleView): TemplateResult {
    const words = samplesWords();
    const byCustomer = this.capacity === "customer";
    const choose = (event: TypedEvent): void => {
      event.stopPropagation();
      this.capacity = event.detail.value as Capacity;
    };
    return form({
      label: words.stampTitle(sample.number),
      onSubmit: () => void this.#give(page, sample),
      body: html`${this.#problem()}
        <div class="stamp-box">${facts([
          { label: words.facts.customer, value: page.customerName },
          { label: words.facts.product, value: page.productName },
          { label: words.facts.sampleType, value: words.types[sample.type] },
          { label: words.facts.signer, value: words.capacities[this.capacity] },
        ])}</div>
        <p class="quiet is-prose">${words.stampText}</p>
        <div class="fields is-two">
          <dk-choice look=${sample.signers.length > 3 ? "select" : "radio"} filled name="stamp.capacity" .record=${String(sample.id)} .label=${words.capacity} .value=${this.capacity} clause="4.2.4"
            .options=${sample.signers.map((signer) => ({ value: signer, label: words.capacities[signer] }))} @typed=${choose}></dk-choice>
          <dk-field kind="date" name="stamp.validUntil" .record=${String(sample.id)} .label=${words.validUntil} .hint=${words.validHint} .problem=${this.dayUnread ? words.validUnread : ""} .value=${this.validUntil}
            @typed=${(event: TypedEvent) => { event.stopPropagation(); this.validUntil = event.detail.value; this.dayUnread = false; }}></dk-field>
        </div>
        ${byCustomer
          ? html`<dk-signature name="stamp" outsiders .powers=${[]} .outsider=${page.form.order["contact"] ?? ""}></dk-signature>`
          : html`<dk-signature name="stamp" .powers=${STAMPS} only=${this.capacity}></dk-signature>`}`,
      actions: html`${button({ label: words.cancel, onClick: () => { this.stamping = undefined; } })}${button({ label: words.stamp, main: true, key: "main", name: "stamp-sample", busy: this.#acting.busy })}`,
    });
  }

  async #give(page: OrderPage, sample: SampleView): Promise<void> {
    const box = this.querySelector("dk-signature");
    const day = this.validUntil.trim();
    this.dayUnread = dayUnread(day);
    const approval = box?.approval();
    if (box === null || approval === undefined || this.dayUnread) return;
    const stamped = await this.#acting.run(() => call("stamp_sample", { request: { sampleId: sample.id, revision: page.revision, capacity: this.capacity, validUntil: day === "" ? null : day, approval } }));
    box.clear();
    if (stamped === undefined) return;
    this.stamping = undefined;
    this.#answer(stamped);
    say(samplesWords().stamped);
  }

  async #askLabels(page: OrderPage, samples: readonly SampleView[]): Promise<void> {
    this.#acting.clear();
    this.labelsOn = remembered(LABELS_ON) === "sheet" ? "sheet" : "roll";
    this.roll = { right: remembered(LABELS_OFF.right), down: remembered(LABELS_OFF.down) };
    this.paper = undefined;
    this.labelling = true;
    await this.#labels(page, samples);
  }

  #labelsForm(page: OrderPage, samples: readonly SampleView[]): TemplateResult {
    const words = samplesWords();
    return html`${this.#acting.refusal?.code === NOT_UNDERSTOOD ? nothing : this.#problem()}${form({
      label: words.labels,
      onSubmit: () => void this.#labels(page, samples),
      body: html`<div class="fields">
        <dk-choice look="radio" filled name="labels.paper" .span=${4} record="labels" .label=${words.labelsOn} .value=${this.labelsOn} .options=${options(words.labelPapers)}
          @typed=${(event: TypedEvent) => { event.stopPropagation(); this.labelsOn = event.detail.value === "sheet" ? "sheet" : "roll"; remember(LABELS_ON, this.labelsOn); void this.#labels(page, samples); }}></dk-choice>
        ${this.labelsOn === "roll"
          ? html`${this.#offset("right")}${this.#offset("down")}`
          : html`<dk-field kind="integer" name="labels.used" .span=${2} record="labels" .label=${words.labelsUsed} .hint=${words.labelsUsedHint} .value=${this.used} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.used = event.detail.value; }}></dk-field>`}
        <div class="field-button is-start">${button({ label: words.labelsAgain, main: true, name: "make-labels", busy: this.#acting.busy })}</div>
      </div>`,
    })}
    ${this.paper === undefined ? nothing : html`<dk-paper printable .paper=${this.paper}></dk-paper>`}`;
  }

  /** How far the printer of single labels is off to one side, remembered on this machine once it is understood. */
  #offset(side: keyof RollOffset): TemplateResult {
    const words = samplesWords();
    const field = this.#acting.refusal?.fields?.find((each) => each.path === `labels.${side}`);
    return html`<dk-field kind="millimetres" name="labels.${side}" unit="mm" record="labels" .label=${words.labelsOff[side]} .hint=${words.labelsOffHint[side]} .problem=${field === undefined ? "" : fieldNote(field.code, field.params)} .value=${this.roll[side]}
      @typed=${(event: TypedEvent) => { event.stopPropagation(); this.roll = { ...this.roll, [side]: event.detail.value }; }}></dk-field>`;
  }

  async #labels(page: OrderPage, samples: readonly SampleView[]): Promise<void> {
    // Chosen otherwise while labels are being made: they are made once more when those are there.
    if (this.#acting.busy) return;
    const used = Math.min(255, Math.max(0, Number.parseInt(this.used, 10) || 0));
    const paper = this.labelsOn;
    const roll = this.roll;
    const request = { orderId: page.id, sampleIds: samples.map((sample) => sample.id), paper, used, roll };
    const made = await this.#acting.run(() => call("sample_labels", { request }));
    if (paper !== this.labelsOn) return this.#labels(page, samples);
    this.paper = made;
    if (made === undefined || paper !== "roll") return;
    remember(LABELS_OFF.right, roll.right);
    remember(LABELS_OFF.down, roll.down);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-samples-step": SamplesStep;
  }
}
