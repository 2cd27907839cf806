// The window is to be closed: what was typed since the last pause is kept first. The shell waits three seconds for an answer, no longer.
//   watchLeaving(() => ask(…))   what could not be kept is lost only when somebody says so
import { listen } from "@tauri-apps/api/event";
import { call } from "./call";
import { flushAll } from "./seat";

/** How long it is waited until all is kept, milliseconds: a server that is gone answers much later, a locked desk not at all. */
export const KEPT_WITHIN = 2_000;

const late = (): Promise<boolean> => new Promise((resolve) => setTimeout(() => resolve(false), KEPT_WITHIN));

/** Hears, once and for all, that the window is to be closed; `mayLose`: whether what cannot be kept may go. */
export function watchLeaving(mayLose: () => Promise<boolean>): void {
  const leave = async (): Promise<void> => {
    if (!(await Promise.race([flushAll(), late()]))) {
      await call("stay_open");
      if (!(await mayLose())) return;
    }
    await call("close_window");
  };
  // Where nobody listens, or the page does not answer, the shell closes by itself.
  listen("leaving", () => void leave().catch(() => undefined)).catch(() => undefined);
}
