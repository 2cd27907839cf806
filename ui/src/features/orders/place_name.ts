// What a path is called beside the form: placeName(form, "component:c1.grammage").
import type { OrderForm } from "../../api/commands";
import { formWords } from "../../words/order_form";
import { type RowLevel, fieldAt, labelOf, partsOf } from "./field_catalogue";
import { rowsOf } from "./form_edits";

/** The field with its row. */
export function placeName(form: OrderForm, path: string): string {
  const words = formWords();
  const field = fieldAt(path);
  if (field === undefined) return words.missingRow[path as keyof typeof words.missingRow] ?? path;
  const { level, row } = partsOf(path);
  if (row === "") return labelOf(field);
  const rows = rowsOf(form, level as RowLevel);
  const index = rows.findIndex((each) => each.key === row);
  const name = rows[index]?.values["name"] || rows[index]?.values["process"] || `${words.rowNames[level as RowLevel]} ${index + 1}`;
  return `${name} · ${labelOf(field)}`;
}
