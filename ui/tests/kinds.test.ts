// The kinds of orders in the form: what a kind does not have is not asked, what it leaves open bears no star.
import { expect, test } from "vitest";
import { fieldAt, isAsked, kindHas, kindHasRows, kindLabel, kindOf, kindOfForm, kindStars } from "../src/form/field_catalogue";
import { EMPTY_FORM, typed } from "../src/form/form_edits";

const has = (kind: string, path: string): boolean => {
  const field = fieldAt(path);
  if (field === undefined) throw new Error(path);
  return kindHas(kindOf(kind), field);
};
const stars = (kind: string, path: string): boolean => {
  const field = fieldAt(path);
  if (field === undefined) throw new Error(path);
  return kindStars(kindOf(kind), field);
};

test("clause f4_5c: production for stock asks for no customer, price or payment", () => {
  for (const path of ["order.customer_id", "order.unit_price", "order.contact", "instalment.percent", "drop.address"]) {
    expect(has("of", path), path).toBe(false);
    expect(has("od", path), path).toBe(true);
  }
  expect(kindHasRows(kindOf("of"), "instalment")).toBe(false);
  expect(kindHasRows(kindOf("of"), "component")).toBe(true);
  expect(["order.estimator_id", "order.estimate_basis"].map((path) => [has("of", path), has("od", path)])).toEqual([[true, false], [true, false]]);
});

test("clause f4_3a: price, quantity and date of a presale bear no star", () => {
  for (const path of ["order.unit_price", "product.quantity", "order.requested_date"]) {
    expect(stars("op", path), path).toBe(false);
    expect(stars("od", path), path).toBe(true);
  }
  expect(stars("op", "product.name")).toBe(true);
});

test("a form without a kind is a customer order", () => {
  expect(kindOfForm(EMPTY_FORM).code).toBe("od");
  expect(kindOfForm(typed(EMPTY_FORM, "order.kind", "op")).code).toBe("op");
  expect(kindLabel("os")).toContain("OS");
});

test("clause f1_04a: what channel it was is asked once it is none of the list", () => {
  const note = fieldAt("order.channel_note");
  if (note === undefined) throw new Error("channel_note");
  const asked = (...said: readonly (readonly [string, string])[]): boolean => isAsked(said.reduce((form, [path, text]) => typed(form, path, text), EMPTY_FORM), note);
  expect(asked()).toBe(false);
  expect(asked(["order.channel", "phone"])).toBe(false);
  expect(asked(["order.channel", "other"])).toBe(true);
  expect(asked(["order.channel", "wechat"], ["order.channel_note", "展会"]), "what was typed is never hidden").toBe(true);
  expect(asked(["order.kind", "of"], ["order.channel", "other"]), "nobody ordered what is made for stock").toBe(false);
});
