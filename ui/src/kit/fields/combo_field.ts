// <dk-combo .label=${…} .value=${text} .options=${[{ value, label, detail? }]} free @typed=${…}></dk-combo>
// A text field with a list under it: presets one may also type past (`free`), or a record one must pick.
// Pinyin initials find an option, too (initials.ts). Arrows move, Enter or Tab takes, Esc closes the list only. `value` is the option's value, or the text when `free`.
// `@searched` (detail.value) fires while typing, for lists the core filters: those say by `.answered` which letters their options answer.
// **Invariant:** Enter or Tab right behind a letter takes what is found by that letter, once it is found, never what still stands there.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { kitWords } from "../../words/kit";
import { composes, submits } from "../composing";
import { learn, rankOf } from "../initials";
import { OwnedText } from "../owned_text";
import { FieldElement, type Typed, saysOtherwise } from "./field_base";

export interface ComboOption {
  readonly value: string;
  readonly label: string;
  /** A second, quieter word: city, contact. */
  readonly detail?: string;
}

const MOST_SHOWN = 50;

/** How well a typed word fits: by its letters (blanks and dots between the words do not count), else by initials. */
function rankOfOption(option: ComboOption, word: string): number | undefined {
  const all = `${option.label} ${option.detail ?? ""}`.toLowerCase();
  if (option.label.toLowerCase().startsWith(word)) return 0;
  if (all.includes(word) || all.replace(/[\s·]/g, "").includes(word.replace(/·/g, ""))) return 1;
  return rankOf(option.label, word);
}

@customElement("dk-combo")
export class ComboField extends FieldElement {
  @property({ attribute: false, hasChanged: saysOtherwise }) options: readonly ComboOption[] = [];
  /** What is typed counts even when it is no option. */
  @property({ type: Boolean }) free = false;
  /** What counts is in the list: the first match is taken by Enter or Tab, and while typing nothing is called wrong yet. */
  @property({ type: Boolean }) known = false;
  /** Words of the line that adds what is typed to the list; it fires `added` (detail.value). */
  @property({ attribute: false }) addition: ((text: string) => string) | undefined;
  /** The letters the options answer, where the core filters and they are shown as they come; `undefined`: this field filters. */
  @property({ attribute: false }) answered: string | undefined;
  @property() placeholder = "";
  @state() private open = false;
  @state() private active = -1;
  /** Typed since the list opened: before that every option is shown, not only those like the present value. */
  @state() private searching = false;
  @query("input") private input!: HTMLInputElement | null;
  readonly #owned = new OwnedText();
  /** The arrows chose the lit line; a list that comes anew keeps it lit. */
  #arrowed = false;
  /** The readings of the list's words are on their way. */
  #learning = false;
  /** The key that came before the list was there. */
  #owed: "Enter" | "Tab" | undefined;

  #labelOf(value: string): string {
    return this.options.find((option) => option.value === value)?.label ?? (this.free ? value : "");
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("value") || changed.has("record") || changed.has("options")) this.#owned.offer(this.record, this.#labelOf(this.value));
    if (changed.has("record")) this.#owed = undefined;
    if (changed.has("options") || changed.has("answered")) {
      this.#light(changed.has("options") ? changed.get("options") as readonly ComboOption[] | undefined : undefined);
      // Not while it is being drawn: what it takes moves the host.
      if (this.#owed !== undefined && !this.#late()) queueMicrotask(() => this.#settle());
    }
  }

  /** The list came anew under one's eyes: the line the arrows chose stays lit, else the first that fits. */
  #light(before: readonly ComboOption[] | undefined): void {
    if (!this.open || !this.searching || this.answered === undefined) return;
    const listed = (before ?? this.options).slice(0, MOST_SHOWN);
    const now = this.options.slice(0, MOST_SHOWN);
    if (!this.#arrowed) this.active = this.#lit();
    // Below the list stands the line that adds what is typed.
    else if (this.active >= listed.length) this.active = now.length;
    else {
      const place = now.findIndex((option) => option.value === listed[this.active]?.value);
      this.active = place < 0 ? this.#lit() : place;
    }
  }

  /** What stands in the list answers other letters than those in the field. */
  #late(): boolean {
    return this.answered === undefined ? this.#learning : this.answered !== this.#owned.text;
  }

  /** The list that was owed is there: now the key does what it was pressed for. */
  #settle(): void {
    const key = this.#owed;
    if (key === undefined || this.#late()) return;
    this.#owed = undefined;
    const line = this.#lit();
    const first = this.#shown()[line];
    if (first !== undefined) this.#take(first);
    else if (!this.#owned.focused) this.#keepListed();
    else if (key === "Enter" && line === 0 && this.#toAdd() !== undefined) this.#add();
  }

  /** Only an option counts: text that is none goes back to the one that is chosen. */
  #keepListed(): void {
    if (this.free) return;
    const exact = this.options.find((option) => option.label === this.#owned.text.trim());
    if (exact !== undefined && exact.value !== this.value) this.#take(exact);
    else if (this.#owned.text.trim() === "" && this.value !== "") {
      this.value = "";
      this.emit("");
    } else this.#owned.type(this.#labelOf(this.value));
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const input = this.input;
    if (input !== null && !this.#owned.composing && input.value !== this.#owned.text) input.value = this.#owned.text;
    if (changed.has("open") && this.open) this.#makeRoom();
    if (changed.has("active") && this.open) this.querySelector(".combo-list [aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  #shown(): readonly ComboOption[] {
    const sought = this.#owned.text.trim().toLowerCase();
    if (this.answered !== undefined || !this.searching || sought === "") return this.options.slice(0, MOST_SHOWN);
    const words = sought.split(/\s+/);
    const found = this.options.flatMap((option) => {
      const ranks = words.map((word) => rankOfOption(option, word));
      return ranks.includes(undefined) ? [] : [{ option, rank: Math.max(...ranks.map((rank) => rank ?? 0)) }];
    });
    return found.sort((one, other) => one.rank - other.rank).slice(0, MOST_SHOWN).map(({ option }) => option);
  }

  /** The line that adds what is typed, unless that is in the list already. */
  #toAdd(): string | undefined {
    const text = this.#owned.text.trim();
    if (this.addition === undefined || text === "" || this.options.some((option) => option.label === text)) return undefined;
    return this.addition(text);
  }

  #add(): void {
    this.open = false;
    this.dispatchEvent(new CustomEvent<Typed>("added", { detail: { name: this.name, value: this.#owned.text.trim() }, bubbles: true }));
  }

  protected override get problemShown(): string {
    return this.known && this.open && this.searching ? "" : this.problem;
  }

  protected override render(): TemplateResult {
    const shown = this.open ? this.#shown() : [];
    const toAdd = this.open ? this.#toAdd() : undefined;
    const listId = `${this.inputId}-list`;
    return this.frame(html`<div class="combo">
      <input
        id=${this.inputId}
        class="control"
        type="text"
        role="combobox"
        name=${this.name}
        autocomplete="off"
        spellcheck="false"
        placeholder=${this.placeholder || nothing}
        ?disabled=${this.disabled}
        ?readonly=${this.readonly}
        aria-expanded=${this.open ? "true" : "false"}
        aria-controls=${listId}
        aria-autocomplete="list"
        aria-activedescendant=${this.open && this.active >= 0 ? `${listId}-${this.active}` : nothing}
        aria-required=${this.required ? "true" : nothing}
        aria-invalid=${this.problemShown === "" ? nothing : "true"}
        aria-describedby=${this.noteId}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
        @click=${() => this.#show()}
        @compositionstart=${this.#onCompose}
        @compositionend=${this.#onComposed}
        @focus=${this.#onFocus}
        @blur=${this.#onBlur}
      />
      <span class="combo-arrow" aria-hidden="true"></span>
      <ul class="combo-list" id=${listId} role="listbox" aria-label=${kitWords().suggestions} ?hidden=${!this.open || (this.free && this.options.length === 0 && toAdd === undefined)}>
        ${shown.map(
          (option, index) => html`<li
            id="${listId}-${index}"
            role="option"
            aria-selected=${index === this.active ? "true" : "false"}
            @pointerdown=${(event: Event) => { event.preventDefault(); this.#take(option); }}
          ><span>${option.label}</span>${option.detail === undefined ? nothing : html`<small>${option.detail}</small>`}</li>`,
        )}
        ${toAdd === undefined ? nothing : html`<li id="${listId}-${shown.length}" class="combo-add" role="option" aria-selected=${this.active === shown.length ? "true" : "false"} @pointerdown=${(event: Event) => { event.preventDefault(); this.#add(); }}>${toAdd}</li>`}
        ${shown.length === 0 && toAdd === undefined ? html`<li class="combo-none" role="presentation">${this.free ? kitWords().noSuggestion : kitWords().noMatch}</li>` : nothing}
      </ul>
    </div>`);
  }

  /** A record is picked anew, not written on: what one types takes the place of what stands there. */
  readonly #onFocus = (): void => {
    this.#owned.focused = true;
    this.#owed = undefined;
    if (this.known) this.input?.select();
  };

  /** The list opens upward where the screen ends below. */
  #makeRoom(): void {
    const list = this.querySelector<HTMLElement>(".combo-list");
    const field = this.input?.getBoundingClientRect();
    const sight = (this.closest(".screen, .dialog-body") ?? document.documentElement).getBoundingClientRect();
    if (list === null || field === undefined) return;
    const below = Math.min(sight.bottom, innerHeight) - field.bottom;
    list.classList.toggle("is-above", below < list.offsetHeight + 8 && field.top - sight.top > below);
  }

  /** The readings of the list's words are asked for once it is looked at. */
  #learn(): void {
    if (this.answered !== undefined) return;
    this.#learning = true;
    void learn(this.options.map((option) => option.label)).then((more) => {
      this.#learning = false;
      if (more) {
        if (this.open && this.searching && this.active < 0) this.active = this.#lit();
        this.requestUpdate();
      }
      this.#settle();
    });
  }

  /** Which line is lit while one types. Past presets one may type whatever one likes, but letters that are the initials of one of
   * them are no text anybody means. */
  #lit(): number {
    const text = this.#owned.text.trim();
    if (text === "") return -1;
    if (!this.free || this.known) return 0;
    const first = /^[a-z]{2,}$/i.test(text) ? this.#shown()[0] : undefined;
    return first !== undefined && !first.label.toLowerCase().includes(text.toLowerCase()) ? 0 : -1;
  }

  #show(): void {
    if (this.disabled || this.readonly || this.open) return;
    this.open = true;
    this.#learn();
    this.searching = false;
    this.#arrowed = false;
    this.active = this.options.slice(0, MOST_SHOWN).findIndex((option) => option.value === this.value);
  }

  readonly #onInput = (event: Event): void => {
    event.stopPropagation();
    this.#owned.type(this.input?.value ?? "");
    if (!this.#owned.composing) this.#search();
  };

  readonly #onCompose = (): void => {
    this.#owned.composing = true;
    this.#owed = undefined;
  };

  readonly #onComposed = (): void => {
    this.#owned.composing = false;
    this.#owned.type(this.input?.value ?? "");
    this.#search();
  };

  #search(): void {
    // The list that it opens or cuts is drawn behind it.
    this.letterFirst();
    this.open = true;
    this.#learn();
    this.searching = true;
    this.#arrowed = false;
    this.#owed = undefined;
    this.active = this.#lit();
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent<Typed>("searched", { detail: { name: this.name, value: this.#owned.text }, bubbles: true }));
    if (this.free) this.emit(this.#owned.text);
  }

  /** Whether Enter would take a line of the list, drawn or not. */
  get lit(): boolean {
    return this.open && (this.#owes() || this.#shown()[this.active] !== undefined);
  }

  /** Whether Enter or Tab must wait for the list. Where this field filters, a line that is there already is the one meant, and
   * only letters can be initials. */
  #owes(): boolean {
    const text = this.#owned.text.trim();
    return this.searching && !this.#arrowed && text !== "" && this.#late() && (this.answered !== undefined || (/[a-z]/i.test(text) && this.#shown().length === 0));
  }

  #take(option: ComboOption): void {
    this.#owed = undefined;
    this.letterLeft();
    this.#owned.type(option.label);
    this.value = option.value;
    this.open = false;
    this.requestUpdate();
    this.emit(option.value);
    this.emit(option.value, "settled");
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (composes(event)) return;
    const shown = this.open ? this.#shown() : [];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.#owed = undefined;
      if (!this.open) {
        this.#show();
        // The arrow goes into the list it opens: one key less for whoever wants the first.
        if (this.active < 0 && this.#shown().length > 0) this.active = event.key === "ArrowDown" ? 0 : this.#shown().length - 1;
      } else {
        const lines = shown.length + (this.#toAdd() === undefined ? 0 : 1);
        if (lines > 0) this.active = (this.active + (event.key === "ArrowDown" ? 1 : -1) + lines) % lines;
        this.#arrowed = lines > 0;
      }
      return;
    }
    if (!this.open) {
      // What is typed there is in no list: Enter shows the line that adds it.
      if (!submits(event) || this.#toAdd() === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      this.#search();
      return;
    }
    const chosen = shown[this.active];
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.open = false;
      this.#owed = undefined;
    } else if ((submits(event) || event.key === "Tab") && this.#owes()) {
      this.#owed = event.key === "Tab" ? "Tab" : "Enter";
      if (event.key === "Tab") return;
      event.preventDefault();
      event.stopPropagation();
    } else if (submits(event) && chosen !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      this.#take(chosen);
    } else if (submits(event) && this.active === shown.length && this.#toAdd() !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      this.#add();
    } else if (event.key === "Tab" && chosen !== undefined && (this.searching || chosen.value !== this.value)) {
      this.#take(chosen);
    }
  };

  readonly #onBlur = (): void => {
    this.open = false;
    // What a key was pressed for is still to come.
    if (this.#owed === undefined) this.#keepListed();
    this.#owned.leave();
    this.requestUpdate();
    this.emit(this.free ? this.#owned.text : this.value, "settled");
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-combo": ComboField;
  }
}
