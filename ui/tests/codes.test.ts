// The trail shows codes of the core: each has its word in both languages.
import { afterEach, expect, test } from "vitest";
import { codeWord, factsOf } from "../src/words/codes";
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

test("a bare number of an act says what it counts, and what only a machine reads is not told", () => {
  expect(factsOf({ places: "2", version: "1", print: "3", sheet: "RW-2026-A000001 · V1" })).toEqual(["2 处", "V1", "第 3 次", "RW-2026-A000001 · V1"]);
  expect(factsOf({ id: "7", order_id: "1", content_hash: "ab", paper: "0f".repeat(32), reason: "", number: "OD-1" })).toEqual(["OD-1"]);
  speak("en");
  expect(factsOf({ places: "1", count: "13" })).toEqual(["1 place", "13 items"]);
});
