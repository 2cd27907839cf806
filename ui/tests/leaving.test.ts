// The window is to be closed: what was typed goes to the core first, and then the shell is told.
import { expect, test, vi } from "vitest";

const done: string[] = [];
let leaving: () => void = () => undefined;

vi.mock("@tauri-apps/api/event", () => ({
  listen: async (name: string, hearer: () => void) => { if (name === "leaving") leaving = hearer; return () => undefined; },
}));
vi.mock("@tauri-apps/api/core", () => ({ invoke: async (name: string) => { done.push(name); return null; } }));

const { onFlush } = await import("../src/api/seat");
const { watchLeaving } = await import("../src/api/leaving");

test("what was typed right before the window is closed is kept before it closes", async () => {
  watchLeaving();
  let kept: (() => void) | undefined;
  const off = onFlush(async () => {
    await new Promise<void>((resolve) => { kept = resolve; });
    done.push("kept");
  });
  leaving();
  await vi.waitFor(() => expect(kept).toBeDefined());
  expect(done).toEqual([]);
  kept?.();
  await vi.waitFor(() => expect(done).toEqual(["kept", "close_window"]));
  off();
});

test("a form that cannot be kept does not keep the window open", async () => {
  done.length = 0;
  const off = onFlush(async () => { throw new Error("disk"); });
  leaving();
  await vi.waitFor(() => expect(done).toEqual(["close_window"]));
  off();
});
