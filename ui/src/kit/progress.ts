// <dk-progress .label=${…} .share=${0…1 | undefined} .onCancel=${…}>: nothing for 300 ms, then a word and a bar;
// the way out appears after a second. `share` undefined: it is not known how far.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { kitWords } from "../words/kit";
import { LightElement } from "./element";
import { button } from "./pieces";

@customElement("dk-progress")
export class Progress extends LightElement {
  @property() label = "";
  @property({ type: Number }) share: number | undefined;
  @property({ attribute: false }) onCancel: (() => void) | undefined;
  @state() private stage: "quiet" | "shown" | "cancellable" = "quiet";
  #timers: ReturnType<typeof setTimeout>[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.stage = "quiet";
    this.#timers = [setTimeout(() => { this.stage = "shown"; }, 300), setTimeout(() => { this.stage = "cancellable"; }, 1000)];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#timers.forEach(clearTimeout);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.stage === "quiet") return nothing;
    return html`<div class="progress" role="status">
      <span>${this.label === "" ? kitWords().working : this.label}</span>
      ${this.share === undefined ? html`<progress aria-label=${this.label}></progress>` : html`<progress max="1" .value=${this.share} aria-label=${this.label}></progress>`}
      ${this.stage === "cancellable" && this.onCancel !== undefined ? button({ label: kitWords().cancel, onClick: this.onCancel }) : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-progress": Progress;
  }
}
