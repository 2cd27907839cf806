// Lines of an order: the forms table as one text, presets of a product type, a block of cells from a spreadsheet.
import { expect, test, vi } from "vitest";

vi.mock("@tauri-apps/api/core", () => ({ invoke: vi.fn() }));

import { EMPTY_FORM, rowAdded, rowsOf, textAt, typed } from "../src/form/form_edits";
import { cellAt, cellTyped, formAdded, formRemoved, formRestored } from "../src/features/orders/form_table";
import { blockInForm, blockOf, cellsOf, columnSent, fieldOfHead, isBlock, valuesOf } from "../src/features/orders/pasted_block";
import { type ProductPresets, bindingFilled, isSingle, presetFilled, presetTakenBack } from "../src/features/orders/product_presets";

test("clause s_4_4_1: a cell of the forms table is put in, read and taken back", () => {
  let text = cellTyped("", 3, "sheets", "2 100");
  text = cellTyped(text, 8, "style", "正反印");
  expect(text).toBe("3 sheets=2100; 8 style=正反印");
  expect([cellAt(text, 3, "sheets"), cellAt(text, 3, "plates")]).toEqual(["2100", ""]);
  expect(cellTyped(text, 3, "sheets", "")).toBe("8 style=正反印");
  const more = formAdded(text, 8);
  expect(more).toBe("3 sheets=2100; 8 style=正反印; 9 added");
  expect(formRemoved(more, 9)).toBe(text);
  expect(formRemoved(text, 3)).toBe("3 gone sheets=2100; 8 style=正反印");
  expect(formRestored("3 gone sheets=2100", 3)).toBe("");
  expect(formRestored(cellTyped("9 added", 9, "pages", "4"), 9)).toBe("9 added");
});

test("what would end a cell never does", () => {
  const text = cellTyped("", 1, "sheets", "1;2=3");
  expect(text.split(";")).toHaveLength(1);
  expect(cellAt(text, 1, "sheets")).toBe("1；2＝3");
});

const given = { bleed: "3", per_product: "1", supply: "house", plate_state: "new" };
const fresh = rowAdded({ ...EMPTY_FORM, product: { unit: "本" } }, "component", undefined, given).form;

const presets: ProductPresets = {
  types: [
    { kind: "画册", single: false, product: { size: "210 × 285", unit: "本", binding: "骑马订" } },
    { kind: "书刊", single: false, product: { size: "140 × 210", unit: "本", binding: "无线胶装" } },
    { kind: "名片", single: true, product: { size: "90 × 54", unit: "张", binding: "散页" } },
  ],
  parts: [
    { of: ["画册"], component: { name: "封面", pages: "4" } },
    { of: ["画册"], component: { name: "内文" } },
    { of: ["书刊"], component: { name: "封面", pages: "4" } },
    { of: ["书刊"], component: { name: "内文" } },
    { of: ["名片"], component: { name: "名片", pages: "2" } },
    { of: ["精装(方脊)"], component: { name: "灰板", grade: "灰板", per_product: "2" } },
    { of: ["精装(方脊)"], component: { name: "环衬", pages: "8" } },
  ],
};

test("clause s_4_1_1: a type fills only what is empty, and one undo takes it back", () => {
  const begun = typed(typed(fresh, "product.size", "250x250"), "product.type", "画册");
  const filled = presetFilled(presets, begun, "画册");
  if (filled === undefined) throw new Error("nothing was filled");
  expect(textAt(filled.form, "product.size")).toBe("250x250");
  expect(textAt(filled.form, "product.binding")).toBe("骑马订");
  expect(rowsOf(filled.form, "component").map((row) => row.values["name"])).toEqual(["封面", "内文"]);
  expect(rowsOf(filled.form, "component")[1]?.values["bleed"]).toBe("3");
  expect(presetTakenBack(filled.form, begun, filled)).toEqual(begun);
  // What was typed over it since stays.
  const later = typed(filled.form, "product.binding", "锁线胶装");
  expect(textAt(presetTakenBack(later, begun, filled), "product.binding")).toBe("锁线胶装");
});

test("components somebody has begun are theirs", () => {
  const begun = typed(fresh, `component:${fresh.components[0]?.key}.name`, "封套");
  const filled = presetFilled(presets, begun, "画册");
  expect(rowsOf(filled?.form ?? EMPTY_FORM, "component").map((row) => row.values["name"])).toEqual(["封套"]);
});

test("clause f7_02: a name card is one line, a book a table", () => {
  const card = presetFilled(presets, typed(fresh, "product.type", "名片"), "名片")?.form ?? EMPTY_FORM;
  expect(isSingle(presets, card)).toBe(true);
  expect(textAt(card, "product.unit")).toBe("张");
  expect(isSingle(presets, rowAdded(card, "component").form)).toBe(false);
  expect(isSingle(presets, presetFilled(presets, typed(fresh, "product.type", "书刊"), "书刊")?.form ?? EMPTY_FORM)).toBe(false);
  expect(presetFilled(presets, fresh, "别的")).toBeUndefined();
  // A house that calls a leaflet one piece has its own line for it.
  const own = { types: [{ kind: "插卡", single: true, product: {} }], parts: [{ of: ["插卡"], component: { name: "插卡" } }] };
  expect(isSingle(own, presetFilled(own, typed(fresh, "product.type", "插卡"), "插卡")?.form ?? EMPTY_FORM)).toBe(true);
  expect(presetFilled(undefined, fresh, "名片")).toBeUndefined();
});

test("cells come as a spreadsheet writes them", () => {
  expect(cellsOf('a\t"b\nc"\t"d ""e"""\r\n\r\nf\t\t\r\n')).toEqual([["a", "b c", 'd "e"'], ["f", "", ""]]);
  expect([isBlock("157"), isBlock("a\tb"), isBlock("a\nb"), isBlock("a\n")]).toEqual([false, true, true, false]);
});

test("columns are told by the words of their head, else by position", () => {
  expect(["P数", "用纸", "克重（g/m²）", "印色", "模数", "供应商"].map(fieldOfHead)).toEqual(["pages", "grade", "grammage", "colours", "number_up", ""]);
  const headed = blockOf("部件\t用纸\t供应商\n封面\t铜版纸\t金东");
  expect(headed.columns).toEqual(["name", "grade", ""]);
  expect(valuesOf(headed, headed.rows[0] ?? [])).toEqual({ name: "封面", grade: "铜版纸", remark: "供应商 金东" });
  const bare = blockOf("封面\t4\t铜版纸\t157");
  expect(bare.columns).toEqual(["name", "pages", "grade", "grammage"]);
  expect(bare.rows).toHaveLength(1);
  expect(columnSent(headed, 2, "grade").columns).toEqual(["name", "", "grade"]);
});

test("no cell is dropped: each stands in a field or in the remark", () => {
  const block = blockOf("名称\t名称\t备注\t\n封面\t面纸\t急\t甲\n内文\t\t\t乙");
  const placed = blockInForm(fresh, block, given);
  const texts = placed.form.components.map((row) => Object.values(row.values).join(" "));
  for (const [index, words] of [["封面", "面纸", "急", "甲"], ["内文", "乙"]].entries()) for (const word of words) expect(texts[index]).toContain(word);
  // The blank first row is replaced; one that was begun stays.
  expect(placed.form.components).toHaveLength(2);
  const begun = typed(fresh, `component:${fresh.components[0]?.key}.name`, "护封");
  expect(blockInForm(begun, block, given).form.components).toHaveLength(3);
  expect(new Set(blockInForm(begun, block, given).form.components.map((row) => row.key)).size).toBe(3);
});

test("a case brings boards and endpapers once, after the cover, and takes them back whole", () => {
  const album = presetFilled(presets, typed(fresh, "product.type", "画册"), "画册")?.form ?? EMPTY_FORM;
  const cased = typed(album, "product.binding", "精装(方脊)");
  const filled = bindingFilled(presets, cased, "精装(方脊)");
  if (filled === undefined) throw new Error("nothing was added");
  expect(rowsOf(filled.form, "component").map((row) => row.values["name"])).toEqual(["封面", "灰板", "环衬", "内文"]);
  expect(rowsOf(filled.form, "component")[1]?.values["per_product"]).toBe("2");
  expect(presetTakenBack(filled.form, cased, filled)).toEqual(cased);
  // A row somebody went on with stays.
  const board = rowsOf(filled.form, "component")[1]?.key ?? "";
  const kept = presetTakenBack(typed(filled.form, `component:${board}.caliper`, "2.5mm"), cased, filled);
  expect(rowsOf(kept, "component")).toHaveLength(3);
  expect(bindingFilled(presets, filled.form, "精装(方脊)")).toBeUndefined();
  expect(bindingFilled(presets, fresh, "精装(方脊)")).toBeUndefined();
  expect(bindingFilled(presets, album, "骑马订")).toBeUndefined();
});
