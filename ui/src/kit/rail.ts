// The rail of steps: navigation, never a lock. Steps that do not apply are folded into one word at the end.
//   ${rail({ steps: [{ number: 1, label, state: "done" }], current: 3, go: (number) => … })}
import { type TemplateResult, html, nothing } from "lit";
import { kitWords } from "../words/kit";

export interface RailStep {
  readonly number: number;
  readonly label: string;
  readonly state: "done" | "open" | "blocked" | "not_applicable";
}

export interface RailParts {
  readonly steps: readonly RailStep[];
  readonly current: number;
  readonly go: (number: number) => void;
}

const SIGNS = { done: "✓", blocked: "!", open: "", not_applicable: "–" } as const;

export function rail(parts: RailParts): TemplateResult {
  const applies = parts.steps.filter((step) => step.state !== "not_applicable" || step.number === parts.current);
  const folded = parts.steps.filter((step) => !applies.includes(step));
  const words = kitWords();
  return html`<nav class="rail" aria-label=${words.steps}>
    <ol>
      ${applies.map((step) => html`<li>
        <button type="button" class="rail-step rail-${step.state}" data-step=${step.number} aria-current=${step.number === parts.current ? "step" : nothing} @click=${() => parts.go(step.number)}>
          <span class="rail-dot" aria-hidden="true">${SIGNS[step.state] || step.number}</span>
          <span class="rail-label">${step.label}</span>
          <span class="unseen">${words.stepState[step.state]}</span>
        </button>
      </li>`)}
    </ol>
    ${folded.length === 0 ? nothing : html`<span class="rail-folded" title=${folded.map((step) => step.label).join(" · ")}>${words.folded(folded.length)}</span>`}
  </nav>`;
}
