import { describe, expect, it } from "vitest";
import type { FindingView, MaterialPoint } from "../src/api/commands";
import { foundOf, namesOf, pointsAsMarked } from "../src/features/orders/material_points";

const points: readonly MaterialPoint[] = [
  { name: "成品尺寸", result: "sound" },
  { name: "图片与文字", result: "unsound" },
  { name: "模切与刀版", result: "not_applicable" },
];

const finding = (id: number, point: string, state: FindingView["state"]): FindingView => ({ id, code: "", label: "", path: "", point, params: {}, words: `第 ${id} 条`, state, mayStay: true, at: "", by: "", outcome: null, closedAt: null, closedBy: "", closedHow: "" });

describe("clause s_4_1_3: the points of the material audit", () => {
  it("stand as they are while nothing is said of them", () => {
    expect(pointsAsMarked(points, {})).toEqual(points);
  });

  it("do not apply, or apply again, as somebody says", () => {
    const said = pointsAsMarked(points, { 成品尺寸: true, 模切与刀版: false, 刀版: true });
    expect(said.map(({ result }) => result)).toEqual(["not_applicable", "unsound", "sound"]);
    expect(namesOf(said, "not_applicable")).toEqual(["成品尺寸"]);
  });

  it("are unsound while a finding stands, whatever was said before", () => {
    expect(namesOf(pointsAsMarked(points, { 图片与文字: true }), "not_applicable")).toEqual(["模切与刀版"]);
  });

  it("name what stands of them, and what was closed only where nothing does", () => {
    const closed = finding(1, "图片与文字", "closed");
    const settled = finding(2, "图片与文字", "settled");
    expect(foundOf("图片与文字", [closed, settled, finding(3, "成品尺寸", "open")])).toEqual([settled]);
    expect(foundOf("图片与文字", [closed])).toEqual([closed]);
  });
});
