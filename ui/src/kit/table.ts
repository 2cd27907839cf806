// <dk-table name="orders" .columns=${columns} .rows=${rows} .key=${(row) => row.id} .onOpen=${open} .empty=${empty({…})}></dk-table>
// A native table by keyboard: one tab stop, arrows, Home/End, PgUp/PgDn, Enter opens. Column widths are remembered
// under `name`. Over 120 rows only what is seen is drawn; a row that was not read yet is a hole in `rows` and drawn empty,
// and `@ranged` tells which rows came into sight. Rows are 34 px; a cell that wraps belongs in a card, not here.
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

/** Where each list was left, by its name: coming back one stands on the same row, and Enter opens the same one. */
const left = new Map<string, { readonly key: string | number; readonly index: number }>();

/** Back in the list `name` one stands on the row of `key`, however one came to what it opens (a search, a link). */
export function standOn(name: string, key: string | number): void {
  if (left.get(name)?.key !== key) left.set(name, { key, index: 0 });
}

const ROW = 34;
const DRAWN_WHOLE = 120;
const NARROWEST = 48;

/** `event.detail` of `ranged`: first and last row in sight. */
export type RangedEvent = CustomEvent<readonly [number, number]>;

@customElement("dk-table")
export class Table<R = unknown> extends LightElement {
  /** Under which the widths are remembered; empty: not remembered. */
  @property() name = "";
  @property() label = "";
  @property({ attribute: false }) columns: readonly Column<R>[] = [];
  @property({ attribute: false }) rows: readonly (R | undefined)[] = [];
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
  #ranged = "";
  #held = false;
  /** The row one left from, until it is found among rows that came or went above it, or somebody moves on. */
  #sought: string | number | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("name")) this.widths = columnWidths(this.name);
    if (changed.has("rows")) {
      this.#comeBack();
      this.active = Math.max(0, Math.min(this.active, this.rows.length - 1));
    }
    this.#held = document.activeElement instanceof HTMLTableRowElement && this.contains(document.activeElement);
  }

  /** Stands on the row one left from: at its old place first, and where it is now once that is read. */
  #comeBack(): void {
    const was = left.get(this.name);
    if (!this.#greeted && was !== undefined && this.rows.length > 0) {
      this.active = was.index;
      this.#sought = was.key;
    }
    if (this.#sought === undefined) return;
    const now = this.rows.findIndex((row) => row !== undefined && this.key(row) === this.#sought);
    if (now === -1) return;
    this.active = now;
    this.#sought = undefined;
  }

  #open(row: R, index: number): void {
    if (this.name !== "") left.set(this.name, { key: this.key(row), index });
    this.onOpen?.(row);
  }

  /** Another list under the same name: from its top. */
  restart(): void {
    left.delete(this.name);
    this.#sought = undefined;
    this.active = 0;
    this.querySelector(".table-scroll")?.scrollTo({ top: 0 });
  }

  /** The row the arrow keys stand on. */
  get current(): R | undefined {
    return this.rows[this.active];
  }

  protected override updated(changed: PropertyValues): void {
    this.#tell();
    // A row that was read in the place of a hole is another row of the page: the focus goes on to it.
    if (this.#held && document.activeElement === document.body) this.#rowAt(this.active)?.focus({ preventScroll: true });
    if (!changed.has("rows")) return;
    this.#measure();
    if (!this.#greeted && this.rows.length > 0) {
      this.#greeted = true;
      void this.#greet();
    }
  }

  /** In sight is the row one stands on; where nothing else has the focus, it takes it. */
  async #greet(): Promise<void> {
    const takes = this.first && document.activeElement === document.body;
    if (this.active > 0) await this.#bring(this.active);
    if (takes && document.activeElement === document.body) this.focus();
  }

  #measure(): void {
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

  /** Which rows are drawn. */
  #range(): readonly [number, number] {
    const items = this.#virtual?.getVirtualItems();
    if (items === undefined) return [0, Math.min(this.rows.length, this.rows.length > DRAWN_WHOLE ? 40 : DRAWN_WHOLE) - 1];
    return [items[0]?.index ?? 0, items.at(-1)?.index ?? Math.min(this.rows.length, 40) - 1];
  }

  #tell(): void {
    const range = this.#range();
    if (this.rows.length === 0 || this.#ranged === `${range}/${this.rows.length}`) return;
    this.#ranged = `${range}/${this.rows.length}`;
    this.dispatchEvent(new CustomEvent<readonly [number, number]>("ranged", { detail: range }));
  }

  #keyOf(row: R | undefined, index: number): string | number {
    return row === undefined ? `hole ${index}` : this.key(row);
  }

  protected override render(): TemplateResult {
    if (this.rows.length === 0 && this.empty !== nothing) return html`${this.empty}`;
    const [first, last] = this.#range();
    const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => ({ row: this.rows[first + offset], index: first + offset }));
    return html`<div class="table-scroll" tabindex="-1" @keydown=${this.#rowKey}>
      <table class="table" aria-label=${this.label || nothing} aria-rowcount=${this.rows.length}>
        <colgroup>${this.columns.map((column) => html`<col ${place(this.#width(column))} />`)}</colgroup>
        <thead><tr>${this.columns.map((column) => html`<th scope="col" class=${column.number === true ? "is-number" : ""}>
          <span>${column.label}</span>
          <span class="grip" role="separator" aria-orientation="vertical" tabindex="-1" aria-label=${kitWords().resizeColumn(column.label)}
            @pointerdown=${(event: PointerEvent) => this.#drag(event, column)} @keydown=${(event: KeyboardEvent) => this.#gripKey(event, column)}></span>
        </th>`)}</tr></thead>
        <tbody>
          ${this.#gap(first * ROW)}
          ${repeat(drawn, ({ row, index }) => this.#keyOf(row, index), ({ row, index }) => html`<tr
            data-index=${index}
            aria-rowindex=${index + 1}
            class=${`${row === undefined ? "" : this.rowClass(row)}${this.onOpen === undefined ? "" : " can-open"}`}
            tabindex=${index === this.active ? "0" : "-1"}
            @focus=${() => { this.active = index; }}
            @click=${() => { if (row !== undefined) this.#open(row, index); }}
          >${this.columns.map((column) => html`<td class=${column.number === true ? "is-number" : ""}>${row === undefined ? nothing : column.cell(row)}</td>`)}</tr>`)}
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
    if (!(event.target instanceof HTMLTableRowElement) && event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((this.querySelector(".table-scroll")?.clientHeight ?? 340) / ROW) - 1);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -this.rows.length, End: this.rows.length };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.#sought = undefined;
      if (event.key === "ArrowUp" && this.active === 0) this.querySelector<HTMLElement>(".grip")?.focus();
      else void this.#go(Math.max(0, Math.min(this.rows.length - 1, this.active + step)));
      return;
    }
    const row = this.rows[this.active];
    if (submits(event) && !event.ctrlKey && !event.metaKey && row !== undefined && this.onOpen !== undefined) {
      event.preventDefault();
      this.#open(row, this.active);
    }
  };

  async #go(index: number): Promise<void> {
    this.active = index;
    // A row far away is drawn a frame later: until then the list itself hears the keys.
    if (this.#rowAt(index) === null) this.querySelector<HTMLElement>(".table-scroll")?.focus({ preventScroll: true });
    await this.#bring(index);
    // Another key may have gone on meanwhile.
    if (this.active === index) this.#rowAt(index)?.focus();
  }

  /** Into sight, so that it is drawn. */
  async #bring(index: number): Promise<void> {
    if (this.#virtual === undefined) this.#rowAt(index)?.scrollIntoView({ block: "nearest" });
    else this.#virtual.scrollToIndex(index);
    await this.updateComplete;
    if (this.#rowAt(index) === null) await new Promise(requestAnimationFrame);
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
