// <dk-people>: who works here, in which roles, and who may sign in or sign by PIN. Enter on a row changes it.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { call } from "../../api/call";
import type { Person } from "../../api/commands";
import { Loading } from "../../api/loading";
import { type Refusal, toRefusal } from "../../api/refusal";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import { KeyBindings } from "../../kit/keys";
import { button, chip, empty, notice, waiting } from "../../kit/pieces";
import "../../kit/table";
import type { Column } from "../../kit/table";
import { say } from "../../kit/toast";
import { accountWords } from "../../words/accounts";
import { refusalWords } from "../../words/errors";
import { ROLES, roleNames } from "../../words/roles";
import { type PersonProblems, type PersonValues, personForm } from "./person_form";

const BLANK: PersonValues = { id: null, name: "", roles: [], active: true, password: "", pin: "" };
/** Which field of the form a refusal of the core belongs to. */
const PLACES: Readonly<Record<string, keyof PersonProblems>> = {
  person_has_no_name: "name", name_taken: "name", person_has_no_role: "roles", last_administrator: "roles", short_password: "password", bad_pin: "pin",
};

@customElement("dk-people")
export class People extends LightElement {
  @state() private editing: PersonValues | undefined;
  @state() private problems: PersonProblems = {};
  @state() private refusal: Refusal | undefined;
  readonly #people = new Loading(this, { topics: () => ["people"], load: () => call("people_list") });
  readonly #keys = new KeyBindings(this, { main: () => this.#open(BLANK) });

  #open(values: PersonValues): void {
    this.problems = {};
    this.refusal = undefined;
    this.editing = values;
  }

  protected override render(): TemplateResult {
    void this.#keys;
    const words = accountWords();
    const people = this.#people.value;
    const problem = this.#people.problem;
    return html`<header class="screen-head"><h1>${words.title}</h1><span class="quiet">${words.lead}</span><span class="screen-gap"></span>
        ${button({ label: words.add, main: true, onClick: () => this.#open(BLANK), key: "main", name: "add-person" })}</header>
      ${problem === undefined ? nothing : notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next })}
      ${people === undefined
        ? waiting(this.#people.slow)
        : html`<div class="card is-filling"><dk-table first name="people" .label=${words.title} .columns=${this.#columns()} .rows=${people} .key=${(person: Person) => person.id}
            .onOpen=${(person: Person) => this.#open({ ...person, password: "", pin: "" })} .rowClass=${(person: Person) => (person.active ? "" : "is-past")}
            .empty=${empty({ title: words.emptyTitle, text: words.emptyText })}></dk-table></div>`}
      ${this.#dialog()}`;
  }

  #dialog(): TemplateResult {
    const words = accountWords();
    const values = this.editing;
    return dialog({
      open: values !== undefined,
      wide: true,
      title: values?.id == null ? words.add : words.change,
      body: values === undefined
        ? nothing
        : personForm({
            values,
            problems: this.problems,
            refused: this.refusal === undefined ? undefined : refusalWords(this.refusal),
            change: (next) => { this.editing = next; this.problems = {}; },
            save: () => void this.#save(),
            close: () => { this.editing = undefined; },
          }),
      onClose: () => { this.editing = undefined; },
    });
  }

  #columns(): readonly Column<Person>[] {
    const words = accountWords();
    const heads = words.columns;
    return [
      { key: "name", label: heads.name, width: 200, cell: (person) => person.name },
      { key: "roles", label: heads.roles, cell: (person) => roleNames(person.roles) },
      { key: "signIn", label: heads.signIn, width: 112, cell: (person) => (person.canSignIn ? words.can : words.cannot) },
      { key: "sign", label: heads.sign, width: 112, cell: (person) => (person.canSign ? words.can : words.cannot) },
      { key: "active", label: heads.active, width: 112, cell: (person) => (person.active ? words.here : chip(words.left)) },
    ];
  }

  async #save(): Promise<void> {
    const values = this.editing;
    if (values === undefined) return;
    const filled = (text: string): string | null => (text === "" ? null : text);
    const request = { name: values.name, roles: ROLES.filter((role) => values.roles.includes(role)), password: filled(values.password), pin: filled(values.pin) };
    this.refusal = undefined;
    try {
      if (values.id === null) await call("add_person", { request });
      else await call("change_person", { request: { ...request, id: values.id, active: values.active } });
      this.editing = undefined;
      say(accountWords().saved);
    } catch (thrown) {
      const refusal = toRefusal(thrown);
      const place = PLACES[refusal.code];
      if (place === undefined) this.refusal = refusal;
      else this.problems = { [place]: refusalWords(refusal).title };
      await this.updateComplete;
      this.querySelector<HTMLElement>(place === "roles" ? "[data-field=roles] input" : `dialog [data-field="${place ?? "name"}"]`)?.focus();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-people": People;
  }
}
