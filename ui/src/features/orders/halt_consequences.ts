// What a cancellation brings about, as sentences; the places in the prepress folder stand below theirs.
import { type TemplateResult, html, nothing } from "lit";
import type { CancelConsequences } from "../../api/commands";
import { haltWords } from "../../words/halts";

export interface Sentence {
  readonly text: string;
  readonly places?: readonly string[];
}

export function sentences(what: CancelConsequences): Sentence[] {
  const words = haltWords().consequences;
  const list = (texts: readonly string[]): string => texts.join(words.join);
  const lines: Sentence[] = [];
  const add = (there: boolean, text: () => string, places?: readonly string[]): void => {
    if (there) lines.push(places === undefined ? { text: text() } : { text: text(), places });
  };
  add(what.sheet !== null, () => words.sheet(what.sheet ?? ""));
  add(what.prints.length > 0, () => words.prints(what.prints.length, list(what.prints.map((print) => words.print(print.holder, print.label, print.number)))));
  add(what.changeWaits, () => words.change);
  add(what.stopped.length > 0, () => words.stopped(list(what.stopped)));
  add(what.filed.length > 0, () => words.filed(what.filed.length), what.filed);
  add(what.samples.length > 0, () => words.samples(what.samples.length, list(what.samples.map((sample) => words.sample(sample.number, sample.description, sample.borrower)))));
  add(what.received !== null, () => words.received(what.received ?? ""));
  add(what.presale !== null, () => words.presale(what.presale?.number ?? "", what.presale?.quantity ?? ""));
  add(what.stay.length > 0, () => words.stay(list(what.stay)));
  add(what.freeProofsWithdrawn > 0, () => words.freeWithdrawn(what.freeProofsWithdrawn));
  add(what.freeProofs.length > 0, () => words.freeIssued(list(what.freeProofs)));
  add(what.told.length > 0, () => words.told(list(what.told)));
  return lines;
}

export function consequenceList(what: CancelConsequences): TemplateResult {
  const lines = sentences(what);
  if (lines.length === 0) return html`<p class="quiet is-prose" data-name="consequences">${haltWords().nothing}</p>`;
  return html`<ul class="consequences" data-name="consequences">${lines.map((line) => html`<li>${line.text}${line.places === undefined ? nothing : html`<ul class="quiet">${line.places.map((place) => html`<li>${place}</li>`)}</ul>`}</li>`)}</ul>`;
}
