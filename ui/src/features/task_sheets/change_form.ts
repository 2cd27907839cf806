// <dk-change-form .page=${page}>: 提出更改. The same form in change mode; every pause says which places change, who must agree and
// whether a new version comes. @page: the new OrderPage; @closed. What is typed is kept as the order's draft;
// 不改了 throws it away, leaving does not.
// Hooks: data-name=propose-change, save-over, stop-change; data-field=change.reason, consent.who, consent.at, consent.how, consent.evidence, consent.follows,
// change.person, change.pin …
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { ChangePreview, Liable, OrderPage, Power, Warning } from "../../api/commands";
import { desk } from "../../api/desk";
import { Unsaved } from "../../api/unsaved";
import type { Edited } from "../../form/form_edits";
import { meanwhileNotice } from "../../form/meanwhile";
import { placeName } from "../../form/place_name";
import type { Rebased } from "../../form/rebasing";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { KeyBindings } from "../../kit/keys";
import { landOn } from "../../kit/land";
import { button, card, chip, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { type Attached, EvidenceField } from "../../signing/evidence_field";
import "../../signing/signature";
import { isWritten } from "../../signing/written";
import { fieldNote, fieldWords, refusalWords } from "../../words/errors";
import { marks } from "../../words/marks";
import { momentNow, readMoment } from "../../words/moments";
import { pageWords } from "../../words/order_page";
import { sheetWords } from "../../words/task_sheets";
import { shortTime } from "../../words/times";
import { Changing } from "./changing";
import { authorityWord, placesTable } from "./places";

const BESIDE: readonly Power[] = ["sign_change"];
type Name = "reason" | "who" | "at" | "how" | "loss" | "liable" | "outcome";

@customElement("dk-change-form")
export class ChangeForm extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @state() private values: Readonly<Record<Name, string>> = { reason: "", who: "", at: momentNow(), how: "", loss: "", liable: "none", outcome: "" };
  @state() private problems: Partial<Record<Name, string>> = {};
  /** What proves the consent. */
  readonly #evidence = new EvidenceField(this, {
    name: "consent",
    // The sign box at the bottom takes what is pasted there.
    takes: () => this.#changing.preview?.needsConsent === true && (document.activeElement?.closest("dk-signature") ?? null) === null,
    asked: () => isWritten(this.values.how),
  });
  readonly #changing = new Changing(this);
  /** The order whose contact was offered as who consents. */
  #asked = 0;
  /** Proposed or thrown away: nothing of it is kept. */
  #done = false;
  readonly #unsaved = new Unsaved<{ values: Readonly<Record<Name, string>>; attached: Attached }>(this, "change", {
    record: () => String(this.page?.id ?? ""),
    give: () => (this.#done ? undefined : { values: this.values, attached: this.#evidence.attached }),
    take: ({ values, attached }) => {
      this.values = values;
      this.#evidence.put(attached);
    },
  });
  /** What another desk saved meanwhile. */
  @state() private met: Rebased | undefined;
  readonly #acting = new Acting(this);
  /** Who is told that a change is being written: an element that has left the page tells nobody. */
  #told: HTMLElement | undefined;
  readonly #keys = new KeyBindings(this, { main: () => void this.#toReason() });

  override connectedCallback(): void {
    super.connectedCallback();
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
    if (this.page === undefined) return;
    this.#changing.begin(this.page);
    if (this.#asked === this.page.id) return;
    this.#asked = this.page.id;
    // Whoever speaks for the customer is asked, until another name is typed.
    if (this.values.who === "") this.values = { ...this.values, who: this.page.form.order["contact"] ?? "" };
  }

  /** What does not go together any more once the change is in force; it did before. */
  #newlyOdd(page: OrderPage): readonly Warning[] {
    const before = page.reckoning.warnings;
    const now = this.#changing.reckoning?.warnings ?? [];
    return now.filter((one) => !before.some((old) => old.path === one.path && old.code === one.code));
  }

  protected override render(): TemplateResult | typeof nothing {
    void this.#keys;
    void this.#unsaved;
    const page = this.page;
    if (page === undefined) return nothing;
    const words = sheetWords();
    const preview = this.#changing.preview;
    return html`<div class="screen-body">
      <div class="edits">${notice({ tone: "amber", title: words.propose, text: words.changing, actions: button({ label: words.stopChange, name: "stop-change", onClick: () => void this.#stop() }) })}</div>
      <dk-order-form finder .marks=${Object.fromEntries((preview?.places ?? []).map((place) => [place.path, "amended"]))} .form=${this.#changing.form} .record=${`change:${page.id}`} .reckoning=${this.#changing.reckoning} @edited=${(event: CustomEvent<Edited>) => this.#changing.take(event.detail)}></dk-order-form>
      ${this.met === undefined ? nothing : meanwhileNotice({ form: this.#changing.form, met: this.met, label: pageWords().meanwhile.proposeOver, busy: this.#acting.busy, over: () => void this.#over(page) })}
      ${card({
        title: words.preview,
        note: preview === undefined || preview.places.length === 0 ? undefined : html`${chip(words.places(preview.onSheet ? preview.distinctPlaces : preview.places.length))}${!preview.onSheet ? nothing : chip(preview.makesNewVersion ? words.newVersion : words.sameVersion, preview.makesNewVersion ? "amber" : "quiet")}`,
        body: preview === undefined || preview.places.length === 0 ? html`<p class="quiet">${words.noPlaces}</p>` : this.#proposal(page, preview),
      })}
    </div>`;
  }

  #proposal(page: OrderPage, preview: ChangePreview): TemplateResult {
    const words = sheetWords();
    const refusal = this.met === undefined ? (this.#acting.refusal ?? this.#changing.problem) : undefined;
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
        ${this.#odd(page)}
        <p class="quiet is-prose">${words.needs}${marks().colon}${preview.needs.length === 0 ? words.inForceAtOnce : preview.needs.map(authorityWord).join(" · ")}</p>
        <div class="fields is-one"><dk-field required name="change.reason" .label=${words.reason} .value=${this.values.reason} .problem=${this.problems.reason ?? ""} clause="4.4.2" @typed=${set("reason")}></dk-field></div>
        ${needsConsent(preview)
          ? html`<h3>${words.consent}</h3><p class="quiet is-prose">${words.consentText}</p><div class="fields is-three">
              <dk-field required name="consent.who" .label=${words.consentWho} .value=${this.values.who} .problem=${this.problems.who ?? ""} @typed=${set("who")}></dk-field>
              <dk-field required kind="time" name="consent.at" .label=${words.consentAt} .value=${this.values.at} .understood=${at === undefined ? "" : shortTime(at)} .problem=${this.problems.at ?? ""} @typed=${set("at")}></dk-field>
              <dk-choice required name="consent.how" .label=${words.consentHow} .value=${this.values.how} .problem=${this.problems.how ?? ""} .options=${hows} @typed=${set("how")}></dk-choice></div>
              ${this.#evidence.field()}`
          : nothing}
        ${isCounted(preview)
          ? html`<h3>${words.loss}</h3><div class="fields is-three">
              <dk-field kind="money" name="loss.amount" .label=${words.lossAmount} .value=${this.values.loss} .problem=${this.problems.loss ?? ""} clause="F4-4d" @typed=${set("loss")}></dk-field>
              <dk-choice filled name="loss.liable" .label=${words.liable} .value=${this.values.liable} .options=${Object.entries(words.liables).map(([value, label]) => ({ value, label }))} clause="F4-4d" @typed=${set("liable")}></dk-choice>
              <dk-field name="loss.outcome" .label=${words.outcome} .value=${this.values.outcome} @typed=${set("outcome")}></dk-field></div>`
          : nothing}
        <h3>${words.assistantSigns}</h3>
        <dk-signature name="change" .powers=${BESIDE}></dk-signature>`,
      actions: html`${button({ label: words.stopChange, onClick: () => void this.#stop() })}${button({ label: words.submit, main: true, key: "main", name: "propose-change", busy: this.#acting.busy })}`,
    });
  }

  #odd(page: OrderPage): TemplateResult | typeof nothing {
    const words = sheetWords();
    const odd = this.#newlyOdd(page);
    if (odd.length === 0) return nothing;
    return notice({ tone: "amber", title: words.oddAfter, text: html`<ul class="given-before" data-name="odd-after">${odd.map((one) => html`<li><button type="button" class="link" @click=${() => void this.querySelector("dk-order-form")?.land(one.path)}>${placeName(this.#changing.form, one.path)}</button> ${fieldWords(one.code, one.params)}</li>`)}</ul>` });
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent("closed"));
  }

  /** On to why: below what the change makes of the order, once that is known of the last letter, too. */
  async #toReason(): Promise<void> {
    await this.#changing.catchUp();
    await this.updateComplete;
    if (!landOn("change.reason", this)) landOn("change.find", this);
  }

  async #stop(): Promise<void> {
    const stopped = await this.#acting.run(async () => {
      await this.#changing.stop();
      return true;
    });
    if (stopped !== true) return;
    this.#done = true;
    this.#close();
  }

  /** Both sides were seen: the change is proposed as it stands now, once it is signed again. */
  async #over(page: OrderPage): Promise<void> {
    const preview = this.#changing.preview;
    if (preview === undefined || preview.places.length === 0) {
      landOn("change.find", this);
      return;
    }
    await this.#propose(page, preview);
  }

  /** Another desk was quicker: the change is put over the order as it stands now. */
  async #meet(): Promise<void> {
    const now = await this.#acting.run(() => this.#changing.meet());
    if (now === undefined) return;
    this.met = now.met;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: now.page, bubbles: true }));
    await this.updateComplete;
    this.querySelector<HTMLElement>("[data-name=save-over]")?.focus();
  }

  async #propose(page: OrderPage, preview: ChangePreview): Promise<void> {
    // A letter struck just now is looked at before it is signed.
    if (await this.#changing.catchUp()) {
      await this.#toReason();
      return;
    }
    if (this.#acting.busy) return;
    const words = sheetWords();
    const at = readMoment(this.values.at, desk()?.today ?? "");
    const asked = needsConsent(preview);
    this.problems = {
      ...(this.values.reason.trim() === "" ? { reason: words.needed } : {}),
      ...(asked && this.values.who.trim() === "" ? { who: words.needed } : {}),
      ...(asked && at === undefined ? { at: words.atUnread } : {}),
      // Name and time are offered; that the customer was asked is said by choosing how.
      ...(asked && this.values.how === "" ? { how: words.needed } : {}),
    };
    const box = this.querySelector("dk-signature");
    const approval = box?.approval();
    const bare = asked && this.#evidence.missing();
    if (Object.keys(this.problems).length > 0 || bare) {
      // The signature is the last of what is missing; the first one comes first.
      await this.updateComplete;
      setTimeout(() => setTimeout(() => this.querySelector<HTMLElement>(".form .has-problem")?.focus()));
      return;
    }
    if (box === null || approval === undefined) return;
    const consent = asked && at !== undefined ? { who: this.values.who.trim(), at, how: this.values.how, ...this.#evidence.sent() } : null;
    const { loss: amount, liable, outcome } = this.values;
    const loss = isCounted(preview) && (amount !== "" || liable !== "none" || outcome !== "") ? { amount, liable: liable as Liable, outcome: outcome.trim() } : null;
    const request = { orderId: page.id, revision: this.#changing.revision, form: this.#changing.form, reason: this.values.reason.trim(), consent, loss, approval };
    const proposed = await this.#acting.run(() => call("propose_change", { request }));
    box.clear();
    if (proposed === undefined) {
      if (this.#acting.refusal?.code === "changed_meanwhile") {
        await this.#meet();
        return;
      }
      const field = this.#acting.refusal?.fields.find((each) => each.path === "loss.amount");
      if (field !== undefined) this.problems = { loss: fieldNote(field.code, field.params) };
      return;
    }
    this.#changing.settle();
    this.#done = true;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: proposed, bubbles: true }));
    this.#close();
    const changes = proposed.sheet?.amendments ?? proposed.changes;
    say(changes.some((each) => each.state === "pending") ? words.proposed : words.changed);
  }
}

const needsConsent = (preview: ChangePreview): boolean => preview.needsConsent;

/** More than a slip of the pen: somebody may lose by it (F4-4d). */
const isCounted = (preview: ChangePreview): boolean => preview.needsConsent || preview.needs.length > 0;

declare global {
  interface HTMLElementTagNameMap {
    "dk-change-form": ChangeForm;
  }
}
