// Fields that say the same thing follow what was typed last.
import { expect, test } from "vitest";
import { EMPTY_FORM, rowAdded, textAt, typed } from "../src/form/form_edits";
import { followed, meant } from "../src/features/orders/followers";

const added = rowAdded(EMPTY_FORM, "component");
const at = (name: string): string => `component:${added.key}.${name}`;
const with_ = (values: Readonly<Record<string, string>>) => Object.entries(values).reduce((form, [name, text]) => typed(form, at(name), text), added.form);
const after = (before: Readonly<Record<string, string>>, name: string, text: string): readonly string[] => {
  const first = with_(before);
  const form = followed(first, typed(first, at(name), text), at(name), text);
  return ["colours", "sides", "work_style"].map((each) => textAt(form, at(each)));
};

test("fields c: colours say the sides, and the sides the work style", () => {
  expect(after({}, "colours", "4+4")).toEqual(["4+4", "both", "sheetwise"]);
  expect(after({}, "colours", "4 + 0")).toEqual(["4 + 0", "one", "single_side"]);
  expect(after({ sides: "both", work_style: "work_and_turn" }, "colours", "4+0")).toEqual(["4+0", "one", "single_side"]);
  expect(after({ sides: "one", work_style: "single_side" }, "colours", "1+1")).toEqual(["1+1", "both", "sheetwise"]);
});

test("fields c: what both sides are printed with is kept, and what says nothing moves nothing", () => {
  expect(after({ work_style: "perfecting" }, "colours", "4+4")).toEqual(["4+4", "both", "perfecting"]);
  expect(after({ sides: "both" }, "colours", "4+")).toEqual(["4+", "both", ""]);
  expect(after({ sides: "both", work_style: "sheetwise" }, "colours", "0+0")).toEqual(["0+0", "both", "sheetwise"]);
  expect(after({ sides: "one", spots_back: "PANTONE 871 C" }, "colours", "4+0")).toEqual(["4+0", "both", "sheetwise"]);
  expect(after({}, "colours", "0+4")).toEqual(["0+4", "one", "single_side"]);
  expect(after({ work_style: "unprinted" }, "sides", "both")).toEqual(["", "both", "unprinted"]);
});

test("fields c: the work style says the sides", () => {
  expect(after({ sides: "both" }, "work_style", "single_side")).toEqual(["", "one", "single_side"]);
  expect(after({}, "work_style", "work_and_turn")).toEqual(["", "both", "work_and_turn"]);
  expect(after({ sides: "one" }, "work_style", "unprinted")).toEqual(["", "one", "unprinted"]);
});

const ordered = { ...EMPTY_FORM, drops: [{ key: "d1", values: {} }] };
/** Typed letter by letter, as it is. */
const wrote = (form: typeof ordered, path: string, text: string): typeof ordered =>
  [...text].reduce((now, _, index) => {
    const said = text.slice(0, index + 1);
    return followed(now, typed(now, path, said), path, said) as typeof ordered;
  }, form);
const dates = (form: typeof ordered): readonly string[] => ["order.requested_date", "order.confirmed_date", "drop:d1.date"].map((path) => textAt(form, path));

test("fields a: a single drop goes on the day that is promised, and nothing is promised by itself", () => {
  const wanted = wrote(ordered, "order.requested_date", "+10");
  expect(dates(wanted)).toEqual(["+10", "", ""]);
  const promised = wrote(wanted, "order.confirmed_date", "12-8");
  expect(dates(promised)).toEqual(["+10", "12-8", "12-8"]);
  const own = typed(promised, "drop:d1.date", "12-9") as typeof ordered;
  expect(dates(wrote(own, "order.confirmed_date", "12-10"))).toEqual(["+10", "12-10", "12-9"]);
});

test("clause f2-04.1: one sign promises the day that is wanted, and means nothing else anywhere", () => {
  const wanted = typed(ordered, "order.requested_date", "下周三");
  const said = (text: string, path = "order.confirmed_date", form = wanted): string => meant(form, path, text);
  expect([said("="), said(" ＝ "), said("=="), said("12-8")]).toEqual(["下周三", "下周三", "==", "12-8"]);
  expect(said("=", "order.requested_date")).toBe("=");
  expect(said("=", "order.confirmed_date", ordered)).toBe("=");
});

test("fields d: a single drop is the whole order; of several none is guessed", () => {
  const whole = wrote(ordered, "product.quantity", "2000");
  expect(textAt(whole, "drop:d1.quantity")).toBe("2000");
  const own = typed(whole, "drop:d1.quantity", "1500");
  expect(textAt(wrote(own as typeof ordered, "product.quantity", "3"), "drop:d1.quantity")).toBe("1500");
  const two = { ...EMPTY_FORM, drops: [{ key: "d1", values: {} }, { key: "d2", values: {} }] };
  expect(textAt(wrote(two, "product.quantity", "5"), "drop:d1.quantity")).toBe("");
});

test("f4-2: the sheet of a sample order is a proof, and a run again once it is another kind", () => {
  const sheet = (was: string, from: string, kind: string): string => {
    const first = typed(typed(EMPTY_FORM, "order.sheet_type", was), "order.kind", from);
    return textAt(followed(first, typed(first, "order.kind", kind), "order.kind", kind), "order.sheet_type");
  };
  expect(sheet("normal", "od", "os")).toBe("paid_proof");
  expect(sheet("paid_proof", "os", "od")).toBe("normal");
  expect(sheet("rework", "od", "os")).toBe("rework");
  expect(sheet("reprint", "os", "od")).toBe("reprint");
  // Whoever chose a proof of an order that is no sample keeps it.
  expect(sheet("paid_proof", "od", "of")).toBe("paid_proof");
});
