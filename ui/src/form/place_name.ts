// What a path is called beside the form: placeName(form, "component:c1.grammage").
import type { OrderForm } from "../api/commands";
import { language } from "../words/language";
import { formWords } from "../words/order_form";
import { type Level, type RowLevel, fieldAt, fieldsOf, labelOf, partsOf } from "./field_catalogue";
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

/** The same where the path is not told: a field of that name, of a row where a row is named. */
export function labelWords(label: string): string {
  if (language() === "zh-CN") return label;
  const parts = label.split("·");
  const levels: readonly Level[] = parts.length > 1 ? ["component", "finishing", "drop", "instalment", "service"] : ["order", "product"];
  const field = levels.flatMap((level) => fieldsOf(level)).find((each) => each.label === parts.at(-1));
  return field === undefined ? label : [...parts.slice(0, -1), labelOf(field)].join(" · ");
}

/** A place with what stood there and what stands there: 封面·克重：157 g/m² → 200 g/m². */
export function placeWords(text: string): string {
  const at = text.indexOf("：");
  return at < 0 || language() === "zh-CN" ? text : `${labelWords(text.slice(0, at))}: ${text.slice(at + 1)}`;
}

/** The field with its row, or a row alone: "component:c1". */
export function placeName(form: OrderForm, path: string): string {
  const { level, row, key } = partsOf(path);
  if (row !== "" && key === "") return rowName(form, level as RowLevel, row);
  const field = fieldAt(path);
  if (field === undefined) return formWords().missingRow[path as keyof ReturnType<typeof formWords>["missingRow"]] ?? path;
  return row === "" ? labelOf(field) : `${rowName(form, level as RowLevel, row)} · ${labelOf(field)}`;
}
