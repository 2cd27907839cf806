// <dk-mark-sheet>: one page of a received file with its marks, to be drawn on by hand and by keys. Zooms and pans; every
// finished gesture is told as the event `marked` ({ marked, chosen }), a page that was asked for as `turned`.
// Hooks: .mark-view (takes the keys), data-name=marks-larger, marks-smaller, marks-whole, marks-previous, marks-next.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Finish, Outline, ShownPages } from "../../api/commands";
import { composes } from "../../kit/composing";
import { LightElement } from "../../kit/element";
import { place } from "../../kit/place";
import { kitWords } from "../../words/kit";
import { positionWords } from "../../words/positions";
import { drawing } from "./drawing";
import type { Marked } from "./marking";
import { type Corner, type Handle, LEAST, between, frameOf, keptOn, moved, pointOn, pulled } from "./shapes";

export type Tool = "choose" | "rectangle" | "outline";
export interface Gesture {
  readonly marked: readonly Marked[];
  readonly chosen: string;
}

/** Dots per inch a page is drawn at; the next finer than the screen asks. */
const FINENESS = [72, 100, 150, 200, 300] as const;
const [LEAST_SCALE, MOST_SCALE] = [0.5, 40];

type Hold =
  | { readonly kind: "pan"; readonly from: Corner; readonly scroll: Corner }
  | { readonly kind: "draw"; readonly from: Corner }
  | { readonly kind: "move" | "pull"; readonly from: Corner; readonly one: Marked; readonly handle: Handle };

@customElement("dk-mark-sheet")
export class MarkSheet extends LightElement {
  @property() sha256 = "";
  @property({ type: Number }) page = 1;
  @property({ type: Number }) pages = 1;
  @property({ attribute: false }) size: ShownPages | undefined;
  @property({ attribute: false }) marked: readonly Marked[] = [];
  @property() chosen = "";
  @property() tool: Tool = "choose";
  @property({ attribute: false }) finishOf: (step: string) => Finish = () => "other";
  /** Makes a new position of an outline; none where no process is chosen. */
  @property({ attribute: false }) made: ((outline: Outline) => Marked) | undefined;
  @property({ attribute: false }) picture: ((page: number, dpi: number) => Promise<ArrayBuffer | Uint8Array>) | undefined;
  /** Screen pixels to a millimetre; 0 shows the whole page. */
  @state() private scale = 0;
  @state() private shown: { readonly url: string; readonly of: string } | undefined;
  @state() private broken = false;
  @state() private begun: readonly Corner[] = [];
  @state() private pointer: Corner | undefined;
  @state() private preview: Marked | undefined;
  @state() private drawn: Outline | undefined;
  @state() private room: Corner = [600, 480];
  #hold: Hold | undefined;
  #round = 0;
  #watch: ResizeObserver | undefined;

  get #view(): HTMLElement | null {
    return this.querySelector(".mark-view");
  }

  get #scale(): number {
    const size = this.size;
    if (this.scale > 0 || size === undefined) return this.scale || 1;
    return Math.max(0.1, Math.min((this.room[0] - 32) / size.width, (this.room[1] - 32) / size.height));
  }

  protected override firstUpdated(): void {
    const view = this.#view;
    if (view === null || typeof ResizeObserver === "undefined") return;
    this.#watch = new ResizeObserver(() => { this.room = [view.clientWidth, view.clientHeight]; });
    this.#watch.observe(view);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#round += 1;
    this.#watch?.disconnect();
    if (this.shown !== undefined) URL.revokeObjectURL(this.shown.url);
    this.shown = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("page") || changed.has("sha256") || changed.has("tool")) this.cancel();
  }

  protected override updated(): void {
    void this.#draw();
  }

  /** What is begun is dropped; answers whether anything was. */
  cancel(): boolean {
    const was = this.begun.length > 0 || this.drawn !== undefined;
    this.begun = [];
    this.drawn = undefined;
    this.preview = undefined;
    this.#hold = undefined;
    return was;
  }

  async #draw(): Promise<void> {
    const wanted = this.#scale * 25.4 * (globalThis.devicePixelRatio || 1);
    const dpi = FINENESS.find((dots) => dots >= wanted) ?? 300;
    const of = `${this.sha256} ${this.page} ${dpi}`;
    if (this.picture === undefined || this.sha256 === "" || this.shown?.of === of || this.#asking === of) return;
    this.#asking = of;
    this.#round += 1;
    const round = this.#round;
    try {
      const bytes = await this.picture(this.page, dpi);
      if (round !== this.#round) return;
      const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: "image/png" }));
      if (this.shown !== undefined) URL.revokeObjectURL(this.shown.url);
      this.broken = false;
      this.shown = { url, of };
    } catch {
      if (round === this.#round) this.broken = true;
    }
  }

  #asking = "";

  #again(): void {
    this.#asking = "";
    void this.#draw();
  }

  #tell(marked: readonly Marked[], chosen: string): void {
    this.dispatchEvent(new CustomEvent<Gesture>("marked", { detail: { marked, chosen }, bubbles: true }));
  }

  #turn(step: number): void {
    const page = Math.max(1, Math.min(this.pages, this.page + step));
    if (page !== this.page) this.dispatchEvent(new CustomEvent<number>("turned", { detail: page, bubbles: true }));
  }

  /** Larger or smaller; the point under the mouse stays where it is. */
  #zoom(factor: number, at?: PointerEvent | WheelEvent): void {
    const view = this.#view;
    const sheet = this.querySelector<HTMLElement>(".mark-sheet");
    if (view === null || sheet === null) return;
    const before = this.#scale;
    const scale = Math.max(LEAST_SCALE, Math.min(MOST_SCALE, before * factor));
    const frame = view.getBoundingClientRect();
    const [x, y] = at === undefined ? [view.clientWidth / 2, view.clientHeight / 2] : [at.clientX - frame.left, at.clientY - frame.top];
    const box = sheet.getBoundingClientRect();
    const [across, down] = [(x - (box.left - frame.left)) / before, (y - (box.top - frame.top)) / before];
    this.scale = scale;
    void this.updateComplete.then(() => {
      const now = sheet.getBoundingClientRect();
      view.scrollBy({ left: now.left - frame.left + across * scale - x, top: now.top - frame.top + down * scale - y });
    });
  }

  #point(event: PointerEvent | MouseEvent): Corner | undefined {
    const box = this.querySelector(".mark-sheet")?.getBoundingClientRect();
    if (box === undefined || this.size === undefined || box.width === 0) return undefined;
    return pointOn(this.size, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }

  readonly #down = (event: PointerEvent): void => {
    const view = this.#view;
    const at = this.#point(event);
    if (view === null || at === undefined || event.button > 1) return;
    view.focus({ preventScroll: true });
    const target = event.target as Element;
    const take = (hold: Hold): void => {
      this.#hold = hold;
      view.setPointerCapture(event.pointerId);
      event.preventDefault();
    };
    const pan = (): void => take({ kind: "pan", from: [event.clientX, event.clientY], scroll: [view.scrollLeft, view.scrollTop] });
    if (event.button === 1) return pan();
    if (this.tool === "rectangle" && this.made !== undefined) return take({ kind: "draw", from: at });
    if (this.tool === "outline" && this.made !== undefined) return this.#corner(at);
    const pulledBy = target.closest<SVGElement>("[data-handle]")?.dataset["handle"];
    const chosen = this.marked.find((one) => one.key === this.chosen);
    if (pulledBy !== undefined && chosen !== undefined) {
      const [x, y] = pulledBy.split(",").map(Number);
      return take({ kind: "pull", from: at, one: chosen, handle: { x: x as Handle["x"], y: y as Handle["y"] } });
    }
    const key = target.closest<SVGElement>("[data-shape]")?.dataset["shape"];
    const one = this.marked.find((each) => each.key === key);
    if (one === undefined) {
      if (this.chosen !== "") this.#tell(this.marked, "");
      return pan();
    }
    if (one.key !== this.chosen) this.#tell(this.marked, one.key);
    take({ kind: "move", from: at, one, handle: { x: 0, y: 0 } });
  };

  readonly #moves = (event: PointerEvent): void => {
    const at = this.#point(event);
    const hold = this.#hold;
    if (at === undefined || this.size === undefined) return;
    if (hold === undefined) {
      if (this.begun.length > 0) this.pointer = at;
      return;
    }
    if (hold.kind === "pan") {
      this.#view?.scrollTo({ left: hold.scroll[0] - (event.clientX - hold.from[0]), top: hold.scroll[1] - (event.clientY - hold.from[1]) });
      return;
    }
    if (hold.kind === "draw") {
      this.drawn = between(hold.from, at);
      return;
    }
    const [right, down] = [at[0] - hold.from[0], at[1] - hold.from[1]];
    const outline = hold.kind === "move" ? keptOn(moved(hold.one.outline, right, down), this.size) : pulled(hold.one.outline, hold.handle, right, down);
    this.preview = { ...hold.one, outline, stale: false };
  };

  readonly #up = (): void => {
    const hold = this.#hold;
    this.#hold = undefined;
    const { drawn, preview } = this;
    this.drawn = undefined;
    this.preview = undefined;
    if (hold?.kind === "draw" && drawn !== undefined) this.#add(drawn);
    if (preview === undefined || hold === undefined || hold.kind === "pan" || hold.kind === "draw") return;
    if (JSON.stringify(preview.outline) !== JSON.stringify(hold.one.outline)) this.#change(preview);
  };

  #add(outline: Outline): void {
    const { width, height } = frameOf(outline);
    if (this.made === undefined || width < LEAST || height < LEAST) return;
    const one = this.made(outline);
    this.#tell([...this.marked, one], one.key);
  }

  #change(one: Marked): void {
    this.#tell(this.marked.map((each) => (each.key === one.key ? one : each)), one.key);
  }

  /** A further corner; the first one again, or the same twice, closes the outline. */
  #corner(at: Corner): void {
    const near = (corner: Corner | undefined): boolean => corner !== undefined && Math.hypot(corner[0] - at[0], corner[1] - at[1]) * this.#scale < 70;
    if (this.begun.length >= 3 && (near(this.begun[0]) || near(this.begun.at(-1)))) return this.#close();
    if (near(this.begun.at(-1))) return;
    this.begun = [...this.begun, at];
    this.pointer = at;
  }

  #close(): void {
    const corners = this.begun.map(([x, y]) => [x, y] as [number, number]);
    this.begun = [];
    if (corners.length >= 3) this.#add({ shape: "polygon", corners });
  }

  readonly #wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.#zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, event);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || composes(event) || event.altKey) return;
    const one = this.marked.find((each) => each.key === this.chosen);
    const command = event.ctrlKey || event.metaKey;
    const arrow = ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as Record<string, readonly [number, number]>)[event.key];
    const by = event.shiftKey ? 1 : 10;
    const act = (run: () => void): void => { event.preventDefault(); event.stopPropagation(); run(); };
    if (arrow !== undefined && one !== undefined && this.size !== undefined) {
      const [right, down] = [arrow[0] * by, arrow[1] * by];
      const outline = command ? pulled(one.outline, { x: arrow[0] === 0 ? 0 : 1, y: arrow[1] === 0 ? 0 : 1 }, right, down) : keptOn(moved(one.outline, right, down), this.size);
      return act(() => this.#change({ ...one, outline, stale: false }));
    }
    if (command) return;
    const keys: Record<string, () => void> = {
      PageDown: () => this.#turn(1), PageUp: () => this.#turn(-1),
      "+": () => this.#zoom(1.25), "=": () => this.#zoom(1.25), "-": () => this.#zoom(0.8), "0": () => { this.scale = 0; },
    };
    const run = keys[event.key];
    if (run !== undefined) return act(run);
    if ((event.key === "Delete" || event.key === "Backspace") && this.begun.length > 0) return act(() => { this.begun = this.begun.slice(0, -1); });
    if ((event.key === "Delete" || event.key === "Backspace") && one !== undefined) return act(() => this.#tell(this.marked.filter((each) => each !== one), ""));
    if (event.key === "Enter" && this.begun.length > 0) act(() => this.#close());
  };

  protected override render(): TemplateResult | typeof nothing {
    const { size } = this;
    if (size === undefined) return nothing;
    const words = kitWords().pages;
    const own = positionWords();
    const scale = this.#scale;
    const tool = (name: string, label: string, sign: string, run: () => void, disabled = false): TemplateResult => html`<button type="button" class="button is-plain" data-name=${name} aria-label=${label} title=${label} ?disabled=${disabled} @click=${run}>${sign}</button>`;
    const marked = this.marked.filter((one) => one.page === this.page).map((one) => (one.key === this.preview?.key ? this.preview : one));
    return html`<div class="mark-bar">
        ${tool("marks-previous", words.previous, "‹", () => this.#turn(-1), this.page <= 1)}<span class="pages-count" aria-live="polite">${words.page(this.page, this.pages)}</span>${tool("marks-next", words.next, "›", () => this.#turn(1), this.page >= this.pages)}
        <span class="pages-gap"></span>${tool("marks-smaller", words.smaller, "−", () => this.#zoom(0.8))}<span class="mark-scale">${Math.round((scale * 25.4) / 0.96)}%</span>${tool("marks-larger", words.larger, "+", () => this.#zoom(1.25))}
        <button type="button" class="button is-plain" data-name="marks-whole" aria-pressed=${this.scale === 0 ? "true" : "false"} @click=${() => { this.scale = 0; }}>${words.whole}</button>
      </div>
      <div class="mark-view is-${this.tool}" tabindex="0" role="application" aria-label=${own.sheet(this.page, this.pages)} @keydown=${this.#key} @pointerdown=${this.#down} @pointermove=${this.#moves} @pointerup=${this.#up} @pointercancel=${() => this.cancel()} @wheel=${this.#wheel}>
        <div class="mark-sheet" ${place({ width: `${size.width * scale}px`, height: `${size.height * scale}px` })}>
          ${this.broken ? html`<p class="quiet">${words.broken} <button type="button" class="link" @click=${() => this.#again()}>${words.again}</button></p>` : nothing}
          ${this.shown === undefined || !this.shown.of.startsWith(`${this.sha256} ${this.page} `) ? nothing : html`<img src=${this.shown.url} alt="" draggable="false" />`}
          ${drawing({ page: size, marked, chosen: this.chosen, finishOf: this.finishOf, begun: this.begun.length > 0 && this.pointer !== undefined ? [...this.begun, this.pointer] : this.begun, drawn: this.drawn, scale: scale / 10 })}
        </div>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-mark-sheet": MarkSheet;
  }
}
