// What the files step proposes by name, and the words of the sums.
import { expect, test } from "vitest";
import type { ComponentPages, FileView, OrderPage } from "../src/api/commands";
import { sumWords } from "../src/features/files/file_list";
import { bareName, baseName, legibleName, proposal, proposedComponent } from "../src/features/files/proposing";

const file = (place: number, component: string, name: string, rest: Partial<FileView> = {}): FileView => ({ id: place, place, component, name, newest: true, outReason: "", counts: "single", ...rest }) as FileView;
const sum = (component: string, rest: Partial<ComponentPages> = {}): ComponentPages => ({ component, files: 1, sum: 0, ordered: 120, needsFile: true, stand: "differ", ...rest });
const page = (files: readonly FileView[], names: Readonly<Record<string, string>>): OrderPage =>
  ({ files, pageSums: Object.keys(names).map((key) => sum(key)), form: { components: Object.entries(names).map(([key, name]) => ({ key, values: { name } })) } }) as unknown as OrderPage;

test("clause s_4_1_1b: a file is proposed for the component its name speaks of, the longest name first", () => {
  const order = page([], { c1: "封面", c2: "内文", c3: "内文插页" });
  expect(proposedComponent(order, "C:\\微信\\岭南_内文 1-64.pdf")).toBe("c2");
  expect(proposedComponent(order, "/tmp/内文插页.pdf")).toBe("c3");
  expect(proposedComponent(order, "/tmp/岭南.pdf")).toBe("");
  expect(proposedComponent(page([], { c1: "单张" }), "/tmp/岭南.pdf")).toBe("c1");
  expect(baseName("C:\\a\\b.pdf")).toBe("b.pdf");
  expect(legibleName("/a/封面\u202efdp.exe")).toBe("封面fdp.exe");
});

test("clause s_4_1_1b: names that differ in their version only are one file, page ranges tell files apart", () => {
  for (const name of ["内文 1-64.pdf", "内文 1-64 V2.PDF", "内文_1-64_终稿.pdf", "内文 1-64(2).pdf", "内文 1-64 修改 20261124.pdf"]) expect(bareName(name)).toBe(bareName("内文1-64.pdf"));
  expect(bareName("内文 65-120.pdf")).not.toBe(bareName("内文 1-64.pdf"));
});

test("clause s_4_1_1b: a new version is proposed by name, with the way its pages count", () => {
  const order = page([file(7, "c2", "内文 1-64.pdf", { counts: "spread" }), file(8, "c2", "内文 65-120.pdf"), file(9, "c2", "内文 旧.pdf", { outReason: "发错" })], { c1: "封面", c2: "内文" });
  expect(proposal(order, "/a/内文 1-64 V2.pdf")).toMatchObject({ component: "c2", replaces: "7", counts: "spread" });
  expect(proposal(order, "/a/内文 121-136.pdf")).toMatchObject({ component: "c2", replaces: "", counts: "single" });
  expect(proposal(order, "/a/内文 旧 V2.pdf").replaces).toBe("");
  expect(proposal(order, "/a/封面展开.pdf")).toMatchObject({ component: "c1", counts: "cover" });
  expect(proposal(order, "/a/内文 跨页.pdf").counts).toBe("spread");
});

test("clause s_4_4_1a_2: the sum says what is missing", () => {
  expect(sumWords(sum("c2", { sum: 118 }))).toEqual({ text: "文件 118 P，订单 120 P：差 2 P", tone: "is-amber" });
  expect(sumWords(sum("c2", { sum: 120, stand: "agree" }))).toEqual({ text: "120 P，与订单一致", tone: "is-green" });
  expect(sumWords(sum("c2", { sum: null, stand: "uncounted" })).tone).toBe("is-amber");
  expect(sumWords(sum("c2", { files: 0, sum: 0, needsFile: false })).text).toBe("不印刷，不用文件");
});
