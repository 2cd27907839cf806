// Files dropped on the window from the system: `const stop = onDroppedFiles({ over, drop })`.
// The window gives paths (a web page never gets them); needs the permission to listen to events.
import { getCurrentWebview } from "@tauri-apps/api/webview";

export interface DroppedFilesHearer {
  /** Files hang over the window, or no longer do. */
  readonly over: (hanging: boolean) => void;
  readonly drop: (paths: readonly string[]) => void;
}

/** Listens until the returned function is called; without the permission nothing is heard and the button serves. */
export function onDroppedFiles(hearer: DroppedFilesHearer): () => void {
  let stopped = false;
  let stop: (() => void) | undefined;
  getCurrentWebview()
    .onDragDropEvent(({ payload }) => {
      hearer.over(payload.type === "enter" || payload.type === "over");
      if (payload.type === "drop") hearer.drop(payload.paths);
    })
    .then((unlisten) => {
      if (stopped) unlisten();
      else stop = unlisten;
    })
    .catch(() => undefined);
  return () => {
    stopped = true;
    stop?.();
  };
}
