// <dk-customers>: whom the house prints for. Search as you type, Enter on a row changes it, Ctrl Enter adds one.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { call } from "../../api/call";
import type { Customer, SaveCustomer } from "../../api/commands";
import { Loading } from "../../api/loading";
import { type Refusal, toRefusal } from "../../api/refusal";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { KeyBindings } from "../../kit/keys";
import { button, empty, notice, waiting } from "../../kit/pieces";
import "../../kit/table";
import type { Column } from "../../kit/table";
import { say } from "../../kit/toast";
import { customerWords } from "../../words/customers";
import { fieldNote, refusalWords } from "../../words/errors";
import { kitWords } from "../../words/kit";

const BLANK: SaveCustomer = { id: null, revision: 0, name: "", shortName: "", contact: "", phone: "", address: "", remark: "" };
type TextName = "name" | "shortName" | "contact" | "phone" | "address" | "remark";

@customElement("dk-customers")
export class Customers extends LightElement {
  @state() private query = "";
  @state() private editing: SaveCustomer | undefined;
  @state() private problems: Readonly<Record<string, string>> = {};
  @state() private refusal: Refusal | undefined;
  readonly #customers = new Loading(this, { topics: () => ["customers"], load: () => call("customers_list", { query: this.query }) });
  readonly #keys = new KeyBindings(this, { main: () => this.#open(BLANK) });

  #open(values: SaveCustomer): void {
    this.problems = {};
    this.refusal = undefined;
    this.editing = values;
  }

  protected override render(): TemplateResult {
    void this.#keys;
    const words = customerWords();
    const rows = this.#customers.value;
    const problem = this.#customers.problem;
    return html`<header class="screen-head"><h1>${words.title}</h1><span class="quiet">${rows === undefined ? nothing : words.count(rows.length)}</span><span class="screen-gap"></span>
        <dk-field class="search" name="query" .label=${words.search} .placeholder=${words.searchHint} .value=${this.query}
          @typed=${(event: TypedEvent) => { this.query = event.detail.value; void this.#customers.reload(); }}></dk-field>
        ${button({ label: words.add, main: true, onClick: () => this.#open(BLANK), key: "main", name: "add-customer" })}</header>
      ${problem === undefined ? nothing : notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next })}
      ${rows === undefined
        ? waiting(this.#customers.slow)
        : html`<div class="card is-filling"><dk-table first name="customers" .label=${words.title} .columns=${this.#columns()} .rows=${rows} .key=${(row: Customer) => row.id} .onOpen=${(row: Customer) => this.#open({ ...row })}
            .empty=${this.query === "" ? empty({ title: words.emptyTitle, text: words.emptyText }) : empty({ title: words.nothingFound, text: words.nothingFoundText })}></dk-table></div>`}
      ${dialog({ open: this.editing !== undefined, title: this.editing?.id == null ? words.add : words.change, body: this.editing === undefined ? nothing : this.#form(this.editing), onClose: () => { this.editing = undefined; } })}`;
  }

  #form(values: SaveCustomer): TemplateResult {
    const words = customerWords();
    const typed = (event: TypedEvent): void => {
      this.editing = { ...values, ...this.editing, [event.detail.name]: event.detail.value };
      this.problems = Object.fromEntries(Object.entries(this.problems).filter(([name]) => name !== event.detail.name));
    };
    const field = (name: TextName, span = 1, hint = ""): TemplateResult =>
      html`<dk-field .name=${name} .label=${words.fields[name]} .value=${values[name]} .span=${span} .hint=${hint} .problem=${this.problems[name] ?? ""} ?required=${name === "name"} @typed=${typed}></dk-field>`;
    return form({
      onSubmit: () => void this.#save(),
      body: html`${this.refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(this.refusal).title, text: refusalWords(this.refusal).next })}
        <div class="fields is-two">${field("name", 2, words.nameHint)}${field("shortName", 1, words.shortNameHint)}${field("contact")}${field("phone")}${field("address")}
          <dk-multiline name="remark" .rows=${2} .span=${2} .label=${words.fields.remark} .value=${values.remark} @typed=${typed}></dk-multiline></div>`,
      actions: html`${button({ label: kitWords().cancel, onClick: () => { this.editing = undefined; } })}${button({ label: words.save, main: true, name: "save-customer" })}`,
    });
  }

  #columns(): readonly Column<Customer>[] {
    const heads = customerWords().fields;
    return [
      { key: "name", label: heads.name, cell: (row) => row.name },
      { key: "shortName", label: heads.shortName, width: 136, cell: (row) => row.shortName },
      { key: "contact", label: heads.contact, width: 120, cell: (row) => row.contact },
      { key: "phone", label: heads.phone, width: 144, cell: (row) => row.phone },
      { key: "address", label: heads.address, width: 280, cell: (row) => row.address },
      { key: "remark", label: heads.remark, width: 160, cell: (row) => row.remark },
    ];
  }

  async #save(): Promise<void> {
    if (this.editing === undefined) return;
    this.refusal = undefined;
    try {
      await call("save_customer", { request: this.editing });
      this.editing = undefined;
      say(customerWords().saved);
    } catch (thrown) {
      const refusal = toRefusal(thrown);
      if (refusal.fields.length === 0) this.refusal = refusal;
      this.problems = Object.fromEntries(refusal.fields.map((field) => [field.path.split(".").at(-1) ?? field.path, fieldNote(field.code, field.params)]));
      await this.updateComplete;
      this.querySelector<HTMLElement>("dialog .has-problem")?.focus();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-customers": Customers;
  }
}
