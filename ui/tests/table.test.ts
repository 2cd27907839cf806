// The table: rows that were not read yet are holes, and the focus stays where it was when they come.
import { afterEach, expect, test } from "vitest";
import { html, render } from "lit";
import "../src/kit/table";
import type { Column, Table } from "../src/kit/table";

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
