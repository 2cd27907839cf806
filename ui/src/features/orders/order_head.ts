// The head of the order page: number, kind, channel, customer / product, state; quantity, amount, wanted date with days left.
import { type TemplateResult, html, nothing } from "lit";
import type { OrderLink, OrderPage } from "../../api/commands";
import { desk } from "../../api/desk";
import { chip } from "../../kit/pieces";
import { href } from "../../kit/route";
import { kindWords } from "../../words/kinds";
import { marks } from "../../words/marks";
import { duration, reportWords } from "../../words/reports";
import { pageWords } from "../../words/order_page";
import { shortDay } from "../../words/times";
import { choiceLabel, fieldOf } from "../../form/field_catalogue";
import { kindChip } from "../../form/kind_chip";
import { type HaltActs, haltMenu } from "./halt_menu";
import { inWhoseHands } from "./responsible";
import { stateChip } from "./state_chip";

const DAY = 24 * 60 * 60 * 1000;
const NEAR = 3;
const MOST_TIES = 2;

/** The label of a chosen code, or the text as typed. */
export function chosenWord(page: OrderPage, key: string): string {
  const text = page.form.order[key] ?? "";
  const choice = fieldOf("order", key)?.choices.find((each) => each.code === text);
  return choice === undefined ? text : choiceLabel(choice);
}

/** The text of a date as typed back by the core, if it is a plain day. */
const dayOf = (text: string | undefined): string | undefined => (/^\d{4}-\d{2}-\d{2}$/.test(text ?? "") ? text : undefined);

function daysLeft(day: string): number | undefined {
  const today = desk()?.today;
  return today === undefined ? undefined : Math.round((Date.parse(day) - Date.parse(today)) / DAY);
}

/** The order this one repeats, and the newest that repeat it, as links. */
function ties(page: OrderPage): TemplateResult | typeof nothing {
  const words = pageWords();
  const link = (order: OrderLink): TemplateResult => html`<a href=${href("orders", order.id)}>${order.number}</a>`;
  const by = page.repeatedBy.slice(0, MOST_TIES);
  const parts = page.conversion?.parts ?? [];
  const became = parts.slice(-MOST_TIES);
  return html`${page.convertedFrom === null ? nothing : html` · <span data-name="converted-from">${kindWords().from} ${link(page.convertedFrom)}</span>`}${became.length === 0
    ? nothing
    : html` · <span data-name="became">${kindWords().became} ${became.map((part, index) => html`${index === 0 ? nothing : " "}${link(part.order)}`)}${parts.length > became.length ? ` +${parts.length - became.length}` : nothing}</span>`}${page.repeats === null ? nothing : html` · <span data-name="repeats">${words.repeats} ${link(page.repeats)}</span>`}${by.length === 0
    ? nothing
    : html` · <span data-name="repeated-by">${words.repeatedBy} ${by.map((order, index) => html`${index === 0 ? nothing : " "}${link(order)}`)}${page.repeatedBy.length > by.length ? ` +${page.repeatedBy.length - by.length}` : nothing}</span>`}`;
}

export function orderHead(page: OrderPage, halts: HaltActs): TemplateResult {
  const words = pageWords();
  const wanted = dayOf(page.form.order["requested_date"]);
  const left = wanted === undefined || page.state === "cancelled" || page.state === "converted" ? undefined : daysLeft(wanted);
  const received = page.form.order["received_on"];
  const line = [page.number, chosenWord(page, "kind") || page.kind, [chosenWord(page, "channel"), page.form.order["channel_note"] ?? ""].filter((text) => text !== "").join(marks().colon), received === undefined ? "" : words.received(shortDay(received))].filter((text) => text !== "");
  const quantity = page.reckoning.fields["product.quantity"]?.understood ?? page.form.product["quantity"] ?? "";
  // What may still be open on its kind says so (F1-06).
  const open = page.kind === "op" || page.kind === "os";
  const free = page.form.order["free"] !== undefined;
  const amount = free ? kindWords().free : (page.reckoning.computed["order.amount"] ?? (open && page.form.order["unit_price"] === undefined ? kindWords().pending : ""));
  const hands = inWhoseHands(page);
  const figure = (label: string, value: unknown, tone = ""): TemplateResult => html`<div class="head-figure ${tone}"><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<header class="order-head">
    <div class="order-names">
      <p class="quiet order-line"><span data-name="order-number">${line.join(" · ")}</span>${ties(page)}</p>
      <h1 class="order-title" title="${page.customerName} / ${page.productName}">${page.customerName || (page.customerId === null ? kindWords().noCustomer : "—")}<span class="order-slash">/</span>${page.productName || "—"}</h1>
    </div>
    <span class="order-chips">${kindChip(page.kind)}${stateChip(page.state)}${hands === "" ? nothing : html`<span class="quiet" data-name="in-hands">${words.inHands(hands)}</span>`}${page.rush ? chip(words.rush, "red") : nothing}${page.recording.late ? html`<span data-name="recorded-late" title=${reportWords().recording(page.recording.received, page.recording.recorded, duration(page.recording.minutes))}>${chip(reportWords().lateRecord(page.recording.hours), "amber")}</span>` : nothing}</span>
    <span class="screen-gap"></span>
    ${haltMenu(page, halts)}
    <dl class="head-figures">
      ${quantity === "" ? (open ? figure(words.quantity, kindWords().pending) : nothing) : figure(words.quantity, `${quantity} ${page.form.product["unit"] ?? ""}`)}
      ${amount === "" ? nothing : figure(words.amount, amount)}
      ${wanted === undefined ? nothing : figure(words.requested, html`${shortDay(wanted)}${left === undefined ? nothing : html`<small> · ${words.daysLeft(left)}</small>`}`, left !== undefined && left <= NEAR ? "is-near" : "")}
    </dl>
  </header>`;
}
