// How somebody approves: in person by PIN, or recorded by the assistant (代录) with who, when, medium and evidence.
//   ${signBox({ people, values: this.sign, change: (next) => { this.sign = next; }, problems, understoodAt, attach })}
// The host owns `values` (begin with `emptySign()`), asks `missingSign(values)` before sending `signed(values, at)`,
// and clears the PIN after each try.
import { type TemplateResult, html, nothing } from "lit";
import { kitWords } from "../words/kit";
import "./fields/choice_field";
import "./fields/text_field";
import type { TypedEvent } from "./fields/field_base";
import { type Piece, type SentPiece, evidenceBox, sentPieces } from "./evidence_box";

export type Medium = "paper" | "wechat" | "email" | "phone" | "in_person";

export interface SignValues {
  readonly way: "pin" | "recorded";
  /** Chosen person as text of the id, or `OUTSIDER`: somebody without an account, by `name`. */
  readonly person: string;
  readonly pin: string;
  readonly name: string;
  /** As typed; the core reads it. */
  readonly at: string;
  readonly medium: Medium | "";
  readonly evidence: readonly Piece[];
  /** 后补: the evidence follows. */
  readonly follows: boolean;
  readonly note: string;
}

/** What goes over the bridge. */
export type Signed =
  | { way: "pin"; person: number; pin: string }
  | { way: "recorded"; person: number | null; name: string; at: string; medium: Medium; evidence: SentPiece[]; follows: boolean; note: string };

/** Value of `person` for somebody without an account. */
export const OUTSIDER = "-";

export const emptySign = (person = "", way: SignValues["way"] = "pin"): SignValues => ({ way, person, pin: "", name: "", at: "", medium: "", evidence: [], follows: false, note: "" });

export interface SignBoxParts {
  readonly values: SignValues;
  readonly change: (values: SignValues) => void;
  /** Who may sign here; only those with a PIN sign by PIN. */
  readonly people: readonly { readonly id: number; readonly name: string; readonly roles: string; readonly canSign: boolean }[];
  /** Words of what is wrong, by the name of the value. */
  readonly problems?: Partial<Record<keyof SignValues, string>>;
  readonly understoodAt?: string;
  /** Whether somebody without an account may have signed (a customer's person). */
  readonly outsiders?: boolean;
  /** Opens the system's dialog for evidence. */
  readonly attach: () => void;
  /** Files hang over the window now. */
  readonly over?: boolean;
  /** Whether the house lets evidence follow (setting). */
  readonly mayFollow?: boolean;
  /** Raised by the host when it clears the PIN after a try, so that the field lets go of what was typed. */
  readonly tries?: number;
  /** Distinguishes the box where a screen has two. */
  readonly name?: string;
}

const MEDIA: readonly Medium[] = ["paper", "wechat", "email", "phone", "in_person"];

/** The values that are still missing, with the words for their fields; `at` is the moment as the core wants it, if it could be read. */
export function missingSign(values: SignValues, at: string | undefined): Partial<Record<keyof SignValues, string>> {
  const required = kitWords().required;
  const missing: Partial<Record<keyof SignValues, string>> = {};
  if (values.person === "") missing.person = required;
  if (values.way === "pin") {
    if (values.pin === "") missing.pin = required;
    return missing;
  }
  if (values.person === OUTSIDER && values.name.trim() === "") missing.name = required;
  if (at === undefined) missing.at = values.at.trim() === "" ? required : kitWords().sign.atUnread;
  if (values.medium === "") missing.medium = required;
  if (values.evidence.length === 0 && !values.follows) missing.evidence = kitWords().sign.evidenceNeeded;
  return missing;
}

/** The approval to send; call it when `missingSign` found nothing. `at`: ISO moment. */
export function signed(values: SignValues, at: string): Signed {
  const person = values.person === OUTSIDER || values.person === "" ? null : Number(values.person);
  if (values.way === "pin") return { way: "pin", person: person ?? 0, pin: values.pin };
  return { way: "recorded", person, name: person === null ? values.name.trim() : "", at, medium: values.medium === "" ? "paper" : values.medium, evidence: sentPieces(values.evidence), follows: values.evidence.length === 0 && values.follows, note: values.note };
}

export function signBox(parts: SignBoxParts): TemplateResult {
  const { values, problems = {} } = parts;
  const words = kitWords().sign;
  const path = (name: string): string => `${parts.name ?? "sign"}.${name}`;
  const set = (name: keyof SignValues) => (event: TypedEvent): void => parts.change({ ...values, [name]: event.detail.value });
  const byPin = values.way === "pin";
  const signers = parts.people.filter((person) => !byPin || person.canSign);
  const options = signers.map((person) => ({ value: String(person.id), label: `${person.name} · ${person.roles}` }));
  const outsider = !byPin && (parts.outsiders ?? false);
  return html`<fieldset class="sign">
    <legend class="unseen">${words.legend}</legend>
    <dk-choice look="radio" .name=${path("way")} .label=${words.legend} .value=${values.way}
      .options=${[{ value: "pin", label: words.byPin }, { value: "recorded", label: words.recorded }]}
      @typed=${(event: TypedEvent) => parts.change({ ...values, way: event.detail.value === "recorded" ? "recorded" : "pin", pin: "" })}></dk-choice>
    <div class="fields is-two">
      <dk-choice required .name=${path("person")} .label=${words.person} .value=${values.person}
        .options=${outsider ? [...options, { value: OUTSIDER, label: words.otherPerson }] : options} .problem=${problems.person ?? ""}
        @typed=${set("person")}></dk-choice>
      ${byPin
        ? html`<dk-field kind="pin" required .record=${String(parts.tries ?? 0)} .name=${path("pin")} .label=${words.pin} .value=${values.pin} .hint=${words.notLegal} .problem=${problems.pin ?? ""} @typed=${set("pin")}></dk-field>`
        : html`${outsider && values.person === OUTSIDER
              ? html`<dk-field required .name=${path("name")} .label=${words.name} .value=${values.name} .problem=${problems.name ?? ""} @typed=${set("name")}></dk-field>`
              : nothing}
            <dk-field kind="time" required .name=${path("at")} .label=${words.at} .value=${values.at} .understood=${parts.understoodAt ?? ""} .problem=${problems.at ?? ""} @typed=${set("at")}></dk-field>
            <dk-choice required .name=${path("medium")} .label=${words.medium} .value=${values.medium} .options=${MEDIA.map((medium) => ({ value: medium, label: words.media[medium] }))}
              .problem=${problems.medium ?? ""} @typed=${set("medium")}></dk-choice>
            <dk-field .name=${path("note")} .label=${words.note} .value=${values.note} @typed=${set("note")}></dk-field>`}
    </div>
    ${byPin
      ? nothing
      : html`<p class="quiet">${words.recordedHint}</p>
          ${evidenceBox({ name: path("evidence"), pieces: values.evidence, over: parts.over ?? false, problem: problems.evidence ?? "", attach: parts.attach, change: (evidence) => parts.change({ ...values, evidence }) })}
          ${values.evidence.length > 0 || !(parts.mayFollow ?? true)
            ? nothing
            : html`<dk-check .name=${path("follows")} .label=${words.follows} .hint=${words.followsHint} .value=${values.follows ? "1" : ""} @typed=${(event: TypedEvent) => parts.change({ ...values, follows: event.detail.value !== "" })}></dk-check>`}`}
  </fieldset>`;
}
