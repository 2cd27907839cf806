// <dk-preflight .fileId>: what of a received file would go wrong in print, as it stands against the order now.
// Hooks: data-name=preflight, data-finding=KIND, data-severity=error|warning|hint.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { call } from "../../api/call";
import type { PreflightFinding, PreflightSeverity } from "../../api/commands";
import { Loading } from "../../api/loading";
import { LightElement } from "../../kit/element";
import { button, chip, notice } from "../../kit/pieces";
import { refusalWords } from "../../words/errors";
import { kitWords } from "../../words/kit";
import { preflightWords } from "../../words/preflight";

const TONES = { error: "red", warning: "amber", hint: "quiet" } as const satisfies Record<PreflightSeverity, string>;

/** How many runs of pages are spelt out. */
const MOST_RUNS = 12;

/** `3–5、17`: the pages of a finding in words, or nothing when it is about the file as a whole. */
export function pagesOf(finding: PreflightFinding): string {
  const words = preflightWords();
  if (finding.pages.length === 0) return "";
  const runs = finding.pages.slice(0, MOST_RUNS).map(([first, last]) => words.run(first, last)).join(words.between);
  return words.pages(finding.pages.length > MOST_RUNS ? `${runs}…` : runs);
}

@customElement("dk-preflight")
export class PreflightOfFile extends LightElement {
  @property({ attribute: false }) fileId = 0;
  readonly #looked = new Loading(this, { topics: () => ["orders", "settings"], load: () => call("preflight_file", { fileId: this.fileId }) });

  protected override updated(changed: PropertyValues<this>): void {
    // The first reading begins when the element is put into the page.
    if (changed.has("fileId") && changed.get("fileId")) void this.#looked.reload();
  }

  protected override render(): TemplateResult {
    const words = preflightWords();
    return html`<section class="form-section" data-name="preflight" aria-label=${words.title}><h3>${words.title}</h3>${this.#body()}</section>`;
  }

  #body(): TemplateResult | typeof nothing {
    const words = preflightWords();
    const { value, problem, slow } = this.#looked;
    if (problem !== undefined) return notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next, actions: button({ label: kitWords().pages.again, onClick: () => void this.#looked.reload() }) });
    if (value === undefined || value.fileId !== this.fileId) return slow ? html`<p class="quiet" role="status">${words.looking}</p>` : nothing;
    if (!value.lookedInto) return html`<p>${words.byHand}</p>`;
    if (value.findings.length === 0) return html`<p class="is-green">${words.green}</p>`;
    const count = (severity: PreflightSeverity): number => value.findings.filter((finding) => finding.severity === severity).length;
    const [errors, warnings] = [count("error"), count("warning")];
    return html`<p class=${errors > 0 ? "is-red" : warnings > 0 ? "is-amber" : "is-green"}>${errors + warnings > 0 ? words.counts(errors, warnings) : words.hintsOnly}</p>
      <ul class="preflight">${value.findings.map((finding) => this.#finding(finding))}</ul>`;
  }

  #finding(finding: PreflightFinding): TemplateResult {
    const words = preflightWords();
    const pages = pagesOf(finding);
    const { place } = finding;
    return html`<li data-finding=${finding.kind} data-severity=${finding.severity}>${chip(words.severities[finding.severity], TONES[finding.severity])}
      <span>${words.sentences[finding.kind](finding.params)}${pages === "" ? nothing : html` <span class="quiet">${pages}</span>`}${place === null ? nothing : html`<br /><small class="quiet">${words.place(place.page, place.fromLeft, place.fromTop)}</small>`}</span></li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-preflight": PreflightOfFile;
  }
}
