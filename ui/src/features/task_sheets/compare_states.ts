// <dk-compare-states .states=${sheet.states}>: any two states of a sheet side by side, what was typed and the papers.
// Hooks: data-name=compared-places; data-field=compare.earlier, compare.later.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { Paper, SheetView, StatesCompared } from "../../api/commands";
import { labelWords } from "../../form/place_name";
import { LightElement } from "../../kit/element";
import { notice, waiting } from "../../kit/pieces";
import "../../papers/paper_view";
import { refusalWords } from "../../words/errors";
import { storyWords } from "../../words/story";
import { shortTime } from "../../words/times";

@customElement("dk-compare-states")
export class CompareStates extends LightElement {
  @property({ attribute: false }) states: SheetView["states"] = [];
  @state() private one: number | undefined;
  @state() private other: number | undefined;
  @state() private compared: { readonly key: string; readonly told: StatesCompared; readonly papers: readonly (Paper | undefined)[] } | undefined;
  readonly #acting = new Acting(this);

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("states") || this.one !== undefined) return;
    // At first the one in force beside the one before it.
    this.one = this.states.at(-2)?.id;
    this.other = this.states.at(-1)?.id;
  }

  protected override updated(): void {
    void this.#compare();
  }

  async #compare(): Promise<void> {
    const { one, other } = this;
    if (one === undefined || other === undefined || this.#acting.busy || this.#acting.refusal !== undefined) return;
    const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
    const key = `${earlier} ${later}`;
    if (this.compared?.key === key) return;
    const found = await this.#acting.run(async () => {
      const told = await call("compare_states", { one: earlier, other: later });
      const papers = [await call("sheet_copy", { stateId: earlier }), await call("sheet_copy", { stateId: later })];
      return { key, told, papers };
    });
    if (found !== undefined) this.compared = found;
  }

  protected override render(): TemplateResult {
    const words = storyWords();
    const refusal = this.#acting.refusal;
    const choice = (label: string, field: string, chosen: number | undefined, choose: (id: number) => void): TemplateResult => html`<label class="compare-choice">${label}
      <select class="control" data-field=${field} .value=${String(chosen ?? "")} @change=${(event: Event) => { this.#acting.clear(); choose(Number((event.target as HTMLSelectElement).value)); }}>
        ${this.states.map((each) => html`<option value=${each.id} ?selected=${each.id === chosen}>${each.label}</option>`)}
      </select></label>`;
    return html`<div class="compare-two">${choice(words.earlier, "compare.earlier", this.one, (id) => { this.one = id; })}${choice(words.later, "compare.later", this.other, (id) => { this.other = id; })}</div>
      ${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
      ${this.compared === undefined ? waiting(this.#acting.busy) : this.#found(this.compared.told, this.compared.papers)}`;
  }

  #found(told: StatesCompared, papers: readonly (Paper | undefined)[]): TemplateResult {
    const words = storyWords();
    const side = (label: string, at: string): TemplateResult => html`<th class="is-wide">${label} <small class="quiet">${shortTime(at)}</small></th>`;
    return html`<p class="quiet is-prose" role="status">${told.places.length === 0 ? words.same : words.differs(told.places.length)}</p>
      ${told.places.length === 0
        ? nothing
        : html`<table class="table is-wrapping" data-name="compared-places"><thead><tr><th>${words.place}</th>${side(told.earlier, told.earlierAt)}${side(told.later, told.laterAt)}</tr></thead>
            <tbody>${told.places.map((place) => html`<tr><td>${labelWords(place.label)}</td><td>${place.earlier === "" ? "—" : place.earlier}</td><td><b>${place.later === "" ? "—" : place.later}</b></td></tr>`)}</tbody></table>`}
      <div class="compare-two">${papers.map((paper) => html`<div>${paper === undefined ? nothing : html`<dk-paper .paper=${paper}></dk-paper>`}</div>`)}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-compare-states": CompareStates;
  }
}
