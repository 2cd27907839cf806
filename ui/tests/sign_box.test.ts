// What a sign box still asks for, and what it sends.
import { expect, test } from "vitest";
import { OUTSIDER, emptySign, missingSign, signed } from "../src/kit/sign_box";

test("by PIN: a person and a PIN, nothing else", () => {
  expect(Object.keys(missingSign(emptySign(), undefined))).toEqual(["person", "pin"]);
  expect(signed({ ...emptySign("3"), pin: "1234" }, "")).toEqual({ way: "pin", person: 3, pin: "1234" });
});

test("recorded: who, when and by what must be there; evidence may come later", () => {
  const values = { ...emptySign(OUTSIDER, "recorded"), at: "昨天" };
  expect(Object.keys(missingSign(values, undefined))).toEqual(["name", "at", "medium"]);
  const at = "2026-11-24T01:30:00.000Z";
  expect(signed({ ...values, name: " 王琳 ", medium: "wechat" }, at)).toEqual({ way: "recorded", person: null, name: "王琳", at, medium: "wechat", evidence: [], note: "" });
});
