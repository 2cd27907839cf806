// Reading when something happened.
import { expect, test } from "vitest";
import { momentNow, readMoment } from "../src/words/moments";

const today = "2026-11-24";

test("a time alone is today, in the house's time zone", () => {
  // 09:30 in Shanghai is 01:30 UTC.
  expect(readMoment("9:30", today)).toBe("2026-11-24T01:30:00.000Z");
  expect(readMoment("９：３０", today)).toBe("2026-11-24T01:30:00.000Z");
});

test("day and year are read, and early hours fall on the UTC day before", () => {
  expect(readMoment("11-23 07:00", today)).toBe("2026-11-22T23:00:00.000Z");
  expect(readMoment("2025年12月31日 23:59", today)).toBe("2025-12-31T15:59:00.000Z");
});

test("what is no moment is not guessed", () => {
  for (const text of ["", "昨天", "2-30 09:00", "25:00", "9:75"]) expect(readMoment(text, today)).toBeUndefined();
});

test("what is prefilled can be read again", () => {
  const now = new Date("2026-11-24T01:30:12Z");
  expect(momentNow(now)).toBe("2026-11-24 09:30");
  expect(readMoment(momentNow(now), today)).toBe("2026-11-24T01:30:00.000Z");
});
