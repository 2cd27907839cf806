// <dk-proofs .page=${page}>: the lane of an order and its proofs, round by round (4.2.3). @page: the new OrderPage.
// Hooks: data-name=change-lane, choose-lane, go-sample, print-proof, compare-proof, begin-check, check-all, check-proof, begin-dummy,
// bind-dummy, begin-answer, answer-proof; data-field=lane (and lane.lane, .reason, .note), proof.print, proof.medium, proof.rip,
// proof.check, check.size …, proof.dummy, dummy.inOrder …, proof.answer, answer.answer, answer.words, answer.sampleType.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { CheckItem, Folios, LaneReason, OrderPage, Power, ProofAnswer, ProofLane, ProofView, SampleMedium } from "../../api/commands";
import { rests } from "../../form/rests";
import { LightElement } from "../../kit/element";
import { type Piece, evidenceBox, sentPieces } from "../../kit/evidence_box";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, chip, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { EvidenceIntake } from "../../signing/evidence_intake";
import "../../signing/signature";
import { refusalWords } from "../../words/errors";
import { marks } from "../../words/marks";
import { proofsWords } from "../../words/proofs";
import { recordedWord } from "../../words/recorded";
import { shortTime } from "../../words/times";
import { options } from "./sample_fields";

type Doing = "" | "lane" | "check" | "dummy" | "answer";
type Texts = Readonly<Record<string, string>>;
const SALES: readonly Power[] = ["sign_proof"];
const ITEMS: readonly CheckItem[] = ["size", "pages", "text", "pictures", "colours", "finishing"];

@customElement("dk-proofs")
export class Proofs extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @state() private doing: Doing = "";
  /** What is typed in the form that is open. */
  @state() private texts: Texts = {};
  @state() private printedFrom: readonly string[] = [];
  @state() private problem = "";
  @state() private pieces: readonly Piece[] = [];
  readonly #acting = new Acting(this);
  readonly #intake = new EvidenceIntake(this, {
    takes: () => this.doing === "answer" && this.page?.proofs.lane === "b" && this.querySelector('[data-field="answer.evidence"]') === null,
    pieces: () => this.pieces,
    take: (pieces) => { this.pieces = pieces; },
  });

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined || !page.proofs.asked) return nothing;
    const words = proofsWords();
    const { proofs } = page;
    const refusal = this.#acting.refusal;
    const open = page.state !== "released" && page.state !== "converted" && !rests(page);
    const choosing = open && (proofs.lane === "open" || this.doing === "lane");
    return card({
      title: words.title,
      note: chip(words.lanes[proofs.lane], proofs.lane === "open" ? "red" : "quiet"),
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <p class="quiet is-prose" data-name="lane">${words.laneTexts[proofs.lane]}${proofs.reason === null ? nothing : html` ${words.reasons[proofs.reason]}${proofs.note === "" ? "" : `${marks().colon}${proofs.note}`}`}${proofs.chosenBy === null ? nothing : html` · ${words.chosenBy(proofs.chosenBy, shortTime(proofs.chosenAt ?? ""))}`}</p>
        ${choosing ? this.#laneForm(page) : open ? this.#laneActs(page) : nothing}
        ${open && proofs.nextRound !== null && this.doing !== "lane" ? this.#printForm(page, proofs.nextRound) : nothing}
        ${proofs.rounds.map((round, index) => this.#round(page, round, index === 0 && open))}`,
    });
  }

  #laneActs(page: OrderPage): TemplateResult | typeof nothing {
    const words = proofsWords();
    const { lane, correctSample } = page.proofs;
    if (lane === "direct") return nothing;
    return html`<p class="detail-acts"><button type="button" class="link" data-name="change-lane" @click=${() => this.#begin("lane", { lane: lane === "b" ? "b" : "a", reason: page.proofs.reason ?? "", note: page.proofs.note })}>${lane === "with_sample" ? words.goProof : words.change}</button>
      ${correctSample && lane !== "with_sample" ? html`<button type="button" class="link" data-name="go-sample" @click=${() => void this.#run(() => call("choose_lane", { request: { orderId: page.id, lane: null, reason: null, note: "" } }), words.chosen)}>${words.goSample}</button>` : nothing}</p>`;
  }

  #begin(doing: Doing, texts: Texts): void {
    this.#acting.clear();
    this.problem = "";
    this.pieces = [];
    this.texts = texts;
    this.doing = doing;
    void this.updateComplete.then(() => setTimeout(() => this.querySelector<HTMLElement>(".detail-form :is(input, select)")?.focus()));
  }

  /** Takes what is typed in a field of the open form. */
  readonly #set = (event: TypedEvent): void => {
    event.stopPropagation();
    this.problem = "";
    this.texts = { ...this.texts, [event.detail.name.split(".")[1] ?? ""]: event.detail.value };
  };

  #text(name: string): string {
    return this.texts[name] ?? "";
  }

  #laneForm(page: OrderPage): TemplateResult {
    const words = proofsWords();
    const lane = this.#text("lane");
    return html`<div class="detail-form" data-field="lane" tabindex="-1">${form({
      label: words.choose,
      onSubmit: () => void this.#choose(page),
      body: html`<div class="fields is-two">
        <dk-choice look="radio" required name="lane.lane" .record=${`lane${page.id}`} .label=${words.choose} .value=${lane} clause="4.2.3" .problem=${lane === "" ? this.problem : ""} .options=${options(words.choices)} @typed=${this.#set}></dk-choice>
        ${lane === "b" ? html`<dk-choice look="radio" required name="lane.reason" .record=${`lane${page.id}`} .label=${words.reason} .value=${this.#text("reason")} .problem=${this.problem} .options=${options(words.reasons)} @typed=${this.#set}></dk-choice>` : nothing}
        <dk-field name="lane.note" .record=${`lane${page.id}`} .label=${words.note} .value=${this.#text("note")} @typed=${this.#set}></dk-field>
      </div>`,
      actions: html`${this.doing === "lane" ? button({ label: words.cancel, onClick: () => { this.doing = ""; } }) : nothing}${button({ label: words.save, main: true, name: "choose-lane", busy: this.#acting.busy })}`,
    })}</div>`;
  }

  async #choose(page: OrderPage): Promise<void> {
    const words = proofsWords();
    const lane = this.#text("lane") as ProofLane | "";
    const reason = lane === "b" ? (this.#text("reason") as LaneReason | "") : "";
    if (lane === "" || (lane === "b" && reason === "")) {
      this.problem = words.choose;
      return;
    }
    await this.#run(() => call("choose_lane", { request: { orderId: page.id, lane, reason: reason === "" ? null : reason, note: this.#text("note") } }), words.chosen);
  }

  #printForm(page: OrderPage, round: number): TemplateResult {
    const words = proofsWords();
    const { proofs } = page;
    const lane = proofs.lane === "b" ? "b" : "a";
    const media: readonly SampleMedium[] = lane === "b" ? ["inkjet"] : ["blueline", "digital"];
    const medium = media.includes(this.#text("medium") as SampleMedium) ? this.#text("medium") : lane === "b" ? "inkjet" : proofs.suggested;
    const record = `print${page.id}-${round}-${lane}`;
    return html`<div class="detail-form" data-field="proof.print" tabindex="-1">${form({
      label: words.printTitle(round),
      onSubmit: () => void this.#print(page, medium as SampleMedium),
      body: html`<h3>${words.printTitle(round)}</h3><p class="quiet is-prose">${words.printText[lane]}</p>
        <div class="fields is-two">
          <dk-choice look="radio" filled name="proof.medium" .record=${record} .label=${words.medium} .value=${medium} clause="4.2.3" .options=${media.map((each) => ({ value: each, label: each === proofs.suggested && lane === "a" ? words.suggested(words.media[each]) : words.media[each] }))} @typed=${this.#set}></dk-choice>
          ${lane === "b" ? html`<dk-choice look="radio" filled name="proof.rip" .record=${record} .label=${words.rip} .value=${this.#text("rip") || "no"} .options=${[{ value: "no", label: words.no }, { value: "yes", label: words.yes }]} @typed=${this.#set}></dk-choice>` : nothing}
        </div>
        <p class="is-prose">${words.files}${marks().colon}${proofs.files.length === 0 ? html`<span class="is-red">${words.noFiles}</span>` : proofs.files.map((file) => html`<span class="proof-file">${file.name} V${file.version} <code title=${file.sha256}>${words.shortHash(file.sha256)}</code></span>`)}</p>
        ${this.#sameFiles(page) ? html`<p class="is-amber is-prose" data-name="same-files">${words.sameFiles}</p>` : nothing}
        ${lane === "b" && proofs.houseMade.length > 0 ? html`<p class="is-red is-prose">${words.houseMade(proofs.houseMade.join(words.separator))}</p>` : nothing}
        ${this.printedFrom.length === 0 ? nothing : html`<p class="quiet is-prose">${words.compared(this.printedFrom.length)}</p>`}`,
      actions: html`${button({ label: words.compare, name: "compare-proof", onClick: () => void this.#compare() })}${button({ label: words.print, main: true, name: "print-proof", busy: this.#acting.busy })}`,
    })}</div>`;
  }

  /** Changes were wanted, and the files are still those of the last round. */
  #sameFiles(page: OrderPage): boolean {
    const last = page.proofs.rounds[0];
    if (last?.answer?.answer !== "changes") return false;
    return last.files.length === page.proofs.files.length && last.files.every((file) => page.proofs.files.some((now) => now.sha256 === file.sha256));
  }

  async #compare(): Promise<void> {
    this.printedFrom = await call("pick_files");
  }

  async #print(page: OrderPage, medium: SampleMedium): Promise<void> {
    const round = page.proofs.nextRound ?? 1;
    const request = { orderId: page.id, medium, throughRip: this.#text("rip") === "yes", printedFrom: [...this.printedFrom] };
    if (await this.#run(() => call("print_proof", { request }), proofsWords().printed(round))) this.printedFrom = [];
  }

  #round(page: OrderPage, round: ProofView, newest: boolean): TemplateResult {
    const words = proofsWords();
    const last = newest && !round.stale && round.lane === page.proofs.lane;
    // What was agreed to before the product became a book still gets its dummy.
    const goesOn = last && (round.answer === null || (round.answer.answer === "agreed" && round.beforeAnswer.length > 0));
    return html`<section class="detail" data-name="round-${round.round}"><h3>${words.round(round.round, words.media[round.medium])} ${round.stale && newest ? chip(words.stale, "red") : nothing}${round.answer === null ? nothing : chip(words.answerLine[round.answer.answer], round.answer.answer === "agreed" ? "green" : "amber")}</h3>
      <ul class="detail-lines">
        <li class="quiet">${words.printedBy(round.printedBy, shortTime(round.printedAt))}${round.compared ? html` · ${words.wasCompared}` : nothing} · ${round.files.map((file) => html`<span class="proof-file">${file.name} V${file.version} <code title=${file.sha256}>${words.shortHash(file.sha256)}</code>${file.replaced ? html` ${chip(words.replaced, "red")}` : nothing}</span>`)}</li>
        ${round.checkedAt === null ? nothing : html`<li>${words.checkDone(round.checkedBy ?? "", shortTime(round.checkedAt))}</li>`}
        ${round.dummy === null ? nothing : html`<li>${this.#dummyLine(round)}</li>`}
        ${round.answer === null ? nothing : html`<li>${words.answerLine[round.answer.answer]}${round.answer.words === "" ? "" : `${marks().colon}${round.answer.words}`} · ${round.answer.signer} ${shortTime(round.answer.at)}${round.answer.recorded === null ? nothing : html` ${chip(recordedWord(round.answer.recorded), "quiet")}`}${round.answer.sample === null ? nothing : html` · ${words.becameSample(round.answer.sample)}`}</li>`}
      </ul>
      ${goesOn ? this.#goesOn(page, round) : nothing}</section>`;
  }

  #dummyLine(round: ProofView): TemplateResult | typeof nothing {
    const words = proofsWords();
    const { dummy } = round;
    if (dummy === null) return nothing;
    const done = [dummy.inOrder ? words.inOrder : "", dummy.colours ? words.colours : "", dummy.contents ? words.contents : "", dummy.bound ? words.bound : "", words.folioWords[dummy.folios], dummy.numberedBy === "" ? "" : words.handNumbered(dummy.numberedBy)];
    return html`${words.dummyLine(done.filter((text) => text !== "").join(words.separator), dummy.by, shortTime(dummy.at))}`;
  }

  #goesOn(page: OrderPage, round: ProofView): TemplateResult {
    const words = proofsWords();
    const { dummy } = round;
    const missing = round.beforeAnswer.map((line) => words.lines[line] ?? line).join(words.separator);
    const tick = (is: boolean | undefined): string => (is === true ? "1" : "");
    const acts: readonly [Doing, string, boolean, Texts][] = [
      ["check", words.check, round.answer === null && round.lane === "a", {}],
      ["dummy", words.dummy, page.proofs.book, { inOrder: tick(dummy?.inOrder), colours: tick(dummy?.colours), contents: tick(dummy?.contents), bound: tick(dummy?.bound), folios: dummy?.folios ?? "visible", numberedBy: dummy?.numberedBy || (page.form.order["assistant_id"] ?? "") }],
      ["answer", round.lane === "a" ? words.answerA : words.answerB, round.answer === null && round.beforeAnswer.length === 0, { answer: round.lane === "a" ? "" : "agreed", sampleType: round.medium === "digital" ? "colour" : "content" }],
    ];
    const forms = { "": nothing, lane: nothing, check: this.#checkForm(round), dummy: this.#dummyForm(round), answer: this.#answerForm(page, round) };
    return html`${missing === "" ? nothing : html`<p class="is-red is-prose">${words.still(missing)}</p>`}
      <p class="detail-acts">${acts.filter(([, , shown]) => shown).map(([doing, label, , texts]) => html`<button type="button" class="link" data-name="begin-${doing}" data-field="proof.${doing}" aria-expanded=${this.doing === doing ? "true" : "false"} @click=${() => this.#begin(doing, texts)}>${label}</button>`)}</p>
      ${this.doing === "" || this.doing === "lane" ? nothing : html`<div class="detail-form">${forms[this.doing]}</div>`}`;
  }

  #tick(name: string, label: string): TemplateResult {
    return html`<dk-check .name=${name} .label=${label} .value=${this.#text(name.split(".")[1] ?? "")} @typed=${this.#set}></dk-check>`;
  }

  #acts(label: string, name: string): TemplateResult {
    return html`${button({ label: proofsWords().cancel, onClick: () => { this.doing = ""; } })}${button({ label, main: true, name, busy: this.#acting.busy })}`;
  }

  #checkForm(round: ProofView): TemplateResult {
    const words = proofsWords();
    return form({
      label: words.check,
      onSubmit: () => void this.#check(round),
      body: html`<div class="proof-ticks"><button type="button" class="link" data-name="check-all" @click=${() => { this.texts = Object.fromEntries(ITEMS.map((item) => [item, "1"])); this.problem = ""; }}>${words.checkAll}</button>${ITEMS.map((item) => this.#tick(`check.${item}`, words.items[item]))}</div>
        ${this.problem === "" ? nothing : html`<p class="field-note is-problem" role="alert">${this.problem}</p>`}`,
      actions: this.#acts(words.checkSave, "check-proof"),
    });
  }

  async #check(round: ProofView): Promise<void> {
    const items = ITEMS.filter((item) => this.#text(item) !== "");
    if (items.length < ITEMS.length) {
      this.problem = proofsWords().itemsNeeded;
      return;
    }
    await this.#run(() => call("check_proof", { proofId: round.id, items: [...items] }), proofsWords().checked);
  }

  #dummyForm(round: ProofView): TemplateResult {
    const words = proofsWords();
    const hidden = this.#text("folios") !== "visible";
    return form({
      label: words.dummy,
      onSubmit: () => void this.#run(() => call("bind_dummy", { request: { proofId: round.id, inOrder: this.#text("inOrder") !== "", colours: this.#text("colours") !== "", contents: this.#text("contents") !== "", bound: this.#text("bound") !== "", folios: this.#text("folios") as Folios, numberedBy: this.#text("numberedBy") } }), words.dummySaved),
      body: html`<p class="quiet is-prose">${words.dummyText}</p>
        <div class="proof-ticks">${round.lane === "a" ? html`${this.#tick("dummy.inOrder", words.inOrder)}${this.#tick("dummy.colours", words.colours)}${this.#tick("dummy.contents", words.contents)}` : nothing}${this.#tick("dummy.bound", words.bound)}</div>
        <div class="fields is-two"><dk-choice look="radio" filled name="dummy.folios" .record=${`dummy${round.id}`} .label=${words.folios} .value=${this.#text("folios")} clause="4.2.5" .options=${options(words.folioWords)} @typed=${this.#set}></dk-choice>
        ${hidden ? html`<dk-field required name="dummy.numberedBy" .record=${`dummy${round.id}`} .label=${words.numberedBy} .value=${this.#text("numberedBy")} @typed=${this.#set}></dk-field>` : nothing}</div>`,
      actions: this.#acts(words.dummySave, "bind-dummy"),
    });
  }

  #answerForm(page: OrderPage, round: ProofView): TemplateResult {
    const words = proofsWords();
    const a = round.lane === "a";
    const agreed = this.#text("answer") === "agreed";
    return form({
      label: a ? words.answerA : words.answerB,
      onSubmit: () => void this.#answer(page, round),
      body: html`<div class="fields is-two">
          <dk-choice look="radio" required name="answer.answer" .record=${`answer${round.id}`} .label=${a ? words.answerA : words.answerB} .value=${this.#text("answer")} clause="4.2.3" .problem=${this.#text("answer") === "" ? this.problem : ""} .options=${options(words.answers)} @typed=${this.#set}></dk-choice>
          <dk-field ?required=${this.#text("answer") === "changes"} name="answer.words" .record=${`answer${round.id}`} .label=${this.#text("answer") === "changes" ? words.answerWords : words.answerWordsAgreed} .value=${this.#text("words")} .problem=${this.#text("answer") === "changes" ? this.problem : ""} @typed=${this.#set}></dk-field>
          ${agreed && round.medium === "digital" ? html`<dk-choice look="radio" filled name="answer.sampleType" .record=${`answer${round.id}`} .label=${words.sampleType} .value=${this.#text("sampleType")} .options=${options(words.sampleTypes)} @typed=${this.#set}></dk-choice>` : nothing}
        </div>
        ${a
          ? html`<dk-signature name="answer" outsiders .powers=${[]} .outsider=${page.form.order["contact"] ?? ""}></dk-signature>`
          : html`<dk-signature name="answer" .powers=${SALES}></dk-signature>${evidenceBox({ name: "proof.evidence", label: words.evidence, pieces: this.pieces, over: this.#intake.over, problem: "", attach: () => void this.#intake.pick(), change: (pieces) => { this.pieces = pieces; } })}`}`,
      actions: this.#acts(a ? words.answerSave : words.signSave, "answer-proof"),
    });
  }

  async #answer(page: OrderPage, round: ProofView): Promise<void> {
    const words = proofsWords();
    const answer = this.#text("answer") as ProofAnswer | "";
    this.problem = answer === "" ? words.answerA : answer === "changes" && this.#text("words").trim() === "" ? words.answerWords : "";
    const box = this.querySelector("dk-signature");
    const approval = box?.approval();
    if (answer === "" || this.problem !== "" || box === null || approval === undefined) return;
    const request = { proofId: round.id, revision: page.revision, answer, words: this.#text("words"), sampleType: this.#text("sampleType") === "colour" ? ("colour" as const) : ("content" as const), evidence: sentPieces(this.pieces), approval };
    await this.#run(() => call("answer_proof", { request }), words.answered(words.answerLine[answer]));
    box.clear();
  }

  async #run(act: () => Promise<OrderPage>, words: string): Promise<boolean> {
    const page = await this.#acting.run(act);
    if (page === undefined) return false;
    this.doing = "";
    this.texts = {};
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: page, bubbles: true }));
    say(words);
    // On to what comes next, for whoever works by keys.
    await this.updateComplete;
    const next = page.proofs.rounds[0]?.beforeAnswer ?? [];
    const todo = next.includes("proof_unchecked") ? "check" : next.some((line) => line.startsWith("dummy")) ? "dummy" : "answer";
    // What is to be printed again waits for another file: its button is not what comes next.
    const print = this.#sameFiles(page) ? null : this.querySelector<HTMLElement>('[data-field="proof.print"] .is-main');
    setTimeout(() => (print ?? this.querySelector<HTMLElement>(`[data-name=begin-${todo}]`) ?? this.querySelector<HTMLElement>("[data-name^=round-] .detail-acts .link") ?? this.closest("dk-samples-step")?.querySelector<HTMLElement>("[data-name^=stamp-sample-][data-begin]"))?.focus());
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-proofs": Proofs;
  }
}
