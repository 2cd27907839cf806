// Lists that are searched by pinyin: "nw" finds what begins with those initials, wherever in the words it begins.
//   tellInitialsBy((texts) => …)          once, by the window: who knows the readings
//   await learn(labels)                   when a list opens; answers whether anything new is known
//   holds("…", "nw")                      whether the letters stand there one after another
type Teller = (texts: readonly string[]) => Promise<readonly (readonly string[])[]>;

let teller: Teller | undefined;
/** Label → what each of its characters may be called by. */
const known = new Map<string, readonly string[]>();

export function tellInitialsBy(tells: Teller): void {
  teller = tells;
}

export async function learn(labels: readonly string[]): Promise<boolean> {
  const fresh = [...new Set(labels)].filter((label) => !known.has(label));
  if (teller === undefined || fresh.length === 0) return false;
  // Asked once, whatever becomes of it: a list is found by its words as ever.
  for (const label of fresh) known.set(label, []);
  try {
    const told = await teller(fresh);
    // Blanks and dots between the words are not typed.
    fresh.forEach((label, index) => known.set(label, (told[index] ?? []).filter((letters) => /[a-z0-9]/.test(letters))));
    return true;
  } catch {
    for (const label of fresh) known.delete(label);
    return false;
  }
}

export function holds(label: string, typed: string): boolean {
  const letters = known.get(label) ?? [];
  if (!/^[a-z0-9]+$/.test(typed)) return false;
  for (let from = 0; from + typed.length <= letters.length; from += 1) {
    if ([...typed].every((letter, index) => (letters[from + index] ?? "").includes(letter))) return true;
  }
  return false;
}
