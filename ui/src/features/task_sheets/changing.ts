// The form while a change is being thought out: at every pause, what is reckoned and what the change would do.
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { call } from "../../api/call";
import type { ChangePreview, OrderForm, OrderPage, Reckoning } from "../../api/commands";
import { type Refusal, toRefusal } from "../../api/refusal";

/** Milliseconds without a key before the core is asked. */
const PAUSE = 130;
const NOTHING: OrderForm = { order: {}, product: {}, components: [], finishing: [], drops: [], instalments: [] };

export class Changing implements ReactiveController {
  form: OrderForm = NOTHING;
  reckoning: Reckoning | undefined;
  preview: ChangePreview | undefined;
  problem: Refusal | undefined;
  readonly #host: ReactiveControllerHost;
  #order = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#round += 1;
  }

  /** Starts from what is in force; a reload of the same order leaves what is typed alone. */
  begin(page: OrderPage): void {
    if (page.id === this.#order) return;
    this.#order = page.id;
    this.form = page.form;
    this.reckoning = page.reckoning;
    this.preview = undefined;
  }

  take(form: OrderForm): void {
    this.form = form;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), PAUSE);
    this.#host.requestUpdate();
  }

  async #ask(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    try {
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
