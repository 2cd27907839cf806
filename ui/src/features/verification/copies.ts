// <dk-copies .number=${print}>: every printed sheet of the house, those that owe something first; one scan shows a copy and what may
// be entered of it, one key retires it. `number`: the copy that is looked at first; 0: none.
// Hooks: data-name=filter-live | filter-owing | filter-lost, filter-holder, filter-about, look, verdict-…, fate-…, close-copy; data-field=scan.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call } from "../../api/call";
import type { CopiesFilter, CopyView, PrintVerdict } from "../../api/commands";
import { Loading } from "../../api/loading";
import { Paged } from "../../api/paged";
import { LightElement } from "../../kit/element";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { KeyBindings } from "../../kit/keys";
import { button, empty, notice, waiting } from "../../kit/pieces";
import { remember, remembered } from "../../kit/remembered";
import { go } from "../../kit/route";
import "../../kit/table";
import type { Column, RangedEvent, Table } from "../../kit/table";
import { copiesWords } from "../../words/copies";
import { refusalWords } from "../../words/errors";
import { shortTime } from "../../words/times";
import { verifyWords } from "../../words/verification";
import "./copy_fates";
import { owedChip } from "../../papers/owed";
import { verdictView } from "./verdict";

const FILTERS: readonly CopiesFilter[] = ["owing", "live", "lost"];
const REMEMBERED = "copies.filter";
/** Typing waits this long before the list is read. */
const PAUSE = 200;

@customElement("dk-copies")
export class Copies extends LightElement {
  @property({ type: Number }) number = 0;
  @state() private filter: CopiesFilter = FILTERS.find((each) => each === remembered(REMEMBERED)) ?? "owing";
  @state() private holder = "";
  @state() private about = "";
  @state() private text = "";
  @state() private noText = false;
  /** What was scanned, or the print that was opened from a list; none: nothing is looked at. */
  #asked: { readonly text: string } | { readonly print: number } | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #summary = new Loading(this, { topics: () => ["orders"], load: () => call("copies_summary") });
  readonly #verdict = new Loading<PrintVerdict | undefined>(this, { topics: () => ["orders"], load: () => this.#ask() });
  readonly #rows = new Paged<CopyView>(this, {
    topics: () => ["orders"],
    count: () => call("copies_count", { query: this.#query() }),
    page: (from, limit) => call("copies_page", { query: this.#query(), from, limit }),
    id: (row) => row.id,
  });
  readonly #keys = new KeyBindings(this, { back: () => void this.#leave() });

  #query(): { filter: CopiesFilter; holder: string; about: string } {
    return { filter: this.filter, holder: this.holder, about: this.about };
  }

  override connectedCallback(): void {
    if (this.number !== 0) this.#asked = { print: this.number };
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  protected override firstUpdated(): void {
    setTimeout(() => this.#toScan());
  }

  async #ask(): Promise<PrintVerdict | undefined> {
    const asked = this.#asked;
    if (asked === undefined) return undefined;
    return "text" in asked ? call("verify_print", { text: asked.text }) : call("copy_verdict", { printId: asked.print });
  }

  /** The next scan writes over this one. */
  #toScan(): void {
    const input = this.querySelector<HTMLInputElement>("[name='scan'] input");
    input?.focus();
    input?.select();
  }

  protected override render(): TemplateResult {
    void this.#keys;
    const words = copiesWords();
    const rows = this.#rows.rows;
    const problem = this.#verdict.problem ?? this.#rows.problem ?? this.#summary.problem;
    return html`${this.#head()}
      <div class="copies-scan">${this.#scan()}</div>
      ${problem === undefined ? nothing : notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next })}
      ${this.#copy()}
      ${rows === undefined
        ? waiting(this.#rows.slow)
        : html`<div class="card is-filling"><dk-table name="copies" .label=${words.title} .columns=${this.#columns()} .rows=${rows}
            .key=${(row: CopyView) => row.id} .onOpen=${(row: CopyView) => void this.#open(row.id)} .empty=${this.#empty()}
            @ranged=${(event: RangedEvent) => this.#rows.want(...event.detail)}></dk-table></div>`}`;
  }

  #head(): TemplateResult {
    const words = copiesWords();
    const summary = this.#summary.value;
    const count = (filter: CopiesFilter): string => (summary === undefined ? "" : ` ${summary[filter].toLocaleString("en")}`);
    return html`<header class="screen-head">
      <h1>${words.title}</h1>
      <div class="segments" role="group" aria-label=${words.filter}>
        ${FILTERS.map((each) => html`<button type="button" class="segment" data-name="filter-${each}" aria-pressed=${each === this.filter ? "true" : "false"} @click=${() => this.#show({ filter: each })}>${words.filters[each]}${count(each)}</button>`)}
      </div>
      <select class="control kind-filter" data-name="filter-holder" aria-label=${words.holder} .value=${this.holder} @change=${(event: Event) => this.#show({ holder: (event.target as HTMLSelectElement).value })}>
        <option value="" ?selected=${this.holder === ""}>${words.allHolders}</option>
        ${(summary?.holders ?? []).map((each) => html`<option value=${each} ?selected=${each === this.holder}>${each}</option>`)}
      </select>
      <input class="control copies-about" type="search" data-name="filter-about" name="copies.about" aria-label=${words.about} placeholder=${words.about} .value=${this.about} @input=${(event: Event) => this.#about((event.target as HTMLInputElement).value)} />
    </header>`;
  }

  #scan(): TemplateResult {
    const words = copiesWords();
    return form({
      label: words.scan,
      onSubmit: () => void this.#look(),
      body: html`<div class="verify-line">
        <dk-field name="scan" clause="4.4.2" .label=${words.scan} .value=${this.text} .hint=${words.scanHint} .problem=${this.noText ? verifyWords().missing : ""}
          @typed=${(event: TypedEvent) => { event.stopPropagation(); this.text = event.detail.value; this.noText = false; }}></dk-field>
        ${button({ label: words.look, main: true, name: "look" })}</div>`,
    });
  }

  async #look(): Promise<void> {
    const text = this.text.trim();
    this.noText = text === "";
    if (this.noText) {
      this.#toScan();
      return;
    }
    this.#asked = { text };
    await this.#verdict.reload();
    this.#toScan();
  }

  async #open(print: number): Promise<void> {
    this.#asked = { print };
    await this.#verdict.reload();
    this.#toScan();
  }

  /** Esc puts the copy away first. */
  async #leave(): Promise<void> {
    if (this.#asked === undefined) go("orders");
    else {
      this.#asked = undefined;
      await this.#verdict.reload();
      this.#toScan();
    }
  }

  #copy(): TemplateResult | typeof nothing {
    const verdict = this.#verdict.value;
    if (verdict === undefined) return nothing;
    const words = copiesWords();
    const order = verdict.orderId;
    return verdictView(verdict, html`${verdict.copy === null ? nothing : html`<dk-copy-fates .verdict=${verdict} @entered=${() => this.#toScan()}></dk-copy-fates>`}
      <div class="verdict-links">${order === null ? nothing : button({ label: verifyWords().toOrder, onClick: () => go("orders", order) })}${button({ label: words.close, name: "close-copy", plain: true, onClick: () => void this.#leave() })}</div>`);
  }

  #show(part: { filter?: CopiesFilter; holder?: string; about?: string }): void {
    if (part.filter !== undefined) remember(REMEMBERED, part.filter);
    this.filter = part.filter ?? this.filter;
    this.holder = part.holder ?? this.holder;
    this.about = part.about ?? this.about;
    void this.#restart();
  }

  async #restart(): Promise<void> {
    await this.#rows.restart();
    await this.updateComplete;
    this.querySelector<Table<CopyView>>("dk-table")?.restart();
  }

  #about(about: string): void {
    this.about = about;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#restart(), PAUSE);
  }

  #empty(): TemplateResult {
    const words = copiesWords();
    if (this.holder === "" && this.about.trim() === "") return empty({ title: words.none[this.filter], text: words.noneText[this.filter] });
    return empty({ title: words.noneFiltered, text: words.noneFilteredText, action: button({ label: words.showAll, onClick: () => { this.#show({ filter: "live", holder: "", about: "" }); this.#toScan(); } }) });
  }

  #columns(): readonly Column<CopyView>[] {
    const words = copiesWords();
    const heads = words.columns;
    return [
      { key: "state", label: heads.state, width: 208, cell: (row) => owedChip(row) },
      { key: "holder", label: heads.holder, width: 96, cell: (row) => row.holder },
      { key: "label", label: heads.label, width: 216, cell: (row) => row.label },
      { key: "print", label: heads.print, width: 72, number: true, cell: (row) => row.number },
      { key: "code", label: heads.code, width: 104, cell: (row) => html`<code>${row.checkCode}</code>` },
      { key: "order", label: heads.order, width: 160, cell: (row) => row.order },
      { key: "customer", label: heads.customer, cell: (row) => html`${row.customer} <span class="quiet">${row.product}</span>` },
      { key: "at", label: heads.at, width: 144, cell: (row) => html`${shortTime(row.at)} <span class="quiet">${row.by}</span>` },
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-copies": Copies;
  }
}
