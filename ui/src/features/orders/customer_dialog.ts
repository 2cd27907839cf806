// <dk-customer-dialog ?open .known=${{ name, contact, phone }}>: a customer nobody has heard of, entered in the middle of the call.
// @added: the Customer; @closed: nothing. Hooks: data-field=new-customer.name …, data-name=add-new-customer.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { Customer } from "../../api/commands";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { fieldNote, refusalWords } from "../../words/errors";
import { formWords } from "../../words/order_form";

const NAMES = ["name", "shortName", "contact", "phone", "address"] as const;
type Name = (typeof NAMES)[number];
const BLANK: Readonly<Record<Name, string>> = { name: "", shortName: "", contact: "", phone: "", address: "" };

@customElement("dk-customer-dialog")
export class CustomerDialog extends LightElement {
  @property({ type: Boolean }) open = false;
  /** What was typed of the customer already. */
  @property({ attribute: false }) known: Partial<Readonly<Record<Name, string>>> = {};
  @state() private values: Readonly<Record<Name, string>> = BLANK;
  readonly #acting = new Acting(this);

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("open") && this.open) {
      this.values = { ...BLANK, ...this.known };
      this.#acting.refusal = undefined;
    }
  }

  protected override render(): TemplateResult {
    const words = formWords();
    return html`${dialog({ open: this.open, title: words.newCustomerTitle, body: this.#form(), onClose: () => this.#close() })}`;
  }

  #form(): TemplateResult {
    const words = formWords();
    const refusal = this.#acting.refusal;
    const problem = (name: Name): string => {
      const field = refusal?.fields.find((each) => each.path.split(".").at(-1) === name);
      return field === undefined ? "" : fieldNote(field.code, field.params);
    };
    return form({
      onSubmit: () => void this.#save(),
      body: html`${refusal === undefined || refusal.fields.length > 0 ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <div class="fields is-two">${NAMES.map((name) => html`<dk-field .name=${`new-customer.${name}`} .record=${String(this.open)} .label=${words.customerFields[name]} .value=${this.values[name]} .span=${name === "name" || name === "address" ? 2 : 1}
          .problem=${problem(name)} ?required=${name === "name"} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.values = { ...this.values, [name]: event.detail.value }; }}></dk-field>`)}</div>`,
      actions: html`${button({ label: words.cancel, onClick: () => this.#close() })}${button({ label: words.save, main: true, name: "add-new-customer" })}`,
    });
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent("closed"));
  }

  async #save(): Promise<void> {
    const customer = await this.#acting.run(() => call("save_customer", { request: { id: null, revision: 0, remark: "", ...this.values } }));
    if (customer === undefined) return;
    say(formWords().customerSaved);
    this.dispatchEvent(new CustomEvent<Customer>("added", { detail: customer }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-customer-dialog": CustomerDialog;
  }
}
