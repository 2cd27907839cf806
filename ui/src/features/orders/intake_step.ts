// <dk-intake-step .page=${page}>: step 1. The form (draft at every pause, 保存修改 as one act), the record sheet, the customer's answers.
// Hooks: data-name=save-order, save-over, discard-edits, record-sheet, record-confirmation; data-field=confirmation.who, .at, .how, .result, .note, .evidence, .follows.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { OrderForm, OrderPage, Paper, Reckoning } from "../../api/commands";
import { desk } from "../../api/desk";
import type { Refusal } from "../../api/refusal";
import { Unsaved } from "../../api/unsaved";
import { ask } from "../../kit/ask";
import { dialog } from "../../kit/dialog";
import { rests } from "../../form/rests";
import { LightElement } from "../../kit/element";
import { button, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import "../../papers/paper_view";
import { fieldNote, refusalWords } from "../../words/errors";
import { wordOf } from "../../words/language";
import { marks } from "../../words/marks";
import { momentNow, readMoment } from "../../words/moments";
import { formWords } from "../../words/order_form";
import { pageWords } from "../../words/order_page";
import { shortTime } from "../../words/times";
import { type ConfirmationValues, confirmationCard, openItems } from "./confirmation";
import { BesideForm, doublesCard, salesNote } from "./beside_form";
import { conversionCard, convertOrder } from "./conversion";
import { Editing } from "./editing";
import { type Attached, EvidenceField } from "../../signing/evidence_field";
import { isWritten } from "../../signing/written";
import { kindOf } from "../../form/field_catalogue";
import type { Edited } from "../../form/form_edits";
import { meanwhileNotice } from "../../form/meanwhile";
import { isOpen } from "./order_state";
import "./order_form";
import "./material_card";
import type { Rebased } from "../../form/rebasing";
import { reckonedCards } from "./reckoned";
import "./receipts_card";
import "./sale_card";

/** What stands in the form, and what is reckoned of it. */
export interface Seen {
  readonly form: OrderForm;
  readonly reckoning: Reckoning | undefined;
}

/** A yes that leaves something to show. */
const isWrittenYes = (answer: ConfirmationValues): boolean => answer.result === "agreed" && isWritten(answer.how);

/** Refusals that tell of another desk. */
const MEANWHILE: ReadonlySet<string> = new Set(["changed_meanwhile", "order_took_effect", "order_released"]);

@customElement("dk-intake-step")
export class IntakeStep extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @state() private problems: Readonly<Record<string, string>> = {};
  @state() private answer: ConfirmationValues = { who: "", at: momentNow(), how: "phone", result: "", note: "", ticked: "" };
  @state() private answerProblems: Partial<Record<keyof ConfirmationValues, string>> = {};
  @state() private paper: Paper | undefined;
  @state() private answered = 0;
  readonly #editing = new Editing(this, { draftKey: () => (this.page === undefined || !isOpen(this.page) ? "" : `order:${this.page.id}`) });
  readonly #unsaved = new Unsaved<{ answer: ConfirmationValues; attached: Attached }>(this, "confirmation", {
    record: () => String(this.page?.id ?? ""),
    give: () => (this.#answering === undefined ? undefined : { answer: this.#answering, attached: this.#evidence.attached }),
    take: ({ answer, attached }) => {
      this.answer = answer;
      this.#answering = answer;
      this.#evidence.put(attached);
    },
  });
  /** What shows a yes that was written. */
  readonly #evidence = new EvidenceField(this, { name: "confirmation", takes: () => isWrittenYes(this.answer) && this.querySelector("[name='confirmation.result']") !== null && document.querySelector("dialog[open]") === null, asked: () => isWrittenYes(this.answer) });
  /** The answer that is being written down; none before somebody has typed of it. */
  #answering: ConfirmationValues | undefined;
  readonly #acting = new Acting(this);
  readonly #beside = new BesideForm(this, () => (this.page === undefined ? "" : `order:${this.page.id}`));
  #told = false;
  #shown: Reckoning | undefined;
  /** What another desk saved meanwhile, until it is saved or looked at. */
  @state() private met: Rebased | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    const page = this.page;
    if (page === undefined || !changed.has("page")) return;
    // What is drafted of a closed order is a change that is being written in step 5.
    this.#editing.open(page.form, !isOpen(page) ? null : page.draft, page.reckoning, page.draftOn ?? { revision: page.revision, form: page.form });
    if (isOpen(page)) this.#beside.ask(this.#editing.form, true);
    if (this.answer.who === "" && this.answered === 0) this.answer = { ...this.answer, who: page.form.order["contact"] ?? "" };
  }

  /** Whether something waits for save; the page is told by the event `edits`. */
  get edited(): boolean {
    return this.page !== undefined && isOpen(this.page) && (this.#editing.edited || this.page.draft !== null);
  }

  protected override updated(): void {
    // The page answers beside the form what the customer asks, by what is being typed here.
    const seen = this.#editing.reckoning;
    if (seen !== this.#shown) {
      this.#shown = seen;
      this.dispatchEvent(new CustomEvent<Seen>("reckoned", { detail: { form: this.#editing.form, reckoning: seen }, bubbles: true }));
    }
    if (this.edited === this.#told) return;
    this.#told = this.edited;
    this.dispatchEvent(new CustomEvent<boolean>("edits", { detail: this.edited, bubbles: true }));
  }

  protected override render(): TemplateResult | typeof nothing {
    void this.#unsaved;
    const page = this.page;
    if (page === undefined) return nothing;
    const words = pageWords();
    const closed = !isOpen(page);
    const edited = this.edited;
    const refusal = this.met === undefined ? (this.#acting.refusal ?? this.#editing.problem) : undefined;
    return html`<div class="screen-body">
      ${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
      ${this.met === undefined || closed ? nothing : meanwhileNotice({ form: this.#editing.form, met: this.met, label: words.meanwhile.saveOver, busy: this.#acting.busy, over: () => void this.save() })}
      ${edited ? this.#edits() : nothing}
      ${page.state === "converted" || rests(page) ? nothing : closed ? notice({ tone: "accent", title: page.state === "released" ? words.edits.frozen : words.edits.closed }) : nothing}
      ${conversionCard({ page, edited, busy: this.#acting.busy, convert: () => void this.#acting.run(() => convertOrder(page.id)) })}
      ${!kindOf(page.kind).readBack ? nothing : confirmationCard({
        page,
        values: this.answer,
        record: `${page.id}-${this.answered}`,
        problems: this.answerProblems,
        evidence: isWrittenYes(this.answer) ? this.#evidence.field(`${page.id}-${this.answered}`) : nothing,
        edited,
        busy: this.#acting.busy,
        change: (name, text) => {
          this.answer = { ...this.answer, [name]: text };
          this.#answering = this.answer;
          this.answerProblems = {};
        },
        confirm: () => void this.#confirm(page),
        verify: () => void this.#verify(page),
        sheet: () => void this.#sheet(page),
        recordOf: (paper) => { this.paper = paper; },
      })}
      ${kindOf(page.kind).readBack ? html`${kindOf(page.kind).released ? html`<dk-material-card .page=${page} ?edited=${edited} @land=${(event: CustomEvent<string>) => void this.querySelector("dk-order-form")?.land(event.detail)}></dk-material-card>` : nothing}
        <dk-sale-card .page=${page} ?edited=${edited} @land=${(event: CustomEvent<string>) => void this.querySelector("dk-order-form")?.land(event.detail)}></dk-sale-card>
        <dk-receipts .page=${page}></dk-receipts>` : nothing}
      <dk-order-form .form=${this.#editing.form} .record=${`order:${page.id}`} .reckoning=${this.#editing.reckoning} .problems=${this.problems} .marks=${page.marks} kindFixed .quantityNote=${closed ? undefined : salesNote(this.#beside.value)} ?readonly=${closed}
        @edited=${(event: CustomEvent<Edited>) => this.#edited(event.detail)}></dk-order-form>
      ${closed ? nothing : html`<div class="form-bottom">${doublesCard(this.#beside.value)}${reckonedCards(this.#editing.reckoning, this.#editing.form, (path) => void this.querySelector("dk-order-form")?.land(path))}</div>`}
      ${dialog({ open: this.paper !== undefined, title: words.intake.recordSheet, wide: true, body: html`<dk-paper printable .paper=${this.paper}></dk-paper>`, onClose: () => { this.paper = undefined; } })}
    </div>`;
  }

  #edits(): TemplateResult {
    const words = pageWords().edits;
    const saved = this.#editing.savedAt;
    return html`<div class="edits" data-field="edits" tabindex="-1">${notice({
      tone: "amber",
      title: words.title,
      text: saved === undefined ? words.text : html`${words.text} <span class="quiet" data-name="draft-saved">${formWords().draftSaved(shortTime(saved))}</span>`,
      actions: html`${button({ label: words.discard, name: "discard-edits", onClick: () => void this.#discard() })}${button({ label: words.save, main: true, key: "main", name: "save-order", busy: this.#acting.busy, onClick: () => void this.save() })}`,
    })}</div>`;
  }

  #edited(edited: Edited): void {
    if (Object.keys(this.problems).length > 0) this.problems = {};
    this.#editing.take(edited);
    this.#beside.ask(edited.form);
  }

  #answer(page: OrderPage): void {
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: page, bubbles: true }));
  }

  /** 保存修改: one deliberate act. */
  async save(): Promise<void> {
    const page = this.page;
    if (page === undefined || !isOpen(page)) return;
    const form = this.#editing.form;
    const saved = await this.#acting.run(async () => {
      await this.#editing.flush();
      return call("save_order", { id: page.id, revision: this.#editing.revision, form });
    });
    if (saved !== undefined) {
      this.met = undefined;
      this.#editing.settle(saved.form, saved.reckoning, saved.revision);
      this.#answer(saved);
      say(pageWords().edits.saved);
      return;
    }
    const refused = this.#acting.refusal;
    if (refused !== undefined && MEANWHILE.has(refused.code)) {
      await this.#meet(page.id, refused);
      return;
    }
    await this.#toFields();
  }

  /** What was refused stands at its fields, and one stands in the first. */
  async #toFields(): Promise<void> {
    const fields = this.#acting.refusal?.fields ?? [];
    this.problems = Object.fromEntries(fields.map((field) => [field.path, fieldNote(field.code, field.params)]));
    if (fields[0] !== undefined) await this.querySelector("dk-order-form")?.land(fields[0].path);
  }

  /** Another desk was quicker: what is typed here is put over what it saved, and saved once somebody has seen both. */
  async #meet(id: number, refused: Refusal): Promise<void> {
    const now = await this.#acting.run(() => call("open_order", { id }));
    if (now === undefined) return;
    if (!isOpen(now)) {
      // It took effect meanwhile: the draft goes on as a change in step 5.
      this.met = undefined;
      this.#editing.settle(now.form, now.reckoning, now.revision);
      this.#answer(now);
      this.#acting.refusal = refused;
      return;
    }
    const met = this.#editing.rebase(now.form, now.revision);
    this.#answer(now);
    this.met = met;
    await this.updateComplete;
    // Nothing of the other stands in the form's way: there is nothing to look at.
    if (met.clashes.length === 0 && met.taken.length === 0) await this.save();
    else this.querySelector<HTMLElement>("[data-name=save-over]")?.focus();
  }

  /** Waits until the draft is stored. */
  flush(): Promise<void> {
    return this.#editing.flush();
  }

  async #discard(): Promise<void> {
    const page = this.page;
    const words = pageWords().edits;
    if (page === undefined || !(await ask({ title: words.discardTitle, text: words.discardText, confirm: words.discard, danger: true }))) return;
    await this.#acting.run(async () => {
      await this.#editing.flush();
      await call("drop_draft", { key: `order:${page.id}` });
      const now = await call("open_order", { id: page.id });
      this.met = undefined;
      this.#editing.settle(now.form, now.reckoning, now.revision);
      this.#answer(now);
    });
  }

  async #sheet(page: OrderPage): Promise<void> {
    this.paper = await this.#acting.run(() => call("record_sheet", { id: page.id }));
  }

  async #verify(page: OrderPage): Promise<void> {
    const items = this.answer.ticked.split(",").filter((item) => openItems(page).includes(item));
    if (items.length === 0) return;
    const verified = await this.#acting.run(() => call("verify_order", { request: { orderId: page.id, revision: page.revision, items, how: this.answer.how, at: "" } }));
    if (verified === undefined) return;
    this.answered += 1;
    this.answer = { ...this.answer, ticked: "" };
    if (this.#answering !== undefined) this.#answering = this.answer;
    this.#answer(verified);
    say(pageWords().intake.verifiedNow);
  }

  async #confirm(page: OrderPage): Promise<void> {
    const words = pageWords().intake;
    const at = readMoment(this.answer.at, desk()?.today ?? "");
    const problems: Partial<Record<keyof ConfirmationValues, string>> = {};
    if (this.answer.who.trim() === "") problems.who = words.whoMissing;
    if (at === undefined) problems.at = words.atUnread;
    // An agreement is chosen, never taken from a key that went astray.
    if (this.answer.result === "") problems.result = words.resultMissing;
    this.answerProblems = problems;
    const bare = this.#evidence.missing();
    if (at === undefined || Object.keys(problems).length > 0 || bare) {
      await this.updateComplete;
      setTimeout(() => this.querySelector<HTMLElement>(".confirmation .has-problem")?.focus());
      return;
    }
    const { who, how, result, note } = this.answer;
    const verified = this.answer.ticked.split(",").filter((item) => openItems(page).includes(item));
    const recorded = await this.#acting.run(() => call("record_confirmation", { request: { orderId: page.id, revision: page.revision, hash: page.confirmation.hash, who: who.trim(), at, how, result, note, verified, ...(isWrittenYes(this.answer) ? this.#evidence.sent() : { evidence: [], follows: false }) } }));
    if (recorded === undefined) {
      await this.#toFields();
      return;
    }
    this.answered += 1;
    this.answer = { ...this.answer, at: momentNow(), result: "", note: "", ticked: "" };
    this.#answering = undefined;
    this.#evidence.clear();
    this.#answer(recorded);
    const open = openItems(recorded).map((item) => wordOf(words.verifyItems, item));
    say(result === "agreed" && open.length > 0 ? words.stillToVerify(open.join(marks().list)) : words.recorded);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-intake-step": IntakeStep;
  }
}
