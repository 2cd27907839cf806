// A native modal dialog as a template function; the host keeps what is typed, so Esc loses nothing.
//   ${dialog({ open: this.adding, title: words().add, body: html`…`, actions: html`…`, onClose: () => { this.adding = false; } })}
// The browser traps the focus and gives it back. A dialog never opens another dialog.
import { type TemplateResult, html, nothing } from "lit";
import { AsyncDirective } from "lit/async-directive.js";
import { type ElementPart, directive } from "lit/directive.js";
import { noChange } from "lit";
import { kitWords } from "../words/kit";
import { isComposing } from "./composing";
import { dialogClosed, dialogOpened } from "./dialog_depth";

class ShownModal extends AsyncDirective {
  #dialog: HTMLDialogElement | undefined;
  #opening: ReturnType<typeof setTimeout> | undefined;

  override render(_open: boolean): unknown {
    return noChange;
  }

  override update(part: ElementPart, [open]: [boolean]): unknown {
    const dialog = part.element as HTMLDialogElement;
    this.#dialog = dialog;
    if (open && !dialog.open && this.#opening === undefined) {
      // Once the fields of the body have drawn themselves, so that the first one can take the focus.
      this.#opening = setTimeout(() => {
        this.#opening = undefined;
        if (!dialog.isConnected || dialog.open) return;
        dialogOpened(dialog);
        dialog.showModal();
        // The first field, or in a question the quiet answer.
        (dialog.querySelector<HTMLElement>(".dialog-body :is(input, textarea, select):not([disabled])") ?? dialog.querySelector<HTMLElement>(".dialog-foot button, .dialog-body [tabindex='0']"))?.focus();
      });
    } else if (!open) {
      clearTimeout(this.#opening);
      this.#opening = undefined;
      dialogClosed(dialog);
      if (dialog.open) dialog.close();
    }
    return noChange;
  }

  protected override disconnected(): void {
    if (this.#dialog !== undefined) dialogClosed(this.#dialog);
  }
}

const shownModal = directive(ShownModal);

export interface DialogParts {
  readonly open: boolean;
  readonly title: string;
  readonly body: unknown;
  /** Buttons, the main one last. */
  readonly actions?: unknown;
  readonly wide?: boolean;
  readonly onClose: () => void;
}

export function dialog(parts: DialogParts): TemplateResult {
  const cancel = (event: Event): void => {
    event.preventDefault();
    if (!isComposing()) parts.onClose();
  };
  return html`<dialog class=${parts.wide === true ? "dialog is-wide" : "dialog"} aria-label=${parts.title} @cancel=${cancel} ${shownModal(parts.open)}>
    ${parts.open
      ? html`<header class="dialog-head">
            <h2>${parts.title}</h2>
            <button type="button" class="button is-plain" aria-label=${kitWords().close} @click=${parts.onClose}>✕</button>
          </header>
          <div class="dialog-body">${parts.body}</div>
          ${parts.actions === undefined ? nothing : html`<footer class="dialog-foot">${parts.actions}</footer>`}`
      : nothing}
  </dialog>`;
}
