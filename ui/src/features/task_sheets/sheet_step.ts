// <dk-sheet-step .page=${page}>: step 5. 审核, the sheet in force and its states, prints, changes.
// Hooks: data-name=states, view-LABEL, compare-states, propose-change (begins a change), stop-change; see check_card, print_card, change_form, amendments.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { AmendmentView, OrderPage, Paper, SheetView } from "../../api/commands";
import { LightElement } from "../../kit/element";
import { dialog } from "../../kit/dialog";
import { button, card, chip, empty, notice, waiting } from "../../kit/pieces";
import "../../papers/paper_view";
import { refusalWords } from "../../words/errors";
import { filesWords } from "../../words/files";
import { isVoid, rests } from "../../form/rests";
import { kindWords } from "../../words/kinds";
import { storyWords } from "../../words/story";
import { sheetWords } from "../../words/task_sheets";
import { shortTime } from "../../words/times";
import "../effect/customer_signature";
import "../effect/effect_card";
import "../hand_overs/hand_overs_card";
import "./amendments";
import "./change_form";
import "./check_card";
import "./compare_states";
import "./copies_card";
import "./print_card";
import "./three_way_card";

@customElement("dk-sheet-step")
export class SheetStep extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  /** The state that is looked at; none chosen: the one in force. */
  @state() private chosen: number | undefined;
  @state() private copy: { state: number; label: string; inForce: string; paper: Paper } | undefined;
  @state() private changing = false;
  /** Two states are held side by side. */
  @state() private comparing = false;
  readonly #acting = new Acting(this);

  protected override updated(): void {
    const sheet = this.page?.sheet;
    if (sheet != null) void this.#look(sheet);
  }

  #shown(sheet: SheetView): SheetView["states"][number] | undefined {
    return sheet.states.find((each) => each.id === this.chosen) ?? sheet.states.at(-1);
  }

  /** On screen there is only a copy marked 非打印件; what it is worth changes with the state in force. */
  async #look(sheet: SheetView): Promise<void> {
    const state = this.#shown(sheet);
    if (state === undefined || this.#acting.busy || this.#acting.refusal !== undefined) return;
    const inForce = isVoid(sheet) ? "" : sheet.label;
    if (this.copy?.state === state.id && this.copy.inForce === inForce) return;
    const paper = await this.#acting.run(() => call("sheet_copy", { stateId: state.id }));
    if (paper !== undefined) this.copy = { state: state.id, label: state.label, inForce, paper };
  }

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined) return nothing;
    const words = sheetWords();
    const sheet = page.sheet;
    const refusal = this.#acting.refusal;
    if (sheet === null && page.kind === "op") return card({ title: words.title, body: empty({ title: kindWords().notIssued, text: kindWords().notIssuedText }) });
    if (this.changing) return html`<dk-change-form .page=${page} @closed=${() => void this.#closed()}></dk-change-form>`;
    if (sheet === null) {
      return html`<div class="screen-body"><dk-three-way .page=${page}></dk-three-way><dk-effect-card .page=${page}></dk-effect-card><dk-check-card .page=${page}></dk-check-card>${page.effect.at === null ? nothing : this.#changes(page, page.changes, words.changesInEffect, words.noChangesInEffect)}<dk-customer-signature .page=${page}></dk-customer-signature>${card({ title: words.title, body: empty({ title: words.notYet, text: words.notYetText }) })}<dk-hand-overs .page=${page}></dk-hand-overs></div>`;
    }
    const shown = this.#shown(sheet)?.label ?? sheet.label;
    return html`<div class="screen-body">
      ${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
      ${page.filesSinceTheSheet.length === 0 ? nothing : notice({ tone: "red", title: filesWords().sinceTheSheet(page.filesSinceTheSheet.join(filesWords().separator)), text: filesWords().sinceTheSheetText })}
      ${this.#states(sheet, shown)}
      <dk-print-card .page=${page}></dk-print-card>
      <dk-copies-card .page=${page}></dk-copies-card>
      ${this.#changes(page, sheet.amendments, words.changes, words.noChanges, words.placesUsed(sheet.placesUsed))}
      ${card({ title: shown, note: words.notPrint, body: this.copy?.label === shown ? html`<dk-paper .paper=${this.copy.paper}></dk-paper>` : waiting(this.#acting.busy) })}
      <dk-three-way .page=${page}></dk-three-way>
      <dk-customer-signature .page=${page}></dk-customer-signature>
      <dk-hand-overs .page=${page}></dk-hand-overs>
    </div>`;
  }

  /** What was changed by signature, and the way to change more. */
  #changes(page: OrderPage, changes: readonly AmendmentView[], title: string, none: string, used = ""): TemplateResult {
    const words = sheetWords();
    const pending = changes.some((each) => each.state === "pending");
    return card({
      title,
      note: html`${used}${pending && !rests(page) ? html`<span class="quiet">${words.oneAtATime}</span>` : nothing}${rests(page) ? nothing : button({ label: page.draft === null ? words.propose : words.resume, name: "begin-change", disabled: pending, onClick: () => { this.changing = true; } })}`,
      body: changes.length === 0 ? html`<p class="quiet is-prose">${none}</p>` : html`<dk-amendments .amendments=${changes} .still=${rests(page)} @acted=${() => void this.#onward()}></dk-amendments>`,
    });
  }

  #states(sheet: SheetView, shown: string): TemplateResult {
    const words = sheetWords();
    const heads = words.columns;
    return card({
      title: words.title,
      note: html`<b>${sheet.label}</b>${isVoid(sheet) ? chip(words.void, "red") : chip(words.inForce, "green")}${sheet.states.length < 2 ? nothing : button({ label: storyWords().compare, plain: true, name: "compare-states", onClick: () => { this.comparing = true; } })}`,
      flush: true,
      body: html`${dialog({ open: this.comparing, title: storyWords().compareTitle, wide: true, onClose: () => { this.comparing = false; }, body: this.comparing ? html`<dk-compare-states .states=${sheet.states}></dk-compare-states>` : nothing })}<table class="table is-wrapping" data-name="states"><thead><tr><th class="is-wide">${heads.label}</th><th>${heads.issued}</th><th>${heads.state}</th><th class="is-act"></th></tr></thead>
        <tbody>${sheet.states.map((each) => html`<tr class=${each.void ? "is-past" : ""}><td>${each.label}</td><td>${shortTime(each.issuedAt)}</td>
          <td>${each.void ? chip(words.void, "red") : each.label === sheet.label ? chip(words.inForce, "green") : chip(words.outdated, "amber")}</td>
          <td class="is-act"><button type="button" class="link" data-name="view-${each.label}" aria-pressed=${each.label === shown ? "true" : "false"} @click=${() => void this.#view(each.id)}>${words.view}</button></td></tr>`)}</tbody></table>`,
    });
  }

  async #closed(): Promise<void> {
    this.changing = false;
    await this.#onward();
  }

  /** The next thing is who else approves; where nobody has to, the change card. */
  async #onward(): Promise<void> {
    // The page with what was done is drawn first: its elements are, one within the other, by the second frame.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await this.updateComplete;
    await this.querySelector("dk-amendments")?.updateComplete;
    const next = this.querySelector<HTMLElement>("[data-name^=approve-]") ?? this.querySelector<HTMLElement>("[data-name=begin-change]");
    next?.scrollIntoView({ block: "center" });
    next?.focus();
  }

  async #view(state: number): Promise<void> {
    this.#acting.clear();
    this.chosen = state;
    await this.updateComplete;
    const pages = this.querySelector("dk-pages");
    pages?.scrollIntoView({ block: "nearest" });
    pages?.focus({ preventScroll: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-sheet-step": SheetStep;
  }
}
