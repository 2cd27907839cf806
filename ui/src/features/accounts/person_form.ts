// The form of one person, new or known, as a template function (people.ts owns the values): name, secrets, roles with
// their days, deputies. Hooks: data-field=name, department, password, pin, terms.N.role/from/to/head, deputies.N.role/person/from/to.
import { type TemplateResult, html, nothing } from "lit";
import type { DeputyRequest, Person, Role, RoleTermRequest } from "../../api/commands";
import "../../kit/fields/choice_field";
import "../../kit/fields/combo_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, notice } from "../../kit/pieces";
import { accountWords } from "../../words/accounts";
import { kitWords } from "../../words/kit";
import { ROLES, roleName } from "../../words/roles";

export interface PersonValues {
  readonly id: number | null;
  /** Of the person as the form was begun on. */
  readonly revision: number;
  readonly name: string;
  readonly department: string;
  readonly terms: readonly RoleTermRequest[];
  readonly deputies: readonly DeputyRequest[];
  readonly active: boolean;
  readonly password: string;
  readonly pin: string;
}

const blankTerm = (): RoleTermRequest => ({ role: "sales_assistant", head: false, from: "", to: "" });
export const blankPerson = (): PersonValues => ({ id: null, revision: 0, name: "", department: "", terms: [blankTerm()], deputies: [], active: true, password: "", pin: "" });

export const valuesOf = (person: Person): PersonValues => ({
  id: person.id,
  revision: person.revision,
  name: person.name,
  department: person.department,
  terms: person.terms.map(({ role, head, from, to }) => ({ role, head, from, to: to ?? "" })),
  deputies: person.deputies.map(({ role, person: deputy, from, to }) => ({ role, person: deputy, from, to })),
  active: person.active,
  password: "",
  pin: "",
});

export interface PersonFormParts {
  readonly values: PersonValues;
  /** Path → words of what is wrong. */
  readonly problems: Readonly<Record<string, string>>;
  readonly refused: { readonly title: string; readonly next: string } | undefined;
  /** Another desk saved the person meanwhile: how to save all the same, once that was seen. */
  readonly over: (() => void) | undefined;
  /** Who can stand in: everybody else who works here. */
  readonly others: readonly Person[];
  readonly busy: boolean;
  readonly change: (values: PersonValues) => void;
  readonly save: () => void;
  readonly close: () => void;
}

const without = <T>(rows: readonly T[], row: number): T[] => rows.filter((_, index) => index !== row);
const put = <T>(rows: readonly T[], row: number, next: Partial<T>): T[] => rows.map((each, index) => (index === row ? { ...each, ...next } : each));

export function personForm(parts: PersonFormParts): TemplateResult {
  const words = accountWords();
  const { values, problems } = parts;
  const set = (name: "name" | "department" | "password" | "pin") => (event: TypedEvent): void => parts.change({ ...values, [name]: event.detail.value });
  return form({
    onSubmit: parts.save,
    body: html`
      ${parts.refused === undefined ? nothing : notice({ tone: "red", title: parts.refused.title, text: parts.refused.next, ...(parts.over === undefined ? {} : { actions: button({ label: words.saveOver, name: "save-over", onClick: parts.over }) }) })}
      <div class="fields">
        <dk-field required name="name" .label=${words.name} .value=${values.name} .problem=${problems["name"] ?? ""} @typed=${set("name")}></dk-field>
        <dk-combo free name="department" .record=${String(values.id)} .label=${words.department} .value=${values.department} .options=${departments(parts.others)} .problem=${problems["department"] ?? ""} @typed=${set("department")}></dk-combo>
        <dk-field kind="password" name="password" .label=${words.newPassword} .value=${values.password} .hint=${values.id === null ? words.passwordHint : words.resetHint} .problem=${problems["password"] ?? ""} @typed=${set("password")}></dk-field>
        <dk-field kind="pin" name="pin" .label=${words.pin} .value=${values.pin} .hint=${values.id === null ? words.pinHint : words.keepPassword} .problem=${problems["pin"] ?? ""} @typed=${set("pin")}></dk-field>
      </div>
      ${termRows(parts)}
      ${deputyRows(parts)}
      ${values.id === null
        ? nothing
        : html`<dk-check name="active" .label=${words.active} .value=${values.active ? "1" : ""} .hint=${words.activeHint} @typed=${(event: TypedEvent) => parts.change({ ...values, active: event.detail.value !== "" })}></dk-check>`}`,
    actions: html`${button({ label: kitWords().cancel, onClick: parts.close })}${button({ label: words.save, main: true, key: "main", name: "save-person", busy: parts.busy })}`,
  });
}

/** The departments of the house: those that have people, and the usual ones. */
function departments(people: readonly Person[]): readonly { readonly value: string; readonly label: string }[] {
  const all = new Set([...people.map((person) => person.department), ...accountWords().departments].filter((name) => name !== ""));
  return [...all].map((name) => ({ value: name, label: name }));
}

function termRows({ values, problems, change }: PersonFormParts): TemplateResult {
  const words = accountWords();
  const options = ROLES.map((role) => ({ value: role, label: roleName(role) }));
  const set = (row: number, next: Partial<RoleTermRequest>): void => change({ ...values, terms: put(values.terms, row, next) });
  return html`<fieldset class="person-rows" data-field="terms">
    <legend class="field-label">${words.roles}<span class="star" aria-hidden="true">*</span></legend>
    ${values.terms.map((term, row) => {
      const path = (key: string): string => `terms.${row}.${key}`;
      return html`<div class="person-line">
        <dk-choice filled name=${path("role")} .label=${words.role} .value=${term.role} .options=${options} .problem=${problems[path("role")] ?? ""} @typed=${(event: TypedEvent) => set(row, { role: event.detail.value as Role })}></dk-choice>
        <dk-field kind="date" name=${path("from")} .label=${words.from} .hint=${words.fromHint} .value=${term.from} .problem=${problems[path("from")] ?? ""} @typed=${(event: TypedEvent) => set(row, { from: event.detail.value })}></dk-field>
        <dk-field kind="date" name=${path("to")} .label=${words.to} .hint=${words.toHint} .value=${term.to} .problem=${problems[path("to")] ?? ""} @typed=${(event: TypedEvent) => set(row, { to: event.detail.value })}></dk-field>
        <dk-check name=${path("head")} .label=${words.head} .value=${term.head ? "1" : ""} @typed=${(event: TypedEvent) => set(row, { head: event.detail.value !== "" })}></dk-check>
        <button type="button" class="link" data-name="drop-term-${row}" aria-label="${words.dropRole} ${roleName(term.role)}" @click=${() => change({ ...values, terms: without(values.terms, row) })}>${words.dropRole}</button>
      </div>`;
    })}
    <p class=${problems["terms"] === undefined ? "field-note" : "field-note is-problem"} role=${problems["terms"] === undefined ? nothing : "alert"}>${problems["terms"] ?? words.rolesHint}</p>
    ${button({ label: words.addRole, name: "add-term", onClick: () => change({ ...values, terms: [...values.terms, blankTerm()] }) })}
  </fieldset>`;
}

function deputyRows({ values, problems, change, others }: PersonFormParts): TemplateResult {
  const words = accountWords();
  const headed = [...new Set(values.terms.filter((term) => term.head).map((term) => term.role))];
  const people = others.filter((person) => person.active && person.id !== values.id).map((person) => ({ value: String(person.id), label: person.name }));
  const set = (row: number, next: Partial<DeputyRequest>): void => change({ ...values, deputies: put(values.deputies, row, next) });
  const first = headed[0];
  return html`<fieldset class="person-rows" data-field="deputies">
    <legend class="field-label">${words.deputies}</legend>
    ${values.deputies.map((deputy, row) => {
      const path = (key: string): string => `deputies.${row}.${key}`;
      const roles = [...new Set([...headed, deputy.role])].map((role) => ({ value: role, label: roleName(role) }));
      return html`<div class="person-line">
        <dk-choice filled name=${path("role")} .label=${words.role} .value=${deputy.role} .options=${roles} .problem=${problems[path("role")] ?? ""} @typed=${(event: TypedEvent) => set(row, { role: event.detail.value as Role })}></dk-choice>
        <dk-field kind="date" name=${path("from")} .label=${words.from} .hint=${words.fromHint} .value=${deputy.from} .problem=${problems[path("from")] ?? ""} @typed=${(event: TypedEvent) => set(row, { from: event.detail.value })}></dk-field>
        <dk-field kind="date" required name=${path("to")} .label=${words.to} .value=${deputy.to} .problem=${problems[path("to")] ?? ""} @typed=${(event: TypedEvent) => set(row, { to: event.detail.value })}></dk-field>
        <dk-choice required name=${path("person")} .label=${words.deputy} .value=${deputy.person === 0 ? "" : String(deputy.person)} .options=${people} .problem=${problems[path("person")] ?? ""} @typed=${(event: TypedEvent) => set(row, { person: Number(event.detail.value) })}></dk-choice>
        <button type="button" class="link" data-name="drop-deputy-${row}" aria-label="${words.dropRole} ${row + 1}" @click=${() => change({ ...values, deputies: without(values.deputies, row) })}>${words.dropRole}</button>
      </div>`;
    })}
    <p class="field-note">${first === undefined ? words.noHead : words.deputiesHint}</p>
    ${button({ label: words.addDeputy, name: "add-deputy", disabled: first === undefined, onClick: () => { if (first !== undefined) change({ ...values, deputies: [...values.deputies, { role: first, person: 0, from: "", to: "" }] }); } })}
  </fieldset>`;
}
