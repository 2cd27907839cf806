// <dk-order .number=${id}>: one order from intake to after sales. The rail leads anywhere (Alt 1–7) and locks nothing.
// Steps 2 to 5 are elements of their features: dk-files-step, dk-samples-step, dk-review-step, dk-sheet-step; each takes
// `.page` and answers with the event `page` (detail: the new OrderPage). Hooks: data-step=1…7 on the rail, data-name=checks, trail.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { CheckLine, OrderPage } from "../../api/commands";
import { Loading } from "../../api/loading";
import { rests } from "../../form/rests";
import { LightElement } from "../../kit/element";
import { KeyBindings } from "../../kit/keys";
import { landOn } from "../../kit/land";
import { button, notice, waiting } from "../../kit/pieces";
import { rail } from "../../kit/rail";
import { go } from "../../kit/route";
import { standOn } from "../../kit/table";
import { say } from "../../kit/toast";
import { refusalWords } from "../../words/errors";
import { haltWords } from "../../words/halts";
import { kindWords } from "../../words/kinds";
import { pageWords } from "../../words/order_page";
import { orderWords } from "../../words/orders";
import { haltBanner } from "./halt_banner";
import "./halt_dialog";
import "./delivery_step";
import { answersCard } from "./answers";
import { convertOrder } from "./conversion";
import type { Seen } from "./intake_step";
import "./intake_step";
import { orderHead } from "./order_head";
import { takeBack } from "../../kit/back";
import { dialog } from "../../kit/dialog";
import { evidenceWords } from "../../words/evidence";
import { storyWords } from "../../words/story";
import "../../signing/evidence_shown";
import "./story";
import { orderSide } from "./order_side";
import { anotherProduct, repeatOrder } from "./repeat";

@customElement("dk-order")
export class OrderPageElement extends LightElement {
  @property({ type: Number }) number = 0;
  /** Where to land once the order is read, `step/path`; empty: where there is something to do. */
  @property({ attribute: false }) landing = "";
  /** Where one has landed: the window may be drawn again, and nobody is taken back there. */
  #landed = "";
  @state() private step = 0;
  @state() private whole = false;
  /** The story is shown. */
  @state() private telling = false;
  /** The evidence is shown: of one signature, or 0 of all. */
  @state() private evidence: number | undefined;
  /** Something typed in step 1 is not saved yet. */
  @state() private edits = false;
  /** A change of the issued sheet is being written in step 5. */
  @state() private changing = false;
  /** What is typed in step 1, with what is reckoned of it. */
  @state() private seen: Seen | undefined;
  /** 暂停 or 取消 is being written. */
  @state() private halting: "suspend" | "cancel" | "" = "";
  readonly #acting = new Acting(this);
  readonly #order = new Loading(this, { topics: () => [`order:${this.number}`], load: () => call("open_order", { id: this.number }) });
  readonly #keys = new KeyBindings(this, {
    step: (digit) => this.#go(digit, true),
    main: () => this.#main()?.run(),
    back: () => this.#back(),
    repeat: () => void this.#repeat(),
    another: () => void this.#another(),
  });

  protected override firstUpdated(): void {
    this.addEventListener("page", (event) => this.#order.take((event as CustomEvent<OrderPage>).detail));
    this.addEventListener("changing", (event) => { this.changing = (event as CustomEvent<boolean>).detail; });
    this.addEventListener("reckoned", (event) => { this.seen = (event as CustomEvent<Seen>).detail; });
    this.addEventListener("edits", (event) => { this.edits = (event as CustomEvent<boolean>).detail; });
  }

  /** To the list one came from, on this order's row: Enter comes back here and never opens another. */
  #back(): void {
    standOn("orders", this.number);
    go(takeBack());
  }

  #page(): OrderPage | undefined {
    return this.#order.value;
  }

  /** Where one is; at first the earliest step with something to do. */
  #current(page: OrderPage): number {
    if (this.step !== 0) return this.step;
    if (page.draft !== null) return page.effect.at === null ? 1 : 5;
    if (page.state === "released" || (page.sheet !== null && rests(page))) return 5;
    if (page.state === "converted" || page.state === "cancelled") return 1;
    return page.checks.find((line) => !line.ok)?.step ?? 5;
  }

  /** Goes to a step; by keys the next Tab is its first field. */
  #go(step: number, byKeys = false): void {
    const page = this.#page();
    if (page === undefined) return;
    const enter = (): void => {
      this.closest(".screen")?.scrollTo({ top: 0 });
      if (byKeys) this.querySelector<HTMLElement>(".order-step")?.focus({ preventScroll: true });
    };
    if (step === this.#current(page)) {
      if (byKeys) enter();
      return;
    }
    // The draft of step 1 is part of the page: it is stored and read again before somebody comes back to it.
    if (this.edits) void this.querySelector("dk-intake-step")?.flush().then(() => this.#order.reload());
    this.step = step;
    void this.updateComplete.then(() => {
      enter();
      // Help that is open shows this step.
      this.dispatchEvent(new CustomEvent("step", { bubbles: true }));
    });
  }

  protected override willUpdate(): void {
    const page = this.#page();
    // The step is chosen once; what is mended later must not move the page under somebody's hands.
    if (page !== undefined && this.step === 0) this.step = this.#current(page);
  }

  protected override updated(): void {
    if (this.landing === this.#landed || this.#page() === undefined) return;
    this.#landed = this.landing;
    const [step = "", ...path] = this.landing.split("/");
    void this.#toField(Number(step), path.join("/"));
  }

  /** The one main action: what Ctrl ↵ does on this page unless a form has the focus. */
  #main(): { label: string; run: () => void; disabled: boolean; name: string } | undefined {
    const page = this.#page();
    if (page === undefined) return undefined;
    const words = pageWords().main;
    const act = (label: string, name: string, run: () => void): { label: string; run: () => void; disabled: boolean; name: string } => ({ label, name, run, disabled: this.#acting.busy });
    if (page.state === "converted" || page.state === "cancelled") return undefined;
    // Nothing goes on before that.
    if (page.state === "suspended") return act(haltWords().resume, "main-resume", () => void this.#resume(page));
    if ((this.edits || page.draft !== null) && page.effect.at === null) return act(words.save, "main-save", () => void this.#save());
    if (this.changing) return act(words.change, "main-change", () => landOn("change.reason", this) || landOn("change.find", this));
    if (page.state === "released") return act(words.print, "main-print", () => void this.#toField(5, "print.holder"));
    const open = page.checks.filter((line) => !line.ok);
    if (open.length === 0) return act(words.issue, "issue-sheet", () => void this.#issue(page));
    const first = open[0];
    if (first === undefined) return undefined;
    // A presale is never issued: what it comes to is a customer order.
    if (first.code === "presale_not_issued") return act(kindWords().convert, "main-convert", () => void this.#acting.run(() => convertOrder(page.id)));
    if (page.kind === "op") return { ...act(kindWords().convert, "main-convert", () => this.#land(first)), disabled: true };
    if (open.length === 1 && first.code.startsWith("effect_approval")) return act(words.approve, "main-approve", () => void this.#toField(5, "effect"));
    if (open.length === 1 && (first.code === "check" || first.code === "check_stale")) return act(words.check, "main-check", () => void this.#toField(5, "check"));
    return { ...act(words.issue, "issue-sheet", () => this.#land(first)), disabled: true };
  }

  protected override render(): TemplateResult {
    void this.#keys;
    const words = pageWords();
    const page = this.#page();
    const problem = this.#order.problem;
    if (page === undefined) {
      if (problem === undefined) return html`${waiting(this.#order.slow)}`;
      return notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next, actions: button({ label: words.back, onClick: () => go("orders") }) });
    }
    const current = this.#current(page);
    const labels = orderWords().steps;
    const refusal = this.#acting.refusal;
    return html`${orderHead(page, { suspend: () => { this.halting = "suspend"; }, cancel: () => { this.halting = "cancel"; }, resume: () => void this.#resume(page) })}
      <div class="order-rail" title=${words.stepHint}>${rail({ steps: page.steps.map((step) => ({ number: step.step, label: labels[step.step - 1] ?? "", state: step.state })), current, go: (step) => this.#go(step) })}</div>
      ${refusal === undefined ? nothing : html`<div class="order-notice">${notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}</div>`}
      ${haltBanner(page, () => void this.#resume(page), this.#acting.busy)}
      <dk-halt-dialog .page=${page} .kind=${this.halting} @closed=${() => void this.#halted()}></dk-halt-dialog>
      <div class="order-body">
        ${dialog({ open: this.telling, title: storyWords().title(page.number), wide: true, onClose: () => { this.telling = false; }, body: this.telling ? html`<dk-story .number=${page.id}></dk-story>` : nothing })}
        ${dialog({ open: this.evidence !== undefined, title: evidenceWords().ofOrder(page.number), wide: true, onClose: () => { this.evidence = undefined; }, body: this.evidence === undefined ? nothing : html`<dk-shown-evidence .order=${page.id} .signature=${this.evidence}></dk-shown-evidence>` })}<div class="order-step" data-name="step-${current}" tabindex="-1" @show-evidence=${(event: CustomEvent<number>) => { this.evidence = event.detail; }}>${this.#step(page, current)}</div>
        <aside class="order-side">${current === 1 ? answersCard((this.seen ?? page).reckoning, (this.seen ?? page).form, (path) => void this.#toField(1, path)) : nothing}${orderSide(page, { land: (line) => this.#land(line), main: this.#main(), repeat: () => void this.#repeat(), another: () => void this.#another(), whole: this.whole, showAll: () => { this.whole = true; }, story: () => { this.telling = true; }, evidence: () => { this.evidence = 0; }, files: () => void this.#toField(2, "") })}</aside>
      </div>`;
  }

  #step(page: OrderPage, step: number): TemplateResult {
    switch (step) {
      case 1:
        return html`<dk-intake-step .page=${page}></dk-intake-step>`;
      case 2:
        return html`<dk-files-step .page=${page}></dk-files-step>`;
      case 3:
        return html`<dk-samples-step .page=${page}></dk-samples-step><dk-positions .page=${page}></dk-positions>`;
      case 4:
        return html`<dk-review-step .page=${page}></dk-review-step>`;
      case 5:
        return html`<dk-sheet-step .page=${page}></dk-sheet-step>`;
      case 6:
        return html`<dk-delivery-step .page=${page}></dk-delivery-step>`;
      default:
        return html`<dk-delivery-step later .page=${page}></dk-delivery-step>`;
    }
  }

  #land(line: CheckLine): void {
    // What was read back is answered in its form, whichever field is stale; what is typed is saved before that.
    void this.#toField(line.step, line.code !== "read_back" ? (line.path ?? "") : this.edits ? "edits" : "confirmation.who");
  }

  /** Shows the step and puts the focus on the field, or on the first thing to do there. */
  async #toField(step: number, path: string): Promise<void> {
    this.#go(step);
    await this.updateComplete;
    const place = this.querySelector<HTMLElement>(".order-step");
    if (place === null) return;
    // The step draws its own fields first.
    await new Promise((drawn) => setTimeout(drawn, 30));
    const form = place.querySelector<HTMLElement & { land?: (path: string) => Promise<boolean> }>("dk-order-form, dk-positions, dk-three-way");
    if (path !== "" && form?.land !== undefined && (await form.land(path))) return;
    if (path !== "" && landOn(path, place)) return;
    const begin = place.querySelector<HTMLElement>("[data-begin]");
    if (begin !== null) begin.focus();
    else place.focus({ preventScroll: true });
  }

  /** 翻单: what is typed here stays a draft of this order. */
  async #repeat(): Promise<void> {
    await this.#acting.run(() => repeatOrder(this.number));
  }

  /** 同单再开一件: with what is saved of the call, so what is typed is saved first. */
  async #another(): Promise<void> {
    if (this.edits || (this.#page()?.draft ?? null) !== null) return say(pageWords().saveFirst);
    await this.#acting.run(() => anotherProduct(this.number));
  }

  /** 恢复: where it stands then follows from its facts. */
  async #resume(page: OrderPage): Promise<void> {
    const resumed = await this.#acting.run(() => call("resume_order", { request: { orderId: page.id, revision: page.revision, reason: "" } }));
    if (resumed === undefined) return;
    this.#order.take(resumed);
    say(haltWords().didResume);
  }

  /** The menu it was chosen in is shut: its button has the focus again, and where there is none any more the step. */
  async #halted(): Promise<void> {
    this.halting = "";
    await this.updateComplete;
    await this.querySelector("dk-halt-dialog")?.updateComplete;
    (this.querySelector<HTMLElement>("[data-name=more] summary") ?? this.querySelector<HTMLElement>(".order-step"))?.focus({ preventScroll: true });
  }

  async #save(): Promise<void> {
    this.#go(1);
    await this.updateComplete;
    await this.querySelector("dk-intake-step")?.save();
  }

  async #issue(page: OrderPage): Promise<void> {
    const issued = await this.#acting.run(() => call("issue_task_sheet", { orderId: page.id, revision: page.revision }));
    if (issued === undefined) return;
    this.#order.take(issued);
    this.step = 5;
    say(pageWords().issued(issued.sheet?.label ?? ""));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-order": OrderPageElement;
  }
}
