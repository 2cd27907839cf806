// The form that is open: what is typed, what the core reckons of it, and its draft.
//   #editing = new Editing(this, { draftKey: () => this.key });  #editing.open(form);  #editing.take(nextForm);
// Every pause in typing reckons and saves the draft; leaving the screen saves at once, so Ctrl N in a call loses nothing.
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { call } from "../../api/call";
import type { BegunOn, OrderForm, Reckoning } from "../../api/commands";
import { type Refusal, toRefusal } from "../../api/refusal";
import { onFlush } from "../../api/seat";
import { PAUSE } from "../../kit/behind";
import { EMPTY_FORM, type Edited, sameForm } from "../../form/form_edits";
import { type Rebased, rebased } from "../../form/rebasing";

export interface EditingParts {
  /** The draft it is kept as; empty: not kept. */
  readonly draftKey: () => string;
}

export class Editing implements ReactiveController {
  form: OrderForm = EMPTY_FORM;
  reckoning: Reckoning | undefined;
  savedAt: string | undefined;
  /** The draft could not be saved. */
  problem: Refusal | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #parts: EditingParts;
  /** What is stored. */
  #base: OrderForm = EMPTY_FORM;
  /** The state of the order that what is typed here stands on; none of a new one. */
  #begunOn: BegunOn | null = null;
  /** What the draft holds, where it differs from what is stored. */
  #kept: OrderForm = EMPTY_FORM;
  /** Typed here since it was opened or stored: no older answer of the core may replace it. */
  #touched = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;
  #saving: Promise<void> = Promise.resolve();
  /** While the draft becomes an order nothing is kept under its key. */
  #held = false;
  #offFlush: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, parts: EditingParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  hostConnected(): void {
    this.#offFlush = onFlush(async () => {
      await this.flush();
      // Where there was no room for it before, there may be now.
      if (!this.#isKept) await this.#keep();
      if (!this.#isKept) throw new Error("not kept");
    });
  }

  hostDisconnected(): void {
    this.#offFlush?.();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#isKept) void this.#keep();
  }

  /** Whether something was typed that is not stored (a draft does not count as stored). */
  get edited(): boolean {
    return !sameForm(this.form, this.#base);
  }

  /** Whether somebody typed here since it was opened or stored. */
  get touched(): boolean {
    return this.#touched;
  }

  /** The revision that what is typed here stands on. */
  get revision(): number {
    return this.#begunOn?.revision ?? 0;
  }

  /**
   * Takes a form from the core: `base` is stored, `draft` what somebody typed since, on the state `begunOn`. Nothing typed here
   * is lost, and it keeps standing on the state it was typed on: a newer one of somebody else is not gone over unseen.
   */
  open(base: OrderForm, draft: OrderForm | null = null, reckoning?: Reckoning, begunOn: BegunOn | null = null): void {
    this.#base = base;
    if (!this.#touched) {
      this.#begunOn = begunOn;
      this.form = draft ?? base;
      this.#kept = this.form;
    }
    if (reckoning !== undefined && !this.#touched && draft === null) this.reckoning = reckoning;
    else void this.#reckon();
    this.#host.requestUpdate();
  }

  /** Stored or thrown away: from here on `base` is what there is. */
  settle(base: OrderForm, reckoning?: Reckoning, revision = 0): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#round += 1;
    this.#touched = false;
    this.#base = base;
    this.#begunOn = revision === 0 ? null : { revision, form: base };
    this.form = base;
    this.#kept = base;
    this.savedAt = undefined;
    if (reckoning !== undefined) this.reckoning = reckoning;
    this.#host.requestUpdate();
  }

  /** The person typed, added or removed something. */
  take({ form, typed }: Edited): void {
    // A letter shows in its own field; what follows from it for the page comes with the reckoning, at the next pause: the page
    // is drawn once for both. Whether something is unsaved at all changes what the main key does, and waits for nothing.
    const [touched, edited] = [this.#touched, this.edited];
    this.form = form;
    this.#touched = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#pause(), PAUSE);
    if (!(typed && touched && this.edited === edited)) this.#host.requestUpdate();
  }

  /** Puts what is typed here over a newer state of the order, and its draft with it. */
  rebase(now: OrderForm, revision: number): Rebased {
    const met = rebased(this.#begunOn?.form ?? EMPTY_FORM, this.form, now);
    this.#base = now;
    this.#begunOn = { revision, form: now };
    this.form = met.form;
    this.#touched = true;
    clearTimeout(this.#timer);
    // Also where nothing else changes in it, the draft stands on another state now.
    this.#kept = EMPTY_FORM;
    this.#pause();
    this.#host.requestUpdate();
    return met;
  }

  /** Waits until the draft is stored: before it is registered or saved. */
  async flush(): Promise<void> {
    if (this.#timer !== undefined) {
      clearTimeout(this.#timer);
      // Where the act is refused, the page stays, and what it says is of the last letter, too.
      this.#pause();
    }
    await this.#saving;
  }

  /** Stores the draft and keeps nothing more under its key until `release`; answers the form that is stored. */
  async hold(): Promise<OrderForm> {
    const form = this.form;
    await this.flush();
    this.#held = true;
    return form;
  }

  /** It stays a draft: what was typed meanwhile is kept. */
  release(): void {
    this.#held = false;
    void this.#keep();
  }

  /** No more drafts from here: it was registered or thrown away. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#held = true;
  }

  #pause(): void {
    this.#timer = undefined;
    void this.#reckon();
    void this.#keep();
  }

  async #reckon(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    try {
      const reckoning = await call("reckon", { form: this.form });
      if (round === this.#round) this.reckoning = reckoning;
    } catch (thrown) {
      if (round === this.#round) this.problem = toRefusal(thrown);
    }
    this.#host.requestUpdate();
  }

  /** Whether nothing would be lost here. */
  get #isKept(): boolean {
    return this.#held || this.#parts.draftKey() === "" || sameForm(this.form, this.#kept);
  }

  /** Drafts are stored one after the other, so an older one never overtakes a newer. */
  #keep(): Promise<void> {
    const key = this.#parts.draftKey();
    const form = this.form;
    const begunOn = this.#begunOn;
    if (this.#held || key === "" || sameForm(form, this.#kept)) return this.#saving;
    this.#kept = form;
    this.#saving = this.#saving.then(async () => {
      try {
        await call("save_draft", { key, form, begunOn });
        this.savedAt = new Date().toISOString();
        this.problem = undefined;
      } catch (thrown) {
        this.problem = toRefusal(thrown);
        if (this.#kept === form) this.#kept = EMPTY_FORM;
      }
      this.#host.requestUpdate();
    });
    return this.#saving;
  }
}
