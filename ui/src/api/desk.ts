// What the whole window knows of the desk: stage, house, who is signed in, practice or not, today.
//   desk()?.today   ·   class Screen { #desk = new DeskWatch(this) }   ·   takeDesk(answerOfACommand)
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { call } from "./call";
import { hear } from "./changes";
import type { DeskState } from "./commands";
import { onSeatLocked, seatOpened } from "./seat";

let state: DeskState | undefined;
const watchers = new Set<() => void>();

export const desk = (): DeskState | undefined => state;

/** Takes the state a command answered (sign-in, first start). */
export function takeDesk(next: DeskState): void {
  const before = state;
  state = next;
  if (next.stage === "open" && before?.person != null) {
    if (before.stage === "locked" || before.person.id !== next.person?.id) seatOpened(before.person.id === next.person?.id);
  }
  for (const watcher of watchers) watcher();
}

/** Asks the core; called at start and when the topic "desk" changes. */
export async function askDesk(): Promise<void> {
  takeDesk(await call("desk_state"));
}

// The core found that whoever sits here has been away too long.
onSeatLocked(() => void askDesk().catch(() => undefined));

hear((topics) => {
  // A failed reload keeps what was known; the command that changed it has already said what went wrong.
  if (topics.includes("desk")) askDesk().catch(() => undefined);
});

/** Whether the house's day is another than the one that was last told. The machine's clock is only a reason to ask the core. */
const isAnotherDay = (): boolean => state !== undefined && new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date()) !== state.today;

/** Asks for the day again after midnight, also after a night asleep. */
export function watchTheDay(): void {
  const ask = (): void => {
    if (isAnotherDay()) askDesk().catch(() => undefined);
  };
  setInterval(ask, 60_000);
  document.addEventListener("visibilitychange", ask);
}

/** Draws its host again when the desk's state changes. */
export class DeskWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #watch = (): void => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    watchers.add(this.#watch);
  }

  hostDisconnected(): void {
    watchers.delete(this.#watch);
  }
}
