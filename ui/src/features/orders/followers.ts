// Fields that say the same thing follow what was typed last. Pure.
//   followed(before, form, path, text) → the next form
// 印色, 单双面 and 印刷方式 of a component say one thing three times; what says nothing yet ("4+", 0+0) moves nothing.
//   meant(form, path, text) → what a sign says: "=" in 确认交期 is the day the customer wants
// 任务书类型 of a sample order is 打样(收费), and 正常 again once it is another kind.
// The date of a single drop is 确认交期 until somebody types another, its quantity the quantity of the order. What is promised
// follows nothing by itself: it is said after a look at the earliest delivery, in one key where it is what is wanted.
import type { OrderForm } from "../../api/commands";
import { textAt, typed } from "../../form/form_edits";

const PLACE = /^component:(\w+)\.(colours|sides|work_style)$/;
/** Process colours, front + back. */
const PAIR = /^\s*(\d{1,2})\s*[+＋]\s*(\d{1,2})\s*$/;

function sidesOf(form: OrderForm, row: string, colours: string): "one" | "both" | undefined {
  const pair = PAIR.exec(colours);
  if (pair === null) return undefined;
  const [front, back] = [Number(pair[1]) > 0, Number(pair[2]) > 0];
  // A spot colour is printed, too.
  const spotted = (side: string): boolean => textAt(form, `component:${row}.spots_${side}`).trim() !== "";
  if ((front || spotted("front")) && (back || spotted("back"))) return "both";
  return front || back ? "one" : undefined;
}

/** What "=" takes over at `path`; empty: nothing. */
export const sameAt = (form: OrderForm, path: string): string => (path === "order.confirmed_date" ? textAt(form, "order.requested_date") : "");

export const meant = (form: OrderForm, path: string, text: string): string => (/^\s*[=＝]\s*$/.test(text) ? sameAt(form, path) || text : text);

/** Who goes with whom. */
const AFTER: readonly (readonly [string, string])[] = [
  ["order.confirmed_date", "drop.date"],
  ["product.quantity", "drop.quantity"],
];

/** Whoever was empty, or said what the other said, says what the other says now. */
function deliveryFollowed(before: OrderForm, form: OrderForm): OrderForm {
  const [only, ...more] = form.drops;
  return AFTER.reduce((next, [leader, follower]) => {
    const drop = follower.startsWith("drop.");
    if (drop && (only === undefined || more.length > 0)) return next;
    const place = drop ? `drop:${only?.key ?? ""}.${follower.slice("drop.".length)}` : follower;
    const [was, is, said] = [textAt(before, leader), textAt(next, leader), textAt(next, place)];
    return was === is || (said !== "" && said !== was) ? next : typed(next, place, is);
  }, form);
}

/** The sheet of a sample order makes a proof that is paid for; whoever chose another kind of sheet keeps it (F4-2). */
function sheetFollowed(before: OrderForm, form: OrderForm, kind: string): OrderForm {
  const said = textAt(form, "order.sheet_type");
  if (kind === "os") return said === "normal" ? typed(form, "order.sheet_type", "paid_proof") : form;
  return textAt(before, "order.kind") === "os" && said === "paid_proof" ? typed(form, "order.sheet_type", "normal") : form;
}

export const followed = (before: OrderForm, form: OrderForm, path: string, text: string): OrderForm =>
  path === "order.kind" ? sheetFollowed(before, form, text) : /^(order\.confirmed_date|product\.quantity)$/.test(path) ? deliveryFollowed(before, form) : printFollowed(form, path, text);

function printFollowed(form: OrderForm, path: string, text: string): OrderForm {
  const [, row = "", key] = PLACE.exec(path) ?? [];
  if (key === undefined) return form;
  const at = (name: string): string => `component:${row}.${name}`;
  const sides = key === "colours" ? sidesOf(form, row, text) : key === "sides" ? text : text === "single_side" ? "one" : ["sheetwise", "work_and_turn", "work_and_tumble", "perfecting"].includes(text) ? "both" : undefined;
  if (sides !== "one" && sides !== "both") return form;
  const next = key === "sides" ? form : typed(form, at("sides"), sides);
  const style = textAt(next, at("work_style"));
  if (key === "work_style" || style === "unprinted") return next;
  // Both sides may be printed in several ways: the usual one stands only where a wrong one, or none, stood.
  if (sides === "one") return style === "single_side" ? next : typed(next, at("work_style"), "single_side");
  return style === "" || style === "single_side" ? typed(next, at("work_style"), "sheetwise") : next;
}
