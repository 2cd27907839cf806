import { describe, expect, it } from "vitest";
import type { StoryLine } from "../src/api/commands";
import { byDay, shownOf } from "../src/features/orders/story";

const line = (at: string, activity: string, more: Partial<StoryLine> = {}): StoryLine => ({ at, who: "林晓梅", activity, params: {}, places: [], reason: "", ...more });

describe("the story of an order", () => {
  const story = [
    line("2026-11-24T01:12:00Z", "register_order"),
    line("2026-11-24T15:59:00Z", "save_order", { places: [{ label: "封面·克重", old: "157 g/m²", new: "200 g/m²" }] }),
    line("2026-11-24T16:01:00Z", "check_order", { params: { signer: "周敏" } }),
  ];

  it("is told day by day, by the days of Shanghai", () => {
    expect(byDay(story).map(([day, lines]) => [day, lines.length])).toEqual([["2026-11-24", 2], ["2026-11-25", 1]]);
  });

  it("can be narrowed to what was changed and to what was signed", () => {
    expect(shownOf(story, "all")).toHaveLength(3);
    expect(shownOf(story, "changed").map((each) => each.activity)).toEqual(["save_order"]);
    expect(shownOf(story, "signed").map((each) => each.activity)).toEqual(["check_order"]);
  });
});
