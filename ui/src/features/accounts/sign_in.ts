// <dk-sign-in>: a name and a password. The last name used on this machine is chosen already.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { call } from "../../api/call";
import { desk, takeDesk } from "../../api/desk";
import { Loading } from "../../api/loading";
import { type Refusal, toRefusal } from "../../api/refusal";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, notice } from "../../kit/pieces";
import { accountWords } from "../../words/accounts";
import { refusalWords } from "../../words/errors";

const LAST = "docket.last-name";

@customElement("dk-sign-in")
export class SignIn extends LightElement {
  @state() private name = localStorage.getItem(LAST) ?? "";
  @state() private password = "";
  @state() private problems: { name?: string; password?: string } = {};
  @state() private refusal: Refusal | undefined;
  @state() private working = false;
  /** Counts tries, so that the field takes the emptied password although it was typed into. */
  @state() private tries = 0;
  readonly #names = new Loading(this, { topics: () => ["people", "desk"], load: () => call("sign_in_names") });
  #focused = false;

  protected override updated(): void {
    if (this.#focused || this.#names.value === undefined) return;
    this.#focused = true;
    // Once the fields have drawn themselves.
    setTimeout(() => this.querySelector<HTMLElement>(this.#chosen() === "" ? "dk-choice" : "dk-field")?.focus());
  }

  #chosen(): string {
    const names = this.#names.value ?? [];
    return names.includes(this.name) ? this.name : names.length === 1 ? (names[0] ?? "") : "";
  }

  protected override render(): TemplateResult {
    const words = accountWords();
    const now = desk();
    const names = this.#names.value ?? [];
    const refusal = this.refusal ?? this.#names.problem;
    return html`<div class="sheet is-small">
      <header class="sheet-head"><div><h1>${now?.house ?? words.signInTitle}</h1><p class="quiet">${words.signInTitle}</p></div><span class="brand"><span class="brand-mark" aria-hidden="true"></span></span></header>
      ${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
      ${now?.practice === true ? notice({ tone: "accent", title: words.practiceHint }) : nothing}
      ${form({
        label: words.signInTitle,
        onSubmit: () => void this.#signIn(),
        body: html`<div class="fields is-one">
          <dk-choice required name="name" .label=${words.name} .value=${this.#chosen()} .options=${names.map((name) => ({ value: name, label: name }))} .problem=${this.problems.name ?? ""}
            @typed=${(event: TypedEvent) => { this.name = event.detail.value; this.problems = {}; }}></dk-choice>
          <dk-field required kind="password" name="password" .record=${String(this.tries)} .label=${words.password} .value=${this.password} .problem=${this.problems.password ?? ""}
            @typed=${(event: TypedEvent) => { this.password = event.detail.value; this.problems = {}; }}></dk-field>
        </div>`,
        actions: html`${now?.practice === true
          ? nothing
          : button({ label: words.openPractice, plain: true, onClick: () => void this.#practice(), name: "open-practice" })}<span class="screen-gap"></span>${button({ label: words.signIn, main: true, disabled: this.working, name: "sign-in" })}`,
      })}
    </div>`;
  }

  async #signIn(): Promise<void> {
    if (this.working) return;
    const words = accountWords();
    const name = this.#chosen();
    if (name === "" || this.password === "") {
      this.problems = { ...(name === "" ? { name: words.nameMissing } : {}), ...(this.password === "" ? { password: words.passwordMissing } : {}) };
      this.querySelector<HTMLElement>(name === "" ? "dk-choice" : "dk-field")?.focus();
      return;
    }
    this.working = true;
    this.refusal = undefined;
    try {
      const next = await call("sign_in", { name, password: this.password });
      localStorage.setItem(LAST, name);
      takeDesk(next);
    } catch (thrown) {
      this.refusal = toRefusal(thrown);
      this.querySelector<HTMLElement>("dk-field")?.focus();
    } finally {
      this.password = "";
      this.tries += 1;
      this.working = false;
    }
  }

  async #practice(): Promise<void> {
    try {
      takeDesk(await call("open_practice"));
    } catch (thrown) {
      this.refusal = toRefusal(thrown);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-sign-in": SignIn;
  }
}
