// Whose seat this is while the screen is locked: what is asked meanwhile waits, and is asked again when the same person is back.
//   seatLocked() · seatOpened(samePerson) · await seatOpen()
// `flushAll` is run before locking: what was typed and not yet kept goes to the core while it still listens.

let locked = false;
let waiting: ((same: boolean) => void)[] = [];
const hearers = new Set<() => void>();
const flushes = new Set<() => Promise<void>>();

/** Hears that the core has answered "locked"; one hearer, the desk's state. */
export function onSeatLocked(hearer: () => void): void {
  hearers.add(hearer);
}

/** The core answered that it is locked. */
export function seatLocked(): void {
  if (locked) return;
  locked = true;
  for (const hearer of hearers) hearer();
}

/** Somebody is let in: the one who sat here, or another. */
export function seatOpened(same: boolean): void {
  locked = false;
  const all = waiting;
  waiting = [];
  for (const resolve of all) resolve(same);
}

/** Answers when somebody is let in: true when it is the one who asked. */
export const seatOpen = (): Promise<boolean> => new Promise((resolve) => waiting.push(resolve));

/** Keeps what is typed when the screen is about to be locked, until the returned function is called. */
export function onFlush(flush: () => Promise<void>): () => void {
  flushes.add(flush);
  return () => {
    flushes.delete(flush);
  };
}

/** What was opened last is put away first: it may hand what it holds to the form it stands on. Answers whether all is kept. */
export async function flushAll(): Promise<boolean> {
  const all = await Promise.allSettled([...flushes].reverse().map((flush) => flush()));
  return all.every((each) => each.status === "fulfilled");
}
