import { describe, expect, it } from "vitest";
import type { ThreeWayRow } from "../src/api/commands";
import { answerOf, differs, isLeft } from "../src/features/task_sheets/three_way_rows";

const row = (sample: ThreeWayRow["sample"], file: ThreeWayRow["file"]): ThreeWayRow => ({ path: "component:c1.size", component: "封面", aspect: "size", sheet: "210 × 285 mm", file, fileText: "", sample, said: "", by: "", at: null, passed: null });

describe("clause s_4_4_1a_2: the sample's column", () => {
  it("nothing typed agrees, a dash is not on this sample, anything else is what it has instead", () => {
    expect(answerOf("")).toEqual({ answer: "agrees", said: "" });
    expect(answerOf("  ")).toEqual({ answer: "agrees", said: "" });
    expect(answerOf("-")).toEqual({ answer: "not_shown", said: "" });
    expect(answerOf("－")).toEqual({ answer: "not_shown", said: "" });
    expect(answerOf(" 118 P ")).toEqual({ answer: "differs", said: "118 P" });
  });

  it("is left to do while nobody looked, and differs on either side", () => {
    expect([row("open", "agrees"), row("stale", "agrees"), row("agrees", "agrees")].map(isLeft)).toEqual([true, true, false]);
    expect([row("agrees", "differs"), row("differs", "missing"), row("agrees", "passed")].map(differs)).toEqual([true, true, false]);
  });
});
