// The form of a customer as template functions; customer_page.ts owns the values. Hooks: data-field=customer.name,
// contact:0.phone, address:0.address, term:0.percent; data-name=add-contact, remove-contact-0.
import { type TemplateResult, html, nothing } from "lit";
import type { AddressForm, ContactForm, CustomerForm, TermForm } from "../../api/commands";
import "../../kit/fields/choice_field";
import "../../kit/fields/combo_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { button, card } from "../../kit/pieces";
import { customerWords } from "../../words/customers";

export const BLANK: CustomerForm = {
  name: "", shortName: "", code: "", address: "", remark: "", locality: "", directLane: false, longTerm: false, tolerance: "",
  invoiceTitle: "", invoiceTaxNo: "", invoiceBank: "", invoiceAddress: "", contacts: [], addresses: [], terms: [],
};
const CONTACT: ContactForm = { id: null, name: "", phone: "", message: "", purpose: "", isDefault: false };
const ADDRESS: AddressForm = { id: null, address: "", receiver: "", phone: "", note: "", isDefault: false };
const TERM: TermForm = { percent: "", due: "", days: "" };

type Preset = "none" | "half" | "before_shipping" | "on_delivery" | "monthly_30" | "monthly_60" | "monthly_90" | "own";
const whole = (due: string, days = ""): TermForm[] => [{ percent: "100%", due, days }];

/** The terms a house agrees to most. */
const PRESETS: Readonly<Record<Exclude<Preset, "own">, readonly TermForm[]>> = {
  none: [],
  half: [{ percent: "50%", due: "before_order", days: "" }, { percent: "50%", due: "before_shipping", days: "" }],
  before_shipping: whole("before_shipping"),
  on_delivery: whole("on_delivery"),
  monthly_30: whole("monthly", "30"),
  monthly_60: whole("monthly", "60"),
  monthly_90: whole("monthly", "90"),
};

const told = (terms: readonly TermForm[]): string => terms.map((term) => [term.percent.replace("%", ""), term.due, term.days].join(" ")).join(";");

/** Which of the usual terms these are. */
export const presetOf = (terms: readonly TermForm[]): Preset => (Object.entries(PRESETS) as [Exclude<Preset, "own">, readonly TermForm[]][]).find(([, usual]) => told(usual) === told(terms))?.[0] ?? "own";

export interface CustomerFormParts {
  readonly form: CustomerForm;
  /** Another record takes its own texts. */
  readonly record: string;
  readonly problems: Readonly<Record<string, string>>;
  readonly readonly: boolean;
  readonly invoiceMissing: readonly string[];
  readonly change: (form: CustomerForm) => void;
}

type TextKey = { [K in keyof CustomerForm]: CustomerForm[K] extends string ? K : never }[keyof CustomerForm];

const replaced = <T>(rows: readonly T[], index: number, row: T): T[] => rows.map((each, place) => (place === index ? row : each));
const without = <T>(rows: readonly T[], index: number): T[] => rows.filter((_, place) => place !== index);

export function customerForm(parts: CustomerFormParts): TemplateResult {
  const words = customerWords();
  const { form, problems, record, readonly } = parts;
  const text = (key: TextKey, span = 1, hint = "", required = false): TemplateResult => html`<dk-field .name=${`customer.${key}`} .record=${record} .label=${words.fields[key as keyof typeof words.fields]} .value=${form[key]} .span=${span} .hint=${hint} .problem=${problems[`customer.${key}`] ?? ""}
    ?required=${required} ?readonly=${readonly} @typed=${(event: TypedEvent) => parts.change({ ...form, [key]: event.detail.value })}></dk-field>`;
  const tick = (key: "directLane" | "longTerm", hint: string): TemplateResult => html`<dk-check .name=${`customer.${key}`} .record=${record} .label=${words.fields[key]} .value=${form[key] ? "1" : ""} .hint=${hint} ?disabled=${readonly}
    @typed=${(event: TypedEvent) => parts.change({ ...form, [key]: event.detail.value !== "" })}></dk-check>`;
  return html`${card({
      title: words.cards.basics,
      body: html`<div class="fields">${text("name", 2, words.nameHint, true)}${text("shortName", 1, words.shortNameHint)}${text("code", 1, words.codeHint)}${text("address", 3)}
        <dk-choice .name=${"customer.locality"} .record=${record} .label=${words.fields.locality} .value=${form.locality} .problem=${problems["customer.locality"] ?? ""} ?disabled=${readonly}
          .options=${Object.entries(words.localities).map(([value, label]) => ({ value, label }))} @typed=${(event: TypedEvent) => parts.change({ ...form, locality: event.detail.value })}></dk-choice></div>`,
    })}
    ${card({ title: words.cards.contacts, body: contacts(parts) })}
    ${card({ title: words.cards.addresses, body: addresses(parts) })}
    ${card({ title: words.cards.habits, body: html`<div class="fields">${text("tolerance")}${tick("longTerm", words.longTermHint)}${tick("directLane", words.directLaneHint)}</div>${terms(parts)}` })}
    ${card({
      title: words.cards.invoice,
      note: parts.invoiceMissing.length === 0 ? words.invoiceNote : words.invoiceMissing(parts.invoiceMissing.map((code) => words.historyFields[code] ?? code).join("\u3001")),
      body: html`<div class="fields">${text("invoiceTitle", 2)}${text("invoiceTaxNo", 2)}${text("invoiceBank", 2)}${text("invoiceAddress", 2)}</div>
        <div class="fields is-one"><dk-multiline .name=${"customer.remark"} .record=${record} .rows=${2} .label=${words.fields.remark} .value=${form.remark} .problem=${problems["customer.remark"] ?? ""} ?readonly=${readonly} @typed=${(event: TypedEvent) => parts.change({ ...form, remark: event.detail.value })}></dk-multiline></div>`,
    })}`;
}

interface Cell {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly options?: readonly { value: string; label: string }[];
  readonly fixed?: boolean;
}

/** One line of a list: its cells, its default mark, its remove button. */
function line(parts: CustomerFormParts, level: string, index: number, cells: readonly Cell[], type: (key: string, value: string) => void, isDefault: { label: string; value: boolean; set: () => void } | undefined, remove: () => void): TemplateResult {
  const words = customerWords();
  return html`<div class="form-line is-${level}" data-row="${level}-${index}">
    ${cells.map((cell) => {
      const path = `${level}:${index}.${cell.key}`;
      const typed = (event: TypedEvent): void => type(cell.key, event.detail.value);
      const shared = { path, problem: parts.problems[path] ?? "" };
      if (cell.fixed === true) return html`<dk-choice .name=${shared.path} .record=${parts.record} .label=${cell.label} .value=${cell.value} .problem=${shared.problem} .options=${cell.options ?? []} ?disabled=${parts.readonly} @typed=${typed}></dk-choice>`;
      if (cell.options !== undefined) return html`<dk-combo free .name=${shared.path} .record=${parts.record} .label=${cell.label} .value=${cell.value} .problem=${shared.problem} .options=${cell.options} ?readonly=${parts.readonly} @typed=${typed}></dk-combo>`;
      return html`<dk-field .name=${shared.path} .record=${parts.record} .label=${cell.label} .value=${cell.value} .problem=${shared.problem} ?readonly=${parts.readonly} @typed=${typed}></dk-field>`;
    })}
    ${isDefault === undefined ? nothing : html`<dk-check .name=${`${level}:${index}.isDefault`} .record=${parts.record} .label=${isDefault.label} .value=${isDefault.value ? "1" : ""} ?disabled=${parts.readonly} @typed=${isDefault.set}></dk-check>`}
    ${parts.readonly ? nothing : html`<span class="row-acts"><button type="button" class="row-act" aria-label="${words.remove} ${index + 1}" title=${words.remove} data-name="remove-${level}-${index}" @click=${remove}>✕</button></span>`}
  </div>`;
}

const foot = (parts: CustomerFormParts, label: string, name: string, add: () => void): TemplateResult | typeof nothing => (parts.readonly ? nothing : html`<div class="form-rows-foot">${button({ label, onClick: add, name })}</div>`);

function contacts(parts: CustomerFormParts): TemplateResult {
  const words = customerWords();
  const heads = words.contact;
  const rows = parts.form.contacts;
  const put = (next: ContactForm[]): void => parts.change({ ...parts.form, contacts: next });
  return html`<div class="form-rows is-contacts">${rows.length === 0 ? html`<p class="quiet form-none">${words.noContacts}</p>` : nothing}
    ${rows.map((row, index) => line(parts, "contact", index,
      [{ key: "name", label: heads.name, value: row.name }, { key: "phone", label: heads.phone, value: row.phone }, { key: "message", label: heads.message, value: row.message }, { key: "purpose", label: heads.purpose, value: row.purpose, options: words.purposes.map((each) => ({ value: each, label: each })) }],
      (key, value) => put(replaced(rows, index, { ...row, [key]: value })),
      { label: heads.isDefault, value: row.isDefault, set: () => put(rows.map((each, place) => ({ ...each, isDefault: place === index }))) },
      () => put(without(rows, index))))}
    ${foot(parts, words.addContact, "add-contact", () => put([...rows, { ...CONTACT, isDefault: rows.length === 0 }]))}</div>`;
}

function addresses(parts: CustomerFormParts): TemplateResult {
  const words = customerWords();
  const heads = words.delivery;
  const rows = parts.form.addresses;
  const put = (next: AddressForm[]): void => parts.change({ ...parts.form, addresses: next });
  return html`<div class="form-rows is-addresses">${rows.length === 0 ? html`<p class="quiet form-none">${words.noAddresses}</p>` : nothing}
    ${rows.map((row, index) => line(parts, "address", index,
      [{ key: "address", label: heads.address, value: row.address }, { key: "receiver", label: heads.receiver, value: row.receiver }, { key: "phone", label: heads.phone, value: row.phone }, { key: "note", label: heads.note, value: row.note }],
      (key, value) => put(replaced(rows, index, { ...row, [key]: value })),
      { label: heads.isDefault, value: row.isDefault, set: () => put(rows.map((each, place) => ({ ...each, isDefault: place === index }))) },
      () => put(without(rows, index))))}
    ${foot(parts, words.addAddress, "add-address", () => put([...rows, { ...ADDRESS, isDefault: rows.length === 0 }]))}</div>`;
}

function terms(parts: CustomerFormParts): TemplateResult {
  const words = customerWords();
  const heads = words.term;
  const rows = parts.form.terms;
  const put = (next: TermForm[]): void => parts.change({ ...parts.form, terms: next });
  const choose = (event: TypedEvent): void => {
    const usual = PRESETS[event.detail.value as Exclude<Preset, "own">];
    if (usual === undefined) put(rows.length === 0 ? [{ ...TERM }] : rows);
    else put(usual.map((term) => ({ ...term })));
  };
  return html`<div class="fields"><dk-choice filled .name=${"customer.terms"} .record=${parts.record} .label=${heads.preset} .value=${presetOf(rows)} .span=${2} ?disabled=${parts.readonly}
      .options=${(Object.keys(words.presets) as Preset[]).map((value) => ({ value, label: words.presets[value] }))} @typed=${choose}></dk-choice></div>
    <div class="form-rows is-terms">${rows.length === 0 ? html`<p class="quiet form-none">${words.noTerms}</p>` : nothing}
    ${rows.map((row, index) => line(parts, "term", index,
      [{ key: "percent", label: heads.percent, value: row.percent }, { key: "due", label: heads.due, value: row.due, fixed: true, options: Object.entries(words.dues).map(([value, label]) => ({ value, label })) }, { key: "days", label: heads.days, value: row.days, options: ["30", "60", "90"].map((days) => ({ value: days, label: days })) }],
      (key, value) => put(replaced(rows, index, { ...row, [key]: value })),
      undefined,
      () => put(without(rows, index))))}
    ${rows.length === 0 ? nothing : foot(parts, words.addTerm, "add-term", () => put([...rows, { ...TERM }]))}</div>`;
}
