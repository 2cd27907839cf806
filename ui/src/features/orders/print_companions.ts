// 印色, 单双面 and 印刷方式 of a component say one thing three times: what was typed last is followed by the others.
//   printFollowed(form, path, text) → the next form. Pure; what says nothing yet ("4+", 0+0) moves nothing.
import type { OrderForm } from "../../api/commands";
import { textAt, typed } from "./form_edits";

const PLACE = /^component:(\w+)\.(colours|sides|work_style)$/;
/** Process colours, front + back. */
const PAIR = /^\s*(\d{1,2})\s*[+＋]\s*(\d{1,2})\s*$/;

function sidesOf(form: OrderForm, row: string, colours: string): "one" | "both" | undefined {
  const pair = PAIR.exec(colours);
  if (pair === null) return undefined;
  if (Number(pair[2]) > 0) return "both";
  // A spot colour on the back is printed, too.
  return Number(pair[1]) > 0 && textAt(form, `component:${row}.spots_back`).trim() === "" ? "one" : undefined;
}

export function printFollowed(form: OrderForm, path: string, text: string): OrderForm {
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
