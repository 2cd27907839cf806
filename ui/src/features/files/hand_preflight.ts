// <dk-hand-preflight .page .file>: 手工预检 of a file the program cannot look into. @page: the new OrderPage.
// Hooks: data-name=keep-hand; data-field=hand.pages, hand.ITEM, hand.ITEM.words.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { FileView, HandItem, HandResult, OrderPage } from "../../api/commands";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { refusalWords } from "../../words/errors";
import { preflightWords } from "../../words/preflight";

export const HAND_ITEMS = ["size", "bleed", "colours", "pictures", "fonts", "finishing", "other"] as const satisfies readonly HandItem[];
/** What the program could read of the file: a help for whoever looks. */
function statedLine(file: FileView): TemplateResult | typeof nothing {
  const { stated } = file;
  if (stated === null) return nothing;
  const words = preflightWords();
  const said = [stated.version, stated.pixels === "" ? "" : words.pixels(stated.pixels), stated.ppi === null ? "" : `${stated.ppi} ppi`, stated.size === "" ? "" : `${stated.size} mm`, words.colourKinds[stated.colours] ?? ""].filter(Boolean).join(" · ");
  return said === "" ? nothing : html`<p data-name="stated">${words.stated(said)}</p>`;
}

const FAULTS: ReadonlySet<string> = new Set(["warning", "error"]);

interface Line {
  readonly result: string;
  readonly words: string;
}

@customElement("dk-hand-preflight")
export class HandPreflightForm extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @property({ attribute: false }) file: FileView | undefined;
  @state() private pages = "";
  @state() private lines: Readonly<Record<HandItem, Line>> = Object.fromEntries(HAND_ITEMS.map((item) => [item, { result: "", words: "" }])) as Record<HandItem, Line>;
  @state() private problems: Readonly<Record<string, string>> = {};
  readonly #acting = new Acting(this);

  protected override render(): TemplateResult | typeof nothing {
    const { page, file } = this;
    if (page === undefined || file === undefined) return nothing;
    const words = preflightWords();
    const refusal = this.#acting.refusal;
    return html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}${form({
      label: words.byHand,
      onSubmit: () => void this.#keep(page, file),
      body: html`<p class="quiet is-prose">${words.byHandHint}</p>${statedLine(file)}
        <div class="fields"><dk-field required kind="integer" name="hand.pages" record="hand" .label=${words.pagesCounted} .value=${this.pages} .problem=${this.problems["hand.pages"] ?? ""} clause="4.1.4" @typed=${(event: TypedEvent) => { event.stopPropagation(); this.pages = event.detail.value; this.problems = {}; }}></dk-field></div>
        ${HAND_ITEMS.map((item) => this.#item(item))}`,
      actions: button({ label: words.keepHand, main: true, name: "keep-hand", busy: this.#acting.busy }),
    })}`;
  }

  #item(item: HandItem): TemplateResult {
    const words = preflightWords();
    const line = this.lines[item];
    const set = (name: keyof Line) => (event: TypedEvent): void => {
      event.stopPropagation();
      this.lines = { ...this.lines, [item]: { ...this.lines[item], [name]: event.detail.value } };
      this.problems = {};
    };
    const options = Object.entries(words.results).map(([value, label]) => ({ value, label }));
    return html`<div class="fields hand-item">
      <dk-choice required filled look="radio" name="hand.${item}" record="hand" .label=${words.items[item] ?? item} .hint=${words.itemHints[item] ?? ""} .value=${line.result} .problem=${this.problems[`hand.${item}`] ?? ""} .options=${options} @typed=${set("result")}></dk-choice>
      ${FAULTS.has(line.result) ? html`<dk-field required name="hand.${item}.words" record="hand" .label=${words.faultNeeded} .value=${line.words} .problem=${this.problems[`hand.${item}.words`] ?? ""} @typed=${set("words")}></dk-field>` : nothing}
    </div>`;
  }

  async #keep(page: OrderPage, file: FileView): Promise<void> {
    const words = preflightWords();
    const pages = Number(this.pages.trim());
    this.problems = {
      ...(Number.isInteger(pages) && pages > 0 ? {} : { "hand.pages": words.pagesNeeded }),
      ...Object.fromEntries(HAND_ITEMS.filter((item) => this.lines[item].result === "").map((item) => [`hand.${item}`, words.resultNeeded])),
      ...Object.fromEntries(HAND_ITEMS.filter((item) => FAULTS.has(this.lines[item].result) && this.lines[item].words.trim() === "").map((item) => [`hand.${item}.words`, words.faultNeeded])),
    };
    const first = Object.keys(this.problems)[0];
    if (first !== undefined) {
      await this.updateComplete;
      setTimeout(() => this.querySelector<HTMLElement>(`[data-field='${first}']`)?.focus());
      return;
    }
    const items = HAND_ITEMS.map((item) => ({ item, result: this.lines[item].result as HandResult, words: this.lines[item].words.trim() }));
    const next = await this.#acting.run(() => call("preflight_by_hand", { request: { orderId: page.id, fileId: file.id, pages, items } }));
    if (next === undefined) return;
    say(words.handKept);
    this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: next, bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-hand-preflight": HandPreflightForm;
  }
}
