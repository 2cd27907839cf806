// The window is to be closed: what was typed since the last pause is kept first. The shell waits three seconds for it, no longer.
//   watchLeaving(() => ask(…))   what could not be kept is lost only when somebody says so
import { listen } from "@tauri-apps/api/event";
import { call } from "./call";
import { flushAll } from "./seat";

/** Hears, once and for all, that the window is to be closed; `mayLose`: whether what cannot be kept may go. */
export function watchLeaving(mayLose: () => Promise<boolean>): void {
  const leave = async (): Promise<void> => {
    if (!(await flushAll())) {
      await call("stay_open");
      if (!(await mayLose())) return;
    }
    await call("close_window");
  };
  // Where nobody listens, or the page does not answer, the shell closes by itself.
  listen("leaving", () => void leave().catch(() => undefined)).catch(() => undefined);
}
