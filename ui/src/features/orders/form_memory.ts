// What the window remembers of an open form, by draft or order, while one looks elsewhere in it: the field one stood in when the
// telephone rang, and what a customer's data filled in. `forgetForm(key)` when a draft is gone: its key may come again.
import type { Filled } from "./from_customer";

const places = new Map<string, string>();
const filled = new Map<string, Filled>();

export const rememberPlace = (record: string, path: string): void => void places.set(record, path);
export const lastPlace = (record: string): string | undefined => places.get(record);

export const filledOf = (record: string): Filled => filled.get(record) ?? {};
export const rememberFilled = (record: string, texts: Filled): void => void filled.set(record, texts);

export function forgetForm(record: string): void {
  places.delete(record);
  filled.delete(record);
}
