// <dk-order-search>: the search field of the top bar. Ctrl K from every screen; results while typing, never while an input
// method composes; arrows and Enter open, Ctrl D repeats, Esc goes back to where one was. A screen's name goes to that screen.
// Hooks: data-name=search, found-ID, found-SCREEN, indexing.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { FoundOrder, FoundOrders } from "../../api/commands";
import { type Refusal, toRefusal } from "../../api/refusal";
import { Behind, onScreen } from "../../kit/behind";
import { composes, submits } from "../../kit/composing";
import { LightElement, freshId } from "../../kit/element";
import { holds, learn } from "../../kit/initials";
import { KeyBindings, bindKey, keyCaps } from "../../kit/keys";
import { chip } from "../../kit/pieces";
import { go } from "../../kit/route";
import { refusalWords } from "../../words/errors";
import { searchWords } from "../../words/search";
import { shortDay } from "../../words/times";
import { repeatOrder } from "./repeat";
import { kindChip } from "../../form/kind_chip";
import { stateChip } from "./state_chip";

/** Lines that are drawn at once: what one sees. The rest comes behind the last letter. */
const IN_SIGHT = 16;

/** Columns of a result that say themselves what was found there. */
const SHOWN = new Set(["number", "customer", "product"]);

@customElement("dk-order-search")
export class OrderSearch extends LightElement {
  /** The screens of the side bar: one may go there by name, too. */
  @property({ attribute: false }) screens: readonly { readonly name: string; readonly label: string }[] = [];
  @state() private open = false;
  @state() private active = 0;
  /** All lines are drawn, not only those in sight. */
  @state() private whole = false;
  readonly #behind = new Behind(() => { this.whole = true; });
  @state() private found: FoundOrders | undefined;
  @state() private problem: Refusal | undefined;
  @query("input") private input!: HTMLInputElement | null;
  readonly #id = freshId("found");
  readonly #acting = new Acting(this);
  readonly #keys = new KeyBindings(this, { find: () => this.#begin() });
  #composing = false;
  #round = 0;
  /** The newest search, until it is answered. */
  #searching: Promise<void> = Promise.resolve();
  /** Where one was when the search began. */
  #before: HTMLElement | undefined;
  #offRepeat: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#behind.forget();
    this.#offRepeat?.();
  }

  #begin(): void {
    const active = document.activeElement;
    if (active instanceof HTMLElement && !this.contains(active)) this.#before = active;
    this.input?.focus();
    this.input?.select();
    this.#show();
  }

  #show(): void {
    if (this.open) return;
    this.open = true;
    void learn(this.screens.map((screen) => screen.label)).then((more) => { if (more) this.requestUpdate(); });
    this.#offRepeat = bindKey("repeat", () => void this.#searching.then(() => this.#act((order) => repeatOrder(order.row.id))));
    this.#searching = this.#search();
  }

  #close(): void {
    if (!this.open) return;
    this.open = false;
    this.#round += 1;
    this.#offRepeat?.();
    this.#offRepeat = undefined;
  }

  /** Back to where one was; what stands in the field stays. */
  #back(): void {
    this.#close();
    const before = this.#before;
    this.#before = undefined;
    if (before?.isConnected === true && before !== document.body) before.focus();
    else this.input?.blur();
  }

  async #search(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    try {
      const [found] = await Promise.all([call("find_orders", { query: this.input?.value ?? "" }), onScreen()]);
      if (round !== this.#round) return;
      this.found = found;
      this.whole = false;
      this.#behind.ask();
      this.problem = undefined;
    } catch (thrown) {
      if (round !== this.#round) return;
      this.problem = toRefusal(thrown);
    }
    this.active = 0;
  }

  readonly #onInput = (): void => {
    // What is being composed is no query yet.
    if (this.#composing) return;
    this.#show();
    this.#searching = this.#search();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (composes(event)) return;
    const orders = this.found?.orders ?? [];
    const page = 8;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!this.open) this.#show();
      else {
        this.whole = true;
        this.active = this.#stepped(step, orders.length + this.#places().length);
      }
      void this.updateComplete.then(() => this.querySelector(".found [aria-selected=true]")?.scrollIntoView({ block: "nearest" }));
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.#back();
    } else if (submits(event) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      // An Enter right behind a letter means what is found by that letter, not what still stands there.
      void this.#searching.then(() => this.#enter());
    }
  };

  /** Up from the first line is the last: the screens below a long list are one key away. */
  #stepped(step: number, lines: number): number {
    if (step === -1 && this.active === 0) return Math.max(0, lines - 1);
    return Math.max(0, Math.min(lines - 1, this.active + step));
  }

  /** Screens whose name is what was typed; they stand below the orders. */
  #places(): readonly { readonly name: string; readonly label: string }[] {
    const typed = (this.input?.value ?? "").trim().toLowerCase();
    return typed === "" ? [] : this.screens.filter((screen) => screen.label.toLowerCase().includes(typed) || holds(screen.label, typed));
  }

  #goTo(screen: string): void {
    go(screen);
    this.#done();
  }

  #go(order: FoundOrder): void {
    go("orders", order.row.id);
  }

  /** What is done with the order one stands on; then the search has done its work. */
  #act(act: (order: FoundOrder) => Promise<void> | void, order = this.found?.orders[this.active]): void {
    if (order === undefined || !this.open) return;
    void this.#acting.run(async () => {
      await act(order);
      this.#done();
    });
  }

  /** It is found: the next screen begins without the last question. */
  #done(): void {
    this.#before = undefined;
    this.#close();
    if (this.input !== null && this.input !== undefined) this.input.value = "";
    this.input?.blur();
  }

  /** What one stands on when its search is answered: an order, or below them a screen. */
  #enter(): void {
    const place = this.#places()[this.active - (this.found?.orders.length ?? 0)];
    if (place === undefined) this.#act((order) => this.#go(order));
    else if (this.open) this.#goTo(place.name);
  }

  protected override render(): TemplateResult {
    void this.#keys;
    const words = searchWords();
    const orders = this.found?.orders ?? [];
    return html`<div class="finder" role="search">
      <input
        type="text"
        class="finder-field"
        role="combobox"
        data-name="search"
        autocomplete="off"
        spellcheck="false"
        placeholder=${words.hint}
        aria-label=${words.label}
        aria-expanded=${this.open ? "true" : "false"}
        aria-controls=${this.#id}
        aria-autocomplete="list"
        aria-activedescendant=${this.open && orders.length + this.#places().length > 0 ? `${this.#id}-${this.active}` : nothing}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
        @click=${() => this.#show()}
        @focus=${(event: FocusEvent) => { if (event.relatedTarget instanceof HTMLElement) this.#before = event.relatedTarget; }}
        @compositionstart=${() => { this.#composing = true; }}
        @compositionend=${() => { this.#composing = false; this.#onInput(); }}
        @blur=${() => this.#close()}
      />
      <span class="finder-keys" aria-hidden="true">${keyCaps("find").map((cap) => html`<kbd>${cap}</kbd>`)}</span>
      ${this.open ? this.#panel(orders) : nothing}
    </div>`;
  }

  #panel(orders: readonly FoundOrder[]): TemplateResult {
    const words = searchWords();
    const problem = this.#acting.refusal ?? this.problem;
    const typed = (this.input?.value ?? "").trim() !== "";
    const places = this.#places();
    return html`<div class="found-panel" @mousedown=${(event: Event) => event.preventDefault()}>
      ${problem === undefined ? nothing : html`<p class="found-word is-red" role="alert">${refusalWords(problem).title} ${refusalWords(problem).next}</p>`}
      <ul class="found" id=${this.#id} role="listbox" aria-label=${words.results}>
        ${(this.whole ? orders : orders.slice(0, IN_SIGHT)).map((order, index) => this.#line(order, index))}
        ${places.map(
          (place, index) => html`<li
            id="${this.#id}-${orders.length + index}"
            class="found-place"
            role="option"
            data-name="found-${place.name}"
            aria-selected=${orders.length + index === this.active ? "true" : "false"}
            @pointerdown=${(event: Event) => { event.preventDefault(); this.#goTo(place.name); }}
          ><span class="quiet">${words.goTo}</span><span>${place.label}</span></li>`,
        )}
      </ul>
      ${this.found?.indexing == null ? nothing : html`<p class="found-word is-amber" role="status" data-name="indexing">${words.indexing(this.found.indexing.done, this.found.indexing.of)}</p>`}
      ${this.found !== undefined && orders.length + places.length === 0 ? html`<p class="found-word" role="status"><strong>${typed ? words.nothing : words.noOrders}</strong> ${typed ? words.nothingText : ""}</p>` : nothing}
      ${orders.length === 0 ? nothing : html`<p class="found-foot"><span role="status">${!typed ? words.newest : this.found?.more === true ? words.more(orders.length) : words.count(orders.length)}</span><span>${words.keys(keyCaps("repeat").join(" "))}</span></p>`}
    </div>`;
  }

  #line(order: FoundOrder, index: number): TemplateResult {
    const row = order.row;
    const words = searchWords();
    const in_ = (field: string): string => (order.matches.some((match) => match.field === field) ? "is-hit" : "");
    return html`<li
      id="${this.#id}-${index}"
      role="option"
      data-name="found-${row.id}"
      aria-selected=${index === this.active ? "true" : "false"}
      @pointerdown=${(event: Event) => { event.preventDefault(); this.#act((found) => this.#go(found), order); }}
    >
      <span class="found-number ${in_("number")}">${row.number}</span>
      <span class="found-names"><span class=${in_("customer")}>${row.customer}</span> <span class="quiet">/</span> <span class=${in_("product")}>${row.product}</span></span>
      <span class="found-date">${row.requestedDate === null ? "—" : shortDay(row.requestedDate)}</span>
      <span class="found-state">${stateChip(row.state)}</span>
      <span class="found-why">${order.matches.map((match) => html`<small>${words.fields[match.field as keyof typeof words.fields] ?? match.field}${SHOWN.has(match.field) ? nothing : html` <b>${match.text}</b>`}</small>`)}${kindChip(row.kind)}${row.rush ? chip(words.rush, "red") : nothing}</span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-order-search": OrderSearch;
  }
}
