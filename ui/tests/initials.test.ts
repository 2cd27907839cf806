// Words of a list found by pinyin initials.
import { expect, test, vi } from "vitest";
import { holds, learn, tellInitialsBy } from "../src/kit/initials";

const READINGS: Readonly<Record<string, readonly string[]>> = { "\u5185\u6587 \u00b7 \u514b\u91cd": ["n", "w", " ", "\u00b7", " ", "k", "cz"], "\u957f\u4e1d": ["cz", "s"] };

test("initials stand anywhere, in every reading, over blanks and dots; each word is asked for once", async () => {
  const teller = vi.fn((texts: readonly string[]) => Promise.resolve(texts.map((text) => READINGS[text] ?? [])));
  tellInitialsBy(teller);
  const [place = "", grain = ""] = Object.keys(READINGS);
  expect(holds(place, "nw")).toBe(false);
  expect(await learn([place, grain, grain])).toBe(true);
  expect(await learn([place])).toBe(false);
  expect(teller).toHaveBeenCalledTimes(1);
  expect(["nw", "kz", "kc", "nwkz", "wkc"].every((typed) => holds(place, typed))).toBe(true);
  expect(["cs", "zs"].every((typed) => holds(grain, typed))).toBe(true);
  expect(["kn", "nwx", "", "n w"].some((typed) => holds(place, typed))).toBe(false);
});

test("without an answer a word is asked for again the next time", async () => {
  tellInitialsBy(() => Promise.reject(new Error("away")));
  expect(await learn(["\u5c01\u9762"])).toBe(false);
  tellInitialsBy(() => Promise.resolve([["f", "m"]]));
  expect(await learn(["\u5c01\u9762"])).toBe(true);
  expect(holds("\u5c01\u9762", "fm")).toBe(true);
});

test("a list that opens while another asks for the same words hears of the answer, too", async () => {
  let answer: (told: readonly (readonly string[])[]) => void = () => undefined;
  const teller = vi.fn(() => new Promise<readonly (readonly string[])[]>((resolve) => { answer = resolve; }));
  tellInitialsBy(teller);
  const [first, second] = [learn(["\u73af\u886c"]), learn(["\u73af\u886c"])];
  answer([["h", "c"]]);
  expect(await Promise.all([first, second])).toEqual([true, true]);
  expect(teller).toHaveBeenCalledTimes(1);
  expect(holds("\u73af\u886c", "hc")).toBe(true);
});
