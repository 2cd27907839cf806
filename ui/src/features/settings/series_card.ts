// The number series: what each gives next, how it will be laid out, and the form that lays one out anew from a day on.
import { type TemplateResult, html, nothing } from "lit";
import type { SeriesChange, SeriesView, SettingsPage } from "../../api/commands";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, chip, notice } from "../../kit/pieces";
import { kitWords } from "../../words/kit";
import { wordOf } from "../../words/language";
import { settingsWords } from "../../words/settings";
import { shortTime } from "../../words/times";

export interface SeriesValues {
  readonly row: SeriesView;
  readonly pattern: string;
  readonly reset: string;
  readonly start: string;
  readonly from: string;
  readonly why: string;
}

type Layout = Pick<SeriesChange, "pattern" | "reset" | "start">;

/** A layout in one line. */
const shown = (layout: Layout): string => [layout.pattern, wordOf(settingsWords().resets, layout.reset), settingsWords().startsWith(layout.start)].join(" · ");

/** A series with since when it is laid out so and by whom, and below it what comes next. */
function lines(page: SettingsPage, row: SeriesView, open: (row: SeriesView) => void): TemplateResult {
  const words = settingsWords();
  const now = row.history.find((change) => change.state === "in_force");
  const held = shown({ ...row, start: String(row.start) });
  const next = row.history.findLast((change) => change.state === "to_come" && shown(change) !== held);
  return html`<tr data-row="series-${row.kind}"><td>${wordOf(words.series, row.kind)}</td><td>${row.pattern}</td><td>${wordOf(words.resets, row.reset)}</td><td class="is-number">${row.start}</td><td>${row.next}</td><td><small>${words.setOn(now?.from ?? "", now?.by ?? "")}</small></td>
      <td class="is-act">${page.mayChange ? button({ label: words.change, name: `change-series-${row.kind}`, onClick: () => open(row) }) : nothing}</td></tr>
    ${next === undefined ? nothing : html`<tr><td></td><td colspan="6">${chip(words.upcoming(next.from, shown(next)), "amber")}</td></tr>`}`;
}

export function seriesCard(page: SettingsPage, open: (row: SeriesView) => void): TemplateResult {
  const words = settingsWords();
  const heads = words.seriesHeads;
  return card({
    title: words.groups.series,
    id: "settings-series",
    flush: true,
    body: html`<table class="table"><thead><tr><th>${heads.name}</th><th>${heads.pattern}</th><th>${heads.reset}</th><th class="is-number">${heads.start}</th><th>${heads.next}</th><th>${heads.since}</th><th class="is-act"></th></tr></thead>
      <tbody>${page.series.map((row) => lines(page, row, open))}</tbody></table>`,
  });
}

export interface SeriesFormParts {
  readonly values: SeriesValues;
  readonly refused: unknown;
  readonly problems: Readonly<Record<string, string>>;
  readonly record: string;
  readonly change: (values: SeriesValues) => void;
  readonly save: () => void;
  readonly close: () => void;
}

export function seriesForm(parts: SeriesFormParts): TemplateResult {
  const words = settingsWords();
  const { values, problems, record } = parts;
  const line = (key: "pattern" | "start" | "from" | "why", hint = "", span = 1): TemplateResult => html`<dk-field name=${key} .record=${record} .label=${words[key]} .value=${values[key]} .hint=${hint} .span=${span} .problem=${problems[key] ?? ""} required
    @typed=${(event: TypedEvent) => { event.stopPropagation(); parts.change({ ...values, [key]: event.detail.value }); }}></dk-field>`;
  return form({
    onSubmit: parts.save,
    body: html`${parts.refused}${values.row.used ? notice({ tone: "amber", title: words.usedWarning(values.row.last), text: words.usedText }) : nothing}
      ${values.row.history.some((change) => change.state === "to_come") ? html`<p class="quiet is-prose">${words.takeBackHint}</p>` : nothing}
      <div class="fields is-two">${line("pattern", words.patternHint, 2)}
        <dk-choice filled name="reset" .record=${record} .label=${words.reset} .value=${values.reset} .problem=${problems["reset"] ?? ""} .options=${Object.entries(words.resets).map(([value, label]) => ({ value, label }))}
          @typed=${(event: TypedEvent) => { event.stopPropagation(); parts.change({ ...values, reset: event.detail.value }); }}></dk-choice>
        ${line("start")}${line("from", words.seriesFromHint)}${line("why")}</div>
      ${values.row.history.length === 0 ? nothing : html`<ol class="trail">${values.row.history.map((change) => html`<li><span class="trail-what">${shown(change)}</span><small>${[words.states[change.state] ?? "", words.setOn(change.from, change.by), shortTime(change.at), change.why].join(" · ")}</small></li>`)}</ol>`}`,
    actions: html`${button({ label: kitWords().cancel, onClick: parts.close })}${button({ label: words.save, main: true, name: "save-series" })}`,
  });
}
