// Acts that take longer than a second: issuing with locked files to read again, a marked copy, an import, a print. The one place of
// the window that says so is frame/working.ts; what knows how far it is shows that beside it.
//   const over = begun();   …   over();      isLong()      onLong(() => this.requestUpdate())

/** Milliseconds after which an act is said to be under way. */
const PATIENCE = 1_000;

let long = 0;
/** Dialogs of the system that are open: there the desk waits for the person, not the person for the desk. */
let asking = 0;
const hearers = new Set<() => void>();

const tell = (): void => {
  for (const hearer of hearers) hearer();
};

/** An act begins; it is over when what this answers is called. */
export function begun(): () => void {
  let counted = false;
  const timer = setTimeout(() => {
    counted = true;
    long += 1;
    tell();
  }, PATIENCE);
  return () => {
    clearTimeout(timer);
    if (!counted) return;
    long -= 1;
    tell();
  };
}

/** A dialog of the system opens; it is closed when what this answers is called. */
export function asked(): () => void {
  asking += 1;
  tell();
  return () => {
    asking -= 1;
    tell();
  };
}

/** Whether somebody waits for the desk. */
export const isLong = (): boolean => long > 0 && asking === 0;

export function onLong(hearer: () => void): () => void {
  hearers.add(hearer);
  return () => {
    hearers.delete(hearer);
  };
}
