// <dk-samples-step .page=${page}>: step 3. Samples are registered, stamped by who may sign them, and labelled.
// Hooks: data-name=register-sample, stamp-sample-ID (opens the stamp), stamp-sample (gives it), sample-labels;
// data-field=sample.type, .source, .medium, .description, .quantity; stamp.capacity, stamp.validUntil, stamp.person, stamp.pin …
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { Capacity, OrderPage, Paper, Power, SampleMedium, SampleSource, SampleType, SampleView } from "../../api/commands";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, chip, facts, notice, stamp } from "../../kit/pieces";
import { say } from "../../kit/toast";
import "../../papers/paper_view";
import "../../signing/signature";
import { refusalWords } from "../../words/errors";
import { samplesWords } from "../../words/samples";
import { recordedWord } from "../../words/recorded";
import { shortDay } from "../../words/times";

interface NewSample {
  readonly type: SampleType;
  readonly source: SampleSource;
  readonly medium: SampleMedium;
  readonly description: string;
  readonly quantity: string;
}

const STAMPS: readonly Power[] = ["sign_sales_stamp", "sign_quality_stamp"];
const BLANK: NewSample = { type: "content", source: "customer", medium: "physical", description: "", quantity: "1" };

@customElement("dk-samples-step")
export class SamplesStep extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @state() private values: NewSample = BLANK;
  @state() private count = 0;
  @state() private stamping: SampleView | undefined;
  @state() private capacity: Capacity = "customer";
  @state() private validUntil = "";
  @state() private dayUnread = false;
  @state() private paper: Paper | undefined;
  readonly #acting = new Acting(this);

  #answer(page: OrderPage): void {
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: page, bubbles: true }));
  }

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined) return nothing;
    const words = samplesWords();
    const stamped = page.samples.filter((sample) => sample.stamp !== null && !sample.stamp.stale && !sample.stamp.expired);
    return html`<div class="screen-body">
      ${this.stamping === undefined ? this.#problem() : nothing}
      ${card({
        title: words.title,
        note: stamped.length === 0 ? words.note : button({ label: words.labels, name: "sample-labels", onClick: () => void this.#labels(page, stamped) }),
        flush: true,
        body: page.samples.length === 0 ? html`<div class="none"><strong>${words.none}</strong><p class="quiet is-prose">${words.noneText}</p></div>` : this.#list(page.samples),
      })}
      ${card({ title: page.samples.length === 0 ? words.register : words.registerMore, body: this.#form(page) })}
      ${dialog({ open: this.stamping !== undefined, title: words.stampTitle(this.stamping?.number ?? ""), onClose: () => { this.stamping = undefined; }, body: this.stamping === undefined ? nothing : this.#stampForm(page, this.stamping) })}
      ${dialog({ open: this.paper !== undefined, title: words.labelsTitle, wide: true, onClose: () => { this.paper = undefined; }, body: html`<dk-paper printable .paper=${this.paper}></dk-paper>` })}
    </div>`;
  }

  #problem(): TemplateResult | typeof nothing {
    const refusal = this.#acting.refusal;
    return refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next });
  }

  #list(samples: readonly SampleView[]): TemplateResult {
    const words = samplesWords();
    const heads = words.columns;
    return html`<table class="table is-wrapping samples" data-name="samples"><thead><tr><th>${heads.number}</th><th>${heads.type}</th><th class="is-wide">${heads.description}</th><th class="is-number">${heads.quantity}</th><th class="is-stamp">${heads.stamp}</th><th class="is-act"></th></tr></thead>
      <tbody>${samples.map((sample) => html`<tr data-row=${sample.id}>
        <td>${sample.number}</td>
        <td>${words.types[sample.type]}<br /><small class="quiet">${words.sources[sample.source]} · ${words.media[sample.medium]}</small></td>
        <td class="is-breaking">${sample.description || "—"}</td>
        <td class="is-number">${sample.quantity}</td>
        <td>${this.#stamp(sample)}</td>
        <td class="is-act"><button type="button" class="link" data-name="stamp-sample-${sample.id}" ?data-begin=${sample.stamp === null} @click=${() => this.#begin(sample)}>${sample.stamp === null ? words.stamp : words.stampAgain}</button></td>
      </tr>`)}</tbody></table>`;
  }

  #stamp(sample: SampleView): TemplateResult {
    const words = samplesWords();
    const given = sample.stamp;
    if (given === null) return stamp(words.missing, "missing");
    return html`${stamp(sample.number, given.stale || given.expired ? "stale" : "given")}${given.recorded ? html` ${chip(recordedWord(given.recorded), "quiet")}` : nothing}
      <br /><small class=${given.stale || given.expired ? "is-red" : "quiet"}>${given.stale ? words.stale : given.expired ? words.expired : words.signedBy(given.signer, shortDay(given.date))}${given.validUntil === null ? nothing : html` · ${words.until(shortDay(given.validUntil))}`}</small>`;
  }

  #form(page: OrderPage): TemplateResult {
    const words = samplesWords();
    const record = String(this.count);
    const set = (event: TypedEvent): void => {
      event.stopPropagation();
      this.values = { ...this.values, [event.detail.name.slice("sample.".length)]: event.detail.value };
    };
    const options = (table: Readonly<Record<string, string>>): readonly { value: string; label: string }[] => Object.entries(table).map(([value, label]) => ({ value, label }));
    return form({
      label: words.register,
      onSubmit: () => void this.#register(page),
      body: html`<div class="fields">
        <dk-choice filled name="sample.type" ?data-begin=${page.samples.length === 0} .record=${record} .label=${words.type} .value=${this.values.type} .options=${options(words.types)} clause="4.2.4" @typed=${set}></dk-choice>
        <dk-choice filled name="sample.source" .record=${record} .label=${words.source} .value=${this.values.source} .options=${options(words.sources)} @typed=${set}></dk-choice>
        <dk-choice filled name="sample.medium" .record=${record} .label=${words.medium} .value=${this.values.medium} .options=${options(words.media)} clause="4.2.3" @typed=${set}></dk-choice>
        <dk-field kind="integer" name="sample.quantity" .record=${record} .label=${words.quantity} .value=${this.values.quantity} @typed=${set}></dk-field>
        <dk-field name="sample.description" .span=${3} .record=${record} .label=${words.description} .hint=${words.descriptionHint} .value=${this.values.description} clause="4.2.6" @typed=${set}></dk-field>
        <div class="field-button">${button({ label: words.register, main: true, name: "register-sample", busy: this.#acting.busy })}</div>
      </div>`,
    });
  }

  async #register(page: OrderPage): Promise<void> {
    const { type, source, medium, description, quantity } = this.values;
    const registered = await this.#acting.run(() => call("register_sample", { request: { orderId: page.id, type, source, medium, description, quantity: Number.parseInt(quantity, 10) || 0 } }));
    if (registered === undefined) return;
    this.values = { ...this.values, description: "", quantity: "1" };
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
    this.validUntil = "";
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
    this.dayUnread = day !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(day);
    const approval = box?.approval();
    if (box === null || approval === undefined || this.dayUnread) return;
    const stamped = await this.#acting.run(() => call("stamp_sample", { request: { sampleId: sample.id, revision: page.revision, capacity: this.capacity, validUntil: day === "" ? null : day, approval } }));
    box.clear();
    if (stamped === undefined) return;
    this.stamping = undefined;
    this.#answer(stamped);
    say(samplesWords().stamped);
  }

  async #labels(page: OrderPage, samples: readonly SampleView[]): Promise<void> {
    this.paper = await this.#acting.run(() => call("sample_labels", { orderId: page.id, sampleIds: samples.map((sample) => sample.id) }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-samples-step": SamplesStep;
  }
}
