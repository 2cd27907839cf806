// What stands beside a form while it is typed: the last order of the same product (an offer, never more), and doubles.
//   #beside = new BesideForm(this, () => key);   this.#beside.ask(form)   ${lastSameNote(…)}  ${doublesCard(…)}
// Hooks: data-name=last-same, take-over, doubles, untie.
import { type TemplateResult, html, nothing } from "lit";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { guard } from "lit/directives/guard.js";
import { call } from "../../api/call";
import type { Beside, ConvertedOrder, Double, OrderForm, RepeatedOrder } from "../../api/commands";
import { desk } from "../../api/desk";
import { PAUSE } from "../../kit/behind";
import { saysOtherwise } from "../../kit/fields/field_base";
import { card, notice } from "../../kit/pieces";
import { href } from "../../kit/route";
import { besideWords } from "../../words/beside";
import { language } from "../../words/language";
import { shortTime } from "../../words/times";
import { textAt } from "../../form/form_edits";
import { TAKEN } from "./form_field";

/** The fields the answer depends on. */
const PATHS = ["order.kind", "order.requested_date", "order.customer_id", "order.customer_po", "product.name", "product.size", "product.quantity"];

export class BesideForm implements ReactiveController {
  value: Beside | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #key: () => string;
  #asked = "";
  #round = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, key: () => string) {
    this.#host = host;
    this.#key = key;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#round += 1;
  }

  /** Asks again, once nobody types, when something it depends on changed; `now` at once and in any case. */
  ask(form: OrderForm, now = false): void {
    const texts = [this.#key(), ...PATHS.map((path) => textAt(form, path))].join("\n");
    if (texts === this.#asked && !now) return;
    this.#asked = texts;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(form), now ? 0 : PAUSE);
  }

  async #ask(form: OrderForm): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    // A hint that cannot be had is no reason to disturb: the form says itself what is wrong with the desk. The next letter asks again.
    const value = await call("beside", { key: this.#key(), form }).catch(() => undefined);
    if (round !== this.#round) return;
    if (value === undefined) this.#asked = "";
    if (!saysOtherwise(value, this.value)) return;
    this.value = value;
    this.#host.requestUpdate();
  }
}

/** Marks of what was taken over and nobody has touched since. */
export function takenMarks(form: OrderForm, repeats: RepeatedOrder | ConvertedOrder | null | undefined): Readonly<Record<string, string>> {
  if (repeats == null) return {};
  const untouched = Object.entries(repeats.taken).filter(([path, text]) => textAt(form, path) === text);
  return Object.fromEntries(untouched.map(([path]) => [path, `${TAKEN}${repeats.order.number}`]));
}

export interface LastSameParts {
  readonly beside: Beside | undefined;
  readonly repeats: RepeatedOrder | null | undefined;
  readonly take: (order: number) => void;
  readonly untie: () => void;
}

/** At the head of the product: what this order repeats, or which one it could. The form is drawn anew only where it says something else. */
export const lastSameNote = (parts: LastSameParts): unknown => guard([parts.beside, parts.repeats, language()], () => lastSame(parts));

function lastSame(parts: LastSameParts): TemplateResult | undefined {
  const words = besideWords();
  const { repeats } = parts;
  if (repeats != null) {
    return html`<span data-name="last-same">${words.lastSame}<a href=${href("orders", repeats.order.id)}>${repeats.order.number}</a>${words.taken}
      <button type="button" class="link" data-name="untie" title=${words.untieHint} @click=${parts.untie}>${words.untie}</button></span>`;
  }
  const last = parts.beside?.lastSame;
  if (last == null) return undefined;
  return html`<span data-name="last-same">${words.lastSame}<a href=${href("orders", last.order.id)}>${last.order.number}</a> · ${shortTime(last.recordedAt)}
    <button type="button" class="link" data-name="take-over" title=${words.takeOverHint} @click=${() => parts.take(last.order.id)}>${words.takeOver}</button></span>`;
}

/** Behind the quantity of an order for stock: what was sold of the product (F4-5b), and whether it may be made at all. */
export const salesNote = (beside: Beside | undefined): unknown => guard([beside, language()], () => sold(beside));

function sold(beside: Beside | undefined): TemplateResult | undefined {
  const stock = beside?.stock;
  if (stock == null) return undefined;
  const words = besideWords();
  const { sales } = stock;
  const figure = (label: string, pieces: string): TemplateResult => html`<div><dt>${label}</dt><dd>${pieces}</dd></div>`;
  return html`<dl class="sales" data-name="stock-sales"><div class="sales-title">${words.sales}${stock.regular ? nothing : html` <span class="is-red" data-name="not-regular">${words.notRegular}</span>`}</div>
    ${figure(words.months(3), sales.threeMonths)}${figure(words.months(6), sales.sixMonths)}${figure(words.months(12), sales.twelveMonths)}${figure(words.season(sales.season), sales.sameSeason)}</dl>`;
}

/** Doubles are warned of; nothing waits for them. */
export function doublesCard(beside: Beside | undefined): TemplateResult | typeof nothing {
  const doubles = beside?.doubles ?? [];
  const words = besideWords();
  const kinds = beside?.stock == null ? words.kinds : { ...words.kinds, ...words.stockKinds };
  const split = beside?.split ?? null;
  const splitNote = split === null ? nothing : notice({ tone: "amber", title: words.split(split.total, split.above), text: html`<span data-name="split">${split.orders.map((order) => html`<a href=${href("orders", order.id)}>${order.number}</a> `)}${words.splitText}</span>` });
  if (doubles.length === 0) return html`${splitNote}`;
  return html`${splitNote}<div data-name="doubles" role="status">${card({
    title: words.doubles,
    note: html`<b class="is-amber">${doubles.length}</b>`,
    flush: true,
    body: html`<ul class="doubles">${doubles.map((double) => html`<li><span>${kinds[double.kind]}</span><small>${whichOne(double)}</small></li>`)}</ul><p class="quiet is-prose place-more">${words.doublesText}</p>`,
  })}</div>`;
}

function whichOne(double: Double): TemplateResult {
  const words = besideWords();
  if (double.order !== null) return html`<a href=${href("orders", double.order.id)}>${double.order.number}</a> · ${shortTime(double.at)}`;
  // A colleague's draft is named, not opened: whoever opens one goes on typing in it.
  const own = double.who === desk()?.person?.name;
  return html`${own ? html`<a href=${href("orders", "draft", double.draft ?? "")}>${words.ownDraft}</a>` : words.draftOf(double.who)} · ${shortTime(double.at)}`;
}
