// <dk-older-copies .orderId .copies>: after a print, the older copies of the same 联 that are still in use; one key enters that exactly
// these came back. @page: the new OrderPage. @settled: nothing is offered any more.
// Hooks: data-name=replace-older, later.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { CopyView, OrderPage } from "../../api/commands";
import { LightElement } from "../../kit/element";
import { KeyBindings } from "../../kit/keys";
import { button, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { owedChip } from "../../papers/owed";
import { copiesWords } from "../../words/copies";
import { refusalWords } from "../../words/errors";
import { verifyWords } from "../../words/verification";

@customElement("dk-older-copies")
export class OlderCopies extends LightElement {
  @property({ type: Number }) orderId = 0;
  @property({ attribute: false }) copies: readonly CopyView[] = [];
  readonly #acting = new Acting(this);
  readonly #keys = new KeyBindings(this, { exchange: () => void this.#replace() });

  protected override render(): TemplateResult {
    void this.#keys;
    const words = copiesWords();
    const refusal = this.#acting.refusal;
    return html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
      ${notice({
        tone: "amber",
        title: words.older(this.copies.length),
        text: html`${words.olderText}<ul class="older-copies">${this.copies.map((copy) => html`<li>${verifyWords().printOf(copy.label, copy.number, copy.holder)} <code>${copy.checkCode}</code> ${owedChip(copy)}</li>`)}</ul>`,
        actions: html`${button({ label: words.replaceOlder(this.copies.length), main: true, key: "exchange", name: "replace-older", busy: this.#acting.busy, onClick: () => void this.#replace() })}${button({ label: words.later, plain: true, name: "later", onClick: () => this.#settled() })}`,
      })}`;
  }

  async #replace(): Promise<void> {
    const printIds = this.copies.map((copy) => copy.id);
    const page = await this.#acting.run(() => call("replace_copies", { request: { orderId: this.orderId, printIds } }));
    if (page === undefined) return;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: page, bubbles: true }));
    say(copiesWords().replaced(printIds.length));
    this.#settled();
  }

  #settled(): void {
    this.dispatchEvent(new CustomEvent("settled"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-older-copies": OlderCopies;
  }
}
