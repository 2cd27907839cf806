// Loads what a screen shows and loads it again when one of its topics changed.
//   #customers = new Loading(this, { topics: () => ["customers"], load: () => call("customers_list", { query: "" }) });
//   this.#customers.value / .problem / .slow (true after 300 ms without an answer)
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { hear } from "./changes";
import { type Refusal, toRefusal } from "./refusal";

export interface LoadingSource<T> {
  /** Topics whose change makes what is shown old. */
  topics: () => readonly string[];
  load: () => Promise<T>;
}

export class Loading<T> implements ReactiveController {
  /** The last answer; kept while a newer one is on its way, so nothing flickers. */
  value: T | undefined;
  problem: Refusal | undefined;
  slow = false;
  readonly #host: ReactiveControllerHost;
  readonly #source: LoadingSource<T>;
  #round = 0;
  #unhear: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, source: LoadingSource<T>) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unhear = hear((topics) => {
      const shown = this.#source.topics();
      if (topics.some((topic) => shown.includes(topic))) void this.reload();
    });
    void this.reload();
  }

  hostDisconnected(): void {
    this.#unhear?.();
    this.#round += 1;
  }

  /** Loads again; only the newest request's answer is kept. */
  async reload(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const patience = setTimeout(() => {
      if (round !== this.#round) return;
      this.slow = true;
      this.#host.requestUpdate();
    }, 300);
    try {
      const value = await this.#source.load();
      if (round !== this.#round) return;
      this.value = value;
      this.problem = undefined;
    } catch (thrown) {
      if (round !== this.#round) return;
      this.problem = toRefusal(thrown);
    } finally {
      clearTimeout(patience);
      if (round === this.#round) {
        this.slow = false;
        this.#host.requestUpdate();
      }
    }
  }

  /** Takes an answer a command gave anyway, without asking again. */
  take(value: T): void {
    this.#round += 1;
    this.value = value;
    this.problem = undefined;
    this.slow = false;
    this.#host.requestUpdate();
  }
}
