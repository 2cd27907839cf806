// The one table of keys; it also draws the help sheet (key_sheet.ts).
//   readonly #keys = new KeyBindings(this, { main: () => this.#release(), back: () => go("#/orders") });
// A binding holds while its element is in the page. The newest binding of a name wins; while a dialog is
// open only what was bound inside it answers, and the keys of the whole window: the telephone rings in any
// dialog. Keys that belong to the input method are never taken.
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { composes } from "./composing";
import { openDialogs } from "./dialog_depth";

interface Key {
  /** `KeyboardEvent.key`, or a prefix of `KeyboardEvent.code` when `code` is set. */
  readonly key: string;
  /** Ctrl on Windows and Linux, ⌘ on macOS. */
  readonly command?: boolean;
  readonly alt?: boolean;
  /** Matches the row of digits by position: Option makes other characters of them on macOS. */
  readonly digits?: boolean;
}

export const KEYS = {
  find: { key: "k", command: true },
  new: { key: "n", command: true },
  field: { key: "g", command: true },
  repeat: { key: "d", command: true },
  another: { key: "e", command: true },
  step: { key: "1–7", alt: true, digits: true },
  parked: { key: "0", alt: true, digits: true },
  main: { key: "Enter", command: true },
  exchange: { key: "F2" },
  takeBack: { key: "F4" },
  byHand: { key: "F6" },
  lose: { key: "F8" },
  help: { key: "F1" },
  lock: { key: "l", command: true },
  back: { key: "Escape" },
} as const satisfies Record<string, Key>;

export type KeyName = keyof typeof KEYS;

export const onMac = (): boolean => /Mac/.test(navigator.platform);

/** The caps to draw for a key: ["Ctrl", "N"], on macOS ["⌘", "N"]. */
export function keyCaps(name: KeyName, digit?: number): readonly string[] {
  const key: Key = KEYS[name];
  const cap = key.digits === true ? String(digit ?? key.key) : key.key === "Enter" ? "↵" : key.key === "Escape" ? "Esc" : key.key.toUpperCase();
  return [...(key.command === true ? [onMac() ? "⌘" : "Ctrl"] : []), ...(key.alt === true ? [onMac() ? "⌥" : "Alt"] : []), cap];
}

/** Which key of the table this is, and the digit for `step`. */
export function keyOf(event: KeyboardEvent): { name: KeyName; digit: number } | undefined {
  if (composes(event)) return undefined;
  const command = onMac() ? event.metaKey : event.ctrlKey;
  const other = onMac() ? event.ctrlKey : event.metaKey;
  if (other || event.shiftKey) return undefined;
  for (const [name, key] of Object.entries(KEYS) as [KeyName, Key][]) {
    if (command !== (key.command === true) || event.altKey !== (key.alt === true)) continue;
    const digit = key.digits === true ? (/^Digit([0-7])$/.exec(event.code)?.[1] ?? "") : "";
    if (key.digits === true ? digit !== "" && (digit === "0") === (key.key === "0") : event.key.toLowerCase() === key.key.toLowerCase()) return { name, digit: Number(digit) };
  }
  return undefined;
}

type Handler = (digit: number) => void;
interface Binding {
  readonly name: KeyName;
  readonly run: Handler;
  readonly depth: number;
}

/** Answered over every dialog: help, another call, and the lock. What was typed in the dialog is kept (api/unsaved.ts). */
const ANYWHERE: ReadonlySet<KeyName> = new Set(["help", "new", "lock"]);

const bindings: Binding[] = [];

/** Binds one key until the returned function is called. */
export function bindKey(name: KeyName, run: Handler, depth = openDialogs()): () => void {
  const binding = { name, run, depth };
  bindings.push(binding);
  return () => {
    const index = bindings.indexOf(binding);
    if (index >= 0) bindings.splice(index, 1);
  };
}

/** Names that do something now, for the help sheet. */
export const boundKeys = (): ReadonlySet<KeyName> => new Set(bindings.map((binding) => binding.name));

/** Keys with which a browser would load or print the page again: the window is no page, and typing would be lost. */
const isPageKey = (event: KeyboardEvent): boolean => event.key === "F5" || ((event.ctrlKey || event.metaKey) && ["r", "p"].includes(event.key.toLowerCase()));

/** Listens once for the whole window. */
export function watchKeys(target: EventTarget = window): void {
  target.addEventListener("keydown", (raw) => {
    const event = raw as KeyboardEvent;
    if (event.defaultPrevented) return;
    if (isPageKey(event)) event.preventDefault();
    const pressed = keyOf(event);
    if (pressed === undefined) return;
    const depth = openDialogs();
    // Esc in a dialog is the dialog's own.
    const binding = bindings.findLast((each) => each.name === pressed.name && (each.depth === depth || ANYWHERE.has(each.name)));
    if (binding === undefined) return;
    event.preventDefault();
    binding.run(pressed.digit);
  });
}

export class KeyBindings implements ReactiveController {
  #undo: (() => void)[] = [];
  readonly #keys: Partial<Record<KeyName, Handler>>;

  constructor(host: ReactiveControllerHost, keys: Partial<Record<KeyName, Handler>>) {
    this.#keys = keys;
    host.addController(this);
  }

  hostConnected(): void {
    this.#undo = (Object.entries(this.#keys) as [KeyName, Handler][]).map(([name, run]) => bindKey(name, run));
  }

  hostDisconnected(): void {
    for (const undo of this.#undo) undo();
    this.#undo = [];
  }
}
