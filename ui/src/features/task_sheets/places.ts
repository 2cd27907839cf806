// Places of a change: field, old → new, who must approve. ${placesTable(places)}
import type { TemplateResult } from "lit";
import { html } from "lit";
import type { ChangedPlace } from "../../api/commands";
import { wordOf } from "../../words/language";
import { placeLabel } from "../../form/place_name";
import { sheetWords } from "../../words/task_sheets";

export const authorityWord = (code: string): string => wordOf(sheetWords().authorities, code);

export function placesTable(places: readonly ChangedPlace[]): TemplateResult {
  const words = sheetWords();
  const heads = words.changeColumns;
  return html`<table class="table is-wrapping is-bare places-table" data-name="places"><thead><tr><th>${heads.place}</th><th class="is-wide">${heads.old}</th><th class="is-wide">${heads.new}</th><th>${heads.authority}</th></tr></thead>
    <tbody>${places.map((place) => html`<tr data-row=${place.path}><td>${placeLabel(place.label, place.path)}</td><td class="is-old">${place.old || words.empty}</td><td class="is-new">${place.new || words.empty}</td><td>${authorityWord(place.authority)}</td></tr>`)}</tbody></table>`;
}
