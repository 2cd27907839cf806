// The number series: what each gives next, and the form that lays one out anew.
import { type TemplateResult, html, nothing } from "lit";
import type { SeriesView, SettingsPage } from "../../api/commands";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, notice } from "../../kit/pieces";
import { kitWords } from "../../words/kit";
import { wordOf } from "../../words/language";
import { settingsWords } from "../../words/settings";
import { shortTime } from "../../words/times";

export interface SeriesValues {
  readonly row: SeriesView;
  readonly pattern: string;
  readonly reset: string;
  readonly start: string;
  readonly why: string;
}

export function seriesCard(page: SettingsPage, open: (row: SeriesView) => void): TemplateResult {
  const words = settingsWords();
  const heads = words.seriesHeads;
  return card({
    title: words.groups.series,
    id: "settings-series",
    flush: true,
    body: html`<table class="table"><thead><tr><th>${heads.name}</th><th>${heads.pattern}</th><th>${heads.reset}</th><th class="is-number">${heads.start}</th><th>${heads.next}</th><th class="is-act"></th></tr></thead>
      <tbody>${page.series.map((row) => html`<tr data-row="series-${row.kind}"><td>${wordOf(words.series, row.kind)}</td><td>${row.pattern}</td><td>${wordOf(words.resets, row.reset)}</td><td class="is-number">${row.start}</td><td>${row.next}</td>
        <td class="is-act">${page.mayChange ? button({ label: words.change, name: `change-series-${row.kind}`, onClick: () => open(row) }) : nothing}</td></tr>`)}</tbody></table>`,
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
  const line = (key: "pattern" | "start" | "why", hint = "", span = 1): TemplateResult => html`<dk-field name=${key} .record=${record} .label=${words[key]} .value=${values[key]} .hint=${hint} .span=${span} .problem=${problems[key] ?? ""} required
    @typed=${(event: TypedEvent) => { event.stopPropagation(); parts.change({ ...values, [key]: event.detail.value }); }}></dk-field>`;
  return form({
    onSubmit: parts.save,
    body: html`${parts.refused}${values.row.used ? notice({ tone: "amber", title: words.usedWarning(values.row.last ?? values.row.next), text: words.usedText }) : nothing}
      <div class="fields is-two">${line("pattern", words.patternHint, 2)}
        <dk-choice filled name="reset" .record=${record} .label=${words.reset} .value=${values.reset} .problem=${problems["reset"] ?? ""} .options=${Object.entries(words.resets).map(([value, label]) => ({ value, label }))}
          @typed=${(event: TypedEvent) => { event.stopPropagation(); parts.change({ ...values, reset: event.detail.value }); }}></dk-choice>
        ${line("start")}${line("why", "", 2)}</div>
      ${values.row.history.length === 0 ? nothing : html`<ol class="trail">${values.row.history.map((change) => html`<li><span class="trail-what">${change.to}</span><small>${shortTime(change.at)} · ${change.by} · ${change.why}</small></li>`)}</ol>`}`,
    actions: html`${button({ label: kitWords().cancel, onClick: parts.close })}${button({ label: words.save, main: true, name: "save-series" })}`,
  });
}
