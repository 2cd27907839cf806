// <dk-folder name .label .value .problem @typed>: a folder on this machine or on a server, typed or chosen in the dialog
// of the system. Hook: data-name=pick-folder.
import { type TemplateResult, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../api/acting";
import { call } from "../api/call";
import { LightElement } from "../kit/element";
import type { Typed } from "../kit/fields/field_base";
import "../kit/fields/text_field";
import { button } from "../kit/pieces";
import { kitWords } from "../words/kit";

@customElement("dk-folder")
export class FolderField extends LightElement {
  @property() name = "";
  @property() label = "";
  @property() value = "";
  @property() problem = "";
  @property() clause = "";
  /** Counts what was chosen: a choice takes the place of what was typed. */
  @state() private chosen = 0;
  readonly #acting = new Acting(this);

  protected override render(): TemplateResult {
    return html`<dk-field required name=${this.name} .record=${String(this.chosen)} .label=${this.label} .value=${this.value} .problem=${this.problem} clause=${this.clause}></dk-field>
      ${button({ label: kitWords().files.pickFolder, name: "pick-folder", busy: this.#acting.busy, onClick: () => void this.#pick() })}`;
  }

  async #pick(): Promise<void> {
    const folder = await this.#acting.run(() => call("pick_folder", { from: this.value }));
    if (folder === undefined || folder === null) return;
    this.value = folder;
    this.chosen += 1;
    this.dispatchEvent(new CustomEvent<Typed>("typed", { detail: { name: this.name, value: folder }, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-folder": FolderField;
  }
}
