// Lists that are searched by pinyin: "nw" finds what begins with those initials, wherever in the words it begins.
//   tellInitialsBy((texts) => …)          once, by the window: who knows the readings
//   await learn(labels)                   when a list opens; answers whether anything new is known
//   holds("…", "nw")                      whether the letters stand there one after another
//   rankOf("…", "nw")                     0: a word begins with them · 1: they stand within a word · 2: they run over words
type Teller = (texts: readonly string[]) => Promise<readonly (readonly string[])[]>;

let teller: Teller | undefined;
/** Label → its words, each as what its characters may be called by. */
const known = new Map<string, readonly (readonly string[])[]>();

export function tellInitialsBy(tells: Teller): void {
  teller = tells;
}

/** Blanks and dots part the words; nobody types them. */
function wordsOf(letters: readonly string[]): readonly (readonly string[])[] {
  const words: string[][] = [[]];
  for (const each of letters) {
    if (/[a-z0-9]/.test(each)) words.at(-1)?.push(each);
    else if (words.at(-1)?.length !== 0) words.push([]);
  }
  return words.filter((word) => word.length > 0);
}

export async function learn(labels: readonly string[]): Promise<boolean> {
  const fresh = [...new Set(labels)].filter((label) => !known.has(label));
  if (teller === undefined || fresh.length === 0) return false;
  // Asked once, whatever becomes of it: a list is found by its words as ever.
  for (const label of fresh) known.set(label, []);
  try {
    const told = await teller(fresh);
    fresh.forEach((label, index) => known.set(label, wordsOf(told[index] ?? [])));
    return true;
  } catch {
    for (const label of fresh) known.delete(label);
    return false;
  }
}

const standsAt = (letters: readonly string[], typed: string, from: number): boolean => from + typed.length <= letters.length && [...typed].every((letter, index) => (letters[from + index] ?? "").includes(letter));

export function rankOf(label: string, typed: string): number | undefined {
  const words = known.get(label) ?? [];
  if (!/^[a-z0-9]+$/.test(typed)) return undefined;
  if (words.some((word) => standsAt(word, typed, 0))) return 0;
  if (words.some((word) => word.some((_, from) => standsAt(word, typed, from)))) return 1;
  const all = words.flat();
  return all.some((_, from) => standsAt(all, typed, from)) ? 2 : undefined;
}

export const holds = (label: string, typed: string): boolean => rankOf(label, typed) !== undefined;
