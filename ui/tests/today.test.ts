import { describe, expect, it } from "vitest";
import type { TodayRow } from "../src/api/commands";
import { dueOf, whatOf } from "../src/features/today/today";

const order: TodayRow["order"] = { id: 1, number: "OD-2026-A000317", kind: "od", customer: "深圳彩源文化", product: "《岭南草木》", rush: false, due: "2026-12-08", daysLeft: 12 };
const row: TodayRow = { key: "1", order, what: "issue", line: null, mine: true, who: ["sales_assistant"], count: 1, askedBy: "", since: "", step: 5, path: null };

describe("clause f2_04_2: what waits is said in words", () => {
  it("says how near the delivery is", () => {
    const due = (daysLeft: number): string => dueOf({ ...order, daysLeft }).text;
    expect([3, 2, 1, 0, -2].map(due)).toEqual(["2026-12-08", "2026-12-08 后天", "2026-12-08 明天", "2026-12-08 今天", "2026-12-08 过了 2 天"]);
    expect([3, 2, 0, -1].map((daysLeft) => dueOf({ ...order, daysLeft }).tone)).toEqual(["", "is-amber", "is-amber", "is-red"]);
    expect(dueOf({ ...order, due: null, daysLeft: null })).toEqual({ text: "—", tone: "" });
  });

  it("says what is to be done, by the line of the check list where there is one", () => {
    const line = { code: "preflight_errors", params: { count: "3" }, who: "sales_assistant" as const, step: 2, path: "preflight.error" };
    expect(whatOf({ ...row, what: "one_step", line })).toBe("预检有 3 项错误没处理");
    expect(whatOf(row)).toBe("可以开任务书");
    expect(whatOf({ ...row, what: "change", askedBy: "林晓梅" })).toBe("林晓梅 的更改等批准");
    expect(whatOf({ ...row, what: "free_proof", askedBy: "周敏" })).toBe("周敏 的免费打样等批准");
    expect(whatOf({ ...row, what: "copies", count: 3 })).toBe("3 张任务书没换发、手改或收回");
    expect(whatOf({ ...row, what: "rested" })).toBe("暂停的日子到了：恢复，还是取消");
  });
});
