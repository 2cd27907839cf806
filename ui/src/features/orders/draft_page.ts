// <dk-draft .key=${…}>: an order that has no number yet. Every pause saves the draft; 登记 (Ctrl ↵) gives the number.
// Leaving (Ctrl N, the strip, the side bar) saves and submits nothing. Hooks: data-name=register, drop-draft, draft-saved; beside_form.ts.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { ConvertedOrder, OrderForm, RepeatedOrder } from "../../api/commands";
import { Loading } from "../../api/loading";
import { toRefusal } from "../../api/refusal";
import { ask } from "../../kit/ask";
import { LightElement } from "../../kit/element";
import { KeyBindings } from "../../kit/keys";
import { button, notice, waiting } from "../../kit/pieces";
import { go, href } from "../../kit/route";
import { say } from "../../kit/toast";
import { besideWords } from "../../words/beside";
import { fieldNote, refusalWords } from "../../words/errors";
import { kindWords } from "../../words/kinds";
import { formWords } from "../../words/order_form";
import { shortTime } from "../../words/times";
import { answersCard } from "./answers";
import { BesideForm, doublesCard, lastSameNote, salesNote, takenMarks } from "./beside_form";
import { Editing } from "./editing";
import { kindOfForm } from "../../form/field_catalogue";
import { type Edited, merged, sameForm, textAt } from "../../form/form_edits";
import { forgetForm, lastPlace } from "./form_memory";
import "./order_form";
import { reckonedCards } from "./reckoned";

@customElement("dk-draft")
export class DraftPage extends LightElement {
  @property() key = "";
  @state() private problems: Readonly<Record<string, string>> = {};
  readonly #editing = new Editing(this, { draftKey: () => this.key });
  @state() private repeats: RepeatedOrder | null = null;
  /** The presale or sample order this draft makes a customer order of. */
  @state() private converts: ConvertedOrder | null = null;
  readonly #acting = new Acting(this);
  readonly #beside = new BesideForm(this, () => this.key);
  readonly #keys = new KeyBindings(this, { main: () => void this.#register(), back: () => go("orders") });
  readonly #draft = new Loading(this, {
    topics: () => [],
    load: async () => {
      const draft = await call("open_draft", { key: this.key });
      this.#editing.open(draft.form);
      this.repeats = draft.repeats;
      this.converts = draft.converts;
      // What is typed meanwhile counts, also where the draft is read again.
      this.#beside.ask(this.#editing.form, true);
      void this.updateComplete.then(() => setTimeout(() => this.#first()));
      return draft;
    },
  });

  /** Where one was before the telephone rang, else the field one begins with. */
  #first(): void {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    // Of a repeated order everything is known but what is asked anew; the customer's own number is the first of it.
    void this.#land(lastPlace(this.key) ?? this.#begin());
  }

  /** What is asked first: of a converted order how many, of a repeated one the customer's own number, else who calls. */
  #begin(): string {
    if (this.converts !== null) return "product.quantity";
    if (this.repeats !== null) return "order.customer_po";
    // Another product of a call: who calls is known.
    const known = textAt(this.#editing.form, "order.customer_id") !== "";
    return kindOfForm(this.#editing.form).readBack && !known ? "order.customer_id" : "product.name";
  }

  #conversion(): TemplateResult | typeof nothing {
    if (this.converts === null) return nothing;
    const words = kindWords();
    const { order, rest } = this.converts;
    return html`<div data-name="converts">${notice({ tone: "accent", title: `${words.convertsFrom} ${order.number}`, text: html`${rest === null ? nothing : `${words.restOf(rest)} `}${words.convertsText} <a href=${href("orders", order.id)}>${words.look}</a>` })}</div>`;
  }

  protected override render(): TemplateResult {
    void this.#keys;
    const words = formWords();
    const problem = this.#draft.problem;
    if (problem !== undefined) return notice({ tone: "amber", title: words.draftGone, text: words.draftGoneText, actions: button({ label: words.toOrders, onClick: () => go("orders") }) });
    if (this.#draft.value === undefined) return html`${waiting(this.#draft.slow)}`;
    const editing = this.#editing;
    const refusal = this.#acting.refusal ?? editing.problem;
    const title = [editing.form.order["customer_id"], editing.form.product["name"]].filter((text) => text !== undefined && text !== "").join(" / ");
    return html`<header class="screen-head order-head">
        <h1 class="order-title">${title === "" ? words.newOrder : title}</h1>
        <span class="quiet" data-name="draft-saved" role="status">${editing.savedAt === undefined ? words.draftNew : words.draftSaved(shortTime(editing.savedAt))}</span>
        <span class="screen-gap"></span>
        ${button({ label: words.discard, plain: true, name: "drop-draft", onClick: () => void this.#discard() })}
        ${button({ label: words.register, main: true, key: "main", name: "register", busy: this.#acting.busy, why: words.registerHint, onClick: () => void this.#register() })}
      </header>
      ${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
      ${this.#conversion()}
      <div class="order-body">
        <dk-order-form ?kindFixed=${this.converts !== null} .quantityNote=${salesNote(this.#beside.value)} .form=${editing.form} .record=${this.key} .reckoning=${editing.reckoning} .problems=${this.problems} .marks=${takenMarks(editing.form, this.repeats ?? this.converts)}
          .productNote=${lastSameNote({ beside: this.#beside.value, repeats: this.repeats, take: (order) => void this.#takeOver(order), untie: () => void this.#untie() })} @edited=${(event: CustomEvent<Edited>) => this.#edited(event.detail)}></dk-order-form>
        <aside class="order-side">${doublesCard(this.#beside.value)}${answersCard(editing.reckoning, editing.form, (path) => void this.#land(path))}${reckonedCards(editing.reckoning, editing.form, (path) => void this.#land(path))}</aside>
      </div>`;
  }

  #edited(edited: Edited): void {
    if (Object.keys(this.problems).length > 0) this.problems = {};
    this.#editing.take(edited);
    this.#beside.ask(edited.form);
  }

  /** 带入规格: fills what nobody has typed; one key takes it back. */
  async #takeOver(order: number): Promise<void> {
    const before = this.#editing.form;
    const filled = await this.#acting.run(async () => {
      await this.#editing.flush();
      return call("take_over_order", { key: this.key, form: before, id: order });
    });
    if (filled === undefined) return;
    this.repeats = filled.repeats;
    // What was typed since the key was pressed stays, and so it does when the taking over is taken back.
    this.#edited({ form: merged(before, this.#editing.form, filled.form), typed: false });
    const words = besideWords();
    say(words.tookOver(filled.repeats?.order.number ?? ""), { label: words.undo, run: () => void this.#back(before, filled.form) });
  }

  async #back(before: OrderForm, filled: OrderForm): Promise<void> {
    if (!this.isConnected) return;
    this.#edited({ form: merged(filled, this.#editing.form, before), typed: false });
    await this.#untie();
  }

  async #untie(): Promise<void> {
    await this.#acting.run(async () => {
      await this.#editing.flush();
      const draft = await call("take_over_order", { key: this.key, form: this.#editing.form, id: null });
      this.repeats = draft.repeats;
    });
    this.#beside.ask(this.#editing.form, true);
  }

  async #land(path: string): Promise<void> {
    await this.querySelector("dk-order-form")?.land(path);
  }

  async #register(): Promise<void> {
    let sent: OrderForm | undefined;
    const page = await this.#acting.run(async () => {
      sent = await this.#editing.hold();
      return call("register_order", { key: this.key, form: sent });
    });
    if (page !== undefined) {
      this.#editing.stop();
      forgetForm(this.key);
      await this.#keepTypedSince(sent ?? page.form, page.id);
      say(formWords().registered(page.number));
      go("orders", page.id);
      return;
    }
    this.#editing.release();
    const fields = this.#acting.refusal?.fields ?? [];
    this.problems = Object.fromEntries(fields.map((field) => [field.path, fieldNote(field.code, field.params)]));
    if (fields[0] !== undefined) await this.#land(fields[0].path);
  }

  /** What was typed while the number was on its way becomes the order's unsaved change. */
  async #keepTypedSince(sent: OrderForm, order: number): Promise<void> {
    const form = this.#editing.form;
    if (sameForm(sent, form)) return;
    try {
      await call("save_draft", { key: `order:${order}`, form, begunOn: null });
    } catch (thrown) {
      say(refusalWords(toRefusal(thrown)).title);
    }
  }

  async #discard(): Promise<void> {
    const words = formWords();
    if (!(await ask({ title: words.discardTitle, text: words.discardText, confirm: words.discard, danger: true }))) return;
    this.#editing.stop();
    const dropped = await this.#acting.run(async () => {
      await call("drop_draft", { key: this.key });
      return true;
    });
    if (dropped === true) {
      forgetForm(this.key);
      go("orders");
    }
    else this.#editing.release();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-draft": DraftPage;
  }
}
