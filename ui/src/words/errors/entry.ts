// One line of the error table: what happened, and what to do next. `{name}` in a text is filled from the params.
//   short_password: says("密码至少 {least} 个字符", "换一个长一点的。")

export type Params = Readonly<Record<string, string>>;

export interface Entry {
  readonly title: string;
  readonly next: string;
}

/** Code → words, in one language. */
export type ErrorTable<K extends string = string> = Readonly<Record<K, Entry>>;

export const says = (title: string, next = ""): Entry => ({ title, next });

/** Fills `{name}`; what is missing becomes nothing rather than a brace. */
export const fill = (text: string, params: Params): string => text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
