// In whose hands an order, or a line of its check list, is: one role, by name where the order names the person (F2-04.2).
import type { OrderPage, Role } from "../../api/commands";
import { roleName } from "../../words/roles";
import { isClosed } from "./order_state";

/** The order's own people, by the role they have in it. */
const NAMED: Partial<Record<Role, string>> = { sales_assistant: "assistant_id", sales_representative: "sales_rep_id" };

export function whoSees(page: OrderPage, role: Role): string {
  const field = NAMED[role];
  const name = field === undefined ? "" : (page.form.order[field] ?? "");
  return name === "" ? roleName(role) : `${roleName(role)} ${name}`;
}

/** Who has the order now: whoever the first open line waits for, the assistant once all is green, the plant after issue. */
export function inWhoseHands(page: OrderPage): string {
  if (page.state === "released") return roleName("production");
  if (page.state === "suspended") return roleName("sales_assistant");
  if (isClosed(page)) return "";
  return whoSees(page, page.checks.find((line) => !line.ok)?.who ?? "sales_assistant");
}
