// <dk-order-nature .page>: 订单性质 (F5-1): what the desk proposes and why, or what somebody decided; and the form to decide otherwise.
// @page: the new OrderPage.
// Hooks: data-name=nature, decide-nature, save-nature; data-field=nature.nature, nature.REASON, nature.why.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { OrderNature, OrderNatureView, OrderPage, UnusualReason } from "../../api/commands";
import { Unsaved } from "../../api/unsaved";
import { preparingEnded } from "../../form/rests";
import { href } from "../../kit/route";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, chip, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { refusalWords } from "../../words/errors";
import { reviewWords } from "../../words/review";
import { shortTime } from "../../words/times";

const REASONS: readonly UnusualReason[] = ["new_design", "old_product", "quality", "penalty"];

interface Typed {
  readonly nature: OrderNature;
  readonly reasons: readonly UnusualReason[];
  readonly why: string;
}

@customElement("dk-order-nature")
export class OrderNatureCard extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  /** What is being decided, and of which order. */
  @state() private typed: (Typed & { readonly order: number }) | undefined;
  readonly #acting = new Acting(this);
  readonly #unsaved = new Unsaved<Typed & { readonly order: number }>(this, "nature", {
    record: () => String(this.page?.id ?? ""),
    give: () => this.typed,
    take: (typed) => { this.typed = typed; },
  });

  protected override render(): TemplateResult | typeof nothing {
    void this.#unsaved;
    const page = this.page;
    const nature = page?.nature;
    if (page === undefined || nature == null) return nothing;
    const words = reviewWords();
    const typed = this.typed?.order === page.id ? this.typed : undefined;
    return html`<div data-name="nature">${card({
      title: words.nature,
      note: html`${chip(words.natures[nature.nature], nature.nature === "routine" ? "green" : "amber")}${preparingEnded(page) || typed !== undefined ? nothing : button({ label: words.decide, name: "decide-nature", onClick: () => { this.typed = { order: page.id, nature: nature.nature, reasons: nature.reasons, why: nature.why }; } })}`,
      body: typed === undefined ? this.#said(nature) : this.#form(page, typed),
    })}</div>`;
  }

  #said(nature: OrderNatureView): TemplateResult {
    const words = reviewWords();
    const why = nature.reasons.map((reason) => words.reasons[reason]).join(words.and);
    return html`<p>${nature.decidedBy === null ? words.proposed : words.decidedBy(nature.decidedBy, shortTime(nature.decidedAt ?? ""))}${why}${nature.why === "" ? nothing : html` <span>${nature.why}</span>`}
      ${nature.last === null ? html`<small class="quiet">${words.neverMade}</small>` : html`<small class="quiet">${words.lastMade} <a href=${href("orders", nature.last.id)}>${nature.last.number}</a> ${nature.lastOn}</small>`}</p>`;
  }

  #form(page: OrderPage, typed: Typed & { order: number }): TemplateResult {
    const words = reviewWords();
    const refusal = this.#acting.refusal;
    const record = String(page.id);
    const put = (change: Partial<Typed>) => { this.typed = { ...typed, ...change }; };
    const options = Object.entries(words.natures).map(([value, label]) => ({ value, label }));
    const tick = (reason: UnusualReason) => (event: TypedEvent): void => {
      event.stopPropagation();
      put({ reasons: REASONS.filter((each) => (each === reason ? event.detail.value === "1" : typed.reasons.includes(each))) });
    };
    return form({
      label: words.nature,
      onSubmit: () => void this.#save(page, typed),
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <p class="quiet is-prose">${words.natureText}</p>
        <div class="fields is-two">
          <dk-choice look="radio" filled name="nature.nature" .record=${record} .label=${words.nature} .value=${typed.nature} .options=${options} clause="F5-1" @typed=${(event: TypedEvent) => { event.stopPropagation(); put({ nature: event.detail.value as OrderNature }); }}></dk-choice>
          <dk-field name="nature.why" .record=${record} .label=${words.natureWhy} .value=${typed.why} @typed=${(event: TypedEvent) => { event.stopPropagation(); put({ why: event.detail.value }); }}></dk-field>
          ${typed.nature === "routine" ? nothing : REASONS.map((reason) => html`<dk-check name=${`nature.${reason}`} .record=${record} .label=${words.reasons[reason]} .value=${typed.reasons.includes(reason) ? "1" : ""} @typed=${tick(reason)}></dk-check>`)}
        </div>`,
      actions: html`${button({ label: words.cancel, onClick: () => { this.typed = undefined; this.#acting.refusal = undefined; } })}${button({ label: words.saveNature, main: true, name: "save-nature", busy: this.#acting.busy })}`,
    });
  }

  async #save(page: OrderPage, typed: Typed): Promise<void> {
    const { nature, why } = typed;
    const reasons = nature === "routine" ? [] : [...typed.reasons];
    const next = await this.#acting.run(() => call("decide_nature", { request: { orderId: page.id, revision: page.revision, nature, reasons, why } }));
    if (next === undefined) return;
    this.typed = undefined;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: next, bubbles: true }));
    say(reviewWords().natureSaved);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-order-nature": OrderNatureCard;
  }
}
