// <dk-paper .paper=${Paper} .label=${…}>: the pages of one of our papers, with 打印 and 另存为.
// Without `.printable` only the pages are shown. Hooks: data-name=print-paper, save-paper; data-field=paper.printer, paper.copies.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../api/acting";
import { call } from "../api/call";
import type { Paper } from "../api/commands";
import { Loading } from "../api/loading";
import { LightElement } from "../kit/element";
import "../kit/fields/choice_field";
import type { TypedEvent } from "../kit/fields/field_base";
import "../kit/fields/text_field";
import "../kit/pages";
import { button, notice } from "../kit/pieces";
import { say } from "../kit/toast";
import { refusalWords } from "../words/errors";
import { paperWords } from "../words/papers";

@customElement("dk-paper")
export class PaperView extends LightElement {
  @property({ attribute: false }) paper: Paper | undefined;
  /** A received file: on screen its colours are no reference. */
  @property({ type: Boolean }) received = false;
  @property({ type: Boolean }) printable = false;
  @state() private printer = "";
  @state() private copies = "1";
  readonly #acting = new Acting(this);
  readonly #printers = new Loading(this, { topics: () => [], load: () => (this.printable ? call("printers") : Promise.resolve([])) });

  protected override render(): TemplateResult | typeof nothing {
    const paper = this.paper;
    if (paper === undefined) return nothing;
    return html`${this.printable ? this.#bar(paper) : nothing}
      <dk-pages .paper=${paper.sha256} .pages=${paper.pages} ?received=${this.received} .picture=${(page: number, dpi: number) => call("page_picture", { sha256: paper.sha256, page, dpi })}></dk-pages>`;
  }

  #bar(paper: Paper): TemplateResult {
    const words = paperWords();
    const printers = this.#printers.value ?? [];
    const chosen = this.printer || (printers.find((printer) => printer.isDefault) ?? printers[0])?.name || "";
    const refusal = this.#acting.refusal;
    return html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
      <div class="paper-bar">
        ${printers.length === 0
          ? html`<span class="quiet">${this.#printers.value === undefined ? nothing : words.noPrinter}</span>`
          : html`<dk-choice filled name="paper.printer" .label=${words.printer} .value=${chosen} .options=${printers.map(({ name }) => ({ value: name, label: name }))} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.printer = event.detail.value; }}></dk-choice>
              <dk-field kind="integer" name="paper.copies" .label=${words.copies} .value=${this.copies} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.copies = event.detail.value; }}></dk-field>
              ${button({ label: words.print, name: "print-paper", disabled: this.#acting.busy, onClick: () => void this.#print(paper, chosen) })}`}
        ${button({ label: words.save, name: "save-paper", onClick: () => void this.#save(paper) })}
      </div>`;
  }

  async #print(paper: Paper, printer: string): Promise<void> {
    const copies = Math.max(1, Math.min(99, Number(this.copies) || 1));
    const sent = await this.#acting.run(async () => {
      await call("print_paper", { sha256: paper.sha256, fileName: paper.fileName, printer, copies });
      return true;
    });
    if (sent === true) say(paperWords().sent(printer));
  }

  async #save(paper: Paper): Promise<void> {
    const saved = await this.#acting.run(() => call("save_paper", { sha256: paper.sha256, fileName: paper.fileName }));
    if (saved != null) say(paperWords().saved(saved.path));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-paper": PaperView;
  }
}
