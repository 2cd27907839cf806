// A native form that an input method cannot submit by accident.
//   ${form({ onSubmit: () => this.#save(), body: html`<div class="fields">…</div>`, actions: html`${button({ label, main: true })}` })}
// Enter submits unless it chose a candidate; Ctrl Enter submits from a text of several lines too.
import { type TemplateResult, html, nothing } from "lit";
import { composes } from "./composing";

export interface FormParts {
  readonly onSubmit: () => void;
  readonly body: unknown;
  readonly actions?: unknown;
  readonly label?: string;
}

export function guardEnter(event: KeyboardEvent): void {
  if (event.key !== "Enter" && event.keyCode !== 229) return;
  if (composes(event)) {
    // The candidate was chosen; the form must not hear of it.
    if (event.key === "Enter") event.preventDefault();
    event.stopPropagation();
  } else if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    event.stopPropagation();
    (event.currentTarget as HTMLFormElement).requestSubmit();
  }
}

export function form(parts: FormParts): TemplateResult {
  const submit = (event: Event): void => {
    event.preventDefault();
    parts.onSubmit();
  };
  return html`<form class="form" novalidate aria-label=${parts.label ?? nothing} @keydown=${guardEnter} @submit=${submit}>
    ${parts.body}
    ${parts.actions === undefined ? nothing : html`<div class="form-actions">${parts.actions}</div>`}
  </form>`;
}
