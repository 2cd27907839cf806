// <dk-orders>: the start screen. All orders, newest first, page by page; Enter opens, Ctrl D repeats. Finding one is the top bar's (Ctrl K).
// Hooks: data-name=filter-all | filter-open | …, count, repeat.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { ListFilter, OrderKind, OrderRow } from "../../api/commands";
import { Paged } from "../../api/paged";
import { LightElement } from "../../kit/element";
import { KeyBindings } from "../../kit/keys";
import { button, chip, empty, notice, waiting } from "../../kit/pieces";
import { remember, remembered } from "../../kit/remembered";
import { go } from "../../kit/route";
import "../../kit/table";
import type { Column, RangedEvent, Table } from "../../kit/table";
import { refusalWords } from "../../words/errors";
import { kindWords } from "../../words/kinds";
import { reportWords } from "../../words/reports";
import { orderWords } from "../../words/orders";
import { shortDay } from "../../words/times";
import { kindLabel } from "../../form/field_catalogue";
import { kindChip } from "../../form/kind_chip";
import { repeatOrder } from "./repeat";
import { stateChip } from "./state_chip";

const FILTERS: readonly ListFilter[] = ["all", "open", "registered", "requirements_confirmed", "in_review", "pending_effect", "in_effect", "released", "suspended", "declined", "converted", "cancelled"];
/** Empty: every kind. */
const KINDS: readonly (OrderKind | "")[] = ["", "od", "os", "op", "of"];
const REMEMBERED = "orders.filter";
const REMEMBERED_KIND = "orders.kind";

/** What a presale or a sample order leaves open says so. */
const pending = (row: OrderRow): string => (row.kind === "op" || row.kind === "os" ? kindWords().pending : "");

@customElement("dk-orders")
export class Orders extends LightElement {
  @state() private filter: ListFilter = FILTERS.find((each) => each === remembered(REMEMBERED)) ?? "all";
  @state() private kind: OrderKind | "" = KINDS.find((each) => each === remembered(REMEMBERED_KIND)) ?? "";
  readonly #acting = new Acting(this);
  readonly #orders = new Paged<OrderRow>(this, {
    topics: () => ["orders"],
    count: () => call("orders_count", { filter: this.filter, kind: this.kind === "" ? null : this.kind }),
    page: (from, limit) => call("orders_page", { filter: this.filter, kind: this.kind === "" ? null : this.kind, from, limit }),
    id: (row) => row.id,
  });
  readonly #keys = new KeyBindings(this, { repeat: () => void this.#repeat() });

  async #show(filter: ListFilter, kind = this.kind): Promise<void> {
    this.filter = filter;
    this.kind = kind;
    remember(REMEMBERED, filter);
    remember(REMEMBERED_KIND, kind);
    await this.#orders.restart();
    await this.updateComplete;
    this.querySelector<Table<OrderRow>>("dk-table")?.restart();
  }

  async #repeat(): Promise<void> {
    const row = this.querySelector<Table<OrderRow>>("dk-table")?.current;
    if (row !== undefined) await this.#acting.run(() => repeatOrder(row.id));
  }

  protected override render(): TemplateResult {
    void this.#keys;
    const words = orderWords();
    const rows = this.#orders.rows;
    const problem = this.#acting.refusal ?? this.#orders.problem;
    return html`<header class="screen-head">
        <h1>${words.title}</h1>
        <div class="segments" role="group" aria-label=${words.filter}>
          ${FILTERS.map((each) => html`<button type="button" class="segment" data-name="filter-${each}" aria-pressed=${each === this.filter ? "true" : "false"} @click=${() => void this.#show(each)}>${words.filters[each]}</button>`)}
        </div>
        <select class="control kind-filter" data-name="filter-kind" aria-label=${kindWords().filter} .value=${this.kind} @change=${(event: Event) => void this.#show(this.filter, (event.target as HTMLSelectElement).value as OrderKind | "")}>
          ${KINDS.map((each) => html`<option value=${each} ?selected=${each === this.kind}>${each === "" ? kindWords().all : kindLabel(each)}</option>`)}
        </select>
        <span class="quiet" data-name="count" role="status">${rows === undefined ? nothing : words.count(rows.length)}</span>
        <span class="screen-gap"></span>
        ${rows === undefined || rows.length === 0 ? nothing : button({ label: words.repeat, key: "repeat", name: "repeat", why: words.repeatHint, disabled: this.#acting.busy, onClick: () => void this.#repeat() })}
      </header>
      ${problem === undefined ? nothing : notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next })}
      ${rows === undefined
        ? waiting(this.#orders.slow)
        : html`<div class="card is-filling"><dk-table first name="orders" .label=${words.title} .columns=${this.#columns()} .rows=${rows}
            .key=${(row: OrderRow) => row.id} .onOpen=${(row: OrderRow) => go("orders", row.id)}
            .empty=${this.#empty()}
            @ranged=${(event: RangedEvent) => this.#orders.want(...event.detail)}></dk-table></div>`}`;
  }

  #empty(): TemplateResult {
    const words = orderWords();
    if (this.filter === "all" && this.kind === "") return empty({ title: words.emptyTitle, text: words.emptyText });
    return empty({ title: words.noneTitle([this.kind === "" ? "" : kindLabel(this.kind), words.filters[this.filter]].filter((text) => text !== "").join(" · ")), text: words.noneText, action: button({ label: words.showAll, onClick: () => void this.#show("all", "") }) });
  }

  #columns(): readonly Column<OrderRow>[] {
    const words = orderWords();
    const heads = words.columns;
    return [
      { key: "number", label: heads.number, width: 168, cell: (row) => row.number },
      { key: "customer", label: heads.customer, width: 176, cell: (row) => (row.customer === "" ? html`<span class="quiet">${kindWords().noCustomer}</span>` : row.customer) },
      { key: "product", label: heads.product, cell: (row) => html`${row.product} ${kindChip(row.kind)}${row.rush ? html` ${chip(words.rush, "red")}` : nothing}${row.recordedLate ? html` ${chip(reportWords().late, "amber")}` : nothing}` },
      { key: "quantity", label: heads.quantity, width: 96, number: true, cell: (row) => row.quantity || pending(row) },
      { key: "amount", label: heads.amount, width: 128, number: true, cell: (row) => row.amount || pending(row) },
      { key: "date", label: heads.date, width: 112, number: true, cell: (row) => (row.requestedDate === null ? "—" : shortDay(row.requestedDate)) },
      { key: "state", label: heads.state, width: 112, cell: (row) => stateChip(row.state) },
      { key: "next", label: heads.next, width: 168, cell: (row) => row.state === "converted" || row.state === "suspended" || row.state === "cancelled" ? html`<span class="quiet">—</span>` : html`${words.steps[row.nextStep - 1] ?? ""}${row.blockers === 0 ? nothing : html`<small class="quiet"> · ${words.blockers(row.blockers)}</small>`}` },
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-orders": Orders;
  }
}
