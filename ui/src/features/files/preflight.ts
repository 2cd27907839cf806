// <dk-preflight .looked=${FilePreflight | undefined}>: what of a received file would go wrong in print, beside its pages.
// Hooks: data-name=preflight, and those of preflight_finding.ts.
import { type TemplateResult, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { FilePreflight, PreflightSeverity } from "../../api/commands";
import { LightElement } from "../../kit/element";
import { preflightWords } from "../../words/preflight";
import { shortTime } from "../../words/times";
import { findingRow } from "./preflight_finding";

@customElement("dk-preflight")
export class PreflightOfFile extends LightElement {
  /** None of a file that is not in use. */
  @property({ attribute: false }) looked: FilePreflight | undefined;

  protected override render(): TemplateResult {
    const words = preflightWords();
    return html`<section class="form-section" data-name="preflight" aria-label=${words.title}><h3>${words.title}</h3>${this.#body()}</section>`;
  }

  #body(): TemplateResult {
    const words = preflightWords();
    const { looked } = this;
    if (looked === undefined) return html`<p class="quiet">${words.past}</p>`;
    if (looked.looked !== "done") return html`<p>${words.lookedWhy[looked.looked]}</p>`;
    const check = looked.check === null ? "" : words.check(looked.check.byHand, looked.check.by, shortTime(looked.check.at));
    const count = (severity: PreflightSeverity): number => looked.findings.filter((finding) => finding.severity === severity).length;
    const [errors, warnings] = [count("error"), count("warning")];
    const verdict = looked.findings.length === 0 ? words.green : errors + warnings > 0 ? words.counts(errors, warnings) : words.hintsOnly;
    return html`<p class=${errors > 0 ? "is-red" : warnings > 0 ? "is-amber" : "is-green"}>${verdict} <small class="quiet">${check}</small></p>
      <ul class="preflight">${looked.findings.map((finding) => findingRow(finding))}</ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-preflight": PreflightOfFile;
  }
}
