// A block of cells copied from a spreadsheet, for the component table. Pure: text → block → form.
//   const block = blockOf(text);  blockInForm(form, block)
// Columns are told by the words of their head; without a head by their position. What belongs to no column goes into the remark.
import type { OrderForm } from "../../api/commands";
import { headerWords } from "../../words/pasted_block";
import { fieldsOf, labelOf } from "../../form/field_catalogue";
import { rowAdded } from "../../form/form_edits";

export interface Block {
  /** The field each column goes to; empty: into the remark. */
  readonly columns: readonly string[];
  /** The words of the head; empty where there is none. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The order of columns where there is no head. */
const BY_POSITION = ["name", "pages", "grade", "grammage", "colours", "work_style", "number_up", "cuts"] as const;
/** A spreadsheet with more rows is no list of components. */
export const MOST_ROWS = 100;

/** Whether a paste is a block of cells rather than a word. */
export const isBlock = (text: string): boolean => /\t/.test(text.trim()) || /\S\r?\n\S/.test(text.trim());

/** Cells as a spreadsheet puts them on the clipboard: tabs between, quotes around a cell that holds a line break or a tab. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (quoted) {
      if (letter === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (letter === '"') quoted = false;
      else cell += letter === "\n" || letter === "\r" ? " " : letter;
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === "\t") {
      row.push(cell.trim());
      cell = "";
    } else if (letter === "\n") {
      row.push(cell.trim());
      rows.push(row);
      row = [];
      cell = "";
    } else if (letter !== "\r") cell += letter;
  }
  row.push(cell.trim());
  rows.push(row);
  return rows.filter((cells) => cells.some((each) => each !== ""));
}

const plain = (word: string): string => word.toLowerCase().replace(/[\s()\uff08\uff09/\u00b2*:：]/g, "");

/** The field a head names. */
export function fieldOfHead(head: string): string {
  const word = plain(head);
  if (word === "") return "";
  const known = Object.entries(headerWords).find(([, words]) => words.some((each) => plain(each) === word));
  if (known !== undefined) return known[0];
  return fieldsOf("component").find((field) => field.kind !== "forms" && [field.label, labelOf(field), field.english, `${field.label}${field.unit}`].some((each) => plain(each) === word))?.key ?? "";
}

/** Reads a block; the first row is a head when at least two of its cells, or its only one, name fields. */
export function blockOf(text: string): Block {
  const cells = cellsOf(text);
  const width = Math.max(0, ...cells.map((row) => row.length));
  const padded = cells.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")]);
  const first = padded[0] ?? [];
  const named = first.map(fieldOfHead);
  const count = named.filter((field) => field !== "").length;
  const headed = count >= Math.min(2, width) && count > 0 && padded.length > 1;
  const seen = new Set<string>();
  const once = (field: string): string => {
    if (seen.has(field)) return "";
    seen.add(field);
    return field;
  };
  const columns = (headed ? named : first.map((_, index) => BY_POSITION[index] ?? "")).map((field) => (field === "" ? "" : once(field)));
  return { columns, heads: headed ? first : [], rows: (headed ? padded.slice(1) : padded).slice(0, MOST_ROWS) };
}

/** The block with one column sent to another field; the one that had it before goes to the remark. */
export const columnSent = (block: Block, index: number, field: string): Block => ({
  ...block,
  columns: block.columns.map((each, at) => (at === index ? field : each === field ? "" : each)),
});

/** What a row of the block fills, with everything that has no column of its own in the remark. */
export function valuesOf(block: Block, row: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {};
  const rest: string[] = [];
  row.forEach((text, index) => {
    if (text === "") return;
    const field = block.columns[index] ?? "";
    if (field === "") rest.push((block.heads[index] ?? "") === "" ? text : `${block.heads[index]} ${text}`);
    else values[field] = text;
  });
  const remark = [values["remark"] ?? "", ...rest].filter((text) => text !== "").join("\uff1b");
  if (remark !== "") values["remark"] = remark;
  return values;
}

export interface Placed {
  readonly form: OrderForm;
  /** The key of each row of the block. */
  readonly keys: readonly string[];
}

/** The form with a row for each row of the block; a list that holds nothing yet is replaced by it. */
export function blockInForm(form: OrderForm, block: Block, given: Readonly<Record<string, string>>): Placed {
  const begun = form.components.filter((row) => Object.entries(row.values).some(([key, text]) => text !== "" && given[key] !== text));
  let next: OrderForm = { ...form, components: begun };
  const keys: string[] = [];
  for (const row of block.rows) {
    const added = rowAdded(next, "component", undefined, { ...given, ...valuesOf(block, row) });
    next = added.form;
    keys.push(added.key);
  }
  return { form: next, keys };
}
