// <dk-authority>: 权限表, who may do and sign what, and the rules about people. Enter on a line sets it, where it may be set.
// Hooks: data-name=change-RULE, save-rule; data-field=who.ROLE, rule.value, rule.from, rule.why.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { PowerView, RuleChangeView, RuleState } from "../../api/commands";
import { Loading } from "../../api/loading";
import { Unsaved } from "../../api/unsaved";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import "../../kit/finder";
import { KeyBindings } from "../../kit/keys";
import { button, card, chip, empty, notice, waiting } from "../../kit/pieces";
import { go } from "../../kit/route";
import "../../kit/table";
import type { Column } from "../../kit/table";
import { say } from "../../kit/toast";
import { refusalWords } from "../../words/errors";
import { kitWords } from "../../words/kit";
import { authorityWords, powerWord } from "../../words/powers";
import { ROLES, roleName, roleNames } from "../../words/roles";

const RULES = ["evidence_may_follow", "lock_after_minutes"] as const;
type RuleName = (typeof RULES)[number];

interface Setting {
  readonly rule: string;
  readonly title: string;
  readonly value: string;
  readonly from: string;
  readonly why: string;
  readonly history: readonly RuleChangeView[];
  /** The line of the table, when it is one. */
  readonly line: PowerView | undefined;
}

@customElement("dk-authority")
export class Authority extends LightElement {
  @state() private setting: Setting | undefined;
  @state() private unsaid = false;
  readonly #keys = new KeyBindings(this, { back: () => go("orders"), field: () => this.querySelector<HTMLElement>("dk-finder")?.focus() });
  readonly #acting = new Acting(this);
  readonly #unsaved = new Unsaved<Setting>(this, "authority", { record: () => "all", give: () => this.setting, take: (setting) => { this.setting = setting; } });
  readonly #table = new Loading(this, {
    topics: () => ["desk", "settings"],
    load: async () => ({ lines: await call("authority_table"), rules: await Promise.all(RULES.map((rule) => call("rule_state", { rule }))) }),
  });

  #open(setting: Omit<Setting, "from" | "why">): void {
    this.#acting.clear();
    this.unsaid = false;
    this.setting = { ...setting, from: "", why: "" };
  }

  #openLine(line: PowerView | undefined): void {
    if (line !== undefined) this.#open({ rule: `who.${line.power}`, title: powerWord(line.power), value: line.roles.join(), history: line.history, line });
  }

  protected override render(): TemplateResult {
    void this.#keys;
    void this.#unsaved;
    const words = authorityWords();
    const table = this.#table.value;
    const problem = this.#table.problem;
    const setting = this.setting;
    const title = setting === undefined ? "" : setting.line === undefined ? words.ruleEdit : setting.line.fixed ? words.look : words.edit;
    return html`<header class="screen-head"><h1>${words.title}</h1><span class="quiet">${words.lead}</span><span class="screen-gap"></span>${table === undefined ? nothing : html`<dk-finder name="authority.find" .label=${words.find} .placeholder=${words.findHint} .options=${table.lines.map((line) => ({ value: line.power, label: powerWord(line.power), detail: roleNames(line.roles) }))} @chosen=${(event: CustomEvent<string>) => this.#openLine(table.lines.find((line) => line.power === event.detail))}></dk-finder>`}</header>
      ${problem === undefined ? nothing : notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next })}
      ${table === undefined
        ? waiting(this.#table.slow)
        : html`<div class="authority">${card({ title: words.rules, body: html`<ul class="rule-list">${table.rules.map((rule) => this.#rule(rule))}</ul>` })}
            <div class="card is-filling"><dk-table first name="authority" .label=${words.title} .columns=${this.#columns()} .rows=${table.lines} .key=${(line: PowerView) => line.power}
              .onOpen=${(line: PowerView) => this.#openLine(line)}
              .empty=${empty({ title: words.emptyTitle, text: "" })}></dk-table></div></div>`}
      ${dialog({ open: setting !== undefined, wide: true, title, onClose: () => { this.setting = undefined; }, body: setting === undefined ? nothing : this.#form(setting) })}`;
  }

  #rule(rule: RuleState): TemplateResult {
    const words = authorityWords();
    const name = rule.rule as RuleName;
    return html`<li><span>${words.ruleNames[name]}</span> <strong>${this.#said(rule.rule, rule.value)}</strong>
      <button type="button" class="link" data-name="change-${rule.rule}" @click=${() => this.#open({ rule: rule.rule, title: words.ruleNames[name], value: rule.value, history: rule.history, line: undefined })}>${words.change}</button></li>`;
  }

  /** A value in words. */
  #said(rule: string, value: string): string {
    const words = authorityWords();
    if (rule.startsWith("who.")) return roleNames(value.split(",").filter((role) => role !== ""));
    return value === "on" ? words.on : value === "off" ? words.off : value;
  }

  #columns(): readonly Column<PowerView>[] {
    const words = authorityWords();
    const heads = words.columns;
    return [
      { key: "what", label: heads.what, width: 264, cell: (line) => powerWord(line.power) },
      { key: "kind", label: heads.kind, width: 136, cell: (line) => words.kinds[line.kind] },
      { key: "who", label: heads.who, cell: (line) => roleNames(line.roles) },
      { key: "clause", label: heads.clause, width: 80, cell: (line) => line.clause },
      { key: "fixed", label: heads.fixed, width: 112, cell: (line) => (line.fixed ? chip(words.fixed) : chip(line.history.length > 0 ? words.changed : words.open, "accent")) },
    ];
  }

  #form(setting: Setting): TemplateResult {
    const words = authorityWords();
    const refusal = this.#acting.refusal;
    const fixed = setting.line?.fixed === true;
    const close = (): void => { this.setting = undefined; };
    const set = (name: "value" | "from" | "why") => (event: TypedEvent): void => {
      event.stopPropagation();
      this.setting = { ...setting, [name]: event.detail.value };
      this.unsaid = false;
    };
    return form({
      label: setting.title,
      onSubmit: () => (fixed ? close() : void this.#save(setting)),
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <p><strong>${setting.title}</strong></p>
        ${fixed ? html`<p>${roleNames(setting.line?.roles ?? [])}</p><p class="quiet">${words.fixedText(setting.line?.clause ?? "")}</p>` : html`${this.#value(setting, set("value"))}
          <div class="fields is-two">
            <dk-field kind="date" name="rule.from" .record=${setting.rule} .label=${words.from} .hint=${words.fromHint} .value=${setting.from} @typed=${set("from")}></dk-field>
            <dk-field required name="rule.why" .record=${setting.rule} .label=${words.why} .value=${setting.why} .problem=${this.unsaid ? kitWords().required : ""} clause="F1-22" @typed=${set("why")}></dk-field>
          </div>`}
        <section class="person-history" aria-label=${words.history}><h3>${words.history}</h3>
          ${setting.history.length === 0 ? html`<p class="quiet">${words.noHistory}</p>` : html`<ol>${setting.history.map((line) => html`<li>${words.line(line.from, this.#said(setting.rule, line.value), line.why, line.by)}</li>`)}</ol>`}</section>`,
      actions: fixed ? button({ label: kitWords().close, onClick: close }) : html`${button({ label: kitWords().cancel, onClick: close })}${button({ label: words.save, main: true, key: "main", name: "save-rule", busy: this.#acting.busy })}`,
    });
  }

  #value(setting: Setting, set: (event: TypedEvent) => void): TemplateResult {
    const words = authorityWords();
    if (setting.rule === "lock_after_minutes") return html`<dk-field kind="integer" required name="rule.value" .record=${setting.rule} .label=${words.minutes} .value=${setting.value} @typed=${set}></dk-field>`;
    if (setting.line === undefined) return html`<dk-choice look="radio" filled name="rule.value" .record=${setting.rule} .label=${words.value} .value=${setting.value} .options=${[{ value: "on", label: words.on }, { value: "off", label: words.off }]} @typed=${set}></dk-choice>`;
    const held = setting.value.split(",").filter((role) => role !== "");
    const tick = (role: string) => (event: TypedEvent): void => {
      event.stopPropagation();
      const next = event.detail.value === "" ? held.filter((each) => each !== role) : ROLES.filter((each) => each === role || held.includes(each));
      this.setting = { ...setting, value: next.join() };
    };
    return html`<fieldset class="roles"><legend class="field-label">${words.roles}</legend>
      <div class="fields is-ticks">${ROLES.map((role) => html`<dk-check name="who.${role}" .record=${setting.rule} .label=${roleName(role)} .value=${held.includes(role) ? "1" : ""} @typed=${tick(role)}></dk-check>`)}</div></fieldset>`;
  }

  async #save(setting: Setting): Promise<void> {
    this.unsaid = setting.why.trim() === "";
    if (this.unsaid) {
      this.querySelector<HTMLElement>("[data-field='rule.why']")?.focus();
      return;
    }
    const { rule, value, from, why } = setting;
    const saved = await this.#acting.run(async () => {
      await call("set_rule", { request: { rule, value, from, why } });
      return true;
    });
    if (saved !== true) return;
    this.setting = undefined;
    say(authorityWords().saved);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-authority": Authority;
  }
}
