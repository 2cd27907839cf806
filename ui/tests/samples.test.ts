// What is typed of a sample, and what goes to the core of it.
import { expect, test } from "vitest";
import { BLANK, dayUnread, factsOf } from "../src/features/samples/sample_fields";

test("clause s_4_1_1c: a day of validity is written whole, or left out", () => {
  for (const [day, unread] of [["", false], [" ", false], ["2027-06-30", false], ["6-30", true], ["明年", true]] as const) expect(dayUnread(day), day).toBe(unread);
  expect(factsOf({ ...BLANK, validUntil: " " }).validUntil).toBeNull();
  expect(factsOf({ ...BLANK, validUntil: " 2027-06-30 " }).validUntil).toBe("2027-06-30");
});

test("clause s_4_1_1c: a count that is none is left to the core to refuse", () => {
  expect(factsOf({ ...BLANK, quantity: "三" }).quantity).toBe(0);
  expect(factsOf({ ...BLANK, quantity: "3" }).quantity).toBe(3);
});
