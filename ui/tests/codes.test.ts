// The trail shows codes of the core: each has its word in both languages.
import { afterEach, expect, test } from "vitest";
import { codeWord } from "../src/words/codes";
import { speak } from "../src/words/language";

afterEach(() => speak("zh-CN"));

test("the ways one speaks with a customer stand in the trail in words", () => {
  expect(["phone", "wechat", "email", "in_person", "fax"].map(codeWord)).toEqual(["电话", "微信", "邮件", "当面", "传真"]);
  speak("en");
  expect(["phone", "in_person"].map(codeWord)).toEqual(["phone", "in person"]);
});
