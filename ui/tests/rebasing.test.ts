// What two desks changed of one order, put together.
import { expect, test, vi } from "vitest";

vi.mock("@tauri-apps/api/core", () => ({ invoke: vi.fn() }));

import { EMPTY_FORM, rowAdded, rowRemoved, rowsOf, textAt, typed } from "../src/form/form_edits";
import { placeName } from "../src/form/place_name";
import { rebased } from "../src/form/rebasing";

const base = typed(typed(typed({ ...EMPTY_FORM, components: [{ key: "c1", values: { name: "封面", grade: "铜版纸", colours: "4+0" } }, { key: "c2", values: { name: "内文" } }] }, "product.quantity", "2000"), "order.contact", "王琳"), "product.size", "210x285");

test("clause f7_03: what only one desk changed stands, whoever it was", () => {
  const mine = typed(typed(base, "product.quantity", "3000"), "component:c1.grade", "特种纸");
  const theirs = typed(typed(base, "order.contact", "李伟"), "component:c1.colours", "4+4");
  const met = rebased(base, mine, theirs);
  expect(["product.quantity", "order.contact", "component:c1.grade", "component:c1.colours"].map((path) => textAt(met.form, path))).toEqual(["3000", "李伟", "特种纸", "4+4"]);
  expect(met.clashes).toEqual([]);
  expect(met.taken).toEqual(["order.contact", "component:c1.colours"]);
});

test("clause f7_03: what both changed stays as typed here, and both sides are named", () => {
  const met = rebased(base, typed(base, "product.quantity", "3000"), typed(base, "product.quantity", "2500"));
  expect(textAt(met.form, "product.quantity")).toBe("3000");
  expect(met.clashes).toEqual([{ path: "product.quantity", mine: "3000", theirs: "2500" }]);
  // Both wrote the same: there is nothing to look at.
  expect(rebased(base, typed(base, "product.quantity", "3000"), typed(base, "product.quantity", "3000"))).toEqual({ form: typed(base, "product.quantity", "3000"), clashes: [], taken: [] });
});

test("a field one desk emptied is empty, unless the other typed there", () => {
  expect(textAt(rebased(base, base, typed(base, "product.size", "")).form, "product.size")).toBe("");
  expect(rebased(base, typed(base, "product.size", "A4"), typed(base, "product.size", "")).clashes).toEqual([{ path: "product.size", mine: "A4", theirs: "" }]);
});

test("rows of both desks stand side by side, and a row somebody removed comes back only where the other worked in it", () => {
  const mine = rowAdded(base, "component", "c1", { name: "环衬" });
  const theirs = rowAdded(base, "component", undefined, { name: "灰板" });
  const names = (form: typeof base): readonly (string | undefined)[] => rowsOf(form, "component").map((row) => row.values["name"]);
  const met = rebased(base, mine.form, theirs.form);
  expect(names(met.form)).toEqual(["封面", "环衬", "内文", "灰板"]);
  expect(met.taken).toEqual([`component:${theirs.key}`]);

  const without = rowRemoved(base, "component", "c2");
  expect(names(rebased(base, typed(base, "product.quantity", "1"), without).form)).toEqual(["封面"]);
  const worked = typed(base, "component:c2.pages", "120");
  const kept = rebased(base, worked, without);
  expect(names(kept.form)).toEqual(["封面", "内文"]);
  expect(kept.clashes).toEqual([{ path: "component:c2", mine: "内文 · 120", theirs: "" }]);
  const gone = rebased(base, without, worked);
  expect(names(gone.form)).toEqual(["封面"]);
  expect(gone.clashes).toEqual([{ path: "component:c2", mine: "", theirs: "内文 · 120" }]);
  expect(placeName(gone.form, "component:c2")).toBe("部件");
  expect(placeName(base, "component:c1")).toBe("封面");
});
