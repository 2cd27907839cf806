// A rule's value: in a few words for the list, as a table for reading, and in an editor that fits its kind.
//   ${shownValue(rule, value)}   ${ruleEditor({ rule, value, problems, record, change })}
import { type TemplateResult, html, nothing } from "lit";
import type { ColumnView, RuleView } from "../../api/commands";
import { type Field, choiceLabel, fieldAt, labelOf } from "../../form/field_catalogue";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import type { FieldKind } from "../../kit/fields/text_field";
import { button } from "../../kit/pieces";
import { settingsWords } from "../../words/settings";

type Rows = readonly (readonly string[])[];

/** The rows of a table's value. */
export function rowsOf(value: string): Rows {
  try {
    const rows: unknown = JSON.parse(value);
    return Array.isArray(rows) ? (rows as Rows) : [];
  } catch {
    return [];
  }
}

/** A value in one line. */
export function shownValue(rule: RuleView, value: string): string {
  const words = settingsWords();
  if (rule.kind === "switch") return value === "on" ? words.on : words.off;
  if (rule.kind === "money" && value === "") return words.none;
  if (rule.kind === "table") return words.rows(rowsOf(value).length);
  if (rule.kind === "words") return value.split("\n").filter((word) => word !== "").join(" · ") || words.empty;
  if (rule.kind === "line") return value || words.empty;
  return value;
}

/** The field of the order's form a column is of: its name and its choices are the dictionary's. */
const fieldOfColumn = (column: ColumnView | undefined): Field | undefined => (column === undefined || column.field === null ? undefined : fieldAt(column.field));

const headOf = (column: ColumnView | undefined): string => {
  const field = fieldOfColumn(column);
  return field === undefined ? (settingsWords().columns[column?.key ?? ""] ?? "") : labelOf(field);
};

/** What a cell is chosen from; none where it is written. */
function choicesOf(column: ColumnView | undefined): readonly { readonly value: string; readonly label: string }[] {
  const field = fieldOfColumn(column);
  if (field !== undefined) return field.kind === "choice" ? field.choices.map((choice) => ({ value: choice.code, label: choiceLabel(choice) })) : [];
  return (column?.choices ?? []).map((code) => ({ value: code, label: settingsWords().choices[code] ?? code }));
}

/** More rows than this are folded away: one looks for a rule, not for a row. */
const MOST_ROWS_SHOWN = 12;

/** A table's value for reading. */
export function tableValue(rule: RuleView, value: string): TemplateResult {
  const rows = rowsOf(value).length;
  return rows <= MOST_ROWS_SHOWN ? tableOf(rule, value) : html`<details><summary>${settingsWords().rows(rows)}</summary>${tableOf(rule, value)}</details>`;
}

function tableOf(rule: RuleView, value: string): TemplateResult {
  const cell = (index: number, text: string): string => choicesOf(rule.columns[index]).find((choice) => choice.value === text)?.label ?? text;
  return html`<table class="table is-bare"><thead><tr>${rule.columns.map((column) => html`<th>${headOf(column)}</th>`)}</tr></thead>
    <tbody>${rowsOf(value).map((row) => html`<tr>${rule.columns.map((_, index) => html`<td>${cell(index, row[index] ?? "")}</td>`)}</tr>`)}</tbody></table>`;
}

export interface EditorParts {
  readonly rule: RuleView;
  readonly value: string;
  readonly record: string;
  readonly problems: Readonly<Record<string, string>>;
  readonly change: (value: string) => void;
}

export function ruleEditor(parts: EditorParts): TemplateResult {
  const words = settingsWords();
  const { rule, value, record } = parts;
  const problem = parts.problems["value"] ?? "";
  const typed = (event: TypedEvent): void => {
    event.stopPropagation();
    parts.change(event.detail.value);
  };
  if (rule.kind === "switch") return html`<dk-choice filled look="radio" name="value" .record=${record} .label=${words.value} .value=${value} .problem=${problem} .options=${[{ value: "on", label: words.on }, { value: "off", label: words.off }]} @typed=${typed}></dk-choice>`;
  if (rule.kind === "words") return html`<dk-multiline name="value" .rows=${9} .record=${record} .label=${words.value} .value=${value} .problem=${problem} @typed=${typed}></dk-multiline>`;
  if (rule.kind === "table") return tableEditor(parts, problem);
  const kind: FieldKind = rule.kind === "money" ? "money" : rule.kind === "template" || rule.kind === "line" ? "text" : "integer";
  return html`<dk-field kind=${kind} name="value" .record=${record} .label=${words.value} .value=${value} .problem=${problem} @typed=${typed}></dk-field>`;
}

function tableEditor(parts: EditorParts, problem: string): TemplateResult {
  const words = settingsWords();
  const { rule, record, problems } = parts;
  const rows = rowsOf(parts.value);
  const put = (next: Rows): void => parts.change(JSON.stringify(next));
  const typed = (row: number, column: number) => (event: TypedEvent): void => {
    event.stopPropagation();
    put(rows.map((cells, place) => (place === row ? rule.columns.map((_, index) => (index === column ? event.detail.value : (cells[index] ?? ""))) : cells)));
  };
  const field = (row: number, index: number, text: string): TemplateResult => {
    const column = rule.columns[index];
    const path = `value:${row}.${column?.key ?? ""}`;
    const label = headOf(column);
    const choices = choicesOf(column);
    const wrong = problems[path] ?? "";
    if (choices.length > 0) return html`<dk-choice .name=${path} .record=${record} .label=${label} .value=${text} .problem=${wrong} .options=${choices} @typed=${typed(row, index)}></dk-choice>`;
    return html`<dk-field .name=${path} .record=${record} .label=${label} .value=${text} .problem=${wrong} @typed=${typed(row, index)}></dk-field>`;
  };
  return html`<div class="form-rows setting-rows" data-field="value" tabindex="-1">
    ${rows.map((cells, row) => html`<div class="form-line setting-line has-${rule.columns.length}" data-row="row-${row}">${rule.columns.map((_, index) => field(row, index, cells[index] ?? ""))}
      <span class="row-acts"><button type="button" class="row-act" aria-label="${words.removeRow} ${row + 1}" title=${words.removeRow} data-name="remove-row-${row}" @click=${() => put(rows.filter((_, place) => place !== row))}>✕</button></span></div>`)}
    ${problem === "" ? nothing : html`<p class="field-note is-problem" role="alert">${problem}</p>`}
    <div class="form-rows-foot">${button({ label: words.addRow, name: "add-row", onClick: () => put([...rows, rule.columns.map(() => "")]) })}</div>
  </div>`;
}
