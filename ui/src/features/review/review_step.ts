// <dk-review-step .page=${page}>: step 4. Why it is reviewed, or why it need not be (dk-review-waiver), the route, opinions, points for
// the customer, the conclusion.
// Hooks: data-name=review-anyway, open-review (production's or quality's first opinion), opinion-DEPARTMENT, save-route, conclude-review, review-form;
// data-field=review.route, review.conclusion, review.note.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { Conclusion, Department, OrderPage, Paper, Power, ReviewView } from "../../api/commands";
import { Unsaved } from "../../api/unsaved";
import { dialog } from "../../kit/dialog";
import { preparingEnded } from "../../form/rests";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, chip, empty, notice } from "../../kit/pieces";
import { href } from "../../kit/route";
import { say } from "../../kit/toast";
import "../../papers/paper_view";
import "../../signing/signature";
import { refusalWords } from "../../words/errors";
import { kindWords } from "../../words/kinds";
import { reviewWords, triggerWords } from "../../words/review";
import { recordedWord } from "../../words/recorded";
import { shortTime } from "../../words/times";
import { replacedChip } from "../../signing/replaced";
import "./nature_card";
import "./opinion_dialog";
import "./points";
import { isWaived } from "./waiver_card";
import "./waiver_card";

/** In the order in which they speak: production last, so that it sees the others (F5-1.2); sales and the general manager as they like. */
const DEPARTMENTS = ["prepress", "quality", "purchasing", "production", "sales", "finance", "management"] as const;
/** 不接单 is no word of sales alone (F5-1.2). */
const DECLINE: readonly Power[] = ["sign_decline"];
const TONES = { open: "amber", accepted: "green", conditional: "amber", declined: "red" } as const;
const VERDICTS = { feasible: "green", conditional: "amber", infeasible: "red" } as const;

/** What was concluded upon has changed: reviewed anew before the sheet is issued, and afterwards signed for with the change itself. */
const staleChip = (page: OrderPage): TemplateResult => (page.sheet === null ? chip(reviewWords().stale, "red") : chip(reviewWords().changedSince, "quiet"));

@customElement("dk-review-step")
export class ReviewStep extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @state() private route: string | undefined;
  @state() private conclusion: Conclusion | "" = "";
  @state() private note = "";
  @state() private newDate = "";
  @state() private technique = "";
  @state() private asking: Department | undefined;
  @state() private paper: Paper | undefined;
  readonly #unsaved = new Unsaved<{ route: string | undefined; conclusion: Conclusion | ""; note: string; newDate: string; technique: string }>(this, "review", {
    record: () => String(this.page?.id ?? ""),
    give: () => (this.route === undefined && this.conclusion === "" && this.note === "" ? undefined : { route: this.route, conclusion: this.conclusion, note: this.note, newDate: this.newDate, technique: this.technique }),
    take: ({ route, conclusion, note, newDate, technique }) => {
      this.route = route;
      this.conclusion = conclusion;
      this.note = note;
      this.newDate = newDate;
      this.technique = technique;
    },
  });
  /** The review is waived, and somebody wants to review it all the same. */
  @state() private anyway = 0;
  readonly #acting = new Acting(this);

  protected override willUpdate(changed: PropertyValues): void {
    // What was stored is shown again as it is; what is being typed stays.
    if (changed.has("page") && this.route === this.page?.review?.route) this.route = undefined;
  }

  #take(page: OrderPage | undefined, words?: string): void {
    if (page === undefined) return;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: page, bubbles: true }));
    if (words !== undefined) say(words);
  }

  protected override render(): TemplateResult | typeof nothing {
    void this.#unsaved;
    const page = this.page;
    if (page === undefined) return nothing;
    const words = reviewWords();
    const review = page.review;
    const refusal = this.#acting.refusal;
    if (review === null && page.kind !== "od" && page.kind !== "os") return card({ title: words.title, body: empty({ title: kindWords().notReviewed, text: kindWords().notReviewedText }) });
    const apart = html`${page.split === null ? nothing : notice({ tone: "amber", title: words.split(page.split.total, page.split.above), text: html`<span data-name="split">${page.split.orders.map((order) => html`<a href=${href("orders", order.id)}>${order.number}</a> `)}${words.splitText}</span>` })}
      <dk-order-nature .page=${page}></dk-order-nature>`;
    const asks = html`<dk-opinion-dialog .orderId=${page.id} .revision=${page.revision} .review=${review} .department=${this.asking} @closed=${() => { this.asking = undefined; }}></dk-opinion-dialog>`;
    if (review === null) return html`<div class="screen-body">${apart}${card({ title: words.title, body: empty({ title: words.notNeeded, text: words.notNeededText, action: !preparingEnded(page) ? button({ label: words.askFeasibility, name: "ask-feasibility", onClick: () => { this.asking = "production"; } }) : undefined }) })}${asks}</div>`;
    const waived = isWaived(page);
    const ended = preparingEnded(page);
    return html`<div class="screen-body">
      ${apart}
      ${review.toCarry === null || ended ? nothing : notice({ tone: "amber", title: words.toCarry(review.toCarry), text: words.toCarryText, actions: html`<span data-field="review.carry" tabindex="-1">${button({ label: words.carry(review.toCarry), main: true, name: "carry-date", busy: this.#acting.busy, onClick: () => void this.#carry(page) })}</span>` })}
      ${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
      ${card({
        title: words.why,
        note: waived ? html`${chip(words.waived, "green")}${review.waiver?.stale === true ? chip(words.changedSince, "quiet") : nothing}` : ended && review.number === "" ? undefined : html`${review.number}${chip(words.states[review.state], TONES[review.state])}${review.stale ? staleChip(page) : nothing}${button({ label: words.form, name: "review-form", onClick: () => void this.#form(page) })}`,
        body: review.feasibility ? html`<p>${words.feasibility}</p>` : html`<ul class="triggers">${review.triggers.map((trigger) => html`<li>${triggerWords(trigger)}</li>`)}</ul>`,
      })}
      <dk-review-waiver .page=${page}></dk-review-waiver>
      ${waived && this.anyway !== page.id ? (!ended ? html`<p>${button({ label: words.reviewAnyway, name: "review-anyway", onClick: () => { this.anyway = page.id; } })}</p>` : nothing) : html`${this.#opinions(page, review)}
      ${review.feasibility ? nothing : this.#route(page, review)}
      <dk-review-points .ended=${ended} .orderId=${page.id} .customer=${page.form.order["contact"] ?? ""} .points=${review.points} .conditional=${review.state === "conditional"}></dk-review-points>
      ${ended && review.state === "open" ? nothing : this.#conclusion(page, review, ended)}`}
      ${asks}
      ${dialog({ open: this.paper !== undefined, title: words.form, wide: true, onClose: () => { this.paper = undefined; }, body: html`<dk-paper printable .paper=${this.paper}></dk-paper>` })}
    </div>`;
  }

  #opinions(page: OrderPage, review: ReviewView): TemplateResult {
    const words = reviewWords();
    const ended = preparingEnded(page);
    const required = new Set(review.asked);
    const shown = DEPARTMENTS.filter((department) => !review.feasibility || required.has(department) || review.opinions.some((each) => each.department === department));
    const first = shown.find((department) => required.has(department) && !review.opinions.some((each) => each.department === department && !each.stale));
    return card({
      title: words.opinions,
      flush: true,
      body: html`${review.answeredBefore.length === 0 || ended ? nothing : html`<p class="is-amber place-more" data-name="answered-before">${words.answeredBefore(review.answeredBefore.map((department) => words.departments[department]).join(words.list))}</p>`}<ul class="opinions">${shown.map((department) => {
        const opinion = review.opinions.findLast((each) => each.department === department);
        return html`<li data-row=${department}>
          <span class="opinion-who">${words.departments[department]}${required.has(department) ? html`<small class="quiet"> ${words.required}</small>` : nothing}</span>
          <span class="opinion-what">${opinion === undefined
            ? html`<span class="quiet">${words.notYet}</span>`
            : html`${chip(words.verdicts[opinion.verdict], opinion.stale && page.sheet === null ? "quiet" : VERDICTS[opinion.verdict])}${opinion.stale && page.sheet === null ? html` ${chip(words.staleOpinion, "red")}` : nothing} ${opinion.opinion}${opinion.conditions === "" ? nothing : html`<br /><span>${words.conditions}: ${opinion.conditions}</span>`}${opinion.newDate === null ? nothing : html`<br /><span>${words.newDate}: ${opinion.newDate}</span>`}
                <br /><small class="quiet">${opinion.person}${opinion.recorded ? ` (${recordedWord(opinion.recorded)})` : ""} · ${shortTime(opinion.at)}</small>${replacedChip(page, opinion.at)}`}</span>
          ${ended ? nothing : html`<button type="button" class="link" data-name=${review.opinions.length === 0 && department === first ? "open-review" : `opinion-${department}`} data-department=${department} data-field="review.opinion.${department}" ?data-begin=${department === first} @click=${() => { this.asking = department; }}>${opinion === undefined ? words.give : words.giveAgain}</button>`}
        </li>`;
      })}</ul>`,
    });
  }

  #route(page: OrderPage, review: ReviewView): TemplateResult {
    const words = reviewWords();
    if (preparingEnded(page)) return review.route === "" ? html`` : card({ title: words.route, body: html`<p class="is-prose">${review.route}</p>` });
    return card({
      title: words.route,
      body: form({
        label: words.route,
        onSubmit: () => void this.#acting.run(() => call("save_route", { orderId: page.id, route: this.route ?? review.route })).then((saved) => this.#take(saved, words.routeSaved)),
        body: html`<div class="line-form"><dk-multiline required .rows=${2} name="review.route" .record=${String(page.id)} .label=${words.route} .hint=${words.routeHint} .value=${this.route ?? review.route} clause="4.3.1" @typed=${(event: TypedEvent) => { event.stopPropagation(); this.route = event.detail.value; }}></dk-multiline>
          ${button({ label: words.saveRoute, main: true, name: "save-route", busy: this.#acting.busy || this.route === undefined || this.route === review.route })}</div>`,
      }),
    });
  }

  #conclusion(page: OrderPage, review: ReviewView, ended: boolean): TemplateResult {
    const words = reviewWords();
    const options = Object.entries(words.conclusions).map(([value, label]) => ({ value, label }));
    return card({
      title: words.conclusion,
      note: review.state === "open" ? undefined : html`${chip(words.conclusions[review.state], review.stale && page.sheet === null ? "quiet" : TONES[review.state])}${review.stale ? staleChip(page) : nothing}${ended ? nothing : review.conclusion ?? nothing}`,
      body: ended ? html`<p class="is-prose">${review.conclusion ?? ""}</p>` : form({
        label: words.conclusion,
        onSubmit: () => void this.#conclude(page),
        body: html`<p class="quiet is-prose">${words.concludeHint}</p><div class="fields">
          <dk-choice look="radio" filled name="review.conclusion" .span=${2} .record=${String(page.id)} .label=${words.conclusion} .value=${this.conclusion} .options=${options} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.conclusion = event.detail.value as Conclusion; }}></dk-choice>
          <dk-field name="review.note" .span=${1} .record=${String(page.id)} .label=${words.note} .value=${this.note} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.note = event.detail.value; }}></dk-field>
          ${this.conclusion === "conditional" ? html`<dk-field kind="date" name="review.new-date" .span=${1} .record=${String(page.id)} .label=${words.askDate} .hint=${words.conditionHint} .value=${this.newDate} clause="F5-1" @typed=${(event: TypedEvent) => { event.stopPropagation(); this.newDate = event.detail.value; }}></dk-field>
          <dk-field name="review.technique" .span=${3} .record=${String(page.id)} .label=${words.technique} .value=${this.technique} clause="F5-1" @typed=${(event: TypedEvent) => { event.stopPropagation(); this.technique = event.detail.value; }}></dk-field>` : nothing}
          ${this.conclusion === "declined" ? html`<div span="4"><p class="quiet is-prose">${words.declineText}</p><dk-signature name="decline" .apart=${page.askedBy} .powers=${DECLINE}></dk-signature></div>` : nothing}
          <div class="field-button">${button({ label: words.conclude, main: true, name: "conclude-review", busy: this.#acting.busy || this.conclusion === "" })}</div></div>`,
      }),
    });
  }

  async #conclude(page: OrderPage): Promise<void> {
    const conclusion = this.conclusion;
    if (conclusion === "") return;
    const box = this.querySelector("dk-signature");
    const approval = conclusion === "declined" ? box?.approval() : null;
    if (approval === undefined) return;
    const concluded = await this.#acting.run(() => call("conclude_review", { request: { orderId: page.id, revision: page.revision, conclusion, note: this.note, newDate: conclusion === "conditional" ? this.newDate : "", technique: conclusion === "conditional" ? this.technique : "", approval } }));
    box?.clear();
    if (concluded === undefined) return;
    this.conclusion = "";
    this.note = "";
    this.newDate = "";
    this.technique = "";
    this.#take(concluded, reviewWords().concluded);
  }

  /** What the customer agreed to goes onto the order. */
  async #carry(page: OrderPage): Promise<void> {
    this.#take(await this.#acting.run(() => call("carry_date", { orderId: page.id, revision: page.revision })), reviewWords().carried);
  }

  async #form(page: OrderPage): Promise<void> {
    this.paper = await this.#acting.run(() => call("review_form", { orderId: page.id }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-review-step": ReviewStep;
  }
}
