// What is marked on a file while somebody is at it: the list with its steps back, and what is sent to the core. Pure.
import type { FilePositions, Outline, PositionRequest, PositionView, StepPositions } from "../../api/commands";

export interface Marked {
  readonly key: string;
  readonly step: string;
  readonly name: string;
  readonly tool: string;
  readonly page: number;
  readonly outline: Outline;
  /** It was marked on an older version of the file and nobody has taken it over. */
  readonly stale: boolean;
}

/** What stands now, and the ways back and forth. */
export interface History {
  readonly past: readonly (readonly Marked[])[];
  readonly now: readonly Marked[];
  readonly future: readonly (readonly Marked[])[];
}

const DEEPEST = 100;

export const begun = (now: readonly Marked[]): History => ({ past: [], now, future: [] });
export const did = (history: History, now: readonly Marked[]): History => ({ past: [...history.past, history.now].slice(-DEEPEST), now, future: [] });

export function undone(history: History): History {
  const now = history.past.at(-1);
  return now === undefined ? history : { past: history.past.slice(0, -1), now, future: [history.now, ...history.future] };
}

export function redone(history: History): History {
  const [now, ...future] = history.future;
  return now === undefined ? history : { past: [...history.past, history.now], now, future };
}

export const markedOf = (view: PositionView): Marked | undefined =>
  view.outline === null ? undefined : { key: view.key, step: view.step, name: view.name, tool: view.tool, page: view.page, outline: view.outline, stale: view.stale };

export const allMarked = (file: FilePositions): readonly Marked[] => file.positions.flatMap((view) => markedOf(view) ?? []);

export const asked = (one: Marked, typed: PositionRequest["typed"] = null): PositionRequest => ({ key: one.key, step: one.step, name: one.name, tool: one.tool, page: one.page, outline: one.outline, typed, taken: !one.stale });

/** A key no other position has: by it a removed one comes back as itself. */
export const freshKey = (): string => `p${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`;

/** `烫金`, and with others of the step `烫金 2`. */
export function freshName(process: string, names: readonly string[]): string {
  if (!names.includes(process)) return process;
  for (let number = 2; ; number += 1) {
    const name = `${process} ${number}`;
    if (!names.includes(name)) return name;
  }
}

/** Whether a process still waits for a place. */
export const isOpen = (step: StepPositions): boolean => step.asked && !step.positions.some((one) => !one.stale && !one.outOfUse);
