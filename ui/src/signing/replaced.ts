// What was given on a file that was replaced since: marked where it stands, because nothing else on it says so.
import { type TemplateResult, html, nothing } from "lit";
import type { OrderPage } from "../api/commands";
import { chip } from "../kit/pieces";
import { compareWords } from "../words/compare";

/** Whether a file of the order was replaced after `at` (UTC). */
export function replacedSince(page: OrderPage, at: string | null | undefined): boolean {
  if (at === null || at === undefined || at === "") return false;
  return page.files.some((file) => file.newest && file.outReason === "" && file.version > 1 && file.receivedAt > at);
}

/** A chip beside what was given before a file was replaced. */
export const replacedChip = (page: OrderPage, at: string | null | undefined): TemplateResult | typeof nothing => (replacedSince(page, at) ? html` ${chip(compareWords().replacedSince, "amber")}` : nothing);
