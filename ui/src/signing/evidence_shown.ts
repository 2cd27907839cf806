// <dk-shown-evidence .order=${id} .signature=${id | 0}>: what the recorded signatures of an order stand on, to be looked at again:
// pictures at once, a PDF page by page, anything else saved and opened elsewhere. With a signature: that one alone.
// Hooks: data-name=shown-evidence, look-ID, save-ID.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../api/acting";
import { call } from "../api/call";
import type { Paper, ShownPiece, ShownSignature } from "../api/commands";
import { Loading } from "../api/loading";
import { LightElement } from "../kit/element";
import { button, chip, notice, waiting } from "../kit/pieces";
import { say } from "../kit/toast";
import { SAVE, handOut } from "../papers/hand_out";
import "../papers/paper_view";
import "../papers/photo";
import { codeWord } from "../words/codes";
import { refusalWords } from "../words/errors";
import { evidenceWords } from "../words/evidence";
import { kitWords } from "../words/kit";
import { paperWords } from "../words/papers";
import { shortTime } from "../words/times";

@customElement("dk-shown-evidence")
export class ShownEvidence extends LightElement {
  @property({ type: Number }) order = 0;
  /** The one signature asked for; 0: all. */
  @property({ type: Number }) signature = 0;
  /** The PDF that is looked at, by its piece. */
  @state() private open: { readonly piece: number; readonly paper: Paper } | undefined;
  readonly #acting = new Acting(this);
  readonly #shown = new Loading(this, { topics: () => [`order:${this.order}`, "evidence"], load: () => call("evidence_of_order", { orderId: this.order }) });

  protected override render(): TemplateResult {
    const problem = this.#shown.problem ?? this.#acting.refusal;
    const all = this.#shown.value;
    if (all === undefined) return html`${this.#refusal(problem)}${problem === undefined ? waiting(this.#shown.slow) : nothing}`;
    const shown = this.signature === 0 ? all : all.filter((each) => each.signature === this.signature);
    return html`${this.#refusal(problem)}<div class="shown-evidence" data-name="shown-evidence">${shown.length === 0 ? html`<p class="quiet is-prose">${evidenceWords().none}</p>` : shown.map((each) => this.#one(each))}</div>`;
  }

  #refusal(problem: Parameters<typeof refusalWords>[0] | undefined): TemplateResult | typeof nothing {
    return problem === undefined ? nothing : notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next });
  }

  #one(each: ShownSignature): TemplateResult {
    const words = evidenceWords();
    const purposes: Readonly<Record<string, string>> = words.purposes;
    return html`<section class="detail"><h3>${purposes[each.purpose] ?? each.purpose} · ${each.signer} <small class="quiet">${[codeWord(each.capacity), kitWords().sign.media[each.medium], shortTime(each.signedAt), words.recordedBy(each.recordedBy)].join(" · ")}</small></h3>
      ${each.pieces.length === 0 ? html`<p>${chip(words.follows, "amber")}</p>` : html`<ul class="evidence-pieces">${each.pieces.map((piece) => this.#piece(piece))}</ul>`}</section>`;
  }

  #piece(piece: ShownPiece): TemplateResult {
    const words = evidenceWords();
    const open = this.open?.piece === piece.id ? this.open.paper : undefined;
    return html`<li>
      ${piece.shows === "picture" ? html`<dk-photo .photo=${{ id: piece.id, name: piece.name, at: piece.at }} .load=${(id: number) => call("evidence_picture", { piece: id })}></dk-photo>` : nothing}
      <p class="evidence-piece"><b class="is-breaking">${piece.name}</b> <small class="quiet">${shortTime(piece.at)} · ${piece.by}</small>
        ${piece.shows === "pages" ? button({ label: open === undefined ? words.look : words.fold, plain: true, name: `look-${piece.id}`, busy: this.#acting.busy, onClick: () => void this.#look(piece) }) : nothing}
        ${button({ label: paperWords().save, plain: true, name: `save-${piece.id}`, busy: this.#acting.busy, onClick: () => void this.#save(piece) })}</p>
      ${open === undefined ? nothing : html`<dk-paper received .paper=${open}></dk-paper>`}</li>`;
  }

  async #look(piece: ShownPiece): Promise<void> {
    if (this.open?.piece === piece.id) {
      this.open = undefined;
      return;
    }
    const paper = await this.#acting.run(() => call("evidence_pages", { piece: piece.id }));
    if (paper !== undefined) this.open = { piece: piece.id, paper };
  }

  async #save(piece: ShownPiece): Promise<void> {
    const said = await this.#acting.run(() => handOut({ sha256: piece.sha256, fileName: piece.name }, SAVE));
    if (said !== undefined) say(said);
  }
}

/** Asks the order page to show what a signature stands on. */
export const showEvidence = (from: EventTarget, signature: number): boolean => from.dispatchEvent(new CustomEvent<number>("show-evidence", { detail: signature, bubbles: true, composed: true }));

declare global {
  interface HTMLElementTagNameMap {
    "dk-shown-evidence": ShownEvidence;
  }
}
