// What a print is worth, drawn: the word, what to do, since when and by whose signatures.
//   ${verdictView(verdict, html`${button({ … })}`)}
import { type TemplateResult, html, nothing } from "lit";
import type { PrintVerdict } from "../../api/commands";
import { placeWords } from "../../form/place_name";
import { facts, stamp } from "../../kit/pieces";
import { shortTime } from "../../words/times";
import { verifyWords } from "../../words/verification";

const TONES = { current: "green", by_hand: "accent", outdated: "red", superseded: "red", void: "red", replaced: "red", taken_back: "red", lost: "red", not_ours: "amber" } as const satisfies Record<PrintVerdict["verdict"], string>;

interface Line {
  readonly label: string;
  readonly value: unknown;
}

/** What there is to say of the print, line by line. */
export function verdictLines(verdict: PrintVerdict): readonly Line[] {
  const words = verifyWords();
  const copy = verdict.copy;
  if (copy === null) return [];
  const since = verdict.since === null ? "" : shortTime(verdict.since);
  const by = verdict.by.join(words.names);
  const said: Line[] = [
    { label: words.print, value: words.printOf(copy.label, copy.number, copy.holder) },
    { label: words.printed, value: `${shortTime(copy.at)} ${copy.by}` },
    { label: words.current, value: verdict.current === "" ? words.nothing : verdict.current },
  ];
  if (verdict.missing.length > 0) said.push({ label: words.lacks, value: verdict.missing.map((mark) => stamp(mark)) });
  if (verdict.supersededBy !== "") said.push({ label: words.superseded, value: words.supersededLine(verdict.supersededBy, since, by) });
  if (verdict.verdict === "void") said.push({ label: words.voided, value: since });
  if (copy.byHand.length > 0) said.push({ label: words.byHand, value: copy.byHand.map((each) => words.byHandLine(each.mark, shortTime(each.at), each.by)).join(words.separator) });
  const fate = copy.fate;
  if (fate !== null) {
    const rest = [fate.replacedByPrint === null ? "" : words.replacedBy(fate.replacedBy, fate.replacedByPrint), fate.note].filter((text) => text !== "");
    said.push({ label: words.fate[fate.fate], value: words.fateLine(shortTime(fate.at), fate.by, rest.join(words.separator)) });
  }
  return said;
}

/** Each change the paper lacks: since when, signed by whom, and what it changes. */
export function lackedLines(verdict: PrintVerdict): readonly string[] {
  const words = verifyWords();
  return verdict.lacks.map((change) => words.lackedLine(change.mark, shortTime(change.at), change.by.join(words.names), change.places.map(placeWords).join(words.separator)));
}

export function verdictView(verdict: PrintVerdict, acts: unknown): TemplateResult {
  const said = verifyWords().verdicts[verdict.verdict];
  return html`<section class="verdict verdict-${TONES[verdict.verdict]}" role="status" data-name="verdict-${verdict.verdict}">
    <h2>${said.title}</h2><p>${said.text}</p>
    ${facts(verdictLines(verdict))}
    ${verdict.lacks.length === 0 ? nothing : html`<ul class="verdict-lines">${lackedLines(verdict).map((text) => html`<li>${text}</li>`)}</ul>`}
    <div class="verdict-acts">${acts}</div>
  </section>`;
}
