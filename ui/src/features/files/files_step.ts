// <dk-files-step .page=${page}>: step 2. Files of the customer: receiving them, and what stands of them by component with
// what the core found in each. Hooks: those of receive_files.ts, preflight_card.ts, file_list.ts and tidy_dialog.ts.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { FileView, OrderPage } from "../../api/commands";
import { fileIntoPrepress } from "../../api/prepress";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import { card, empty, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import "../../papers/paper_view";
import { refusalWords } from "../../words/errors";
import { filesWords } from "../../words/files";
import "./file_contents";
import { fileList } from "./file_list";
import "./preflight";
import "./preflight_card";
import "./receive_files";
import { type Tidying, tidyBody, tidying } from "./tidy_dialog";

@customElement("dk-files-step")
export class FilesStep extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @state() private shown: FileView | undefined;
  @state() private tidy: Tidying | undefined;
  @state() private unfolded: ReadonlySet<number> = new Set();
  readonly #acting = new Acting(this);

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined) return nothing;
    const words = filesWords();
    const { shown, tidy } = this;
    const list = (): TemplateResult => fileList(page, {
      look: (file) => { this.shown = file; },
      tidy: (file) => { this.#acting.clear(); this.tidy = tidying(file); },
      back: (file) => void this.#act(() => call("put_file_back", { placeId: file.place }), words.saved),
      retry: () => void this.#act(() => call("retry_prepress", { orderId: page.id })).then((done) => (done ? fileIntoPrepress() : undefined)),
      unfold: (place) => { this.#unfold(place); },
      unfolded: this.unfolded,
      busy: this.#acting.busy,
    });
    return html`<div class="screen-body">
      ${tidy === undefined ? this.#problem() : nothing}
      ${page.filesSinceTheSheet.length === 0 ? nothing : notice({ tone: "red", title: words.sinceTheSheet(page.filesSinceTheSheet.join(words.separator)), text: words.sinceTheSheetText })}
      <dk-receive-files .page=${page}></dk-receive-files>
      <dk-preflight-card .page=${page}></dk-preflight-card>
      ${card({ title: words.title, flush: true, body: page.files.length === 0 ? empty({ title: words.none, text: words.noneText }) : list() })}
      ${dialog({ open: shown !== undefined, title: shown === undefined ? "" : words.fileTitle(shown.name), wide: true, onClose: () => { this.shown = undefined; }, body: shown === undefined ? nothing : this.#look(page, shown) })}
      ${dialog({ open: tidy !== undefined, title: tidy === undefined ? "" : words.tidyTitle(tidy.file.name), onClose: () => { this.tidy = undefined; }, body: tidy === undefined ? nothing : html`${this.#problem()}${this.#tidying(page, tidy)}` })}
    </div>`;
  }

  #problem(): TemplateResult | typeof nothing {
    const refusal = this.#acting.refusal;
    return refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next });
  }

  #unfold(place: number): void {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(place)) unfolded.add(place);
    this.unfolded = unfolded;
  }

  /** One act on the files; the page takes its answer. */
  async #act(act: () => Promise<OrderPage>, word = ""): Promise<boolean> {
    const next = await this.#acting.run(act);
    if (next === undefined) return false;
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: next, bubbles: true }));
    if (word !== "") say(word);
    return true;
  }

  #tidying(page: OrderPage, now: Tidying): TemplateResult {
    const words = filesWords();
    const { place, name } = now.file;
    return tidyBody(page, now, {
      set: (values) => { this.tidy = { ...now, ...values }; },
      busy: this.#acting.busy,
      move: (up) => void this.#act(() => call("move_file", { placeId: place, up }), words.saved),
      save: () => void (async () => {
        const change = (component: string, counts: FileView["counts"]) => () => call("change_file", { request: { placeId: place, component, counts } });
        if (!(await this.#act(change(now.component, now.counts)))) return;
        this.tidy = undefined;
        say(words.saved, { label: words.undo, run: () => void this.#act(change(now.file.component, now.file.counts), words.saved) });
      })(),
      out: () => void (async () => {
        if (now.reason.trim() === "") {
          this.tidy = { ...now, mute: true };
          await this.updateComplete;
          setTimeout(() => this.querySelector<HTMLElement>("dialog .has-problem")?.focus());
          return;
        }
        if (!(await this.#act(() => call("take_file_out", { placeId: place, reason: now.reason })))) return;
        this.tidy = undefined;
        say(words.outDone(name), { label: words.undo, run: () => void this.#act(() => call("put_file_back", { placeId: place }), words.saved) });
      })(),
    });
  }

  #look(page: OrderPage, file: FileView): TemplateResult {
    return html`<dk-file-contents .file=${file}></dk-file-contents>
      <dk-preflight .looked=${page.preflight.find((looked) => looked.fileId === file.id)}></dk-preflight>
      <dk-paper received .paper=${{ sha256: file.sha256, fileName: file.name, pages: file.pages ?? 0 }}></dk-paper>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-files-step": FilesStep;
  }
}
