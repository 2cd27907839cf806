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
import { go } from "../../kit/route";
import { accountWords } from "../../words/accounts";
import { refusalWords } from "../../words/errors";

const LAST = "docket.last-name";

@customElement("dk-sign-in")
export class SignIn extends LightElement {
  @state() private name = localStorage.getItem(LAST) ?? "";
  @state() private password = "";
  /** Set when the password is one an administrator has set: a new one is chosen here. */
  @state() private choosing = false;
  @state() private fresh = "";
  @state() private again = "";
  @state() private problems: { name?: string; password?: string; fresh?: string; again?: string } = {};
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
          ${this.choosing ? this.#fresh() : nothing}
        </div>`,
        actions: html`${now?.practice === true || now?.stage === "locked"
          ? nothing
          : button({ label: words.openPractice, plain: true, onClick: () => void this.#practice(), name: "open-practice" })}<span class="screen-gap"></span>${button({ label: this.choosing ? words.enter : words.signIn, main: true, disabled: this.working, name: "sign-in" })}`,
      })}
    </div>`;
  }

  #fresh(): TemplateResult {
    const words = accountWords();
    return html`<dk-field required kind="password" name="fresh" .record=${String(this.tries)} .label=${words.newOwn} .hint=${words.passwordHintOwn} .value=${this.fresh} .problem=${this.problems.fresh ?? ""}
        @typed=${(event: TypedEvent) => { this.fresh = event.detail.value; this.problems = {}; }}></dk-field>
      <dk-field required kind="password" name="again" .record=${String(this.tries)} .label=${words.again} .value=${this.again} .problem=${this.problems.again ?? ""}
        @typed=${(event: TypedEvent) => { this.again = event.detail.value; this.problems = {}; }}></dk-field>`;
  }

  async #signIn(): Promise<void> {
    if (this.working) return;
    const words = accountWords();
    if (this.choosing && this.fresh !== this.again) {
      this.problems = { again: words.notTheSame };
      this.querySelector<HTMLElement>("[data-field=again]")?.focus();
      return;
    }
    const name = this.#chosen();
    if (name === "" || this.password === "") {
      this.problems = { ...(name === "" ? { name: words.nameMissing } : {}), ...(this.password === "" ? { password: words.passwordMissing } : {}) };
      this.querySelector<HTMLElement>(name === "" ? "dk-choice" : "dk-field")?.focus();
      return;
    }
    this.working = true;
    this.refusal = undefined;
    const now = desk()?.person?.id;
    try {
      const next = this.choosing ? await call("choose_password", { name, old: this.password, new: this.fresh }) : await call("sign_in", { name, password: this.password });
      localStorage.setItem(LAST, name);
      this.password = "";
      this.tries += 1;
      // Somebody else begins at the beginning, not on the first one's page.
      if (now !== undefined && now !== next.person?.id) go("orders");
      takeDesk(next);
    } catch (thrown) {
      this.refusal = toRefusal(thrown);
      const code = this.refusal.code;
      // The one-time password stays while its owner chooses another.
      const stays = code === "must_choose_password" || code === "short_password" || code === "same_password";
      this.choosing = stays;
      this.fresh = "";
      this.again = "";
      if (!stays) this.password = "";
      this.tries += 1;
      await this.updateComplete;
      setTimeout(() => this.querySelector<HTMLElement>(stays ? "[data-field=fresh]" : "dk-field")?.focus());
    } finally {
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
