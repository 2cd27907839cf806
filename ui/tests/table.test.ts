// The table: rows that were not read yet are holes, and the focus stays where it was when they come.
import { afterEach, expect, test } from "vitest";
import { html, render } from "lit";
import { type Column, type Table, standOn } from "../src/kit/table";

interface Row {
  readonly id: number;
}

afterEach(() => render(html``, document.body));

const columns: readonly Column<Row>[] = [{ key: "id", label: "No.", cell: (row) => row.id }];
const draw = (rows: readonly (Row | undefined)[], ranges: unknown[]): void => {
  render(html`<dk-table .columns=${columns} .rows=${rows} .key=${(row: Row) => row.id} .onOpen=${() => undefined} @ranged=${(event: CustomEvent) => ranges.push(event.detail)}></dk-table>`, document.body);
};

test("a hole is an empty row, and tells what is in sight", async () => {
  const ranges: unknown[] = [];
  draw([{ id: 3 }, undefined, { id: 1 }], ranges);
  const table = document.querySelector("dk-table") as Table<Row>;
  await table.updateComplete;
  expect([...table.querySelectorAll("tbody td")].map((cell) => cell.textContent?.trim())).toEqual(["3", "", "1"]);
  expect(ranges).toEqual([[0, 2]]);
});

test("the focus stays on the row when what was a hole is read", async () => {
  draw([{ id: 3 }, undefined, { id: 1 }], []);
  const table = document.querySelector("dk-table") as Table<Row>;
  await table.updateComplete;
  const rows = (): HTMLElement[] => [...table.querySelectorAll<HTMLElement>("tbody tr")];
  rows()[1]?.focus();
  expect(table.current).toBeUndefined();
  draw([{ id: 3 }, { id: 2 }, { id: 1 }], []);
  await table.updateComplete;
  expect(document.activeElement).toBe(rows()[1]);
  expect(table.current).toEqual({ id: 2 });
});

const list = (rows: readonly (Row | undefined)[], opened: number[]): void => {
  render(html`<dk-table first name="left" .columns=${columns} .rows=${rows} .key=${(row: Row) => row.id} .onOpen=${(row: Row) => opened.push(row.id)}></dk-table>`, document.body);
};
const enter = (): boolean => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
const settle = async (): Promise<void> => {
  await (document.querySelector("dk-table") as Table<Row>).updateComplete;
  await new Promise((done) => setTimeout(done));
};

test("back in a list one stands on the row one left from, wherever it is now", async () => {
  const opened: number[] = [];
  list([{ id: 3 }, { id: 2 }, { id: 1 }], opened);
  await settle();
  document.querySelectorAll<HTMLElement>("tbody tr")[1]?.focus();
  enter();
  expect(opened).toEqual([2]);
  render(html``, document.body);
  // An order came in above it meanwhile, and its own page was not read yet.
  list([{ id: 4 }, { id: 3 }, undefined, undefined], opened);
  await settle();
  list([{ id: 4 }, { id: 3 }, { id: 2 }, { id: 1 }], opened);
  await settle();
  enter();
  expect(opened).toEqual([2, 2]);
});

test("somebody who moves on is not called back", async () => {
  const opened: number[] = [];
  standOn("left", 1);
  list([{ id: 3 }, { id: 2 }, undefined], opened);
  await settle();
  document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }));
  await settle();
  list([{ id: 3 }, { id: 2 }, { id: 1 }], opened);
  await settle();
  enter();
  expect(opened).toEqual([2]);
});

test("another list under the same name begins at its top", async () => {
  standOn("left", 2);
  list([{ id: 3 }, { id: 2 }], []);
  await settle();
  const table = document.querySelector("dk-table") as Table<Row>;
  expect(table.current).toEqual({ id: 2 });
  table.restart();
  expect(table.current).toEqual({ id: 3 });
});
