// The texts of one open form, as typed: what a screen keeps, saves as draft and sends.
//   const values = new FormValues(loadedFromCore);  values.type(path, text);  values.reload(newer);  values.saved(sent)
// A reload changes only what nobody edited since; what was edited stays and is reported.

type Texts = Readonly<Record<string, string>>;

export class FormValues {
  #base: Texts;
  #edits = new Map<string, string>();

  constructor(base: Texts = {}) {
    this.#base = base;
  }

  get(path: string): string {
    return this.#edits.get(path) ?? this.#base[path] ?? "";
  }

  type(path: string, text: string): void {
    if (text === (this.#base[path] ?? "")) this.#edits.delete(path);
    else this.#edits.set(path, text);
  }

  get edited(): boolean {
    return this.#edits.size > 0;
  }

  get editedPaths(): readonly string[] {
    return [...this.#edits.keys()];
  }

  /** Everything as it stands now. */
  all(): Record<string, string> {
    return { ...this.#base, ...Object.fromEntries(this.#edits) };
  }

  /** A newer state arrived; returns the edited paths whose base changed under the edit. */
  reload(base: Texts): readonly string[] {
    const clashes = [...this.#edits.keys()].filter((path) => (base[path] ?? "") !== (this.#base[path] ?? "") && base[path] !== this.#edits.get(path));
    this.#base = base;
    for (const [path, text] of [...this.#edits]) {
      if ((base[path] ?? "") === text) this.#edits.delete(path);
    }
    return clashes;
  }

  /** `sent` was stored; what was typed since stays an edit. */
  saved(sent: Texts): void {
    this.#base = { ...this.#base, ...sent };
    for (const [path, text] of [...this.#edits]) {
      if (sent[path] === text) this.#edits.delete(path);
    }
  }
}
