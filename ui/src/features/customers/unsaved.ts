// What was typed on customers' pages and not saved yet: kept while one looks elsewhere in the window.
//   kept("12") → the form as typed on the revision it was begun on, if there is one;  keep("12", …);  forget("12")
import type { CustomerForm } from "../../api/commands";

export interface Unsaved {
  readonly form: CustomerForm;
  readonly revision: number;
}

const pages = new Map<string, Unsaved>();

export const kept = (page: string): Unsaved | undefined => pages.get(page);
export const keep = (page: string, unsaved: Unsaved): void => void pages.set(page, unsaved);
export const forget = (page: string): void => void pages.delete(page);
