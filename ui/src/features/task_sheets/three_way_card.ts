// <dk-three-way .page=${page}>: 三方核对, sheet, file and sample side by side. @page: the new OrderPage.
// In the sample's column Enter says it agrees, typed words and Enter say what it has instead, - and Enter that it does not show it;
// the arrow keys go from row to row. Answers go out one after the other behind the keys.
// Hooks: data-name=three-way, take-back-PATH, three-way-issued; data-field=three-way.PATH.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { OrderPage, SampleAnswer, ThreeWayRow, ThreeWayView } from "../../api/commands";
import { Loading } from "../../api/loading";
import { composes } from "../../kit/composing";
import { rests } from "../../form/rests";
import { LightElement } from "../../kit/element";
import { landOn } from "../../kit/land";
import { card, chip, notice, waiting } from "../../kit/pieces";
import { refusalWords } from "../../words/errors";
import { recordedWord } from "../../words/recorded";
import { threeWayWords } from "../../words/three_way";
import { shortTime } from "../../words/times";
import { answerOf, asksSample, differs, isLeft, rowTitle } from "./three_way_rows";
import "./three_way_pass";

/** So many times the rows are waited for before somebody lands elsewhere. */
const PATIENCE = 60;

@customElement("dk-three-way")
export class ThreeWay extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  /** What was said and is not entered yet, by row. */
  @state() private said: ReadonlyMap<string, SampleAnswer> = new Map();
  /** What stands in the fields, by row. */
  readonly #typed = new Map<string, string>();
  readonly #acting = new Acting(this);
  readonly #view = new Loading(this, {
    topics: () => [`order:${this.page?.id ?? 0}`],
    load: async () => {
      this.#order = this.page?.id;
      return this.page === undefined ? undefined : call("three_way", { orderId: this.page.id });
    },
  });
  /** The order that was asked for. */
  #order: number | undefined;

  protected override willUpdate(): void {
    if (this.page?.id === this.#order) return;
    this.said = new Map();
    this.#typed.clear();
    void this.#view.reload();
  }

  protected override render(): TemplateResult | typeof nothing {
    const view = this.#view.value;
    if (this.page === undefined) return nothing;
    if (view === undefined) return html`${waiting(this.#view.slow)}`;
    const words = threeWayWords();
    if (view.rows.length === 0) {
      if (view.issued === null || view.issued.length === 0) return nothing;
      return card({ title: words.title, note: words.issued, body: html`<ul class="three-way-issued" data-name="three-way-issued">${view.issued.map((line) => html`<li>${line}</li>`)}</ul>` });
    }
    const refusal = this.#acting.refusal;
    const left = view.rows.filter(isLeft).length;
    const open = view.rows.filter((row) => differs(row) && row.passed === null).length;
    return html`<div data-name="three-way">${card({
      title: words.title,
      note: html`${view.samples.length === 0 ? nothing : html`<span class="quiet">${words.against(view.samples.join(" · "))}</span>`}${open > 0 ? chip(words.differing(open), "red") : nothing}${left > 0 ? chip(words.left(left), "red") : open === 0 ? chip(words.done, "green") : nothing}`,
      flush: true,
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <p class="quiet is-prose place-more">${view.samples.length === 0 ? words.noSample : words.lead}</p>
        ${this.#table(view)}
        ${open > 0 && !rests(this.page) ? html`<div class="place-more"><dk-three-way-pass .page=${this.page}></dk-three-way-pass></div>` : nothing}`,
    })}</div>`;
  }

  /** Lands on a row, once the rows are there. */
  async land(path: string): Promise<boolean> {
    if (!path.startsWith("three-way.")) return false;
    for (let turn = 0; this.#view.value === undefined && this.#view.problem === undefined && turn < PATIENCE; turn += 1) await new Promise((drawn) => setTimeout(drawn, 30));
    await this.updateComplete;
    return landOn(path, this);
  }

  #table(view: ThreeWayView): TemplateResult {
    const heads = threeWayWords().columns;
    return html`<table class="table is-wrapping three-way" @keydown=${(event: KeyboardEvent) => this.#key(event)}>
      <thead><tr><th>${heads.what}</th><th>${heads.sheet}</th><th>${heads.file}</th><th class="is-wide">${heads.sample}</th></tr></thead>
      <tbody>${view.rows.map((row) => html`<tr>
        <td>${rowTitle(row)}</td>
        <td>${row.sheet}</td>
        <td>${this.#file(row)}</td>
        <td>${this.#sample(row)}${row.passed === null ? nothing : html`<small class="quiet three-way-passed">${threeWayWords().passedBy(row.passed.signer, shortTime(row.passed.at), row.passed.reason)}${row.passed.recorded === null ? nothing : html` ${chip(recordedWord(row.passed.recorded), "quiet")}`}</small>`}</td>
      </tr>`)}</tbody></table>`;
  }

  #file(row: ThreeWayRow): TemplateResult {
    const word = threeWayWords().files[row.file];
    if (row.file === "differs") return html`${row.fileText} ${chip(word, "red")}`;
    if (row.file === "passed") return html`${row.fileText} ${chip(word, "amber")}`;
    if (row.file === "agrees") return html`${row.fileText} ${chip(word, "green")}`;
    return html`<span class="quiet">${word}</span>`;
  }

  #sample(row: ThreeWayRow): TemplateResult {
    const words = threeWayWords();
    const place = `three-way.${row.path}`;
    const given = this.said.get(row.path);
    const still = this.page !== undefined && rests(this.page);
    if (still && row.sample === "open") return html`<span class="quiet">${words.unsaid}</span>`;
    if (!still && given === undefined && (row.sample === "open" || row.sample === "stale")) {
      return html`<input class="input three-way-input" data-field=${place} data-stop autocomplete="off" spellcheck="false" aria-label=${words.input(rowTitle(row))} placeholder=${words.hint} maxlength="200"
          .value=${this.#typed.get(row.path) ?? ""} @input=${(event: Event) => { this.#typed.set(row.path, (event.target as HTMLInputElement).value); }} />${row.sample === "stale" ? chip(words.samples.stale, "amber") : nothing}`;
    }
    if (!asksSample(row)) return html`<span class="quiet" data-field=${place} tabindex="-1">${words.samples.not_asked}</span>`;
    const stand = given === undefined || given.answer === "taken_back" ? row.sample : given.answer;
    const said = given?.said ?? row.said;
    return html`${said} ${chip(words.samples[stand], stand === "differs" ? "red" : stand === "agrees" ? "green" : "quiet")}
      ${row.at === null || given !== undefined ? nothing : html`<small class="quiet">${words.by(row.by, shortTime(row.at))}</small>`}
      ${still ? nothing : html`<button type="button" class="link" data-name="take-back-${row.path}" data-field=${place} data-stop aria-label="${words.takeBack} ${rowTitle(row)}" @click=${() => this.#say(row, { answer: "taken_back", said: "" })}>${words.takeBack}</button>`}`;
  }

  #key(event: KeyboardEvent): void {
    const from = event.target;
    if (!(from instanceof HTMLElement) || composes(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.#go(from, event.key === "ArrowDown" ? 1 : -1);
    }
    if (event.key !== "Enter" || !(from instanceof HTMLInputElement)) return;
    event.preventDefault();
    const row = this.#view.value?.rows.find((each) => `three-way.${each.path}` === from.dataset["field"]);
    if (row === undefined) return;
    this.#go(from, 1);
    this.#say(row, answerOf(from.value));
  }

  /** To the next row where something can be said. */
  #go(from: HTMLElement, step: number): void {
    const stops = [...this.querySelectorAll<HTMLElement>("[data-stop]")];
    const next = stops[stops.indexOf(from) + step];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }

  #say(row: ThreeWayRow, given: Pick<SampleAnswer, "answer" | "said">): void {
    this.#typed.delete(row.path);
    this.said = new Map(this.said).set(row.path, { path: row.path, sheet: row.sheet, ...given });
    void this.#send();
  }

  /** Everything that was said since the last time, in one act. */
  async #send(): Promise<void> {
    const page = this.page;
    if (page === undefined || this.#acting.busy || this.said.size === 0) return;
    const sent = this.said;
    const next = await this.#acting.run(() => call("compare_sample", { request: { orderId: page.id, answers: [...sent.values()] } }));
    if (next !== undefined) await this.#view.reload();
    this.said = new Map([...this.said].filter(([path, given]) => sent.get(path) !== given));
    if (next === undefined) {
      // What was typed is not lost with the refusal: it stands in its row again.
      for (const [path, given] of [...sent, ...this.said]) if (given.said !== "") this.#typed.set(path, given.said);
      this.said = new Map();
      await this.#view.reload();
      return;
    }
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: next, bubbles: true }));
    void this.#send();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-three-way": ThreeWay;
  }
}
