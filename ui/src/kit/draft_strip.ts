// The strip of parked drafts at the lower edge: what was put aside when another call came in.
//   ${draftStrip({ drafts: [{ key, title, detail }], current, open, drop })}
import { type TemplateResult, html, nothing } from "lit";
import { kitWords } from "../words/kit";
import { keyCaps } from "./keys";

export interface ParkedDraft {
  readonly key: string;
  readonly title: string;
  /** Time of the last typing. */
  readonly detail: string;
}

export interface DraftStripParts {
  readonly drafts: readonly ParkedDraft[];
  /** Key of the draft that is open now. */
  readonly current?: string | undefined;
  readonly open: (key: string) => void;
  readonly drop: (key: string) => void;
}

export function draftStrip(parts: DraftStripParts): TemplateResult | typeof nothing {
  if (parts.drafts.length === 0) return nothing;
  const words = kitWords();
  return html`<nav class="strip" aria-label=${words.draftStrip}>
    <span class="strip-title">${words.draftStrip} <span class="button-key">${keyCaps("parked").join(" ")}</span></span>
    <ul>
      ${parts.drafts.map((draft) => html`<li class=${draft.key === parts.current ? "strip-draft is-current" : "strip-draft"}>
        <button type="button" class="strip-open" aria-current=${draft.key === parts.current ? "true" : nothing} @click=${() => parts.open(draft.key)}>
          <span>${draft.title}</span><small>${draft.detail}</small>
        </button>
        <button type="button" class="strip-drop" aria-label=${words.dropDraft(draft.title)} title=${words.dropDraft(draft.title)} @click=${() => parts.drop(draft.key)}>✕</button>
      </li>`)}
    </ul>
  </nav>`;
}
