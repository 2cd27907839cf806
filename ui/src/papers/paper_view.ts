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
import { SAVE, handOut, printerToUse, rememberPrinter } from "./hand_out";

/** Papers without a number of their own share one remembered printer. */
const PURPOSE = "paper";

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

  constructor() {
    super();
    // From the buttons above it a paper is turned, too.
    this.addEventListener("keydown", (event) => {
      if (event.target instanceof Element && event.target.matches("button")) this.querySelector("dk-pages")?.key(event);
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const paper = this.paper;
    if (paper === undefined) return nothing;
    return html`${this.printable ? this.#bar(paper) : nothing}
      <dk-pages .paper=${paper.sha256} .pages=${paper.pages} ?received=${this.received} .picture=${(page: number, dpi: number) => call("page_picture", { sha256: paper.sha256, page, dpi })}></dk-pages>`;
  }

  #bar(paper: Paper): TemplateResult {
    const words = paperWords();
    const printers = this.#printers.value ?? [];
    const chosen = printerToUse(this.printer, PURPOSE, printers);
    const refusal = this.#acting.refusal;
    return html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
      <div class="paper-bar">
        ${printers.length === 0
          ? html`<span class="quiet">${this.#printers.value === undefined ? nothing : words.noPrinter}</span>`
          : html`<dk-choice filled name="paper.printer" .label=${words.printer} .value=${chosen} .options=${printers.map(({ name }) => ({ value: name, label: name }))} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.printer = event.detail.value; }}></dk-choice>
              <dk-field kind="integer" name="paper.copies" .label=${words.copies} .value=${this.copies} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.copies = event.detail.value; }}></dk-field>
              ${button({ label: words.print, name: "print-paper", busy: this.#acting.busy, onClick: () => this.#print(paper, chosen) })}`}
        ${button({ label: words.save, name: "save-paper", busy: this.#acting.busy, onClick: () => void this.#out(paper, SAVE, 1) })}
      </div>`;
  }

  #print(paper: Paper, printer: string): void {
    rememberPrinter(PURPOSE, printer);
    void this.#out(paper, printer, Math.max(1, Math.min(99, Number(this.copies) || 1)));
  }

  async #out(paper: Paper, printer: string, copies: number): Promise<void> {
    const said = await this.#acting.run(() => handOut(paper, printer, copies));
    if (said !== undefined) say(said);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-paper": PaperView;
  }
}
