// The table of errors: both languages, filled, never a brace or a bare code left.
import { afterEach, expect, test } from "vitest";
import { fieldWords, knownCodes, refusalWords } from "../src/words/errors";
import { speak } from "../src/words/language";

afterEach(() => speak("zh-CN"));

test("facts are said in words of the trade", () => {
  expect(refusalWords({ code: "needs_role", params: { roles: "sales_director,finance" } }).next).toBe("需要：业务总监 / 财务。请有这个职务的人签核，或由业务助理代录。");
  expect(fieldWords("typed_out_of_range", { least: "1", most: "999" })).toBe("应在 1 到 999 之间");
});

test("every code has words in both languages", () => {
  for (const language of ["zh-CN", "en"] as const) {
    speak(language);
    for (const code of knownCodes()) {
      const words = refusalWords({ code, params: {} });
      expect(words.title, code).not.toBe("");
      expect(words.title + words.next, code).not.toMatch(/[{}]/);
    }
  }
});

test("an unknown code is told with the code and a way on", () => {
  expect(refusalWords({ code: "brand_new", params: {} }).title).toContain("brand_new");
  expect(refusalWords({ code: "brand_new", params: {} }).next).not.toBe("");
});
