// <dk-signature name="stamp" .roles=${["quality"]} ?outsiders>: the sign box with its people, evidence and checks.
//   const approval = box.approval();   undefined: the missing values are marked and focused.   box.clear() after each try.
// Hooks: data-field=NAME.way, NAME.person, NAME.pin, NAME.name, NAME.at, NAME.medium, NAME.note.
import { type TemplateResult, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call } from "../api/call";
import type { Approval } from "../api/commands";
import { desk } from "../api/desk";
import { Loading } from "../api/loading";
import { LightElement } from "../kit/element";
import { OUTSIDER, type SignValues, emptySign, missingSign, signBox, signed } from "../kit/sign_box";
import { momentNow, readMoment } from "../words/moments";
import { roleNames } from "../words/roles";
import { shortTime } from "../words/times";

@customElement("dk-signature")
export class Signature extends LightElement {
  @property() name = "sign";
  /** Roles that may sign here; empty: anybody. */
  @property({ attribute: false }) roles: readonly string[] = [];
  /** Somebody without an account may have signed; then recording is what is offered first. */
  @property({ type: Boolean }) outsiders = false;
  /** Name of the outsider, where it is known already. */
  @property() outsider = "";
  @state() private values: SignValues | undefined;
  @state() private problems: Partial<Record<keyof SignValues, string>> = {};
  @state() private tries = 0;
  readonly #people = new Loading(this, { topics: () => ["people"], load: () => call("people_list") });

  #asked = "";

  protected override willUpdate(): void {
    const asked = this.roles.join();
    // Other roles, other people: who was chosen before does not count.
    if (asked !== this.#asked) this.values = undefined;
    this.#asked = asked;
  }

  /** Who may sign: those with the role, the one at the desk first. */
  #signers(): { id: number; name: string; roles: string; canSign: boolean }[] {
    const mine = desk()?.person?.id;
    return (this.#people.value ?? [])
      .filter((person) => person.active && (this.roles.length === 0 || person.roles.some((role) => this.roles.includes(role))))
      .sort((one, other) => Number(other.id === mine) - Number(one.id === mine))
      .map((person) => ({ id: person.id, name: person.name, roles: roleNames(person.roles), canSign: person.canSign }));
  }

  #current(): SignValues {
    if (this.values !== undefined) return this.values;
    if (this.outsiders) return { ...emptySign(OUTSIDER, "recorded"), name: this.outsider, at: momentNow() };
    const signers = this.#signers();
    const mine = signers.find((person) => person.id === desk()?.person?.id && person.canSign);
    const only = signers.length === 1 ? signers[0] : undefined;
    return { ...emptySign(String((mine ?? only)?.id ?? "")), at: momentNow() };
  }

  protected override render(): TemplateResult {
    const values = this.#current();
    const at = readMoment(values.at, desk()?.today ?? "");
    return html`${signBox({
      name: this.name,
      values,
      people: this.#signers(),
      problems: this.problems,
      outsiders: this.outsiders,
      tries: this.tries,
      understoodAt: at === undefined ? "" : shortTime(at),
      attach: () => call("pick_files"),
      change: (next) => {
        this.values = next;
        this.problems = {};
        this.dispatchEvent(new CustomEvent("changed"));
      },
    })}`;
  }

  /** What to send, or nothing when something is missing: that is marked and focused. */
  approval(): Approval | undefined {
    const values = this.#current();
    const at = readMoment(values.at, desk()?.today ?? "");
    const missing = missingSign(values, at);
    this.problems = missing;
    if (Object.keys(missing).length === 0) return signed(values, at ?? "");
    void this.updateComplete.then(() => setTimeout(() => this.querySelector<HTMLElement>(".has-problem")?.focus()));
    return undefined;
  }

  /** Lets go of the PIN; called after every try. */
  clear(): void {
    this.values = { ...this.#current(), pin: "" };
    this.tries += 1;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-signature": Signature;
  }
}
