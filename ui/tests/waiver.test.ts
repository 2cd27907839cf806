// 免评审 on the review step: who waived it and why, or the form, and only where it may be waived.
import { expect, test, vi } from "vitest";
import type { OrderPage, ReviewView } from "../src/api/commands";
vi.mock("@tauri-apps/api/core", () => ({ invoke: () => Promise.resolve([]) }));
vi.mock("@tauri-apps/api/webview", () => ({ getCurrentWebview: () => ({ onDragDropEvent: () => Promise.resolve(() => undefined) }) }));

const { isWaived } = await import("../src/features/review/waiver_card");

const REVIEW: ReviewView = {
  id: 0, number: "", triggers: [{ code: "C", params: {} }], state: "open", stale: false, route: "", opinions: [], points: [], conclusion: null, waiver: null, mayBeWaived: true, asked: ["production", "quality"], feasibility: false, answeredBefore: [], toCarry: null, qualitySpecial: "",
};
const WAIVER = { reason: "常做的书", signer: "何静", recorded: null, at: "2026-11-24T01:12:00Z", stale: false };

const orderOf = (review: ReviewView, sheet: OrderPage["sheet"] = null): OrderPage => ({ id: 4, revision: 2, sheet, review }) as unknown as OrderPage;

async function drawn(review: ReviewView): Promise<Element> {
  document.body.innerHTML = "";
  const card = document.createElement("dk-review-waiver");
  card.page = orderOf(review);
  document.body.append(card);
  await card.updateComplete;
  return card;
}

test("clause s_4_2_1c: the form stands on the order of a direct-lane customer, and on no other", async () => {
  expect((await drawn(REVIEW)).querySelector("[data-field='review-waiver.reason']")).not.toBeNull();
  expect((await drawn({ ...REVIEW, mayBeWaived: false })).textContent?.trim()).toBe("");
});

test("clause s_4_2_1c: what is waived says by whom and why; what no longer counts is waived anew", async () => {
  const waived = await drawn({ ...REVIEW, waiver: WAIVER });
  expect(waived.querySelector("[data-name=review-waived]")?.textContent).toContain("常做的书");
  expect(waived.querySelector("form")).toBeNull();
  expect(isWaived(orderOf({ ...REVIEW, waiver: WAIVER }))).toBe(true);
  const stale = { ...REVIEW, waiver: { ...WAIVER, stale: true } };
  expect(isWaived(orderOf(stale))).toBe(false);
  expect((await drawn(stale)).querySelector("form")).not.toBeNull();
  // Nobody's order goes without once the customer is no longer direct.
  expect(isWaived(orderOf({ ...REVIEW, waiver: WAIVER, mayBeWaived: false }))).toBe(false);
  // One that was issued without it stays so; what changed since was signed for.
  expect(isWaived(orderOf(stale, {} as OrderPage["sheet"]))).toBe(true);
  expect(isWaived(orderOf(REVIEW, {} as OrderPage["sheet"]))).toBe(false);
});
