// Whether somebody still sits here: keys and mouse count, the core is told now and then, and after so many idle minutes
// the screen locks. The core reckons for itself, too (after a sleep the window has seen nothing).
import { call } from "./call";
import { desk, takeDesk } from "./desk";
import { toRefusal } from "./refusal";
import { flushAll, seatLocked } from "./seat";

/** How often the core is told, milliseconds. */
const TELL = 20_000;
/** How often the idle time is looked at. */
const LOOK = 5_000;

/** What to do at `now`, when key or mouse was last touched at `touched`. */
export const isIdle = (touched: number, now: number, minutes: number): boolean => now - touched >= minutes * 60_000;

/** Locks at once; what was typed is kept first. */
export async function lockNow(): Promise<void> {
  if (desk()?.stage !== "open") return;
  await flushAll();
  takeDesk(await call("lock"));
}

/** Watches until the returned function is called. */
export function watchIdle(target: EventTarget = window): () => void {
  let touched = Date.now();
  let told = 0;
  const touch = (): void => {
    touched = Date.now();
    if (desk()?.stage !== "open" || touched - told < TELL) return;
    told = touched;
    // Too late: the core has locked meanwhile, as after the lid was closed.
    call("stay_awake").catch((thrown) => { if (toRefusal(thrown).code === "locked") seatLocked(); });
  };
  const kinds = ["keydown", "pointerdown", "pointermove", "wheel", "input"];
  for (const kind of kinds) target.addEventListener(kind, touch, { capture: true, passive: true });
  const timer = setInterval(() => {
    const now = desk();
    if (now?.stage === "open" && isIdle(touched, Date.now(), now.lockAfterMinutes)) lockNow().catch(() => undefined);
  }, LOOK);
  return () => {
    clearInterval(timer);
    for (const kind of kinds) target.removeEventListener(kind, touch, { capture: true });
  };
}
