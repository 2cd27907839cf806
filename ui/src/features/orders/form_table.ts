// The touched cells of a forms table as one text, "3 sheets=2100 plates=8; 4 gone; 9 added pages=4": the same words the core reads.
// Only what a person put in stands there, as typed; the core fills in the rest. All functions are pure.

/** A cell a person may put something into. */
export type FormCell = "pages" | "style" | "sheets" | "spoilage" | "plates" | "sets";
export const FORM_CELLS: readonly FormCell[] = ["pages", "style", "sheets", "spoilage", "plates", "sets"];

interface FormEdit {
  added: boolean;
  gone: boolean;
  cells: Partial<Record<FormCell, string>>;
}

const isCell = (word: string): word is FormCell => (FORM_CELLS as readonly string[]).includes(word);

function read(text: string): Map<number, FormEdit> {
  const edits = new Map<number, FormEdit>();
  for (const entry of text.split(";")) {
    const [first = "", ...words] = entry.trim().split(/\s+/);
    const number = Number(first);
    if (!Number.isInteger(number) || number < 1) continue;
    const edit: FormEdit = { added: false, gone: false, cells: {} };
    for (const word of words) {
      const cut = word.indexOf("=");
      const cell = word.slice(0, Math.max(cut, 0));
      if (word === "added") edit.added = true;
      else if (word === "gone") edit.gone = true;
      else if (isCell(cell)) edit.cells[cell] = word.slice(cut + 1);
    }
    edits.set(number, edit);
  }
  return edits;
}

function written(edits: ReadonlyMap<number, FormEdit>): string {
  const entries = [...edits].sort(([one], [other]) => one - other).flatMap(([number, edit]) => {
    const words = [edit.added ? "added" : "", edit.gone ? "gone" : "", ...FORM_CELLS.map((cell) => ((edit.cells[cell] ?? "") === "" ? "" : `${cell}=${edit.cells[cell]}`))].filter((word) => word !== "");
    return words.length === 0 ? [] : [`${number} ${words.join(" ")}`];
  });
  return entries.join("; ");
}

function changed(text: string, number: number, change: (edit: FormEdit) => void): string {
  const edits = read(text);
  const edit = edits.get(number) ?? { added: false, gone: false, cells: {} };
  change(edit);
  edits.set(number, edit);
  return written(edits);
}

/** What was typed into a cell; empty where the reckoning holds. */
export const cellAt = (text: string, number: number, cell: FormCell): string => read(text).get(number)?.cells[cell] ?? "";

/** The text after `typed` was typed into a cell; an emptied cell goes back to the reckoning. */
export const cellTyped = (text: string, number: number, cell: FormCell, typed: string): string =>
  // A blank, a semicolon or an equals sign would end the cell: they become marks that do not.
  changed(text, number, (edit) => { edit.cells[cell] = typed.replace(/\s+/g, "").replaceAll(";", "\uff1b").replaceAll("=", "\uff1d"); });

/** A form beyond those there are. */
export const formAdded = (text: string, count: number): string => {
  const last = Math.max(count, ...read(text).keys(), 0);
  return changed(text, last + 1, (edit) => { edit.added = true; });
};

/** Takes a form out; one that was put in goes altogether. */
export function formRemoved(text: string, number: number): string {
  const edits = read(text);
  if (edits.get(number)?.added === true) {
    edits.delete(number);
    return written(edits);
  }
  return changed(text, number, (edit) => { edit.gone = true; });
}

/** Everything put in for one form is taken back. */
export function formRestored(text: string, number: number): string {
  const edits = read(text);
  const added = edits.get(number)?.added === true;
  edits.set(number, { added, gone: false, cells: {} });
  return written(edits);
}
