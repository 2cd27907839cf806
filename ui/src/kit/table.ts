// <dk-table name="orders" .columns=${columns} .rows=${rows} .key=${(row) => row.id} .onOpen=${open} .empty=${empty({…})}></dk-table>
// A native table by keyboard: one tab stop, arrows, Home/End, PgUp/PgDn, Enter opens. Column widths are remembered
// under `name`. Over 120 rows only what is seen is drawn. Rows are 34 px; a cell that wraps belongs in a card, not here.
import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from "@tanstack/virtual-core";
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { kitWords } from "../words/kit";
import { columnWidths, rememberWidths } from "./column_widths";
import { submits } from "./composing";
import { LightElement } from "./element";
import { place } from "./place";

export interface Column<R> {
  readonly key: string;
  readonly label: string;
  /** Width in px at first; a column without one takes what is left. */
  readonly width?: number;
  readonly number?: boolean;
  readonly cell: (row: R) => unknown;
}

const ROW = 34;
const DRAWN_WHOLE = 120;
const NARROWEST = 48;

@customElement("dk-table")
export class Table<R = unknown> extends LightElement {
  /** Under which the widths are remembered; empty: not remembered. */
  @property() name = "";
  @property() label = "";
  @property({ attribute: false }) columns: readonly Column<R>[] = [];
  @property({ attribute: false }) rows: readonly R[] = [];
  @property({ attribute: false }) key: (row: R) => string | number = (row) => this.rows.indexOf(row);
  @property({ attribute: false }) onOpen: ((row: R) => void) | undefined;
  @property({ attribute: false }) rowClass: (row: R) => string = () => "";
  @property({ attribute: false }) empty: unknown = nothing;
  /** The rows take the focus when they first appear and nothing else has it. */
  @property({ type: Boolean }) first = false;
  @state() private active = 0;
  @state() private widths: Record<string, number> = {};
  #virtual: Virtualizer<HTMLElement, HTMLElement> | undefined;
  #unmount: (() => void) | undefined;
  #greeted = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("name")) this.widths = columnWidths(this.name);
    if (changed.has("rows")) this.active = Math.max(0, Math.min(this.active, this.rows.length - 1));
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("rows")) return;
    if (this.first && !this.#greeted && this.rows.length > 0) {
      this.#greeted = true;
      if (document.activeElement === document.body) this.focus();
    }
    const scroller = this.querySelector<HTMLElement>(".table-scroll");
    if (this.rows.length <= DRAWN_WHOLE || scroller === null) {
      this.#unmount?.();
      this.#virtual = undefined;
      return;
    }
    const options = {
      count: this.rows.length,
      getScrollElement: () => scroller,
      estimateSize: () => ROW,
      overscan: 12,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => this.requestUpdate(),
    };
    if (this.#virtual === undefined) {
      this.#virtual = new Virtualizer(options);
      this.#unmount = this.#virtual._didMount();
    } else this.#virtual.setOptions(options);
    this.#virtual._willUpdate();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unmount?.();
    this.#virtual = undefined;
  }

  /** Puts the focus on the rows. */
  override focus(): void {
    this.#rowAt(this.active)?.focus();
  }

  #rowAt(index: number): HTMLElement | null {
    return this.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
  }

  protected override render(): TemplateResult {
    if (this.rows.length === 0 && this.empty !== nothing) return html`${this.empty}`;
    const items = this.#virtual?.getVirtualItems();
    const first = items?.[0]?.index ?? 0;
    const last = items === undefined ? this.rows.length - 1 : (items.at(-1)?.index ?? Math.min(this.rows.length, 40) - 1);
    const drawn = this.rows.slice(first, last + 1).map((row, offset) => ({ row, index: first + offset }));
    return html`<div class="table-scroll">
      <table class="table" aria-label=${this.label || nothing} aria-rowcount=${this.rows.length}>
        <colgroup>${this.columns.map((column) => html`<col ${place(this.#width(column))} />`)}</colgroup>
        <thead><tr>${this.columns.map((column) => html`<th scope="col" class=${column.number === true ? "is-number" : ""}>
          <span>${column.label}</span>
          <span class="grip" role="separator" aria-orientation="vertical" tabindex="-1" aria-label=${kitWords().resizeColumn(column.label)}
            @pointerdown=${(event: PointerEvent) => this.#drag(event, column)} @keydown=${(event: KeyboardEvent) => this.#gripKey(event, column)}></span>
        </th>`)}</tr></thead>
        <tbody @keydown=${this.#rowKey}>
          ${this.#gap(first * ROW)}
          ${repeat(drawn, ({ row }) => this.key(row), ({ row, index }) => html`<tr
            data-index=${index}
            aria-rowindex=${index + 1}
            class=${`${this.rowClass(row)}${this.onOpen === undefined ? "" : " can-open"}`}
            tabindex=${index === this.active ? "0" : "-1"}
            @focus=${() => { this.active = index; }}
            @click=${() => this.onOpen?.(row)}
          >${this.columns.map((column) => html`<td class=${column.number === true ? "is-number" : ""}>${column.cell(row)}</td>`)}</tr>`)}
          ${this.#gap((this.rows.length - 1 - last) * ROW)}
        </tbody>
      </table>
    </div>`;
  }

  #gap(height: number): TemplateResult | typeof nothing {
    return height <= 0 ? nothing : html`<tr class="table-gap" aria-hidden="true"><td colspan=${this.columns.length} ${place({ height: `${height}px` })}></td></tr>`;
  }

  #width(column: Column<R>): { width: string } {
    const width = this.widths[column.key] ?? column.width;
    return { width: width === undefined ? "auto" : `${width}px` };
  }

  readonly #rowKey = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const page = Math.max(1, Math.floor((this.querySelector(".table-scroll")?.clientHeight ?? 340) / ROW) - 1);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -this.rows.length, End: this.rows.length };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (event.key === "ArrowUp" && this.active === 0) this.querySelector<HTMLElement>(".grip")?.focus();
      else void this.#go(Math.max(0, Math.min(this.rows.length - 1, this.active + step)));
      return;
    }
    const row = this.rows[this.active];
    if (submits(event) && !event.ctrlKey && !event.metaKey && row !== undefined && this.onOpen !== undefined) {
      event.preventDefault();
      this.onOpen(row);
    }
  };

  async #go(index: number): Promise<void> {
    this.active = index;
    this.#virtual?.scrollToIndex(index);
    await this.updateComplete;
    if (this.#rowAt(index) === null) await new Promise(requestAnimationFrame);
    this.#rowAt(index)?.focus();
  }

  #resize(column: Column<R>, width: number): void {
    this.widths = { ...this.widths, [column.key]: Math.max(NARROWEST, Math.round(width)) };
    rememberWidths(this.name, this.widths);
  }

  #gripKey(event: KeyboardEvent, column: Column<R>): void {
    const grip = event.currentTarget as HTMLElement;
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (event.key === "ArrowDown") this.focus();
    else if (step !== 0 && event.shiftKey) this.#resize(column, (grip.parentElement?.offsetWidth ?? 0) + step * 8);
    else if (step !== 0) {
      const grips = [...this.querySelectorAll<HTMLElement>(".grip")];
      grips[grips.indexOf(grip) + step]?.focus();
    } else return;
    event.preventDefault();
  }

  #drag(event: PointerEvent, column: Column<R>): void {
    const grip = event.currentTarget as HTMLElement;
    const from = event.clientX;
    const width = grip.parentElement?.offsetWidth ?? 0;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent): void => this.#resize(column, width + moved.clientX - from);
    grip.addEventListener("pointermove", move);
    grip.addEventListener("pointerup", () => grip.removeEventListener("pointermove", move), { once: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-table": Table;
  }
}
