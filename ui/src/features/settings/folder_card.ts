// <dk-desk-folder kind=prepress|attachments ?mayChange>: a folder of this desk, who changed it and why (S-4.1.4c, S-4.1.1b); under
// the attachment folder the ones of before, from which files are brought along.
// Hooks: data-name=change-KIND-folder (opens), save-KIND-folder; data-field=KIND.folder, KIND.why.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { FolderView, FormerFolder } from "../../api/commands";
import { Loading } from "../../api/loading";
import { Unsaved } from "../../api/unsaved";
import "../../form/folder_field";
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
import { fileSize } from "../../words/sizes";
import { shortTime } from "../../words/times";
import "./former_folders";

interface Typed {
  readonly folder: string;
  readonly why: string;
}

interface Shown extends FolderView {
  readonly free: number | null;
  readonly former: readonly FormerFolder[];
}

@customElement("dk-desk-folder")
export class DeskFolder extends LightElement {
  @property() kind: "prepress" | "attachments" = "prepress";
  @property({ type: Boolean }) mayChange = false;
  @state() private typed: Typed | undefined;
  readonly #unsaved = new Unsaved<Typed>(this, "desk-folder", { record: () => this.kind, give: () => this.typed, take: (typed) => { this.typed = typed; } });
  readonly #acting = new Acting(this);
  readonly #folder = new Loading<Shown>(this, { topics: () => ["settings"], load: () => this.#load() });

  async #load(): Promise<Shown> {
    if (this.kind === "prepress") return { ...(await call("prepress_folder")), free: null, former: [] };
    const { now, free, former } = await call("attachment_folder");
    return { ...now, free, former };
  }

  protected override render(): TemplateResult | typeof nothing {
    void this.#unsaved;
    const words = settingsWords().folders;
    const kind = words[this.kind];
    const view = this.#folder.value;
    if (view === undefined) return nothing;
    return html`${card({
      title: kind.title,
      id: `settings-${this.kind}`,
      note: kind.lead,
      body: html`<p class="folder-now" data-name="${this.kind}-folder"><span class="quiet">${kind.now}</span> <b class="is-breaking">${view.folder}</b>${view.free === null ? nothing : html`<span class="quiet">${words.free(fileSize(view.free))}</span>`} ${this.mayChange ? button({ label: words.change, name: `change-${this.kind}-folder`, onClick: () => this.#open(view.folder) }) : nothing}</p>
        ${view.former.length === 0 ? nothing : html`<dk-former-folders .former=${view.former} ?mayChange=${this.mayChange} @brought=${() => void this.#folder.reload()}></dk-former-folders>`}
        ${view.changes.length === 0 ? html`<p class="quiet">${words.none}</p>` : html`<ol class="trail">${view.changes.map((change) => html`<li><span class="trail-what is-breaking">${words.history(change.folder)}</span><small>${[shortTime(change.at), change.who, change.why].join(" · ")}</small></li>`)}</ol>`}`,
    })}${dialog({ open: this.typed !== undefined, title: `${kind.title} · ${words.change}`, onClose: () => { this.typed = undefined; }, body: this.typed === undefined ? nothing : this.#form(this.typed) })}`;
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
    const clause = this.kind === "prepress" ? "4.1.4" : "4.1.1";
    return form({
      label: words.folders.change,
      onSubmit: () => void this.#save(),
      body: html`${refusal === undefined || refusal.fields.length > 0 ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <p class="quiet is-prose">${words.folders[this.kind].hint}</p>
        <div class="fields is-one"><dk-folder name="${this.kind}.folder" .label=${words.folders.folder} .value=${typed.folder} .problem=${problem("value")} clause=${clause} @typed=${set("folder")}></dk-folder>
          <dk-field required name="${this.kind}.why" .label=${words.why} .value=${typed.why} .problem=${problem("why")} clause="F1-22" @typed=${set("why")}></dk-field></div>`,
      actions: html`${button({ label: kitWords().cancel, onClick: () => { this.typed = undefined; } })}${button({ label: words.save, main: true, key: "main", name: `save-${this.kind}-folder`, busy: this.#acting.busy })}`,
    });
  }

  async #save(): Promise<void> {
    const request = this.typed;
    if (request === undefined) return;
    const saved = await this.#acting.run(async () => {
      await (this.kind === "prepress" ? call("change_prepress_folder", { request }) : call("change_attachment_folder", { request }));
      return true;
    });
    if (saved !== true) return;
    this.typed = undefined;
    say(settingsWords().folders.changed);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-desk-folder": DeskFolder;
  }
}
