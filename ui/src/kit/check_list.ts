// The list of what still blocks: each line in words with its clause, and a way to the place where it is mended.
//   ${checkList({ lines: [{ ok: false, text, clause: "4.2.4", link: { label, go: () => landOn("order.received_at") } }] })}
import { type TemplateResult, html, nothing } from "lit";
import { kitWords } from "../words/kit";

export interface CheckListLine {
  readonly ok: boolean;
  /** Keeps nothing back, and is to be seen to all the same. */
  readonly warns?: boolean;
  readonly text: string;
  /** Clause and facts, in the quiet second line. */
  readonly detail?: string;
  readonly link?: { readonly label: string; readonly go: () => void };
}

export function checkList(parts: { readonly lines: readonly CheckListLine[] }): TemplateResult {
  const words = kitWords();
  // What blocks stands first: that is what somebody came for.
  const rank = (line: CheckListLine): number => (!line.ok ? 0 : line.warns === true ? 1 : 2);
  const lines = [...parts.lines].sort((one, other) => rank(one) - rank(other));
  return html`<ul class="checks">
    ${lines.map((line) => html`<li class=${["check-line is-blocked", "check-line is-warned", "check-line is-ok"][rank(line)]}>
      <span class="check-sign" aria-hidden="true">${["●", "▲", "✓"][rank(line)]}</span>
      <span class="check-words"><span class="unseen">${[words.blocked, words.warned, words.passed][rank(line)]}</span>${line.text}${line.detail === undefined || line.detail === "" ? nothing : html`<small>${line.detail}</small>`}</span>
      ${line.link === undefined || rank(line) === 2 ? nothing : html`<button type="button" class="link" @click=${line.link.go}>${line.link.label}</button>`}
    </li>`)}
  </ul>`;
}

/** "还差 4 项" or "全部满足", for the head of the card. */
export function checkCount(lines: readonly CheckListLine[]): string {
  const missing = lines.filter((line) => !line.ok).length;
  return missing === 0 ? kitWords().allGreen : kitWords().stillMissing(missing);
}
