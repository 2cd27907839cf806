// What a copy owes, as one chip: 缺更改 ①② · 旧版未收回 · 与现行一致.   ${owedChip(copy)}
import { type TemplateResult, html, nothing } from "lit";
import type { CopyView } from "../api/commands";
import { type Tone, chip } from "../kit/pieces";
import { copiesWords } from "../words/copies";

/** In a word, and how loud. */
export function owed(copy: Pick<CopyView, "verdict" | "missing" | "fate">): { readonly text: string; readonly tone: Tone } {
  const words = copiesWords();
  const fate = copy.fate?.fate;
  if (fate === "lost") return { text: words.lost, tone: "red" };
  if (fate !== undefined) return { text: words.done[fate], tone: "quiet" };
  if (copy.verdict === "void") return { text: words.recallVoid, tone: "red" };
  if (copy.verdict === "superseded") return { text: words.recall, tone: "red" };
  if (copy.missing.length > 0) return { text: words.lacks(copy.missing.join("")), tone: "amber" };
  return { text: words.nothingOwed, tone: "green" };
}

export function owedChip(copy: CopyView): TemplateResult {
  const said = owed(copy);
  const written = copy.byHand.map((each) => each.mark).join("");
  return html`${chip(said.text, said.tone)}${written === "" ? nothing : html` <small class="quiet is-whole">${copiesWords().byHand(written)}</small>`}`;
}
