// <dk-compare .fileId=${id}>: what a new version changed of the last one: which pages, side by side, the differences marked; and
// what was given on the last one. Hooks: data-name=compare, changed-N, compare-summary, given-before.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call } from "../../api/call";
import type { PageChange, VersionComparison } from "../../api/commands";
import { Loading } from "../../api/loading";
import { LightElement } from "../../kit/element";
import { button, notice } from "../../kit/pieces";
import { place } from "../../kit/place";
import "../../kit/progress";
import { compareWords } from "../../words/compare";
import { refusalWords } from "../../words/errors";
import { kitWords } from "../../words/kit";
import { marks } from "../../words/marks";
import { recordedWord } from "../../words/recorded";
import { shortTime } from "../../words/times";

/** Dots per inch of the two pictures. */
const DPI = 72;

interface Pair {
  readonly page: PageChange;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What was given on the version before. */
export function givenBefore(compared: VersionComparison, name: string): TemplateResult {
  const words = compareWords();
  return html`${name === "given-before" ? nothing : html`${words.givenTitle}${marks().colon}`}<ul class="given-before" data-name=${name}>${compared.given.map((given) => html`<li>${words.given[given.kind] ?? given.kind} ${given.what} <span class="quiet">${given.by}${given.recorded === null ? "" : ` (${recordedWord(given.recorded)})`} ${given.at === "" ? "" : shortTime(given.at)}</span></li>`)}</ul>`;
}

@customElement("dk-compare")
export class CompareVersions extends LightElement {
  @property({ attribute: false }) fileId = 0;
  @state() private shown: Pair | undefined;
  @state() private seen: { readonly seen: number; readonly pages: number } = { seen: 0, pages: 0 };
  #look: ReturnType<typeof setInterval> | undefined;
  readonly #compared = new Loading(this, {
    topics: () => [],
    load: async () => {
      this.#watch();
      try {
        const compared = await call("compare_versions", { fileId: this.fileId });
        const first = compared.pages.find((page) => page.verdict === "changed") ?? compared.pages.find((page) => page.verdict !== "unseen");
        if (first !== undefined) void this.#show(compared, first);
        return compared;
      } finally {
        clearInterval(this.#look);
      }
    },
  });

  protected override updated(changed: PropertyValues): void {
    if (changed.has("fileId") && changed.get("fileId")) void this.#compared.reload();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#look);
    this.#forget();
  }

  #watch(): void {
    clearInterval(this.#look);
    this.#look = setInterval(() => {
      void call("preflight_progress").then((all) => {
        const mine = all.find((each) => each.fileId === this.fileId);
        if (mine !== undefined) this.seen = mine;
      }).catch(() => undefined);
    }, 250);
  }

  #forget(): void {
    for (const url of [this.shown?.before, this.shown?.after]) if (url !== undefined) URL.revokeObjectURL(url);
    this.shown = undefined;
  }

  async #show(compared: VersionComparison, page: PageChange): Promise<void> {
    const draw = async (sha256: string, number: number | null): Promise<string | undefined> => {
      if (number === null) return undefined;
      const bytes = await call("page_picture", { sha256, page: number, dpi: DPI }).catch(() => undefined);
      return bytes === undefined ? undefined : URL.createObjectURL(new Blob([bytes as BlobPart], { type: "image/png" }));
    };
    const before = await draw(compared.before.sha256, page.before);
    const after = await draw(compared.after.sha256, page.after);
    this.#forget();
    if (this.isConnected) this.shown = { page, before, after };
  }

  protected override render(): TemplateResult {
    const words = compareWords();
    const { value, problem } = this.#compared;
    if (problem !== undefined) return html`${notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next, actions: button({ label: kitWords().pages.again, onClick: () => void this.#compared.reload() }) })}`;
    if (value === undefined) return html`<dk-progress .label=${words.comparing(this.seen.seen, this.seen.pages)} .share=${this.seen.pages > 0 ? this.seen.seen / this.seen.pages : undefined} .onCancel=${() => void call("call_off_preflight", { fileId: this.fileId }).catch(() => undefined)}></dk-progress>`;
    return html`<div data-name="compare">
      <p data-name="compare-summary"><b>${words.summary(value)}</b></p>
      ${value.given.length === 0 ? nothing : notice({ tone: "amber", title: words.givenTitle, text: givenBefore(value, "given-before") })}
      <div class="compare-pages">${value.pages.filter((page) => page.verdict !== "unseen").map((page, index) => html`<button type="button" class="link" data-name="changed-${index}" aria-current=${this.shown?.page === page ? "true" : nothing} @click=${() => void this.#show(value, page)}>${words.page(page)}</button>`)}</div>
      ${this.shown === undefined ? nothing : this.#pair(value, this.shown)}
    </div>`;
  }

  #pair(compared: VersionComparison, shown: Pair): TemplateResult {
    const words = compareWords();
    const side = (url: string | undefined, title: string, none: string): TemplateResult => html`<figure><figcaption>${title}</figcaption>${url === undefined ? html`<p class="quiet none">${none}</p>` : html`<div class="compare-page"><img src=${url} alt=${title} />${shown.page.areas.map(([left, top, right, bottom]) => html`<span class="compare-mark" aria-hidden="true" ${place({ left: `${left / 100}%`, top: `${top / 100}%`, width: `${(right - left) / 100}%`, height: `${(bottom - top) / 100}%` })}></span>`)}</div>`}</figure>`;
    return html`<div class="compare-pair">
      ${side(shown.before, words.side(compared.before.version, shown.page.before), words.notThere)}
      ${side(shown.after, words.side(compared.after.version, shown.page.after), words.notThere)}
    </div><p class="quiet">${words.colours}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-compare": CompareVersions;
  }
}
