// The window's language: Chinese first, English second, remembered on this machine.
//   const words = catalogue({ "zh-CN": {...}, en: {...} });   then   words().save
// Both languages have one type, so a missing key is a compile error.

export type Language = "zh-CN" | "en";
const STORED = "docket.language";

function stored(): Language {
  try {
    return localStorage.getItem(STORED) === "en" ? "en" : "zh-CN";
  } catch {
    return "zh-CN";
  }
}

let current: Language = stored();
const hearers = new Set<() => void>();

export const language = (): Language => current;

/** Switches the language; the frame draws everything again. */
export function speak(next: Language): void {
  current = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(STORED, next);
  } catch {
    // A full or locked store only means the choice is not remembered.
  }
  for (const hearer of hearers) hearer();
}

export function onLanguage(hearer: () => void): () => void {
  hearers.add(hearer);
  return () => {
    hearers.delete(hearer);
  };
}

/** Strings stay strings and functions keep their parameters, whatever the literal was. */
type Widened<T> = T extends string ? string : T extends (...args: infer A) => string ? (...args: A) => string : { readonly [K in keyof T]: Widened<T[K]> };

/** The word of a code of the core. Its table is exhaustive by type; what a newer program speaks shows as it is. */
export const wordOf = <K extends string>(table: Readonly<Record<K, string>>, code: string): string => (table as Readonly<Record<string, string>>)[code] ?? code;

/** One feature's words; the Chinese ones give the type the English ones must fill. */
export function catalogue<T>(words: { "zh-CN": T; en: NoInfer<Widened<T>> }): () => Widened<T> {
  return () => (current === "en" ? words.en : (words["zh-CN"] as Widened<T>));
}
