// <dk-amendments .amendments ?still>: every change with its places and who must approve; approve, refuse, withdraw; its notice, and
// how many copies in use do not say it yet. @page: the new OrderPage. @acted: one of these is done.
// Hooks: data-name=amendment-ID, notice-ID, approve-ID-AUTHORITY, refuse-ID, withdraw-ID (open the dialog); approve-change, refuse-change,
// withdraw-change (do it); data-field=change-act.reason, change-act.person, change-act.pin …
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { AmendmentView, OrderPage, Paper, Power } from "../../api/commands";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { type Tone, button, chip, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import "../../papers/paper_view";
import "../../signing/signature";
import { copiesWords } from "../../words/copies";
import { refusalWords } from "../../words/errors";
import { sheetWords } from "../../words/task_sheets";
import { recordedWord } from "../../words/recorded";
import { shortTime } from "../../words/times";
import { isWritten } from "../../signing/written";
import { authorityWord, placesTable } from "./places";

const TONES: Readonly<Record<string, Tone>> = { pending: "amber", in_force: "green", refused: "red", withdrawn: "quiet" };
/** Who may give which approval. */
const SIGNERS: Readonly<Record<string, readonly Power[]>> = { cost: ["approve_cost"], sales_director: ["approve_terms"], check: ["sign_check"], quality: ["approve_quality"] };

/** Who asked for a change, and who signed beside it as 业务助理. */
const askedBy = (amendment: AmendmentView): readonly string[] => [amendment.requestedBy, ...amendment.needs.flatMap((need) => (need.authority === "sales_assistant" && need.who !== null ? [need.who] : []))];

interface Act {
  readonly kind: "approve" | "refuse" | "withdraw";
  readonly amendment: AmendmentView;
  readonly authority: string;
}

@customElement("dk-amendments")
export class Amendments extends LightElement {
  @property({ attribute: false }) amendments: readonly AmendmentView[] = [];
  /** The order rests: nobody approves, refuses or withdraws. */
  @property({ type: Boolean }) still = false;
  @state() private paper: Paper | undefined;
  @state() private act: Act | undefined;
  @state() private reason = "";
  @state() private noReason = false;
  readonly #acting = new Acting(this);

  protected override render(): TemplateResult {
    const words = sheetWords();
    return html`<ul class="amendments">${this.amendments.map((each) => this.#amendment(each))}</ul>
      ${dialog({ open: this.act !== undefined, title: this.act === undefined ? "" : (words.actTitle[this.act.kind] ?? ""), onClose: () => { this.act = undefined; }, body: this.act === undefined ? nothing : this.#form(this.act) })}
      ${dialog({ open: this.paper !== undefined, title: copiesWords().notice, wide: true, onClose: () => { this.paper = undefined; }, body: html`<dk-paper printable .paper=${this.paper}></dk-paper>` })}`;
  }

  #begin(act: Act): void {
    this.#acting.clear();
    this.reason = "";
    this.noReason = false;
    this.act = act;
  }

  #amendment(amendment: AmendmentView): TemplateResult {
    const words = sheetWords();
    const pending = amendment.state === "pending";
    // Nobody waits for an approval of what was refused or withdrawn.
    const needs = amendment.needs.filter((need) => need.done || pending);
    return html`<li class="amendment" data-name="amendment-${amendment.id}" data-field=${pending ? "change.waiting" : nothing} tabindex=${pending ? "-1" : nothing}>
      <p class="amendment-head"><strong>${words.amendment(amendment.index)}</strong> ${chip(words.amendmentStates[amendment.state] ?? amendment.state, TONES[amendment.state])}${amendment.makesNewVersion ? chip(amendment.state === "in_force" ? words.versionMade : words.newVersion, "amber") : nothing}${amendment.lateNotice ? html`<span title=${words.lateNoticeHint}>${chip(words.lateNotice, "red")}</span>` : nothing}<span class="quiet">${words.by(amendment.requestedBy, shortTime(amendment.at))}</span></p>
      <p>${amendment.reason}</p>${amendment.consent === null ? nothing : html`<p class="quiet">${words.consented([amendment.consent, amendment.consentAt === null ? "" : shortTime(amendment.consentAt), words.hows[amendment.consentHow ?? ""] ?? ""].filter((text) => text !== "").join(" · "))}${amendment.consentEvidence.length > 0 ? ` · ${words.consentEvidence(amendment.consentEvidence.join(" · "))}` : isWritten(amendment.consentHow ?? "") ? html` ${chip(words.consentLacks, "amber")}` : nothing}</p>`}
      ${amendment.loss === null && amendment.liable === "none" && amendment.outcome === "" ? nothing : html`<p class="quiet">${words.lossLine(amendment.loss ?? "", words.liables[amendment.liable] ?? amendment.liable, amendment.outcome)}</p>`}
      ${amendment.closingNote === "" ? nothing : html`<p class="quiet">${words.closed(amendment.closingNote)}</p>`}
      ${placesTable(amendment.places)}
      ${amendment.state === "in_force" && amendment.index !== null ? this.#noticed(amendment) : nothing}
      ${needs.length === 0 ? nothing : html`<ul class="needs" aria-label=${words.needs}>${needs.map((need) => html`<li><span>${need.done ? "✓" : "●"} ${authorityWord(need.authority)}</span> <small class="quiet">${need.done ? `${need.who ?? words.done}${need.recorded ? ` (${recordedWord(need.recorded)})` : ""}` : words.waiting}</small>
        ${pending && !this.still && !need.done && SIGNERS[need.authority] !== undefined ? button({ label: words.approveAs(authorityWord(need.authority)), main: true, name: `approve-${amendment.id}-${need.authority}`, onClick: () => this.#begin({ kind: "approve", amendment, authority: need.authority }) }) : nothing}</li>`)}</ul>`}
      ${pending && !this.still ? html`<p class="amendment-acts">${button({ label: words.refuse, danger: true, name: `refuse-${amendment.id}`, onClick: () => this.#begin({ kind: "refuse", amendment, authority: this.#refuser(amendment) }) })}${button({ label: words.withdraw, name: `withdraw-${amendment.id}`, onClick: () => this.#begin({ kind: "withdraw", amendment, authority: "" }) })}</p>` : nothing}
    </li>`;
  }

  /** Its notice; and how many copies in use do not say it yet. */
  #noticed(amendment: AmendmentView): TemplateResult {
    const words = copiesWords();
    return html`<p class="amendment-notice"><button type="button" class="link" data-name="notice-${amendment.id}" ?disabled=${this.#acting.busy} @click=${() => void this.#openNotice(amendment)}>${amendment.notice === null ? words.makeNotice : words.openNotice(amendment.notice)}</button> ${amendment.openCopies === 0 ? nothing : html`<span class="quiet">${words.lines(amendment.openCopies)}</span>`}</p>`;
  }

  async #openNotice(amendment: AmendmentView): Promise<void> {
    this.paper = await this.#acting.run(() => call("change_notice", { amendmentId: amendment.id }));
  }

  /** Whoever had to approve may refuse. */
  #refuser(amendment: AmendmentView): string {
    return amendment.needs.find((need) => !need.done && SIGNERS[need.authority] !== undefined)?.authority ?? "";
  }

  #form(act: Act): TemplateResult {
    const words = sheetWords();
    const refusal = this.#acting.refusal;
    const label = { approve: words.approve, refuse: words.refuse, withdraw: words.withdraw }[act.kind];
    return form({
      label,
      onSubmit: () => void this.#do(act),
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        ${placesTable(act.amendment.places)}
        ${act.kind === "approve"
          ? html`<p class="quiet">${authorityWord(act.authority)}</p>`
          : html`<dk-field required name="change-act.reason" .record=${String(act.amendment.id)} .label=${words.actReason} .value=${this.reason} .problem=${this.noReason ? words.needed : ""} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.reason = event.detail.value; this.noReason = false; }}></dk-field>`}
        ${act.kind === "withdraw" ? nothing : html`<dk-signature name="change-act" .powers=${SIGNERS[act.authority] ?? []} .apart=${askedBy(act.amendment)}></dk-signature>`}`,
      actions: html`${button({ label: words.cancel, onClick: () => { this.act = undefined; } })}${button({ label, main: true, danger: act.kind !== "approve", key: "main", name: `${act.kind}-change`, busy: this.#acting.busy })}`,
    });
  }

  async #do(act: Act): Promise<void> {
    this.noReason = act.kind !== "approve" && this.reason.trim() === "";
    if (this.noReason) {
      await this.updateComplete;
      setTimeout(() => this.querySelector<HTMLElement>("[data-field='change-act.reason']")?.focus());
      return;
    }
    const words = sheetWords();
    const box = this.querySelector("dk-signature");
    const amendmentId = act.amendment.id;
    const reason = this.reason.trim();
    const approval = act.kind === "withdraw" ? undefined : box?.approval();
    if (act.kind !== "withdraw" && approval === undefined) return;
    const page = await this.#acting.run(() => {
      if (approval === undefined) return call("withdraw_change", { amendmentId, reason });
      return act.kind === "approve" ? call("approve_change", { request: { amendmentId, authority: act.authority, approval } }) : call("refuse_change", { request: { amendmentId, reason, approval } });
    });
    box?.clear();
    if (page === undefined) return;
    this.act = undefined;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: page, bubbles: true }));
    say({ approve: words.approved, refuse: words.refused, withdraw: words.withdrawn }[act.kind]);
    this.dispatchEvent(new CustomEvent("acted"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-amendments": Amendments;
  }
}
