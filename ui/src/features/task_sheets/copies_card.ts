// <dk-copies-card .page=${page}>: this order's copies, those in use first with what they owe; each is handled on its own screen.
// Hooks: data-name=copies, handle-ID, past-copies.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CopyView, OrderPage } from "../../api/commands";
import { LightElement } from "../../kit/element";
import { card } from "../../kit/pieces";
import { href } from "../../kit/route";
import { owedChip } from "../../papers/owed";
import { copiesWords } from "../../words/copies";
import { shortTime } from "../../words/times";
import { verifyWords } from "../../words/verification";

@customElement("dk-copies-card")
export class CopiesCard extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const copies = this.page?.sheet?.copies;
    if (copies === undefined) return nothing;
    const words = copiesWords();
    const out = copies.filter((copy) => copy.fate === null || copy.fate.fate === "lost");
    const live = out.filter((copy) => copy.fate === null);
    const owing = live.filter((copy) => copy.owes);
    const past = copies.filter((copy) => !out.includes(copy));
    const shown = [...owing, ...out.filter((copy) => !owing.includes(copy))];
    return card({
      title: words.card,
      note: copies.length === 0 ? "" : words.cardNote(live.length, owing.length),
      flush: shown.length > 0,
      body: copies.length === 0
        ? html`<p class="quiet is-prose">${words.cardEmpty}</p>`
        : html`${shown.length === 0 ? nothing : this.#table(shown)}${past.length === 0 ? nothing : html`<details class="copies-past" data-name="past-copies"><summary>${words.past(past.length)}</summary>${this.#table(past)}</details>`}`,
    });
  }

  #table(copies: readonly CopyView[]): TemplateResult {
    const words = copiesWords();
    const heads = words.columns;
    return html`<table class="table is-wrapping" data-name="copies" data-field=${copies.some((copy) => copy.fate === null) ? "copies" : nothing} tabindex="-1"><thead><tr><th>${heads.state}</th><th>${heads.holder}</th><th class="is-wide">${heads.label}</th><th class="is-narrow">${heads.print}</th><th>${heads.code}</th><th class="is-act"></th></tr></thead>
      <tbody>${copies.map((copy) => html`<tr class=${copy.fate === null ? "" : "is-past"}><td>${owedChip(copy)}${this.#ended(copy)}</td><td>${copy.holder}</td><td>${copy.label}</td><td>${copy.number}</td><td><code>${copy.checkCode}</code></td>
        <td class="is-act"><a class="link" data-name="handle-${copy.id}" href=${href("copies", copy.id)}>${words.handle}</a></td></tr>`)}</tbody></table>`;
  }

  /** By whom and when it went out of use, and what took its place. */
  #ended(copy: CopyView): TemplateResult | typeof nothing {
    const fate = copy.fate;
    if (fate === null) return nothing;
    const words = verifyWords();
    const rest = [fate.replacedByPrint === null ? "" : words.replacedBy(fate.replacedBy, fate.replacedByPrint), fate.note].filter((text) => text !== "");
    return html` <small class="quiet">${words.fateLine(shortTime(fate.at), fate.by, rest.join(words.separator))}</small>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-copies-card": CopiesCard;
  }
}
