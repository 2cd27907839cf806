// <dk-file-contents .file=${file}>: what is in a file as it was read: version, boxes, colours, fonts, pictures, layers. Nothing is
// judged here. Hooks: data-name=file-contents.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { call } from "../../api/call";
import type { FactOnPages, FileFacts, FileView } from "../../api/commands";
import { Loading } from "../../api/loading";
import { LightElement } from "../../kit/element";
import { facts } from "../../kit/pieces";
import { contentsWords } from "../../words/file_contents";
import { fileSize } from "../../words/sizes";

@customElement("dk-file-contents")
export class FileContents extends LightElement {
  @property({ attribute: false }) file: FileView | undefined;
  readonly #read = new Loading(this, {
    topics: () => [],
    load: () => (this.file === undefined ? Promise.resolve(null) : call("file_facts", { fileId: this.file.id })),
  });

  protected override updated(changed: PropertyValues): void {
    if (changed.has("file") && changed.get("file") !== undefined) void this.#read.reload();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { file } = this;
    if (file === undefined) return nothing;
    const words = contentsWords();
    const read = this.#read.value ?? null;
    return html`<div data-name="file-contents">
      ${facts([{ label: words.bytes, value: fileSize(file.size) }, ...(read === null ? [] : this.#lines(read))])}
      ${file.boxes.length === 0 ? nothing : html`<table class="table is-wrapping boxes"><thead><tr><th>${words.from}</th><th>${words.trim}</th><th>${words.bleed}</th><th>${words.crop}</th><th>${words.media}</th><th>${words.turned}</th></tr></thead>
        <tbody>${file.boxes.slice(0, 40).map((box) => html`<tr><td class="is-number">${box.page}</td><td>${box.trim || words.unsaid}</td><td>${box.bleed || words.unsaid}</td><td>${box.crop}</td><td>${box.media}</td><td>${box.rotate}°${box.unit === "" ? nothing : html` · ${words.unit(box.unit)}`}</td></tr>`)}</tbody></table>`}
    </div>`;
  }

  #lines(read: FileFacts): { label: string; value: unknown }[] {
    const words = contentsWords();
    const on = (all: readonly FactOnPages[]): string => all.map((each) => words.onPages(each.name, each.pages)).join(words.separator);
    return [
      { label: words.version, value: [`PDF ${read.version}`, read.standard ?? "", read.intent ?? ""].filter((text) => text !== "").join(" · ") },
      { label: words.spaces, value: on(read.spaces) || "—" },
      { label: words.spots, value: on(read.spots) || "—" },
      { label: words.fonts, value: read.fonts.map((font) => words.font(font.name, font.embedded, font.subset)).join(words.separator) || "—" },
      { label: words.images, value: read.images === 0 ? "—" : words.imageLine(read.images, read.lowestPpi, read.lowestOn) },
      ...(read.layers.length === 0 ? [] : [{ label: words.layers, value: read.layers.join(words.separator) }]),
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-file-contents": FileContents;
  }
}
