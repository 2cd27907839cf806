// <dk-merge ?open .from=${id} .named=${name}>: merges a double into the customer it is; shows what moves, asks once.
// @merged: the page of the one that stays; @closed: nothing. Hooks: data-field=merge.into, data-name=do-merge.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { CustomerPage, CustomerRow, MergePreview } from "../../api/commands";
import { toRefusal } from "../../api/refusal";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import "../../kit/fields/combo_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import { form } from "../../kit/form";
import { button, notice } from "../../kit/pieces";
import { customerWords } from "../../words/customers";
import { refusalWords } from "../../words/errors";
import { kitWords } from "../../words/kit";

@customElement("dk-merge")
export class MergeDialog extends LightElement {
  @property({ type: Boolean }) open = false;
  @property({ type: Number }) from = 0;
  @property() named = "";
  @state() private choices: readonly CustomerRow[] = [];
  /** The letters the choices answer. */
  @state() private answered = "";
  @state() private into = "";
  @state() private preview: MergePreview | undefined;
  readonly #acting = new Acting(this);
  #round = 0;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("open") && this.open) {
      this.into = "";
      this.preview = undefined;
      this.#acting.refusal = undefined;
      void this.#search("");
    }
  }

  /** Looks while somebody types; beside what is chosen meanwhile, which must not wait for it or be lost to it. */
  async #search(query: string): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    try {
      const found = await call("customer_choices", { query });
      if (round !== this.#round) return;
      this.choices = found.filter((row) => row.id !== this.from);
      this.answered = query;
    } catch (thrown) {
      if (round === this.#round) this.#acting.refusal = toRefusal(thrown);
    }
  }

  /** Letters for another: who was chosen before is not merged into any more. */
  #seek(query: string): void {
    void this.#choose("");
    void this.#search(query);
  }

  async #choose(text: string): Promise<void> {
    this.into = text;
    this.preview = undefined;
    const chosen = this.choices.find((row) => String(row.id) === text);
    if (chosen === undefined) return;
    const preview = await this.#acting.run(() => call("merge_preview", { from: this.from, into: chosen.id }));
    if (this.into === text) this.preview = preview;
  }

  protected override render(): TemplateResult {
    const words = customerWords();
    const refusal = this.#acting.refusal;
    const preview = this.preview;
    const close = (): void => void this.dispatchEvent(new CustomEvent("closed"));
    const body = form({
      onSubmit: () => void this.#merge(),
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <div class="fields is-one"><dk-combo .answered=${this.answered} .name=${"merge.into"} .record=${String(this.open)} .label=${words.mergePick} .value=${this.into} .options=${this.choices.map((row) => ({ value: String(row.id), label: row.name, detail: [row.code, row.contact].filter((text) => text !== "").join(" · ") }))}
          @searched=${(event: TypedEvent) => this.#seek(event.detail.value)} @typed=${(event: TypedEvent) => { event.stopPropagation(); void this.#choose(event.detail.value); }}></dk-combo></div>
        ${preview === undefined ? nothing : html`<div class="is-prose" data-name="merge-preview"><p>${words.mergeWhat(preview.orders, preview.drafts, preview.contacts.length, preview.addresses.length)}</p>
          ${preview.unissued === 0 ? nothing : html`<p class="is-amber">${words.mergeUnissued(preview.unissued)}</p>`}
          ${[...preview.contacts, ...preview.addresses].map((each) => html`<p class="quiet">${each}</p>`)}
          ${this.#gaps(preview)}
          <p>${words.mergeStays(preview.from.name)}</p></div>`}`,
      actions: html`${button({ label: kitWords().cancel, onClick: close })}${button({ label: words.mergeDo, main: true, danger: true, name: "do-merge", disabled: preview === undefined || this.#acting.busy })}`,
    });
    return html`${dialog({ open: this.open, title: words.mergeTitle(this.named), body, onClose: close })}`;
  }

  /** What the one that stays lacks and takes over. */
  #gaps(preview: MergePreview): TemplateResult | typeof nothing {
    const words = customerWords();
    const fields = preview.gaps.map((code) => words.historyFields[code] ?? code);
    const said = [...(fields.length === 0 ? [] : [words.mergeGaps(fields)]), ...(preview.directLaneStaysOff ? [words.mergeLane] : [])];
    return said.length === 0 ? nothing : html`<p class="quiet" data-name="merge-gaps">${said.join(words.mergeGap)}</p>`;
  }

  async #merge(): Promise<void> {
    const preview = this.preview;
    if (preview === undefined) return;
    const request = { from: preview.from.id, fromRevision: preview.fromRevision, into: preview.into.id, intoRevision: preview.intoRevision };
    const into = await this.#acting.run(() => call("merge_customers", { request }));
    if (into !== undefined) this.dispatchEvent(new CustomEvent<CustomerPage>("merged", { detail: into }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-merge": MergeDialog;
  }
}
