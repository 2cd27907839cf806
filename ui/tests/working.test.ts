// An act that takes longer than a second says so, and is silent while the system asks the person.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { asked, begun, isLong } from "../src/api/working";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("nothing is said of what is done within a second", () => {
  const over = begun();
  vi.advanceTimersByTime(900);
  expect(isLong()).toBe(false);
  over();
  vi.advanceTimersByTime(1_000);
  expect(isLong()).toBe(false);
});

test("what takes longer is said until the last of them is over", () => {
  const [one, other] = [begun(), begun()];
  vi.advanceTimersByTime(1_100);
  expect(isLong()).toBe(true);
  one();
  expect(isLong()).toBe(true);
  const closed = asked();
  expect(isLong()).toBe(false);
  closed();
  expect(isLong()).toBe(true);
  other();
  expect(isLong()).toBe(false);
});
