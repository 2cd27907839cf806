// <dk-preflight-card .page=${page}>: 预检 of the files in use on step 2. What was just received is read by itself, with progress
// and a way out; what is found is chosen and settled: by a talk with the customer, or waived. @page: the new OrderPage.
// Hooks: data-name=preflight-card, preflight-file-ID, run-ID, hand-ID, compare-ID, choose-HASH, choose-all, begin-contact, begin-waiver,
// preflight-record, preflight-message; data-field=preflight.unseen, preflight.by-hand, preflight.error, preflight.warning (the
// first of each); those of contact_form.ts, waiver_form.ts, hand_preflight.ts and customer_message.ts.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { FilePreflight, FileView, FindingName, LookingView, OrderPage, Paper, PreflightFinding, VersionComparison } from "../../api/commands";
import { fileIntoPrepress } from "../../api/prepress";
import { type Refusal, toRefusal } from "../../api/refusal";
import { dialog } from "../../kit/dialog";
import { rests } from "../../form/rests";
import { LightElement } from "../../kit/element";
import { button, card, chip, notice } from "../../kit/pieces";
import "../../kit/progress";
import "../../papers/paper_view";
import { compareWords } from "../../words/compare";
import { refusalWords } from "../../words/errors";
import { preflightWords } from "../../words/preflight";
import { shortTime } from "../../words/times";
import { givenBefore } from "./compare";
import "./contact_form";
import "./customer_message";
import { componentName } from "./file_facts";
import "./hand_preflight";
import { findingRow, isOpen, sentenceOf } from "./preflight_finding";
import "./waiver_form";

/** How often the way of a file under reading is asked. */
const LOOK_EVERY = 250;

type Doing = "contact" | "waiver" | undefined;

@customElement("dk-preflight-card")
export class PreflightCard extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  /** Findings that are chosen: `fileId hash`. */
  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private doing: Doing;
  @state() private hand: number | undefined;
  @state() private compared: FileView | undefined;
  @state() private messages = false;
  @state() private paper: Paper | undefined;
  @state() private reading: LookingView | undefined;
  @state() private trouble: ReadonlyMap<number, Refusal> = new Map();
  readonly #acting = new Acting(this);
  #busy = false;
  /** Read or tried since this page was opened; what was called off is not begun again by itself. */
  readonly #tried = new Set<number>();

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("page")) return;
    const known = new Set((this.page?.preflight ?? []).flatMap((file) => file.findings.filter(isOpen).map((finding) => key(file, finding))));
    const left = [...this.chosen].filter((one) => known.has(one));
    if (left.length !== this.chosen.size) this.chosen = new Set(left);
    if (left.length === 0) this.doing = undefined;
    void this.#readWaiting();
  }

  /** Reads the files of this order that wait, one after the other. */
  async #readWaiting(): Promise<void> {
    if (this.#busy) return;
    const next = (): FilePreflight | undefined => this.page?.preflight.find((file) => file.looked === "waiting" && !this.#tried.has(file.fileId));
    this.#busy = true;
    for (let file = next(); file !== undefined && this.isConnected; file = next()) await this.#read(file.fileId, false);
    this.#busy = false;
  }

  async #read(fileId: number, again: boolean): Promise<void> {
    this.#tried.add(fileId);
    this.reading = { fileId, seen: 0, pages: 0 };
    const look = setInterval(() => {
      void call("preflight_progress").then((all) => {
        const mine = all.find((each) => each.fileId === fileId);
        if (mine !== undefined && this.reading?.fileId === fileId) this.reading = mine;
      }).catch(() => undefined);
    }, LOOK_EVERY);
    const trouble = new Map(this.trouble);
    trouble.delete(fileId);
    try {
      this.#take(await call("preflight_file", { fileId, again }));
      void fileIntoPrepress();
    } catch (thrown) {
      trouble.set(fileId, toRefusal(thrown));
    } finally {
      clearInterval(look);
      this.trouble = trouble;
      this.reading = undefined;
    }
  }

  #take(page: OrderPage | undefined): boolean {
    if (page === undefined) return false;
    this.page = page;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: page, bubbles: true }));
    return true;
  }

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined || page.preflight.length === 0) return nothing;
    const words = preflightWords();
    const open = page.preflight.flatMap((file) => file.findings.filter(isOpen));
    const errors = open.filter((finding) => finding.severity === "error").length;
    const unseen = page.preflight.some((file) => file.looked !== "done");
    const verdict = errors > 0 ? chip(words.still(errors, open.length - errors), "red") : open.length > 0 ? chip(words.still(0, open.length), "amber") : unseen ? nothing : chip(words.green, "green");
    const refusal = this.#acting.refusal;
    const hand = page.files.find((file) => file.id === this.hand);
    return html`<div data-name="preflight-card">${card({
        title: words.title,
        id: "card-preflight",
        note: html`${verdict} <span class="quiet">${words.note}</span>`,
        body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
          ${page.preflight.map((file) => this.#file(page, file))}
          ${this.#acts(page, open.length)}
          ${this.#forms(page)}`,
      })}
      ${dialog({ open: hand !== undefined, title: hand === undefined ? "" : words.byHandTitle(hand.name), onClose: () => { this.hand = undefined; }, body: hand === undefined ? nothing : html`<dk-hand-preflight .page=${page} .file=${hand} @page=${() => { this.hand = undefined; void fileIntoPrepress(); }}></dk-hand-preflight>` })}
      ${dialog({ open: this.compared !== undefined, title: compareWords().title(this.compared?.name ?? ""), wide: true, onClose: () => { this.compared = undefined; }, body: this.compared === undefined ? nothing : html`<dk-compare .fileId=${this.compared.id}></dk-compare>` })}
      ${dialog({ open: this.messages, title: words.message, wide: true, onClose: () => { this.messages = false; }, body: this.messages ? html`<dk-customer-message .orderId=${page.id} .findings=${this.#names(page)}></dk-customer-message>` : nothing })}
      ${dialog({ open: this.paper !== undefined, title: words.recordPaper, wide: true, onClose: () => { this.paper = undefined; }, body: this.paper === undefined ? nothing : html`<dk-paper printable .paper=${this.paper}></dk-paper>` })}
    </div>`;
  }

  #file(page: OrderPage, looked: FilePreflight): TemplateResult | typeof nothing {
    const words = preflightWords();
    const file = page.files.find((each) => each.id === looked.fileId);
    if (file === undefined) return nothing;
    const trouble = this.trouble.get(file.id);
    const open = looked.findings.filter(isOpen);
    const settled = looked.findings.filter((finding) => !isOpen(finding) && finding.severity !== "hint");
    const hints = looked.findings.filter((finding) => finding.severity === "hint");
    const check = looked.check === null ? "" : words.check(looked.check.byHand, looked.check.by, shortTime(looked.check.at));
    return html`<section class="preflight-file" data-name="preflight-file-${file.id}">
      <p class="preflight-name"><b>${file.name}</b> <span class="quiet">${[componentName(page, file.component), check].filter((text) => text !== "").join(" · ")}</span> ${this.#state(page, file, looked)}</p>
      ${looked.since === null || looked.looked === "waiting" || this.reading?.fileId === file.id ? nothing : this.#since(file, looked.since)}
      ${trouble === undefined ? nothing : html`<p class="is-red" role="alert">${refusalWords(trouble).title} ${refusalWords(trouble).next}</p>`}
      ${this.reading?.fileId === file.id ? this.#progress(file, this.reading) : nothing}
      ${open.length === 0 ? nothing : html`<ul class="preflight">${open.map((finding) => findingRow(finding, rests(page) ? nothing : this.#choice(page, looked, finding)))}</ul>`}
      ${settled.length === 0 ? nothing : html`<details class="findings-closed"><summary class="link">${words.settled(settled.length)}</summary><ul class="preflight">${settled.map((finding) => findingRow(finding))}</ul></details>`}
      ${hints.length === 0 ? nothing : html`<details class="findings-closed"><summary class="link">${words.hints(hints.length)}</summary><ul class="preflight">${hints.map((finding) => findingRow(finding))}</ul></details>`}
    </section>`;
  }

  /** What the new version changed, and what was given on the one before: said without being asked. */
  #since(file: FileView, since: VersionComparison): TemplateResult {
    const words = compareWords();
    return notice({
      tone: "amber",
      title: words.since(since),
      text: since.given.length === 0 ? "" : givenBefore(since, `given-${file.id}`),
      ...(file.pages === null ? {} : { actions: html`<button type="button" class="link" data-name="compare-${file.id}" @click=${() => { this.compared = file; }}>${words.open}</button>` }),
    });
  }

  #state(page: OrderPage, file: FileView, looked: FilePreflight): TemplateResult {
    const words = preflightWords();
    const unread = looked.findings.some((finding) => finding.kind === "unreadable" || finding.kind === "page_unread");
    if (looked.looked === "done") {
      // What is locked or damaged no eye makes print: the customer is spoken to.
      if (unread) return html`${this.#run(file, words.again, true)} ${looked.check?.byHand === true ? this.#byHand(page, file) : nothing}`;
      return looked.findings.some(isOpen) ? html`` : html`${chip(words.lookedAt.done, "green")}`;
    }
    if (looked.looked === "by_hand" || looked.looked === "stale") return html`${chip(words.lookedAt[looked.looked], "red")} ${unread ? this.#run(file, words.again, true) : nothing} ${this.#byHand(page, file)}<br /><small class="quiet">${unread && looked.looked === "by_hand" ? words.unreadWhy : words.lookedWhy[looked.looked]}</small>`;
    if (this.reading?.fileId === file.id) return html``;
    return html`${chip(words.lookedAt[looked.looked], "amber")} ${this.#run(file, words.run, false, this.#isFirst(page, file, ["waiting", "called_off"]))}<br /><small class="quiet">${words.lookedWhy[looked.looked]}</small>`;
  }

  #isFirst(page: OrderPage, file: FileView, states: readonly string[]): boolean {
    return page.preflight.find((each) => states.includes(each.looked))?.fileId === file.id;
  }

  #run(file: FileView, label: string, again: boolean, first = false): TemplateResult {
    return html`<button type="button" class="link" data-name="run-${file.id}" data-field=${first ? "preflight.unseen" : nothing} ?disabled=${this.reading !== undefined} @click=${() => void this.#read(file.id, again)}>${label}</button>`;
  }

  #byHand(page: OrderPage, file: FileView): TemplateResult | typeof nothing {
    if (rests(page)) return nothing;
    const first = this.#isFirst(page, file, ["by_hand", "stale"]);
    return html`<button type="button" class="link" data-name="hand-${file.id}" data-field=${first ? "preflight.by-hand" : nothing} @click=${() => { this.hand = file.id; }}>${preflightWords().byHand}</button>`;
  }

  #progress(file: FileView, way: LookingView): TemplateResult {
    return html`<dk-progress .label=${preflightWords().reading(file.name, way.seen, way.pages)} .share=${way.pages > 0 ? way.seen / way.pages : undefined} .onCancel=${() => void call("call_off_preflight", { fileId: file.id }).catch(() => undefined)}></dk-progress>`;
  }

  #choice(page: OrderPage, file: FilePreflight, finding: PreflightFinding): TemplateResult {
    const one = key(file, finding);
    const first = page.preflight.flatMap((each) => each.findings.filter((other) => isOpen(other) && other.severity === finding.severity).map((other) => key(each, other)))[0];
    return html`<input type="checkbox" data-name="choose-${finding.hash.slice(0, 8)}" data-field=${first === one ? `preflight.${finding.severity}` : nothing} aria-label=${preflightWords().choose(sentenceOf(finding))} .checked=${this.chosen.has(one)} @change=${() => {
      const chosen = new Set(this.chosen);
      if (!chosen.delete(one)) chosen.add(one);
      this.chosen = chosen;
      if (chosen.size === 0) this.doing = undefined;
    }} />`;
  }

  #names(page: OrderPage): readonly FindingName[] {
    return page.preflight.flatMap((file) => file.findings.filter((finding) => isOpen(finding) && (this.chosen.size === 0 || this.chosen.has(key(file, finding)))).map((finding) => ({ fileId: file.fileId, hash: finding.hash })));
  }

  #acts(page: OrderPage, open: number): TemplateResult {
    const words = preflightWords();
    const chosen = this.chosen.size;
    const looked = page.preflight.some((file) => file.check !== null);
    return html`<div class="preflight-acts">
      ${open === 0 || rests(page) ? nothing : html`${button({ label: words.chooseAll, plain: true, name: "choose-all", onClick: () => { this.chosen = new Set(page.preflight.flatMap((file) => file.findings.filter(isOpen).map((finding) => key(file, finding)))); } })}
        ${button({ label: words.contact, name: "begin-contact", disabled: chosen === 0, onClick: () => void this.#begin("contact") })}
        ${button({ label: words.waive, name: "begin-waiver", disabled: chosen === 0, onClick: () => void this.#begin("waiver") })}
        <span class="quiet">${chosen === 0 ? words.contactHint : words.chosen(chosen)}</span>`}
      ${open === 0 ? nothing : button({ label: words.message, name: "preflight-message", onClick: () => { this.messages = true; } })}
      ${looked ? button({ label: words.recordPaper, plain: open > 0 && !rests(page), name: "preflight-record", busy: this.#acting.busy, onClick: () => void this.#acting.run(() => call("make_preflight_record", { orderId: page.id })).then((paper) => { this.paper = paper; }) }) : nothing}
    </div>`;
  }

  #forms(page: OrderPage): TemplateResult | typeof nothing {
    const done = (event: Event): void => {
      this.doing = undefined;
      this.chosen = new Set();
      if (event instanceof CustomEvent) void fileIntoPrepress();
    };
    const cancel = (): void => { this.doing = undefined; };
    if (this.doing === "contact") return html`<dk-contact-form .page=${page} .findings=${this.#names(page)} @page=${done} @cancel=${cancel}></dk-contact-form>`;
    if (this.doing === "waiver") return html`<dk-waiver-form .page=${page} .findings=${this.#names(page)} @page=${done} @cancel=${cancel}></dk-waiver-form>`;
    return nothing;
  }

  async #begin(doing: Doing): Promise<void> {
    this.doing = doing;
    await this.updateComplete;
    setTimeout(() => this.querySelector<HTMLElement>(doing === "contact" ? "[data-field='contact.who']" : "[data-field='waiver.reason']")?.focus());
  }
}

const key = (file: FilePreflight, finding: PreflightFinding): string => `${file.fileId} ${finding.hash}`;

declare global {
  interface HTMLElementTagNameMap {
    "dk-preflight-card": PreflightCard;
  }
}
