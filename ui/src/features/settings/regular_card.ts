// The products the house makes for its stock: added by name, taken back.
import { type TemplateResult, html, nothing } from "lit";
import type { SettingsPage } from "../../api/commands";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card } from "../../kit/pieces";
import { settingsWords } from "../../words/settings";
import { shortTime } from "../../words/times";

export interface RegularParts {
  readonly page: SettingsPage;
  readonly product: string;
  readonly problem: string;
  readonly record: string;
  readonly type: (text: string) => void;
  readonly add: () => void;
  readonly takeBack: (id: number) => void;
}

export function regularCard(parts: RegularParts): TemplateResult {
  const words = settingsWords();
  const { page } = parts;
  return card({
    title: words.groups.regular,
    id: "settings-regular",
    note: words.regularLead,
    body: html`${page.regular.length === 0
        ? html`<p class="quiet">${words.noRegular}</p>`
        : html`<ul class="mature-list">${page.regular.map((product) => html`<li><strong>${product.name}</strong> <small class="quiet">${words.marked(product.by, shortTime(product.at), "setting")}</small>
            ${page.mayChange ? html`<button type="button" class="row-act" aria-label="${words.takeBack} ${product.name}" title=${words.takeBack} data-name="take-back-product-${product.id}" @click=${() => parts.takeBack(product.id)}>✕</button>` : nothing}</li>`)}</ul>`}
      ${page.mayChange
        ? form({
            onSubmit: parts.add,
            body: html`<div class="verify-line"><dk-field name="product" .record=${parts.record} .label=${words.product} .value=${parts.product} .hint=${words.productHint} .problem=${parts.problem} @typed=${(event: TypedEvent) => parts.type(event.detail.value)}></dk-field>
              ${button({ label: words.addProduct, main: true, name: "add-product" })}</div>`,
          })
        : nothing}`,
  });
}
