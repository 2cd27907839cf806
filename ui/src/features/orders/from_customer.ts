// What a customer's data put into an order's form: only where nothing was typed. Pure; order_form.ts asks and applies.
//   proposed(form, offers, filled) → the next form, and what stands there from the customer, by path.
import type { CustomerOffers, FormRow, OrderForm, TermForm } from "../../api/commands";
import { textAt, typed } from "../../form/form_edits";

/** Path → the text the customer's data put there. A field somebody typed over is the customer's no more. */
export type Filled = Readonly<Record<string, string>>;

export interface Proposed {
  readonly form: OrderForm;
  readonly filled: Filled;
}

/** Where the terms of a form are kept among what was filled. */
const TERMS = "instalment";

const termsOf = (rows: readonly FormRow[]): string => rows.map((row) => [(row.values["percent"] ?? "").replace("%", ""), row.values["due"] ?? "", row.values["days"] ?? ""].join(" ")).join(";");
const told = (terms: readonly TermForm[]): string => terms.map((term) => [term.percent.replace("%", ""), term.due, term.days].join(" ")).join(";");

/** Whether what stands at a path was put there by a customer's data and nobody typed since. */
export const isFilled = (form: OrderForm, filled: Filled, path: string): boolean => filled[path] !== undefined && filled[path] !== "" && textAt(form, path) === filled[path];

/** What an earlier customer put there goes with that customer; its terms go as a whole, further down. */
function emptied(form: OrderForm, filled: Filled): OrderForm {
  return Object.keys(filled).filter((path) => !path.startsWith(TERMS) && isFilled(form, filled, path)).reduce((next, path) => typed(next, path, ""), form);
}

export function proposed(before: OrderForm, offers: CustomerOffers, filledBefore: Filled): Proposed {
  let form = emptied(before, filledBefore);
  const filled: Record<string, string> = {};
  const put = (path: string, text: string): void => {
    if (text === "" || !["", "0"].includes(textAt(form, path))) return;
    form = typed(form, path, text);
    filled[path] = text;
  };
  for (const [path, text] of Object.entries(offers.fields)) put(path, text);
  const drop = form.drops[0];
  // A drop somebody began to fill is theirs.
  if (drop !== undefined && ["address", "contact", "phone"].every((key) => (drop.values[key] ?? "") === "")) {
    for (const [key, text] of Object.entries(offers.drop)) put(`drop:${drop.key}.${key}`, text);
  }
  const untouched = ["", told(offers.usualTerms), filledBefore[TERMS] ?? ""].includes(termsOf(form.instalments));
  const terms = offers.terms.length === 0 && (filledBefore[TERMS] ?? "") !== "" ? offers.usualTerms : offers.terms;
  // None is none, too, where the terms of the customer before go with it.
  if (untouched && (terms.length > 0 || (filledBefore[TERMS] ?? "") !== "")) {
    const instalments = terms.map((term, index) => ({ key: form.instalments[index]?.key ?? `p${index + 1}`, values: valuesOf(term) }));
    form = { ...form, instalments: distinct(instalments) };
    if (offers.terms.length > 0) {
      filled[TERMS] = termsOf(form.instalments);
      for (const row of form.instalments) for (const [key, text] of Object.entries(row.values)) filled[`instalment:${row.key}.${key}`] = text;
    }
  }
  return { form, filled };
}

const valuesOf = (term: TermForm): Record<string, string> => ({ percent: term.percent, due: term.due, ...(term.days === "" ? {} : { days: term.days }) });

/** A new row never takes the key of one that is there. */
function distinct(rows: FormRow[]): FormRow[] {
  const taken = new Set<string>();
  return rows.map((row) => {
    let number = Number(row.key.slice(1));
    while (taken.has(`p${number}`)) number += 1;
    const key = `p${number}`;
    taken.add(key);
    return { ...row, key };
  });
}

/** A contact chosen from the customer's brings its telephone, an address its receiver: where nobody typed one. */
export function companions(form: OrderForm, path: string, text: string, offers: CustomerOffers | undefined, filled: Filled): Proposed {
  const set: [string, string][] = [];
  const contact = path === "order.contact" ? offers?.contacts.find((each) => each.name === text && text !== "") : undefined;
  if (contact !== undefined) set.push(["order.phone", contact.phone]);
  const row = /^drop:(\w+)\.address$/.exec(path)?.[1];
  const address = row === undefined ? undefined : offers?.addresses.find((each) => each.address === text && text !== "");
  if (address !== undefined) set.push([`drop:${row}.contact`, address.receiver], [`drop:${row}.phone`, address.phone]);
  let next = form;
  const marks: Record<string, string> = { ...filled };
  for (const [where, value] of set) {
    if (value === "" || (textAt(next, where) !== "" && !isFilled(next, filled, where))) continue;
    next = typed(next, where, value);
    marks[where] = value;
  }
  return { form: next, filled: marks };
}
