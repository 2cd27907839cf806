// The help beside the screen (F1): the clause of the field one is in, what to do on this screen, the keys.
// Not a dialog: one reads it while typing. `helpFor()` is asked at the moment F1 is pressed.
import { type TemplateResult, html, nothing } from "lit";
import { keySheet } from "../kit/key_sheet";
import { button } from "../kit/pieces";
import { href, route } from "../kit/route";
import { clauseText } from "../words/clauses";
import { START } from "../screens";
import { type HelpName, type HelpPage, helpWords } from "../words/help";
import { orderWords } from "../words/orders";

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
  const [screen = START, rest] = route();
  const name = screen !== "orders" || rest === undefined ? screen : rest === "draft" ? "draft" : "order";
  return (helpWords().pages as Readonly<Record<string, HelpPage>>)[name as HelpName];
}

/** The step of the order's rail one is on; none elsewhere. */
const stepNow = (): number => Number(/^step-([1-7])$/.exec(document.querySelector<HTMLElement>(".order-step")?.dataset["name"] ?? "")?.[1] ?? 0);

const list = (lines: readonly string[]): TemplateResult => html`<ul class="help-lines">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;

/** Of an order what is done on the step one is on stands first, then what holds for all of it, then the other steps. */
function body(shown: HelpPage): TemplateResult {
  if (shown.steps === undefined) return list(shown.lines);
  const words = helpWords();
  const now = stepNow();
  const steps = shown.steps.map((lines, index) => ({ lines, step: index + 1 })).sort((one, other) => Number(other.step === now) - Number(one.step === now) || one.step - other.step);
  const section = ({ lines, step }: { readonly lines: readonly string[]; readonly step: number }): TemplateResult => html`<section data-name="help-step-${step}"><h3>${words.here(step, orderWords().steps[step - 1] ?? "")}</h3>${list(lines)}</section>`;
  const [first, ...rest] = steps;
  const whole = html`<section><h3>${words.everywhere}</h3>${list(shown.lines)}</section>`;
  return now === 0 || first === undefined ? html`${whole}${steps.map(section)}` : html`${section(first)}${whole}${rest.map(section)}`;
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
        : html`${body(shown)}
            <h3>${words.rules}</h3><dl class="flow-clauses">${shown.clauses.map(rule)}</dl>`}
      <p><a href=${href("flow")}>${words.more}</a></p>
      ${keySheet()}
    </div>
  </aside>`;
}
