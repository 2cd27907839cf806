// <dk-review-points .orderId .points>: what the customer must settle before release, and the answers. @page: the new OrderPage.
// Hooks: data-name=add-point, answer-point-ID, record-answer; data-field=point.item, point.new-date, answer.agreed, answer.answer, answer.who, answer.at.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { OrderPage, ReviewView } from "../../api/commands";
import { desk } from "../../api/desk";
import { Unsaved } from "../../api/unsaved";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, chip, notice } from "../../kit/pieces";
import { refusalWords } from "../../words/errors";
import { momentNow, readMoment } from "../../words/moments";
import { reviewWords } from "../../words/review";
import { shortTime } from "../../words/times";

interface Answered {
  readonly answer: string;
  readonly who: string;
  readonly at: string;
  /** "yes", "no", or nothing where it is not asked. */
  readonly agreed: string;
}

@customElement("dk-review-points")
export class ReviewPoints extends LightElement {
  @property({ type: Number }) orderId = 0;
  @property() customer = "";
  @property({ attribute: false }) points: ReviewView["points"] = [];
  /** The order was taken on condition: what is asked then is answered with yes or no. */
  @property({ type: Boolean }) conditional = false;
  /** Nothing is asked any more. */
  @property({ type: Boolean }) ended = false;
  @state() private item = "";
  @state() private newDate = "";
  @state() private added = 0;
  @state() private answering: number | undefined;
  @state() private values: Answered = { answer: "", who: "", at: "", agreed: "" };
  @state() private problems: Readonly<Record<string, string>> = {};
  readonly #unsaved = new Unsaved<{ item: string; newDate: string; answering: number | undefined; values: Answered }>(this, "points", {
    record: () => (this.orderId === 0 ? "" : String(this.orderId)),
    give: () => (this.item === "" && this.newDate === "" && this.answering === undefined ? undefined : { item: this.item, newDate: this.newDate, answering: this.answering, values: this.values }),
    take: ({ item, newDate, answering, values }) => {
      this.item = item;
      this.newDate = newDate;
      this.answering = answering;
      this.values = values;
    },
  });
  readonly #acting = new Acting(this);

  /** The first question without an answer. */
  #open(): number | undefined {
    return this.points.find((point) => point.answer === null)?.id;
  }

  #answered(page: OrderPage): void {
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: page, bubbles: true }));
  }

  protected override render(): TemplateResult {
    void this.#unsaved;
    const words = reviewWords();
    const refusal = this.#acting.refusal;
    if (this.ended && this.points.length === 0) return html``;
    return card({
      title: words.points,
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        ${this.points.length === 0 ? html`<p class="quiet is-prose">${words.noPoints}</p>` : html`<ol class="points">${this.points.map((point) => this.#point(point))}</ol>`}
        ${this.ended ? nothing : form({
          label: words.addPoint,
          onSubmit: () => void this.#add(),
          body: html`<div class="fields" data-field=${this.#open() === undefined ? "review.points" : nothing} tabindex="-1"><dk-field name="point.item" .span=${2} .record=${String(this.added)} .label=${words.item} .value=${this.item} clause="4.3.2" @typed=${(event: TypedEvent) => { event.stopPropagation(); this.item = event.detail.value; }}></dk-field>
            <dk-field kind="date" name="point.new-date" .span=${1} .record=${String(this.added)} .label=${words.askDate} .hint=${words.askDateHint} .value=${this.newDate} clause="F5-1" @typed=${(event: TypedEvent) => { event.stopPropagation(); this.newDate = event.detail.value; }}></dk-field>
            <div class="field-button">${button({ label: words.addPoint, main: true, name: "add-point", busy: this.#acting.busy })}</div></div>`,
        })}`,
    });
  }

  #point(point: ReviewView["points"][number]): TemplateResult {
    const words = reviewWords();
    const open = this.answering === point.id;
    return html`<li class="point" data-row=${point.id} data-field=${point.id === this.#open() ? "review.points" : nothing} tabindex="-1">
      <p><span>${point.item}</span>${point.newDate !== null && !point.item.includes(point.newDate) ? html` ${chip(words.toDate(point.newDate), "amber")}` : nothing} <small class="quiet">${point.askedBy ?? ""} ${words.asked(shortTime(point.asked))}</small></p>
      ${point.answer !== null
        ? html`<p class="point-answer">${point.agreed === false ? chip(words.disagreed, "red") : point.agreed === true ? chip(words.agreedTo, "green") : "✓"} ${point.answer === words.agreedTo || point.answer === words.disagreed ? nothing : point.answer} <small class="quiet">${point.answeredBy} · ${shortTime(point.answeredAt ?? "")}</small></p>`
        : this.ended
          ? nothing
          : open
          ? this.#answerForm(point)
          : html`<button type="button" class="link" data-name="answer-point-${point.id}" @click=${() => { this.answering = point.id; this.values = { answer: "", who: this.customer, at: momentNow(), agreed: "" }; this.problems = {}; }}>${words.recordAnswer}</button>`}
    </li>`;
  }

  #answerForm(point: ReviewView["points"][number]): TemplateResult {
    const words = reviewWords();
    const id = point.id;
    const options = [{ value: "yes", label: words.agreedTo }, { value: "no", label: words.disagreed }];
    const at = readMoment(this.values.at, desk()?.today ?? "");
    const field = (name: "answer" | "who" | "at", label: string): TemplateResult => html`<dk-field kind=${name === "at" ? "time" : "text"} required .name=${`answer.${name}`} .record=${String(id)} .label=${label} .value=${this.values[name]}
      .understood=${name === "at" && at !== undefined ? shortTime(at) : ""} .problem=${this.problems[name] ?? ""} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.values = { ...this.values, [name]: event.detail.value }; this.problems = {}; }}></dk-field>`;
    return form({
      label: words.recordAnswer,
      onSubmit: () => void this.#answer(id),
      body: html`${this.#asksYes(point) ? html`<dk-choice look="radio" filled name="answer.agreed" .record=${String(id)} .label=${words.agreedQuestion} .value=${this.values.agreed} .options=${options} clause="F5-1" @typed=${(event: TypedEvent) => { event.stopPropagation(); this.values = { ...this.values, agreed: event.detail.value }; this.problems = {}; }}></dk-choice>` : nothing}<div class="fields is-three">${field("answer", words.answer)}${field("who", words.answeredBy)}${field("at", words.at)}</div>`,
      actions: html`${button({ label: words.cancel, onClick: () => { this.answering = undefined; } })}${button({ label: words.recordAnswer, main: true, name: "record-answer", busy: this.#acting.busy })}`,
    });
  }

  /** Another delivery, or what the order was taken on condition of, is answered with yes or no. */
  #asksYes(point: ReviewView["points"][number]): boolean {
    return point.newDate !== null || this.conditional;
  }

  async #add(): Promise<void> {
    if (this.item.trim() === "" && this.newDate.trim() === "") return;
    const page = await this.#acting.run(() => call("add_point", { orderId: this.orderId, item: this.item.trim(), newDate: this.newDate }));
    if (page === undefined) return;
    this.item = "";
    this.newDate = "";
    this.added += 1;
    this.#answered(page);
  }

  async #answer(id: number): Promise<void> {
    const words = reviewWords();
    const at = readMoment(this.values.at, desk()?.today ?? "");
    const { who, agreed } = this.values;
    const point = this.points.find((each) => each.id === id);
    const asksYes = point !== undefined && this.#asksYes(point);
    // A plain yes or no is an answer.
    const answer = this.values.answer.trim() === "" && asksYes && agreed !== "" ? (agreed === "yes" ? words.agreedTo : words.disagreed) : this.values.answer;
    this.problems = {
      ...(answer.trim() === "" ? { answer: words.needed } : {}),
      ...(who.trim() === "" ? { who: words.needed } : {}),
      ...(at === undefined ? { at: words.atUnread } : {}),
    };
    if (at === undefined || Object.keys(this.problems).length > 0) return;
    const page = await this.#acting.run(() => call("answer_point", { request: { pointId: id, answer: answer.trim(), who: who.trim(), at, agreed: agreed === "" ? null : agreed === "yes" } }));
    if (page === undefined) return;
    this.answering = undefined;
    this.#answered(page);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-review-points": ReviewPoints;
  }
}
