// <dk-opinion-dialog .orderId .revision .route .department>: one department's opinion with its signature. @page: the new OrderPage; @closed.
// Hooks: data-field=opinion.verdict, opinion.opinion, opinion.conditions, opinion.person, opinion.pin …; data-name=record-opinion.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { Department, OrderPage, Power, Verdict } from "../../api/commands";
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
const POWERS: Readonly<Record<Department, Power>> = { production: "opine_production", quality: "opine_quality", sales: "opine_sales", prepress: "opine_prepress" };

interface Typed {
  readonly verdict: Verdict;
  readonly opinion: string;
  readonly conditions: string;
}

const NOTHING_TYPED: Typed = { verdict: "feasible", opinion: "", conditions: "" };

@customElement("dk-opinion-dialog")
export class OpinionDialog extends LightElement {
  @property({ type: Number }) orderId = 0;
  @property({ type: Number }) revision = 0;
  /** The route on the screen: what is said, is said to it. */
  @property() route = "";
  @property({ attribute: false }) department: Department | undefined;
  @state() private verdict: Verdict = "feasible";
  @state() private opinion = "";
  @state() private conditions = "";
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
    const { verdict, opinion, conditions } = this.#typed.get(this.department) ?? NOTHING_TYPED;
    this.verdict = verdict;
    this.opinion = opinion;
    this.conditions = conditions;
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
    return form({
      label: words.giveTitle(words.departments[department]),
      onSubmit: () => void this.#record(department),
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <div class="fields is-one">
          <dk-choice look="radio" filled name="opinion.verdict" .record=${department} .label=${words.verdict} .value=${this.verdict} .options=${options} clause="4.3.2" @typed=${(event: TypedEvent) => { event.stopPropagation(); this.verdict = event.detail.value as Verdict; }}></dk-choice>
          <dk-multiline .rows=${2} name="opinion.opinion" .record=${department} .label=${words.opinion} .value=${this.opinion} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.opinion = event.detail.value; }}></dk-multiline>
          ${this.verdict === "feasible" ? nothing : html`<dk-multiline .rows=${2} name="opinion.conditions" .record=${department} .label=${words.conditions} .hint=${words.conditionsHint} .value=${this.conditions} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.conditions = event.detail.value; }}></dk-multiline>`}
        </div>
        <dk-signature name="opinion" .powers=${[POWERS[department]]}></dk-signature>`,
      actions: html`${button({ label: words.cancel, onClick: () => this.#close() })}${button({ label: words.sign, main: true, key: "main", name: "record-opinion", busy: this.#acting.busy })}`,
    });
  }

  #putAway(): void {
    if (this.department !== undefined) this.#typed.set(this.department, { verdict: this.verdict, opinion: this.opinion, conditions: this.conditions });
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
    const page = await this.#acting.run(() => call("record_opinion", { request: { orderId: this.orderId, revision: this.revision, route: this.route, department, verdict: this.verdict, opinion: this.opinion, conditions, approval } }));
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
