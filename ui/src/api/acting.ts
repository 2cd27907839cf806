// One deliberate act at a time: runs it, says whether it is under way (after a second in the frame, too), and keeps the refusal for
// the screen.
//   #acting = new Acting(this);   const page = await this.#acting.run(() => call("register_order", { … }));   undefined: refused
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Refusal, toRefusal } from "./refusal";
import { begun } from "./working";

export class Acting implements ReactiveController {
  busy = false;
  refusal: Refusal | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.refusal = undefined;
  }

  clear(): void {
    this.refusal = undefined;
    this.#host.requestUpdate();
  }

  /** Runs the act unless one is under way; a second press of the key does nothing. */
  async run<T>(act: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.refusal = undefined;
    this.#host.requestUpdate();
    const over = begun();
    try {
      return await act();
    } catch (thrown) {
      this.refusal = toRefusal(thrown);
      // Where it names a field, whoever acts leads to that.
      if (this.refusal.fields.length === 0) void this.#show();
      return undefined;
    } finally {
      over();
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  /** A refusal is read where one is, and its words may stand above the sight. */
  async #show(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (this.refusal !== undefined && this.#host instanceof HTMLElement) this.#host.querySelector(".notice-red")?.scrollIntoView({ block: "nearest" });
  }
}
