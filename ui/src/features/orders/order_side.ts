// The right column of the order page: the check list with the main action, and the trail.
// Hooks: data-name=checks, issue-sheet (the main action once all is green), prepress-count, trail, story.
import { type TemplateResult, html, nothing } from "lit";
import type { CheckLine, Medium, OrderPage } from "../../api/commands";
import { placeName } from "../../form/place_name";
import { rests } from "../../form/rests";
import { checkCount, checkList } from "../../kit/check_list";
import { button, card } from "../../kit/pieces";
import { factsOf } from "../../words/codes";
import { kindWords } from "../../words/kinds";
import { filesWords } from "../../words/files";
import { activityWord, checkLine, checkWords } from "../../words/order_checks";
import { pageWords } from "../../words/order_page";
import { recordedWord } from "../../words/recorded";
import { evidenceWords } from "../../words/evidence";
import { storyWords } from "../../words/story";
import { shortTime } from "../../words/times";
import { isClosed } from "./order_state";
import { whoSees } from "./responsible";

const MOST_NAMES = 6;
const TRAIL = 12;
/** A fact that is longer begins here and is told whole on hovering. */
const MOST_OF_FACT = 40;
/** How who signed a line is spoken of; else it is 审核. */
const SIGNED: Readonly<Record<string, "approver" | "comparer" | "customer">> = { effect_approval: "approver", review_waived: "approver", three_way_passed: "approver", three_way: "comparer", customer_signature: "customer" };

export interface SideActs {
  readonly land: (line: CheckLine) => void;
  readonly main: { readonly label: string; readonly run: () => void; readonly disabled: boolean; readonly name: string } | undefined;
  readonly repeat: () => void;
  readonly another: () => void;
  readonly whole: boolean;
  readonly showAll: () => void;
  /** Shows the whole story. */
  readonly story: () => void;
  /** Shows what the recorded signatures stand on. */
  readonly evidence: () => void;
  /** Goes to the files step. */
  readonly files: () => void;
}

/** The clause, who sees to it, and what is missing, in words. */
function detailOf(page: OrderPage, line: CheckLine): string {
  const words = checkWords();
  const names = (line.ok ? "" : (line.params["missing"] ?? "")).split(",").filter((path) => path !== "").map((path) => placeName(page.form, path));
  const shown = [...new Set(names)];
  const list = shown.length === 0 ? "" : words.missing(shown.slice(0, MOST_NAMES).join(words.separator) + (shown.length > MOST_NAMES ? "…" : ""));
  const signer = line.ok && !line.warns && line.params["signer"] !== undefined ? words[SIGNED[line.code] ?? "signer"](line.params["signer"]) : "";
  const recorded = line.params["recorded"] === undefined ? "" : recordedWord(line.params["recorded"] as Medium);
  const who = line.ok ? "" : whoSees(page, line.who);
  return [line.clause.replace(/^S-/, ""), who, list, signer, recorded].filter((text) => text !== "").join(" · ");
}

export function orderSide(page: OrderPage, acts: SideActs): TemplateResult {
  const words = checkWords();
  const lines = page.checks.map((line) => {
    const { text, go } = checkLine(line.code, line.ok && !line.warns, line.params);
    return { ok: line.ok, warns: line.warns, text, detail: detailOf(page, line), link: { label: go, go: () => acts.land(line) } };
  });
  const green = page.checks.every((line) => line.ok);
  const released = isClosed(page);
  const hint = page.state === "converted" || rests(page) ? "" : released ? pageWords().released : page.kind === "op" ? kindWords().presaleText : green ? pageWords().issueReady : pageWords().mainHint;
  return html`<div data-name="checks">${card({
      title: words.title,
      note: released ? undefined : html`<b class=${green ? "is-green" : "is-red"}>${checkCount(page.checks.map((line) => ({ ok: line.ok, text: "" })))}</b>`,
      flush: true,
      body: html`${released ? html`<p class="quiet is-prose place-more">${page.state === "converted" ? kindWords().whole : page.state === "cancelled" ? words.cancelled : page.state === "suspended" ? words.suspended : words.released}</p>` : checkList({ lines })}
        ${prepressCount(page, acts)}<div class="side-foot">${acts.main === undefined ? nothing : html`${button({ label: acts.main.label, main: true, key: "main", disabled: acts.main.disabled, name: acts.main.name, onClick: acts.main.run })}`}${hint === "" ? nothing : html`<p class="quiet is-prose">${hint}</p>`}${button({ label: pageWords().another, key: "another", name: "another", why: pageWords().anotherHint, onClick: acts.another })}${button({ label: pageWords().repeat, key: "repeat", name: "repeat", why: pageWords().repeatHint, onClick: acts.repeat })}</div>`,
    })}</div>
    ${card({ title: words.trail, note: html`${button({ label: evidenceWords().open, plain: true, name: "evidence", onClick: acts.evidence })}${button({ label: storyWords().open, plain: true, name: "story", onClick: acts.story })}`, flush: true, body: trail(page, acts) })}`;
}

/** How many files are in the prepress folder, on their way there or stuck; nothing while none is due. */
function prepressCount(page: OrderPage, acts: SideActs): TemplateResult | typeof nothing {
  const words = filesWords();
  const count = (state: string): number => page.files.filter((file) => file.prepress?.state === state).length;
  const [kept, waits, failed] = [count("kept"), count("waiting"), count("failed")];
  if (kept + waits + failed === 0) return nothing;
  return html`<p class="place-more" data-name="prepress-count"><button type="button" class="link" @click=${acts.files}>${words.side}</button> <span class=${failed > 0 ? "is-amber" : "quiet"}>${words.sideCount(kept, waits, failed)}</span></p>`;
}

function trail(page: OrderPage, acts: SideActs): TemplateResult {
  const words = checkWords();
  if (page.trail.length === 0) return html`<p class="quiet is-prose place-more">${words.trailEmpty}</p>`;
  const shown = acts.whole ? page.trail : page.trail.slice(0, TRAIL);
  return html`<ol class="trail" data-name="trail">${shown.map((line) => html`<li><span class="trail-what">${activityWord(line.activity)}${trailFacts(line.params)}</span><small>${shortTime(line.at)} · ${line.who}</small></li>`)}</ol>
    ${shown.length === page.trail.length ? nothing : html`<p class="place-more"><button type="button" class="link" @click=${acts.showAll}>${words.trailMore(page.trail.length - shown.length)}</button></p>`}`;
}

/** The facts of an act, a long one cut; the whole of it on hovering. */
function trailFacts(params: Readonly<Record<string, string>>): TemplateResult | typeof nothing {
  const facts = factsOf(params);
  if (facts.length === 0) return nothing;
  const whole = facts.some((fact) => fact.length > MOST_OF_FACT) ? facts.join(" · ") : undefined;
  return html`<span class="quiet" title=${whole ?? nothing}> ${facts.map((fact) => (fact.length > MOST_OF_FACT ? `${fact.slice(0, MOST_OF_FACT - 1)}…` : fact)).join(" · ")}</span>`;
}
