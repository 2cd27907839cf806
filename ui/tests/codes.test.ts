// The trail shows codes of the core: each has its word in both languages.
import { afterEach, expect, test } from "vitest";
import { codeWord, factWord } from "../src/words/codes";
import { speak } from "../src/words/language";

afterEach(() => speak("zh-CN"));

test("the ways one speaks with a customer stand in the trail in words", () => {
  expect(["phone", "wechat", "email", "in_person", "fax"].map(codeWord)).toEqual(["电话", "微信", "邮件", "当面", "传真"]);
  speak("en");
  expect(["phone", "in_person"].map(codeWord)).toEqual(["phone", "in person"]);
});

test("the ways money comes in stand in the trail in words", () => {
  expect(["transfer", "cash", "wechat", "alipay", "cheque", "other"].map(codeWord)).toEqual(["转账", "现金", "微信", "支付宝", "支票", "其他"]);
});

test("a bare number of an act says what it counts", () => {
  expect([factWord("places", "2"), factWord("version", "1"), factWord("print", "3"), factWord("sheet", "RW-2026-A000001 · V1")]).toEqual(["2 处", "V1", "第 3 次", "RW-2026-A000001 · V1"]);
  speak("en");
  expect([factWord("places", "1"), factWord("count", "13")]).toEqual(["1 place", "13 items"]);
});
