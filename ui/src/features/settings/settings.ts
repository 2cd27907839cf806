// <dk-settings>: every rule of the house with its value, since when, who and why; number series; mastered processes, regular products.
// Hooks: data-name=change-RULE, history-RULE, save-setting, change-series-KIND, add-process, add-product; data-field=value, from, why.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { RuleView, SeriesView, SettingsPage } from "../../api/commands";
import { desk } from "../../api/desk";
import { Loading } from "../../api/loading";
import { Unsaved } from "../../api/unsaved";
import { cardOf, fieldAt, labelOf } from "../../form/field_catalogue";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import "../../kit/finder";
import { KeyBindings } from "../../kit/keys";
import { button, card, chip, notice, waiting } from "../../kit/pieces";
import { go } from "../../kit/route";
import { say } from "../../kit/toast";
import { walk } from "../../kit/walk";
import { fieldNote, refusalWords } from "../../words/errors";
import { kitWords } from "../../words/kit";
import { wordOf } from "../../words/language";
import { settingsWords } from "../../words/settings";
import { shortTime } from "../../words/times";
import { matureCard } from "./mature_card";
import "./folder_card";
import { regularCard } from "./regular_card";
import { ruleEditor, shownValue, tableValue } from "./rule_value";
import { type SeriesValues, seriesCard, seriesForm } from "./series_card";

/** What the arrow keys go to, line by line: what changes it, or for who may not, its history. */
const STOPS = "[data-name^=change-], .setting-acts:not(:has([data-name^=change-])) [data-name^=history-]";
interface RuleWords {
  readonly name: string;
  readonly hint: string;
}

/** What a rule is called: a list of words by the field of the form that offers it. */
function ruleWords(rule: RuleView): RuleWords {
  const field = rule.field === null ? undefined : fieldAt(rule.field);
  if (field !== undefined) return { name: labelOf(field), hint: settingsWords().offeredIn(cardOf(field)) };
  return (settingsWords().rules as Readonly<Record<string, RuleWords>>)[rule.code] ?? { name: rule.code, hint: "" };
}
const GROUPS = ["review", "orders", "effect", "signing", "warnings", "answers", "spoilage", "cycle", "calendar", "files", "preflight", "presets", "papers", "samples"] as const;

interface Editing {
  readonly rule: RuleView;
  readonly value: string;
  readonly from: string;
  readonly why: string;
}

@customElement("dk-settings")
export class Settings extends LightElement {
  @state() private editing: Editing | undefined;
  @state() private series: SeriesValues | undefined;
  @state() private reading: RuleView | undefined;
  @state() private process = "";
  @state() private product = "";
  @state() private importing = false;
  @state() private problems: Readonly<Record<string, string>> = {};
  #round = 0;
  readonly #keys = new KeyBindings(this, { back: () => go("orders"), field: () => this.querySelector<HTMLElement>("dk-finder")?.focus() });
  readonly #acting = new Acting(this);
  readonly #unsaved = new Unsaved<{ editing: Editing | undefined; series: SeriesValues | undefined }>(this, "settings", {
    record: () => "all",
    give: () => (this.editing === undefined && this.series === undefined ? undefined : { editing: this.editing, series: this.series }),
    take: ({ editing, series }) => {
      this.editing = editing;
      this.series = series;
    },
  });
  readonly #page = new Loading(this, { topics: () => ["settings"], load: () => call("settings_page") });

  protected override render(): TemplateResult {
    void this.#keys;
    void this.#unsaved;
    const words = settingsWords();
    const problem = this.#page.problem;
    const page = this.#page.value;
    return html`<header class="screen-head"><h1>${words.title}</h1><span class="quiet">${page === undefined || page.mayChange ? words.lead : words.readOnly}</span><span class="screen-gap"></span>${page === undefined ? nothing : this.#finder(page)}</header>
      ${problem === undefined ? nothing : notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next })}
      ${page === undefined ? waiting(this.#page.slow) : html`<div class="screen-body" @keydown=${walk(STOPS)}>${GROUPS.map((group) => this.#group(page, group))}
        ${seriesCard(page, (row) => this.#openSeries(row))}
        ${this.#group(page, "processes")}
        ${matureCard({
          page,
          process: this.process,
          problem: this.problems["process"] ?? "",
          record: String(this.#round),
          type: (text) => { this.process = text; this.problems = {}; },
          add: () => void this.#mark(),
          takeBack: (id) => void this.#act(() => call("unmark_mature", { id })),
          importTable: () => { this.importing = true; },
        })}
        ${regularCard({
          page,
          product: this.product,
          problem: this.problems["product"] ?? "",
          record: `product-${this.#round}`,
          type: (text) => { this.product = text; this.problems = {}; },
          add: () => void this.#markProduct(),
          takeBack: (id) => void this.#act(() => call("unmark_regular", { id })),
        })}${desk()?.practice === true ? nothing : html`<dk-desk-folder kind="attachments" ?mayChange=${page.mayChange}></dk-desk-folder><dk-desk-folder kind="prepress" ?mayChange=${page.mayChange}></dk-desk-folder>`}</div>`}
      ${this.#dialogs()}<dk-import kind="processes" ?open=${this.importing} @closed=${() => { this.importing = false; }}></dk-import>`;
  }

  /** Ctrl G: a rule or a series by name; the caret stands on what changes it. */
  #finder(page: SettingsPage): TemplateResult {
    const words = settingsWords();
    const rules = page.rules.map((rule) => ({ value: rule.code, label: ruleWords(rule).name, detail: words.groups[rule.group as keyof typeof words.groups] ?? "" }));
    const series = page.series.map((row) => ({ value: `series-${row.kind}`, label: wordOf(words.series, row.kind), detail: words.groups.series }));
    return html`<dk-finder name="settings.find" .label=${words.find} .placeholder=${words.findHint} .options=${[...rules, ...series]} @chosen=${(event: CustomEvent<string>) => this.#land(event.detail)}></dk-finder>`;
  }

  #land(code: string): void {
    const row = this.querySelector<HTMLElement>(`[data-row="${code}"]`);
    row?.scrollIntoView({ block: "center" });
    row?.querySelector<HTMLElement>(STOPS)?.focus();
  }

  #group(page: SettingsPage, group: (typeof GROUPS)[number] | "processes"): TemplateResult {
    const words = settingsWords();
    return card({
      title: words.groups[group],
      flush: true,
      id: `settings-${group}`,
      body: html`<ul class="settings-list">${page.rules.filter((rule) => rule.group === group).map((rule) => this.#rule(rule, page.mayChange))}</ul>`,
    });
  }

  #rule(rule: RuleView, mayChange: boolean): TemplateResult {
    const words = settingsWords();
    const names = ruleWords(rule);
    const now = rule.history.find((value) => value.state === "in_force");
    const next = rule.history.findLast((value) => value.state === "to_come" && value.value !== rule.value);
    return html`<li class="setting" data-row=${rule.code}>
      <div class="setting-name"><strong>${names.name}</strong>${names.hint === "" ? nothing : html`<small>${names.hint}</small>`}</div>
      <div class="setting-value" data-name="value-${rule.code}">${rule.kind === "table" ? tableValue(rule, rule.value) : html`<span>${shownValue(rule, rule.value)}</span>`}</div>
      <div class="setting-since"><small>${words.setOn(now?.from ?? "", now?.by ?? "")}</small>${next === undefined ? nothing : chip(words.upcoming(next.from ?? "", shownValue(rule, next.value)), "amber")}</div>
      <div class="setting-acts">${button({ label: words.history, plain: true, name: `history-${rule.code}`, onClick: () => { this.reading = rule; } })}${mayChange ? button({ label: words.change, name: `change-${rule.code}`, onClick: () => this.#open(rule) }) : nothing}</div>
    </li>`;
  }

  #open(rule: RuleView): void {
    this.#fresh();
    this.editing = { rule, value: rule.value, from: this.#page.value?.today ?? "", why: "" };
  }

  #openSeries(row: SeriesView): void {
    this.#fresh();
    this.series = { row, pattern: row.pattern, reset: row.reset, start: String(row.start), from: this.#page.value?.today ?? "", why: "" };
  }

  #fresh(): void {
    this.#round += 1;
    this.problems = {};
    this.#acting.refusal = undefined;
  }

  #refused(): TemplateResult | typeof nothing {
    const refusal = this.#acting.refusal;
    return refusal === undefined || refusal.fields.length > 0 ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next });
  }

  #dialogs(): TemplateResult {
    const words = settingsWords();
    const { editing, series, reading } = this;
    const name = (rule: RuleView | undefined): string => (rule === undefined ? "" : ruleWords(rule).name);
    return html`${dialog({ open: editing !== undefined, wide: editing?.rule.kind === "table", title: words.changeTitle(name(editing?.rule)), body: editing === undefined ? nothing : this.#form(editing), onClose: () => { this.editing = undefined; } })}
      ${dialog({
        open: series !== undefined,
        title: words.changeTitle(series === undefined ? "" : wordOf(words.series, series.row.kind)),
        body: series === undefined ? nothing : seriesForm({ values: series, refused: this.#refused(), problems: this.problems, record: String(this.#round), change: (values) => { this.series = values; this.problems = {}; }, save: () => void this.#saveSeries(series), close: () => { this.series = undefined; } }),
        onClose: () => { this.series = undefined; },
      })}
      ${dialog({ open: reading !== undefined, wide: true, title: words.historyOf(name(reading)), body: reading === undefined ? nothing : this.#history(reading), onClose: () => { this.reading = undefined; } })}`;
  }

  #form(editing: Editing): TemplateResult {
    const words = settingsWords();
    const set = (change: Partial<Editing>): void => {
      this.editing = { ...editing, ...this.editing, ...change };
      this.problems = {};
    };
    const record = String(this.#round);
    const line = (key: "from" | "why", hint = ""): TemplateResult => html`<dk-field name=${key} .record=${record} .label=${words[key]} .value=${editing[key]} .hint=${hint} .problem=${this.problems[key] ?? ""} required
      @typed=${(event: TypedEvent) => { event.stopPropagation(); set({ [key]: event.detail.value }); }}></dk-field>`;
    return form({
      onSubmit: () => void this.#save(),
      body: html`${this.#refused()}${ruleWords(editing.rule).hint === "" ? nothing : html`<p class="quiet is-prose">${ruleWords(editing.rule).hint}</p>`}
        ${ruleEditor({ rule: editing.rule, value: editing.value, record, problems: this.problems, change: (value) => set({ value }) })}
        <div class="fields is-two">${line("from", words.fromHint)}${line("why")}</div>`,
      actions: html`${button({ label: kitWords().cancel, onClick: () => { this.editing = undefined; } })}${button({ label: words.save, main: true, name: "save-setting", disabled: this.#acting.busy })}`,
    });
  }

  #history(rule: RuleView): TemplateResult {
    const words = settingsWords();
    return html`<ol class="trail">${rule.history.map((value) => html`<li>${rule.kind === "table" ? tableValue(rule, value.value) : html`<span class="trail-what">${shownValue(rule, value.value)}</span>`}
      <small>${[words.states[value.state] ?? "", value.from === null ? words.initial : words.setOn(value.from, value.by), value.at === "" ? "" : shortTime(value.at), value.why].filter((text) => text !== "").join(" · ")}</small></li>`)}</ol>`;
  }

  async #act(act: () => Promise<unknown>): Promise<boolean> {
    const done = await this.#acting.run(async () => {
      await act();
      return true;
    });
    if (done === true) {
      this.problems = {};
      say(settingsWords().saved);
      return true;
    }
    const fields = this.#acting.refusal?.fields ?? [];
    this.problems = Object.fromEntries(fields.map((field) => [field.path, fieldNote(field.code, field.params)]));
    await this.updateComplete;
    const first = fields[0]?.path;
    if (first !== undefined) setTimeout(() => this.querySelector<HTMLElement>(`[data-field="${first}"]`)?.focus());
    return false;
  }

  async #save(): Promise<void> {
    const editing = this.editing;
    if (editing === undefined) return;
    const request = { rule: editing.rule.code, value: editing.value, from: editing.from, why: editing.why };
    if (await this.#act(() => call("change_setting", { request }))) this.editing = undefined;
  }

  async #saveSeries(values: SeriesValues): Promise<void> {
    const request = { kind: values.row.kind, pattern: values.pattern, reset: values.reset, start: values.start, from: values.from, why: values.why };
    if (await this.#act(() => call("change_series", { request }))) this.series = undefined;
  }

  async #mark(): Promise<void> {
    if (!(await this.#act(() => call("mark_mature", { name: this.process })))) return;
    this.#round += 1;
    this.process = "";
  }

  async #markProduct(): Promise<void> {
    if (!(await this.#act(() => call("mark_regular", { name: this.product })))) return;
    this.#round += 1;
    this.product = "";
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-settings": Settings;
  }
}
