// <dk-own-secrets ?open>: one's own password and PIN, proven by the password of now. @closed.
// Hooks: data-field=own.now, own.password, own.again, own.pin; data-name=save-own.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { accountWords } from "../../words/accounts";
import { refusalWords } from "../../words/errors";
import { kitWords } from "../../words/kit";

type Name = "now" | "password" | "again" | "pin";
const BLANK: Readonly<Record<Name, string>> = { now: "", password: "", again: "", pin: "" };

@customElement("dk-own-secrets")
export class OwnSecrets extends LightElement {
  @property({ type: Boolean }) open = false;
  @state() private values = BLANK;
  @state() private problems: Partial<Record<Name, string>> = {};
  @state() private tries = 0;
  readonly #acting = new Acting(this);

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("open")) return;
    this.values = BLANK;
    this.problems = {};
    this.tries += 1;
    this.#acting.refusal = undefined;
  }

  protected override render(): TemplateResult {
    const words = accountWords();
    return dialog({ open: this.open, title: words.own, onClose: () => this.#close(), body: this.open ? this.#form() : nothing });
  }

  #form(): TemplateResult {
    const words = accountWords();
    const refusal = this.#acting.refusal;
    const field = (name: Name, label: string, kind: "password" | "pin", hint = "", required = false): TemplateResult => html`<dk-field ?required=${required} kind=${kind} name="own.${name}" .record=${String(this.tries)} .label=${label} .hint=${hint}
      .value=${this.values[name]} .problem=${this.problems[name] ?? ""} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.values = { ...this.values, [name]: event.detail.value }; this.problems = {}; }}></dk-field>`;
    return form({
      label: words.own,
      onSubmit: () => void this.#save(),
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <div class="fields is-two">${field("now", words.ownNow, "password", "", true)}${field("pin", words.pin, "pin", words.ownHint)}${field("password", words.newOwn, "password", words.passwordHintOwn)}${field("again", words.again, "password")}</div>
        <p class="quiet">${kitWords().sign.notLegal}</p>`,
      actions: html`${button({ label: kitWords().cancel, onClick: () => this.#close() })}${button({ label: words.save, main: true, key: "main", name: "save-own", busy: this.#acting.busy })}`,
    });
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent("closed"));
  }

  async #save(): Promise<void> {
    const words = accountWords();
    const { now, password, again, pin } = this.values;
    if (now === "") this.problems = { now: kitWords().required };
    else if (password === "" && pin === "") this.problems = { pin: words.ownHint };
    else if (password !== again) this.problems = { again: words.notTheSame };
    const first = Object.keys(this.problems)[0];
    if (first !== undefined) {
      this.querySelector<HTMLElement>(`[data-field="own.${first}"]`)?.focus();
      return;
    }
    const filled = (text: string): string | null => (text === "" ? null : text);
    const saved = await this.#acting.run(async () => {
      await call("change_own_secrets", { now, password: filled(password), pin: filled(pin) });
      return true;
    });
    if (saved !== true) return;
    this.#close();
    say(words.ownSaved);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-own-secrets": OwnSecrets;
  }
}
