// <dk-customer-dialog ?open .known=${{ name, contact, phone }}>: a customer nobody has heard of, entered in the middle of the call.
// @added: the Customer; @closed: nothing; @left: the name that was typed, when another call or the lock takes the window.
// Esc, another call and the lock lose nothing: it is there until another name is asked. Hooks: data-field=new-customer.name …, data-name=add-new-customer.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { Customer } from "../../api/commands";
import { onFlush } from "../../api/seat";
import { Unsaved } from "../../api/unsaved";
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
type Values = Readonly<Record<Name, string>>;
interface Typed {
  readonly asked: string;
  readonly values: Values;
}
const BLANK: Values = { name: "", shortName: "", contact: "", phone: "", address: "" };

@customElement("dk-customer-dialog")
export class CustomerDialog extends LightElement {
  @property({ type: Boolean }) open = false;
  /** The form it stands on: what was typed is kept by it. */
  @property() record = "";
  /** What was typed of the customer already. */
  @property({ attribute: false }) known: Partial<Readonly<Record<Name, string>>> = {};
  @state() private values: Values = BLANK;
  /** For which name it was opened. */
  #asked = "";
  readonly #acting = new Acting(this);
  readonly #unsaved = new Unsaved<Typed>(this, "new-customer", {
    record: () => this.record,
    give: () => (this.values === BLANK ? undefined : { asked: this.#asked, values: this.values }),
    take: ({ asked, values }) => {
      this.#asked = asked;
      this.values = values;
    },
  });
  #offFlush: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#offFlush = onFlush(() => this.#leave());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#offFlush?.();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("open") || !this.open) return;
    this.#acting.refusal = undefined;
    const name = this.known.name ?? "";
    const same = name === "" || name === this.#asked || name === this.values.name;
    if (!same || this.values === BLANK) this.values = { ...BLANK, ...this.known };
    this.#asked = name;
  }

  /** The form below names the call by whom it was about. */
  #leave(): Promise<void> {
    if (this.open && this.values.name.trim() !== "") this.dispatchEvent(new CustomEvent<string>("left", { detail: this.values.name.trim() }));
    return Promise.resolve();
  }

  protected override render(): TemplateResult {
    void this.#unsaved;
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
    this.values = BLANK;
    this.dispatchEvent(new CustomEvent<Customer>("added", { detail: customer }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-customer-dialog": CustomerDialog;
  }
}
