// <dk-figures>: how long orders take from receipt to task sheet, month by month, and the slowest, each a link.
import { type TemplateResult, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { call } from "../../api/call";
import type { FreeProofCost, FreeProofCosts, MonthCost, MonthFigures, SlowOrder } from "../../api/commands";
import { Loading } from "../../api/loading";
import { LightElement } from "../../kit/element";
import { KeyBindings } from "../../kit/keys";
import { card, empty, notice, waiting } from "../../kit/pieces";
import { go } from "../../kit/route";
import "../../kit/table";
import type { Column } from "../../kit/table";
import { refusalWords } from "../../words/errors";
import { recordedWord } from "../../words/recorded";
import { freeProofWords } from "../../words/free_proofs";
import { duration, reportWords } from "../../words/reports";

const said = (minutes: number | null): string => (minutes === null ? "—" : duration(minutes));

@customElement("dk-figures")
export class Figures extends LightElement {
  readonly #keys = new KeyBindings(this, { back: () => go("orders") });
  readonly #figures = new Loading(this, { topics: () => ["orders", "settings"], load: () => call("processing_figures") });

  readonly #costs = new Loading(this, { topics: () => ["orders"], load: () => call("free_proof_costs") });

  protected override render(): TemplateResult {
    void this.#keys;
    const words = reportWords();
    const figures = this.#figures.value;
    const problem = this.#figures.problem;
    return html`<header class="screen-head"><h1>${words.title}</h1><span class="quiet">${words.lead}</span></header>
      ${problem === undefined ? nothing : notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next })}
      ${figures === undefined
        ? waiting(this.#figures.slow)
        : html`<div class="screen-body">
            ${card({ title: words.months, flush: true, body: html`<dk-table first name="figures-months" .label=${words.months} .columns=${this.#months()} .rows=${figures.months} .key=${(row: MonthFigures) => row.month} .empty=${empty({ title: words.emptyTitle, text: words.emptyText })}></dk-table>` })}
            ${this.#costs.value === undefined ? nothing : this.#costCards(this.#costs.value)}
            ${card({ title: words.slowest, flush: true, body: html`<dk-table name="figures-slowest" .label=${words.slowest} .columns=${this.#slow()} .rows=${figures.slowest} .key=${(row: SlowOrder) => row.id} .onOpen=${(row: SlowOrder) => go("orders", row.id)} .empty=${html`<p class="quiet place-more">${words.noSlow}</p>`}></dk-table>` })}
          </div>`}`;
  }

  /** What free proofs cost, month by month; they stand in no figure above. */
  #costCards(costs: FreeProofCosts): TemplateResult {
    const words = freeProofWords();
    const heads = words.heads;
    const months: readonly Column<MonthCost>[] = [
      { key: "month", label: heads.month, cell: (row) => row.month },
      { key: "count", label: heads.count, width: 128, number: true, cell: (row) => String(row.count) },
      { key: "open", label: heads.open, width: 128, number: true, cell: (row) => String(row.open) },
      { key: "cost", label: heads.cost, width: 176, number: true, cell: (row) => row.cost },
    ];
    const lines: readonly Column<FreeProofCost>[] = [
      { key: "month", label: heads.month, width: 96, cell: (row) => row.month },
      { key: "number", label: heads.number, width: 136, cell: (row) => row.number },
      { key: "order", label: heads.order, width: 168, cell: (row) => row.orderNumber },
      { key: "customer", label: heads.customer, width: 184, cell: (row) => row.customer },
      { key: "content", label: heads.content, cell: (row) => row.content },
      { key: "approved", label: heads.approved, width: 136, cell: (row) => html`${row.approvedBy}${row.recorded === null ? nothing : html` <small>${recordedWord(row.recorded)}</small>`}` },
      { key: "cost", label: heads.cost, width: 112, number: true, cell: (row) => row.cost ?? "—" },
    ];
    return html`${card({ title: words.costs, note: words.costsText, flush: true, body: html`<dk-table name="free-proof-months" .label=${words.costs} .columns=${months} .rows=${costs.months} .key=${(row: MonthCost) => row.month} .empty=${html`<p class="quiet place-more">${words.noCosts}</p>`}></dk-table>` })}
      ${costs.lines.length === 0 ? nothing : card({ title: words.title, flush: true, body: html`<dk-table name="free-proof-costs" .label=${words.title} .columns=${lines} .rows=${costs.lines} .key=${(row: FreeProofCost) => row.number} .onOpen=${(row: FreeProofCost) => go("orders", row.orderId)} .empty=${nothing}></dk-table>` })}`;
  }

  #months(): readonly Column<MonthFigures>[] {
    const heads = reportWords().heads;
    return [
      { key: "month", label: heads.month, cell: (row) => row.month },
      { key: "issued", label: heads.issued, width: 104, number: true, cell: (row) => row.issued.toLocaleString("en") },
      { key: "median", label: heads.median, width: 144, number: true, cell: (row) => said(row.median) },
      { key: "mean", label: heads.mean, width: 144, number: true, cell: (row) => said(row.mean) },
      { key: "recorded", label: heads.recorded, width: 104, number: true, cell: (row) => row.recorded.toLocaleString("en") },
      { key: "delay", label: heads.delay, width: 144, number: true, cell: (row) => said(row.delay) },
      { key: "late", label: heads.late, width: 88, number: true, cell: (row) => row.late.toLocaleString("en") },
      { key: "faults", label: heads.faults, width: 104, number: true, cell: (row) => row.faults.toLocaleString("en") },
      { key: "told", label: heads.told, width: 152, number: true, cell: (row) => said(row.told) },
    ];
  }

  #slow(): readonly Column<SlowOrder>[] {
    const heads = reportWords().slowHeads;
    return [
      { key: "number", label: heads.number, width: 168, cell: (row) => row.number },
      { key: "customer", label: heads.customer, width: 200, cell: (row) => row.customer },
      { key: "product", label: heads.product, cell: (row) => row.product },
      { key: "received", label: heads.received, width: 152, cell: (row) => row.received },
      { key: "issued", label: heads.issued, width: 152, cell: (row) => row.issued },
      { key: "minutes", label: heads.minutes, width: 136, number: true, cell: (row) => duration(row.minutes) },
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-figures": Figures;
  }
}
