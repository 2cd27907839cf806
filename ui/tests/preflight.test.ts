// The words of 预检: pages in runs, and a sentence for every kind with its figures.
import { expect, test } from "vitest";
import type { PageChange, PreflightFinding } from "../src/api/commands";
import { pagesOf } from "../src/features/files/preflight_finding";
import { compareWords } from "../src/words/compare";
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

test("clause s_4_1_4b: what a new version changed is told in runs of pages", () => {
  const page = (before: number | null, after: number | null, verdict: string): PageChange => ({ before, after, verdict, areas: [] });
  const told = (pages: PageChange[]): string => compareWords().summary({ before: { version: 1, sha256: "" }, after: { version: 2, sha256: "" }, pages, given: [], compared: true });
  speak("zh-CN");
  expect(told([page(3, 3, "changed"), page(17, 17, "changed")])).toBe("改了第 3、17 页");
  expect(told([page(3, 3, "changed"), page(4, 4, "changed"), page(null, 5, "added"), page(6, null, "removed"), page(9, 9, "not_compared")])).toBe("改了第 3–4 页；新加第 5 页；去掉了原来的第 6 页；第 9 页没来得及比，请人工看");
  expect(told([])).toBe("第 2 版和第 1 版看起来一样");
});
