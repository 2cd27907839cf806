// Outlines as hands draw, move and pull them, and the ways back.
import { expect, test } from "vitest";
import type { Outline, ShownPages } from "../src/api/commands";
import { type Marked, begun, did, freshName, redone, undone } from "../src/features/positions/marking";
import { between, framed, frameOf, keptOn, moved, pointOn, pulled, sizeOf, typedLength } from "../src/features/positions/shapes";

const rectangle = (left: number, top: number, width: number, height: number): Outline => ({ shape: "rectangle", left, top, width, height });
// A card of 90 × 54 mm with 3 mm of bleed.
const card: ShownPages = { page: 1, width: 96, height: 60, trimLeft: 3, trimTop: 3, trimWidth: 90, trimHeight: 54 };

test("clause s_4_2_6: a point of the picture is told in tenths of a millimetre from the trim", () => {
  expect(pointOn(card, 0, 0)).toEqual([-30, -30]);
  expect(pointOn(card, 0.5, 0.5)).toEqual([450, 270]);
  expect(pointOn(card, 1.2, -1)).toEqual([930, -30]);
});

test("clause s_4_2_6: a rectangle is the same whichever way it is drawn", () => {
  for (const [one, other] of [[[10, 20], [110, 70]], [[110, 70], [10, 20]], [[110, 20], [10, 70]]] as const) expect(between(one, other)).toEqual(rectangle(10, 20, 100, 50));
});

test("clause s_4_2_6: a side is pulled until it would pass the other", () => {
  const outline = rectangle(100, 100, 50, 40);
  expect(pulled(outline, { x: 1, y: 1 }, 10, -10)).toEqual(rectangle(100, 100, 60, 30));
  expect(pulled(outline, { x: -1, y: 0 }, 20, 99)).toEqual(rectangle(120, 100, 30, 40));
  expect(pulled(outline, { x: -1, y: -1 }, 500, 500)).toEqual(rectangle(145, 135, 5, 5));
  expect(pulled(outline, { x: 1, y: 0 }, -500, 0)).toEqual(rectangle(100, 100, 5, 40));
});

test("clause s_4_2_6: an outline moves and stretches as a whole, and stays on its page", () => {
  const triangle: Outline = { shape: "polygon", corners: [[100, 100], [200, 100], [150, 180]] };
  expect(frameOf(triangle)).toEqual({ left: 100, top: 100, width: 100, height: 80 });
  expect(moved(triangle, -10, 5)).toEqual({ shape: "polygon", corners: [[90, 105], [190, 105], [140, 185]] });
  expect(framed(triangle, { left: -10, top: 0, width: 200, height: 40 })).toEqual({ shape: "polygon", corners: [[-10, 0], [190, 0], [90, 40]] });
  expect(keptOn(rectangle(-100, 900, 100, 50), card)).toEqual(rectangle(-30, 520, 100, 50));
  expect(keptOn(rectangle(10, 10, 100, 50), card)).toEqual(rectangle(10, 10, 100, 50));
});

test("clause s_4_2_6: every step is taken back and done again; a new step ends the way forward", () => {
  const at = (name: string): readonly Marked[] => [{ key: name, step: "f1", name, tool: "", page: 1, outline: rectangle(0, 0, 10, 10), stale: false }];
  const names = (history: { now: readonly Marked[] }): string => history.now.map((one) => one.name).join();
  let history = did(did(begun(at("a")), at("b")), at("c"));
  history = undone(undone(undone(history)));
  expect(names(history)).toBe("a");
  history = redone(history);
  expect(names(history)).toBe("b");
  history = redone(did(history, at("d")));
  expect(names(history)).toBe("d");
  expect(names(undone(history))).toBe("b");
});

test("clause s_4_2_6: names and lengths are such as one says", () => {
  expect(freshName("烫金", [])).toBe("烫金");
  expect(freshName("烫金", ["烫金", "烫金 2"])).toBe("烫金 3");
  expect([typedLength(625), typedLength(-30), typedLength(400)]).toEqual(["62.5", "-3", "40"]);
  const sizes = [card, { ...card, page: 4, width: 210 }];
  expect([1, 3, 4, 9].map((page) => sizeOf(sizes, page)?.width)).toEqual([96, 96, 210, 210]);
});
