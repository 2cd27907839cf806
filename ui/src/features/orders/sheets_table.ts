// Sheets and plates of one component: the totals and the forms, reckoned while one types; every figure may be put in by hand.
//   ${sheetsTable(sight, row)}
// What was reckoned stands in the empty field; once something is put in, it stands under it, and Alt R or the small key takes it back.
// Hooks: data-field="component:c1.good_sheets", "component:c1.form_table#3.sheets"; data-name="add-form-c1", "gone-c1-3", "back-c1-3".
import { type TemplateResult, html, nothing } from "lit";
import type { FormLine, FormRow } from "../../api/commands";
import { composes } from "../../kit/composing";
import "../../kit/fields/combo_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { button } from "../../kit/pieces";
import { fieldNote } from "../../words/errors";
import { formWords } from "../../words/order_form";
import { type Field, choiceLabel, fieldOf, labelOf, pathOf } from "../../form/field_catalogue";
import { textAt } from "../../form/form_edits";
import type { FormSight } from "./form_field";
import { fieldKind, marksOf, problemAt } from "./form_field";
import { FORM_CELLS, type FormCell, cellAt, cellTyped, formAdded, formRemoved, formRestored } from "./form_table";

const TOTALS = ["good_sheets", "spoilage_rate", "spoilage", "total_sheets", "plate_sets", "plates", "parent_sheets", "reams"] as const;
/** Where the core tells what holds, where it is not the key of the field. */
const TOLD: Readonly<Record<string, string>> = { spoilage: "spoilage_sheets" };

/** Alt R takes back what was put in by hand; by the place of the key, since Option makes another letter on a Mac. */
function takesBack(event: KeyboardEvent, back: () => void): void {
  if (event.code !== "KeyR" || !event.altKey || event.ctrlKey || event.metaKey || composes(event)) return;
  event.preventDefault();
  event.stopPropagation();
  back();
}

/** A figure that is reckoned until somebody puts in another. */
export function handField(sight: FormSight, field: Field, row: string, reckonedAt: string, told: string): TemplateResult {
  const words = formWords();
  const path = pathOf(field.level, field.key, row);
  const typed = textAt(sight.form, path);
  const was = sight.reckoning?.reckoned[reckonedAt] ?? "";
  const back = (): void => sight.revert(path, "");
  const marks = typed === "" ? marksOf(sight, path) : [...marksOf(sight, path), { text: words.byHand, tone: "amber" as const }];
  return html`<div class="hand" @keydown=${(event: KeyboardEvent) => { if (textAt(sight.form, path) !== "" && !sight.readonly) takesBack(event, back); }}>
    <dk-field kind=${fieldKind(field)} .record=${sight.recordOf(path)} .name=${path} .label=${labelOf(field)} .value=${typed} .unit=${field.unit} .marks=${marks}
      .problem=${problemAt(sight, path)} .placeholder=${typed === "" ? told : ""} ?readonly=${sight.readonly}
      @typed=${(event: TypedEvent) => { event.stopPropagation(); sight.type(path, event.detail.value); }}></dk-field>
    ${typed === "" || sight.readonly ? nothing : html`<button type="button" class="hand-back" title="${words.takeBack} \u00b7 Alt R" data-name="back-${path}" @click=${back}>${was === "" ? words.takeBack : words.reckonedWas(was)}</button>`}
  </div>`;
}

export function sheetsTable(sight: FormSight, row: FormRow): TemplateResult {
  const words = formWords();
  const lines = sight.reckoning?.forms.find((each) => each.row === row.key)?.forms ?? [];
  const told = (key: string): string => sight.reckoning?.computed[pathOf("component", TOLD[key] ?? key, row.key)] ?? "";
  const field = (key: string): Field | undefined => fieldOf("component", key);
  const total = (key: string): TemplateResult | typeof nothing => {
    const found = field(key);
    return found === undefined ? nothing : handField(sight, found, row.key, pathOf("component", key, row.key), told(key));
  };
  return html`<fieldset class="row-group sheets"><legend>${words.groups.sheets}</legend>
    <p class="quiet is-prose sheets-hint">${words.sheetsHint}</p>
    <div class="fields">${TOTALS.map(total)}${plain(sight, field("issued"), row.key)}</div>
    ${formsOf(sight, row, lines)}
  </fieldset>`;
}

function plain(sight: FormSight, field: Field | undefined, row: string): TemplateResult | typeof nothing {
  if (field === undefined) return nothing;
  const path = pathOf(field.level, field.key, row);
  return html`<dk-field kind=${fieldKind(field)} .record=${sight.recordOf(path)} .name=${path} .label=${labelOf(field)} .value=${textAt(sight.form, path)} .unit=${field.unit} .marks=${marksOf(sight, path)}
    .problem=${problemAt(sight, path)} ?readonly=${sight.readonly} @typed=${(event: TypedEvent) => { event.stopPropagation(); sight.type(path, event.detail.value); }}></dk-field>`;
}

/** Puts in what the table of forms becomes of what it is by then. */
type Put = (change: (text: string) => string) => void;

function formsOf(sight: FormSight, row: FormRow, lines: readonly FormLine[]): TemplateResult {
  const words = formWords();
  const path = pathOf("component", "form_table", row.key);
  const text = textAt(sight.form, path);
  const problem = sight.reckoning?.fields[path]?.problem;
  const odd = sight.reckoning?.warnings.find((warning) => warning.path === path);
  const lost = odd === undefined ? nothing : html`<p class="field-note is-amber" role="status">${fieldNote(odd.code, odd.params)}</p>`;
  const whole = problem != null && (problem.params["cell"] ?? "") === "" ? fieldNote(problem.code, problem.params) : (sight.problems[path] ?? "");
  const put: Put = (change) => sight.revert(path, change(textAt(sight.form, path)));
  if (lines.length === 0) {
    return html`<div class="forms-none" data-field=${path} tabindex="-1"><p class="quiet is-prose">${words.noForms}</p>
      ${whole === "" && text === "" ? nothing : html`<p class="field-note is-problem" role="alert">${whole}</p>`}
      ${text === "" || sight.readonly ? nothing : html`<p class="forms-typed"><code>${text}</code>${button({ label: words.takeBackAll, name: `back-${row.key}-all`, onClick: () => put(() => "") })}</p>`}</div>`;
  }
  return html`<div class="forms" data-field=${path} tabindex="-1">
    <table class="table forms-table"><thead><tr><th>${words.formNumber}</th>${FORM_CELLS.map((cell) => html`<th>${words.formCells[cell]}</th>`)}<th></th></tr></thead>
      <tbody>${lines.map((line) => formRow(sight, row.key, line, text, put))}</tbody></table>
    ${whole === "" ? nothing : html`<p class="field-note is-problem" role="alert">${whole}</p>`}
    ${lost}
    ${sight.readonly ? nothing : html`<div class="forms-foot">${button({ label: words.addForm, name: `add-form-${row.key}`, onClick: () => put((text) => formAdded(text, lines.at(-1)?.number ?? 0)) })}
      ${text === "" ? nothing : button({ label: words.takeBackAll, name: `back-${row.key}-all`, onClick: () => put(() => "") })}</div>`}
  </div>`;
}

function formRow(sight: FormSight, row: string, line: FormLine, text: string, put: Put): TemplateResult {
  const words = formWords();
  const path = pathOf("component", "form_table", row);
  const touched = line.gone || line.added || FORM_CELLS.some((cell) => cellAt(text, line.number, cell) !== "");
  const acts = sight.readonly
    ? nothing
    : line.gone || (touched && !line.added)
      ? html`<button type="button" class="row-act is-back" title="${words.takeBack} \u00b7 Alt R" aria-label="${words.takeBack} ${line.number}" data-name="back-${row}-${line.number}" @click=${() => put((text) => formRestored(text, line.number))}>\u21a9</button>`
      : html`<button type="button" class="row-act" title=${words.removeForm} aria-label="${words.removeForm} ${line.number}" data-name="gone-${row}-${line.number}" @click=${() => put((text) => formRemoved(text, line.number))}>\u2715</button>`;
  return html`<tr class=${line.gone ? "is-gone" : ""} data-form=${line.number}>
    <td class="is-number">${line.number}${line.added ? html`<small class="mark mark-amber">${words.formAdded}</small>` : nothing}</td>
    ${FORM_CELLS.map((cell) => html`<td>${line.gone ? html`<span class="quiet">${line.cells[cell]}</span>` : formCell(sight, path, line, cell, text)}</td>`)}
    <td>${acts}</td></tr>`;
}

function formCell(sight: FormSight, path: string, line: FormLine, cell: FormCell, text: string): TemplateResult {
  const words = formWords();
  const typed = cellAt(text, line.number, cell);
  const name = `${path}#${line.number}.${cell}`;
  const label = `${words.formOf(line.number)} ${words.formCells[cell]}`;
  const problem = sight.reckoning?.fields[path]?.problem;
  const wrong = problem != null && problem.params["cell"] === `${line.number}.${cell}` ? fieldNote(problem.code, problem.params) : "";
  const back = (): void => sight.revert(path, cellTyped(textAt(sight.form, path), line.number, cell, ""));
  const type = (event: TypedEvent): void => {
    event.stopPropagation();
    sight.type(path, cellTyped(textAt(sight.form, path), line.number, cell, event.detail.value));
  };
  const shown = line.cells[cell] ?? "";
  const hint = typed === "" || line.reckoned[cell] === undefined ? "" : words.reckonedWas(line.reckoned[cell]);
  const styles = cell === "style" ? (fieldOf("component", "work_style")?.choices ?? []).map((choice) => ({ value: choice.label, label: choiceLabel(choice) })) : [];
  const control = cell === "style"
    ? html`<dk-combo free .record=${sight.recordOf(path)} .name=${name} .label=${label} .value=${typed} .placeholder=${typed === "" ? shown : ""} .hint=${hint} .problem=${wrong} .options=${styles} ?readonly=${sight.readonly} @typed=${type}></dk-combo>`
    : html`<dk-field kind="quantity" .record=${sight.recordOf(path)} .name=${name} .label=${label} .value=${typed} .placeholder=${typed === "" ? shown : ""} .hint=${hint} .problem=${wrong} ?readonly=${sight.readonly} @typed=${type}></dk-field>`;
  return html`<div class=${typed === "" ? "form-cell" : "form-cell is-by-hand"} @keydown=${(event: KeyboardEvent) => { if (cellAt(textAt(sight.form, path), line.number, cell) !== "" && !sight.readonly) takesBack(event, back); }}>${control}</div>`;
}
