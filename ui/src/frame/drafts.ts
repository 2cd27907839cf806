// <dk-drafts>: the strip of parked drafts under every screen; opens or, after asking once, discards one.
import { type TemplateResult, html } from "lit";
import { customElement } from "lit/decorators.js";
import { call } from "../api/call";
import type { DraftRow } from "../api/commands";
import { Loading } from "../api/loading";
import { forgetForm } from "../features/orders/form_memory";
import { ask } from "../kit/ask";
import { draftStrip } from "../kit/draft_strip";
import { LightElement } from "../kit/element";
import { KeyBindings } from "../kit/keys";
import { go, onRoute, route } from "../kit/route";
import { frameWords } from "../words/frame";
import { shortTime } from "../words/times";

@customElement("dk-drafts")
export class Drafts extends LightElement {
  readonly #drafts = new Loading(this, { topics: () => ["drafts"], load: () => call("drafts_list") });
  readonly #keys = new KeyBindings(this, { parked: () => this.#next() });
  #offRoute: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#offRoute = onRoute(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#offRoute?.();
  }

  #current(rows: readonly DraftRow[]): string | undefined {
    const [screen, kind, id] = route();
    if (screen !== "orders") return undefined;
    return kind === "draft" ? id : rows.find((row) => row.orderId !== null && String(row.orderId) === kind)?.key;
  }

  #open(row: DraftRow): void {
    if (row.orderId !== null) go("orders", row.orderId);
    else go("orders", "draft", row.key);
  }

  /** From one call to the other and back. */
  #next(): void {
    const rows = this.#drafts.value ?? [];
    const at = rows.findIndex((row) => row.key === this.#current(rows));
    const next = rows[(at + 1) % Math.max(1, rows.length)];
    if (next !== undefined) this.#open(next);
  }

  protected override render(): TemplateResult {
    void this.#keys;
    const words = frameWords();
    const rows = this.#drafts.value ?? [];
    const current = this.#current(rows);
    const title = (row: { title: string }): string => (row.title === "" ? words.untitledDraft : row.title);
    return html`${draftStrip({
      drafts: rows.map((row) => ({ key: row.key, title: title(row), detail: row.orderId === null ? shortTime(row.savedAt) : words.editedOrder })),
      current,
      open: (key) => {
        const row = rows.find((each) => each.key === key);
        if (row !== undefined) this.#open(row);
      },
      drop: (key) => {
        const row = rows.find((each) => each.key === key);
        if (row !== undefined) void this.#drop(key, title(row), key === current);
      },
    })}`;
  }

  async #drop(key: string, title: string, isOpen: boolean): Promise<void> {
    const words = frameWords();
    if (!(await ask({ title: words.dropDraftTitle, text: words.dropDraftText(title), confirm: words.dropDraft, danger: true }))) return;
    if (isOpen) go("orders");
    await call("drop_draft", { key });
    forgetForm(key);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-drafts": Drafts;
  }
}
