// What a sign box still asks for, and what it sends.
import { expect, test } from "vitest";
import { OUTSIDER, emptySign, missingSign, signed } from "../src/kit/sign_box";

test("by PIN: a person and a PIN, nothing else", () => {
  expect(Object.keys(missingSign(emptySign(), undefined))).toEqual(["person", "pin"]);
  expect(signed({ ...emptySign("3"), pin: "1234" }, "")).toEqual({ way: "pin", person: 3, pin: "1234" });
});

test("clause f1_03: recorded: who, when, by what and evidence must be there, or be said to follow", () => {
  const values = { ...emptySign(OUTSIDER, "recorded"), at: "昨天" };
  expect(Object.keys(missingSign(values, undefined))).toEqual(["name", "at", "medium", "evidence"]);
  expect(Object.keys(missingSign({ ...values, follows: true }, undefined))).toEqual(["name", "at", "medium"]);
  const at = "2026-11-24T01:30:00.000Z";
  expect(signed({ ...values, name: " 王琳 ", medium: "wechat" }, at)).toEqual({ way: "recorded", person: null, name: "王琳", at, medium: "wechat", evidence: [], follows: false, note: "" });
  const pasted = { kind: "pasted", name: "x.png", data: "eA==", picture: "data:image/png;base64,eA==" } as const;
  const sent = signed({ ...values, medium: "wechat", follows: true, evidence: [pasted, { kind: "file", path: "/a/签字.jpg" }] }, at);
  expect(sent).toMatchObject({ follows: false, evidence: [{ from: "pasted", name: "x.png", data: "eA==" }, { from: "file", path: "/a/签字.jpg" }] });
});
