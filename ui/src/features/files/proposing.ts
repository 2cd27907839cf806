// What a file's name says of it: component, how its pages count, and which file it is a new version of. Pure.
// A proposal only: whoever receives the file sees it and may choose otherwise.
import type { Counts, FileView, OrderPage } from "../../api/commands";
import { versionMarks, countsMarks } from "../../words/file_names";

export const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** The name for the eye: without marks that turn the direction of writing round or cannot be seen, as the core keeps it. */
export const legibleName = (path: string): string => baseName(path).replace(/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "");

/** The component the file's name speaks of, the longest name first; else the only one that is printed. */
export function proposedComponent(page: OrderPage, path: string): string {
  const name = baseName(path).toLowerCase();
  const named = page.form.components
    .map((row) => ({ key: row.key, name: (row.values["name"] ?? "").toLowerCase() }))
    .filter((row) => row.name !== "" && name.includes(row.name))
    .sort((one, other) => other.name.length - one.name.length)[0];
  if (named !== undefined) return named.key;
  const printed = page.pageSums.filter((sum) => sum.component !== "" && sum.needsFile);
  return printed.length === 1 ? (printed[0]?.component ?? "") : "";
}

/** What stays of a name when its ending and everything that only tells versions apart are taken away. */
export function bareName(name: string): string {
  let bare = baseName(name).toLowerCase().replace(/\.[^.]{1,8}$/, "");
  bare = bare.replace(/[([\uff08\u3010][^)\]\uff09\u3011]*[)\]\uff09\u3011]$/u, "");
  bare = bare.replace(/(?:^|[\s_.-]+)v(?:er(?:sion)?)?\.?\s*\d+/g, "");
  for (const mark of versionMarks) bare = bare.replaceAll(mark, "");
  // A date at the end tells versions apart; 1-64 and 65-120 tell files apart and stay.
  bare = bare.replace(/[\s_.-]*20\d{6}$/, "").replace(/[\s_.-]*20\d\d-\d\d-\d\d$/, "");
  return bare.replace(/[\s_.\-+]+/g, "");
}

/** The files of a component that are in use, in their order. */
export const inUse = (page: OrderPage, component: string): readonly FileView[] => page.files.filter((file) => file.component === component && file.newest && file.outReason === "");

/** The file of that component whose name is the same but for its version. */
export function proposedReplacement(page: OrderPage, component: string, path: string): FileView | undefined {
  const bare = bareName(path);
  return bare === "" ? undefined : inUse(page, component).find((file) => bareName(file.name) === bare);
}

export function proposedCounts(path: string, replaced: FileView | undefined): Counts {
  if (replaced !== undefined) return replaced.counts;
  const name = baseName(path).toLowerCase();
  if (countsMarks.cover.some((mark) => name.includes(mark))) return "cover";
  return countsMarks.spread.some((mark) => name.includes(mark)) ? "spread" : "single";
}

export interface Waiting {
  readonly path: string;
  readonly component: string;
  readonly counts: Counts;
  /** Place of the file it replaces, as a field's text; empty: beside the others. */
  readonly replaces: string;
  readonly label: string;
}

export function proposal(page: OrderPage, path: string, component = proposedComponent(page, path)): Waiting {
  const replaced = proposedReplacement(page, component, path);
  return { path, component, counts: proposedCounts(path, replaced), replaces: replaced === undefined ? "" : String(replaced.place), label: "" };
}
