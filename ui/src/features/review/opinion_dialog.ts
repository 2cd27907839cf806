// <dk-opinion-dialog .orderId .revision .review .department>: one department's opinion with its signature. @page: the new OrderPage; @closed.
// Hooks: data-field=opinion.verdict, opinion.opinion, opinion.conditions, opinion.new-date, opinion.person, opinion.pin …; data-name=record-opinion.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { Department, OrderPage, Power, ReviewView, Verdict } from "../../api/commands";
import { Unsaved } from "../../api/unsaved";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import "../../signing/signature";
import { refusalWords } from "../../words/errors";
import { reviewWords } from "../../words/review";

/** The line of the table of authority by which a department speaks. */
const POWERS: Readonly<Record<Department, Power>> = {
  production: "opine_production", quality: "opine_quality", sales: "opine_sales", prepress: "opine_prepress",
  purchasing: "opine_purchasing", finance: "opine_finance", management: "opine_management",
};

/** Who is asked before production answers (F5-1.2). */
const LAST: readonly Department[] = ["prepress", "quality", "purchasing"];

interface Typed {
  readonly verdict: Verdict;
  readonly opinion: string;
  readonly conditions: string;
  readonly newDate: string;
}

const NOTHING_TYPED: Typed = { verdict: "feasible", opinion: "", conditions: "", newDate: "" };

@customElement("dk-opinion-dialog")
export class OpinionDialog extends LightElement {
  @property({ type: Number }) orderId = 0;
  @property({ type: Number }) revision = 0;
  /** The review on the screen: what is said, is said to its route. None where nothing calls for one. */
  @property({ attribute: false }) review: ReviewView | null = null;
  @property({ attribute: false }) department: Department | undefined;
  @state() private verdict: Verdict = "feasible";
  @state() private opinion = "";
  @state() private conditions = "";
  @state() private newDate = "";
  readonly #acting = new Acting(this);
  #typed = new Map<Department, Typed>();
  readonly #unsaved = new Unsaved<Map<Department, Typed>>(this, "opinion", {
    record: () => (this.orderId === 0 ? "" : String(this.orderId)),
    give: () => {
      this.#putAway();
      return this.#typed;
    },
    take: (typed) => { this.#typed = typed; },
  });

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("orderId")) this.#typed = new Map();
    if (!changed.has("department") || this.department === undefined) return;
    // Esc puts the dialog away; what was typed for a department waits for it.
    const { verdict, opinion, conditions, newDate } = this.#typed.get(this.department) ?? NOTHING_TYPED;
    this.verdict = verdict;
    this.opinion = opinion;
    this.conditions = conditions;
    this.newDate = newDate;
    this.#acting.refusal = undefined;
  }

  protected override render(): TemplateResult {
    void this.#unsaved;
    const words = reviewWords();
    const department = this.department;
    return html`${dialog({ open: department !== undefined, title: department === undefined ? "" : words.giveTitle(words.departments[department]), onClose: () => this.#close(), body: department === undefined ? nothing : this.#form(department) })}`;
  }

  #form(department: Department): TemplateResult {
    const words = reviewWords();
    const refusal = this.#acting.refusal;
    const options = Object.entries(words.verdicts).map(([value, label]) => ({ value, label }));
    const feasibility = this.review?.feasibility ?? true;
    const production = department === "production";
    const others = (this.review?.opinions ?? []).filter((each) => each.department !== department && !each.stale);
    const silent = LAST.filter((each) => (this.review?.asked ?? []).includes(each) && !others.some((said) => said.department === each));
    const quality = this.review?.qualitySpecial ?? "";
    return form({
      label: words.giveTitle(words.departments[department]),
      onSubmit: () => void this.#record(department),
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        ${department === "quality" && quality !== "" ? html`<p data-name="special-quality"><b>${words.specialQuality}</b> ${quality}</p>` : nothing}
        ${production && !feasibility ? html`${others.map((said) => html`<p class="quiet">${words.departments[said.department]}: ${words.verdicts[said.verdict]} ${said.opinion} ${said.conditions} ${said.newDate ?? ""}</p>`)}${silent.length === 0 ? nothing : html`<p class="is-amber" data-name="answers-last">${words.answersLast(silent.map((each) => words.departments[each]).join(words.list))}</p>`}` : nothing}
        <div class="fields is-one">
          <dk-choice look="radio" filled name="opinion.verdict" .record=${department} .label=${words.verdict} .value=${this.verdict} .options=${options} clause="4.3.2" @typed=${(event: TypedEvent) => { event.stopPropagation(); this.verdict = event.detail.value as Verdict; }}></dk-choice>
          <dk-multiline .rows=${2} name="opinion.opinion" .record=${department} .label=${words.opinion} .value=${this.opinion} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.opinion = event.detail.value; }}></dk-multiline>
          ${this.verdict === "feasible" ? nothing : html`<dk-multiline .rows=${2} name="opinion.conditions" .record=${department} .label=${words.conditions} .hint=${words.conditionsHint} .value=${this.conditions} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.conditions = event.detail.value; }}></dk-multiline>`}
          ${production || this.verdict !== "feasible" ? html`<dk-field kind="date" name="opinion.new-date" .record=${department} .label=${words.newDate} .hint=${words.newDateHint} .value=${this.newDate} clause="F5-1" @typed=${(event: TypedEvent) => { event.stopPropagation(); this.newDate = event.detail.value; }}></dk-field>` : nothing}
        </div>
        <dk-signature name="opinion" .powers=${[production && feasibility ? "opine_feasibility" : POWERS[department]]}></dk-signature>`,
      actions: html`${button({ label: words.cancel, onClick: () => this.#close() })}${button({ label: words.sign, main: true, key: "main", name: "record-opinion", busy: this.#acting.busy })}`,
    });
  }

  #putAway(): void {
    if (this.department !== undefined) this.#typed.set(this.department, { verdict: this.verdict, opinion: this.opinion, conditions: this.conditions, newDate: this.newDate });
  }

  #close(): void {
    this.#putAway();
    this.dispatchEvent(new CustomEvent("closed"));
  }

  async #record(department: Department): Promise<void> {
    const box = this.querySelector("dk-signature");
    const approval = box?.approval();
    if (box === null || approval === undefined) return;
    const conditions = this.verdict === "feasible" ? "" : this.conditions;
    const page = await this.#acting.run(() => call("record_opinion", { request: { orderId: this.orderId, revision: this.revision, route: this.review?.route ?? "", department, verdict: this.verdict, opinion: this.opinion, conditions, newDate: this.newDate, approval } }));
    box.clear();
    if (page === undefined) return;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: page, bubbles: true }));
    this.#close();
    this.#typed.delete(department);
    say(reviewWords().signed);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-opinion-dialog": OpinionDialog;
  }
}
