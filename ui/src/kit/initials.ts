// Lists that are searched by pinyin: "nw" finds what begins with those initials, wherever in the words it begins.
//   tellInitialsBy((texts) => …)          once, by the window: who knows the readings
//   await learn(labels)                   when a list opens; answers whether anything new is known
//   holds("…", "nw")                      whether the letters stand there one after another
//   rankOf("…", "nw")                     0: a word begins with them · 1: they stand within a word · 2: they run over words
type Teller = (texts: readonly string[]) => Promise<readonly (readonly string[])[]>;

let teller: Teller | undefined;
/** Label → its words, each as what its characters may be called by. */
const known = new Map<string, readonly (readonly string[])[]>();
/** Labels on their way. */
const asked = new Map<string, Promise<boolean>>();

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

/** Asks for the readings; what could not be told is asked again when the next list opens. */
async function ask(tells: Teller, labels: readonly string[]): Promise<boolean> {
  try {
    const told = await tells(labels);
    labels.forEach((label, index) => known.set(label, wordsOf(told[index] ?? [])));
    return true;
  } catch {
    return false;
  } finally {
    for (const label of labels) asked.delete(label);
  }
}

export async function learn(labels: readonly string[]): Promise<boolean> {
  const unknown = [...new Set(labels)].filter((label) => !known.has(label));
  if (teller === undefined || unknown.length === 0) return false;
  const fresh = unknown.filter((label) => !asked.has(label));
  if (fresh.length > 0) {
    const answer = ask(teller, fresh);
    for (const label of fresh) asked.set(label, answer);
  }
  // What another list is asking for meanwhile is waited for, too.
  const answers = await Promise.all(new Set(unknown.map((label) => asked.get(label))));
  return answers.some((told) => told === true);
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
