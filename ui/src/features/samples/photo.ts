// <dk-sample-photo .photo=${PhotoView}>: a picture of a sample, fetched when it is shown; a press opens it large and closes it.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call } from "../../api/call";
import type { PhotoView } from "../../api/commands";
import { LightElement } from "../../kit/element";
import { samplesWords } from "../../words/samples";
import { shortTime } from "../../words/times";

@customElement("dk-sample-photo")
export class SamplePhoto extends LightElement {
  @property({ attribute: false }) photo: PhotoView | undefined;
  @state() private url = "";
  @state() private broken = false;
  @state() private large = false;
  #round = 0;

  protected override updated(changed: PropertyValues): void {
    const before = changed.get("photo") as PhotoView | undefined;
    if (changed.has("photo") && before?.id !== this.photo?.id) void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#round += 1;
    if (this.url !== "") URL.revokeObjectURL(this.url);
    this.url = "";
  }

  async #load(): Promise<void> {
    const photo = this.photo;
    if (photo === undefined) return;
    this.#round += 1;
    const round = this.#round;
    try {
      const bytes = await call("sample_photo", { photoId: photo.id });
      if (round !== this.#round) return;
      if (this.url !== "") URL.revokeObjectURL(this.url);
      this.url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: /\.png$/i.test(photo.name) ? "image/png" : "image/jpeg" }));
      this.broken = false;
    } catch {
      if (round === this.#round) this.broken = true;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const photo = this.photo;
    if (photo === undefined) return nothing;
    const words = samplesWords();
    if (this.broken) return html`<span class="is-red">${words.photoBroken(photo.name)}</span>`;
    return html`<button type="button" class=${this.large ? "photo is-large" : "photo"} aria-expanded=${this.large ? "true" : "false"} title="${photo.name} · ${shortTime(photo.at)}" @click=${() => { this.large = !this.large; }}>
      ${this.url === "" ? html`<span class="quiet">${photo.name}</span>` : html`<img src=${this.url} alt=${photo.name} />`}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-sample-photo": SamplePhoto;
  }
}
