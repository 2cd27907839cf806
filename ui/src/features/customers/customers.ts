// <dk-customers>: whom the house prints for. Search as you type, Enter opens a customer's page, Ctrl Enter adds one.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { call } from "../../api/call";
import type { CustomerRow } from "../../api/commands";
import { Loading } from "../../api/loading";
import { LightElement } from "../../kit/element";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { KeyBindings } from "../../kit/keys";
import { button, chip, empty, notice, waiting } from "../../kit/pieces";
import { go } from "../../kit/route";
import "../../kit/table";
import type { Column } from "../../kit/table";
import { customerWords } from "../../words/customers";
import { refusalWords } from "../../words/errors";
import { wordOf } from "../../words/language";

@customElement("dk-customers")
export class Customers extends LightElement {
  @state() private query = "";
  @state() private importing = false;
  readonly #customers = new Loading(this, { topics: () => ["customers"], load: () => call("customers_list", { query: this.query }) });
  readonly #keys = new KeyBindings(this, { main: () => go("customers", "new") });

  protected override render(): TemplateResult {
    void this.#keys;
    const words = customerWords();
    const rows = this.#customers.value;
    const problem = this.#customers.problem;
    return html`<header class="screen-head"><h1>${words.title}</h1><span class="quiet">${rows === undefined ? nothing : words.count(rows.length)}</span><span class="screen-gap"></span>
        <dk-field class="search" name="query" .label=${words.search} .placeholder=${words.searchHint} .value=${this.query}
          @typed=${(event: TypedEvent) => { this.query = event.detail.value; void this.#customers.reload(); }}></dk-field>
        ${button({ label: words.importTable, onClick: () => { this.importing = true; }, name: "import-customers" })}
        ${button({ label: words.add, main: true, onClick: () => go("customers", "new"), key: "main", name: "add-customer" })}</header>
      ${problem === undefined ? nothing : notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next })}
      ${rows === undefined
        ? waiting(this.#customers.slow)
        : html`<div class="card is-filling"><dk-table first name="customers" .label=${words.title} .columns=${this.#columns()} .rows=${rows} .key=${(row: CustomerRow) => row.id} .onOpen=${(row: CustomerRow) => go("customers", row.id)}
            .empty=${this.query === "" ? empty({ title: words.emptyTitle, text: words.emptyText }) : empty({ title: words.nothingFound, text: words.nothingFoundText })}></dk-table></div>`}
      <dk-import kind="customers" ?open=${this.importing} @closed=${() => { this.importing = false; }}></dk-import>`;
  }

  #columns(): readonly Column<CustomerRow>[] {
    const words = customerWords();
    const heads = words.columns;
    return [
      { key: "code", label: heads.code, width: 104, cell: (row) => row.code || "—" },
      { key: "name", label: heads.name, cell: (row) => html`${row.name}${row.former === null ? nothing : html` <small class="quiet">${words.former(row.former)}</small>`}` },
      { key: "shortName", label: heads.shortName, width: 128, cell: (row) => row.shortName },
      { key: "contact", label: heads.contact, width: 112, cell: (row) => row.contact },
      { key: "phone", label: heads.phone, width: 136, cell: (row) => row.phone },
      { key: "address", label: heads.address, width: 216, cell: (row) => row.address },
      { key: "standing", label: heads.standing, width: 88, cell: (row) => chip(wordOf(words.standings, row.standing), row.standing === "established" ? "green" : "quiet") },
      { key: "orders", label: heads.orders, width: 72, number: true, cell: (row) => row.orders.toLocaleString("en") },
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-customers": Customers;
  }
}
