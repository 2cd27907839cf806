// <dk-material-card .page .edited>: 资料审核. One key over all points when all is sound; else each finding with what was settled.
// @page: the new OrderPage; @land (detail: path): the field a finding is about. Hooks: data-name=audit-material, begin-finding,
// add-finding, finding-N (of the shown ones), record-outcome, mend-ID; data-field=material.audit, finding.open, finding.words,
// finding.point, finding.path, outcome.who, .at, .how, .outcome, .words.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { FindingView, OrderPage } from "../../api/commands";
import { desk } from "../../api/desk";
import { Unsaved } from "../../api/unsaved";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, chip, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { fieldNote, refusalWords } from "../../words/errors";
import { wordOf } from "../../words/language";
import { marks } from "../../words/marks";
import { materialWords } from "../../words/material";
import { momentNow, readMoment } from "../../words/moments";
import { pageWords } from "../../words/order_page";
import { shortTime } from "../../words/times";
import { placeLabel, placeName } from "../../form/place_name";
import { rests } from "../../form/rests";
import { type Marked, namesOf, pointsAsMarked, pointsRecorded, pointsToLookAt } from "./material_points";

type Outcome = { who: string; at: string; how: string; outcome: string; words: string };
const BLOCKING: ReadonlySet<string> = new Set(["open", "waiting", "ask_again"]);
const UNMARKED: Marked = {};
const TONES = { open: "red", waiting: "amber", ask_again: "red", settled: "green", closed: "quiet" } as const;

/** What was found, in words. */
const saidOf = (finding: FindingView): string => (finding.code === "" ? finding.words : fieldNote(finding.code, finding.params));

/** What tells one finding from another, also while no act has entered it. */
const keyOf = (finding: FindingView): string => (finding.id === null ? `${finding.code}@${finding.path}` : String(finding.id));

@customElement("dk-material-card")
export class MaterialCard extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  /** Something typed is not saved: what is saved is audited. */
  @property({ type: Boolean }) edited = false;
  @state() private adding: { words: string; path: string; point: string } | undefined;
  /** What was said of points and is recorded with the audit. */
  @state() private marked = UNMARKED;
  @state() private settling: string | undefined;
  @state() private outcome: Outcome = { who: "", at: "", how: "phone", outcome: "", words: "" };
  @state() private problems: Readonly<Record<string, string>> = {};
  readonly #acting = new Acting(this);
  readonly #unsaved = new Unsaved<Marked>(this, "material", {
    record: () => (this.page === undefined ? "" : String(this.page.id)),
    give: () => (this.marked === UNMARKED ? undefined : this.marked),
    take: (marked) => { this.marked = marked; },
  });

  protected override render(): TemplateResult | typeof nothing {
    void this.#unsaved;
    const page = this.page;
    if (page === undefined) return nothing;
    const words = materialWords();
    const refusal = this.#acting.refusal;
    // Once its sheet is issued nothing is audited any more, nor while the order rests.
    const released = page.sheet !== null || rests(page);
    const { findings } = page.material;
    const shown = findings.filter((finding) => finding.state !== "closed");
    const closed = findings.filter((finding) => finding.state === "closed");
    if (released && page.material.audit === null && findings.length === 0) return nothing;
    return card({
      title: words.title,
      id: "card-material",
      note: html`${this.#verdict(page)}${released ? nothing : this.#acts(page)}`,
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        ${this.#line(page)}
        ${released || !this.#asked(page) ? pointsRecorded(page.material.audit?.points ?? [], findings, saidOf) : pointsToLookAt({
          points: this.#points(page),
          edited: this.edited,
          mark: (point, away) => { this.marked = { ...this.marked, [point]: away }; },
          find: (point) => void this.#begin(point),
        })}
        ${shown.length === 0 ? nothing : html`<ol class="findings">${shown.map((finding, index) => this.#finding(page, finding, index))}</ol>`}
        ${this.adding === undefined ? nothing : this.#addForm(page)}
        ${closed.length === 0 ? nothing : html`<details class="findings-closed"><summary class="link">${words.closed(closed.length)}</summary><ol class="findings">${closed.map((finding, index) => this.#finding(page, finding, shown.length + index))}</ol></details>`}`,
    });
  }

  /** Somebody has to look at it, for the first time or again. */
  #asked(page: OrderPage): boolean {
    const { audit } = page.material;
    return audit === null || audit.stale;
  }

  #points(page: OrderPage): ReturnType<typeof pointsAsMarked> {
    return pointsAsMarked(page.material.points, this.marked);
  }

  #blocking(page: OrderPage): number {
    return page.material.findings.filter((finding) => BLOCKING.has(finding.state)).length;
  }

  #verdict(page: OrderPage): TemplateResult {
    const words = materialWords();
    const { audit } = page.material;
    const open = this.#blocking(page);
    if (open > 0) return chip(words.open(open), "red");
    if (audit === null) return chip(words.notYet, "amber");
    if (audit.stale && page.state !== "released") return chip(words.stale, "amber");
    return chip(audit.sound ? words.sound : words.settled, "green");
  }

  #acts(page: OrderPage): TemplateResult {
    const words = materialWords();
    const { audit, findings } = page.material;
    const needed = this.#blocking(page) === 0 && this.#asked(page);
    const settled = findings.some((finding) => finding.state === "settled");
    const label = settled ? words.passSettled : audit === null ? words.pass : words.passAgain;
    return html`${needed ? html`<button type="button" class="button" data-name="audit-material" data-field="material.audit" ?disabled=${this.edited} aria-disabled=${this.#acting.busy ? "true" : nothing} title=${this.edited ? words.saveFirst : nothing} @click=${() => void this.#pass(page)}>${label}</button>` : nothing}
      ${this.adding === undefined ? button({ label: words.add, plain: true, name: "begin-finding", disabled: this.edited, onClick: () => void this.#begin() }) : nothing}`;
  }

  #line(page: OrderPage): TemplateResult | typeof nothing {
    const words = materialWords();
    const { audit, findings } = page.material;
    if (audit === null && findings.length > 0) return nothing;
    return html`<p class="quiet is-prose" data-name="audit">${audit === null ? (page.material.points.length === 0 ? words.hint : words.hintPoints) : html`${words.by(audit.by, shortTime(audit.at))}${audit.sound ? `${marks().colon}${words.sound}` : ""}`}</p>`;
  }

  #finding(page: OrderPage, finding: FindingView, index: number): TemplateResult {
    const words = materialWords();
    const hows = pageWords().intake.hows as Readonly<Record<string, string>>;
    const { outcome } = finding;
    const blocking = BLOCKING.has(finding.state) && page.state !== "released";
    const first = page.material.findings.find((each) => BLOCKING.has(each.state));
    const label = finding.label === "" ? "" : placeLabel(finding.label, finding.path);
    const about = [finding.point, label].filter((each) => each !== "").join(" · ");
    const source = finding.code === "" ? words.found(finding.by, shortTime(finding.at)) : words.foundByRule;
    return html`<li class="finding" data-row=${keyOf(finding)}>
      <p class="finding-what"><span>${about === "" ? nothing : html`<b>${about}</b> `}${saidOf(finding)}</span> ${chip(words.states[finding.state] ?? finding.state, TONES[finding.state])}</p>
      <p class="quiet is-prose">${source}${finding.path === "" || finding.state === "closed" ? nothing : html` · <button type="button" class="link" data-name="see-${index}" @click=${() => this.dispatchEvent(new CustomEvent<string>("land", { detail: finding.path, bubbles: true }))}>${words.see}</button>`}</p>
      ${outcome === null ? nothing : html`<p class="finding-outcome">${wordOf(words.outcomes, outcome.outcome)}${outcome.words === "" ? "" : `${marks().colon}${outcome.words}`} <small class="quiet">${words.said(outcome.who, shortTime(outcome.at), hows[outcome.how] ?? outcome.how)} · ${words.recordedBy(outcome.recordedBy)}</small></p>`}
      ${finding.closedAt === null ? nothing : html`<p class="quiet is-prose">${words.closedHow[finding.closedHow] ?? finding.closedHow} · ${finding.closedBy} ${shortTime(finding.closedAt)}</p>`}
      ${!blocking ? nothing : this.settling === keyOf(finding) ? this.#outcomeForm(page, finding) : html`<p class="finding-acts">
        <button type="button" class="link" data-name="finding-${index}" data-field=${finding === first ? "finding.open" : nothing} @click=${() => void this.#settle(page, finding)}>${outcome === null ? words.settle : words.settleAgain}</button>
        ${finding.code === "" && finding.state === "waiting" && finding.id !== null ? html`<button type="button" class="link" data-name="mend-${finding.id}" @click=${() => void this.#mend(finding.id ?? 0)}>${words.mend}</button>` : nothing}</p>`}
    </li>`;
  }

  #addForm(page: OrderPage): TemplateResult {
    const words = materialWords();
    const values = this.adding ?? { words: "", path: "", point: "" };
    const set = (name: "words" | "path" | "point") => (event: TypedEvent): void => {
      event.stopPropagation();
      this.adding = { ...values, [name]: event.detail.value };
      this.problems = {};
    };
    const fields = Object.keys(page.reckoning.fields).filter((path) => /^(product|component|finishing|order)[.:]/.test(path));
    const options = [{ value: "", label: words.whole }, ...fields.map((path) => ({ value: path, label: placeName(page.form, path) }))];
    const points = page.material.points.map(({ name }) => ({ value: name, label: name }));
    return form({
      label: words.add,
      onSubmit: () => void this.#add(page),
      body: html`<div class="fields">
        <dk-field required name="finding.words" .span=${2} record="finding" .label=${words.words} .value=${values.words} .problem=${this.problems["finding.words"] ?? ""} clause="4.1.3" @typed=${set("words")}></dk-field>
        ${points.length === 0 ? nothing : html`<dk-choice filled name="finding.point" record="finding" .label=${words.point} .value=${values.point} .options=${[{ value: "", label: words.noPoint }, ...points]} @typed=${set("point")}></dk-choice>`}
        <dk-choice filled name="finding.path" record="finding" .label=${words.about} .value=${values.path} .options=${options} @typed=${set("path")}></dk-choice>
        <div class="field-button sale-acts ${points.length === 0 ? "" : "is-last"}">${button({ label: words.cancel, onClick: () => { this.adding = undefined; } })}${button({ label: words.save, main: true, name: "add-finding", busy: this.#acting.busy })}</div>
      </div>`,
    });
  }

  #outcomeForm(page: OrderPage, finding: FindingView): TemplateResult {
    const words = materialWords();
    const values = this.outcome;
    const at = readMoment(values.at, desk()?.today ?? "");
    const record = keyOf(finding);
    const problem = (name: keyof Outcome): string => this.problems[`outcome.${name}`] ?? "";
    const set = (name: keyof Outcome) => (event: TypedEvent): void => {
      event.stopPropagation();
      this.outcome = { ...this.outcome, [name]: event.detail.value };
      this.problems = {};
    };
    const options = (table: Readonly<Record<string, string>>): readonly { value: string; label: string }[] => Object.entries(table).map(([value, label]) => ({ value, label }));
    return form({
      label: words.settle,
      onSubmit: () => void this.#record(page, finding),
      body: html`<div class="fields">
        <dk-field required name="outcome.who" .record=${record} .label=${words.who} .value=${values.who} .problem=${problem("who")} clause="4.1.3" @typed=${set("who")}></dk-field>
        <dk-field required kind="time" name="outcome.at" .record=${record} .label=${words.at} .value=${values.at} .understood=${at === undefined ? "" : shortTime(at)} .problem=${problem("at")} @typed=${set("at")}></dk-field>
        <dk-choice filled name="outcome.how" .record=${record} .label=${words.how} .value=${values.how} .options=${options(pageWords().intake.hows)} @typed=${set("how")}></dk-choice>
        <dk-choice required filled look="radio" name="outcome.outcome" .record=${record} .label=${words.outcome} .value=${values.outcome} .problem=${problem("outcome")} .options=${options(words.outcomes).filter(({ value }) => finding.mayStay || value !== "as_is")} @typed=${set("outcome")}></dk-choice>
        <dk-field name="outcome.words" .span=${3} .record=${record} .label=${words.outcomeWords} .hint=${words.outcomeWordsHint} .value=${values.words} .problem=${problem("words")} @typed=${set("words")}></dk-field>
        <div class="field-button sale-acts">${button({ label: words.cancel, onClick: () => { this.settling = undefined; } })}${button({ label: words.record, main: true, name: "record-outcome", busy: this.#acting.busy })}</div>
      </div>`,
    });
  }

  async #focus(path: string): Promise<void> {
    await this.updateComplete;
    setTimeout(() => this.querySelector<HTMLElement>(`[data-field='${path}']`)?.focus());
  }

  async #begin(point = ""): Promise<void> {
    this.problems = {};
    this.adding = { words: "", path: "", ...this.adding, point };
    await this.#focus("finding.words");
  }

  async #settle(page: OrderPage, finding: FindingView): Promise<void> {
    this.problems = {};
    this.outcome = { who: page.form.order["contact"] ?? "", at: momentNow(), how: "phone", outcome: "", words: "" };
    this.settling = keyOf(finding);
    await this.#focus("outcome.who");
  }

  #take(page: OrderPage | undefined, words: string): boolean {
    if (page === undefined) return false;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: page, bubbles: true }));
    say(words);
    return true;
  }

  async #pass(page: OrderPage): Promise<void> {
    const points = this.#points(page);
    const request = { orderId: page.id, revision: page.revision, points: points.map((point) => point.name), notApplicable: [...namesOf(points, "not_applicable")] };
    const audited = await this.#acting.run(() => call("audit_material", { request }));
    if (this.#take(audited, materialWords().passed)) this.marked = UNMARKED;
  }

  async #add(page: OrderPage): Promise<void> {
    const adding = this.adding;
    if (adding === undefined) return;
    const words = materialWords();
    if (adding.words.trim() === "") {
      this.problems = { "finding.words": words.wordsNeeded };
      return;
    }
    const added = await this.#acting.run(() => call("add_finding", { request: { orderId: page.id, path: adding.path, point: adding.point, words: adding.words.trim() } }));
    if (this.#take(added, words.added)) this.adding = undefined;
  }

  async #record(page: OrderPage, finding: FindingView): Promise<void> {
    const words = materialWords();
    const { who, how, outcome, words: agreed } = this.outcome;
    const at = readMoment(this.outcome.at, desk()?.today ?? "");
    this.problems = {
      ...(who.trim() === "" ? { "outcome.who": words.needed } : {}),
      ...(at === undefined ? { "outcome.at": words.atUnread } : {}),
      ...(outcome === "" ? { "outcome.outcome": words.outcomeNeeded } : {}),
      ...(outcome === "as_is" && agreed.trim() === "" ? { "outcome.words": words.outcomeWordsHint } : {}),
    };
    const first = Object.keys(this.problems)[0];
    if (at === undefined || first !== undefined) {
      if (first !== undefined) await this.#focus(first);
      return;
    }
    const named = { id: finding.id, code: finding.code, path: finding.path };
    const settled = await this.#acting.run(() => call("settle_finding", { request: { orderId: page.id, finding: named, who: who.trim(), at, how, outcome, words: agreed.trim() } }));
    if (this.#take(settled, words.recorded)) this.settling = undefined;
  }

  async #mend(id: number): Promise<void> {
    this.#take(await this.#acting.run(() => call("mend_finding", { id })), materialWords().mended);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-material-card": MaterialCard;
  }
}
