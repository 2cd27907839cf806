// <dk-evidence>: recorded signatures whose evidence is to follow (后补). Enter on a row adds it.
// Hooks: data-field=added.evidence; data-name=add-evidence, attach-evidence.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { LackingView } from "../../api/commands";
import { Loading } from "../../api/loading";
import { Unsaved } from "../../api/unsaved";
import { dialog } from "../../kit/dialog";
import { LightElement } from "../../kit/element";
import { type Piece, evidenceBox, sentPieces } from "../../kit/evidence_box";
import { form } from "../../kit/form";
import { KeyBindings } from "../../kit/keys";
import { button, empty, notice, waiting } from "../../kit/pieces";
import { go, href } from "../../kit/route";
import "../../kit/table";
import type { Column } from "../../kit/table";
import { say } from "../../kit/toast";
import { EvidenceIntake } from "../../signing/evidence_intake";
import { codeWord } from "../../words/codes";
import { refusalWords } from "../../words/errors";
import { evidenceWords } from "../../words/evidence";
import { kitWords } from "../../words/kit";
import { wordOf } from "../../words/language";
import { shortTime } from "../../words/times";

@customElement("dk-evidence")
export class EvidenceList extends LightElement {
  @state() private adding: LackingView | undefined;
  @state() private pieces: readonly Piece[] = [];
  @state() private problem = "";
  readonly #keys = new KeyBindings(this, { back: () => go("orders") });
  readonly #acting = new Acting(this);
  readonly #unsaved = new Unsaved<{ adding: LackingView; pieces: readonly Piece[] }>(this, "evidence", {
    record: () => "all",
    give: () => (this.adding === undefined ? undefined : { adding: this.adding, pieces: this.pieces }),
    take: ({ adding, pieces }) => {
      this.adding = adding;
      this.pieces = pieces;
    },
  });
  readonly #lacking = new Loading(this, { topics: () => ["evidence", "orders"], load: () => call("lacking_evidence") });
  readonly #intake = new EvidenceIntake(this, {
    takes: () => this.adding !== undefined,
    pieces: () => this.pieces,
    take: (pieces) => this.#take(pieces),
  });

  #take(pieces: readonly Piece[]): void {
    this.pieces = pieces;
    this.problem = "";
  }

  #open(line: LackingView): void {
    this.#acting.clear();
    this.#take([]);
    this.adding = line;
  }

  protected override render(): TemplateResult {
    void this.#keys;
    void this.#unsaved;
    const words = evidenceWords();
    const rows = this.#lacking.value;
    const problem = this.#lacking.problem;
    const line = this.adding;
    return html`<header class="screen-head"><h1>${words.title}</h1><span class="quiet">${words.lead}</span></header>
      ${problem === undefined ? nothing : notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next })}
      ${rows === undefined
        ? waiting(this.#lacking.slow)
        : html`<div class="card is-filling"><dk-table first name="evidence" .label=${words.title} .columns=${this.#columns()} .rows=${rows} .key=${(row: LackingView) => row.signature}
            .onOpen=${(row: LackingView) => this.#open(row)} .empty=${empty({ title: words.emptyTitle, text: words.emptyText })}></dk-table></div>`}
      ${dialog({ open: line !== undefined, title: line === undefined ? "" : words.add(line.signer), onClose: () => { this.adding = undefined; }, body: line === undefined ? nothing : this.#form(line) })}`;
  }

  #columns(): readonly Column<LackingView>[] {
    const words = evidenceWords();
    const heads = words.columns;
    return [
      { key: "order", label: heads.order, width: 168, cell: (row) => row.orderNumber },
      { key: "what", label: heads.what, cell: (row) => `${wordOf(words.purposes, row.purpose)} · ${codeWord(row.capacity)}` },
      { key: "signer", label: heads.signer, width: 152, cell: (row) => row.signer },
      { key: "medium", label: heads.medium, width: 112, cell: (row) => kitWords().sign.media[row.medium] },
      { key: "at", label: heads.at, width: 128, cell: (row) => shortTime(row.signedAt) },
      { key: "by", label: heads.by, width: 128, cell: (row) => row.recordedBy },
    ];
  }

  #form(line: LackingView): TemplateResult {
    const words = evidenceWords();
    const refusal = this.#acting.refusal;
    return form({
      label: words.add(line.signer),
      onSubmit: () => void this.#add(line),
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <p class="quiet">${line.orderNumber} · ${wordOf(words.purposes, line.purpose)} · ${kitWords().sign.media[line.medium]} · ${shortTime(line.signedAt)}${line.order === null ? nothing : html` · <a href=${href("orders", line.order)}>${words.openOrder}</a>`}</p>
        ${evidenceBox({ name: "added.evidence", pieces: this.pieces, over: this.#intake.over, problem: this.problem, attach: () => void this.#intake.pick(), change: (pieces) => this.#take(pieces) })}`,
      actions: html`${button({ label: kitWords().cancel, onClick: () => { this.adding = undefined; } })}${button({ label: words.save, main: true, key: "main", name: "add-evidence", busy: this.#acting.busy })}`,
    });
  }

  async #add(line: LackingView): Promise<void> {
    if (this.pieces.length === 0) {
      this.problem = evidenceWords().needed;
      this.querySelector<HTMLElement>("[data-field='added.evidence']")?.focus();
      return;
    }
    const added = await this.#acting.run(async () => {
      await call("add_evidence", { signature: line.signature, evidence: sentPieces(this.pieces) });
      return true;
    });
    if (added !== true) return;
    this.adding = undefined;
    say(evidenceWords().saved);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-evidence": EvidenceList;
  }
}
