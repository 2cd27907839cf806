// What was taken over is marked until somebody types something else there.
import { expect, test } from "vitest";
import { takenMarks } from "../src/features/orders/beside_form";
import { EMPTY_FORM, typed } from "../src/form/form_edits";

const repeats = { order: { id: 1, number: "OD-2026-A000001" }, taken: { "product.quantity": "2,000", "order.unit_price": "43.2" } };

test("quantity and price are marked with the old order's number while they are as taken over", () => {
  const form = typed(typed(EMPTY_FORM, "product.quantity", "2,000"), "order.unit_price", "43.2");
  expect(takenMarks(form, repeats)).toEqual({ "product.quantity": "taken:OD-2026-A000001", "order.unit_price": "taken:OD-2026-A000001" });
  expect(Object.keys(takenMarks(typed(form, "product.quantity", "3千"), repeats))).toEqual(["order.unit_price"]);
  expect(takenMarks(form, null)).toEqual({});
});
