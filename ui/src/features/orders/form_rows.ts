// Rows of the form: components and finishing with their detail, drops, instalments, services; added, copied and removed by key or button.
//   ${rowList(sight, rows, "component")}   hooks: data-name="add-component", data-row="c1"
import { type TemplateResult, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { FormRow } from "../../api/commands";
import { composes } from "../../kit/composing";
import { button } from "../../kit/pieces";
import { formWords } from "../../words/order_form";
import { type RowLevel, fieldOf, fieldsOf, pathOf } from "../../form/field_catalogue";
import { rowsOf } from "../../form/form_edits";
import { type FormSight, formField } from "./form_field";
import { sheetsTable } from "./sheets_table";

export interface RowActs {
  readonly add: (level: RowLevel, after?: string) => void;
  readonly copy: (level: RowLevel, key: string) => void;
  readonly remove: (level: RowLevel, key: string) => void;
  /** Components and finishing steps whose detail is open. */
  readonly open: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
}

/** What stands in the line of a row; the rest of a component is in its detail. */
const LINES: Readonly<Record<RowLevel, readonly string[]>> = {
  component: ["name", "pages", "grade", "grammage", "colours", "work_style"],
  finishing: ["component", "process", "face", "detail", "tool", "made_by"],
  drop: ["date", "quantity", "address", "contact", "phone", "transport", "carrier", "freight_payer"],
  instalment: ["percent", "due", "days"],
  service: ["name", "amount", "remark"],
};

/** The one line of a single piece, whose component is implied. */
const SINGLE = ["grade", "grammage", "colours", "work_style", "number_up"] as const;
const GROUPS = ["component", "paper", "colour", "press"] as const;

/** Alt A, Alt D, Alt ⌫ in a row; by the place of the key, since Option makes other letters on a Mac. */
function rowKey(event: KeyboardEvent, level: RowLevel, key: string, acts: RowActs): void {
  if (!event.altKey || event.ctrlKey || event.metaKey || composes(event)) return;
  const act = { KeyA: acts.add, KeyD: acts.copy, Backspace: acts.remove }[event.code];
  if (act === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  act(level, key);
}

export function rowList(sight: FormSight, acts: RowActs, level: RowLevel): TemplateResult {
  const words = formWords();
  const rows = rowsOf(sight.form, level);
  return html`<div class="form-rows is-${level}" data-field=${level} tabindex="-1">
    ${rows.length === 0 ? html`<p class="quiet form-none">${words.none[level]}</p>` : nothing}
    ${repeat(rows, (row) => row.key, (row) => (level === "component" ? component(sight, acts, row, LINES.component) : level === "finishing" ? finishing(sight, acts, row) : line(sight, acts, level, row)))}
    ${sight.readonly ? nothing : html`<div class="form-rows-foot">${button({ label: words.add[level], onClick: () => acts.add(level), name: `add-${level}` })}${rows.length === 0 ? nothing : html`<span class="quiet">${words.rowKeys}</span>`}</div>`}
  </div>`;
}

/** A name card is one line, not a table: its component is implied. The table opens on demand. */
export function singleLine(sight: FormSight, acts: RowActs, openTable: () => void): TemplateResult {
  const words = formWords();
  const [row] = rowsOf(sight.form, "component");
  return html`<div class="form-rows is-component" data-field="component" tabindex="-1">
    ${row === undefined ? nothing : component(sight, acts, row, SINGLE)}
    ${sight.readonly ? nothing : html`<div class="form-rows-foot">${button({ label: words.openComponents, name: "open-components", onClick: openTable })}<span class="quiet">${words.singleHint}</span></div>`}
  </div>`;
}

const cells = (sight: FormSight, level: RowLevel, row: FormRow, keys: readonly string[] = LINES[level]): readonly (TemplateResult | typeof nothing)[] =>
  keys.map((key) => {
    const field = fieldOf(level, key);
    return field === undefined ? nothing : formField(sight, field, row.key);
  });

const rowName = (level: RowLevel, row: FormRow): string => row.values["name"] || row.values["process"] || formWords().rowNames[level];

function line(sight: FormSight, acts: RowActs, level: RowLevel, row: FormRow): TemplateResult {
  return html`<div class="form-row" role="group" data-row=${row.key} aria-label=${rowName(level, row)} @keydown=${(event: KeyboardEvent) => rowKey(event, level, row.key, acts)}>
    <div class="form-line is-${level}">${cells(sight, level, row)}${sight.readonly ? nothing : rowButtons(acts, level, row)}</div>
  </div>`;
}

function rowButtons(acts: RowActs, level: RowLevel, row: FormRow): TemplateResult {
  const words = formWords();
  const name = rowName(level, row);
  return html`<span class="row-acts">
    <button type="button" class="row-act is-copy" title="${words.copy} · Alt D" aria-label="${words.copy} ${name}" data-name="copy-${row.key}" @click=${() => acts.copy(level, row.key)}></button>
    <button type="button" class="row-act" title="${words.remove} · Alt ⌫" aria-label="${words.remove} ${name}" data-name="remove-${row.key}" @click=${() => acts.remove(level, row.key)}>✕</button>
  </span>`;
}

/** A step with what is asked of some processes only: area, material, depth, lines, texture, numbers, flute. */
function finishing(sight: FormSight, acts: RowActs, row: FormRow): TemplateResult {
  const words = formWords();
  const more = fieldsOf("finishing").filter((field) => !LINES.finishing.includes(field.key));
  const isOpen = acts.open.has(row.key);
  const filled = more.filter((field) => (row.values[field.key] ?? "") !== "").length;
  return html`<div class=${isOpen ? "form-row is-open" : "form-row"} role="group" data-row=${row.key} aria-label=${rowName("finishing", row)} @keydown=${(event: KeyboardEvent) => rowKey(event, "finishing", row.key, acts)}>
    <div class="form-line is-finishing">${cells(sight, "finishing", row)}
      <button type="button" class="button row-more" data-name="detail-${row.key}" aria-expanded=${isOpen ? "true" : "false"} aria-label=${words.stepDetails(rowName("finishing", row))} @click=${() => acts.toggle(row.key)}>${isOpen ? words.less : words.more}${filled === 0 || isOpen ? nothing : html`<span class="row-filled">${filled}</span>`}</button>
      ${sight.readonly ? nothing : rowButtons(acts, "finishing", row)}</div>
    ${isOpen ? html`<div class="row-detail fields is-three">${more.map((field) => formField(sight, field, row.key))}</div>` : nothing}
  </div>`;
}

function component(sight: FormSight, acts: RowActs, row: FormRow, keys: readonly string[]): TemplateResult {
  const words = formWords();
  const isOpen = acts.open.has(row.key);
  const computed = (key: string): string => sight.reckoning?.computed[pathOf("component", key, row.key)] ?? "";
  const name = row.values["name"] ?? "";
  const wrong = detailProblems(sight, row, keys);
  const lacking = name === "" ? 0 : detailLacks(sight, row, keys);
  return html`<div class=${isOpen ? "form-row is-open" : "form-row"} role="group" data-row=${row.key} aria-label=${rowName("component", row)} @keydown=${(event: KeyboardEvent) => rowKey(event, "component", row.key, acts)}>
    <div class=${keys === SINGLE ? "form-line is-single" : "form-line is-component"}>
      ${cells(sight, "component", row, keys)}
      <div class="row-figure"><span class="field-label">${words.sheets}</span><output>${computed("total_sheets") || "—"}</output></div>
      <button type="button" class="button row-more" data-name="detail-${row.key}" aria-expanded=${isOpen ? "true" : "false"} aria-label=${words.details(name || words.rowNames.component)} @click=${() => acts.toggle(row.key)}>
        ${isOpen ? words.less : words.more}${wrong === 0 || isOpen ? nothing : html`<span class="row-wrong">${wrong}</span>`}${lacking === 0 || isOpen ? nothing : html`<span class="row-lacks">${words.lacks(lacking)}</span>`}</button>
    </div>
    ${isOpen ? detail(sight, acts, row, keys) : nothing}
  </div>`;
}

/** What a component has besides its line; drawn only where it is open, as it is most of the form. */
function detail(sight: FormSight, acts: RowActs, row: FormRow, keys: readonly string[]): TemplateResult {
  const words = formWords();
  return html`<div class="row-detail">
    ${GROUPS.map((group) => {
      const fields = fieldsOf("component", group).filter((field) => !keys.includes(field.key));
      return html`<fieldset class="row-group"><legend>${words.groups[group]}</legend><div class="fields">${fields.map((field) => formField(sight, field, row.key, field.key === "remark" ? 2 : 1))}</div></fieldset>`;
    })}
    ${sheetsTable(sight, row)}
    ${sight.readonly ? nothing : html`<div class="row-detail-foot">${button({ label: words.copy, onClick: () => acts.copy("component", row.key), name: `copy-${row.key}` })}${button({ label: words.remove, danger: true, onClick: () => acts.remove("component", row.key), name: `remove-${row.key}` })}</div>`}
  </div>`;
}

const detailPaths = (row: FormRow, keys: readonly string[]): readonly string[] => fieldsOf("component").filter((field) => !keys.includes(field.key)).map((field) => pathOf("component", field.key, row.key));

/** How many fields of the folded detail the sheet still asks for. */
const detailLacks = (sight: FormSight, row: FormRow, keys: readonly string[]): number => detailPaths(row, keys).filter((path) => sight.reckoning?.missing.includes(path) === true).length;

/** How many fields of the folded detail have a problem. */
function detailProblems(sight: FormSight, row: FormRow, keys: readonly string[]): number {
  return detailPaths(row, keys).filter((path) => sight.problems[path] !== undefined || sight.reckoning?.fields[path]?.problem != null).length;
}
