// The table of keys.
import { expect, test } from "vitest";
import { dialogClosed, dialogOpened } from "../src/kit/dialog_depth";
import { KEYS, bindKey, keyOf, watchKeys } from "../src/kit/keys";

const press = (init: KeyboardEventInit): KeyboardEvent => new KeyboardEvent("keydown", { cancelable: true, bubbles: true, ...init });

test("each key is found by what is pressed, and by nothing more", () => {
  expect(keyOf(press({ key: "n", ctrlKey: true }))?.name).toBe("new");
  expect(keyOf(press({ key: "n", ctrlKey: true, shiftKey: true }))).toBeUndefined();
  expect(keyOf(press({ key: "n", ctrlKey: true, altKey: true }))).toBeUndefined();
  expect(keyOf(press({ key: "¡", code: "Digit1", altKey: true }))).toEqual({ name: "step", digit: 1 });
  expect(keyOf(press({ key: "8", code: "Digit8", altKey: true }))).toBeUndefined();
  expect(keyOf(press({ key: "Enter", ctrlKey: true, isComposing: true }))).toBeUndefined();
});

test("no two entries of the table are the same key", () => {
  const spelled = Object.values(KEYS).map((key) => JSON.stringify([key.key, "command" in key, "alt" in key]));
  expect(new Set(spelled).size).toBe(spelled.length);
});

test("the newest binding answers, and the older one again after it is gone", () => {
  watchKeys();
  const told: string[] = [];
  const off = bindKey("main", () => told.push("screen"));
  const offNewer = bindKey("main", () => told.push("panel"));
  window.dispatchEvent(press({ key: "Enter", ctrlKey: true }));
  offNewer();
  window.dispatchEvent(press({ key: "Enter", ctrlKey: true }));
  off();
  window.dispatchEvent(press({ key: "Enter", ctrlKey: true }));
  expect(told).toEqual(["panel", "screen"]);
});

test("another call and the lock are answered over every dialog, what belongs to the page is not", () => {
  const told: string[] = [];
  const offs = [bindKey("new", () => told.push("new"), 0), bindKey("lock", () => told.push("lock"), 0), bindKey("main", () => told.push("main"), 0)];
  const dialog = document.createElement("dialog");
  dialog.open = true;
  document.body.append(dialog);
  dialogOpened(dialog);
  for (const key of ["n", "l", "Enter"]) window.dispatchEvent(press({ key, ctrlKey: true }));
  dialogClosed(dialog);
  dialog.remove();
  for (const off of offs) off();
  expect(told).toEqual(["new", "lock"]);
});
