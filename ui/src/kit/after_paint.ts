// What may wait until the key that was struck is on the screen.
//   #later = new AfterPaint(() => this.requestUpdate());   #later.ask()
/** Milliseconds after which it is done anyway: a window nobody sees draws no frame. */
const LATEST = 100;

/** Does one thing after the next frame, however often it is asked for until then. */
export class AfterPaint {
  readonly #run: () => void;
  #asked: { readonly frame: number; readonly timer: ReturnType<typeof setTimeout> } | undefined;

  constructor(run: () => void) {
    this.#run = run;
  }

  ask(): void {
    if (this.#asked !== undefined) return;
    const now = (): void => {
      this.forget();
      this.#run();
    };
    // A frame's own callback comes before it is painted, the timer behind it after.
    this.#asked = { frame: requestAnimationFrame(() => { setTimeout(() => { if (this.#asked !== undefined) now(); }); }), timer: setTimeout(now, LATEST) };
  }

  /** It was done otherwise. */
  forget(): void {
    if (this.#asked === undefined) return;
    cancelAnimationFrame(this.#asked.frame);
    clearTimeout(this.#asked.timer);
    this.#asked = undefined;
  }
}
