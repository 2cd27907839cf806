// Small pieces as template functions: button, link button, chip, stamp, card, notice, key caps, empty state.
// Every piece knows only words it is given.
import { type TemplateResult, html, nothing } from "lit";
import { kitWords } from "../words/kit";
import { type KeyName, keyCaps } from "./keys";

export interface ButtonParts {
  readonly label: string;
  readonly onClick?: () => void;
  /** The one main action of its place; submits the form it stands in. */
  readonly main?: boolean;
  readonly danger?: boolean;
  readonly plain?: boolean;
  readonly disabled?: boolean;
  /** Its act is under way: a second press does nothing, and the focus stays. */
  readonly busy?: boolean;
  /** Why it cannot be pressed, or what it does; read aloud and shown on hover. */
  readonly why?: string;
  readonly key?: KeyName;
  readonly name?: string;
  /** The path under which a link lands on it. */
  readonly field?: string;
}

export function button(parts: ButtonParts): TemplateResult {
  const look = ["button", parts.main === true ? "is-main" : "", parts.danger === true ? "is-danger" : "", parts.plain === true ? "is-plain" : ""].filter(Boolean).join(" ");
  return html`<button
    class=${look}
    type=${parts.main === true && parts.onClick === undefined ? "submit" : "button"}
    data-name=${parts.name ?? nothing}
    data-field=${parts.field ?? nothing}
    title=${parts.why ?? nothing}
    ?disabled=${parts.disabled ?? false}
    aria-disabled=${parts.busy === true ? "true" : nothing}
    @click=${parts.onClick ?? nothing}
  >${parts.label}${parts.key === undefined ? nothing : html`<span class="button-key">${keyCaps(parts.key).join(" ")}</span>`}</button>`;
}

export const caps = (keys: readonly string[]): TemplateResult => html`<span class="caps">${keys.map((key) => html`<kbd>${key}</kbd>`)}</span>`;

export type Tone = "accent" | "red" | "amber" | "green" | "quiet";

/** A state in a word: 评审 · 急 · 代录. */
export const chip = (text: string, tone: Tone = "quiet"): TemplateResult => html`<span class="chip chip-${tone}">${text}</span>`;

/** A stamp as on paper: red frame; `stale` strikes it out, `missing` shows that it is not there yet. */
export const stamp = (text: string, state: "given" | "stale" | "missing" = "given"): TemplateResult => html`<span class="stamp stamp-${state}">${text}</span>`;

export interface CardParts {
  readonly title: string;
  readonly note?: unknown;
  readonly body: unknown;
  readonly id?: string;
  /** Table or list that reaches the card's edge. */
  readonly flush?: boolean;
}

export const card = (parts: CardParts): TemplateResult => html`<section class="card" id=${parts.id ?? nothing} aria-label=${parts.title}>
  <header class="card-head"><h2>${parts.title}</h2>${parts.note === undefined ? nothing : html`<div class="card-note">${parts.note}</div>`}</header>
  <div class=${parts.flush === true ? "card-body is-flush" : "card-body"}>${parts.body}</div>
</section>`;

export interface NoticeParts {
  readonly tone: "red" | "amber" | "green" | "accent";
  readonly title: string;
  readonly text?: unknown;
  readonly actions?: unknown;
}

/** A word that stays until it is mended: a refusal, a failure, a hint. Never colour alone: the title says it. */
export const notice = (parts: NoticeParts): TemplateResult => html`<div class="notice notice-${parts.tone}" role=${parts.tone === "red" ? "alert" : "status"}>
  <div class="notice-words"><strong>${parts.title}</strong>${parts.text === undefined || parts.text === "" ? nothing : html`<p>${parts.text}</p>`}</div>
  ${parts.actions === undefined ? nothing : html`<div class="notice-actions">${parts.actions}</div>`}
</div>`;

/** An empty place teaches the next step. */
export const empty = (parts: { title: string; text: string; action?: unknown }): TemplateResult => html`<div class="empty">
  <strong>${parts.title}</strong><p>${parts.text}</p>${parts.action ?? nothing}
</div>`;

/** What stands in place of a list that is not there yet: nothing for 300 ms (`Loading.slow`), then a quiet word. */
export const waiting = (slow: boolean): TemplateResult | typeof nothing => (slow ? html`<p class="quiet waiting" role="status">${kitWords().loading}</p>` : nothing);

/** Label and value, for what is only read. */
export const facts = (lines: readonly { label: string; value: unknown; number?: boolean }[]): TemplateResult => html`<dl class="facts">
  ${lines.map((line) => html`<div><dt>${line.label}</dt><dd class=${line.number === true ? "is-number" : ""}>${line.value}</dd></div>`)}
</dl>`;
