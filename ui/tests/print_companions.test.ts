// Colours, sides and work style follow what was typed last.
import { expect, test } from "vitest";
import { EMPTY_FORM, rowAdded, textAt, typed } from "../src/features/orders/form_edits";
import { printFollowed } from "../src/features/orders/print_companions";

const added = rowAdded(EMPTY_FORM, "component");
const at = (name: string): string => `component:${added.key}.${name}`;
const with_ = (values: Readonly<Record<string, string>>) => Object.entries(values).reduce((form, [name, text]) => typed(form, at(name), text), added.form);
const after = (before: Readonly<Record<string, string>>, name: string, text: string): readonly string[] => {
  const form = printFollowed(typed(with_(before), at(name), text), at(name), text);
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
  expect(after({ sides: "both", spots_back: "PANTONE 871 C" }, "colours", "4+0")).toEqual(["4+0", "both", ""]);
  expect(after({ work_style: "unprinted" }, "sides", "both")).toEqual(["", "both", "unprinted"]);
});

test("fields c: the work style says the sides", () => {
  expect(after({ sides: "both" }, "work_style", "single_side")).toEqual(["", "one", "single_side"]);
  expect(after({}, "work_style", "work_and_turn")).toEqual(["", "both", "work_and_turn"]);
  expect(after({ sides: "one" }, "work_style", "unprinted")).toEqual(["", "one", "unprinted"]);
});
