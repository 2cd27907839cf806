// What a path is called beside the form: placeName(form, "component:c1.grammage").
import type { OrderForm } from "../api/commands";
import { language } from "../words/language";
import { formWords } from "../words/order_form";
import { type RowLevel, fieldAt, labelOf, partsOf } from "./field_catalogue";
import { rowsOf } from "./form_edits";

/** A row by its own name, else by its place; one that is not there by what it was. */
function rowName(form: OrderForm, level: RowLevel, row: string): string {
  const rows = rowsOf(form, level);
  const index = rows.findIndex((each) => each.key === row);
  const word = formWords().rowNames[level];
  return rows[index]?.values["name"] || rows[index]?.values["process"] || (index < 0 ? word : `${word} ${index + 1}`);
}

/** A place as the core names it (封面·克重), its field in the window's language. */
export function placeLabel(label: string, path: string): string {
  const field = fieldAt(path);
  if (field === undefined || language() === "zh-CN") return label;
  return [...label.split("·").slice(0, -1), labelOf(field)].join(" · ");
}

/** The field with its row, or a row alone: "component:c1". */
export function placeName(form: OrderForm, path: string): string {
  const { level, row, key } = partsOf(path);
  if (row !== "" && key === "") return rowName(form, level as RowLevel, row);
  const field = fieldAt(path);
  if (field === undefined) return formWords().missingRow[path as keyof ReturnType<typeof formWords>["missingRow"]] ?? path;
  return row === "" ? labelOf(field) : `${rowName(form, level as RowLevel, row)} · ${labelOf(field)}`;
}
