// The `changed` bus: every mutating command answers which topics it changed ("orders", "order:12");
// screens that show one of them load again. Use `Loading` (loading.ts) in a screen, not this directly.

type Hearer = (topics: readonly string[]) => void;

const hearers = new Set<Hearer>();

/** Tells every hearer what changed. Called by `call()` alone. */
export function announce(topics: readonly string[]): void {
  if (topics.length === 0) return;
  for (const hearer of [...hearers]) hearer(topics);
}

/** Hears every change until the returned function is called. */
export function hear(hearer: Hearer): () => void {
  hearers.add(hearer);
  return () => {
    hearers.delete(hearer);
  };
}
