// <dk-photo .photo=${{ id, name, at }} .load=${(id) => …}>: a picture that was handed in, fetched when it is shown; a press opens
// it large and closes it.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { LightElement } from "../kit/element";
import { paperWords } from "../words/papers";
import { shortTime } from "../words/times";

/** What is known of a picture before it is there. */
export interface PhotoFacts {
  readonly id: number;
  readonly name: string;
  readonly at: string;
}

/** By the ending of its name, as a browser wants it. */
const TYPES: Readonly<Record<string, string>> = { png: "image/png", gif: "image/gif", webp: "image/webp", bmp: "image/bmp" };

@customElement("dk-photo")
export class Photo extends LightElement {
  @property({ attribute: false }) photo: PhotoFacts | undefined;
  @property({ attribute: false }) load: (id: number) => Promise<Uint8Array> = () => Promise.reject(new Error("no picture"));
  @state() private url = "";
  @state() private broken = false;
  @state() private large = false;
  #round = 0;

  protected override updated(changed: PropertyValues): void {
    const before = changed.get("photo") as PhotoFacts | undefined;
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
      const bytes = await this.load(photo.id);
      if (round !== this.#round) return;
      if (this.url !== "") URL.revokeObjectURL(this.url);
      this.url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: TYPES[photo.name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "image/jpeg" }));
      this.broken = false;
    } catch {
      if (round === this.#round) this.broken = true;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const photo = this.photo;
    if (photo === undefined) return nothing;
    if (this.broken) return html`<span class="is-red">${paperWords().pictureBroken(photo.name)}</span>`;
    return html`<button type="button" class=${this.large ? "photo is-large" : "photo"} aria-expanded=${this.large ? "true" : "false"} title="${photo.name} · ${shortTime(photo.at)}" @click=${() => { this.large = !this.large; }}>
      ${this.url === "" ? html`<span class="quiet">${photo.name}</span>` : html`<img src=${this.url} alt=${photo.name} />`}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-photo": Photo;
  }
}
