// The window is to be closed: what was typed goes to the core first, and then the shell is told.
import { expect, test, vi } from "vitest";

const done: string[] = [];
let leaving: () => void = () => undefined;

vi.mock("@tauri-apps/api/event", () => ({
  listen: async (name: string, hearer: () => void) => { if (name === "leaving") leaving = hearer; return () => undefined; },
}));
vi.mock("@tauri-apps/api/core", () => ({ invoke: async (name: string) => { done.push(name); return null; } }));

let mayLose = false;

const { onFlush } = await import("../src/api/seat");
const { KEPT_WITHIN, watchLeaving } = await import("../src/api/leaving");

test("what was typed right before the window is closed is kept before it closes", async () => {
  watchLeaving(async () => {
    done.push("asked");
    return mayLose;
  });
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

test("what is not kept in time counts as what cannot be kept: the shell would close", async () => {
  vi.useFakeTimers();
  const off = onFlush(() => new Promise(() => undefined));
  done.length = 0;
  mayLose = false;
  leaving();
  await vi.advanceTimersByTimeAsync(KEPT_WITHIN - 1);
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toEqual(["stay_open", "asked"]);
  expect(KEPT_WITHIN).toBeLessThan(3_000);
  off();
  vi.useRealTimers();
});

test("what cannot be kept is lost only when somebody says so", async () => {
  const off = onFlush(async () => { throw new Error("disk"); });
  for (const [says, then] of [[false, ["stay_open", "asked"]], [true, ["stay_open", "asked", "close_window"]]] as const) {
    done.length = 0;
    mayLose = says;
    leaving();
    await vi.waitFor(() => expect(done).toEqual(then));
  }
  off();
});
