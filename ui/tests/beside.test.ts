// What was taken over is marked until somebody types something else there; what stands beside is asked for again where it could not be had.
import { expect, test, vi } from "vitest";

const invoked = vi.hoisted(() => vi.fn());
vi.mock("@tauri-apps/api/core", () => ({ invoke: invoked }));

import type { ReactiveControllerHost } from "lit";
import { render } from "lit";
import type { Double } from "../src/api/commands";
import { BesideForm, doublesCard, takenMarks } from "../src/features/orders/beside_form";
import { EMPTY_FORM, typed } from "../src/form/form_edits";

const repeats = { order: { id: 1, number: "OD-2026-A000001" }, taken: { "product.quantity": "2,000", "order.unit_price": "43.2" } };

test("quantity and price are marked with the old order's number while they are as taken over", () => {
  const form = typed(typed(EMPTY_FORM, "product.quantity", "2,000"), "order.unit_price", "43.2");
  expect(takenMarks(form, repeats)).toEqual({ "product.quantity": "taken:OD-2026-A000001", "order.unit_price": "taken:OD-2026-A000001" });
  expect(Object.keys(takenMarks(typed(form, "product.quantity", "3千"), repeats))).toEqual(["order.unit_price"]);
  expect(takenMarks(form, null)).toEqual({});
});

test("a double of what is made for stock is told without a customer", () => {
  const doubles: Double[] = [{ kind: "same_job", order: { id: 1, number: "OF-2026-A000001" }, draft: null, who: "", at: "2026-11-24T01:12:00Z" }];
  const told = (stock: boolean): string => {
    const place = document.createElement("div");
    const sales = { threeMonths: "0", sixMonths: "0", twelveMonths: "0", sameSeason: "0", season: "2025-10" };
    render(doublesCard({ lastSame: null, doubles, split: null, stock: stock ? { regular: true, sales } : null }), place);
    return place.querySelector(".doubles span")?.textContent ?? "";
  };
  expect(told(true)).toBe("同一产品、尺寸、数量，近期已申请做库存");
  expect(told(false)).toBe("同一客户、产品、尺寸、数量，近期已下过");
});

test("what could not be had beside the form is asked for again with the next letter, wherever it is typed", async () => {
  vi.useFakeTimers();
  const host: ReactiveControllerHost = { addController() {}, removeController() {}, requestUpdate() {}, updateComplete: Promise.resolve(true) };
  const beside = new BesideForm(host, () => "new:1");
  const form = typed(EMPTY_FORM, "product.name", "\u753b\u518c");
  const asked = async (next: typeof form): Promise<number> => {
    invoked.mockClear();
    beside.ask(next);
    await vi.advanceTimersByTimeAsync(1_000);
    return invoked.mock.calls.length;
  };
  invoked.mockRejectedValueOnce("away");
  expect(await asked(form)).toBe(1);
  invoked.mockResolvedValue({ lastSame: null, doubles: [], split: null, stock: null });
  expect(await asked(typed(form, "order.remark", "x"))).toBe(1);
  expect(await asked(typed(form, "order.remark", "xy"))).toBe(0);
  vi.useRealTimers();
});
