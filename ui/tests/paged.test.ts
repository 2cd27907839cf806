// A list of which only the seen pages are read: the nearest way to each, no page twice, no older answer over a newer one.
import { expect, test } from "vitest";
import type { ReactiveControllerHost } from "lit";
import { announce } from "../src/api/changes";
import type { PageFrom } from "../src/api/commands";
import { PAGE, Paged, wayTo } from "../src/api/paged";

const host = (): ReactiveControllerHost => ({ addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true) });
const settled = async (): Promise<void> => { for (let turn = 0; turn < 20; turn += 1) await Promise.resolve(); };

/** Ids from `count` down to 1, as the core answers them. */
function core(count: number): { asked: PageFrom[]; page: (from: PageFrom, limit: number) => Promise<number[]>; count: () => Promise<number> } {
  const all = Array.from({ length: count }, (_, index) => count - index);
  const asked: PageFrom[] = [];
  const page = (from: PageFrom, limit: number): Promise<number[]> => {
    asked.push(from);
    switch (from.at) {
      case "newest":
        return Promise.resolve(all.slice(0, limit));
      case "after":
        return Promise.resolve(all.filter((id) => id < from.id).slice(0, limit));
      case "before":
        return Promise.resolve(all.filter((id) => id > from.id).slice(-limit));
      case "oldest":
        return Promise.resolve(all.slice(-limit));
      default:
        return Promise.resolve(all.slice(from.rows, from.rows + limit));
    }
  };
  return { asked, page, count: () => Promise.resolve(count) };
}

test("the nearest way to a page is a row beside it, then an end, then counting", () => {
  const rows = new Array<number | undefined>(1_050);
  const id = (row: number): number => row;
  expect(wayTo(rows, 0, id)).toEqual({ from: { at: "newest" }, limit: PAGE });
  expect(wayTo(rows, 10, id)).toEqual({ from: { at: "oldest" }, limit: 50 });
  expect(wayTo(rows, 5, id)).toEqual({ from: { at: "skipping", rows: 500 }, limit: PAGE });
  rows[499] = 551;
  expect(wayTo(rows, 5, id)).toEqual({ from: { at: "after", id: 551 }, limit: PAGE });
  expect(wayTo(rows, 3, id)).toEqual({ from: { at: "skipping", rows: 300 }, limit: PAGE });
  rows[400] = 650;
  expect(wayTo(rows, 3, id)).toEqual({ from: { at: "before", id: 650 }, limit: PAGE });
});

test("every row is where it belongs, whichever way it was reached", async () => {
  const { asked, ...source } = core(1_050);
  const paged = new Paged<number>(host(), { topics: () => ["orders"], ...source, id: (row) => row });
  paged.hostConnected();
  await settled();
  expect(paged.rows?.length).toBe(1_050);
  for (const [first, last] of [[1_010, 1_049], [90, 130], [600, 640], [560, 599]] as const) {
    paged.want(first, last);
    await settled();
  }
  paged.want(600, 640);
  await settled();
  expect(asked.map((from) => from.at)).toEqual(["newest", "oldest", "after", "skipping", "before"]);
  const wrong = (paged.rows ?? []).filter((row, index) => row !== undefined && row !== 1_050 - index);
  expect(wrong).toEqual([]);
  announce(["orders"]);
  await settled();
  expect(asked.slice(5).map((from) => from.at)).toEqual(["skipping"]);
  expect([paged.rows?.[600], paged.rows?.[0]]).toEqual([450, undefined]);
  paged.hostDisconnected();
});

test("an empty list asks for no page", async () => {
  const { asked, ...source } = core(0);
  const paged = new Paged<number>(host(), { topics: () => [], ...source, id: (row) => row });
  paged.hostConnected();
  await settled();
  paged.want(0, 40);
  await settled();
  expect([paged.rows, asked]).toEqual([[], []]);
  paged.hostDisconnected();
});
