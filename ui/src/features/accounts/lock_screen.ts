// <dk-lock-screen>: over the hidden page while the screen is locked. PIN or password of the one who sits here, or somebody
// else signs in. Hooks: data-field=lock.secret; data-name=unlock, another-person, back-to-unlock.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import { desk, takeDesk } from "../../api/desk";
import { dialogClosed, dialogOpened } from "../../kit/dialog_depth";
import { LightElement } from "../../kit/element";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, notice } from "../../kit/pieces";
import { accountWords } from "../../words/accounts";
import { refusalWords } from "../../words/errors";
import "./sign_in";

@customElement("dk-lock-screen")
export class LockScreen extends LightElement {
  @query("dialog") private dialog!: HTMLDialogElement | null;
  @state() private secret = "";
  @state() private problem = "";
  @state() private another = false;
  @state() private tries = 0;
  readonly #acting = new Acting(this);

  protected override firstUpdated(): void {
    this.#show();
    setTimeout(() => this.querySelector<HTMLElement>("dk-field")?.focus());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.dialog !== null) dialogClosed(this.dialog);
  }

  /** A modal dialog lies over every other, and keeps the keys from the page behind. */
  #show(): void {
    const dialog = this.dialog;
    if (dialog === null || dialog.open || !this.isConnected) return;
    dialogOpened(dialog);
    if (typeof dialog.showModal === "function") dialog.showModal();
  }

  protected override render(): TemplateResult {
    const words = accountWords();
    return html`<dialog class="lock" aria-label=${words.locked} @cancel=${(event: Event) => event.preventDefault()} @close=${() => this.#show()}>
      ${this.another
        ? html`<dk-sign-in></dk-sign-in>${button({ label: words.backToUnlock, plain: true, name: "back-to-unlock", onClick: () => this.#other(false) })}`
        : this.#unlocking()}
    </dialog>`;
  }

  #unlocking(): TemplateResult {
    const words = accountWords();
    const refusal = this.#acting.refusal;
    return html`<div class="sheet is-small">
      <header class="sheet-head"><div><h1>${desk()?.person?.name ?? ""}</h1><p class="quiet">${words.lockedHint}</p></div><span class="brand"><span class="brand-mark" aria-hidden="true"></span></span></header>
      ${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
      ${form({
        label: words.locked,
        onSubmit: () => void this.#unlock(),
        body: html`<div class="fields is-one"><dk-field required kind="password" name="lock.secret" .record=${String(this.tries)} .label=${words.secret} .value=${this.secret} .problem=${this.problem}
          @typed=${(event: TypedEvent) => { this.secret = event.detail.value; this.problem = ""; }}></dk-field></div>`,
        actions: html`${button({ label: words.another, plain: true, name: "another-person", onClick: () => this.#other(true) })}<span class="screen-gap"></span>${button({ label: words.unlock, main: true, name: "unlock", busy: this.#acting.busy })}`,
      })}
    </div>`;
  }

  #other(another: boolean): void {
    this.another = another;
    this.#acting.clear();
    if (!another) void this.updateComplete.then(() => setTimeout(() => this.querySelector<HTMLElement>("dk-field")?.focus()));
  }

  async #unlock(): Promise<void> {
    if (this.secret === "") {
      this.problem = accountWords().secretMissing;
      this.querySelector<HTMLElement>("dk-field")?.focus();
      return;
    }
    const opened = await this.#acting.run(() => call("unlock", { secret: this.secret }));
    this.secret = "";
    this.tries += 1;
    if (opened !== undefined) takeDesk(opened);
    else this.querySelector<HTMLElement>("dk-field")?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-lock-screen": LockScreen;
  }
}
