// The help beside the screen (F1): the clause of the field one is in, what to do on this screen, the keys.
// Not a dialog: one reads it while typing. `helpFor()` is asked at the moment F1 is pressed.
import { type TemplateResult, html, nothing } from "lit";
import { keySheet } from "../kit/key_sheet";
import { button } from "../kit/pieces";
import { href, route } from "../kit/route";
import { clauseText } from "../words/clauses";
import { type HelpName, type HelpPage, helpWords } from "../words/help";

/** The field one was in when F1 was pressed. */
export interface AskedField {
  readonly label: string;
  readonly clause: string;
}

export function askedField(): AskedField | undefined {
  const field = document.activeElement?.closest<HTMLElement>("[data-clause]");
  const clause = field?.dataset["clause"] ?? "";
  if (field === null || field === undefined || clause === "") return undefined;
  return { label: (field as HTMLElement & { label?: string }).label ?? "", clause };
}

function page(): HelpPage | undefined {
  const [screen = "orders", rest] = route();
  const name = screen !== "orders" || rest === undefined ? screen : rest === "draft" ? "draft" : "order";
  return (helpWords().pages as Readonly<Record<string, HelpPage>>)[name as HelpName];
}

const rule = (clause: string): TemplateResult => html`<div><dt>${clause}</dt><dd>${clauseText(clause) ?? ""}</dd></div>`;

export function helpPanel(parts: { readonly asked: AskedField | undefined; readonly close: () => void }): TemplateResult {
  const words = helpWords();
  const shown = page();
  const asked = parts.asked;
  return html`<aside class="help" popover="manual" aria-label=${words.panel}>
    <header class="help-head"><h2>${words.panel}${shown === undefined ? nothing : html` · ${shown.title}`}</h2>${button({ label: words.close, plain: true, onClick: parts.close })}</header>
    <div class="help-body">
      ${asked === undefined
        ? nothing
        : html`<section class="help-field" role="status"><strong>${words.onField(asked.label)}</strong><p><b>${words.clause(asked.clause)}</b> ${clauseText(asked.clause) ?? ""}</p></section>`}
      ${shown === undefined
        ? nothing
        : html`<ul class="help-lines">${shown.lines.map((line) => html`<li>${line}</li>`)}</ul>
            <h3>${words.rules}</h3><dl class="flow-clauses">${shown.clauses.map(rule)}</dl>`}
      <p><a href=${href("flow")}>${words.more}</a></p>
      ${keySheet()}
    </div>
  </aside>`;
}
