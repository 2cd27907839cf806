// The form of one person, new or known, as a template function in a dialog (people.ts owns the values).
import { type TemplateResult, html, nothing } from "lit";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, notice } from "../../kit/pieces";
import { accountWords } from "../../words/accounts";
import { kitWords } from "../../words/kit";
import { ROLES, roleName } from "../../words/roles";

export interface PersonValues {
  readonly id: number | null;
  readonly name: string;
  readonly roles: readonly string[];
  readonly active: boolean;
  readonly password: string;
  readonly pin: string;
}

export type PersonProblems = Partial<Record<"name" | "roles" | "password" | "pin", string>>;

export interface PersonFormParts {
  readonly values: PersonValues;
  readonly problems: PersonProblems;
  readonly refused: { readonly title: string; readonly next: string } | undefined;
  readonly change: (values: PersonValues) => void;
  readonly save: () => void;
  readonly close: () => void;
}

export function personForm(parts: PersonFormParts): TemplateResult {
  const words = accountWords();
  const { values, problems } = parts;
  const set = (name: "name" | "password" | "pin") => (event: TypedEvent): void => parts.change({ ...values, [name]: event.detail.value });
  const tick = (role: string) => (event: TypedEvent): void =>
    parts.change({ ...values, roles: event.detail.value === "" ? values.roles.filter((each) => each !== role) : [...values.roles, role] });
  return form({
    onSubmit: parts.save,
    body: html`
      ${parts.refused === undefined ? nothing : notice({ tone: "red", title: parts.refused.title, text: parts.refused.next })}
      <div class="fields is-three">
        <dk-field required name="name" .label=${words.name} .value=${values.name} .problem=${problems.name ?? ""} @typed=${set("name")}></dk-field>
        <dk-field kind="password" name="password" .label=${words.newPassword} .value=${values.password} .hint=${values.id === null ? words.passwordHint : words.keepPassword} .problem=${problems.password ?? ""} @typed=${set("password")}></dk-field>
        <dk-field kind="pin" name="pin" .label=${words.pin} .value=${values.pin} .hint=${values.id === null ? words.pinHint : words.keepPassword} .problem=${problems.pin ?? ""} @typed=${set("pin")}></dk-field>
      </div>
      <fieldset class="roles" data-field="roles">
        <legend class="field-label">${words.roles}<span class="star" aria-hidden="true">*</span></legend>
        <div class="fields is-ticks">${ROLES.map((role) => html`<dk-check name="role.${role}" .label=${roleName(role)} .value=${values.roles.includes(role) ? "1" : ""} @typed=${tick(role)}></dk-check>`)}</div>
        <p class=${problems.roles === undefined ? "field-note" : "field-note is-problem"}>${problems.roles ?? words.rolesHint}</p>
      </fieldset>
      ${values.id === null
        ? nothing
        : html`<dk-check name="active" .label=${words.active} .value=${values.active ? "1" : ""} .hint=${words.activeHint} @typed=${(event: TypedEvent) => parts.change({ ...values, active: event.detail.value !== "" })}></dk-check>`}`,
    actions: html`${button({ label: kitWords().cancel, onClick: parts.close })}${button({ label: words.save, main: true, name: "save-person" })}`,
  });
}
