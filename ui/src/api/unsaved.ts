// What was typed and not sent yet, by form and record: kept in memory while one looks elsewhere in the window (Alt 6, Alt 5, another
// call), gone once it was sent or the program ends. Never another person's, nor another desk's. A PIN is never among it.
//   const pages = unsaved<Typed>("customer");   pages.keep("12", typed) · pages.kept("12") · pages.forget("12")
//   #kept = new Unsaved(this, "review", { record: () => String(this.page?.id ?? ""), give: () => this.typed, take: (typed) => { this.typed = typed; } });
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { desk } from "./desk";

const everything = new Map<string, unknown>();

const keyOf = (form: string, record: string): string => JSON.stringify([desk()?.practice === true, desk()?.person?.id ?? 0, form, record]);

export interface UnsavedTexts<T> {
  readonly kept: (record: string) => T | undefined;
  readonly keep: (record: string, typed: T) => void;
  readonly forget: (record: string) => void;
}

/** Whoever keeps by form keeps one type under it. */
export const unsaved = <T>(form: string): UnsavedTexts<T> => ({
  kept: (record) => everything.get(keyOf(form, record)) as T | undefined,
  keep: (record, typed) => void everything.set(keyOf(form, record), typed),
  forget: (record) => void everything.delete(keyOf(form, record)),
});

export interface UnsavedParts<T> {
  /** Of what it is typed; empty: not known yet. */
  readonly record: () => string;
  /** What is typed; undefined: nothing that would be missed. */
  readonly give: () => T | undefined;
  /** Puts back what was typed. */
  readonly take: (typed: T) => void;
}

/** Keeps what is typed on an element when it leaves the page, and puts it back on the next one that shows the same record. */
export class Unsaved<T> implements ReactiveController {
  readonly #form: string;
  readonly #parts: UnsavedParts<T>;
  #record = "";
  /** Made while its owner sat here: by the time the element leaves another may have signed in. */
  #key = "";

  constructor(host: ReactiveControllerHost, form: string, parts: UnsavedParts<T>) {
    this.#form = form;
    this.#parts = parts;
    host.addController(this);
  }

  hostUpdate(): void {
    const record = this.#parts.record();
    if (record === "" || record === this.#record) return;
    this.#record = record;
    this.#key = keyOf(this.#form, record);
    const typed = everything.get(this.#key) as T | undefined;
    if (typed !== undefined) this.#parts.take(typed);
  }

  hostDisconnected(): void {
    if (this.#key === "") return;
    const typed = this.#parts.give();
    if (typed === undefined) everything.delete(this.#key);
    else everything.set(this.#key, typed);
  }
}
