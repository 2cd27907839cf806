// <dk-change-form .page=${page}>: 提出更改. The same form in change mode; every pause says which places change, who must agree and
// whether a new version comes. @page: the new OrderPage; @closed. What is typed is kept as the order's draft;
// 不改了 throws it away, leaving does not.
// Hooks: data-name=propose-change, stop-change; data-field=change.reason, consent.who, consent.at, consent.how, consent.evidence, consent.follows, change.person, change.pin …
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { ChangePreview, Liable, OrderForm, OrderPage, Power } from "../../api/commands";
import { desk } from "../../api/desk";
import { LightElement } from "../../kit/element";
import { type Piece, evidenceBox, sentPieces } from "../../kit/evidence_box";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { KeyBindings } from "../../kit/keys";
import { landOn } from "../../kit/land";
import { button, card, chip, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { EvidenceIntake } from "../../signing/evidence_intake";
import "../../signing/signature";
import { fieldNote, refusalWords } from "../../words/errors";
import { kitWords } from "../../words/kit";
import { momentNow, readMoment } from "../../words/moments";
import { sheetWords } from "../../words/task_sheets";
import { shortTime } from "../../words/times";
import { Changing } from "./changing";
import { authorityWord, isSpoken, placesTable } from "./places";

const BESIDE: readonly Power[] = ["sign_change"];
type Name = "reason" | "who" | "at" | "how" | "follows" | "loss" | "liable" | "outcome";

@customElement("dk-change-form")
export class ChangeForm extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @state() private values: Readonly<Record<Name, string>> = { reason: "", who: "", at: momentNow(), how: "phone", follows: "", loss: "", liable: "none", outcome: "" };
  @state() private problems: Partial<Record<Name | "evidence", string>> = {};
  /** Whether the house lets evidence follow later. */
  @state() private mayFollow = true;
  /** What proves the consent. */
  @state() private pieces: readonly Piece[] = [];
  readonly #intake = new EvidenceIntake(this, {
    // The sign box at the bottom takes what is pasted there.
    takes: () => this.#changing.preview?.needsConsent === true && (document.activeElement?.closest("dk-signature") ?? null) === null,
    pieces: () => this.pieces,
    take: (pieces) => { this.pieces = pieces; this.problems = {}; },
  });
  readonly #changing = new Changing(this);
  readonly #acting = new Acting(this);
  /** Who is told that a change is being written: an element that has left the page tells nobody. */
  #told: HTMLElement | undefined;
  readonly #keys = new KeyBindings(this, { main: () => void landOn("change.reason", this) });

  override connectedCallback(): void {
    super.connectedCallback();
    call("rule_state", { rule: "evidence_may_follow" }).then((rule) => { this.mayFollow = rule.value === "on"; }).catch(() => undefined);
    this.#told = this.closest<HTMLElement>("dk-order") ?? undefined;
    this.#told?.dispatchEvent(new CustomEvent<boolean>("changing", { detail: true, bubbles: true }));
    // Which field, is the first question.
    void this.updateComplete.then(() => setTimeout(() => {
      // Somebody may be typing already: a caret that jumps eats keys.
      if (this.querySelector("[data-field]:focus-within") === null) landOn("change.find", this);
    }, 30));
  }

  override disconnectedCallback(): void {
    this.#told?.dispatchEvent(new CustomEvent<boolean>("changing", { detail: false, bubbles: true }));
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    if (this.page !== undefined) this.#changing.begin(this.page);
  }

  protected override render(): TemplateResult | typeof nothing {
    void this.#keys;
    const page = this.page;
    if (page === undefined) return nothing;
    const words = sheetWords();
    const preview = this.#changing.preview;
    return html`<div class="screen-body">
      <div class="edits">${notice({ tone: "amber", title: words.propose, text: words.changing, actions: button({ label: words.stopChange, name: "stop-change", onClick: () => void this.#stop() }) })}</div>
      <dk-order-form finder .marks=${Object.fromEntries((preview?.places ?? []).map((place) => [place.path, "amended"]))} .form=${this.#changing.form} .record=${`change:${page.id}`} .reckoning=${this.#changing.reckoning} @edited=${(event: CustomEvent<OrderForm>) => this.#changing.take(event.detail)}></dk-order-form>
      ${card({
        title: words.preview,
        note: preview === undefined || preview.places.length === 0 ? undefined : html`${chip(words.places(preview.onSheet ? preview.distinctPlaces : preview.places.length))}${!preview.onSheet ? nothing : chip(preview.makesNewVersion ? words.newVersion : words.sameVersion, preview.makesNewVersion ? "amber" : "quiet")}`,
        body: preview === undefined || preview.places.length === 0 ? html`<p class="quiet">${words.noPlaces}</p>` : this.#proposal(page, preview),
      })}
    </div>`;
  }

  #proposal(page: OrderPage, preview: ChangePreview): TemplateResult {
    const words = sheetWords();
    const refusal = this.#acting.refusal ?? this.#changing.problem;
    const set = (name: Name) => (event: TypedEvent): void => {
      event.stopPropagation();
      this.values = { ...this.values, [name]: event.detail.value };
      this.problems = {};
    };
    const at = readMoment(this.values.at, desk()?.today ?? "");
    const hows = Object.entries(words.hows).map(([value, label]) => ({ value, label }));
    return form({
      label: words.submit,
      onSubmit: () => void this.#propose(page, preview),
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        ${placesTable(preview.places)}
        <p class="quiet is-prose">${words.needs}: ${preview.needs.length === 0 ? words.inForceAtOnce : preview.needs.map(authorityWord).join(" · ")}</p>
        <div class="fields is-one"><dk-field required name="change.reason" .label=${words.reason} .value=${this.values.reason} .problem=${this.problems.reason ?? ""} clause="4.4.2" @typed=${set("reason")}></dk-field></div>
        ${needsConsent(preview)
          ? html`<h3>${words.consent}</h3><p class="quiet is-prose">${words.consentText}</p><div class="fields is-three">
              <dk-field required name="consent.who" .label=${words.consentWho} .value=${this.values.who} .problem=${this.problems.who ?? ""} @typed=${set("who")}></dk-field>
              <dk-field required kind="time" name="consent.at" .label=${words.consentAt} .value=${this.values.at} .understood=${at === undefined ? "" : shortTime(at)} .problem=${this.problems.at ?? ""} @typed=${set("at")}></dk-field>
              <dk-choice filled name="consent.how" .label=${words.consentHow} .value=${this.values.how} .options=${hows} @typed=${set("how")}></dk-choice></div>
              ${evidenceBox({ name: "consent.evidence", pieces: this.pieces, over: this.#intake.over, problem: this.problems.evidence ?? "", attach: () => void this.#intake.pick(), change: (pieces) => { this.pieces = pieces; } })}
              ${this.#lacking() && this.mayFollow ? html`<dk-check name="consent.follows" .label=${kitWords().sign.follows} .hint=${kitWords().sign.followsHint} .value=${this.values.follows} @typed=${set("follows")}></dk-check>` : nothing}
              <h3>${words.loss}</h3><div class="fields is-three">
              <dk-field kind="money" name="loss.amount" .label=${words.lossAmount} .value=${this.values.loss} .problem=${this.problems.loss ?? ""} clause="F4-4d" @typed=${set("loss")}></dk-field>
              <dk-choice filled name="loss.liable" .label=${words.liable} .value=${this.values.liable} .options=${Object.entries(words.liables).map(([value, label]) => ({ value, label }))} clause="F4-4d" @typed=${set("liable")}></dk-choice>
              <dk-field name="loss.outcome" .label=${words.outcome} .value=${this.values.outcome} @typed=${set("outcome")}></dk-field></div>`
          : nothing}
        <h3>${words.assistantSigns}</h3>
        <dk-signature name="change" .powers=${BESIDE}></dk-signature>`,
      actions: html`${button({ label: words.stopChange, onClick: () => void this.#stop() })}${button({ label: words.submit, main: true, key: "main", name: "propose-change", busy: this.#acting.busy })}`,
    });
  }

  /** The consent stands on something, and nothing of it is there. */
  #lacking(): boolean {
    return this.pieces.length === 0 && !isSpoken(this.values.how);
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent("closed"));
  }

  async #stop(): Promise<void> {
    const stopped = await this.#acting.run(async () => {
      await this.#changing.stop();
      return true;
    });
    if (stopped === true) this.#close();
  }

  async #propose(page: OrderPage, preview: ChangePreview): Promise<void> {
    const words = sheetWords();
    const at = readMoment(this.values.at, desk()?.today ?? "");
    const asked = needsConsent(preview);
    this.problems = {
      ...(this.values.reason.trim() === "" ? { reason: words.needed } : {}),
      ...(asked && this.values.who.trim() === "" ? { who: words.needed } : {}),
      ...(asked && at === undefined ? { at: words.atUnread } : {}),
      ...(asked && this.#lacking() && this.values.follows === "" ? { evidence: kitWords().sign.evidenceNeeded } : {}),
    };
    const box = this.querySelector("dk-signature");
    const approval = box?.approval();
    if (box === null || approval === undefined || Object.keys(this.problems).length > 0) return;
    const consent = asked && at !== undefined ? { who: this.values.who.trim(), at, how: this.values.how, evidence: sentPieces(this.pieces), follows: this.#lacking() } : null;
    const { loss: amount, liable, outcome } = this.values;
    const loss = asked && (amount !== "" || liable !== "none" || outcome !== "") ? { amount, liable: liable as Liable, outcome: outcome.trim() } : null;
    const request = { orderId: page.id, revision: this.#changing.revision, form: this.#changing.form, reason: this.values.reason.trim(), consent, loss, approval };
    const proposed = await this.#acting.run(() => call("propose_change", { request }));
    box.clear();
    if (proposed === undefined) {
      const field = this.#acting.refusal?.fields.find((each) => each.path === "loss.amount");
      if (field !== undefined) this.problems = { loss: fieldNote(field.code, field.params) };
      return;
    }
    this.#changing.settle();
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: proposed, bubbles: true }));
    this.#close();
    say(words.proposed);
  }
}

const needsConsent = (preview: ChangePreview): boolean => preview.needsConsent;

declare global {
  interface HTMLElementTagNameMap {
    "dk-change-form": ChangeForm;
  }
}
