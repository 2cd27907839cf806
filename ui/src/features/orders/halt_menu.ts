// 更多 in the head of an order: what halts it. A native details; a choice, Esc or leaving it closes it.
// Hooks: data-name=more, suspend, resume, cancel-order.
import { type TemplateResult, html, nothing } from "lit";
import type { OrderPage } from "../../api/commands";
import { walk } from "../../kit/walk";
import { haltWords } from "../../words/halts";

export interface HaltActs {
  readonly suspend: () => void;
  readonly resume: () => void;
  readonly cancel: () => void;
}

const close = (menu: EventTarget | null): void => {
  if (menu instanceof HTMLDetailsElement) menu.open = false;
};

export function haltMenu(page: OrderPage, acts: HaltActs): TemplateResult | typeof nothing {
  const { maySuspend, mayResume, mayCancel } = page.halts;
  if (!maySuspend && !mayResume && !mayCancel) return nothing;
  const words = haltWords();
  const choice = (label: string, name: string, act: () => void, danger = false): TemplateResult => html`<button type="button" class=${danger ? "button is-plain is-danger" : "button is-plain"} data-name=${name} @click=${(event: Event) => { close((event.currentTarget as HTMLElement).closest("details")); act(); }}>${label}</button>`;
  return html`<details class="menu" data-name="more"
      @focusout=${(event: FocusEvent) => { if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) close(event.currentTarget); }}
      @keydown=${(event: KeyboardEvent) => { if (event.key === "Escape") { close(event.currentTarget); (event.currentTarget as HTMLElement).querySelector("summary")?.focus(); event.stopPropagation(); } }}>
    <summary class="button" title=${words.moreHint}>${words.more}</summary>
    <div class="menu-list" @keydown=${walk("button")}>${maySuspend ? choice(words.suspend, "suspend", acts.suspend) : nothing}${mayResume ? choice(words.resume, "resume-order", acts.resume) : nothing}${mayCancel ? choice(words.cancel, "cancel-order", acts.cancel, true) : nothing}</div>
  </details>`;
}
