// The order's form: rows keep their keys, a copy gets a new one, and what is typed is never replaced by an older answer.
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const invoked = vi.hoisted(() => vi.fn());
vi.mock("@tauri-apps/api/core", () => ({ invoke: invoked }));

import type { ReactiveControllerHost } from "lit";
import { Editing } from "../src/features/orders/editing";
import { EMPTY_FORM, rowAdded, rowCopied, rowRemoved, rowRestored, rowsOf, sameForm, textAt, typed } from "../src/features/orders/form_edits";

const HOST: ReactiveControllerHost = { addController() {}, removeController() {}, requestUpdate() {}, updateComplete: Promise.resolve(true) };

beforeEach(() => {
  vi.useFakeTimers();
  invoked.mockReset();
  invoked.mockImplementation((name: string) => Promise.resolve(name === "reckon" ? { fields: {}, computed: {}, missing: [], warnings: [] } : { value: null, changed: ["drafts"] }));
});
afterEach(() => vi.useRealTimers());

test("a row keeps its key, and a new one takes the next free number", () => {
  const first = rowAdded(EMPTY_FORM, "component");
  const second = rowAdded(first.form, "component");
  expect([first.key, second.key]).toEqual(["c1", "c2"]);
  const named = typed(second.form, "component:c1.name", "\u5c01\u9762");
  const copy = rowCopied(named, "component", "c1");
  expect(rowsOf(copy.form, "component").map((row) => row.key)).toEqual(["c1", "c3", "c2"]);
  expect(textAt(copy.form, "component:c3.name")).toBe("\u5c01\u9762");
  const removed = rowRemoved(copy.form, "component", "c3");
  expect(sameForm(removed, named)).toBe(true);
  const row = rowsOf(copy.form, "component")[1];
  expect(row === undefined ? [] : rowsOf(rowRestored(removed, "component", row, 1), "component").map((each) => each.key)).toEqual(["c1", "c3", "c2"]);
});

test("an emptied field is as if it had never been typed", () => {
  expect(sameForm(typed(typed(EMPTY_FORM, "order.phone", "138"), "order.phone", ""), EMPTY_FORM)).toBe(true);
});

test("a pause keeps the draft once, and leaving in the middle of a word keeps it at once", async () => {
  const editing = new Editing(HOST, { draftKey: () => "new:1" });
  editing.open(EMPTY_FORM);
  editing.take(typed(EMPTY_FORM, "order.phone", "1"));
  editing.take(typed(EMPTY_FORM, "order.phone", "13"));
  await vi.advanceTimersByTimeAsync(150);
  const drafts = (): unknown[] => invoked.mock.calls.filter(([name]) => name === "save_draft").map(([, args]) => (args as { form: { order: unknown } }).form.order);
  expect(drafts()).toEqual([{ phone: "13" }]);
  editing.take(typed(editing.form, "order.phone", "138"));
  editing.hostDisconnected();
  await vi.advanceTimersByTimeAsync(1);
  expect(drafts()).toEqual([{ phone: "13" }, { phone: "138" }]);
});

test("an older answer never replaces what was typed here; storing it does", async () => {
  const editing = new Editing(HOST, { draftKey: () => "order:1" });
  editing.open(EMPTY_FORM);
  const mine = typed(EMPTY_FORM, "order.phone", "138");
  editing.take(mine);
  await vi.advanceTimersByTimeAsync(150);
  editing.open(typed(EMPTY_FORM, "order.contact", "x"), null);
  expect(editing.form).toEqual(mine);
  expect(editing.edited).toBe(true);
  editing.settle(mine);
  expect(editing.edited).toBe(false);
});
