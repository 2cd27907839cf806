// A reload changes only what nobody edited since.
import { expect, test } from "vitest";
import { FormValues } from "../src/kit/form_values";

test("a reload keeps the edit and reports the clash", () => {
  const values = new FormValues({ "product.quantity": "2000", "product.name": "画册" });
  values.type("product.quantity", "2500");
  expect(values.reload({ "product.quantity": "3000", "product.name": "精装画册" })).toEqual(["product.quantity"]);
  expect(values.all()).toEqual({ "product.quantity": "2500", "product.name": "精装画册" });
});

test("what was typed while saving stays an edit", () => {
  const values = new FormValues();
  values.type("order.remark", "a");
  const sent = values.all();
  values.type("order.remark", "ab");
  values.saved(sent);
  expect(values.edited).toBe(true);
  values.saved(values.all());
  expect(values.edited).toBe(false);
});
