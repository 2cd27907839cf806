// What follows from a letter and may come behind it: the letter is on the screen first, and while one types nothing else is drawn.
//   #behind = new Behind(() => { this.whole = true; });   #behind.ask()   ·   await onScreen()

/** Milliseconds without a letter: longer than people need from one to the next within a word, and not long for whoever waits. */
export const PAUSE = 400;

/** Milliseconds until what nobody sees yet is drawn: about what a hand needs from the keys to the mouse. */
const REST = 1_000;

/** Does one thing once nobody asked for it for a good while. */
export class Behind {
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(run: () => void) {
    this.#run = run;
  }

  ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#run, REST);
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
