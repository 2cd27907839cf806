// Pure changes of an order's form: typed, rowAdded, rowCopied, rowRemoved. A form is never changed in place.
import type { FormRow, OrderForm } from "../api/commands";
import { type RowLevel, partsOf } from "./field_catalogue";

/** What the form became, and whether by a letter somebody typed: that shows in its own field at once, the rest may come behind. */
export interface Edited {
  readonly form: OrderForm;
  readonly typed: boolean;
}

export const EMPTY_FORM: OrderForm = { order: {}, product: {}, components: [], finishing: [], drops: [], instalments: [], services: [] };

const LISTS = { component: "components", finishing: "finishing", drop: "drops", instalment: "instalments", service: "services" } as const satisfies Record<RowLevel, keyof OrderForm>;
const LETTERS = { component: "c", finishing: "f", drop: "d", instalment: "p", service: "s" } as const satisfies Record<RowLevel, string>;

export const rowsOf = (form: OrderForm, level: RowLevel): readonly FormRow[] => form[LISTS[level]];
export const withRows = (form: OrderForm, level: RowLevel, rows: FormRow[]): OrderForm => ({ ...form, [LISTS[level]]: rows });

const put = (values: Readonly<Record<string, string>>, key: string, text: string): Record<string, string> => {
  const next = { ...values, [key]: text };
  if (text === "") delete next[key];
  return next;
};

export function textAt(form: OrderForm, path: string): string {
  const { level, row, key } = partsOf(path);
  if (level === "order" || level === "product") return form[level][key] ?? "";
  return rowsOf(form, level).find((each) => each.key === row)?.values[key] ?? "";
}

/** The form after `text` was typed at `path`. */
export function typed(form: OrderForm, path: string, text: string): OrderForm {
  const { level, row, key } = partsOf(path);
  if (level === "order" || level === "product") return { ...form, [level]: put(form[level], key, text) };
  return withRows(form, level, rowsOf(form, level).map((each) => (each.key === row ? { ...each, values: put(each.values, key, text) } : each)));
}

/** A key no row has or had: the file received for a removed row must not turn up on a new one. */
function freshKey(rows: readonly FormRow[], level: RowLevel): string {
  for (;;) {
    const key = `${LETTERS[level]}${100_000 + Math.floor(Math.random() * 900_000)}`;
    if (rows.every((row) => row.key !== key)) return key;
  }
}

/** A row behind `after` (or at the end), empty or a copy; answers its key too. */
export function rowAdded(form: OrderForm, level: RowLevel, after?: string, values: Readonly<Record<string, string>> = {}): { form: OrderForm; key: string } {
  const rows = [...rowsOf(form, level)];
  const key = freshKey(rows, level);
  const place = rows.findIndex((row) => row.key === after);
  rows.splice(place < 0 ? rows.length : place + 1, 0, { key, values: { ...values } });
  return { form: withRows(form, level, rows), key };
}

export function rowCopied(form: OrderForm, level: RowLevel, key: string): { form: OrderForm; key: string } {
  return rowAdded(form, level, key, rowsOf(form, level).find((row) => row.key === key)?.values);
}

export const rowRemoved = (form: OrderForm, level: RowLevel, key: string): OrderForm => withRows(form, level, rowsOf(form, level).filter((row) => row.key !== key));

/** Puts a removed row back where it stood. */
export function rowRestored(form: OrderForm, level: RowLevel, row: FormRow, index: number): OrderForm {
  const rows = [...rowsOf(form, level)];
  rows.splice(index, 0, row);
  return withRows(form, level, rows);
}

/**
 * What comes of `mine` and `theirs` that both began as `base`: what was typed here stays, the rest is theirs. A list somebody
 * has touched stays as a whole.
 */
export function merged(base: OrderForm, mine: OrderForm, theirs: OrderForm): OrderForm {
  const record = (from: Readonly<Record<string, string>>, here: Readonly<Record<string, string>>, there: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries([...new Set([...Object.keys(here), ...Object.keys(there)])].flatMap((key) => {
      const text = (here[key] ?? "") === (from[key] ?? "") ? there[key] : here[key];
      return text === undefined || text === "" ? [] : [[key, text]];
    }));
  let form: OrderForm = { ...mine, order: record(base.order, mine.order, theirs.order), product: record(base.product, mine.product, theirs.product) };
  for (const level of Object.keys(LETTERS) as RowLevel[]) {
    const untouched = JSON.stringify(rowsOf(mine, level)) === JSON.stringify(rowsOf(base, level));
    if (untouched) form = withRows(form, level, [...rowsOf(theirs, level)]);
  }
  return form;
}

export const sameForm = (one: OrderForm, other: OrderForm): boolean => canonical(one) === canonical(other);

const canonical = (form: OrderForm): string => {
  const record = (values: Readonly<Record<string, string>>): unknown => Object.entries(values).filter(([, text]) => text !== "").sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = (list: readonly FormRow[]): unknown => list.map((row) => [row.key, record(row.values)]);
  return JSON.stringify([record(form.order), record(form.product), rows(form.components), rows(form.finishing), rows(form.drops), rows(form.instalments), rows(form.services)]);
};
