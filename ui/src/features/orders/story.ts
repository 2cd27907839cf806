// <dk-story .number=${orderId}>: everything that was done to an order, day by day, each act with what it changed and why.
// Hooks: data-name=story, story-all | story-changed | story-signed.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call } from "../../api/call";
import type { StoryLine, StoryPlace } from "../../api/commands";
import { Loading } from "../../api/loading";
import { labelWords } from "../../form/place_name";
import { LightElement } from "../../kit/element";
import { notice, waiting } from "../../kit/pieces";
import { factsOf } from "../../words/codes";
import { refusalWords } from "../../words/errors";
import { activityWord } from "../../words/order_checks";
import { storyWords } from "../../words/story";
import { shortTime } from "../../words/times";

type Filter = "all" | "changed" | "signed";
const FILTERS: readonly Filter[] = ["all", "changed", "signed"];
/** Places of one act at most before they are folded. */
const MOST = 12;

/** An act somebody put his name to. */
const isSigned = (line: StoryLine): boolean => line.params["signer"] !== undefined;

export function shownOf(story: readonly StoryLine[], filter: Filter): readonly StoryLine[] {
  return story.filter((line) => filter === "all" || (filter === "changed" ? line.places.length > 0 : isSigned(line)));
}

/** The acts of one day, the days as they came. */
export function byDay(story: readonly StoryLine[]): readonly (readonly [string, readonly StoryLine[]])[] {
  const days = new Map<string, StoryLine[]>();
  for (const line of story) {
    const [day = ""] = shortTime(line.at).split(" ");
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days];
}

@customElement("dk-story")
export class Story extends LightElement {
  @property({ type: Number }) number = 0;
  @state() private filter: Filter = "all";
  readonly #story = new Loading<StoryLine[]>(this, { topics: () => [`order:${this.number}`], load: () => call("order_story", { id: this.number }) });

  #begun = false;

  /** The keys turn the story once it is there: it is read after its dialog was opened. */
  protected override updated(): void {
    if (this.#begun || this.#story.value === undefined) return;
    this.#begun = true;
    if (this.closest("dialog")?.open === true && !this.contains(document.activeElement)) this.querySelector<HTMLElement>("[aria-pressed=true]")?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const words = storyWords();
    const problem = this.#story.problem;
    if (problem !== undefined) return notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next });
    const story = this.#story.value;
    if (story === undefined) return html`${waiting(this.#story.slow)}`;
    const shown = shownOf(story, this.filter);
    return html`<div data-name="story" class="story">
      <div class="segments" role="group" aria-label=${words.filter}>
        ${FILTERS.map((each) => html`<button type="button" class="segment" data-name="story-${each}" aria-pressed=${each === this.filter ? "true" : "false"} tabindex="0" @click=${() => { this.filter = each; }}>${words.filters[each]}</button>`)}
      </div>
      ${shown.length === 0 ? html`<p class="quiet">${words.none}</p>` : byDay(shown).map(([day, lines]) => html`<section><h3>${day}</h3><ol>${lines.map((line) => this.#line(line))}</ol></section>`)}
    </div>`;
  }

  #line(line: StoryLine): TemplateResult {
    const words = storyWords();
    // The reason stands below.
    const facts = factsOf(line.params).filter((fact) => fact !== line.reason).join(" · ");
    const places = line.places.slice(0, MOST);
    const [, time = ""] = shortTime(line.at).split(" ");
    return html`<li><time>${time}</time><div>
      <p><b>${line.who}</b> ${activityWord(line.activity)}${facts === "" ? nothing : html` <span class="quiet">${facts}</span>`}</p>
      ${line.reason === "" ? nothing : html`<p>${words.reason(line.reason)}</p>`}
      ${places.length === 0 ? nothing : html`<ul>${places.map((place) => this.#place(place))}${line.places.length > MOST ? html`<li class="quiet">${words.more(line.places.length - MOST)}</li>` : nothing}</ul>`}
    </div></li>`;
  }

  /** What stands there now, and what stood there. Of some it is only known that it is another. */
  #place(place: StoryPlace): TemplateResult {
    const words = storyWords();
    if (place.old === "" && place.new === "") return html`<li>${labelWords(place.label)} <span class="quiet">${words.other}</span></li>`;
    return html`<li>${labelWords(place.label)} <b>${place.new === "" ? words.nothing : place.new}</b>${place.old === "" ? nothing : html` <span class="quiet">${words.from(place.old)}</span>`}</li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-story": Story;
  }
}
