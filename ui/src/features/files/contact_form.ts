// <dk-contact-form .page .findings>: one talk with the customer about the chosen findings. @page: the new OrderPage; @cancel.
// Hooks: data-name=record-contact; data-field=contact.who, .at, .how, .outcome, .words.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { FindingName, OrderPage } from "../../api/commands";
import { desk } from "../../api/desk";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { refusalWords } from "../../words/errors";
import { momentNow, readMoment } from "../../words/moments";
import { pageWords } from "../../words/order_page";
import { preflightWords } from "../../words/preflight";
import { shortTime } from "../../words/times";

interface Values {
  readonly who: string;
  readonly at: string;
  readonly how: string;
  readonly outcome: string;
  readonly words: string;
}

@customElement("dk-contact-form")
export class ContactForm extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @property({ attribute: false }) findings: readonly FindingName[] = [];
  @state() private values: Values = { who: "", at: momentNow(), how: "wechat", outcome: "", words: "" };
  @state() private problems: Readonly<Record<string, string>> = {};
  readonly #acting = new Acting(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.values = { ...this.values, who: this.page?.form.order["contact"] ?? "" };
  }

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined) return nothing;
    const words = preflightWords();
    const { values } = this;
    const refusal = this.#acting.refusal;
    const at = readMoment(values.at, desk()?.today ?? "");
    const set = (name: keyof Values) => (event: TypedEvent): void => {
      event.stopPropagation();
      this.values = { ...this.values, [name]: event.detail.value };
      this.problems = {};
    };
    const options = (table: Readonly<Record<string, string>>): readonly { value: string; label: string }[] => Object.entries(table).map(([value, label]) => ({ value, label }));
    const problem = (name: keyof Values): string => this.problems[`contact.${name}`] ?? "";
    return html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}${form({
      label: words.contact,
      onSubmit: () => void this.#record(page),
      body: html`<div class="fields">
        <dk-field required name="contact.who" record="contact" .label=${words.who} .value=${values.who} .problem=${problem("who")} clause="4.1.4" @typed=${set("who")}></dk-field>
        <dk-field required kind="time" name="contact.at" record="contact" .label=${words.at} .value=${values.at} .understood=${at === undefined ? "" : shortTime(at)} .problem=${problem("at")} @typed=${set("at")}></dk-field>
        <dk-choice filled name="contact.how" record="contact" .label=${words.how} .value=${values.how} .options=${options(pageWords().intake.hows)} @typed=${set("how")}></dk-choice>
        <dk-choice required filled look="radio" name="contact.outcome" record="contact" .label=${words.outcome} .value=${values.outcome} .problem=${problem("outcome")} .options=${options(words.outcomes)} @typed=${set("outcome")}></dk-choice>
        <dk-field name="contact.words" .span=${3} record="contact" .label=${words.words} .hint=${words.wordsHint} .value=${values.words} .problem=${problem("words")} @typed=${set("words")}></dk-field>
        <div class="field-button sale-acts">${button({ label: words.cancel, name: "cancel-contact", onClick: () => this.dispatchEvent(new CustomEvent("cancel")) })}${button({ label: words.record, main: true, name: "record-contact", busy: this.#acting.busy })}</div>
      </div>`,
    })}`;
  }

  async #record(page: OrderPage): Promise<void> {
    const words = preflightWords();
    const { who, how, outcome, words: said } = this.values;
    const at = readMoment(this.values.at, desk()?.today ?? "");
    this.problems = {
      ...(who.trim() === "" ? { "contact.who": words.needed } : {}),
      ...(at === undefined ? { "contact.at": words.atUnread } : {}),
      ...(outcome === "" ? { "contact.outcome": words.outcomeNeeded } : {}),
      ...(outcome === "as_is" && said.trim() === "" ? { "contact.words": words.wordsHint } : {}),
    };
    const first = Object.keys(this.problems)[0];
    if (at === undefined || first !== undefined) {
      await this.updateComplete;
      setTimeout(() => this.querySelector<HTMLElement>(`[data-field='${first}']`)?.focus());
      return;
    }
    const request = { orderId: page.id, findings: [...this.findings], who: who.trim(), at, how, outcome, words: said.trim() };
    const next = await this.#acting.run(() => call("record_file_contact", { request }));
    if (next === undefined) return;
    say(words.recorded);
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: next, bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-contact-form": ContactForm;
  }
}
