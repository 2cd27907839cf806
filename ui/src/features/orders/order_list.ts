// <dk-orders>: the start screen. Newest orders first, a search over number, customer and product; Enter opens.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { call } from "../../api/call";
import type { OrderRow } from "../../api/commands";
import { Loading } from "../../api/loading";
import { LightElement } from "../../kit/element";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { chip, empty, notice, waiting } from "../../kit/pieces";
import { go } from "../../kit/route";
import "../../kit/table";
import type { Column } from "../../kit/table";
import { refusalWords } from "../../words/errors";
import { orderWords } from "../../words/orders";
import { shortDay } from "../../words/times";
import { stateChip } from "./state_chip";

const MOST = 500;

@customElement("dk-orders")
export class Orders extends LightElement {
  @state() private query = "";
  readonly #orders = new Loading(this, { topics: () => ["orders"], load: () => call("orders_list", { query: this.query, limit: MOST }) });

  #search(event: TypedEvent): void {
    this.query = event.detail.value;
    void this.#orders.reload();
  }

  protected override render(): TemplateResult {
    const words = orderWords();
    const rows = this.#orders.value;
    const problem = this.#orders.problem;
    return html`<header class="screen-head">
        <h1>${words.title}</h1>
        <span class="quiet">${rows === undefined ? nothing : words.count(rows.length)}</span>
        <span class="screen-gap"></span>
        <dk-field class="search" name="query" .label=${words.search} .placeholder=${words.searchHint} .value=${this.query} @typed=${(event: TypedEvent) => this.#search(event)}></dk-field>
      </header>
      ${problem === undefined ? nothing : notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next })}
      ${rows === undefined
        ? waiting(this.#orders.slow)
        : html`<div class="card is-filling"><dk-table first name="orders" .label=${words.title} .columns=${this.#columns()} .rows=${rows}
            .key=${(row: OrderRow) => row.id} .onOpen=${(row: OrderRow) => go("orders", row.id)}
            .empty=${this.query === "" ? empty({ title: words.emptyTitle, text: words.emptyText }) : empty({ title: words.nothingFound, text: words.nothingFoundText })}></dk-table></div>`}`;
  }

  #columns(): readonly Column<OrderRow>[] {
    const words = orderWords();
    const heads = words.columns;
    return [
      { key: "number", label: heads.number, width: 168, cell: (row) => row.number },
      { key: "customer", label: heads.customer, width: 176, cell: (row) => row.customer },
      { key: "product", label: heads.product, cell: (row) => html`${row.product}${row.rush ? html` ${chip(words.rush, "red")}` : nothing}` },
      { key: "quantity", label: heads.quantity, width: 96, number: true, cell: (row) => row.quantity },
      { key: "amount", label: heads.amount, width: 128, number: true, cell: (row) => row.amount },
      { key: "date", label: heads.date, width: 112, number: true, cell: (row) => (row.requestedDate === null ? "—" : shortDay(row.requestedDate)) },
      { key: "state", label: heads.state, width: 112, cell: (row) => stateChip(row.state) },
      { key: "next", label: heads.next, width: 168, cell: (row) => html`${words.steps[row.nextStep - 1] ?? ""}${row.blockers === 0 ? nothing : html`<small class="quiet"> · ${words.blockers(row.blockers)}</small>`}` },
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-orders": Orders;
  }
}
