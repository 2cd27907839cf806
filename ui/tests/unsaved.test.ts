// What was typed and not sent is kept for its form, record, person and desk, and for nobody else.
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { expect, test, vi } from "vitest";

vi.mock("@tauri-apps/api/core", () => ({ invoke: vi.fn() }));

import type { DeskState } from "../src/api/commands";
import { takeDesk } from "../src/api/desk";
import { Unsaved, unsaved } from "../src/api/unsaved";

const sits = (id: number, practice = false): void => takeDesk({ stage: "open", practice, person: { id } } as unknown as DeskState);

/** An element that shows one record, with what is typed on it. */
function element(record: string): { typed: string | undefined; draw: () => void; leave: () => void } {
  let controller: ReactiveController | undefined;
  const host: ReactiveControllerHost = { addController: (it) => { controller = it; }, removeController() {}, requestUpdate() {}, updateComplete: Promise.resolve(true) };
  const it = { typed: undefined as string | undefined, draw: () => controller?.hostUpdate?.(), leave: () => controller?.hostDisconnected?.() };
  new Unsaved<string>(host, "change", { record: () => record, give: () => it.typed, take: (text) => { it.typed = text; } });
  return it;
}

test("what was typed is there when one comes back to the record, and gone once it was sent", () => {
  sits(7);
  const first = element("12");
  first.draw();
  first.typed = "客户改用双胶纸";
  first.leave();
  const other = element("13");
  other.draw();
  expect(other.typed).toBeUndefined();
  const again = element("12");
  again.draw();
  expect(again.typed).toBe("客户改用双胶纸");
  again.typed = undefined;
  again.leave();
  const last = element("12");
  last.draw();
  expect(last.typed).toBeUndefined();
});

test("nobody sees what another typed, nor the practice desk what the house typed", () => {
  sits(7);
  const mine = element("20");
  mine.draw();
  mine.typed = "mine";
  // The page leaves because another has signed in: it is still mine.
  sits(8);
  mine.leave();
  const theirs = element("20");
  theirs.draw();
  expect(theirs.typed).toBeUndefined();
  sits(7, true);
  expect(unsaved<string>("change").kept("20")).toBeUndefined();
  sits(7);
  expect(unsaved<string>("change").kept("20")).toBe("mine");
});
