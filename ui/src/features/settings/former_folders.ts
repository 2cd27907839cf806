// <dk-former-folders .former=${…} ?mayChange>: attachment folders of before, what lies in each, and bringing it along: how far it
// is, and the way out. Answers with the event `brought` however it ended. Hook: data-name=bring-attachments.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { FormerFolder } from "../../api/commands";
import { Loading } from "../../api/loading";
import { LightElement } from "../../kit/element";
import { button, notice } from "../../kit/pieces";
import "../../kit/progress";
import { say } from "../../kit/toast";
import { refusalWords } from "../../words/errors";
import { kitWords } from "../../words/kit";
import { settingsWords } from "../../words/settings";
import { fileSize } from "../../words/sizes";

/** Milliseconds between two looks at how far it is. */
const LOOK = 300;

@customElement("dk-former-folders")
export class FormerFolders extends LightElement {
  @property({ attribute: false }) former: readonly FormerFolder[] = [];
  @property({ type: Boolean }) mayChange = false;
  @state() private going: string | undefined;
  /** The one that is asked about once more. */
  @state() private asked: string | undefined;
  readonly #acting = new Acting(this);
  readonly #far = new Loading(this, { topics: () => [], load: async () => (this.going === undefined ? undefined : (await call("receiving")).find((one) => one.path === this.going)) });

  /** One that was begun before somebody looked elsewhere is shown again, and can be called off. */
  protected override firstUpdated(): void {
    void call("receiving")
      .then(async (under) => {
        const one = under.find((each) => this.former.some((former) => former.folder === each.path));
        if (one === undefined || this.going !== undefined) return;
        this.going = one.path;
        while (this.isConnected) {
          await this.#far.reload();
          if (this.#far.value === undefined) break;
          await new Promise((resolve) => setTimeout(resolve, LOOK));
        }
        this.going = undefined;
        this.dispatchEvent(new CustomEvent("brought"));
      })
      .catch(() => undefined);
  }

  protected override render(): TemplateResult {
    const words = settingsWords().folders;
    const refusal = this.#acting.refusal;
    return html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
      <ul class="former-folders">${this.former.map((one) => html`<li>
        <span><b class="is-breaking">${one.folder}</b> <span class="quiet">${one.files === null ? words.formerAway : words.former(one.files, fileSize(one.bytes))}</span></span>
        ${!this.mayChange || one.files === null || this.going !== undefined ? nothing : this.asked === one.folder && one.files > 0
            ? html`<span class="is-prose">${words.bringAsk}</span>${button({ label: words.bringNow, main: true, name: "bring-attachments-now", onClick: () => void this.#bring(one) })}${button({ label: kitWords().cancel, onClick: () => { this.asked = undefined; } })}`
            : button({ label: one.files === 0 ? words.forget : words.bring, name: "bring-attachments", onClick: () => { if (one.files === 0) void this.#bring(one); else this.asked = one.folder; } })}
        ${this.going === one.folder ? this.#progress(one) : nothing}</li>`)}</ul>
      <p class="quiet is-prose">${words.formerNote}</p>`;
  }

  #progress(one: FormerFolder): TemplateResult {
    const far = this.#far.value;
    const label = settingsWords().folders.bringing(fileSize(far?.done ?? 0), fileSize(far?.size ?? one.bytes));
    const share = far === undefined || far.size === 0 ? undefined : far.done / far.size;
    return html`<dk-progress .label=${label} .share=${share} .onCancel=${() => void call("call_off_receiving", { path: one.folder }).catch(() => undefined)}></dk-progress>`;
  }

  async #bring(one: FormerFolder): Promise<void> {
    this.going = one.folder;
    this.asked = undefined;
    const looking = setInterval(() => void this.#far.reload(), LOOK);
    const brought = await this.#acting.run(() => call("bring_attachments", { former: one.folder }));
    clearInterval(looking);
    this.going = undefined;
    if (brought !== undefined) say(settingsWords().folders.brought(brought));
    this.dispatchEvent(new CustomEvent("brought"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-former-folders": FormerFolders;
  }
}
