// <dk-delivery-step .page=${page} ?later>: steps 6 and 7: the drops of the order, none delivered yet; after sales, nothing yet.
import { type TemplateResult, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { OrderPage } from "../../api/commands";
import { LightElement } from "../../kit/element";
import { card, chip, empty } from "../../kit/pieces";
import { pageWords } from "../../words/order_page";

@customElement("dk-delivery-step")
export class DeliveryStep extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @property({ type: Boolean }) later = false;

  protected override render(): TemplateResult {
    const words = pageWords();
    if (this.later) return card({ title: words.after.title, body: html`<p class="quiet is-prose">${words.after.text}</p>` });
    const drops = this.page?.form.drops ?? [];
    const heads = words.delivery.columns;
    return card({
      title: words.delivery.title,
      note: this.page?.state === "released" ? undefined : words.delivery.before,
      flush: true,
      body: drops.length === 0
        ? empty({ title: words.delivery.notYet, text: words.delivery.none })
        : html`<table class="table is-wrapping"><thead><tr><th>${heads.date}</th><th class="is-number">${heads.quantity}</th><th class="is-wide">${heads.address}</th><th>${heads.contact}</th><th>${heads.transport}</th><th>${heads.state}</th></tr></thead>
            <tbody>${drops.map(({ key, values }) => html`<tr data-row=${key}><td>${values["date"]}</td><td class="is-number">${values["quantity"]}</td><td>${values["address"]}</td><td>${values["contact"]}<br /><small class="quiet">${values["phone"]}</small></td><td>${values["transport"]}</td><td>${chip(words.delivery.notYet)}</td></tr>`)}</tbody></table>`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-delivery-step": DeliveryStep;
  }
}
