// What follows from a letter for the page around it, and may wait until the letter is on the screen.
//   #behind = new Behind(() => this.requestUpdate());   #behind.ask()
/** Milliseconds without a letter: nobody sees them, and whoever types fast is never waited for. */
const MOMENT = 50;

/** Does one thing once nobody asked for it for a moment. */
export class Behind {
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(run: () => void) {
    this.#run = run;
  }

  ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#run, MOMENT);
  }

  /** It is not needed any more. */
  forget(): void {
    clearTimeout(this.#timer);
  }
}
