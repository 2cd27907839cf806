// <dk-today>: the start screen. What waits for whoever sits here, their own turn first, in order of delivery; Enter opens a row, a
// digit the row of that number. Hooks: data-name=today-count, today-open, today-all.
import { type TemplateResult, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import type { TodayRow, TodayView } from "../../api/commands";
import { call } from "../../api/call";
import { Loading } from "../../api/loading";
import { composes } from "../../kit/composing";
import { openDialogs } from "../../kit/dialog_depth";
import { LightElement } from "../../kit/element";
import { button, chip, empty, notice, waiting } from "../../kit/pieces";
import { remember } from "../../kit/remembered";
import { go } from "../../kit/route";
import "../../kit/table";
import type { Column } from "../../kit/table";
import { refusalWords } from "../../words/errors";
import { kindWords } from "../../words/kinds";
import { checkLine } from "../../words/order_checks";
import { orderWords } from "../../words/orders";
import { roleNames } from "../../words/roles";
import { shortDay, shortTime } from "../../words/times";
import { todayWords } from "../../words/today";
import { backTo } from "../../kit/back";
import { kindChip } from "../../form/kind_chip";

/** Rows a digit opens. */
const BY_DIGIT = 9;

/** What is to be done, in words. */
export function whatOf(row: TodayRow): string {
  const words = todayWords();
  if (row.line !== null) return checkLine(row.line.code, false, row.line.params).text;
  switch (row.what) {
    case "change":
      return words.change(row.askedBy);
    case "free_proof":
      return words.freeProof(row.askedBy);
    case "copies":
      return words.copies(row.count);
    case "rested":
      return words.rested;
    default:
      return words.issue;
  }
}

/** How the delivery is spoken of: the day, and how near it is where that matters. */
export function dueOf(order: TodayRow["order"]): { readonly text: string; readonly tone: "" | "is-red" | "is-amber" } {
  const words = todayWords();
  if (order.due === null || order.daysLeft === null) return { text: "—", tone: "" };
  const day = shortDay(order.due);
  if (order.daysLeft < 0) return { text: words.late(day, -order.daysLeft), tone: "is-red" };
  if (order.daysLeft > 2) return { text: day, tone: "" };
  return { text: `${day} ${words.near[order.daysLeft] ?? ""}`, tone: "is-amber" };
}

@customElement("dk-today")
export class Today extends LightElement {
  readonly #today = new Loading<TodayView>(this, { topics: () => ["orders", "people", "settings", "desk"], load: () => call("today_board") });
  readonly #digits = (event: KeyboardEvent): void => {
    if (composes(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || openDialogs() > 0) return;
    const on = document.activeElement;
    if (on instanceof HTMLInputElement || on instanceof HTMLTextAreaElement || on instanceof HTMLSelectElement) return;
    const row = /^[1-9]$/.test(event.key) ? this.#today.value?.rows[Number(event.key) - 1] : undefined;
    if (row === undefined) return;
    event.preventDefault();
    this.#open(row);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("keydown", this.#digits);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("keydown", this.#digits);
  }

  #open(row: TodayRow): void {
    backTo("today");
    go("orders", row.order.id, row.step, row.path ?? "");
  }

  /** The list of orders, narrowed to those whose sheet is still to be issued. */
  #toOpen(): void {
    remember("orders.filter", "open");
    go("orders");
  }

  protected override render(): TemplateResult {
    const words = todayWords();
    const view = this.#today.value;
    const problem = this.#today.problem;
    const mine = view?.rows.filter((row) => row.mine).length ?? 0;
    return html`<header class="screen-head">
        <h1>${words.title}</h1>
        <span class="quiet" data-name="today-count" role="status">${view === undefined ? nothing : words.count(mine, view.rows.length - mine)}</span>
        <span class="screen-gap"></span>
        ${view === undefined || view.open === 0 ? nothing : button({ label: words.open(view.open), plain: true, name: "today-open", onClick: () => this.#toOpen() })}
      </header>
      ${problem === undefined ? nothing : notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next })}
      ${view === undefined
        ? waiting(this.#today.slow)
        : html`<div class="card is-filling"><dk-table first name="today" .label=${words.title} .columns=${this.#columns(view)} .rows=${view.rows}
            .key=${(row: TodayRow) => row.key} .rowClass=${(row: TodayRow) => (row.mine ? "" : "is-quiet")} .onOpen=${(row: TodayRow) => this.#open(row)}
            .empty=${this.#empty(view)}></dk-table></div>
          ${view.more ? html`<p class="quiet place-more">${words.more}</p>` : nothing}`}`;
  }

  #empty(view: TodayView): TemplateResult {
    const words = todayWords();
    if (!view.any) return empty({ title: orderWords().emptyTitle, text: orderWords().emptyText });
    const action = view.open === 0 ? {} : { action: button({ label: words.open(view.open), onClick: () => this.#toOpen() }) };
    return empty({ title: words.emptyTitle, text: words.emptyText, ...action });
  }

  #columns(view: TodayView): readonly Column<TodayRow>[] {
    const words = todayWords();
    const heads = words.columns;
    const place = new Map(view.rows.slice(0, BY_DIGIT).map((row, index) => [row.key, index + 1]));
    return [
      { key: "key", label: "", width: 48, number: true, cell: (row) => (place.has(row.key) ? html`<kbd>${place.get(row.key)}</kbd>` : nothing) },
      { key: "due", label: heads.due, width: 128, number: true, cell: (row) => { const due = dueOf(row.order); return html`<span class=${due.tone}>${due.text}</span>`; } },
      { key: "what", label: heads.what, cell: (row) => html`${row.what === "issue" ? chip(whatOf(row), "green") : whatOf(row)}` },
      { key: "who", label: heads.who, width: 120, cell: (row) => (row.mine ? html`<b>${words.you}</b>` : roleNames(row.who)) },
      { key: "number", label: heads.number, width: 152, cell: (row) => row.order.number },
      { key: "customer", label: heads.customer, width: 144, cell: (row) => (row.order.customer === "" ? html`<span class="quiet">${kindWords().noCustomer}</span>` : row.order.customer) },
      { key: "product", label: heads.product, width: 208, cell: (row) => html`${row.order.product} ${kindChip(row.order.kind)}${row.order.rush ? html` ${chip(orderWords().rush, "red")}` : nothing}` },
      { key: "since", label: heads.since, width: 96, cell: (row) => (row.since === "" ? nothing : html`<span class="quiet">${shortTime(row.since)}</span>`) },
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-today": Today;
  }
}
