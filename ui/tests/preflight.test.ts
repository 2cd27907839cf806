// The words of 预检: pages in runs, and a sentence for every kind with its figures.
import { expect, test } from "vitest";
import type { PreflightFinding } from "../src/api/commands";
import { pagesOf } from "../src/features/files/preflight_finding";
import { speak } from "../src/words/language";
import { preflightWords } from "../src/words/preflight";

const finding = (pages: [number, number][]): Pick<PreflightFinding, "pages"> => ({ pages });

test("clause s_4_1_4a: the pages of a finding are told in runs", () => {
  expect(pagesOf(finding([[3, 5], [17, 17]]))).toBe("第 3–5、17 页");
  expect(pagesOf(finding([]))).toBe("");
  expect(pagesOf(finding(Array.from({ length: 40 }, (_, index) => [2 * index + 1, 2 * index + 1])))).toMatch(/23…/);
});

test("clause s_4_1_4a: every kind has a sentence in both languages that tells what was measured", () => {
  const facts = { measured: "«is»", wanted: "«wanted»", names: "«names»", count: "«count»", sides: "left,top", reason: "damaged", item: "size", words: "«words»" };
  for (const spoken of ["zh-CN", "en"] as const) {
    speak(spoken);
    for (const [kind, sentence] of Object.entries(preflightWords().sentences)) {
      const said = sentence(facts);
      expect(said, kind).not.toContain("undefined");
      expect(said.length, kind).toBeGreaterThan(3);
    }
    const told = preflightWords().sentences;
    expect(told.page_size(facts)).toMatch(/«is».*«wanted»/);
    expect(told.bleed(facts)).not.toContain("left,top");
    expect(told.font_missing(facts)).toContain("«names»");
  }
  speak("zh-CN");
});
