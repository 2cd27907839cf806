// One finding of 预检 in words: the sentence, its pages, its place, and what came of it.
// Hooks: data-finding=KIND, data-severity=error|warning|hint, data-standing=open|new_file|as_is|waived|hint.
import { type TemplateResult, html, nothing } from "lit";
import type { PreflightFinding, PreflightSeverity } from "../../api/commands";
import { chip } from "../../kit/pieces";
import { pageWords } from "../../words/order_page";
import { preflightWords } from "../../words/preflight";
import { recordedWord } from "../../words/recorded";
import { shortTime } from "../../words/times";

export const SEVERITY_TONES = { error: "red", warning: "amber", hint: "quiet" } as const satisfies Record<PreflightSeverity, string>;

/** How many runs of pages are spelt out. */
const MOST_RUNS = 12;

/** `3–5、17`: the pages of a finding in words, or nothing when it is about the file as a whole. */
export function pagesOf(finding: Pick<PreflightFinding, "pages">): string {
  const words = preflightWords();
  if (finding.pages.length === 0) return "";
  const runs = finding.pages.slice(0, MOST_RUNS).map(([first, last]) => words.span(first, last)).join(words.between);
  return words.pages(finding.pages.length > MOST_RUNS ? `${runs}…` : runs);
}

export const sentenceOf = (finding: PreflightFinding): string => preflightWords().sentences[finding.kind](finding.params);

/** Nothing settles it yet. */
export const isOpen = (finding: PreflightFinding): boolean => finding.standing === "open" || finding.standing === "new_file";

/** The finding in a row; `choice` stands before it. */
export function findingRow(finding: PreflightFinding, choice: TemplateResult | typeof nothing = nothing): TemplateResult {
  const words = preflightWords();
  const pages = pagesOf(finding);
  const { place } = finding;
  return html`<li data-finding=${finding.kind} data-severity=${finding.severity} data-standing=${finding.standing}>${choice}${chip(words.severities[finding.severity], isOpen(finding) || finding.severity === "hint" ? SEVERITY_TONES[finding.severity] : "quiet")}
    <span class="preflight-words">${sentenceOf(finding)}${pages === "" ? nothing : html` <span class="quiet">${pages}</span>`}${finding.standing === "new_file" ? html` ${chip(words.standings.new_file, "amber")}` : nothing}
      ${place === null ? nothing : html`<br /><small class="quiet">${words.place(place.page, place.fromLeft, place.fromTop)}</small>`}
      ${outcome(finding)}</span></li>`;
}

function outcome(finding: PreflightFinding): TemplateResult | typeof nothing {
  if (finding.severity === "hint") return nothing;
  const words = preflightWords();
  const hows = pageWords().intake.hows as Readonly<Record<string, string>>;
  const times = [finding.foundAt === "" ? "" : words.foundAt(shortTime(finding.foundAt)), finding.minutesToContact === null ? (finding.waiver === null ? words.notYet : "") : words.minutes(finding.minutesToContact)].filter(Boolean).join(" · ");
  return html`<br /><small class="quiet" data-name="finding-times">${times}</small>
    ${finding.contacts.map((contact) => html`<br /><small class=${contact.outcome === "as_is" ? "is-green" : "is-amber"}>${words.said(words.outcomes[contact.outcome], contact.words, contact.who, shortTime(contact.at), hows[contact.how] ?? contact.how, contact.recordedBy)}</small>`)}
    ${finding.waiver === null ? nothing : html`<br /><small class="is-green">${words.waivedBy(`${finding.waiver.by}${finding.waiver.recorded === null ? "" : ` (${recordedWord(finding.waiver.recorded)})`}`, shortTime(finding.waiver.at), finding.waiver.reason)}</small>`}`;
}
