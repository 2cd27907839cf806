// <dk-customer-signature .page=${page}>: what the customer signed, with the contract where there is one. @page: the new OrderPage.
// Hooks: data-name=customer-signature, customer-signatures, record-signature; data-field=customer-signature.kind, .who, .at,
// .contract_number, .contract_date, .evidence, .follows.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { CustomerSignatureView, OrderPage, SignatureKind } from "../../api/commands";
import { desk } from "../../api/desk";
import { rests } from "../../form/rests";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, chip, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { EvidenceField } from "../../signing/evidence_field";
import { showEvidence } from "../../signing/evidence_shown";
import { effectWords } from "../../words/effect";
import { fieldNote, refusalWords } from "../../words/errors";
import { momentNow, readMoment } from "../../words/moments";
import { shortDay, shortTime } from "../../words/times";
import { replacedChip } from "../../signing/replaced";

interface Values {
  readonly kind: string;
  readonly who: string;
  readonly at: string;
  readonly contract_number: string;
  readonly contract_date: string;
}
type Name = keyof Values;
type Problems = Partial<Record<Name, string>>;

const fresh = (who: string): Values => ({ kind: "", who, at: momentNow(), contract_number: "", contract_date: "" });

@customElement("dk-customer-signature")
export class CustomerSignature extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @state() private values: Values | undefined;
  @state() private problems: Problems = {};
  @state() private count = 0;
  readonly #acting = new Acting(this);
  readonly #evidence = new EvidenceField(this, {
    name: "customer-signature",
    // A paste belongs to the box somebody works in: a sign box of this step may take evidence, too.
    takes: () => this.page !== undefined && !rests(this.page) && (this.contains(document.activeElement) || (document.activeElement?.closest("dk-signature") ?? null) === null),
    asked: () => true,
  });

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined) return nothing;
    const words = effectWords();
    const { customer, customerBlocks, signatures } = page.effect;
    if (rests(page) && signatures.length === 0) return nothing;
    const state = customer.passed || signatures[0]?.stale === false ? chip(words.signed, "green") : signatures.length > 0 ? chip(words.staleSigned, "amber") : chip(words.unsigned);
    return html`<div data-name="customer-signature">${card({
      title: words.customerTitle,
      note: html`${state}${customer.asked ? html`<span class="quiet">${customerBlocks ? words.blocks : words.asks}</span>` : nothing}`,
      body: html`${signatures.length === 0 ? nothing : this.#list(page, signatures)}${rests(page) ? nothing : this.#form(page)}`,
    })}</div>`;
  }

  #list(page: OrderPage, signatures: readonly CustomerSignatureView[]): TemplateResult {
    const words = effectWords();
    const heads = words.columns;
    return html`<table class="table is-wrapping" data-name="customer-signatures"><thead><tr><th>${heads.kind}</th><th>${heads.who}</th><th>${heads.at}</th><th>${heads.contract}</th><th class="is-wide">${heads.evidence}</th><th>${heads.state}</th></tr></thead>
      <tbody>${signatures.map((each) => html`<tr class=${each.stale ? "is-past" : ""}><td>${words.kinds[each.kind]}</td><td>${each.who}</td><td>${shortTime(each.at)}${replacedChip(page, each.at)}</td>
        <td>${[each.contractNumber, each.contractDate === null ? "" : shortDay(each.contractDate)].filter((text) => text !== "").join(" · ") || "—"}</td>
        <td>${each.evidence.length === 0 ? chip(words.follow, "amber") : html`<button type="button" class="link" data-name="show-evidence-${each.signature}" @click=${() => showEvidence(this, each.signature)}>${each.evidence.join(" · ")}</button>`}</td>
        <td>${each.stale ? chip(words.past, "amber") : chip(words.counts, "green")}</td></tr>`)}</tbody></table>`;
  }

  #form(page: OrderPage): TemplateResult {
    const words = effectWords();
    const values = this.values ?? fresh(page.form.order["contact"] ?? "");
    const refusal = this.#acting.refusal;
    const record = `${page.id}-${this.count}`;
    const set = (name: Name) => (event: TypedEvent): void => {
      event.stopPropagation();
      this.values = { ...values, [name]: event.detail.value };
      this.problems = {};
    };
    const at = readMoment(values.at, desk()?.today ?? "");
    const name = (key: string): string => `customer-signature.${key}`;
    const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));
    return form({
      label: words.customerTitle,
      onSubmit: () => void this.#record(page, values),
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <p class="quiet is-prose">${words.customerText}</p>
        <div class="fields is-three">
          <dk-choice required .record=${record} .name=${name("kind")} .label=${words.kind} .value=${values.kind} .options=${kinds} .problem=${this.problems.kind ?? ""} clause="F7-07" @typed=${set("kind")}></dk-choice>
          <dk-field required .record=${record} .name=${name("who")} .label=${words.who} .value=${values.who} .problem=${this.problems.who ?? ""} @typed=${set("who")}></dk-field>
          <dk-field required kind="time" .record=${record} .name=${name("at")} .label=${words.at} .value=${values.at} .understood=${at === undefined ? "" : shortTime(at)} .problem=${this.problems.at ?? ""} @typed=${set("at")}></dk-field>
          <dk-field ?required=${values.kind === "contract"} .record=${record} .name=${name("contract_number")} .label=${words.contractNumber} .hint=${values.kind === "contract" ? "" : words.optional} .value=${values.contract_number} .problem=${this.problems.contract_number ?? ""} clause="F5-2" @typed=${set("contract_number")}></dk-field>
          <dk-field kind="date" .record=${record} .name=${name("contract_date")} .label=${words.contractDate} .hint=${words.optional} .value=${values.contract_date} .problem=${this.problems.contract_date ?? ""} clause="F5-2" @typed=${set("contract_date")}></dk-field>
        </div>
        ${this.#evidence.field(record)}`,
      actions: button({ label: words.record, main: true, name: "record-signature", busy: this.#acting.busy }),
    });
  }

  async #record(page: OrderPage, values: Values): Promise<void> {
    const words = effectWords();
    const at = readMoment(values.at, desk()?.today ?? "");
    const problems: Problems = {
      ...(values.kind === "" ? { kind: words.needed } : {}),
      ...(values.who.trim() === "" ? { who: words.needed } : {}),
      ...(at === undefined ? { at: words.atUnread } : {}),
      ...(values.kind === "contract" && values.contract_number.trim() === "" ? { contract_number: words.numberNeeded } : {}),
    };
    this.problems = problems;
    const bare = this.#evidence.missing();
    if (at === undefined || Object.keys(problems).length > 0 || bare) {
      await this.updateComplete;
      setTimeout(() => this.querySelector<HTMLElement>(".has-problem")?.focus());
      return;
    }
    const request = {
      orderId: page.id,
      revision: page.revision,
      kind: values.kind as SignatureKind,
      who: values.who.trim(),
      at,
      ...this.#evidence.sent(),
      contractNumber: values.contract_number,
      contractDate: values.contract_date,
    };
    const recorded = await this.#acting.run(() => call("record_customer_signature", { request }));
    if (recorded === undefined) {
      const fields = this.#acting.refusal?.fields ?? [];
      this.problems = Object.fromEntries(fields.map((field) => [field.path.split(".")[1] ?? field.path, fieldNote(field.code, field.params)]));
      return;
    }
    this.values = undefined;
    this.#evidence.clear();
    this.count += 1;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: recorded, bubbles: true }));
    say(words.recorded);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-customer-signature": CustomerSignature;
  }
}
