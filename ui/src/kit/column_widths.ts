// Column widths of each table, remembered on this machine (used by table.ts alone).

const stored = (table: string): string => `docket.columns.${table}`;

export function columnWidths(table: string): Record<string, number> {
  if (table === "") return {};
  try {
    const read: unknown = JSON.parse(localStorage.getItem(stored(table)) ?? "{}");
    if (typeof read !== "object" || read === null) return {};
    return Object.fromEntries(Object.entries(read).filter((entry): entry is [string, number] => typeof entry[1] === "number" && entry[1] > 0));
  } catch {
    return {};
  }
}

export function rememberWidths(table: string, widths: Readonly<Record<string, number>>): void {
  if (table === "") return;
  try {
    localStorage.setItem(stored(table), JSON.stringify(widths));
  } catch {
    // A full or locked store only means the width is not remembered.
  }
}
