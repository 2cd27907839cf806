// The processes the house masters: added by name, taken over from a table, taken back.
import { type TemplateResult, html, nothing } from "lit";
import type { SettingsPage } from "../../api/commands";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card } from "../../kit/pieces";
import { settingsWords } from "../../words/settings";
import { shortTime } from "../../words/times";

export interface MatureParts {
  readonly page: SettingsPage;
  readonly process: string;
  readonly problem: string;
  readonly record: string;
  readonly type: (text: string) => void;
  readonly add: () => void;
  readonly takeBack: (id: number) => void;
  readonly importTable: () => void;
}

export function matureCard(parts: MatureParts): TemplateResult {
  const words = settingsWords();
  const { page } = parts;
  return card({
    title: words.groups.mature,
    id: "settings-mature",
    note: words.matureLead,
    body: html`${page.mature.length === 0
        ? html`<p class="quiet">${words.noMature}</p>`
        : html`<ul class="mature-list">${page.mature.map((process) => html`<li><strong>${process.name}</strong> <small class="quiet">${words.marked(process.by, shortTime(process.at), process.how)}</small>
            ${page.mayChange ? html`<button type="button" class="row-act" aria-label="${words.takeBack} ${process.name}" title=${words.takeBack} data-name="take-back-${process.id}" @click=${() => parts.takeBack(process.id)}>✕</button>` : nothing}</li>`)}</ul>`}
      ${page.mayChange
        ? form({
            onSubmit: parts.add,
            body: html`<div class="verify-line"><dk-field name="process" .record=${parts.record} .label=${words.process} .value=${parts.process} .problem=${parts.problem} @typed=${(event: TypedEvent) => parts.type(event.detail.value)}></dk-field>
              ${button({ label: words.addProcess, main: true, name: "add-process" })}${button({ label: words.importProcesses, name: "import-processes", onClick: parts.importTable })}</div>`,
          })
        : nothing}`,
  });
}
