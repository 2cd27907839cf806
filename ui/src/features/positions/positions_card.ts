// <dk-positions .page=${page}>: part of step 3. Which processes need a place, what is marked for them, and the way to mark it:
// on the pages of a received file, or in words on a sample. `land("position.KEY")` opens the preview for that process.
// Hooks: data-field=position.KEY (the row's way to the preview), data-name=on-sample-KEY, drop-position-ID, mark-on-sample;
// data-field=on-sample.sample, on-sample.words, on-sample.tool; those of editor.ts and sheet.ts.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { OrderPage, PositionView, StepPositions } from "../../api/commands";
import { dialog } from "../../kit/dialog";
import { rests } from "../../form/rests";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, chip, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { refusalWords } from "../../words/errors";
import { positionWords } from "../../words/positions";
import { type PositionEditor, markable, stepName } from "./editor";
import "./editor";
import "./marked_copy";
import { isOpen } from "./marking";

interface OnSample {
  readonly step: StepPositions;
  readonly sample: string;
  readonly words: string;
  readonly tool: string;
  readonly mute: boolean;
}

@customElement("dk-positions")
export class Positions extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  /** The process whose preview is open. */
  @state() private step: string | undefined;
  @state() private onSample: OnSample | undefined;
  readonly #acting = new Acting(this);

  /** Opens the preview for the process a line of the check list names. */
  async land(path: string): Promise<boolean> {
    const key = /^position\.(.+)$/.exec(path)?.[1];
    const page = this.page;
    const step = page?.positions.steps.find((each) => each.key === key);
    if (page === undefined || step === undefined) return false;
    this.scrollIntoView({ block: "nearest" });
    if (markable(page).length > 0) this.#open(step);
    else this.querySelector<HTMLElement>(`[data-row="${step.key}"] button`)?.focus();
    return true;
  }

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined) return nothing;
    const any = page.positions.steps.length + page.positions.left.length > 0;
    const words = positionWords();
    const { step, onSample } = this;
    return html`<div class="screen-body">${onSample === undefined ? this.#problem() : nothing}
      ${any ? card({ title: words.title, id: "positions", note: words.note, flush: true, body: this.#list(page) }) : nothing}
      <dk-marked-copy .page=${page}></dk-marked-copy>
      ${dialog({ open: step !== undefined, wide: true, title: words.editorTitle(page.productName), onClose: () => void this.#close(), body: step === undefined ? nothing : html`<dk-position-editor .page=${page} .step=${step}></dk-position-editor>` })}
      ${dialog({ open: onSample !== undefined, title: onSample === undefined ? "" : words.onSampleTitle(stepName(onSample.step)), onClose: () => { this.onSample = undefined; }, body: onSample === undefined ? nothing : this.#sampleForm(page, onSample) })}</div>`;
  }

  #problem(): TemplateResult | typeof nothing {
    const refusal = this.#acting.refusal;
    return refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next });
  }

  #list(page: OrderPage): TemplateResult {
    const words = positionWords();
    const heads = words.columns;
    const hasFiles = markable(page).length > 0;
    const { steps, left } = page.positions;
    const still = rests(page);
    return html`<table class="table is-wrapping positions" data-name="positions"><thead><tr><th>${heads.process}</th><th class="is-wide">${heads.place}</th><th class="is-act"></th></tr></thead>
      <tbody>${steps.map((step) => html`<tr data-row=${step.key}>
        <td>${step.process}<br /><small class="quiet">${step.component || words.whole}</small></td>
        <td class="is-breaking">${this.#standing(step)}${step.positions.map((one) => this.#position(one))}</td>
        <td class="is-act">${hasFiles && (!still || step.positions.some((one) => one.place !== null)) ? html`<button type="button" class="link" data-field="position.${step.key}" @click=${() => this.#open(step)}>${still ? words.look : words.mark}</button>${still ? nothing : html`<span class="quiet"> · </span>`}` : nothing}${still ? nothing : html`<button type="button" class="link" data-name="on-sample-${step.key}" @click=${() => this.#begin(page, step)}>${words.onSample}</button>`}</td>
      </tr>`)}
      ${left.length === 0 ? nothing : html`<tr data-row="left"><td>${words.left}</td><td class="is-breaking">${left.map((one) => this.#position(one))}</td><td></td></tr>`}</tbody></table>`;
  }

  #standing(step: StepPositions): TemplateResult | typeof nothing {
    const words = positionWords();
    if (!isOpen(step)) return step.positions.length > 0 ? nothing : html`<span class="quiet">${words.notAsked}</span>`;
    return html`<p class="is-red">${step.positions.some((one) => one.stale) ? words.staleStep : words.missing}</p>`;
  }

  #position(one: PositionView): TemplateResult {
    const words = positionWords();
    const where = one.place === null ? words.sampleOf(one.on) : words.fileOf(one.on, one.page);
    return html`<p class="position-line">${one.name}${one.tool === "" ? nothing : html` · ${one.tool}`} <span class="quiet">${one.words} · ${where}</span>${one.stale ? html` ${chip(words.stale, "amber")}` : nothing}${one.outOfUse ? html` ${chip(words.outOfUse, "amber")}` : nothing}
      ${(one.place !== null && !one.outOfUse && !this.#isLeft(one)) || (this.page !== undefined && rests(this.page)) ? nothing : html`<button type="button" class="row-act" aria-label="${words.remove} ${one.name}" title=${words.remove} data-name="drop-position-${one.id}" @click=${() => void this.#drop(one)}>✕</button>`}</p>`;
  }

  #isLeft(one: PositionView): boolean {
    return this.page?.positions.left.some((each) => each.id === one.id) === true;
  }

  #open(step: StepPositions): void {
    this.#acting.clear();
    this.step = step.key;
  }

  async #close(): Promise<void> {
    const editor = this.querySelector<PositionEditor>("dk-position-editor");
    if (editor === null || (await editor.leave())) this.step = undefined;
  }

  #begin(page: OrderPage, step: StepPositions): void {
    this.#acting.clear();
    const values = page.form.finishing.find((row) => row.key === step.key)?.values;
    this.onSample = { step, sample: String(page.samples[0]?.id ?? ""), words: values?.["detail"] ?? "", tool: [values?.["material"], values?.["tool"]].filter(Boolean).join(" "), mute: false };
  }

  #sampleForm(page: OrderPage, now: OnSample): TemplateResult {
    const words = positionWords();
    if (page.samples.length === 0) return html`<p>${words.noSample}</p>`;
    const record = now.step.key;
    const set = (event: TypedEvent): void => {
      event.stopPropagation();
      this.onSample = { ...now, mute: false, [event.detail.name.slice("on-sample.".length)]: event.detail.value };
    };
    return form({
      label: words.onSample,
      onSubmit: () => void this.#say(page, now),
      body: html`${this.#problem()}<p class="quiet is-prose">${words.onSampleText}</p><div class="fields is-two">
        <dk-choice filled name="on-sample.sample" .record=${record} .label=${words.sample} .value=${now.sample} .options=${page.samples.map((sample) => ({ value: String(sample.id), label: `${sample.number} ${sample.description}`.trim() }))} @typed=${set}></dk-choice>
        <dk-field name="on-sample.tool" .record=${record} .label=${words.tool} .value=${now.tool} @typed=${set}></dk-field>
        <dk-field required name="on-sample.words" .span=${2} .record=${record} .label=${words.where} .hint=${words.whereHint} .value=${now.words} .problem=${now.mute ? words.whereNeeded : ""} clause="4.2.6" @typed=${set}></dk-field></div>`,
      actions: button({ label: words.keep, main: true, key: "main", name: "mark-on-sample", busy: this.#acting.busy }),
    });
  }

  async #say(page: OrderPage, now: OnSample): Promise<void> {
    if (now.words.trim() === "") {
      this.onSample = { ...now, mute: true };
      await this.updateComplete;
      setTimeout(() => this.querySelector<HTMLElement>("dialog .has-problem")?.focus());
      return;
    }
    if (await this.#act(() => call("mark_on_sample", { request: { orderId: page.id, step: now.step.key, sampleId: Number(now.sample), words: now.words, tool: now.tool } }))) this.onSample = undefined;
  }

  async #drop(one: PositionView): Promise<void> {
    const page = this.page;
    if (page === undefined || !(await this.#act(() => call("remove_position", { id: one.id })))) return;
    const words = positionWords();
    const sample = page.samples.find((each) => one.place === null && each.number === one.on);
    const back = sample === undefined || this.#isLeft(one) ? undefined : { label: words.undo, run: () => void this.#act(() => call("mark_on_sample", { request: { orderId: page.id, step: one.step, sampleId: sample.id, words: one.words, tool: one.tool } })) };
    say(words.removed(one.name), back);
  }

  async #act(act: () => Promise<OrderPage>): Promise<boolean> {
    const next = await this.#acting.run(act);
    if (next === undefined) return false;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: next, bubbles: true }));
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-positions": Positions;
  }
}
