// What was taken over is marked until somebody types something else there; what stands beside is asked for again where it could not be had.
import { expect, test, vi } from "vitest";

const invoked = vi.hoisted(() => vi.fn());
vi.mock("@tauri-apps/api/core", () => ({ invoke: invoked }));

import type { ReactiveControllerHost } from "lit";
import { BesideForm, takenMarks } from "../src/features/orders/beside_form";
import { EMPTY_FORM, typed } from "../src/form/form_edits";

const repeats = { order: { id: 1, number: "OD-2026-A000001" }, taken: { "product.quantity": "2,000", "order.unit_price": "43.2" } };

test("quantity and price are marked with the old order's number while they are as taken over", () => {
  const form = typed(typed(EMPTY_FORM, "product.quantity", "2,000"), "order.unit_price", "43.2");
  expect(takenMarks(form, repeats)).toEqual({ "product.quantity": "taken:OD-2026-A000001", "order.unit_price": "taken:OD-2026-A000001" });
  expect(Object.keys(takenMarks(typed(form, "product.quantity", "3千"), repeats))).toEqual(["order.unit_price"]);
  expect(takenMarks(form, null)).toEqual({});
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
