// <dk-import kind="customers" ?open @closed>: a block of cells or a CSV file; shown line by line before anything is made.
// Hooks: data-field=import.text, import.established; data-name=import-file, import-look, import-take.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { ImportPreview, ImportTable } from "../../api/commands";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { fieldNote, refusalWords } from "../../words/errors";
import { importWords } from "../../words/imports";
import { kitWords } from "../../words/kit";

/** Lines shown; the wrong ones come first. */
const MOST = 100;

@customElement("dk-import")
export class ImportDialog extends LightElement {
  @property() kind = "customers";
  @property({ type: Boolean }) open = false;
  @state() private text = "";
  @state() private path: string | undefined;
  @state() private established = true;
  @state() private preview: ImportPreview | undefined;
  readonly #acting = new Acting(this);

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("open") && this.open) {
      this.preview = undefined;
      this.#acting.refusal = undefined;
    }
  }

  get #table(): ImportTable {
    return { kind: this.kind, text: this.path === undefined ? this.text : "", path: this.path ?? null, established: this.kind === "customers" && this.established };
  }

  protected override render(): TemplateResult {
    const words = importWords();
    return html`${dialog({ open: this.open, wide: true, title: words.titles[this.kind] ?? "", body: this.#body(), onClose: () => this.#close() })}`;
  }

  #body(): TemplateResult {
    const words = importWords();
    const refusal = this.#acting.refusal;
    const preview = this.preview;
    const problem = refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next });
    if (preview === undefined) {
      return form({
        onSubmit: () => void this.#look(),
        body: html`${problem}<p class="quiet is-prose">${words.hints[this.kind] ?? ""}</p>
          ${this.path === undefined
            ? html`<dk-multiline .name=${"import.text"} .record=${String(this.open)} .rows=${10} .label=${words.paste} .value=${this.text} @typed=${(event: TypedEvent) => { this.text = event.detail.value; }}></dk-multiline>`
            : html`<p>${words.chosen(this.path.split(/[\\/]/).at(-1) ?? this.path)} ${button({ label: words.noFile, plain: true, onClick: () => { this.path = undefined; } })}</p>`}
          ${this.kind === "customers" ? html`<dk-check .name=${"import.established"} .record=${String(this.open)} .label=${words.established} .value=${this.established ? "1" : ""} @typed=${(event: TypedEvent) => { this.established = event.detail.value !== ""; }}></dk-check>` : nothing}`,
        actions: html`${button({ label: words.file, onClick: () => void this.#pick(), name: "import-file" })}<span class="screen-gap"></span>${button({ label: kitWords().cancel, onClick: () => this.#close() })}${button({ label: words.look, main: true, name: "import-look", disabled: this.#acting.busy })}`,
      });
    }
    return form({
      onSubmit: () => void this.#take(),
      body: html`${problem}<p data-name="import-summary"><strong>${words.summary(preview.entered, preview.marked, preview.same, preview.wrong)}</strong></p>
        ${preview.wrong > 0 ? notice({ tone: "amber", title: words.wrongFirst }) : nothing}${this.#lines(preview)}`,
      actions: html`${button({ label: words.again, onClick: () => { this.preview = undefined; }, name: "import-again" })}${button({ label: words.take, main: true, name: "import-take", disabled: this.#acting.busy || preview.wrong > 0 || preview.entered + preview.marked === 0 })}`,
    });
  }

  #lines(preview: ImportPreview): TemplateResult {
    const words = importWords();
    const order = [...preview.lines].sort((one, other) => Number(other.outcome === "wrong") - Number(one.outcome === "wrong"));
    const column = (code: string): string => (code === "" ? words.leftOut : (words.columns[code] ?? code));
    return html`<div class="table-scroll import-lines"><table class="table is-wrapping"><thead><tr><th class="is-number">${words.line}</th><th>${words.outcome}</th>${preview.columns.map((code) => html`<th>${column(code)}</th>`)}</tr></thead>
      <tbody>${order.slice(0, MOST).map((line) => html`<tr><td class="is-number">${line.line}</td>
        <td class=${line.outcome === "wrong" ? "is-red" : ""}>${words.outcomes[line.outcome] ?? line.outcome}${line.problems.map((each) => html`<small class="is-red import-problem">${column(each.column)} · ${fieldNote(each.code, each.params)}</small>`)}</td>
        ${preview.columns.map((_, index) => html`<td>${line.cells[index] ?? ""}</td>`)}</tr>`)}</tbody></table></div>
      ${order.length <= MOST ? nothing : html`<p class="quiet">${words.more(order.length - MOST)}</p>`}`;
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent("closed"));
  }

  async #pick(): Promise<void> {
    const paths = await this.#acting.run(() => call("pick_files"));
    if (paths?.[0] !== undefined) this.path = paths[0];
  }

  async #look(): Promise<void> {
    this.preview = await this.#acting.run(() => call("import_preview", { request: this.#table }));
  }

  async #take(): Promise<void> {
    const taken = await this.#acting.run(() => call("import_table", { request: this.#table }));
    if (taken === undefined) return;
    say(importWords().taken(taken.entered, taken.marked));
    this.text = "";
    this.path = undefined;
    this.preview = undefined;
    this.#close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-import": ImportDialog;
  }
}
