// <dk-print-all .page .holders .printers>: every 联 in one go, each paper a numbered print of its own. @page: the new OrderPage.
// @older: the older copies of these holders that are still in use.
// Hooks: data-name=print-all; data-field=copies.HOLDER.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { CopyView, OrderPage, Printer } from "../../api/commands";
import { LightElement } from "../../kit/element";
import { form } from "../../kit/form";
import { button, notice } from "../../kit/pieces";
import "../../kit/progress";
import { say } from "../../kit/toast";
import { handOut, lastCopies, printerToUse, rememberCopies } from "../../papers/hand_out";
import { refusalWords } from "../../words/errors";
import { sheetWords } from "../../words/task_sheets";

const MOST = 9;

@customElement("dk-print-all")
export class PrintAll extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @property({ attribute: false }) holders: readonly string[] = [];
  @property({ attribute: false }) printers: readonly Printer[] = [];
  /** How many for whom, where it was changed here. */
  @state() private counts: Readonly<Record<string, number>> = {};
  /** How many of how many are out; none: nothing is under way. */
  @state() private done: { readonly out: number; readonly all: number } | undefined;
  #halted = false;
  readonly #acting = new Acting(this);

  #count(holder: string): number {
    return this.counts[holder] ?? lastCopies(holder);
  }

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined || this.holders.length === 0) return nothing;
    const words = sheetWords();
    const refusal = this.#acting.refusal;
    const all = this.holders.reduce((sum, holder) => sum + this.#count(holder), 0);
    const done = this.done;
    return form({
      label: words.printAll,
      onSubmit: () => void this.#print(page),
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <fieldset class="print-all"><legend>${words.printAll}</legend>${this.holders.map((holder) => html`<label><span>${holder}</span><input type="number" inputmode="numeric" min="0" max=${MOST} data-field="copies.${holder}" .value=${String(this.#count(holder))} @change=${(event: Event) => this.#set(holder, event.target as HTMLInputElement)} /></label>`)}</fieldset>
        ${done === undefined ? nothing : html`<dk-progress .label=${words.printing(done.out + 1, done.all)} .share=${done.out / done.all} .onCancel=${() => { this.#halted = true; }}></dk-progress>`}`,
      actions: button({ label: words.printMany(all), name: "print-all", disabled: all === 0, busy: this.#acting.busy || done !== undefined, onClick: () => void this.#print(page) }),
    });
  }

  #set(holder: string, input: HTMLInputElement): void {
    const count = Math.max(0, Math.min(MOST, Math.trunc(Number(input.value)) || 0));
    input.value = String(count);
    this.counts = { ...this.counts, [holder]: count };
    rememberCopies(holder, count);
  }

  /** One number after the other; where one is refused or a printer does not answer the rest stays unprinted, and the log says what is out. */
  async #print(page: OrderPage): Promise<void> {
    if (this.done !== undefined) return;
    const papers = this.holders.flatMap((holder) => Array.from({ length: this.#count(holder) }, () => holder));
    this.#halted = false;
    let out = 0;
    let last: OrderPage | undefined;
    const older = new Map<number, CopyView>();
    for (const holder of papers) {
      if (this.#halted) break;
      this.done = { out, all: papers.length };
      const numbered = await this.#acting.run(() => call("print_sheet", { request: { orderId: page.id, holder } }));
      if (numbered === undefined) break;
      last = numbered.page;
      for (const copy of numbered.older) older.set(copy.id, copy);
      const said = await this.#acting.run(() => handOut(numbered, printerToUse("", holder, this.printers)));
      if (said === undefined) break;
      out += 1;
    }
    this.done = undefined;
    if (last !== undefined) this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: last, bubbles: true }));
    if (older.size > 0) this.dispatchEvent(new CustomEvent<readonly CopyView[]>("older", { detail: [...older.values()] }));
    say(sheetWords().printedMany(out, papers.length));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-print-all": PrintAll;
  }
}
