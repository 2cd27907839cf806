// What follows from a letter and may come behind it: the letter is on the screen first, and while one types nothing else is drawn.
//   #behind = new Behind(() => { this.whole = true; });   #behind.ask()   ·   await onScreen()

/** Milliseconds without a letter: longer than most people need from one to the next, and hardly noticed by whoever waits. */
export const PAUSE = 250;

/** Does one thing once nobody asked for it for a while. */
export class Behind {
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(run: () => void) {
    this.#run = run;
  }

  ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#run, PAUSE);
  }

  /** It is not needed any more. */
  forget(): void {
    clearTimeout(this.#timer);
  }
}

/** Milliseconds in which every window that is looked at has drawn itself; one that is not draws nothing, and is not waited for. */
const DRAWN = 50;

/** Waits until what was typed just now is on the screen. */
export const onScreen = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, DRAWN);
    requestAnimationFrame(() => setTimeout(resolve));
  });
