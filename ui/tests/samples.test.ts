// What is typed of a sample, and what goes to the core of it.
import { expect, test } from "vitest";
import type { OrderPage } from "../src/api/commands";
import { BLANK, dayUnread, daysUnread, factsOf, filledIn } from "../src/features/samples/sample_fields";

test("clause s_4_1_1c: a day of validity is written whole, or left out", () => {
  for (const [day, unread] of [["", false], [" ", false], ["2027-06-30", false], ["6-30", true], ["明年", true]] as const) expect(dayUnread(day), day).toBe(unread);
  expect(factsOf({ ...BLANK, validUntil: " " }).validUntil).toBeNull();
  expect(factsOf({ ...BLANK, validUntil: " 2027-06-30 " }).validUntil).toBe("2027-06-30");
});

test("clause s_4_1_1c: a count that is none is left to the core to refuse", () => {
  expect(factsOf({ ...BLANK, quantity: "三" }).quantity).toBe(0);
  expect(factsOf({ ...BLANK, quantity: "3" }).quantity).toBe(3);
});

const of = (contact: string | undefined): OrderPage => ({ customerName: "彩源", form: { order: contact === undefined ? {} : { contact } } }) as unknown as OrderPage;

test("clause s_4_1_1c: a customer's sample is from the contact of the order and came today, until somebody types", () => {
  const shown = filledIn(BLANK, of("王琳"), "2026-11-24");
  expect([shown.fromWhom, shown.cameOn]).toEqual(["王琳", "2026-11-24"]);
  expect(factsOf(shown)).toMatchObject({ fromWhom: "王琳", cameOn: "2026-11-24" });
  expect(filledIn(BLANK, of(undefined), "2026-11-24").fromWhom, "without a contact the customer").toBe("彩源");
  expect(filledIn({ ...BLANK, source: "retained" }, of("王琳"), "2026-11-24").fromWhom, "a retained one is the house's own").toBe("");
  const typed = filledIn({ ...BLANK, fromWhom: "", cameOn: "2026-11-20" }, of("王琳"), "2026-11-24");
  expect([typed.fromWhom, typed.cameOn]).toEqual(["", "2026-11-20"]);
  expect([...daysUnread({ ...BLANK, cameOn: "昨天" })]).toEqual(["cameOn"]);
  expect([...daysUnread({ ...BLANK, cameOn: "", validUntil: "6-30" })]).toEqual(["validUntil"]);
});
