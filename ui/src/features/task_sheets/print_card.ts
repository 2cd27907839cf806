// <dk-print-card .page=${page}>: numbered prints of the sheet in force, and their log. @page: the new OrderPage.
// Hooks: data-name=print-sheet, prints, send-again-CODE; data-field=print.holder, print.printer.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { CopyView, OrderPage, PrintView, SheetView } from "../../api/commands";
import { Loading } from "../../api/loading";
import { rests } from "../../form/rests";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import "../../kit/fields/combo_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import "./older_copies";
import "./print_all";
import { SAVE, handOut, printerToUse, rememberPrinter } from "../../papers/hand_out";
import { refusalWords } from "../../words/errors";
import { sheetWords } from "../../words/task_sheets";
import { shortTime } from "../../words/times";

@customElement("dk-print-card")
export class PrintCard extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @state() private holder: string | undefined;
  @state() private printer = "";
  @state() private noHolder = false;
  /** Older copies of what was printed just now that are still in use. */
  @state() private older: readonly CopyView[] = [];
  readonly #acting = new Acting(this);
  readonly #presets = new Loading(this, { topics: () => ["settings"], load: () => call("house_presets") });
  readonly #printers = new Loading(this, { topics: () => [], load: () => call("printers") });

  protected override render(): TemplateResult | typeof nothing {
    const sheet = this.page?.sheet;
    if (this.page === undefined || sheet == null) return nothing;
    const words = sheetWords();
    const refusal = this.#acting.refusal;
    return card({
      title: words.prints,
      note: words.notPrint,
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        ${rests(this.page) ? nothing : html`${this.#form(this.page)}
        ${this.#older(this.page)}
        <dk-print-all .page=${this.page} .holders=${this.#presets.value?.holders ?? []} .printers=${this.#printers.value ?? []} @older=${(event: CustomEvent<readonly CopyView[]>) => { this.older = event.detail; }}></dk-print-all>`}
        ${sheet.prints.length === 0 ? html`<p class="quiet">${words.noPrints}</p>` : this.#log(sheet)}`,
    });
  }

  #holder(): string {
    return this.holder ?? this.#presets.value?.holders[0] ?? "";
  }

  /** Each 联 has its own printer, remembered on this machine. */
  #chosen(holder: string): string {
    return printerToUse(this.printer, holder.trim(), this.#printers.value ?? []);
  }

  #form(page: OrderPage): TemplateResult {
    const words = sheetWords();
    const holder = this.#holder();
    const printers = [...(this.#printers.value ?? []).map(({ name }) => ({ value: name, label: name })), { value: SAVE, label: words.save }];
    return form({
      label: words.print,
      onSubmit: () => void this.#print(page, holder),
      body: html`<div class="fields">
        <dk-combo free name="print.holder" data-begin .record=${String(page.id)} .label=${words.holder} .value=${holder} .options=${(this.#presets.value?.holders ?? []).map((each) => ({ value: each, label: each }))} .problem=${this.noHolder ? words.needed : ""}
          @typed=${(event: TypedEvent) => { event.stopPropagation(); this.holder = event.detail.value; this.printer = ""; this.noHolder = false; }}></dk-combo>
        <dk-choice filled name="print.printer" .record=${String(page.id)} .label=${words.printer} .value=${this.#chosen(holder)} .options=${printers} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.printer = event.detail.value; }}></dk-choice>
        <div class="field-button is-start">${button({ label: words.print, main: true, name: "print-sheet", busy: this.#acting.busy })}</div>
      </div>`,
    });
  }

  /** Never done by itself, and only for what is still in use. */
  #older(page: OrderPage): TemplateResult | typeof nothing {
    const still = this.older.filter((copy) => page.sheet?.copies.some((now) => now.id === copy.id && now.fate === null));
    if (still.length === 0) return nothing;
    return html`<dk-older-copies .orderId=${page.id} .copies=${still} @settled=${() => void this.#settled()}></dk-older-copies>`;
  }

  /** The next print is what one goes on with. */
  async #settled(): Promise<void> {
    this.older = [];
    await this.updateComplete;
    if (document.activeElement === document.body) this.querySelector<HTMLElement>("[data-field='print.holder'] input")?.focus();
  }

  async #print(page: OrderPage, holder: string): Promise<void> {
    this.noHolder = holder.trim() === "";
    if (this.noHolder) return;
    const printer = this.#chosen(holder);
    rememberPrinter(holder.trim(), printer);
    const numbered = await this.#acting.run(() => call("print_sheet", { request: { orderId: page.id, holder: holder.trim() } }));
    if (numbered === undefined) return;
    this.older = numbered.older;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: numbered.page, bubbles: true }));
    await this.#sendOut({ ...numbered, holder: holder.trim() }, printer);
  }

  /** The number is given already; whatever becomes of the paper, the log keeps the print and can send it again. */
  async #sendOut(print: Pick<PrintView, "sha256" | "fileName" | "holder">, printer: string): Promise<void> {
    const words = sheetWords();
    const said = await this.#acting.run(() => handOut(print, printer));
    if (this.#acting.refusal === undefined) say(said === undefined ? words.notOut(print.holder) : words.printed(print.holder, said));
  }

  /** Only a print that still holds is sent once more. */
  #again(print: PrintView): TemplateResult {
    const words = sheetWords();
    return html`<button type="button" class="link" data-name="send-again-${print.checkCode}" title=${words.sendAgainHint} ?disabled=${this.#acting.busy} @click=${() => void this.#sendOut(print, this.#chosen(this.#holder()))}>${words.sendAgain}</button>`;
  }

  #holds(print: PrintView, sheet: SheetView): boolean {
    return sheet.copies.some((copy) => copy.checkCode === print.checkCode && copy.label === print.label && copy.verdict === "current");
  }

  #log(sheet: SheetView): TemplateResult {
    const words = sheetWords();
    const heads = words.printColumns;
    return html`<table class="table is-wrapping is-bare" data-name="prints"><thead><tr><th class="is-narrow">${heads.number}</th><th class="is-wide">${heads.label}</th><th>${heads.holder}</th><th>${heads.code}</th><th>${heads.at}</th><th>${heads.by}</th><th class="is-act"></th></tr></thead>
      <tbody>${sheet.prints.map((print) => html`<tr class=${this.#holds(print, sheet) ? "" : "is-past"}><td>${print.number}</td><td>${print.label}</td><td>${print.holder}</td><td><code>${print.checkCode}</code></td><td>${shortTime(print.at)}</td><td>${print.by}</td>
        <td class="is-act">${this.#holds(print, sheet) ? this.#again(print) : nothing}</td></tr>`)}</tbody></table>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-print-card": PrintCard;
  }
}
