// The form while a change is being thought out: at every pause it is kept as the order's draft, reckoned, and what it would change is told.
// Leaving keeps the draft; only stop() throws it away, and proposing makes an act of it.
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { call } from "../../api/call";
import type { BegunOn, ChangePreview, OrderForm, OrderPage, Reckoning } from "../../api/commands";
import { type Refusal, toRefusal } from "../../api/refusal";
import { PAUSE } from "../../kit/behind";
import { saysOtherwise } from "../../kit/fields/field_base";
import type { Edited } from "../../form/form_edits";
import { type Rebased, rebased } from "../../form/rebasing";

const NOTHING: OrderForm = { order: {}, product: {}, components: [], finishing: [], drops: [], instalments: [], services: [] };

/** The save under way, of whichever form: what is opened next reads the draft after it. */
let keeping: Promise<unknown> = Promise.resolve();

export class Changing implements ReactiveController {
  form: OrderForm = NOTHING;
  reckoning: Reckoning | undefined;
  preview: ChangePreview | undefined;
  problem: Refusal | undefined;
  readonly #host: ReactiveControllerHost;
  #order = 0;
  /** The order as it was when this change was begun: a newer one of somebody else is not undone unseen. */
  #begunOn: BegunOn = { revision: 0, form: NOTHING };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;
  #unkept = false;
  /** The newest question to the core, until it is answered. */
  #asking: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stopWaiting();
    this.#round += 1;
    if (this.#unkept) void this.#keep().catch(() => undefined);
  }

  /** Nothing more is kept: the change was proposed. */
  settle(): void {
    this.#stopWaiting();
    this.#round += 1;
    this.#unkept = false;
  }

  /** Throws the change away. */
  async stop(): Promise<void> {
    this.settle();
    await call("drop_draft", { key: this.#key });
  }

  /** The revision this change was begun on. */
  get revision(): number {
    return this.#begunOn.revision;
  }

  /** Another desk was quicker: puts the change over the order as it stands now. */
  async meet(): Promise<{ met: Rebased; page: OrderPage }> {
    this.#stopWaiting();
    await keeping.catch(() => undefined);
    const page = await call("open_order", { id: this.#order });
    const met = rebased(this.#begunOn.form, this.form, page.form);
    this.#begunOn = { revision: page.revision, form: page.form };
    this.form = met.form;
    this.#unkept = true;
    await this.#askNow();
    return { met, page };
  }

  get #key(): string {
    return `order:${this.#order}`;
  }

  async #keep(): Promise<void> {
    this.#unkept = false;
    keeping = call("save_draft", { key: this.#key, form: this.form, begunOn: this.#begunOn });
    await keeping;
  }

  /** Starts from the draft, else from what is in force; a reload of the same order leaves what is typed alone. */
  begin(page: OrderPage): void {
    if (page.id === this.#order) return;
    this.#order = page.id;
    this.#begunOn = page.draftOn ?? { revision: page.revision, form: page.form };
    this.form = page.draft ?? page.form;
    this.reckoning = page.reckoning;
    this.preview = undefined;
    void this.#resume();
  }

  /** Takes up what was left, unless somebody types already. */
  async #resume(): Promise<void> {
    await keeping.catch(() => undefined);
    const round = this.#round;
    const now = await call("open_order", { id: this.#order }).catch(() => undefined);
    if (now === undefined || now.draft === null || this.#unkept || round !== this.#round) return;
    this.form = now.draft;
    this.#begunOn = now.draftOn ?? { revision: now.revision, form: now.form };
    await this.#askNow();
  }

  take({ form, typed }: Edited): void {
    this.form = form;
    this.#unkept = true;
    this.#stopWaiting();
    this.#timer = setTimeout(() => void this.catchUp(), PAUSE);
    // A letter shows in its own field; what follows from it comes with the answer, at the next pause.
    if (!typed) this.#host.requestUpdate();
  }

  /** Nothing is asked at the next pause. */
  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /**
   * Asks at once what the next pause would ask, and waits for the answer: what is signed is what was looked at. Answers whether
   * the change makes of the order something else than was shown.
   */
  async catchUp(): Promise<boolean> {
    const shown = this.preview;
    if (this.#timer !== undefined) {
      this.#stopWaiting();
      void this.#askNow();
    }
    await this.#asking;
    return saysOtherwise(this.preview, shown);
  }

  #askNow(): Promise<void> {
    this.#asking = this.#ask();
    return this.#asking;
  }

  async #ask(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    try {
      if (this.#unkept) await this.#keep();
      const [reckoning, preview] = await Promise.all([call("reckon", { form: this.form }), call("preview_change", { orderId: this.#order, form: this.form })]);
      if (round !== this.#round) return;
      this.reckoning = reckoning;
      this.preview = preview;
      this.problem = undefined;
    } catch (thrown) {
      if (round === this.#round) this.problem = toRefusal(thrown);
    }
    this.#host.requestUpdate();
  }
}
