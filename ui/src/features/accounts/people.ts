// <dk-people>: who works here, in which roles and until when, who may sign in or sign by PIN. Enter on a row changes it.
// Hooks: data-name=add-person, save-person; the fields of person_form.ts.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import { announce } from "../../api/changes";
import type { Person } from "../../api/commands";
import { Loading } from "../../api/loading";
import type { Refusal } from "../../api/refusal";
import { Unsaved } from "../../api/unsaved";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import { KeyBindings } from "../../kit/keys";
import { button, chip, empty, notice, waiting } from "../../kit/pieces";
import "../../kit/table";
import type { Column } from "../../kit/table";
import { say } from "../../kit/toast";
import { accountWords } from "../../words/accounts";
import { fieldWords, refusalWords } from "../../words/errors";
import { marks } from "../../words/marks";
import { roleName } from "../../words/roles";
import { type PersonValues, blankPerson, personForm, valuesOf } from "./person_form";
import "./person_history";

/** Which field of the form a refusal of the core belongs to, where it names none itself. */
const PLACES: Readonly<Record<string, string>> = {
  person_has_no_name: "name", name_taken: "name", person_has_no_role: "terms", last_administrator: "terms", administrator_needs_secrets: "password", short_password: "password", bad_pin: "pin",
};

/** Path → words, from what the core refused. */
export function problemsOf(refusal: Refusal): Readonly<Record<string, string>> {
  if (refusal.fields.length > 0) return Object.fromEntries(refusal.fields.map((field) => [field.path, fieldWords(field.code, field.params)]));
  const place = PLACES[refusal.code];
  return place === undefined ? {} : { [place]: refusalWords(refusal).title };
}

@customElement("dk-people")
export class People extends LightElement {
  @state() private editing: PersonValues | undefined;
  @state() private problems: Readonly<Record<string, string>> = {};
  readonly #acting = new Acting(this);
  readonly #unsaved = new Unsaved<PersonValues>(this, "people", {
    record: () => "all",
    // A secret is never kept.
    give: () => (this.editing === undefined ? undefined : { ...this.editing, password: "", pin: "" }),
    take: (values) => { this.editing = values; },
  });
  readonly #people = new Loading(this, { topics: () => ["people"], load: () => call("people_list") });
  readonly #keys = new KeyBindings(this, { main: () => this.#open(blankPerson()) });

  #open(values: PersonValues): void {
    this.problems = {};
    this.#acting.clear();
    this.editing = values;
  }

  protected override render(): TemplateResult {
    void this.#keys;
    void this.#unsaved;
    const words = accountWords();
    const people = this.#people.value;
    const problem = this.#people.problem;
    return html`<header class="screen-head"><h1>${words.title}</h1><span class="quiet">${words.lead}</span><span class="screen-gap"></span>
        ${button({ label: words.add, main: true, onClick: () => this.#open(blankPerson()), key: "main", name: "add-person" })}</header>
      ${problem === undefined ? nothing : notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next })}
      ${people === undefined
        ? waiting(this.#people.slow)
        : html`<div class="card is-filling"><dk-table first name="people" .label=${words.title} .columns=${this.#columns()} .rows=${people} .key=${(person: Person) => person.id}
            .onOpen=${(person: Person) => this.#open(valuesOf(person))} .rowClass=${(person: Person) => (person.active ? "" : "is-past")}
            .empty=${empty({ title: words.emptyTitle, text: words.emptyText })}></dk-table></div>`}
      ${this.#dialog(people ?? [])}`;
  }

  #dialog(people: readonly Person[]): TemplateResult {
    const words = accountWords();
    const values = this.editing;
    const refusal = this.#acting.refusal;
    return dialog({
      open: values !== undefined,
      wide: true,
      title: values?.id == null ? words.add : words.change,
      body: values === undefined
        ? nothing
        : html`${personForm({
            values,
            problems: this.problems,
            refused: refusal === undefined || Object.keys(this.problems).length > 0 ? undefined : refusalWords(refusal),
            over: refusal?.code === "changed_meanwhile" && values.id !== null ? () => void this.#over(values) : undefined,
            others: people,
            busy: this.#acting.busy,
            change: (next) => { this.editing = next; this.problems = {}; },
            save: () => void this.#save(),
            close: () => { this.editing = undefined; },
          })}${values.id === null ? nothing : html`<dk-person-history .person=${values.id}></dk-person-history>`}`,
      onClose: () => { this.editing = undefined; },
    });
  }

  #columns(): readonly Column<Person>[] {
    const words = accountWords();
    const heads = words.columns;
    return [
      { key: "name", label: heads.name, width: 200, cell: (person) => person.name },
      { key: "department", label: heads.department, width: 128, cell: (person) => person.department },
      { key: "roles", label: heads.roles, cell: (person) => this.#roles(person) },
      { key: "signIn", label: heads.signIn, width: 128, cell: (person) => (person.mustChoosePassword ? chip(words.mustChoose, "amber") : person.canSignIn ? words.can : words.cannot) },
      { key: "sign", label: heads.sign, width: 104, cell: (person) => (person.canSign ? words.can : words.cannot) },
      { key: "active", label: heads.active, width: 104, cell: (person) => (person.active ? words.here : chip(words.left)) },
    ];
  }

  /** The roles of today; one that ends says until when, one to come from when. */
  #roles(person: Person): TemplateResult {
    const words = accountWords();
    const shown = person.terms.filter((term) => term.today || term.to === null);
    return html`${shown.map((term, index) => html`${index === 0 ? "" : marks().list}${roleName(term.role)}${term.head ? html` ${chip(words.head, "accent")}` : ""}${term.today ? (term.to === null ? "" : html` <small class="quiet">${words.until(term.to)}</small>`) : html` <small class="quiet">${words.since(term.from)}</small>`}`)}`;
  }

  /** What the other desk saved stands in the list and in the history below the form; what is typed here goes over it. */
  async #over(values: PersonValues): Promise<void> {
    // What was looked at is what was read when it was refused: another change meanwhile is refused again.
    const seen = this.#people.value?.find((person) => person.id === values.id);
    this.editing = { ...values, revision: seen?.revision ?? values.revision };
    await this.#save();
  }

  async #save(): Promise<void> {
    const values = this.editing;
    if (values === undefined) return;
    const filled = (text: string): string | null => (text === "" ? null : text);
    const request = { ...values, terms: [...values.terms], deputies: [...values.deputies], password: filled(values.password), pin: filled(values.pin) };
    const saved = await this.#acting.run(() => call("save_person", { request }));
    if (saved !== undefined) {
      this.editing = undefined;
      say(accountWords().saved);
      return;
    }
    const refusal = this.#acting.refusal;
    if (refusal?.code === "changed_meanwhile") {
      // The list behind the form and the history below it show what the other desk saved.
      announce(["people"]);
      await this.#people.reload();
    }
    this.problems = refusal === undefined ? {} : problemsOf(refusal);
    await this.updateComplete;
    const place = Object.keys(this.problems)[0] ?? "name";
    this.querySelector<HTMLElement>(place === "terms" ? "[data-field='terms.0.role'], [data-name=add-term]" : `dialog [data-field="${place}"]`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-people": People;
  }
}
