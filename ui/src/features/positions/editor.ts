// <dk-position-editor .page=${OrderPage} .step=${stepKey}>: marks where finishing goes on the pages of a received file. Every
// gesture is kept at once and can be taken back. `leave()` keeps what is still on its way and answers whether it may close.
// Hooks: data-field=position.file, position.process, position.step, position.name, position.tool, position.left, .top, .width, .height;
// data-name=tool-choose, tool-rectangle, tool-outline, add-position, undo-position, redo-position, position-KEY, remove-position, take-over, take-over-all.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call } from "../../api/call";
import type { FilePositions, FileView, Finish, OrderPage, Outline, PositionRequest, StepPositions, TypedFrame } from "../../api/commands";
import { type Refusal, toRefusal } from "../../api/refusal";
import { composes } from "../../kit/composing";
import { rests } from "../../form/rests";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, chip, notice } from "../../kit/pieces";
import { fieldNote, refusalWords } from "../../words/errors";
import { positionWords } from "../../words/positions";
import { type History, type Marked, allMarked, asked, begun, did, freshKey, freshName, isOpen, redone, undone } from "./marking";
import { frameOf, sizeOf, typedLength } from "./shapes";
import type { Gesture, MarkSheet, Tool } from "./sheet";
import "./sheet";

const SIDES = ["left", "top", "width", "height"] as const;
type Side = (typeof SIDES)[number];
/** Lengths somebody typed for a position. */
interface Typing {
  readonly key: string;
  readonly texts: Partial<Record<Side, string>>;
}

/** Files whose pages can be shown: the newest versions in use. */
export const markable = (page: OrderPage): readonly FileView[] => page.files.filter((file) => file.newest && file.outReason === "" && (file.pages ?? 0) > 0);

export const stepName = (step: StepPositions): string => (step.component === "" ? step.process : `${step.component} ${step.process}`);

@customElement("dk-position-editor")
export class PositionEditor extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @property() step = "";
  @state() private fileId = 0;
  @state() private file: FilePositions | undefined;
  @state() private history: History = begun([]);
  @state() private chosen = "";
  @state() private process = "";
  @state() private tool: Tool = "rectangle";
  @state() private sheetPage = 1;
  @state() private typed: Partial<Record<Side, string>> = {};
  @state() private refusal: Refusal | undefined;
  @state() private saving = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> = Promise.resolve();
  /** What the core knows. */
  #kept: readonly Marked[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const page = this.page;
    if (page === undefined || !changed.has("step") && this.fileId !== 0) return;
    this.process = this.step;
    const step = page.positions.steps.find((each) => each.key === this.step);
    const files = markable(page);
    const marked = step?.positions.find((one) => one.place !== null && !one.outOfUse);
    const file = files.find((each) => each.place === marked?.place) ?? files.find((each) => each.component === step?.componentKey && each.component !== "") ?? files.find((each) => each.component === "") ?? files[0];
    if (file !== undefined && file.id !== this.fileId) void this.#open(file.id, marked?.key ?? "");
  }

  async #open(fileId: number, chosen = ""): Promise<void> {
    this.fileId = fileId;
    this.file = undefined;
    try {
      this.#take(await call("file_positions", { fileId }));
      const one = this.history.now.find((each) => each.key === chosen);
      this.#choose(one?.key ?? "");
      this.sheetPage = one?.page ?? 1;
      this.tool = one === undefined ? "rectangle" : "choose";
      this.refusal = undefined;
    } catch (thrown) {
      this.refusal = toRefusal(thrown);
    }
  }

  #take(file: FilePositions): void {
    this.file = file;
    this.#kept = allMarked(file);
    this.history = begun(this.#kept);
  }

  /** Keeps what is still on its way; false when it was refused and stands to be mended. */
  async leave(): Promise<boolean> {
    if (this.querySelector<MarkSheet>("dk-mark-sheet")?.cancel() === true) return false;
    // What was refused was seen once; going all the same leaves it out.
    if (this.refusal !== undefined) return true;
    // A field that is typed in gives its text when it is left.
    if (document.activeElement instanceof HTMLElement && this.contains(document.activeElement)) document.activeElement.blur();
    await this.#applyTyped();
    await this.#save();
    return this.refusal === undefined;
  }

  #change(now: readonly Marked[]): void {
    this.history = did(this.history, now);
    this.#later();
  }

  #later(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#save(), 250);
  }

  /** Sends all that is marked, one sending after the other. */
  #save(typedOf?: Typing): Promise<void> {
    clearTimeout(this.#waiting);
    this.#sending = this.#sending.then(() => this.#send(typedOf));
    return this.#sending;
  }

  async #send(typedOf: Typing | undefined): Promise<void> {
    const file = this.file;
    const now = this.history.now;
    const typing = now.find((each) => each.key === typedOf?.key);
    if (file === undefined || (typing === undefined && now === this.#kept)) return;
    const frame = typing === undefined ? undefined : frameOf(typing.outline);
    const typed = frame === undefined ? null : (Object.fromEntries(SIDES.map((side) => [side, typedOf?.texts[side] ?? typedLength(frame[side])])) as unknown as TypedFrame);
    this.saving = true;
    try {
      const positions: PositionRequest[] = now.map((one) => (one === typing ? asked({ ...one, stale: false }, typed) : asked(one)));
      const next = await call("save_positions", { request: { fileId: file.fileId, seen: file.seen, positions } });
      if (this.fileId !== next.fileId) return;
      this.refusal = undefined;
      this.file = next;
      this.#kept = allMarked(next);
      // What was done meanwhile stands; only what was typed comes back from the core.
      const measured = this.#kept.find((each) => each.key === typing?.key);
      if (this.history.now === now) this.history = typing === undefined ? { ...this.history, now: this.#kept } : did(this.history, this.#kept);
      else if (measured !== undefined) this.history = { ...this.history, now: this.history.now.map((each) => (each.key === measured.key ? { ...each, outline: measured.outline } : each)) };
      this.typed = Object.fromEntries(Object.entries(this.typed).filter(([side, text]) => typedOf?.texts[side as Side] !== text));
    } catch (thrown) {
      this.refusal = toRefusal(thrown);
      // What was refused is not marked; the ways back stay.
      if (typing === undefined) this.history = { ...this.history, now: this.#kept };
    } finally {
      this.saving = false;
    }
    if (this.refusal === undefined && this.history.now !== this.#kept) this.#later();
  }

  async #applyTyped(): Promise<void> {
    const one = this.#one();
    if (one !== undefined && Object.keys(this.typed).length > 0) await this.#save({ key: one.key, texts: this.typed });
  }

  #one(): Marked | undefined {
    return this.history.now.find((each) => each.key === this.chosen);
  }

  #choose(key: string): void {
    this.chosen = key;
    this.typed = {};
    const one = this.#one();
    if (one !== undefined) this.process = one.step;
  }

  #edit(values: Partial<Marked>): void {
    const one = this.#one();
    if (one !== undefined) this.#change(this.history.now.map((each) => (each === one ? { ...one, ...values, stale: false } : each)));
  }

  readonly #made = (outline: Outline): Marked => {
    const page = this.page;
    const step = page?.positions.steps.find((each) => each.key === this.process);
    const values = page?.form.finishing.find((row) => row.key === this.process)?.values;
    const tool = [values?.["material"], values?.["tool"]].filter(Boolean).join(" ");
    return { key: freshKey(), step: this.process, name: freshName(step?.process ?? "", this.history.now.map((each) => each.name)), tool, page: this.sheetPage, outline, stale: false };
  };

  /** A position for those who draw by figures: in the middle of the page, its fields at hand. */
  #addByFigures(): void {
    const size = this.file === undefined ? undefined : sizeOf(this.file.sizes, this.sheetPage);
    if (size === undefined) return;
    const [width, height] = [Math.min(400, Math.floor(size.trimWidth * 5)), Math.min(200, Math.floor(size.trimHeight * 5))];
    const one = this.#made({ shape: "rectangle", left: Math.round(size.trimWidth * 5 - width / 2), top: Math.round(size.trimHeight * 5 - height / 2), width, height });
    this.#change([...this.history.now, one]);
    this.#choose(one.key);
    this.tool = "choose";
    void this.updateComplete.then(() => setTimeout(() => this.querySelector<HTMLElement>("[data-field='position.left']")?.focus()));
  }

  #step(to: History): void {
    if (to === this.history) return;
    this.history = to;
    if (this.#one() === undefined) this.chosen = "";
    this.typed = {};
    this.#later();
  }

  readonly #key = (event: KeyboardEvent): void => {
    const field = event.target instanceof Element && event.target.matches("input, textarea, select");
    if (field || composes(event) || event.altKey || (this.page !== undefined && rests(this.page))) return;
    const act = (run: () => void): void => { event.preventDefault(); run(); };
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (key === "z") act(() => this.#step(event.shiftKey ? redone(this.history) : undone(this.history)));
      if (key === "y") act(() => this.#step(redone(this.history)));
      return;
    }
    const tool = ({ v: "choose", r: "rectangle", o: "outline" } as Record<string, Tool>)[key];
    if (tool !== undefined) act(() => { this.tool = tool; });
  };

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined) return nothing;
    const words = positionWords();
    const files = markable(page);
    // While the order rests the places are only looked at.
    const still = rests(page);
    const { file, refusal } = this;
    const finishOf = (key: string): Finish => page.positions.steps.find((step) => step.key === key)?.finish ?? "other";
    const size = file === undefined ? undefined : sizeOf(file.sizes, this.sheetPage);
    const gesture = (event: CustomEvent<Gesture>): void => {
      const { marked, chosen } = event.detail;
      const drew = marked.length > this.history.now.length;
      if (marked !== this.history.now && !still) this.#change(marked);
      this.#choose(chosen);
      if (drew) this.tool = "choose";
    };
    const tool = (name: Tool, label: string): TemplateResult => html`<button type="button" class="button is-plain" data-name="tool-${name}" aria-pressed=${this.tool === name ? "true" : "false"} @click=${() => { this.tool = name; }}>${label}</button>`;
    return html`<div class="mark-editor" @keydown=${this.#key}>
      <div class="mark-main">
        ${refusal === undefined || refusal.code === "position_not_understood" ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next, actions: refusal.code === "position_changed_meanwhile" ? button({ label: words.reload, name: "reload-positions", onClick: () => void this.#open(this.fileId) }) : nothing })}
        ${still ? nothing : html`<div class="mark-tools">${tool("choose", words.choose)}${tool("rectangle", words.rectangle)}${tool("outline", words.outline)}${button({ label: words.byFigures, plain: true, name: "add-position", disabled: this.process === "" || file === undefined, onClick: () => this.#addByFigures() })}
          <span class="pages-gap"></span>${button({ label: words.undo, plain: true, name: "undo-position", disabled: this.history.past.length === 0, onClick: () => this.#step(undone(this.history)) })}${button({ label: words.redo, plain: true, name: "redo-position", disabled: this.history.future.length === 0, onClick: () => this.#step(redone(this.history)) })}</div>`}
        ${file === undefined || size === undefined ? nothing : html`<dk-mark-sheet .sha256=${file.sha256} .page=${this.sheetPage} .pages=${file.pages} .size=${size} .marked=${this.history.now} .chosen=${this.chosen} .tool=${this.tool} .finishOf=${finishOf} .made=${this.process === "" ? undefined : this.#made}
          .picture=${this.#picture} @marked=${gesture} @turned=${(event: CustomEvent<number>) => { this.sheetPage = event.detail; }}></dk-mark-sheet>`}
        ${still ? nothing : html`<p class="quiet mark-hint">${words.hints[this.tool]}</p>`}
      </div>
      <div class="mark-side">
        <dk-choice filled name="position.file" .label=${words.file} .value=${String(this.fileId)} .options=${files.map((each) => ({ value: String(each.id), label: each.name }))} @typed=${(event: TypedEvent) => { event.stopPropagation(); void this.leave().then((may) => (may ? this.#open(Number(event.detail.value)) : undefined)); }}></dk-choice>
        ${still ? nothing : html`<dk-choice filled name="position.process" .record=${this.chosen} .label=${words.drawFor} .value=${this.process} clause="4.2.6" .options=${page.positions.steps.map((each) => ({ value: each.key, label: isOpen(each) ? words.openProcess(stepName(each)) : stepName(each) }))} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.#choose(""); this.process = event.detail.value; if (this.tool === "choose") this.tool = "rectangle"; }}></dk-choice>`}
        ${this.#list()}${still ? nothing : this.#fields(page.positions.steps)}
      </div>
    </div>`;
  }

  readonly #picture = (page: number, dpi: number): Promise<ArrayBuffer | Uint8Array> => call("page_picture", { sha256: this.file?.sha256 ?? "", page, dpi });

  #list(): TemplateResult {
    const words = positionWords();
    const now = this.history.now;
    const stale = now.filter((one) => one.stale);
    return html`<section class="form-section"><h3>${words.marked} <span class="quiet" role="status">${this.saving || now !== this.#kept ? words.keeping : words.kept}</span></h3>
      ${now.length === 0 ? html`<p class="quiet">${words.noneOnFile}</p>` : html`<ul class="mark-list">${now.map((one) => html`<li><button type="button" class="link" data-name="position-${one.key}" aria-pressed=${one.key === this.chosen ? "true" : "false"} @click=${() => { this.#choose(one.key); this.sheetPage = Math.min(one.page, this.file?.pages ?? one.page); this.tool = "choose"; }}>${one.name}</button> <small class="quiet">${words.pageOf(one.page)} · ${this.#size(one)}</small>${one.stale ? html` ${chip(words.stale, "amber")}` : nothing}</li>`)}</ul>`}
      ${stale.length < 2 ? nothing : button({ label: words.takeOverAll(stale.length), name: "take-over-all", onClick: () => this.#change(now.map((one) => ({ ...one, stale: false }))) })}</section>`;
  }

  #size(one: Marked): string {
    const { width, height } = frameOf(one.outline);
    return `${typedLength(width)} × ${typedLength(height)}`;
  }

  #fields(steps: readonly StepPositions[]): TemplateResult | typeof nothing {
    const words = positionWords();
    const one = this.#one();
    if (one === undefined) return nothing;
    const frame = frameOf(one.outline);
    const record = `${one.key} ${JSON.stringify(one.outline)}`;
    const problem = (side: Side): string => {
      const field = this.refusal?.fields?.find((each) => each.path === `position.${side}`);
      return field === undefined ? "" : fieldNote(field.code, field.params);
    };
    const text = (name: "name" | "tool", label: string): TemplateResult => html`<dk-field name="position.${name}" .record=${one.key} .label=${label} .value=${one[name]} @typed=${(event: TypedEvent) => event.stopPropagation()} @settled=${(event: TypedEvent) => { event.stopPropagation(); if (event.detail.value.trim() !== one[name]) this.#edit({ [name]: event.detail.value.trim() }); }}></dk-field>`;
    return form({
      label: words.details,
      onSubmit: () => void this.#applyTyped(),
      body: html`<div class="mark-fields">${text("name", words.name)}${text("tool", words.tool)}
        <dk-choice filled name="position.step" .span=${2} .record=${one.key} .label=${words.process} .value=${one.step} .options=${steps.map((each) => ({ value: each.key, label: stepName(each) }))} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.#edit({ step: event.detail.value }); }}></dk-choice>
        ${SIDES.map((side) => html`<dk-field kind="millimetres" name="position.${side}" unit="mm" .record=${record} .label=${words.sides[side]} .value=${this.typed[side] ?? typedLength(frame[side])} .problem=${problem(side)}
          @typed=${(event: TypedEvent) => { event.stopPropagation(); this.typed = { ...this.typed, [side]: event.detail.value }; }} @settled=${(event: TypedEvent) => { event.stopPropagation(); void this.#applyTyped(); }}></dk-field>`)}</div>
        <p class="quiet is-prose">${words.fromTrim}</p>`,
      actions: html`${one.stale ? button({ label: words.takeOver, name: "take-over", onClick: () => this.#edit({ stale: false }) }) : nothing}${button({ label: words.remove, danger: true, name: "remove-position", onClick: () => { this.#change(this.history.now.filter((each) => each !== one)); this.#choose(""); } })}`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-position-editor": PositionEditor;
  }
}
