// One field of the dictionary as the kit draws it: ${formField(desk, field, row)}.
// The hook of every field is its path: data-field="component:c1.grammage".
import { type TemplateResult, html } from "lit";
import type { CustomerOffers, HousePresets, OrderForm, Reckoning } from "../../api/commands";
import "../../kit/fields/choice_field";
import "../../kit/fields/combo_field";
import type { ComboOption } from "../../kit/fields/combo_field";
import type { FieldMark, TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import type { FieldKind } from "../../kit/fields/text_field";
import { fieldNote } from "../../words/errors";
import { formWords } from "../../words/order_form";
import { sameAt } from "./followers";
import { type Field, choiceLabel, kindOfForm, kindStars, labelOf, pathOf } from "../../form/field_catalogue";
import { textAt } from "../../form/form_edits";

/** What every field of one form shares. */
export interface FormSight {
  readonly form: OrderForm;
  /** Draft key or order id: another record takes its own texts. */
  readonly record: string;
  readonly reckoning: Reckoning | undefined;
  /** Words under a field the core refused, by path. */
  readonly problems: Readonly<Record<string, string>>;
  readonly marks: Readonly<Record<string, string>>;
  readonly customers: readonly ComboOption[];
  readonly people: readonly ComboOption[];
  /** What the chosen customer offers. */
  readonly offers: CustomerOffers | undefined;
  /** The lists of words of the house. */
  readonly presets: HousePresets | undefined;
  /** Whether what stands there came from the customer's data. */
  readonly filled: (path: string) => boolean;
  /** A customer's name is being typed. */
  readonly seek: (text: string) => void;
  /** The letters `customers` answer. */
  readonly sought: string;
  readonly readonly: boolean;
  /** Once an order has a number, or comes of another one, its kind stays. */
  readonly kindFixed: boolean;
  readonly type: (path: string, text: string) => void;
  /** Somebody nobody has heard of: entered without leaving the call. */
  readonly newCustomer: () => void;
  /** Puts a text in from outside, also where the focus is. */
  readonly revert: (path: string, text: string) => void;
  /** The record of one field: it changes when a text was put in from outside. */
  readonly recordOf: (path: string) => string;
}

/** Begins the mark of a text that was taken over from another order; its number follows. */
export const TAKEN = "taken:";

export const marksOf = (sight: FormSight, path: string): readonly FieldMark[] => {
  const mark = sight.marks[path];
  if (mark === undefined) return sight.filled(path) ? [{ text: formWords().fromCustomer, tone: "accent" }] : [];
  if (mark.startsWith(TAKEN)) return [{ text: formWords().taken(mark.slice(TAKEN.length)), tone: "amber" }];
  return [mark === "reconfirm" ? { text: formWords().reconfirm, tone: "amber" } : { text: formWords().amended, tone: "red" }];
};

/** How the kit draws a field of this kind. */
export const fieldKind = (field: Field): FieldKind => (field.kind === "reams" ? "quantity" : (field.kind as FieldKind));

/** A short word for what was understood, only where it says more than what was typed. */
function understoodAt(sight: FormSight, path: string, text: string): string {
  const understood = sight.reckoning?.fields[path]?.understood ?? "";
  const plain = (each: string): string => each.replace(/[\s,]/g, "");
  return plain(understood) === plain(text) ? "" : understood;
}

export function problemAt(sight: FormSight, path: string): string {
  const refused = sight.problems[path];
  if (refused !== undefined) return refused;
  const problem = sight.reckoning?.fields[path]?.problem;
  return problem == null ? "" : fieldNote(problem.code, problem.params);
}

/** What the core finds odd about this field: it is said here, and keeps nothing back. */
function warningAt(sight: FormSight, path: string): string {
  const odd = sight.reckoning?.warnings.find((warning) => warning.path === path);
  return odd === undefined ? "" : fieldNote(odd.code, odd.params);
}

function optionsOf(sight: FormSight, field: Field, row: string): readonly ComboOption[] | undefined {
  if (field.kind === "customer") return sight.customers;
  if (field.key === "caliper") {
    const byTable = sight.reckoning?.computed[pathOf(field.level, "table_caliper", row)];
    return byTable === undefined ? undefined : [{ value: byTable, label: byTable, detail: formWords().byPaperTable }];
  }
  if (field.kind === "person") return sight.people;
  const offered = offeredAt(sight, field);
  if (offered !== undefined) return offered;
  if (field.level === "finishing" && field.key === "component") {
    return sight.form.components.map((row) => row.values["name"] ?? "").filter((name) => name !== "").map((name) => ({ value: name, label: name }));
  }
  if (field.kind === "preset" || field.presets.length > 0) return field.presets.map((preset) => ({ value: preset, label: preset }));
  return undefined;
}

/** The customer's contacts and addresses, and the lists of the house. */
function offeredAt(sight: FormSight, field: Field): readonly ComboOption[] | undefined {
  const words = (list: readonly string[] | undefined): readonly ComboOption[] | undefined => list?.map((word) => ({ value: word, label: word }));
  // Without any the field is a list all the same: one that became a list while somebody types would lose the caret.
  const pairs = (list: readonly (readonly [string, string])[]): readonly ComboOption[] => list.filter(([text]) => text !== "").map(([text, detail]) => ({ value: text, label: text, detail }));
  const { contacts = [], addresses = [] } = sight.offers ?? {};
  switch (`${field.level}.${field.key}`) {
    case "order.contact": return pairs(contacts.map((each) => [each.name, [each.phone, each.purpose].filter(Boolean).join(" · ")]));
    case "order.phone": return pairs(contacts.map((each) => [each.phone, each.name]));
    case "drop.address": return pairs(addresses.map((each) => [each.address, [each.receiver, each.note].filter(Boolean).join(" · ")]));
    case "drop.contact": return pairs(addresses.map((each) => [each.receiver, each.phone]));
    case "drop.phone": return pairs(addresses.map((each) => [each.phone, each.receiver]));
    default: return words(sight.presets?.fields[`${field.level}.${field.key}`]);
  }
}

export function formField(sight: FormSight, field: Field, row = "", span = 1): TemplateResult {
  const path = pathOf(field.level, field.key, row);
  const text = textAt(sight.form, path);
  const typed = (event: TypedEvent): void => {
    event.stopPropagation();
    sight.type(path, event.detail.value);
  };
  const label = labelOf(field);
  const marks = marksOf(sight, path);
  const problem = problemAt(sight, path);
  const warning = warningAt(sight, path);
  // A star where the sheet asks for it: boards have no pages, what is not printed has no press sheet.
  const starred = kindStars(kindOfForm(sight.form), field) && (text !== "" || sight.reckoning === undefined || sight.reckoning.missing.includes(path));
  if (field.kind === "check") {
    const checked = ["", "0"].includes(text) ? "" : "1";
    return html`<dk-check .record=${sight.recordOf(path)} .name=${path} .label=${label} .value=${checked} .span=${span} .marks=${marks} .problem=${problem} .warning=${warning} ?disabled=${sight.readonly} @typed=${typed}></dk-check>`;
  }
  if (field.kind === "choice") {
    return html`<dk-choice .record=${sight.recordOf(path)} .name=${path} .label=${label} .value=${text} .span=${span} .marks=${marks} .problem=${problem} .warning=${warning} ?required=${starred} ?disabled=${sight.readonly || (path === "order.kind" && sight.kindFixed)}
      .options=${field.choices.filter((choice) => choice.code === text || !field.withdrawn.includes(choice.code)).map((choice) => ({ value: choice.code, label: choiceLabel(choice) }))} @typed=${typed}></dk-choice>`;
  }
  if (field.kind === "multiline") {
    return html`<dk-multiline .record=${sight.recordOf(path)} .name=${path} .label=${label} .value=${text} .span=${span} .rows=${2} .marks=${marks} .problem=${problem} .warning=${warning} ?required=${starred} ?readonly=${sight.readonly} @typed=${typed}></dk-multiline>`;
  }
  const understood = understoodAt(sight, path, text);
  const options = optionsOf(sight, field, row);
  if (options !== undefined) {
    return html`<dk-combo free .answered=${field.kind === "customer" ? sight.sought : undefined} @searched=${(event: TypedEvent) => { if (field.kind === "customer") sight.seek(event.detail.value); }} ?known=${field.kind === "customer" || field.kind === "person"} .addition=${field.kind === "customer" ? formWords().newCustomerNamed : undefined} @added=${sight.newCustomer} .record=${sight.recordOf(path)} .name=${path} .label=${label} .value=${text} .span=${span} .unit=${field.unit} .marks=${marks} .problem=${problem} .warning=${warning} .understood=${understood} ?required=${starred} ?readonly=${sight.readonly}
      .options=${options} @typed=${typed}></dk-combo>`;
  }
  return html`<dk-field kind=${fieldKind(field)} .record=${sight.recordOf(path)} .name=${path} .label=${label} .value=${text} .span=${span} .unit=${field.unit} .marks=${marks} .problem=${problem} .warning=${warning} .understood=${understood} .hint=${text === "" && !sight.readonly && sameAt(sight.form, path) !== "" ? formWords().sameAsWanted : ""}
    ?required=${starred} ?readonly=${sight.readonly} @typed=${typed}></dk-field>`;
}
