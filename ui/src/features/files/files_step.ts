// <dk-files-step .page=${page}>: step 2. Files of the customer, received one by one, with what the core found in them.
// Hooks: data-name=pick, receive-file, skip-file, look-ID; data-field=file.component, file.label, file.fromWhom, file.how.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { FileView, OrderPage } from "../../api/commands";
import { onDroppedFiles } from "../../api/dropped_files";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import "../../kit/fields/combo_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { filePick } from "../../kit/file_pick";
import { form } from "../../kit/form";
import { button, card, chip, empty, facts, notice } from "../../kit/pieces";
import { href } from "../../kit/route";
import { say } from "../../kit/toast";
import "../../papers/paper_view";
import { refusalWords } from "../../words/errors";
import { filesWords } from "../../words/files";
import { shortTime } from "../../words/times";
import { componentName, fileFacts, fileSize } from "./file_facts";

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
type Name = "component" | "label" | "fromWhom" | "how";

@customElement("dk-files-step")
export class FilesStep extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  /** Chosen and not yet received. */
  @state() private waiting: readonly string[] = [];
  @state() private values: Readonly<Record<Name, string>> = { component: "", label: "", fromWhom: "", how: "wechat" };
  @state() private unnamed = false;
  @state() private over = false;
  @state() private shown: FileView | undefined;
  readonly #acting = new Acting(this);
  #undrop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#undrop = onDroppedFiles({
      over: (over) => { this.over = over; },
      drop: (paths) => this.#add(paths),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#undrop?.();
  }

  #add(paths: readonly string[]): void {
    if (paths.length === 0) return;
    this.waiting = [...this.waiting, ...paths.filter((path) => !this.waiting.includes(path))];
    if (this.values.fromWhom === "") this.values = { ...this.values, fromWhom: this.page?.form.order["contact"] ?? "" };
    if (this.values.component === "") this.values = { ...this.values, component: this.#guess(this.waiting[0] ?? "") };
    void this.updateComplete.then(() => setTimeout(() => this.querySelector<HTMLElement>("[data-field='file.component']")?.focus()));
  }

  /** The component the file's name speaks of, else the only one there is. */
  #guess(path: string): string {
    const components = this.page?.form.components ?? [];
    const named = components.find((row) => (row.values["name"] ?? "") !== "" && baseName(path).includes(row.values["name"] ?? ""));
    return (named ?? components[0])?.key ?? "";
  }

  async #pick(): Promise<void> {
    const paths = await this.#acting.run(() => call("pick_files"));
    this.#add(paths ?? []);
  }

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined) return nothing;
    const words = filesWords();
    const refusal = this.#acting.refusal;
    return html`<div class="screen-body">
      ${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
      ${card({ title: words.receive, note: words.note, body: html`${this.waiting.length === 0 ? filePick({ onPick: () => void this.#pick(), over: this.over, hint: words.receiveHint, busy: this.#acting.busy }) : this.#receiving(page)}` })}
      ${card({ title: words.title, flush: true, body: page.files.length === 0 ? empty({ title: words.none, text: words.noneText }) : this.#list(page) })}
      ${dialog({ open: this.shown !== undefined, title: this.shown === undefined ? "" : words.fileTitle(this.shown.name), wide: true, onClose: () => { this.shown = undefined; }, body: this.shown === undefined ? nothing : this.#look(this.shown) })}
    </div>`;
  }

  #receiving(page: OrderPage): TemplateResult {
    const words = filesWords();
    const path = this.waiting[0] ?? "";
    const set = (event: TypedEvent): void => {
      event.stopPropagation();
      this.values = { ...this.values, [event.detail.name.slice("file.".length)]: event.detail.value };
      this.unnamed = false;
    };
    const hows = Object.values(words.hows).map((label) => ({ value: label, label }));
    return form({
      label: words.receive,
      onSubmit: () => void this.#receive(page, path),
      body: html`<p class="file-waiting"><strong>${baseName(path)}</strong>${this.waiting.length > 1 ? html`<span class="chip chip-quiet">+${this.waiting.length - 1}</span>` : nothing}</p>
        <div class="fields">
          <dk-choice filled name="file.component" .record=${path} .label=${words.component} .value=${this.values.component} .options=${[...page.form.components.map((row) => ({ value: row.key, label: row.values["name"] || row.key }))]} @typed=${set}></dk-choice>
          <dk-field name="file.label" .record=${path} .label=${words.label} .hint=${words.labelHint} .value=${this.values.label} @typed=${set}></dk-field>
          <dk-field required name="file.fromWhom" .record=${path} .label=${words.fromWhom} .value=${this.values.fromWhom} .problem=${this.unnamed ? words.required : ""} @typed=${set}></dk-field>
          <dk-combo free name="file.how" .record=${path} .label=${words.how} .value=${this.#how()} .options=${hows} @typed=${set}></dk-combo>
        </div>`,
      actions: html`${button({ label: words.skip, name: "skip-file", onClick: () => this.#next() })}${button({ label: words.take, main: true, key: "main", name: "receive-file", busy: this.#acting.busy })}`,
    });
  }

  /** The way as its word; the first suggestion until somebody types another. */
  #how(): string {
    const hows: Readonly<Record<string, string>> = filesWords().hows;
    return hows[this.values.how] ?? this.values.how;
  }

  #next(): void {
    this.waiting = this.waiting.slice(1);
    if (this.waiting.length > 0) this.values = { ...this.values, label: "", component: this.#guess(this.waiting[0] ?? "") };
  }

  async #receive(page: OrderPage, path: string): Promise<void> {
    const { component, label, fromWhom } = this.values;
    if (fromWhom.trim() === "") {
      this.unnamed = true;
      await this.updateComplete;
      setTimeout(() => this.querySelector<HTMLElement>(".has-problem")?.focus());
      return;
    }
    const received = await this.#acting.run(() => call("receive_file", { request: { orderId: page.id, component, path, label, fromWhom: fromWhom.trim(), how: this.#how() } }));
    if (received === undefined) return;
    this.#next();
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: received, bubbles: true }));
    say(filesWords().received(baseName(path)));
  }

  #list(page: OrderPage): TemplateResult {
    const words = filesWords();
    const heads = words.columns;
    return html`<table class="table is-wrapping files" data-name="files"><thead><tr><th>${heads.component}</th><th class="is-wide">${heads.name}</th><th>${heads.kind}</th><th class="is-number">${heads.pages}</th><th>${heads.size}</th><th>${heads.from}</th><th class="is-act"></th></tr></thead>
      <tbody>${page.files.map((file) => {
        const found = fileFacts(page, file);
        return html`<tr data-row=${file.id}>
          <td>${componentName(page, file.component)}</td>
          <td class="is-breaking">${file.name}<br /><small class="quiet">${[file.label, words.version(file.version), fileSize(file.size)].filter(Boolean).join(" · ")}</small>
            ${file.nameLies ? html`<br />${chip(words.nameLies, "red")}` : nothing}${file.before.map((other) => html`<br /><small class="is-amber" data-name="received-before">${words.before} ${other.orderId === page.id ? words.thisOrder : html`<a href=${href("orders", other.orderId)}>${other.number}</a>`} · ${shortTime(other.receivedAt)}</small>`)}${file.refused === null ? nothing : html`<br /><small class="is-red">${refusalWords(file.refused).title}</small>`}</td>
          <td>${file.kind.toUpperCase()}</td>
          <td class="is-number">${file.pages ?? "—"}</td>
          <td>${found.trim || "—"}${found.differs.map((text) => html`<br /><small class="is-amber">${text}</small>`)}${found.agrees ? html`<br /><small class="is-green">${words.trimAgrees}</small>` : nothing}</td>
          <td>${file.fromWhom} · ${file.how}<br /><small class="quiet">${shortTime(file.receivedAt)}</small></td>
          <td class="is-act">${file.pages === null ? html`<small class="quiet" title=${words.noLook}>—</small>` : html`<button type="button" class="link" data-name="look-${file.id}" @click=${() => { this.shown = file; }}>${words.look}</button>`}</td>
        </tr>`;
      })}</tbody></table>`;
  }

  #look(file: FileView): TemplateResult {
    const words = filesWords();
    const box = file.boxes[0];
    return html`${box === undefined ? nothing : facts([
        { label: words.boxes.trim, value: box.trim || "—" },
        { label: words.boxes.bleed, value: box.bleed || "—" },
        { label: words.boxes.media, value: box.media || "—" },
        { label: words.boxes.rotate, value: `${box.rotate}°` },
        { label: words.bytes, value: fileSize(file.size) },
      ])}
      <dk-paper received .paper=${{ sha256: file.sha256, fileName: file.name, pages: file.pages ?? 0 }}></dk-paper>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-files-step": FilesStep;
  }
}
