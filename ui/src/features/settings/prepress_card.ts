// <dk-prepress-folder ?mayChange>: where this desk files for prepress, who changed it and why (S-4.1.4c).
// Hooks: data-name=change-prepress-folder (opens), save-prepress-folder; data-field=prepress.folder, prepress.why.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import { Loading } from "../../api/loading";
import { Unsaved } from "../../api/unsaved";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { fieldNote, refusalWords } from "../../words/errors";
import { kitWords } from "../../words/kit";
import { settingsWords } from "../../words/settings";
import { shortTime } from "../../words/times";

interface Typed {
  readonly folder: string;
  readonly why: string;
}

@customElement("dk-prepress-folder")
export class PrepressFolder extends LightElement {
  @property({ type: Boolean }) mayChange = false;
  @state() private typed: Typed | undefined;
  readonly #unsaved = new Unsaved<Typed>(this, "prepress-folder", { record: () => "all", give: () => this.typed, take: (typed) => { this.typed = typed; } });
  readonly #acting = new Acting(this);
  readonly #folder = new Loading(this, { topics: () => ["settings"], load: () => call("prepress_folder") });

  protected override render(): TemplateResult | typeof nothing {
    void this.#unsaved;
    const words = settingsWords().prepress;
    const view = this.#folder.value;
    if (view === undefined) return nothing;
    return html`${card({
      title: words.title,
      id: "settings-prepress",
      note: words.lead,
      body: html`<p data-name="prepress-folder"><span class="quiet">${words.now}</span> <b class="is-breaking">${view.folder}</b> ${this.mayChange ? button({ label: words.change, name: "change-prepress-folder", onClick: () => this.#open(view.folder) }) : nothing}</p>
        ${view.changes.length === 0 ? html`<p class="quiet">${words.none}</p>` : html`<ol class="trail">${view.changes.map((change) => html`<li><span class="trail-what is-breaking">${words.history(change.folder)}</span><small>${[shortTime(change.at), change.who, change.why].join(" · ")}</small></li>`)}</ol>`}`,
    })}${dialog({ open: this.typed !== undefined, title: words.change, onClose: () => { this.typed = undefined; }, body: this.typed === undefined ? nothing : this.#form(this.typed) })}`;
  }

  #open(folder: string): void {
    this.#acting.clear();
    this.typed = { folder, why: "" };
  }

  #form(typed: Typed): TemplateResult {
    const words = settingsWords();
    const refusal = this.#acting.refusal;
    const problem = (key: string): string => {
      const field = refusal?.fields.find((each) => each.path === key);
      return field === undefined ? "" : fieldNote(field.code, field.params);
    };
    const set = (key: keyof Typed) => (event: TypedEvent): void => {
      event.stopPropagation();
      this.typed = { ...typed, ...this.typed, [key]: event.detail.value };
    };
    return form({
      label: words.prepress.change,
      onSubmit: () => void this.#save(),
      body: html`${refusal === undefined || refusal.fields.length > 0 ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <div class="fields is-one"><dk-field required name="prepress.folder" .label=${words.prepress.folder} .hint=${words.prepress.folderHint} .value=${typed.folder} .problem=${problem("value")} clause="4.1.4" @typed=${set("folder")}></dk-field>
          <dk-field required name="prepress.why" .label=${words.why} .value=${typed.why} .problem=${problem("why")} clause="F1-22" @typed=${set("why")}></dk-field></div>`,
      actions: html`${button({ label: kitWords().cancel, onClick: () => { this.typed = undefined; } })}${button({ label: words.save, main: true, key: "main", name: "save-prepress-folder", busy: this.#acting.busy })}`,
    });
  }

  async #save(): Promise<void> {
    const request = this.typed;
    if (request === undefined) return;
    const saved = await this.#acting.run(async () => {
      await call("change_prepress_folder", { request });
      return true;
    });
    if (saved !== true) return;
    this.typed = undefined;
    say(settingsWords().prepress.changed);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-prepress-folder": PrepressFolder;
  }
}
