// <dk-signature name="stamp" .powers=${["sign_quality_stamp"]} only="quality" ?outsiders>: the sign box with its people, evidence and checks.
// Who may sign is asked of the core: the table of authority, 负责人 and deputies, at the moment it was given.
// .likely=${name}: who is chosen at first. Landing on data-field=NAME stands on the PIN once the signer is known.
//   const approval = box.approval();   undefined: the missing values are marked and focused.   box.clear() after each try.
// Hooks: data-field=NAME.way, NAME.person, NAME.pin, NAME.name, NAME.at, NAME.medium, NAME.evidence, NAME.follows, NAME.note.
import { type TemplateResult, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call } from "../api/call";
import type { Approval, Power, Role } from "../api/commands";
import { desk } from "../api/desk";
import { Loading } from "../api/loading";
import { LightElement } from "../kit/element";
import { OUTSIDER, type SignValues, emptySign, missingSign, signBox, signed } from "../kit/sign_box";
import { accountWords } from "../words/accounts";
import { momentNow, readMoment } from "../words/moments";
import { roleNames } from "../words/roles";
import { shortTime } from "../words/times";
import { EvidenceIntake } from "./evidence_intake";

@customElement("dk-signature")
export class Signature extends LightElement {
  @property() name = "sign";
  /** Lines of the table of authority that let somebody sign here; empty: nobody of the house. */
  @property({ attribute: false }) powers: readonly Power[] = [];
  /** Where one role alone will do. */
  @property() only = "";
  /** Somebody without an account may have signed; then recording is what is offered first. */
  @property({ type: Boolean }) outsiders = false;
  /** Name of the outsider, where it is known already. */
  @property() outsider = "";
  /** Name of the one who usually signs here; chosen for him, where he may. */
  @property() likely = "";
  /** Names of those who asked for what is signed: they do not sign it, and so are not offered. */
  @property({ attribute: false }) apart: readonly string[] = [];
  @state() private values: SignValues | undefined;
  @state() private problems: Partial<Record<keyof SignValues, string>> = {};
  @state() private tries = 0;
  @state() private mayFollow = true;
  readonly #signers = new Loading(this, {
    topics: () => ["people", "desk"],
    load: async () => {
      if (this.powers.length === 0) return [];
      return call("signers", { powers: [...this.powers], only: this.only === "" ? null : (this.only as Role), at: this.#moment === "" ? null : this.#moment });
    },
  });
  readonly #intake = new EvidenceIntake(this, {
    takes: () => this.#current().way === "recorded",
    pieces: () => this.#current().evidence,
    take: (evidence) => this.#change({ ...this.#current(), evidence }),
  });

  #asked = "";
  /** The moment the signers were asked for; empty: now. */
  #moment = "";

  override connectedCallback(): void {
    super.connectedCallback();
    call("rule_state", { rule: "evidence_may_follow" }).then((rule) => { this.mayFollow = rule.value === "on"; }).catch(() => undefined);
  }

  protected override willUpdate(): void {
    const asked = `${this.powers.join()} ${this.only}`;
    if (asked === this.#asked) return;
    // Others may sign: who was chosen before does not count.
    this.#asked = asked;
    this.values = undefined;
    void this.#signers.reload();
  }

  /** Who may sign, the one at the desk first. */
  #people(): { id: number; name: string; roles: string; canSign: boolean }[] {
    const mine = desk()?.person?.id;
    return (this.#signers.value ?? [])
      .filter((signer) => !this.apart.includes(signer.name))
      .sort((one, other) => Number(other.id === mine) - Number(one.id === mine))
      .map((signer) => ({ id: signer.id, name: signer.name, roles: signer.deputyFor === null ? roleNames([signer.role]) : accountWords().standsInFor(roleNames([signer.role]), signer.deputyFor), canSign: signer.canSign }));
  }

  #change(next: SignValues): void {
    this.values = next;
    this.problems = {};
    // Whoever held the role at the moment it was given may have signed.
    const at = next.way === "recorded" ? (readMoment(next.at, desk()?.today ?? "") ?? "") : "";
    if (at !== this.#moment) {
      this.#moment = at;
      void this.#signers.reload();
    }
    this.dispatchEvent(new CustomEvent("changed"));
  }

  #current(): SignValues {
    if (this.values !== undefined) return this.values;
    if (this.outsiders) return { ...emptySign(OUTSIDER, "recorded"), name: this.outsider, at: momentNow() };
    const signers = this.#people();
    const mine = signers.find((person) => person.id === desk()?.person?.id && person.canSign);
    const only = signers.length === 1 ? signers[0] : undefined;
    const likely = this.likely === "" ? undefined : signers.find((person) => person.name === this.likely && person.canSign);
    return { ...emptySign(String((likely ?? mine ?? only)?.id ?? "")), at: momentNow() };
  }

  /** On what is still to be typed: who signs, or where that is known the PIN. */
  override focus(options?: FocusOptions): void {
    const values = this.#current();
    const known = values.way === "pin" && (values.person !== "" || (this.likely !== "" && this.#signers.value === undefined));
    this.querySelector<HTMLElement>(`[data-field="${this.name}.${known ? "pin" : "person"}"]`)?.focus(options);
  }

  protected override render(): TemplateResult {
    const values = this.#current();
    const at = readMoment(values.at, desk()?.today ?? "");
    return html`${signBox({
      name: this.name,
      values,
      people: this.#people(),
      problems: this.problems,
      outsiders: this.outsiders,
      tries: this.tries,
      understoodAt: at === undefined ? "" : shortTime(at),
      attach: () => void this.#intake.pick(),
      over: this.#intake.over,
      mayFollow: this.mayFollow,
      change: (next) => this.#change(next),
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
