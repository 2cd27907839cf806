// What customers' data put into the open forms, by draft or order: kept while one looks elsewhere in the window.
import type { Filled } from "./from_customer";

const forms = new Map<string, Filled>();

export const filledOf = (record: string): Filled => forms.get(record) ?? {};
export const rememberFilled = (record: string, filled: Filled): void => void forms.set(record, filled);
