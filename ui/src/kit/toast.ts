// A quiet word at the lower edge: `say("已保存")`, with an undo when there is one: `say("已移除", { label, run })`.
// <dk-toasts> stands once in the window. Errors never go here: they stand where they can be mended.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { LightElement } from "./element";

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

const shown = new Set<(toast: Toast) => void>();
let count = 0;

export function say(text: string, action?: Toast["action"]): void {
  count += 1;
  for (const show of shown) show({ id: count, text, action });
}

@customElement("dk-toasts")
export class Toasts extends LightElement {
  @state() private toasts: readonly Toast[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    shown.add(this.#show);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    shown.delete(this.#show);
  }

  readonly #show = (toast: Toast): void => {
    this.toasts = [...this.toasts.slice(-2), toast];
    setTimeout(() => this.#drop(toast.id), toast.action === undefined ? 3000 : 8000);
  };

  #drop(id: number): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }

  protected override render(): TemplateResult {
    return html`<div class="toasts" role="status" aria-live="polite">
      ${this.toasts.map((toast) => html`<div class="toast">${toast.text}${toast.action === undefined
        ? nothing
        : html`<button type="button" class="button is-plain" @click=${() => { toast.action?.run(); this.#drop(toast.id); }}>${toast.action.label}</button>`}</div>`)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-toasts": Toasts;
  }
}
