// One answer to "does this Enter (or Esc) mean what it says?" while a Chinese input method is at work.
// Every form, table and dialog asks `submits(event)` or `composes(event)`; nobody looks at Enter alone.
// Three guards, because browsers differ: WebKit ends the composition before the keydown that ended it
// (isComposing false, keyCode 229), Chromium after it, and the first keydown may come before compositionstart.

let composing = false;

/** Starts listening; called once by the window, and by tests. */
export function watchComposition(target: EventTarget = document): void {
  target.addEventListener("compositionstart", () => { composing = true; }, true);
  target.addEventListener("compositionend", () => { composing = false; }, true);
  // A field that vanishes or loses focus mid-word never says compositionend.
  target.addEventListener("focusout", () => { composing = false; }, true);
}

/** True while the input method still owns the keyboard. */
export const isComposing = (): boolean => composing;

/** True when this key belongs to the input method. */
export const composes = (event: KeyboardEvent): boolean => composing || event.isComposing || event.keyCode === 229;

/** True when Enter was pressed to submit, not to choose a candidate. */
export const submits = (event: KeyboardEvent): boolean => event.key === "Enter" && !composes(event);
