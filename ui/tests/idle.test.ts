// When the screen locks, and what becomes of what was asked meanwhile.
import { expect, test } from "vitest";
import { isIdle } from "../src/api/idle";
import { flushAll, onFlush, onSeatLocked, seatLocked, seatOpen, seatOpened } from "../src/api/seat";
import { pastedName } from "../src/signing/pasted";

test("clause f7_04: idle is so many minutes without key or mouse, to the millisecond", () => {
  expect(isIdle(0, 15 * 60_000 - 1, 15)).toBe(false);
  expect(isIdle(0, 15 * 60_000, 15)).toBe(true);
});

test("what was asked while locked goes on for the one who asked, and is dropped for another", async () => {
  let heard = 0;
  onSeatLocked(() => { heard += 1; });
  for (const same of [true, false]) {
    seatLocked();
    seatLocked();
    const waiting = [seatOpen(), seatOpen()];
    seatOpened(same);
    expect(await Promise.all(waiting)).toEqual([same, same]);
  }
  expect(heard).toBe(2);
});

test("what is typed is kept before locking; one that fails holds up nobody", async () => {
  const kept: string[] = [];
  const off = [onFlush(async () => { throw new Error("disk"); }), onFlush(async () => { kept.push("draft"); })];
  await flushAll();
  off.forEach((stop) => stop());
  await flushAll();
  expect(kept).toEqual(["draft"]);
});

test("a pasted picture is named by its moment, each differently", () => {
  const at = new Date(2026, 10, 24, 9, 5, 7);
  expect(pastedName(at, "image/png", [])).toBe("20261124-090507.png");
  expect(pastedName(at, "image/jpeg", ["20261124-090507.jpg"])).toBe("20261124-090507-2.jpg");
});
