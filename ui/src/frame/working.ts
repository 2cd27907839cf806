// <dk-working>: stands once in the window and says that an act takes longer than a second, over dialogs, too. Hook: data-name=working.
import { type TemplateResult, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { isLong, onLong } from "../api/working";
import { LightElement } from "../kit/element";
import "../kit/progress";

@customElement("dk-working")
export class Working extends LightElement {
  #offLong: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#offLong = onLong(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#offLong?.();
  }

  protected override updated(): void {
    // In the top layer: a modal dialog would lie over it.
    const shown = this.querySelector<HTMLElement>(".working");
    if (shown !== null && typeof shown.showPopover === "function" && !shown.matches(":popover-open")) shown.showPopover();
  }

  protected override render(): TemplateResult | typeof nothing {
    return isLong() ? html`<div class="working" popover="manual" data-name="working"><dk-progress></dk-progress></div>` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-working": Working;
  }
}
