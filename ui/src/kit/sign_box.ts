// How somebody approves: in person by PIN, or recorded by the assistant (代录) with who, when, medium and evidence.
//   ${signBox({ people, values: this.sign, change: (next) => { this.sign = next; }, problems, understoodAt, attach: async () => pickFiles() })}
// The host owns `values` (begin with `emptySign()`), asks `missingSign(values)` before sending `signed(values, at)`,
// and clears the PIN after each try.
import { type TemplateResult, html, nothing } from "lit";
import { kitWords } from "../words/kit";
import "./fields/choice_field";
import "./fields/text_field";
import type { TypedEvent } from "./fields/field_base";
import { button } from "./pieces";

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
  /** Paths of the files. */
  readonly evidence: readonly string[];
  readonly note: string;
}

/** What goes over the bridge. */
export type Signed =
  | { way: "pin"; person: number; pin: string }
  | { way: "recorded"; person: number | null; name: string; at: string; medium: Medium; evidence: string[]; note: string };

/** Value of `person` for somebody without an account. */
export const OUTSIDER = "-";

export const emptySign = (person = "", way: SignValues["way"] = "pin"): SignValues => ({ way, person, pin: "", name: "", at: "", medium: "", evidence: [], note: "" });

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
  /** Opens the system's dialog and answers paths; absent: no evidence here. */
  readonly attach?: () => Promise<readonly string[]>;
  /** Raised by the host when it clears the PIN after a try, so that the field lets go of what was typed. */
  readonly tries?: number;
  /** Distinguishes the box where a screen has two. */
  readonly name?: string;
}

const MEDIA: readonly Medium[] = ["paper", "wechat", "email", "phone", "in_person"];
const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

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
  return missing;
}

/** The approval to send; call it when `missingSign` found nothing. `at`: ISO moment. */
export function signed(values: SignValues, at: string): Signed {
  const person = values.person === OUTSIDER || values.person === "" ? null : Number(values.person);
  if (values.way === "pin") return { way: "pin", person: person ?? 0, pin: values.pin };
  return { way: "recorded", person, name: person === null ? values.name.trim() : "", at, medium: values.medium === "" ? "paper" : values.medium, evidence: [...values.evidence], note: values.note };
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
  const attach = async (): Promise<void> => {
    const picked = (await parts.attach?.()) ?? [];
    if (picked.length > 0) parts.change({ ...values, evidence: [...values.evidence, ...picked] });
  };
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
          ${parts.attach === undefined
            ? nothing
            : html`<div class="sign-evidence"><span>${words.evidence}</span>
                ${values.evidence.length === 0 ? html`<span class="quiet">${words.evidenceNone}</span>` : nothing}
                ${values.evidence.map((file) => html`<span class="chip chip-quiet">${fileName(file)}
                  <button type="button" class="chip-drop" aria-label="${kitWords().remove} ${fileName(file)}" @click=${() => parts.change({ ...values, evidence: values.evidence.filter((each) => each !== file) })}>✕</button></span>`)}
                ${button({ label: words.attach, onClick: () => void attach() })}
              </div>`}`}
  </fieldset>`;
}
