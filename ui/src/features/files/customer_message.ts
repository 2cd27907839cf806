// <dk-customer-message .orderId .findings>: what the customer is told of the findings, to be copied, with the pages as pictures.
// Hooks: data-name=copy-message, picture-N, copy-picture-N, save-picture-N; data-field=message.text.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { FindingName, MessagePicture } from "../../api/commands";
import { Loading } from "../../api/loading";
import { LightElement } from "../../kit/element";
import { button, notice, waiting } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { refusalWords } from "../../words/errors";
import { paperWords } from "../../words/papers";
import { preflightWords } from "../../words/preflight";

/** Dots per inch of a picture: enough to see what is meant, small enough to send. */
const DPI = 72;

@customElement("dk-customer-message")
export class CustomerMessage extends LightElement {
  @property({ attribute: false }) orderId = 0;
  @property({ attribute: false }) findings: readonly FindingName[] = [];
  @state() private pictures: ReadonlyMap<number, { readonly url: string; readonly blob: Blob }> = new Map();
  readonly #acting = new Acting(this);
  readonly #message = new Loading(this, {
    topics: () => [],
    load: async () => {
      const message = await call("customer_message", { orderId: this.orderId, findings: [...this.findings] });
      void this.#draw(message.pictures);
      return message;
    },
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const { url } of this.pictures.values()) URL.revokeObjectURL(url);
    this.pictures = new Map();
  }

  async #draw(pictures: readonly MessagePicture[]): Promise<void> {
    for (const [index, picture] of pictures.entries()) {
      const bytes = await call("page_picture", { sha256: picture.sha256, page: picture.page, dpi: DPI }).catch(() => undefined);
      if (!this.isConnected) return;
      if (bytes === undefined) continue;
      const blob = new Blob([bytes as BlobPart], { type: "image/png" });
      this.pictures = new Map(this.pictures).set(index, { url: URL.createObjectURL(blob), blob });
    }
  }

  protected override render(): TemplateResult {
    const words = preflightWords();
    const { value, problem, slow } = this.#message;
    const refusal = problem ?? this.#acting.refusal;
    const said = refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next });
    if (value === undefined) return html`${said}${waiting(slow)}`;
    return html`${said}<p class="quiet is-prose">${words.messageHint}</p>
      <textarea class="message" data-field="message.text" readonly rows=${Math.min(18, value.text.split("\n").length + 1)} aria-label=${words.message} .value=${value.text}></textarea>
      <div class="preflight-acts">${button({ label: words.copy, main: true, name: "copy-message", onClick: () => void this.#copy(value.text) })}</div>
      <div class="message-pictures">${value.pictures.map((picture, index) => this.#picture(picture, index))}</div>`;
  }

  #picture(picture: MessagePicture, index: number): TemplateResult {
    const words = preflightWords();
    const drawn = this.pictures.get(index);
    const title = words.pictureOf(picture.name, picture.page);
    return html`<figure data-name="picture-${index}">${drawn === undefined ? nothing : html`<img src=${drawn.url} alt=${title} />`}
      <figcaption>${title}<br />${button({ label: words.copyPicture, plain: true, name: `copy-picture-${index}`, disabled: drawn === undefined, onClick: () => void this.#copyPicture(drawn?.blob) })}${button({ label: words.savePicture, plain: true, name: `save-picture-${index}`, busy: this.#acting.busy, onClick: () => void this.#save(picture, title) })}</figcaption></figure>`;
  }

  async #copy(text: string): Promise<void> {
    const area = this.querySelector("textarea");
    area?.select();
    // Where the window may not write the clipboard the text stays selected for Ctrl C.
    const copied = await navigator.clipboard.writeText(text).then(() => true, () => false);
    say(copied ? preflightWords().copied : preflightWords().copyFailed);
  }

  async #copyPicture(blob: Blob | undefined): Promise<void> {
    if (blob === undefined) return;
    const copied = await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]).then(() => true, () => false);
    say(copied ? preflightWords().copied : preflightWords().copyPictureFailed);
  }

  async #save(picture: MessagePicture, title: string): Promise<void> {
    const saved = await this.#acting.run(() => call("save_page_picture", { sha256: picture.sha256, page: picture.page, fileName: `${title}.png` }));
    if (saved !== undefined && saved !== null) say(paperWords().saved(saved.path));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-customer-message": CustomerMessage;
  }
}
