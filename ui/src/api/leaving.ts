// The window is to be closed: what was typed since the last pause is kept first. The shell waits three seconds for it, no longer.
import { listen } from "@tauri-apps/api/event";
import { call } from "./call";
import { flushAll } from "./seat";

/** Hears, once and for all, that the window is to be closed. */
export function watchLeaving(): void {
  const leave = async (): Promise<void> => {
    await flushAll();
    await call("close_window");
  };
  // Where nobody listens, or nothing can be kept, the shell closes by itself.
  listen("leaving", () => void leave().catch(() => undefined)).catch(() => undefined);
}
