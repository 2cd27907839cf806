// <dk-receive-files .page=${page}>: files on their way in, chosen or dropped. Each is proposed for a component and as a new
// file or a new version; all are received in one go, a refusal of one is said beside its name and stops no other.
// Answers with the event `page` after each. Hooks: data-name=pick, receive-file, skip-N; data-field=file.N.component,
// file.N.counts, file.N.replaces, file.N.label, file.fromWhom, file.how, file.madeBy.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { Counts, MadeBy, OrderPage } from "../../api/commands";
import { onDroppedFiles } from "../../api/dropped_files";
import { Loading } from "../../api/loading";
import { fileIntoPrepress } from "../../api/prepress";
import { type Refusal, toRefusal } from "../../api/refusal";
import { Unsaved } from "../../api/unsaved";
import { rests } from "../../form/rests";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import "../../kit/fields/combo_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { filePick } from "../../kit/file_pick";
import { form } from "../../kit/form";
import { button, card, notice } from "../../kit/pieces";
import "../../kit/progress";
import { say } from "../../kit/toast";
import { refusalWords } from "../../words/errors";
import { filesWords } from "../../words/files";
import { fileSize } from "../../words/sizes";
import { componentName } from "./file_facts";
import { type Waiting, inUse, legibleName, proposal } from "./proposing";

/** Milliseconds between two looks at how far a file is copied. */
const LOOK = 300;

interface Going {
  readonly path: string;
  readonly name: string;
  readonly done: number;
  readonly all: number;
}

interface Common {
  readonly fromWhom: string;
  readonly how: string;
  readonly madeBy: MadeBy;
}

@customElement("dk-receive-files")
export class ReceiveFiles extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  /** Chosen and not yet received. */
  @state() private waiting: readonly Waiting[] = [];
  @state() private refusals: ReadonlyMap<string, Refusal> = new Map();
  @state() private common: Common = { fromWhom: "", how: "wechat", madeBy: "customer" };
  @state() private unnamed = false;
  @state() private over = false;
  @state() private going: Going | undefined;
  readonly #unsaved = new Unsaved<{ waiting: readonly Waiting[]; common: Common }>(this, "files", {
    record: () => String(this.page?.id ?? ""),
    // The one that is on its way in is no longer waiting.
    give: () => ({ waiting: this.waiting.filter((one) => one.path !== this.going?.path), common: this.common }),
    take: ({ waiting, common }) => {
      this.waiting = waiting;
      this.common = common;
    },
  });
  readonly #acting = new Acting(this);
  readonly #space = new Loading(this, { topics: () => [`order:${this.page?.id ?? 0}`], load: () => call("attachment_space") });
  /** How far the one under way is copied; large files take their time. */
  readonly #coming = new Loading(this, { topics: () => [], load: async () => (this.going === undefined ? undefined : (await call("receiving")).find((one) => one.path === this.going?.path)) });
  #stop = false;
  #undrop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#undrop = onDroppedFiles({
      over: (over) => { this.over = over; },
      drop: (paths) => { this.over = false; this.#add(paths); },
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop = true;
    this.#undrop?.();
  }

  #add(paths: readonly string[]): void {
    const page = this.page;
    const known = this.waiting.map((one) => one.path);
    const fresh = [...new Set(paths)].filter((path) => !known.includes(path));
    if (page === undefined || rests(page) || fresh.length === 0) return;
    const first = this.waiting.length;
    this.waiting = [...this.waiting, ...fresh.map((path) => proposal(page, path))];
    if (this.common.fromWhom === "") this.common = { ...this.common, fromWhom: page.form.order["contact"] ?? "" };
    void this.updateComplete.then(() => setTimeout(() => this.querySelector<HTMLElement>(`[data-field='file.${first}.component']`)?.focus()));
  }

  async #pick(): Promise<void> {
    this.#add((await this.#acting.run(() => call("pick_files"))) ?? []);
  }

  protected override render(): TemplateResult | typeof nothing {
    void this.#unsaved;
    const page = this.page;
    if (page === undefined || rests(page)) return nothing;
    const words = filesWords();
    const refusal = this.#acting.refusal;
    const pick = filePick({ onPick: () => void this.#pick(), over: this.over, hint: words.receiveHint, busy: this.#acting.busy || this.going !== undefined, field: "files.receive" });
    return html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
      ${card({ title: words.receive, note: this.#space.value === undefined ? words.note : html`${words.note} <span data-name="free-space">${words.free(fileSize(this.#space.value))}</span>`, body: html`${pick}${this.waiting.length === 0 ? nothing : this.#form(page)}` })}`;
  }

  #form(page: OrderPage): TemplateResult {
    const words = filesWords();
    const going = this.going;
    const hows = Object.values(words.hows).map((label) => ({ value: label, label }));
    const set = (event: TypedEvent): void => {
      event.stopPropagation();
      this.common = { ...this.common, [event.detail.name.slice("file.".length)]: event.detail.value };
      this.unnamed = false;
    };
    return form({
      label: words.receive,
      onSubmit: () => void this.#receive(page),
      body: html`<ol class="waiting-files">${this.waiting.map((one, index) => this.#row(page, one, index))}</ol>
        <div class="fields is-three">
          <dk-field required name="file.fromWhom" .label=${words.fromWhom} .value=${this.common.fromWhom} .problem=${this.unnamed ? words.required : ""} @typed=${set}></dk-field>
          <dk-combo free name="file.how" .label=${words.how} .value=${this.#how()} .options=${hows} @typed=${set}></dk-combo>
          ${isLocked(page)
            ? html`<p class="quiet is-prose" data-name="locked-note">${words.lockedNote}</p>`
            : html`<dk-choice filled name="file.madeBy" .label=${words.madeBy} .value=${this.common.madeBy} .options=${Object.entries(words.madeByNames).map(([value, label]) => ({ value, label }))} @typed=${set}></dk-choice>`}
        </div>
        ${going === undefined ? nothing : this.#progress(going)}`,
      actions: button({ label: words.take(this.waiting.length), main: true, key: "main", name: "receive-file", busy: going !== undefined }),
    });
  }

  #progress(going: Going): TemplateResult {
    const words = filesWords();
    const copied = this.#coming.value;
    const part = copied === undefined || copied.size === 0 ? 0 : copied.done / copied.size;
    const label = words.receiving(going.name, going.done, going.all) + (copied === undefined ? "" : ` ${words.copied(fileSize(copied.done), fileSize(copied.size))}`);
    return html`<dk-progress .label=${label} .share=${(going.done + part) / going.all} .onCancel=${() => this.#callOff(going)}></dk-progress>`;
  }

  /** Stops behind the file under way, and in the middle of it where it is still being copied. */
  #callOff(going: Going): void {
    this.#stop = true;
    void call("call_off_receiving", { path: going.path }).catch(() => undefined);
  }

  #row(page: OrderPage, one: Waiting, index: number): TemplateResult {
    const words = filesWords();
    const refusal = this.refusals.get(one.path);
    const set = (event: TypedEvent): void => {
      event.stopPropagation();
      const name = event.detail.name.split(".").at(-1) ?? "";
      // Another component has other files: whether this is a new version is proposed again.
      this.#change(one.path, (now) => (name === "component" ? { ...proposal(page, now.path, event.detail.value), label: now.label } : { ...now, [name]: event.detail.value }));
    };
    const components = [...page.form.components.map((row) => ({ value: row.key, label: row.values["name"] || row.key })), { value: "-", label: words.whole }];
    const replaces = [{ value: "-", label: words.beside }, ...inUse(page, one.component).map((file) => ({ value: String(file.place), label: words.replacesFile(file.name) }))];
    const counts = Object.entries(words.countsNames).map(([value, label]) => ({ value, label }));
    // A choice takes an empty value for "not chosen yet"; here both empty answers are answers, written as "-".
    const open = (event: TypedEvent): void => {
      if (event.detail.value === "-") event.stopPropagation();
      set(event.detail.value === "-" ? new CustomEvent("typed", { detail: { name: event.detail.name, value: "" } }) : event);
    };
    return html`<li data-row=${index}>
      <p class="waiting-name"><strong>${legibleName(one.path)}</strong>${button({ label: words.skip, plain: true, name: `skip-${index}`, onClick: () => this.#drop(one.path) })}</p>
      ${refusal === undefined ? nothing : html`<p class="is-red" role="alert">${refusalWords(refusal).title} ${refusalWords(refusal).next}</p>`}
      <div class="fields">
        <dk-choice filled name="file.${index}.component" .record=${one.path} .label=${words.component} .value=${one.component || "-"} .options=${components} @typed=${open}></dk-choice>
        <dk-choice filled name="file.${index}.replaces" .record=${`${one.path} ${one.component}`} .label=${words.replaces} .value=${one.replaces || "-"} .options=${replaces} @typed=${open}></dk-choice>
        <dk-choice filled name="file.${index}.counts" .record=${`${one.path} ${one.component}`} .label=${words.counts} .value=${one.counts} .options=${counts} @typed=${set}></dk-choice>
        <dk-field name="file.${index}.label" .record=${one.path} .label=${words.label} .hint=${words.labelHint} .value=${one.label} @typed=${set}></dk-field>
      </div></li>`;
  }

  #change(path: string, change: (one: Waiting) => Waiting): void {
    this.waiting = this.waiting.map((one) => (one.path === path ? change(one) : one));
  }

  #drop(path: string): void {
    this.waiting = this.waiting.filter((one) => one.path !== path);
    const left = new Map(this.refusals);
    left.delete(path);
    this.refusals = left;
  }

  /** The way as its word; the first suggestion until somebody types another. */
  #how(): string {
    const hows: Readonly<Record<string, string>> = filesWords().hows;
    return hows[this.common.how] ?? this.common.how;
  }

  async #receive(page: OrderPage): Promise<void> {
    if (this.going !== undefined) return;
    const fromWhom = this.common.fromWhom.trim();
    if (fromWhom === "") {
      this.unnamed = true;
      await this.updateComplete;
      setTimeout(() => this.querySelector<HTMLElement>(".has-problem")?.focus());
      return;
    }
    const all = this.waiting;
    this.#stop = false;
    this.refusals = new Map();
    const received: string[] = [];
    const looking = setInterval(() => void this.#coming.reload(), LOOK);
    for (const [done, one] of all.entries()) {
      if (this.#stop) break;
      this.going = { path: one.path, name: legibleName(one.path), done, all: all.length };
      const request = { orderId: page.id, component: one.component, path: one.path, label: one.label, fromWhom, how: this.#how(), replaces: one.replaces === "" ? null : Number(one.replaces), counts: one.counts as Counts, madeBy: isLocked(page) ? "customer" : this.common.madeBy };
      try {
        const next = await call("receive_file", { request });
        this.#drop(one.path);
        received.push(request.path);
        this.dispatchEvent(new CustomEvent<OrderPage>("page", { detail: next, bubbles: true }));
      } catch (thrown) {
        this.refusals = new Map(this.refusals).set(one.path, toRefusal(thrown));
      }
    }
    clearInterval(looking);
    this.going = undefined;
    if (received.length === 0) return;
    say(filesWords().received(received.length, legibleName(received[0] ?? "")));
    void fileIntoPrepress();
  }
}

/** The customer is 直通 (S-4.2.1b): nothing of the house's making is received. */
const isLocked = (page: OrderPage): boolean => page.files.some((file) => file.locked) || page.checks.some((line) => line.code === "locked_files");

/** Shown beside a file that belongs to no component any more. */
export const groupName = (page: OrderPage, key: string): string => (key === "" || page.form.components.some((row) => row.key === key) ? componentName(page, key) : filesWords().gone);

declare global {
  interface HTMLElementTagNameMap {
    "dk-receive-files": ReceiveFiles;
  }
}
