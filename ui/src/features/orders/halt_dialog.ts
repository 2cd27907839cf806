// <dk-halt-dialog .page=${page} kind="suspend" @closed>: 暂停 or 取消, with the reason, who of the customer was spoken to, and, before an
// order is cancelled, all that it brings about. @page: the new OrderPage.
// Hooks: data-name=do-suspend, do-cancel, consequences; data-field=halt.reason, halt.asked_by, halt.who, halt.at, halt.how, halt.until,
// halt.evidence, halt.follows, halt.money, halt.loss, halt.liable, halt.outcome; of 业务总监 halt-sign.person, halt-sign.pin …
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { CancelPreview, HaltAsked, HaltAskedBy, HaltMoney, Liable, OrderPage, Power } from "../../api/commands";
import { desk } from "../../api/desk";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { EvidenceField } from "../../signing/evidence_field";
import "../../signing/signature";
import { fieldNote, refusalWords } from "../../words/errors";
import { haltWords } from "../../words/halts";
import { momentNow, readMoment } from "../../words/moments";
import { sheetWords } from "../../words/task_sheets";
import { shortTime } from "../../words/times";
import { isWritten } from "../../signing/written";
import { consequenceList } from "./halt_consequences";

const DIRECTOR: readonly Power[] = ["sign_cancellation"];
type Name = "reason" | "asked_by" | "who" | "at" | "how" | "until" | "money" | "loss" | "liable" | "outcome";
type Values = Readonly<Record<Name, string>>;

const fresh = (who: string): Values => ({ reason: "", asked_by: "", who, at: momentNow(), how: "", until: "", money: "", loss: "", liable: "none", outcome: "" });

@customElement("dk-halt-dialog")
export class HaltDialog extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @property() kind: "suspend" | "cancel" | "" = "";
  @state() private values: Values = fresh("");
  @state() private problems: Partial<Record<Name, string>> = {};
  @state() private preview: CancelPreview | undefined;
  readonly #acting = new Acting(this);
  readonly #evidence = new EvidenceField(this, {
    name: "halt",
    takes: () => this.kind === "cancel" && (document.activeElement?.closest("dk-signature") ?? null) === null,
    asked: () => isWritten(this.values.how),
  });

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("kind") || this.kind === "" || this.page === undefined) return;
    this.values = fresh(this.page.form.order["contact"] ?? "");
    this.problems = {};
    this.#evidence.clear();
    this.preview = undefined;
    if (this.kind === "cancel") void this.#see(this.page.id);
  }

  async #see(orderId: number): Promise<void> {
    this.preview = await this.#acting.run(() => call("preview_cancel", { orderId }));
  }

  /** What it asks for, by who asked for it. */
  #asked(page: OrderPage): HaltAsked {
    const customer = this.values.asked_by === "customer";
    if (this.kind === "cancel" && this.preview !== undefined) return customer ? this.preview.askedByCustomer : this.preview.askedByHouse;
    return { contact: page.halts.hasCustomer && (customer || page.halts.inEffect), consent: false, director: false };
  }

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined) return nothing;
    const words = haltWords();
    const cancel = this.kind === "cancel";
    // What a cancellation brings about is seen first.
    const blind = cancel && this.preview === undefined;
    const label = cancel ? words.doCancel : words.doSuspend;
    const act = (): void => {
      if (!blind && !this.#acting.busy) void (cancel ? this.#cancel(page) : this.#suspend(page));
    };
    return dialog({
      open: this.kind !== "",
      wide: cancel,
      title: cancel ? words.cancelTitle : words.suspendTitle,
      // Its buttons stay in sight below; Enter in a field does what the main one does.
      body: this.kind === "" ? nothing : form({ label, onSubmit: act, body: html`${this.#body(page)}<button type="submit" hidden></button>` }),
      actions: html`${button({ label: cancel ? words.keep : words.stay, onClick: () => this.#close() })}${button({
        label,
        main: true,
        danger: cancel,
        key: "main",
        name: cancel ? "do-cancel" : "do-suspend",
        busy: this.#acting.busy,
        disabled: blind,
        onClick: act,
      })}`,
      onClose: () => this.#close(),
    });
  }

  #body(page: OrderPage): TemplateResult {
    const words = haltWords();
    const cancel = this.kind === "cancel";
    const refusal = this.#acting.refusal;
    const asked = this.#asked(page);
    const preview = this.preview;
    const askers = page.halts.hasCustomer ? (["customer", "house"] as const) : (["house"] as const);
    return html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
      <p class="quiet is-prose">${cancel ? words.cancelText : words.suspendText}${!cancel && page.sheet !== null ? `${words.gap}${words.suspendIssued}` : ""}</p>
      ${preview === undefined ? nothing : consequenceList(preview.consequences)}
      <div class="fields is-two">
        <dk-field required name="halt.reason" .label=${words.reason} .value=${this.values.reason} .problem=${this.problems.reason ?? ""} clause="F1-11" @typed=${this.#set("reason")}></dk-field>
        <dk-choice required name="halt.asked_by" .label=${words.askedBy} .value=${this.values.asked_by} .problem=${this.problems.asked_by ?? ""} .options=${askers.map((value) => ({ value, label: words.askers[value] }))} @typed=${this.#set("asked_by")}></dk-choice>
      </div>
      ${asked.contact ? this.#contact(asked) : nothing}
      ${cancel ? this.#cancelFields(asked) : html`<div class="fields is-two"><dk-field kind="date" name="halt.until" .label=${words.untilLabel} .hint=${words.untilHint} .value=${this.values.until} .problem=${this.problems.until ?? ""} @typed=${this.#set("until")}></dk-field></div>`}`;
  }

  #contact(asked: HaltAsked): TemplateResult {
    const words = haltWords();
    const at = readMoment(this.values.at, desk()?.today ?? "");
    const hows = Object.entries(sheetWords().hows).map(([value, label]) => ({ value, label }));
    return html`<h3>${asked.consent ? words.consent : words.contact}</h3><p class="quiet is-prose">${asked.consent ? words.consentText : words.contactText}</p>
      <div class="fields is-three">
        <dk-field required name="halt.who" .label=${words.who} .value=${this.values.who} .problem=${this.problems.who ?? ""} @typed=${this.#set("who")}></dk-field>
        <dk-field required kind="time" name="halt.at" .label=${words.at} .value=${this.values.at} .understood=${at === undefined ? "" : shortTime(at)} .problem=${this.problems.at ?? ""} @typed=${this.#set("at")}></dk-field>
        <dk-choice required name="halt.how" .label=${words.how} .value=${this.values.how} .problem=${this.problems.how ?? ""} .options=${hows} @typed=${this.#set("how")}></dk-choice>
      </div>
      ${asked.consent
        ? this.#evidence.field()
        : nothing}`;
  }

  #cancelFields(asked: HaltAsked): TemplateResult {
    const words = haltWords();
    const received = this.preview?.consequences.received ?? null;
    const moneys = (["refund", "credit"] as const).map((value) => ({ value, label: words.moneys[value] }));
    const liables = Object.entries(sheetWords().liables).map(([value, label]) => ({ value, label }));
    return html`${received === null ? nothing : html`<div class="fields is-two"><dk-choice required name="halt.money" .label=${words.money} .value=${this.values.money} .problem=${this.problems.money ?? ""} .options=${moneys} clause="F7-15" @typed=${this.#set("money")}></dk-choice></div>`}
      ${asked.director
        ? html`<h3>${words.loss}</h3><div class="fields is-three">
              <dk-field kind="money" name="halt.loss" .label=${words.lossAmount} .value=${this.values.loss} .problem=${this.problems.loss ?? ""} clause="F4-4d" @typed=${this.#set("loss")}></dk-field>
              <dk-choice filled name="halt.liable" .label=${words.liable} .value=${this.values.liable} .options=${liables} clause="F4-4d" @typed=${this.#set("liable")}></dk-choice>
              <dk-field name="halt.outcome" .label=${words.outcome} .value=${this.values.outcome} @typed=${this.#set("outcome")}></dk-field></div>
            <h3>${words.director}</h3><p class="quiet is-prose">${words.directorText}</p>
            <dk-signature name="halt-sign" .powers=${DIRECTOR} .apart=${[desk()?.person?.name ?? ""]}></dk-signature>`
        : nothing}`;
  }

  #set(name: Name): (event: TypedEvent) => void {
    return (event) => {
      event.stopPropagation();
      this.values = { ...this.values, [name]: event.detail.value };
      this.problems = {};
    };
  }

  /** What is missing, marked; answers whether all is there. */
  async #whole(asked: HaltAsked, at: string | undefined): Promise<boolean> {
    const words = haltWords();
    const { reason, asked_by, who, how, money } = this.values;
    const received = this.preview?.consequences.received ?? null;
    this.problems = {
      ...(reason.trim() === "" ? { reason: words.needed } : {}),
      ...(asked_by === "" ? { asked_by: words.needed } : {}),
      ...(asked.contact && who.trim() === "" ? { who: words.needed } : {}),
      ...(asked.contact && at === undefined ? { at: words.atUnread } : {}),
      ...(asked.contact && how === "" ? { how: words.needed } : {}),
      ...(this.kind === "cancel" && received !== null && money === "" ? { money: words.needed } : {}),
    };
    const bare = asked.consent && this.#evidence.missing();
    if (Object.keys(this.problems).length === 0 && !bare) return true;
    await this.updateComplete;
    setTimeout(() => this.querySelector<HTMLElement>(".has-problem")?.focus());
    return false;
  }

  async #suspend(page: OrderPage): Promise<void> {
    const at = readMoment(this.values.at, desk()?.today ?? "");
    const asked = this.#asked(page);
    if (!(await this.#whole(asked, at))) return;
    const { reason, asked_by, who, how, until } = this.values;
    const contact = asked.contact && at !== undefined ? { who: who.trim(), at, how } : null;
    const request = { orderId: page.id, revision: page.revision, reason: reason.trim(), askedBy: asked_by as HaltAskedBy, contact, until };
    this.#took(await this.#acting.run(() => call("suspend_order", { request })), haltWords().didSuspend);
  }

  async #cancel(page: OrderPage): Promise<void> {
    const at = readMoment(this.values.at, desk()?.today ?? "");
    const asked = this.#asked(page);
    const box = this.querySelector("dk-signature");
    const approval = asked.director ? box?.approval() : undefined;
    if (!(await this.#whole(asked, at)) || (asked.director && approval === undefined)) return;
    const { reason, asked_by, who, how, money, loss: amount, liable, outcome } = this.values;
    const contact = asked.contact && at !== undefined ? { who: who.trim(), at, how, ...(asked.consent ? this.#evidence.sent() : { evidence: [], follows: false }) } : null;
    const loss = amount !== "" || liable !== "none" || outcome !== "" ? { amount, liable: liable as Liable, outcome: outcome.trim() } : null;
    const request = { orderId: page.id, revision: page.revision, reason: reason.trim(), askedBy: asked_by as HaltAskedBy, contact, loss, money: money === "" ? null : (money as HaltMoney), approval: approval ?? null };
    const cancelled = await this.#acting.run(() => call("cancel_order", { request }));
    box?.clear();
    this.#took(cancelled, haltWords().didCancel);
  }

  #took(page: OrderPage | undefined, words: string): void {
    if (page === undefined) {
      const fields = this.#acting.refusal?.fields ?? [];
      this.problems = Object.fromEntries(fields.map((field) => [field.path.split(".")[1] === "amount" ? "loss" : (field.path.split(".")[1] ?? ""), fieldNote(field.code, field.params)]));
      return;
    }
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: page, bubbles: true }));
    this.#close();
    say(words);
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent("closed"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-halt-dialog": HaltDialog;
  }
}
