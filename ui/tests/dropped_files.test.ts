// Files dropped on the window: what hangs over it, what is let go, and nobody listening any more.
import { beforeEach, expect, test, vi } from "vitest";

type Hearer = (event: { payload: { type: string; paths?: string[] } }) => void;
const hearers = new Set<Hearer>();
let answer: (value: () => void) => void = () => undefined;

vi.mock("@tauri-apps/api/webview", () => ({
  getCurrentWebview: () => ({
    onDragDropEvent: (hearer: Hearer) => {
      hearers.add(hearer);
      return new Promise<() => void>((resolve) => { answer = resolve; });
    },
  }),
}));

const { onDroppedFiles } = await import("../src/api/dropped_files");
const tell = (type: string, paths: string[] = []): void => hearers.forEach((hearer) => hearer({ payload: { type, paths } }));

beforeEach(() => hearers.clear());

test("clause s_4_1_1b: several files dropped at once come as their paths", () => {
  const over: boolean[] = [];
  const dropped: string[][] = [];
  onDroppedFiles({ over: (hanging) => over.push(hanging), drop: (paths) => dropped.push([...paths]) });
  tell("enter", ["/a/内文 1-64.pdf"]);
  tell("leave");
  tell("drop", ["/a/内文 1-64.pdf", "/a/内文 65-120.pdf"]);
  expect(over).toEqual([true, false, false]);
  expect(dropped).toEqual([["/a/内文 1-64.pdf", "/a/内文 65-120.pdf"]]);
});

test("a screen that is left before it is heard stops listening all the same", async () => {
  const unlisten = vi.fn();
  const stop = onDroppedFiles({ over: () => undefined, drop: () => undefined });
  stop();
  answer(unlisten);
  await Promise.resolve();
  await Promise.resolve();
  expect(unlisten).toHaveBeenCalledOnce();
});
