// <dk-order-form>: every field of an order in the order one speaks on the phone. Draft, order and change show the same form.
//   <dk-order-form .form=${form} .record=${key} .reckoning=${…} .marks=${…} .problems=${…} @edited=${(event) => event.detail is Edited}>
// Ctrl G asks for a field by name (field_finder.ts); a change begins with that question.
// Hooks: data-field=PATH on every field, data-row=c1, data-name=add-component | detail-c1 | copy-c1 | remove-c1 | new-customer.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call } from "../../api/call";
import type { Customer, CustomerOffers, CustomerRow, HousePresets, OrderForm, Reckoning } from "../../api/commands";
import { Loading } from "../../api/loading";
import { LightElement } from "../../kit/element";
import { saysOtherwise } from "../../kit/fields/field_base";
import { KeyBindings } from "../../kit/keys";
import { landOn } from "../../kit/land";
import { button, card } from "../../kit/pieces";
import { say } from "../../kit/toast";
import { formWords } from "../../words/order_form";
import { pasteWords } from "../../words/pasted_block";
import { roleNames } from "../../words/roles";
import "./customer_dialog";
import "./field_finder";
import { type Field, type RowLevel, fieldsOf, initialValues, isAsked, isWritten, kindHasRows, kindOfForm, partsOf, pathOf } from "../../form/field_catalogue";
import { EMPTY_FORM, type Edited, rowAdded, rowCopied, rowRemoved, rowRestored, rowsOf, typed } from "../../form/form_edits";
import { type FormSight, formField } from "./form_field";
import { type Proposed, companions, isFilled, proposed } from "./from_customer";
import { followed, meant } from "./followers";
import { filledOf, rememberFilled, rememberPlace } from "./form_memory";
import { type RowActs, rowList, singleLine } from "./form_rows";
import "./paste_preview";
import { type Block, blockOf, isBlock } from "./pasted_block";
import { handField } from "./sheets_table";
import { bindingFilled, isSingle, presetFilled, presetTakenBack } from "./product_presets";

const WIDE: Readonly<Record<string, number>> = { "order.customer_id": 2, "product.name": 2, "order.quality_special": 4, "order.estimate_basis": 3, "product.binding_detail": 2, "product.shipping_mark": 1 };

/** As the last form was told them, until the next one is. */
let presetsKnown: HousePresets | undefined;
/** Fields whose answer fills what usually goes with it. */
const FILLS: Readonly<Record<string, typeof presetFilled>> = { "product.type": presetFilled, "product.binding": bindingFilled };

@customElement("dk-order-form")
export class OrderFormElement extends LightElement {
  constructor() {
    super();
    // A line was taken or a field left, and one stands in the next at once: what it says by then stands there.
    this.addEventListener("settled", () => this.#goOn());
    this.addEventListener("focusin", (event) => {
      const field = (event.target as HTMLElement).closest<HTMLElement>("[data-field]")?.dataset["field"];
      // The question for a field is no place one was in.
      if (field !== undefined && field !== "change.find" && this.record !== "") rememberPlace(this.record, field);
    });
  }

  /** The newest form: what is typed before the host gives the last one back counts, too. */
  #now: OrderForm = EMPTY_FORM;
  #form: OrderForm = EMPTY_FORM;
  /** A letter moved something in another field that is not drawn yet. */
  #moved = false;
  /** As the host gives it. It counts from there on, not from when it is drawn: a letter may come between. */
  @property({ attribute: false })
  get form(): OrderForm {
    return this.#form;
  }

  set form(form: OrderForm) {
    this.#form = form;
    this.#now = form;
  }

  @property() record = "";
  @property({ attribute: false, hasChanged: saysOtherwise }) reckoning: Reckoning | undefined;
  @property({ attribute: false }) problems: Readonly<Record<string, string>> = {};
  @property({ attribute: false, hasChanged: saysOtherwise }) marks: Readonly<Record<string, string>> = {};
  @property({ type: Boolean }) readonly = false;
  /** One comes for a single field: it is asked for by name. */
  @property({ type: Boolean }) finder = false;
  /** Stands at the head of the product: the last order of its kind. */
  @property({ attribute: false }) productNote: unknown;
  /** The kind of the order stays: it has a number, or comes of another order. */
  @property({ type: Boolean }) kindFixed = false;
  /** Stands behind the quantity: what was sold of the product. */
  @property({ attribute: false }) quantityNote: unknown;
  @state() private open: ReadonlySet<string> = new Set();
  @state() private adding = false;
  /** The component table of a single piece, opened on demand. */
  @state() private table = false;
  @state() private pasted: Block | undefined;
  /** How often a text was put in from outside, by path: the field then shows it even under the caret. */
  @state() private put: Readonly<Record<string, number>> = {};
  @state() private offers: CustomerOffers | undefined;
  /** What is typed as the customer's name: the core answers the few that fit. */
  #sought = "";
  readonly #customers = new Loading(this, { topics: () => ["customers"], load: () => this.#seek(this.#sought) });
  readonly #presets = new Loading(this, { topics: () => ["settings"], load: async () => (presetsKnown = await call("house_presets")) });
  /** Whose offers are asked for. */
  #named = "";
  readonly #people = new Loading(this, { topics: () => ["people"], load: () => call("people_list") });
  /** Ctrl G was pressed: one asks for a field by name. */
  @state() private finding = false;
  /** Where one was when asking. */
  #before: HTMLElement | undefined;
  readonly #keys = new KeyBindings(this, { field: () => void this.#find() });

  async #seek(query: string): Promise<{ readonly query: string; readonly rows: readonly CustomerRow[] }> {
    // Without an answer the name stays as it was typed, and the next act tells what is wrong.
    return { query, rows: await call("customer_choices", { query }).catch(() => []) };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#moved = false;
    // Of another order nothing counts but what the host gives.
    if (changed.has("record")) this.#now = this.form;
    const name = this.#now.order["customer_id"] ?? "";
    if (name !== this.#named && !this.readonly) void this.#meet(name, false);
  }

  /** Asks what a customer offers; `propose`: somebody chose the customer just now, so empty fields are filled. */
  async #meet(name: string, propose: boolean): Promise<void> {
    this.#named = name;
    try {
      const offers = name.trim() === "" ? null : await call("customer_offers", { name });
      if (this.#named !== name) return;
      this.offers = offers ?? undefined;
      if (propose && offers !== null && (this.#now.order["customer_id"] ?? "") === name) this.#put(proposed(this.#now, offers, filledOf(this.record)));
    } catch {
      // Proposals are a help: without an answer the form is typed as ever, and the next act tells what is wrong.
      this.offers = undefined;
    }
  }

  #put({ form, filled }: Proposed, letter = false): void {
    rememberFilled(this.record, filled);
    this.#edit(form, letter);
  }

  #edit(form: OrderForm, letter = false): void {
    this.#now = form;
    this.dispatchEvent(new CustomEvent<Edited>("edited", { detail: { form, typed: letter } }));
  }

  /** One goes on to another field, which must find everything drawn. */
  #goOn(): void {
    this.letterLeft();
    if (this.#moved) this.requestUpdate();
  }

  /** Puts the focus on a field, opening what hides it. */
  async land(path: string): Promise<boolean> {
    const { level, row } = partsOf(path);
    if ((level === "component" || level === "finishing") && row !== "") this.open = new Set([...this.open, row]);
    this.#goOn();
    await this.updateComplete;
    // What was just opened draws itself behind the form.
    await Promise.all([...this.querySelectorAll<LightElement>(".row-detail :is(dk-field, dk-combo, dk-choice, dk-check, dk-multiline)")].map((each) => each.updateComplete));
    // A list that has no row yet: the button that adds one.
    const add = this.querySelector<HTMLElement>(`[data-name="add-${path}"]`);
    if (add !== null) {
      add.scrollIntoView({ block: "center" });
      add.focus();
      return true;
    }
    return landOn(path, this);
  }

  readonly #acts = (): RowActs => ({
    open: this.open,
    toggle: (key) => {
      const open = new Set(this.open);
      if (!open.delete(key)) open.add(key);
      this.open = open;
    },
    add: (level, after) => this.#appear(rowAdded(this.#now, level, after, initialValues(level))),
    copy: (level, key) => this.#appear(rowCopied(this.#now, level, key)),
    remove: (level, key) => this.#remove(level, key),
  });

  #appear(added: { form: OrderForm; key: string }): void {
    this.letterLeft();
    this.#edit(added.form);
    setTimeout(() => {
      const row = this.querySelector<HTMLElement>(`[data-row="${added.key}"]`);
      row?.scrollIntoView({ block: "nearest" });
      row?.querySelector<HTMLElement>("[data-field]")?.focus();
    }, 30);
  }

  #remove(level: RowLevel, key: string): void {
    this.letterLeft();
    const rows = rowsOf(this.#now, level);
    const index = rows.findIndex((row) => row.key === key);
    const row = rows[index];
    if (row === undefined) return;
    const words = formWords();
    this.#edit(rowRemoved(this.#now, level, key));
    say(words.removed(row.values["name"] || row.values["process"] || words.rowNames[level]), { label: words.undo, run: this.#here(() => this.#edit(rowRestored(this.#now, level, row, index))) });
    const neighbour = rows[index + 1] ?? rows[index - 1];
    setTimeout(() => {
      const next = neighbour === undefined ? this.querySelector<HTMLElement>(`[data-name="add-${level}"]`) : this.querySelector<HTMLElement>(`[data-row="${neighbour.key}"] [data-field]`);
      next?.focus();
    }, 30);
  }

  /** What the house usually makes, known from the last form until it is asked anew: what is one line stays one. */
  get #housePresets(): HousePresets | undefined {
    return this.#presets.value ?? presetsKnown;
  }

  #sight(): FormSight {
    const newest = (): OrderForm => this.#now;
    return {
      get form() { return newest(); },
      record: this.record,
      reckoning: this.reckoning,
      problems: this.problems,
      marks: this.marks,
      customers: (this.#customers.value?.rows ?? []).map((customer) => ({ value: customer.name, label: customer.name, detail: [customer.former === null ? "" : formWords().former(customer.former), customer.shortName, customer.contact].filter(Boolean).join(" · ") })),
      offers: this.offers,
      presets: this.#housePresets,
      filled: (path) => !this.readonly && isFilled(this.#now, filledOf(this.record), path),
      sought: this.#customers.value?.query ?? "",
      seek: (text) => {
        this.#sought = text;
        void this.#customers.reload();
      },
      people: (this.#people.value ?? []).filter((person) => person.active).map((person) => ({ value: person.name, label: person.name, detail: roleNames(person.roles) })),
      readonly: this.readonly,
      kindFixed: this.kindFixed,
      type: (path, text) => this.#type(path, text),
      newCustomer: () => { this.adding = true; },
      revert: (path, text) => {
        this.#show(path);
        this.#edit(typed(this.#now, path, text));
      },
      recordOf: (path) => (this.put[path] === undefined ? this.record : `${this.record}#${this.put[path]}`),
    };
  }

  /** What is put in at `path` is seen also under the caret. */
  #show(path: string): void {
    this.letterLeft();
    this.put = { ...this.put, [path]: (this.put[path] ?? 0) + 1 };
  }

  #type(path: string, letters: string): void {
    const text = meant(this.#now, path, letters);
    const form = typed(this.#now, path, text);
    const letter = text === letters && isWritten(path);
    if (text !== letters) this.#show(path);
    if (letter) this.letterFirst();
    if (path === "order.customer_id") {
      this.#edit(form, letter);
      if (this.#customers.value?.rows.some((each) => each.name === text) === true) void this.#meet(text, true);
      return;
    }
    // In a change each place is counted and signed for: there only what somebody types moves.
    const fills = this.readonly || this.finder ? undefined : FILLS[path];
    const filled = fills?.(this.#housePresets, form, text);
    if (filled === undefined) {
      const next = companions(this.finder ? form : followed(this.#now, form, path, text), path, text, this.offers, filledOf(this.record));
      // What a letter moves in other fields is drawn when one goes on, else at the pause with all that follows.
      this.#moved ||= letter && next.form !== form;
      this.#put(next, letter);
      return;
    }
    // It is said in words: what they speak of stands there with them.
    this.letterLeft();
    this.#edit(filled.form);
    const words = formWords();
    say(words.presetFilled(text), { label: words.undo, run: this.#here(() => this.#edit(presetTakenBack(this.#now, form, filled))) });
  }

  protected override render(): TemplateResult {
    void this.#keys;
    const words = formWords();
    const sight = this.#sight();
    const acts = this.#acts();
    const kind = kindOfForm(this.#now);
    const one = (field: Field): unknown => {
      if (field.key === "spine") return handField(sight, field, "", "product.spine", this.reckoning?.computed["product.spine"]?.replace(/ mm$/, "") ?? "");
      const drawn = formField(sight, field, "", WIDE[pathOf(field.level, field.key)] ?? 1);
      return pathOf(field.level, field.key) === "product.quantity" && this.quantityNote != null ? html`<i class="row-start"></i>${drawn}${this.quantityNote}` : drawn;
    };
    const group = (level: "order" | "product", ...groups: readonly string[]): unknown => fieldsOf(level, ...groups).filter((field) => isAsked(this.#now, field)).map(one);
    // 单别 decides what else is asked: it stands first, one key before the customer.
    const kindField = fieldsOf("order", "customer").filter((field) => field.key === "kind").map(one);
    const customer = fieldsOf("order", "customer").filter((field) => field.key !== "kind" && isAsked(this.#now, field)).map(one);
    const rows = (level: RowLevel, title: string, note?: unknown): unknown => (kindHasRows(kind, level) ? card({ title, note, body: rowList(sight, acts, level) }) : nothing);
    const computed = this.reckoning?.computed ?? {};
    const total = (key: string, label: string): unknown => (computed[key] === undefined ? undefined : html`${label} <b>${computed[key]}</b>`);
    const newCustomer = this.readonly || !kind.readBack ? undefined : button({ label: words.newCustomer, onClick: () => { this.adding = true; }, name: "new-customer" });
    // The remark of the call stands where the call begins.
    const remark = fieldsOf("order").find((field) => field.key === "remark");
    const quality = fieldsOf("order", "quality").filter((field) => field !== remark).map((field) => formField(sight, field, "", WIDE[pathOf("order", field.key)] ?? 1));
    return html`<div class="screen-body">
      ${this.finder ? this.#finder() : this.finding ? html`<div class="field-question">${this.#finder()}</div>` : nothing}
      ${card({ title: kind.readBack ? words.cards.customer : words.cards.stock, note: newCustomer, id: "card-customer", body: html`<div class="fields">${kindField}${customer}${remark === undefined ? nothing : formField(sight, remark, "", 4)}</div>` })}
      ${card({ title: words.cards.product, note: this.productNote, body: html`<div class="fields">${group("product", "product", "binding")}</div>` })}
      ${card({ title: words.cards.terms, note: total("order.amount", words.amount), body: html`<div class="fields">${group("order", "price")}${group("order", "dates")}</div>` })}
      ${card({ title: words.cards.components, note: total("product.total_pages", words.totalPages), body: this.#components(sight, acts) })}
      ${card({ title: words.cards.finishing, body: rowList(sight, acts, "finishing") })}
      ${rows("service", words.cards.services, total("services.total", words.servicesTotal))}
      ${rows("instalment", words.cards.payment, total("instalments.total", words.instalmentsTotal))}
      ${rows("drop", words.cards.drops, total("drops.total", words.dropsTotal))}
      ${card({ title: words.cards.quality, body: html`<div class="fields">${group("product", "packing")}${quality}</div>` })}
    </div>
    ${this.readonly ? nothing : html`<dk-customer-dialog .record=${this.record} ?open=${this.adding} @left=${(event: CustomEvent<string>) => this.#leave(event.detail)} .known=${{ name: this.#now.order["customer_id"] ?? "", contact: this.#now.order["contact"] ?? "", phone: this.#now.order["phone"] ?? "" }} @closed=${() => { this.adding = false; }} @added=${(event: CustomEvent<Customer>) => void this.#added(event.detail)}></dk-customer-dialog>`}`;
  }

  #finder(): TemplateResult {
    return html`<dk-field-finder ?called=${this.finding} .form=${this.#now} @chosen=${(event: CustomEvent<string>) => void this.land(event.detail)} @left=${() => { this.finding = false; }} @dismissed=${() => this.#stopFinding()}></dk-field-finder>`;
  }

  async #find(): Promise<void> {
    const active = document.activeElement;
    if (active instanceof HTMLElement && active.closest("dk-field-finder") === null) this.#before = active;
    this.finding = true;
    await this.updateComplete;
    const finder = this.querySelector("dk-field-finder");
    await finder?.updateComplete;
    finder?.focus();
  }

  /** Nothing was chosen: one is where one was. */
  #stopFinding(): void {
    this.finding = false;
    if (this.#before?.isConnected === true) this.#before.focus();
  }

  /** An undo that outlives its order does nothing to the next one shown here. */
  #here(run: () => void): () => void {
    const { record } = this;
    return () => { if (this.record === record) run(); };
  }

  #components(sight: FormSight, acts: RowActs): unknown {
    const body = !this.table && isSingle(this.#housePresets, this.#now) ? singleLine(sight, acts, () => void this.#openTable()) : rowList(sight, acts, "component");
    if (this.readonly) return body;
    return html`<div class="components" @paste=${(event: ClipboardEvent) => this.#paste(event)}>${body}
      ${this.pasted === undefined
        ? html`<p class="quiet paste-hint">${pasteWords().hintBelow}</p>`
        : html`<dk-paste-preview .form=${this.#now} .block=${this.pasted} @closed=${() => this.#closePaste()} @filled=${(event: CustomEvent<OrderForm>) => this.#fillPaste(event)}></dk-paste-preview>`}</div>`;
  }

  async #openTable(): Promise<void> {
    this.table = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>("[data-name=add-component]")?.focus();
  }

  #paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!isBlock(text)) return;
    event.preventDefault();
    event.stopPropagation();
    this.pasted = blockOf(text);
  }

  #closePaste(): void {
    this.pasted = undefined;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("[data-name=add-component], [data-name=open-components]")?.focus());
  }

  #fillPaste(event: CustomEvent<OrderForm>): void {
    event.stopPropagation();
    const rows = this.pasted?.rows.length ?? 0;
    const before = this.#now.components;
    this.pasted = undefined;
    this.table = true;
    this.#edit({ ...this.#now, components: event.detail.components });
    const words = pasteWords();
    say(words.filled(rows), { label: words.undo, run: this.#here(() => this.#edit({ ...this.#now, components: before })) });
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("[data-name=add-component]")?.focus());
  }

  /** Another call takes the window while a customer is being entered: the draft is known by that name. */
  #leave(name: string): void {
    if ((this.#now.order["customer_id"] ?? "") === "") this.#edit(typed(this.#now, "order.customer_id", name));
  }

  async #added(customer: Customer): Promise<void> {
    this.adding = false;
    this.#edit(typed(this.#now, "order.customer_id", customer.name));
    await this.#meet(customer.name, true);
    // On with the call: the next field nothing stands in, unless somebody has gone on already. A caret that jumps eats keys.
    setTimeout(() => {
      const here = document.activeElement?.closest<HTMLElement>("[data-field]")?.dataset["field"];
      if (here !== undefined && here !== "order.customer_id") return;
      const next = ["order.contact", "order.phone", "order.customer_po"].find((path) => (this.#now.order[path.slice(6)] ?? "") === "");
      void this.land(next ?? "order.customer_po");
    }, 30);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-order-form": OrderFormElement;
  }
}
