// A reload never writes into a field that is focused, composing or unsaved.
import { expect, test } from "vitest";
import { OwnedText } from "../src/kit/owned_text";

const holding = (text: string): OwnedText => {
  const owned = new OwnedText();
  owned.offer("order:1", text);
  return owned;
};

test("an untouched field takes what is reloaded", () => {
  const owned = holding("2000");
  expect(owned.offer("order:1", "3000")).toBe(true);
  expect(owned.text).toBe("3000");
});

test("a focused field waits and takes the reload when it is left", () => {
  const owned = holding("2000");
  owned.focused = true;
  expect(owned.offer("order:1", "3000")).toBe(false);
  expect(owned.text).toBe("2000");
  expect(owned.leave()).toBe(true);
  expect(owned.text).toBe("3000");
});

test("a field being composed keeps its text", () => {
  const owned = holding("画");
  owned.composing = true;
  owned.type("画ce");
  owned.offer("order:1", "书刊");
  expect(owned.text).toBe("画ce");
});

test("an unsaved field keeps its text even after it was left", () => {
  const owned = holding("2000");
  owned.focused = true;
  owned.type("2500");
  owned.leave();
  owned.offer("order:1", "3000");
  expect(owned.text).toBe("2500");
});

test("an echo of an older keystroke changes nothing", () => {
  const owned = holding("");
  owned.focused = true;
  owned.type("ab");
  owned.offer("order:1", "a");
  owned.offer("order:1", "ab");
  owned.leave();
  expect(owned.text).toBe("ab");
});

test("another record is shown at once, whatever was typed for the first", () => {
  const owned = holding("2000");
  owned.focused = true;
  owned.type("2500");
  owned.offer("draft:2", "10");
  expect(owned.text).toBe("10");
});
