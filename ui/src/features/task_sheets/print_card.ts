// <dk-print-card .page=${page}>: numbered prints of the sheet in force, and their log. @page: the new OrderPage.
// Hooks: data-name=print-sheet, prints; data-field=print.holder, print.printer.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { OrderPage, SheetView } from "../../api/commands";
import { Loading } from "../../api/loading";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import "../../kit/fields/combo_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, chip, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { refusalWords } from "../../words/errors";
import { sheetWords } from "../../words/task_sheets";
import { shortTime } from "../../words/times";

/** Chosen instead of a printer: the numbered print is saved where the person says. */
const SAVE = "-";

@customElement("dk-print-card")
export class PrintCard extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @state() private holder: string | undefined;
  @state() private printer = "";
  @state() private noHolder = false;
  readonly #acting = new Acting(this);
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
        ${this.#form(this.page)}
        ${sheet.prints.length === 0 ? html`<p class="quiet">${words.noPrints}</p>` : this.#log(sheet)}`,
    });
  }

  #chosen(): string {
    const printers = this.#printers.value ?? [];
    return this.printer || ((printers.find((printer) => printer.isDefault) ?? printers[0])?.name ?? SAVE);
  }

  #form(page: OrderPage): TemplateResult {
    const words = sheetWords();
    const holder = this.holder ?? words.holders[0] ?? "";
    const printers = [...(this.#printers.value ?? []).map(({ name }) => ({ value: name, label: name })), { value: SAVE, label: words.save }];
    return form({
      label: words.print,
      onSubmit: () => void this.#print(page, holder),
      body: html`<div class="fields">
        <dk-combo free name="print.holder" data-begin .record=${String(page.id)} .label=${words.holder} .value=${holder} .options=${words.holders.map((each) => ({ value: each, label: each }))} .problem=${this.noHolder ? words.needed : ""}
          @typed=${(event: TypedEvent) => { event.stopPropagation(); this.holder = event.detail.value; this.noHolder = false; }}></dk-combo>
        <dk-choice filled name="print.printer" .record=${String(page.id)} .label=${words.printer} .value=${this.#chosen()} .options=${printers} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.printer = event.detail.value; }}></dk-choice>
        <div class="field-button">${button({ label: words.print, main: true, name: "print-sheet", disabled: this.#acting.busy })}</div>
      </div>`,
    });
  }

  async #print(page: OrderPage, holder: string): Promise<void> {
    this.noHolder = holder.trim() === "";
    if (this.noHolder) return;
    const chosen = this.#chosen();
    const printed = await this.#acting.run(() => call("print_sheet", { request: { orderId: page.id, holder: holder.trim(), printer: chosen === SAVE ? null : chosen } }));
    if (printed === undefined) return;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: printed, bubbles: true }));
    say(sheetWords().printed(holder));
  }

  #log(sheet: SheetView): TemplateResult {
    const words = sheetWords();
    const heads = words.printColumns;
    return html`<table class="table is-wrapping is-bare" data-name="prints"><thead><tr><th class="is-narrow">${heads.number}</th><th class="is-wide">${heads.label}</th><th>${heads.holder}</th><th>${heads.code}</th><th>${heads.at}</th><th>${heads.by}</th></tr></thead>
      <tbody>${sheet.prints.map((print) => html`<tr class=${print.label === sheet.label ? "" : "is-past"}><td>${print.number}</td><td>${print.label}${print.label === sheet.label ? nothing : html` ${chip(words.outdated, "amber")}`}</td><td>${print.holder}</td><td><code>${print.checkCode}</code></td><td>${shortTime(print.at)}</td><td>${print.by}</td></tr>`)}</tbody></table>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-print-card": PrintCard;
  }
}
