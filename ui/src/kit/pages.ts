// <dk-pages .paper=${sha256} .pages=${n} .picture=${(page, dpi) => call("page_picture", {…})}></dk-pages>
// Pages as pictures from the core. PgUp/PgDn turn, + and − zoom, 0 shows the whole page, W fits the width.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { kitWords } from "../words/kit";
import { composes } from "./composing";
import { LightElement } from "./element";

/** Zoom steps in dots per inch of the picture; 96 is the paper's own size on screen. */
const ZOOMS = [48, 72, 96, 120, 150, 200, 300] as const;
type Zoom = "whole" | "width" | number;

@customElement("dk-pages")
export class Pages extends LightElement {
  /** What is shown; another one begins at its first page. */
  @property() paper = "";
  @property({ type: Number }) pages = 0;
  @property({ attribute: false }) picture: ((page: number, dpi: number) => Promise<ArrayBuffer | Uint8Array>) | undefined;
  /** A received file is not colour-accurate on screen, and says so; our own papers are black on white. */
  @property({ type: Boolean }) received = false;
  @state() private page = 1;
  @state() private zoom: Zoom = "width";
  @state() private shown: { url: string; width: number } | undefined;
  @state() private broken = false;
  #round = 0;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("paper")) this.page = 1;
  }

  protected override updated(changed: PropertyValues): void {
    if (["paper", "pages", "page", "zoom", "picture"].some((name) => changed.has(name) && (name !== "picture" || changed.get(name) === undefined))) void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#round += 1;
    if (this.shown !== undefined) URL.revokeObjectURL(this.shown.url);
    this.shown = undefined;
  }

  async #load(): Promise<void> {
    if (this.picture === undefined || this.pages < 1 || this.paper === "") return;
    this.#round += 1;
    const round = this.#round;
    const dpi = typeof this.zoom === "number" ? this.zoom : 150;
    try {
      const bytes = await this.picture(this.page, dpi);
      if (round !== this.#round) return;
      const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: "image/png" }));
      if (this.shown !== undefined) URL.revokeObjectURL(this.shown.url);
      this.broken = false;
      this.shown = { url, width: dpi };
    } catch {
      if (round === this.#round) this.broken = true;
    }
  }

  #turn(step: number): void {
    this.page = Math.max(1, Math.min(this.pages, this.page + step));
  }

  #zoomBy(step: number): void {
    const now = typeof this.zoom === "number" ? ZOOMS.findIndex((dpi) => dpi === this.zoom) : 2;
    this.zoom = ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, now + step))] ?? 96;
  }

  override focus(options?: FocusOptions): void {
    this.querySelector<HTMLElement>(".pages-view")?.focus(options);
  }

  /** The keys of the pages; whoever stands around them may pass them on. */
  readonly key = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || composes(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const keys: Record<string, () => void> = {
      PageDown: () => this.#turn(1), PageUp: () => this.#turn(-1),
      "+": () => this.#zoomBy(1), "=": () => this.#zoomBy(1), "-": () => this.#zoomBy(-1),
      "0": () => { this.zoom = "whole"; }, w: () => { this.zoom = "width"; },
    };
    const run = keys[event.key];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };

  protected override render(): TemplateResult {
    const words = kitWords().pages;
    const fit = typeof this.zoom === "number" ? "is-zoomed" : `is-${this.zoom}`;
    return html`<section class="pages" aria-label=${words.label} @keydown=${this.key}>
      <div class="pages-bar">
        ${tool(words.previous, "‹", () => this.#turn(-1), this.page <= 1)}
        <span class="pages-count" aria-live="polite">${words.page(this.page, Math.max(1, this.pages))}</span>
        ${tool(words.next, "›", () => this.#turn(1), this.page >= this.pages)}
        <span class="pages-gap"></span>
        ${tool(words.smaller, "−", () => this.#zoomBy(-1))}${tool(words.larger, "+", () => this.#zoomBy(1))}
        <button type="button" class="button is-plain" aria-pressed=${this.zoom === "whole" ? "true" : "false"} @click=${() => { this.zoom = "whole"; }}>${words.whole}</button>
        <button type="button" class="button is-plain" aria-pressed=${this.zoom === "width" ? "true" : "false"} @click=${() => { this.zoom = "width"; }}>${words.width}</button>
        <span class="quiet pages-keys">${words.keys}</span>
      </div>
      <div class="pages-view ${fit}" tabindex="0">
        ${this.broken ? html`<p class="quiet">${words.broken} <button type="button" class="link" data-name="try-again" @click=${() => void this.#load()}>${words.again}</button></p>` : nothing}
        ${this.shown === undefined || this.broken ? nothing : html`<img src=${this.shown.url} alt=${words.page(this.page, this.pages)} />`}
      </div>
      ${this.received ? html`<p class="quiet pages-colour">${words.notColourAccurate}</p>` : nothing}
    </section>`;
  }
}

/** At its end it does nothing, and keeps the focus. */
const tool = (label: string, sign: string, run: () => void, ended = false): TemplateResult =>
  html`<button type="button" class="button is-plain" aria-label=${label} title=${label} aria-disabled=${ended ? "true" : nothing} @click=${run}>${sign}</button>`;

declare global {
  interface HTMLElementTagNameMap {
    "dk-pages": Pages;
  }
}
