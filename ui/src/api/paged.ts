// A long list of which only the pages that are seen are read. The rows that were not read yet are holes in `rows`.
//   #rows = new Paged(this, { topics: () => ["orders"], count: () => call(…), page: (from, limit) => call(…), id: (row) => row.id });
//   this.#rows.rows / .problem / .slow    ·    #rows.want(first, last) when other rows come into sight
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { hear } from "./changes";
import type { PageFrom } from "./commands";
import { type Refusal, toRefusal } from "./refusal";

export const PAGE = 100;

export interface PagedSource<R> {
  /** Topics whose change makes what is shown old. */
  readonly topics: () => readonly string[];
  readonly count: () => Promise<number>;
  readonly page: (from: PageFrom, limit: number) => Promise<readonly R[]>;
  readonly id: (row: R) => number;
}

/** The nearest way to a page: from a row beside it that is known, from an end, or by counting. */
export function wayTo<R>(rows: readonly (R | undefined)[], page: number, id: (row: R) => number): { from: PageFrom; limit: number } {
  const first = page * PAGE;
  const limit = Math.min(PAGE, rows.length - first);
  const above = first === 0 ? undefined : rows[first - 1];
  const below = rows[first + PAGE];
  if (first === 0) return { from: { at: "newest" }, limit };
  if (above !== undefined) return { from: { at: "after", id: id(above) }, limit };
  if (below !== undefined) return { from: { at: "before", id: id(below) }, limit };
  if (first + PAGE >= rows.length) return { from: { at: "oldest" }, limit };
  return { from: { at: "skipping", rows: first }, limit };
}

export class Paged<R> implements ReactiveController {
  /** As many as there are; undefined until the first answer. */
  rows: (R | undefined)[] | undefined;
  problem: Refusal | undefined;
  slow = false;
  readonly #host: ReactiveControllerHost;
  readonly #source: PagedSource<R>;
  #round = 0;
  #seen: readonly [number, number] = [0, 0];
  #reading = new Set<number>();
  #unhear: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, source: PagedSource<R>) {
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

  /** These rows are in sight. */
  want(first: number, last: number): void {
    this.#seen = [first, last];
    const rows = this.rows;
    if (rows === undefined) return;
    for (const page of pagesOf(first, last, rows.length)) {
      if (rows[page * PAGE] === undefined && !this.#reading.has(page)) void this.#read(page);
    }
  }

  /** Another list (a filter): from its top. */
  async restart(): Promise<void> {
    this.#seen = [0, 0];
    await this.reload();
  }

  /** Reads again what is in sight; the rows shown stay until the newer ones are there. */
  async reload(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    this.#reading.clear();
    const patience = setTimeout(() => {
      if (round !== this.#round) return;
      this.slow = true;
      this.#host.requestUpdate();
    }, 300);
    try {
      const fresh = new Array<R | undefined>(await this.#source.count());
      const [first, last] = this.#seen;
      for (const page of pagesOf(Math.min(first, fresh.length - 1), last, fresh.length)) put(fresh, page, await this.#ask(fresh, page));
      if (round !== this.#round) return;
      this.rows = fresh;
      this.problem = undefined;
      // Somebody may have scrolled on meanwhile.
      this.want(...this.#seen);
    } catch (thrown) {
      if (round === this.#round) this.problem = toRefusal(thrown);
    } finally {
      clearTimeout(patience);
      if (round === this.#round) {
        this.slow = false;
        this.#host.requestUpdate();
      }
    }
  }

  async #read(page: number): Promise<void> {
    const round = this.#round;
    if (this.rows === undefined) return;
    this.#reading.add(page);
    try {
      const read = await this.#ask(this.rows, page);
      if (round !== this.#round) return;
      // Another array, so that the table draws again; another page may have come meanwhile.
      const rows = this.rows.slice();
      put(rows, page, read);
      this.rows = rows;
    } catch (thrown) {
      if (round === this.#round) this.problem = toRefusal(thrown);
    } finally {
      if (round === this.#round) {
        this.#reading.delete(page);
        this.#host.requestUpdate();
      }
    }
  }

  #ask(rows: readonly (R | undefined)[], page: number): Promise<readonly R[]> {
    const { from, limit } = wayTo(rows, page, this.#source.id);
    return this.#source.page(from, limit);
  }
}

function put<R>(rows: (R | undefined)[], page: number, read: readonly R[]): void {
  read.forEach((row, index) => { rows[page * PAGE + index] = row; });
}

function pagesOf(first: number, last: number, count: number): readonly number[] {
  if (count === 0) return [];
  const from = Math.floor(Math.max(0, first) / PAGE);
  const to = Math.floor(Math.max(0, Math.min(last, count - 1)) / PAGE);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
