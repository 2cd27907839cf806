// <dk-first-start>: one sheet that opens the house, or the way into the practice desk.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { call } from "../../api/call";
import { desk, takeDesk } from "../../api/desk";
import { type Refusal, toRefusal } from "../../api/refusal";
import "../../form/folder_field";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { landOn } from "../../kit/land";
import { button, notice } from "../../kit/pieces";
import "../../kit/progress";
import { firstStartWords } from "../../words/desk";
import { refusalWords } from "../../words/errors";
import { ROLES, roleName } from "../../words/roles";
import { FIRST_ROLES, type PersonRow, emptyRow, nameless, peopleOf } from "./first_people";

const ASSISTANT = "sales_assistant";

@customElement("dk-first-start")
export class FirstStartScreen extends LightElement {
  @state() private texts: Readonly<Record<string, string>> = { "administrator.assistant": "1" };
  @state() private rows: readonly PersonRow[] = FIRST_ROLES.map((role) => emptyRow(role));
  @state() private problems: Readonly<Record<string, string>> = {};
  @state() private refusal: Refusal | undefined;
  @state() private working = false;

  readonly #typed = (event: TypedEvent): void => {
    this.texts = { ...this.texts, [event.detail.name]: event.detail.value };
    this.problems = Object.fromEntries(Object.entries(this.problems).filter(([path]) => path !== event.detail.name));
  };

  #setRow(index: number, name: keyof PersonRow, value: string): void {
    this.rows = this.rows.map((row, at) => (at === index ? { ...row, [name]: value } : row));
    this.problems = {};
  }

  #text(path: string): string {
    return this.texts[path] ?? "";
  }

  protected override firstUpdated(): void {
    // Once the fields have drawn themselves.
    setTimeout(() => this.querySelector<HTMLElement>("dk-field")?.focus());
  }

  protected override render(): TemplateResult {
    const words = firstStartWords();
    const folders = desk()?.defaults;
    const field = (path: string, label: string, hint = "", kind: "text" | "password" | "pin" = "text", span = 1): TemplateResult =>
      html`<dk-field required kind=${kind} .span=${span} .name=${path} .label=${label} .hint=${hint} .value=${this.texts[path] ?? ""} .problem=${this.problems[path] ?? ""} @typed=${this.#typed}></dk-field>`;
    const folder = (which: "data" | "attachments" | "prepress", label: string): TemplateResult => {
      const path = `folders.${which}`;
      return html`<dk-folder .name=${path} .label=${label} .value=${this.texts[path] ?? folders?.[which] ?? ""} .problem=${this.problems[path] ?? ""} @typed=${this.#typed}></dk-folder>`;
    };
    return html`<div class="sheet">
      <header class="sheet-head"><div><h1>${words.title}</h1><p class="quiet">${words.lead}</p></div>
        <div class="practice-door"><p class="quiet">${words.practiceText}</p>${button({ label: words.openPractice, onClick: () => void this.#practice(), name: "open-practice", disabled: this.working })}</div></header>
      ${this.#refused()}
      ${form({
        label: words.title,
        onSubmit: () => void this.#begin(),
        body: html`
          <section class="form-section"><h2>${words.house}</h2>
            <div class="fields">${field("house", words.houseName, words.houseHint, "text", 2)}${field("deskLetter", words.deskLetter, words.deskLetterHint, "text", 2)}</div></section>
          <section class="form-section"><h2>${words.administrator} <small class="quiet">${words.administratorNote}</small></h2>
            <div class="fields">${field("administrator.name", words.name)}${field("administrator.password", words.password, words.passwordHint, "password")}
              ${field("administrator.pin", words.pin, words.pinHint, "pin")}
              <dk-check name="administrator.assistant" .label=${words.alsoAssistant} .value=${this.#text("administrator.assistant")} @typed=${this.#typed}></dk-check></div></section>
          <section class="form-section"><h2>${words.people} <small class="quiet">${words.peopleNote}</small></h2>
            ${this.rows.map((row, index) => this.#row(row, index))}
            ${button({ label: words.addRow, plain: true, onClick: () => void this.#addRow() })}</section>
          <section class="form-section"><h2>${words.folders} <small class="quiet">${words.foldersNote}</small></h2>
            <div class="fields is-three">${folder("data", words.data)}${folder("attachments", words.attachments)}${folder("prepress", words.prepress)}</div></section>`,
        actions: html`${this.working ? html`<dk-progress></dk-progress>` : nothing}${button({ label: words.begin, main: true, disabled: this.working, name: "begin" })}`,
      })}
    </div>`;
  }

  async #addRow(): Promise<void> {
    this.rows = [...this.rows, emptyRow()];
    await this.updateComplete;
    landOn(`people.${this.rows.length - 1}.role`, this);
  }

  #row(row: PersonRow, index: number): TemplateResult {
    const words = firstStartWords();
    const path = (name: string): string => `people.${index}.${name}`;
    const set = (name: keyof PersonRow) => (event: TypedEvent): void => this.#setRow(index, name, event.detail.value);
    const last = index === this.rows.length - 1;
    return html`<div class="fields person-row">
      <dk-choice .name=${path("role")} .label=${words.role} .value=${row.role} .options=${ROLES.map((role) => ({ value: role, label: roleName(role) }))} @typed=${set("role")}></dk-choice>
      <dk-field .name=${path("name")} .label=${words.name} .value=${row.name} .problem=${this.problems[path("name")] ?? ""} @typed=${set("name")}></dk-field>
      <dk-field kind="pin" .name=${path("pin")} .label=${words.pin} .value=${row.pin} .hint=${last ? words.signNote : ""} .problem=${this.problems[path("pin")] ?? ""} @typed=${set("pin")}></dk-field>
      <dk-field kind="password" .name=${path("password")} .label=${words.password} .value=${row.password} .hint=${last ? words.optional : ""} .problem=${this.problems[path("password")] ?? ""} @typed=${set("password")}></dk-field>
    </div>`;
  }

  #refused(): TemplateResult | typeof nothing {
    if (this.refusal === undefined) return nothing;
    const words = refusalWords(this.refusal);
    return notice({ tone: "red", title: words.title, text: words.next });
  }

  /** Marks what is empty; the rules themselves are the core's. */
  #missing(): Record<string, string> {
    const word = firstStartWords().mismatch;
    const must = ["house", "deskLetter", "administrator.name", "administrator.password", "administrator.pin"].filter((path) => this.#text(path).trim() === "");
    const orphan = nameless(this.rows);
    return { ...Object.fromEntries(must.map((path) => [path, word])), ...(orphan < 0 ? {} : { [`people.${orphan}.name`]: firstStartWords().nameMissing }) };
  }

  async #show(problems: Readonly<Record<string, string>>): Promise<void> {
    this.problems = problems;
    await this.updateComplete;
    const first = [...this.querySelectorAll<HTMLElement>("[data-field]")].find((field) => problems[field.dataset["field"] ?? ""] !== undefined);
    if (first?.dataset["field"] !== undefined) landOn(first.dataset["field"], this);
  }

  async #begin(): Promise<void> {
    if (this.working) return;
    this.refusal = undefined;
    const missing = this.#missing();
    if (Object.keys(missing).length > 0) {
      await this.#show(missing);
      return;
    }
    this.working = true;
    const defaults = desk()?.defaults;
    const folder = (name: "data" | "attachments" | "prepress"): string => this.texts[`folders.${name}`] ?? defaults?.[name] ?? "";
    try {
      const next = await call("first_start", {
        request: {
          house: this.#text("house"),
          deskLetter: this.#text("deskLetter"),
          administrator: {
            name: this.#text("administrator.name"),
            roles: this.#text("administrator.assistant") === "" ? ["administrator"] : ["administrator", ASSISTANT],
            password: this.#text("administrator.password"),
            pin: this.#text("administrator.pin"),
          },
          people: peopleOf(this.rows),
          folders: { data: folder("data"), attachments: folder("attachments"), prepress: folder("prepress") },
        },
      });
      takeDesk(next);
    } catch (thrown) {
      const refusal = toRefusal(thrown);
      const path = this.#place(refusal);
      if (path === undefined) {
        this.refusal = refusal;
        this.scrollIntoView({ block: "start" });
      } else await this.#show({ [path]: refusalWords(refusal).title });
    } finally {
      this.working = false;
    }
  }

  /** Where on this sheet the core's refusal is mended. */
  #place(refusal: Refusal): string | undefined {
    const named = refusal.fields[0]?.path;
    if (named !== undefined) return named;
    const rowOf = (fits: (row: PersonRow) => boolean): number => this.rows.findIndex((row) => row.name.trim() !== "" && fits(row));
    const inRow = (index: number, name: string): string => (index < 0 ? `administrator.${name}` : `people.${index}.${name}`);
    switch (refusal.code) {
      case "house_has_no_name": return "house";
      case "bad_desk_letter": return "deskLetter";
      case "name_taken": return inRow(rowOf((row) => row.name.trim() === refusal.params["name"]), "name");
      case "person_has_no_role": return inRow(rowOf((row) => row.role === ""), "role");
      case "short_password": {
        const least = Number(refusal.params["least"] ?? 0);
        const own = [...this.#text("administrator.password")].length < least;
        return inRow(own ? -1 : rowOf((row) => row.password !== "" && [...row.password].length < least), "password");
      }
      case "bad_pin": {
        const good = (pin: string): boolean => /^\d{4,8}$/.test(pin);
        return inRow(good(this.#text("administrator.pin")) ? rowOf((row) => row.pin !== "" && !good(row.pin)) : -1, "pin");
      }
      default: return undefined;
    }
  }

  async #practice(): Promise<void> {
    this.working = true;
    try {
      takeDesk(await call("open_practice"));
    } catch (thrown) {
      this.refusal = toRefusal(thrown);
    } finally {
      this.working = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-first-start": FirstStartScreen;
  }
}
