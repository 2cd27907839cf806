// That an order rests: who did it, when and why, with the key that lets it go on. Hooks: data-name=suspended, cancelled, resume.
import { type TemplateResult, html, nothing } from "lit";
import type { HaltEntry, OrderPage } from "../../api/commands";
import { button, notice } from "../../kit/pieces";
import { wordOf } from "../../words/language";
import { haltWords } from "../../words/halts";
import { marks } from "../../words/marks";
import { recordedWord } from "../../words/recorded";
import { sheetWords } from "../../words/task_sheets";
import { shortDay, shortTime } from "../../words/times";
import { consequenceList } from "./halt_consequences";

const contactOf = (entry: HaltEntry): string => (entry.contact === null ? "" : haltWords().told(entry.contact, wordOf(sheetWords().hows, entry.contactHow ?? ""), shortTime(entry.contactAt ?? "")));

export function haltBanner(page: OrderPage, resume: () => void, busy: boolean): TemplateResult | typeof nothing {
  const words = haltWords();
  const entry = page.halts.entries[0];
  if (entry === undefined) return nothing;
  if (page.state === "suspended") {
    const text = [words.suspendedText(entry.by, shortTime(entry.at)), contactOf(entry), entry.until === null ? "" : words.until(shortDay(entry.until))];
    return html`<div class="order-notice" data-name="suspended">${notice({
      tone: "amber",
      title: words.suspended(entry.reason),
      text: text.filter((each) => each !== "").join(words.gap),
      actions: button({ label: words.resume, name: "resume", busy, onClick: resume }),
    })}</div>`;
  }
  if (page.state !== "cancelled") return nothing;
  const signed = entry.approvedBy === null ? "" : `${words.approvedBy(entry.approvedBy)}${entry.recorded === null ? "" : ` (${recordedWord(entry.recorded)})`}`;
  const loss = entry.loss === null ? "" : words.lossOf(entry.loss, words.liables[entry.liable]);
  const money = entry.money === null ? "" : `${words.money}${marks().colon}${words.moneys[entry.money]}${marks().stop}`;
  const text = [words.cancelledText(entry.by, shortTime(entry.at)), contactOf(entry), signed, loss, entry.outcome, money].filter((each) => each !== "").join(words.gap);
  return html`<div class="order-notice" data-name="cancelled">${notice({
    tone: "red",
    title: words.cancelled(entry.reason),
    text: html`${text}${entry.consequences === null ? nothing : consequenceList(entry.consequences)}`,
  })}</div>`;
}
