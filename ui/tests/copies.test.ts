// What a copy owes in a word, and what is said of a print that was verified.
import { describe, expect, it } from "vitest";
import type { CopyView, PrintVerdict } from "../src/api/commands";
import { lackedLines, verdictLines } from "../src/features/verification/verdict";
import { owed } from "../src/papers/owed";

const copy = (part: Partial<CopyView>): CopyView => ({
  id: 1, orderId: 1, order: "OD-2026-A000001", customer: "彩源", product: "画册", label: "RW-2026-A000001 · V1", number: 2, holder: "生产联", checkCode: "7F3A-91C2",
  at: "2026-11-24T01:12:00Z", by: "林晓梅", verdict: "current", owes: false, missing: [], byHand: [], fate: null, current: "RW-2026-A000001 · V1·改1", ...part,
});

const verdict = (part: Partial<PrintVerdict>, of: Partial<CopyView> = {}): PrintVerdict => ({
  verdict: "current", label: "RW-2026-A000001 · V1", missing: [], current: "RW-2026-A000001 · V1·改1", orderId: 1, copy: copy(of), lacks: [], supersededBy: "", since: null, by: [], fates: [], ...part,
});

const said = (of: PrintVerdict): readonly string[] => verdictLines(of).map((line) => (typeof line.value === "string" ? `${line.label} ${line.value}` : line.label));

describe("clause s_4_4_2b: what a copy owes", () => {
  it("lacks changes, is called back, is lost, or says what holds", () => {
    expect(owed(copy({}))).toEqual({ text: "与现行一致", tone: "green" });
    expect(owed(copy({ verdict: "outdated", missing: ["①", "②"] }))).toEqual({ text: "缺更改 ①②", tone: "amber" });
    expect(owed(copy({ verdict: "superseded" }))).toEqual({ text: "旧版未收回", tone: "red" });
    expect(owed(copy({ verdict: "void" }))).toEqual({ text: "已作废，未收回", tone: "red" });
    expect(owed(copy({ verdict: "superseded", fate: { fate: "lost", at: "", by: "", note: "", replacedBy: "", replacedByPrint: null } })).text).toBe("遗失");
  });
});

describe("clause s_4_4_2b: what is said of a print", () => {
  it("since when and by whom a version took its place", () => {
    const lines = said(verdict({ verdict: "superseded", supersededBy: "RW-2026-A000001 · V2", since: "2026-11-24T05:00:00Z", by: ["林晓梅", "赵强"] }));
    expect(lines).toContain("取代 RW-2026-A000001 · V2，2026-11-24 13:00 起，林晓梅、赵强 签");
  });

  it("each change it lacks, since when, by whom and what it changes", () => {
    const lacks = [{ change: 1, mark: "①", at: "2026-11-24T05:00:00Z", by: ["林晓梅", "钱芳"], places: ["备注：— → 一", "电话：1 → 2"] }];
    expect(lackedLines(verdict({ verdict: "outdated", missing: ["①"], lacks }))).toEqual(["① 2026-11-24 13:00 起，林晓梅、钱芳 签：备注：— → 一；电话：1 → 2"]);
  });

  it("what took the place of an exchanged copy", () => {
    const fate = { fate: "replaced", at: "2026-11-24T05:00:00Z", by: "林晓梅", note: "", replacedBy: "RW-2026-A000001 · V1·改1", replacedByPrint: 1 } as const;
    expect(said(verdict({ verdict: "replaced" }, { fate }))).toContain("换发 2026-11-24 13:00 林晓梅 登记：由 RW-2026-A000001 · V1·改1 第 1 次顶替");
  });

  it("nothing of a print that is not ours", () => {
    expect(verdictLines({ ...verdict({ verdict: "not_ours" }), copy: null })).toEqual([]);
  });
});
