// A paper on its way out: to a printer, or saved where the person says.
//   const said = await handOut({ sha256, fileName }, printer);   the words to say; undefined: the person thought better of it
import { call } from "../api/call";
import { paperWords } from "../words/papers";

/** Chosen instead of a printer. */
export const SAVE = "-";

export async function handOut(paper: { readonly sha256: string; readonly fileName: string }, printer: string, copies = 1): Promise<string | undefined> {
  const { sha256, fileName } = paper;
  if (printer === SAVE) {
    const saved = await call("save_paper", { sha256, fileName });
    if (saved === null) return undefined;
    return saved.renamed ? paperWords().savedBeside(saved.path) : paperWords().saved(saved.path);
  }
  await call("print_paper", { sha256, fileName, printer, copies });
  return paperWords().sent(printer);
}

const remembered = (purpose: string): string => `docket.printer.${purpose}`;

/** The printer last chosen for this purpose on this machine; empty: none was. */
export function lastPrinter(purpose: string): string {
  try {
    return localStorage.getItem(remembered(purpose)) ?? "";
  } catch {
    return "";
  }
}

export function rememberPrinter(purpose: string, printer: string): void {
  try {
    localStorage.setItem(remembered(purpose), printer);
  } catch {
    // A full or locked store only means that the system's own printer is proposed again.
  }
}

const counted = (purpose: string): string => `docket.copies.${purpose}`;

/** How many papers were last printed for this purpose on this machine, 0 to 9; one for the first time. */
export function lastCopies(purpose: string): number {
  try {
    const kept = Number(localStorage.getItem(counted(purpose)) ?? "1");
    return Number.isInteger(kept) && kept >= 0 && kept <= 9 ? kept : 1;
  } catch {
    return 1;
  }
}

export function rememberCopies(purpose: string, copies: number): void {
  try {
    localStorage.setItem(counted(purpose), String(copies));
  } catch {
    // A full or locked store only means that one is proposed again.
  }
}

/** What stands in the field: what was chosen here, else last time, else the system's own; where none is left, saving. */
export function printerToUse(chosen: string, purpose: string, printers: readonly { readonly name: string; readonly isDefault: boolean }[]): string {
  const there = (name: string): boolean => name === SAVE || printers.some((printer) => printer.name === name);
  if (chosen !== "" && there(chosen)) return chosen;
  const last = lastPrinter(purpose);
  if (last !== "" && there(last)) return last;
  return (printers.find((printer) => printer.isDefault) ?? printers[0])?.name ?? SAVE;
}
