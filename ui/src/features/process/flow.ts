// <dk-flow>: our own drawing of the procedure (S-3). A box opens its screen; a stage without one shows its clauses and is no link.
import { type TemplateResult, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { LightElement } from "../../kit/element";
import { KeyBindings } from "../../kit/keys";
import { go, href } from "../../kit/route";
import { walk } from "../../kit/walk";
import { clauseText } from "../../words/clauses";
import { processWords } from "../../words/process";

type StageName = keyof ReturnType<typeof processWords>["stages"];

interface Stage {
  readonly name: StageName;
  readonly clauses: readonly string[];
  /** The screen that does it, if there is one. */
  readonly screen?: string;
}

const STAGES: readonly Stage[] = [
  { name: "intake", clauses: ["4.1.1", "4.1.2"], screen: "orders" },
  { name: "files", clauses: ["4.1.3", "4.1.4"], screen: "orders" },
  { name: "samples", clauses: ["4.2.1", "4.2.2", "4.2.3", "4.2.4", "4.2.5", "4.2.6", "4.2.7"], screen: "orders" },
  { name: "review", clauses: ["4.3.1", "4.3.2"], screen: "orders" },
  { name: "sheet", clauses: ["4.4.1", "4.4.2", "4.4.3"], screen: "orders" },
  { name: "shipping", clauses: ["4.5.1", "4.5.2", "4.5.3"] },
  { name: "after", clauses: ["4.6.1", "4.6.2", "4.6.3", "4.6.4"] },
];

@customElement("dk-flow")
export class Flow extends LightElement {
  readonly #keys = new KeyBindings(this, { back: () => go("orders") });

  /** The arrow keys begin at the first stage. */
  protected override firstUpdated(): void {
    if (document.activeElement === document.body) this.querySelector<HTMLElement>("a.flow-box")?.focus();
  }

  protected override render(): TemplateResult {
    void this.#keys;
    const words = processWords();
    return html`<header class="screen-head"><h1>${words.title}</h1><span class="quiet">${words.lead}</span></header>
      <ol class="flow" @keydown=${walk("a.flow-box", true)}>${STAGES.map((stage, index) => html`<li class="flow-step">${this.#box(stage, index + 1)}${this.#clauses(stage)}</li>`)}</ol>
      <p class="flow-verify"><a class="button" href=${href("verify")}>${words.verify}</a><span class="quiet">${words.verifyText}</span></p>`;
  }

  #box(stage: Stage, number: number): TemplateResult {
    const words = processWords();
    const said = words.stages[stage.name];
    const inside = html`<span class="flow-number" aria-hidden="true">${number}</span>
      <strong>${said.title}</strong><span class="flow-does">${said.does}</span>
      <small>${said.who}</small>${said.paper === "" ? nothing : html`<small class="flow-paper">${said.paper}</small>`}`;
    if (stage.screen === undefined) return html`<div class="flow-box">${inside}<small class="flow-none">${words.noScreen}</small></div>`;
    return html`<a class="flow-box" href=${href(stage.screen)}>${inside}<small class="flow-open" aria-hidden="true">${words.opens} →</small></a>`;
  }

  #clauses(stage: Stage): TemplateResult {
    return html`<dl class="flow-clauses">${stage.clauses.map((clause) => html`<div><dt>${clause}</dt><dd>${clauseText(clause) ?? ""}</dd></div>`)}</dl>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-flow": Flow;
  }
}
