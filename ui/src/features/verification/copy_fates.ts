// <dk-copy-fates .verdict=${verdict}>: what may be entered of the copy, each as one large button with its key. @entered: it is done.
// Hooks: data-name=fate-replaced, fate-taken_back, fate-by_hand-1, fate-lost (opens the reason), lose-copy; data-field=lost.reason.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { CopyFate, OfferedFate, PrintVerdict } from "../../api/commands";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { KeyBindings, type KeyName, keyCaps } from "../../kit/keys";
import { button, caps, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { copiesWords } from "../../words/copies";
import { refusalWords } from "../../words/errors";

const KEY: Readonly<Record<CopyFate, KeyName>> = { replaced: "exchange", taken_back: "takeBack", by_hand: "byHand", lost: "lose" };

@customElement("dk-copy-fates")
export class CopyFates extends LightElement {
  @property({ attribute: false }) verdict: PrintVerdict | undefined;
  @state() private losing = false;
  @state() private reason = "";
  @state() private noReason = false;
  readonly #acting = new Acting(this);
  readonly #keys = new KeyBindings(this, { exchange: () => void this.#press("replaced"), takeBack: () => void this.#press("taken_back"), byHand: () => void this.#press("by_hand"), lose: () => void this.#press("lost") });

  protected override render(): TemplateResult | typeof nothing {
    void this.#keys;
    const verdict = this.verdict;
    const copy = verdict?.copy;
    if (verdict === undefined || copy === undefined || copy === null) return nothing;
    const words = copiesWords();
    const refusal = this.#acting.refusal;
    const fates = verdict.fates;
    const exchange = fates.some((each) => each.fate === "replaced");
    return html`${refusal === undefined || this.losing ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
      ${fates.length === 0 ? html`<p class="quiet">${words.nothingToDo}</p>` : html`<div class="fates" role="group" aria-label=${words.acts}>${fates.map((each) => this.#fate(each))}</div>`}
      ${copy.owes && !exchange ? html`<p class="quiet">${words.printFirst(copy.holder)}</p>` : nothing}
      ${dialog({ open: this.losing, title: words.lostTitle, onClose: () => { this.losing = false; }, body: this.losing ? this.#lost() : nothing })}`;
  }

  #fate(offered: OfferedFate): TemplateResult {
    const words = copiesWords();
    const first = this.verdict?.fates.find((each) => each.fate === offered.fate) === offered;
    return html`<button type="button" class="button fate" data-name=${offered.change === null ? `fate-${offered.fate}` : `fate-${offered.fate}-${offered.change}`} title=${words.fateHints[offered.fate]} aria-disabled=${this.#acting.busy ? "true" : nothing} @click=${() => void this.#begin(offered)}>
      <strong>${words.fates[offered.fate]}${offered.mark === "" ? nothing : ` ${offered.mark}`}</strong>${first ? caps(keyCaps(KEY[offered.fate])) : nothing}<small>${words.fateHints[offered.fate]}</small></button>`;
  }

  async #press(fate: CopyFate): Promise<void> {
    const offered = this.verdict?.fates.find((each) => each.fate === fate);
    if (offered !== undefined && !this.losing) await this.#begin(offered);
  }

  async #begin(offered: OfferedFate): Promise<void> {
    this.#acting.clear();
    if (offered.fate !== "lost") return this.#enter(offered, "");
    this.reason = "";
    this.noReason = false;
    this.losing = true;
  }

  #lost(): TemplateResult {
    const words = copiesWords();
    const refusal = this.#acting.refusal;
    const record = String(this.verdict?.copy?.id ?? "");
    return form({
      label: words.lostTitle,
      onSubmit: () => void this.#lose(),
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <dk-field required name="lost.reason" .record=${record} .label=${words.lostReason} .value=${this.reason} .problem=${this.noReason ? words.needed : ""} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.reason = event.detail.value; this.noReason = false; }}></dk-field>`,
      actions: html`${button({ label: words.cancel, onClick: () => { this.losing = false; } })}${button({ label: words.lostTitle, main: true, key: "main", name: "lose-copy", busy: this.#acting.busy })}`,
    });
  }

  async #lose(): Promise<void> {
    const reason = this.reason.trim();
    this.noReason = reason === "";
    if (!this.noReason) await this.#enter({ fate: "lost", change: null, mark: "" }, reason);
  }

  async #enter(offered: OfferedFate, note: string): Promise<void> {
    const copy = this.verdict?.copy;
    if (copy === undefined || copy === null) return;
    const verdict = await this.#acting.run(() => call("record_copy", { request: { printId: copy.id, fate: offered.fate, change: offered.change, note } }));
    if (verdict === undefined) return;
    this.losing = false;
    this.verdict = verdict;
    say(copiesWords().done[offered.fate]);
    // The dialog gives the focus back as it closes; after that it goes on.
    await this.updateComplete;
    this.dispatchEvent(new CustomEvent("entered"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-copy-fates": CopyFates;
  }
}
