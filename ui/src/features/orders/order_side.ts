// The right column of the order page: the check list with the main action, and the trail.
// Hooks: data-name=checks, issue-sheet (the main action once all is green), trail.
import { type TemplateResult, html, nothing } from "lit";
import type { CheckLine, OrderPage } from "../../api/commands";
import { checkCount, checkList } from "../../kit/check_list";
import { button, card } from "../../kit/pieces";
import { codeWord } from "../../words/codes";
import { activityWord, checkEntry, checkWords } from "../../words/order_checks";
import { pageWords } from "../../words/order_page";
import { shortTime } from "../../words/times";
import { fieldAt, labelOf } from "./field_catalogue";

const MOST_NAMES = 6;
const TRAIL = 12;

export interface SideActs {
  readonly land: (line: CheckLine) => void;
  readonly main: { readonly label: string; readonly run: () => void; readonly disabled: boolean; readonly name: string } | undefined;
  readonly whole: boolean;
  readonly showAll: () => void;
}

/** Facts of a line: what is missing, in words. */
function detailOf(line: CheckLine): string {
  const words = checkWords();
  const named = line.params["missing"] ?? line.params["fields"] ?? "";
  const names = named === "" ? [] : named.split(/[,，、;]\s*/).map((name) => (fieldAt(name) === undefined ? codeWord(name) : labelOf(fieldAt(name)!)));
  const shown = [...new Set(names)];
  const list = shown.length === 0 || line.ok ? "" : words.missing(shown.slice(0, MOST_NAMES).join(words.separator) + (shown.length > MOST_NAMES ? "…" : ""));
  const rest = Object.entries(line.params).filter(([key, value]) => !["missing", "fields"].includes(key) && value !== "").map(([, value]) => codeWord(value));
  return [line.clause.replace(/^S-/, ""), list, ...rest].filter((text) => text !== "").join(" · ");
}

export function orderSide(page: OrderPage, acts: SideActs): TemplateResult {
  const words = checkWords();
  const lines = page.checks.map((line) => {
    const entry = checkEntry(line.code);
    return {
      ok: line.ok,
      text: entry === undefined ? words.unknown(line.code) : line.ok ? entry.ok : entry.blocked,
      detail: detailOf(line),
      link: { label: entry?.go ?? words.go, go: () => acts.land(line) },
    };
  });
  const green = page.checks.every((line) => line.ok);
  const hint = page.state === "released" ? pageWords().released : green ? pageWords().issueReady : pageWords().mainHint;
  return html`<div data-name="checks">${card({
      title: words.title,
      note: html`<b class=${green ? "is-green" : "is-red"}>${checkCount(page.checks.map((line) => ({ ok: line.ok, text: "" })))}</b>`,
      flush: true,
      body: html`${checkList({ lines })}
        <div class="side-foot">${acts.main === undefined ? nothing : html`${button({ label: acts.main.label, main: true, key: "main", disabled: acts.main.disabled, name: acts.main.name, onClick: acts.main.run })}`}<p class="quiet is-prose">${hint}</p></div>`,
    })}</div>
    ${card({ title: words.trail, flush: true, body: trail(page, acts) })}`;
}

function trail(page: OrderPage, acts: SideActs): TemplateResult {
  const words = checkWords();
  if (page.trail.length === 0) return html`<p class="quiet is-prose place-more">${words.trailEmpty}</p>`;
  const shown = acts.whole ? page.trail : page.trail.slice(0, TRAIL);
  return html`<ol class="trail" data-name="trail">${shown.map((line) => html`<li><span class="trail-what">${activityWord(line.activity)}${trailFacts(line.params)}</span><small>${shortTime(line.at)} · ${line.who}</small></li>`)}</ol>
    ${shown.length === page.trail.length ? nothing : html`<p class="place-more"><button type="button" class="link" @click=${acts.showAll}>${words.trailMore(page.trail.length - shown.length)}</button></p>`}`;
}

/** Numbers and codes only: the trail holds no customer's names. */
function trailFacts(params: Readonly<Record<string, string>>): TemplateResult | typeof nothing {
  const facts = Object.entries(params).filter(([key, value]) => value !== "" && value.length <= 40 && !key.endsWith("hash") && !key.endsWith("_id") && key !== "id").map(([, value]) => codeWord(value));
  return facts.length === 0 ? nothing : html`<span class="quiet"> ${facts.join(" · ")}</span>`;
}
