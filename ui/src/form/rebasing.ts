// What was typed over an older state of an order, put over the newer one that somebody else has saved. Pure.
// Field by field, and row by row by their keys: what only one of the two changed stands, whoever it was; where both changed the
// same, what was typed here stands and the other is named.
import type { FormRow, OrderForm } from "../api/commands";
import { type RowLevel, pathOf } from "./field_catalogue";
import { EMPTY_FORM, rowsOf, withRows } from "./form_edits";

/** One place both changed. A row somebody removed has the path `component:c1` and an empty text on that side. */
export interface Clash {
  readonly path: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface Rebased {
  readonly form: OrderForm;
  readonly clashes: readonly Clash[];
  /** Paths that only the other changed: they stand in the form now. */
  readonly taken: readonly string[];
}

type Texts = Readonly<Record<string, string>>;

const LEVELS = ["component", "finishing", "drop", "instalment", "service"] as const satisfies readonly RowLevel[];

const keysOf = (...records: readonly Texts[]): readonly string[] => [...new Set(records.flatMap((record) => Object.keys(record)))];
/** What is stored comes back written as the house writes it: 3000 and 3,000 are the same. */
const plain = (text: string): string => text.replace(/[\s,\uff0c]/g, "");
const same = (one: string, other: string): boolean => plain(one) === plain(other);
const sameTexts = (one: Texts, other: Texts): boolean => keysOf(one, other).every((key) => same(one[key] ?? "", other[key] ?? ""));

/** What a row says, for the eye. */
export const rowText = (row: FormRow): string => Object.values(row.values).filter((text) => text !== "").join(" · ");

export function rebased(base: OrderForm, mine: OrderForm, theirs: OrderForm): Rebased {
  const clashes: Clash[] = [];
  const taken: string[] = [];

  const texts = (from: Texts, here: Texts, there: Texts, path: (key: string) => string): Record<string, string> => {
    const merged: Record<string, string> = {};
    for (const key of keysOf(from, here, there)) {
      const [was = "", typed = "", other = ""] = [from[key], here[key], there[key]];
      const text = same(typed, was) ? other : typed;
      if (same(typed, was) && !same(other, was)) taken.push(path(key));
      if (!same(typed, was) && !same(other, was) && !same(typed, other)) clashes.push({ path: path(key), mine: typed, theirs: other });
      if (text !== "") merged[key] = text;
    }
    return merged;
  };

  const rows = (level: RowLevel): FormRow[] => {
    const [from, here, there] = [base, mine, theirs].map((form) => rowsOf(form, level)) as [readonly FormRow[], readonly FormRow[], readonly FormRow[]];
    const find = (list: readonly FormRow[], key: string): FormRow | undefined => list.find((row) => row.key === key);
    const keys = (list: readonly FormRow[]): string[] => list.map((row) => row.key);
    // Who moved rows about has the say over their order; new ones of the other come behind.
    const moved = keys(from).join() !== keys(here).join();
    const order = [...new Set(moved ? [...keys(here), ...keys(there)] : [...keys(there), ...keys(here)])];
    return order.flatMap((key): FormRow[] => {
      const [was, typed, other] = [find(from, key), find(here, key), find(there, key)];
      const path = `${level}:${key}`;
      if (typed !== undefined && other !== undefined) return [{ key, values: texts(was?.values ?? {}, typed.values, other.values, (field) => pathOf(level, field, key)) }];
      if (typed !== undefined) {
        if (was === undefined) return [typed];
        if (sameTexts(was.values, typed.values)) {
          taken.push(path);
          return [];
        }
        clashes.push({ path, mine: rowText(typed), theirs: "" });
        return [typed];
      }
      if (other === undefined) return [];
      if (was === undefined) {
        taken.push(path);
        return [other];
      }
      if (!sameTexts(was.values, other.values)) clashes.push({ path, mine: "", theirs: rowText(other) });
      return [];
    });
  };

  let form: OrderForm = {
    ...EMPTY_FORM,
    order: texts(base.order, mine.order, theirs.order, (key) => pathOf("order", key)),
    product: texts(base.product, mine.product, theirs.product, (key) => pathOf("product", key)),
  };
  for (const level of LEVELS) form = withRows(form, level, rows(level));
  return { form, clashes, taken };
}
