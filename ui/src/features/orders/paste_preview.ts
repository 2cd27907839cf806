// <dk-paste-preview .form=${form} .block=${block} @filled=${…} @closed=${…}>: a pasted block before it becomes components, in its place.
// Every cell is read by the core as it will be read in the form. @filled: the next form. Hooks: data-name=paste-fill, paste-cancel; data-field=paste.N.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call } from "../../api/call";
import type { OrderForm, Reckoning } from "../../api/commands";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import { button } from "../../kit/pieces";
import { fieldWords } from "../../words/errors";
import { pasteWords } from "../../words/pasted_block";
import { fieldsOf, labelOf, pathOf } from "../../form/field_catalogue";
import { EMPTY_FORM } from "../../form/form_edits";
import { type Block, MOST_ROWS, type Placed, blockInForm, columnSent } from "./pasted_block";

const NOTHING: Block = { columns: [], heads: [], rows: [] };
/** What a component begins with. */
export const COMPONENT_GIVEN: Readonly<Record<string, string>> = { bleed: "3", per_product: "1", supply: "house", plate_state: "new" };

@customElement("dk-paste-preview")
export class PastePreview extends LightElement {
  @property({ attribute: false }) form: OrderForm = EMPTY_FORM;
  @property({ attribute: false }) block: Block = NOTHING;
  @state() private sent: Block = NOTHING;
  @state() private reckoning: Reckoning | undefined;
  #round = 0;

  /** The block as rows of the form: their keys are drawn once, so that what is read is what is shown and filled in. */
  #placed: Placed = { form: EMPTY_FORM, keys: [] };

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("block")) this.sent = this.block;
    if (!changed.has("block") && !changed.has("form") && !changed.has("sent")) return;
    this.#placed = blockInForm(this.form, this.sent, COMPONENT_GIVEN);
    void this.#read();
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>("[data-name=paste-fill]")?.focus();
  }

  async #read(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    try {
      const reckoning = await call("reckon", { form: this.#placed.form });
      if (round === this.#round) this.reckoning = reckoning;
    } catch {
      // The form itself tells of a core that does not answer; the preview only misses its marks.
      if (round === this.#round) this.reckoning = undefined;
    }
  }

  #send(index: number, field: string): void {
    this.sent = columnSent(this.sent, index, field);
  }

  protected override render(): TemplateResult {
    const words = pasteWords();
    const block = this.sent;
    const { form, keys } = this.#placed;
    const options = fieldsOf("component").filter((field) => field.kind !== "forms" && field.group !== "sheets").map((field) => ({ value: field.key, label: labelOf(field) }));
    const problemOf = (row: number, column: number): string => {
      const key = keys[row];
      const field = block.columns[column] ?? "";
      if (key === undefined || field === "" || (block.rows[row]?.[column] ?? "") === "") return "";
      const problem = this.reckoning?.fields[pathOf("component", field, key)]?.problem;
      return problem == null ? "" : fieldWords(problem.code, problem.params);
    };
    const wrong = block.rows.flatMap((row, at) => row.map((_, column) => problemOf(at, column))).filter((text) => text !== "").length;
    return html`<section class="paste" role="group" aria-label=${words.title(block.rows.length, block.columns.length)} @keydown=${(event: KeyboardEvent) => this.#key(event)}>
      <h3>${words.title(block.rows.length, block.columns.length)}</h3>
      <p class="quiet is-prose">${words.hint}${block.rows.length === MOST_ROWS ? ` ${words.tooMany(MOST_ROWS)}` : ""}</p>
      <div class="paste-scroll"><table class="table is-wrapping is-bare"><thead><tr>${block.columns.map((field, index) => html`<th><dk-choice .record=${String(index)} .name=${`paste.${index + 1}`} .label=${block.heads[index] || words.column(index + 1)} .value=${field}
          .options=${[{ value: "", label: words.toRemark }, ...options]} filled @typed=${(event: TypedEvent) => { event.stopPropagation(); this.#send(index, event.detail.value); }}></dk-choice></th>`)}</tr></thead>
        <tbody>${block.rows.map((row, at) => html`<tr>${row.map((text, column) => {
          const problem = problemOf(at, column);
          return html`<td class=${problem === "" ? "" : "is-wrong"} title=${problem === "" ? nothing : problem}>${text}${problem === "" ? nothing : html`<small class="is-red">${problem}</small>`}</td>`;
        })}</tr>`)}</tbody></table></div>
      <div class="paste-foot"><span class=${wrong === 0 ? "quiet" : "is-red"} role="status">${words.problems(wrong)}</span><span class="screen-gap"></span>
        ${button({ label: words.cancel, name: "paste-cancel", onClick: () => this.#close() })}
        ${button({ label: words.fill(block.rows.length), main: true, name: "paste-fill", onClick: () => this.dispatchEvent(new CustomEvent<OrderForm>("filled", { detail: form })) })}</div>
    </section>`;
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent("closed"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-paste-preview": PastePreview;
  }
}
