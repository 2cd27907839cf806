// <dk-customer .number=${id}>: everything on one customer, its orders and what happened; number 0 is a new one.
// Ctrl Enter saves, Esc goes back to the list. Hooks: data-name=save-customer, mark-established, merge-customer, standing.
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { CustomerForm, CustomerPage, OrderRow, TrailLine } from "../../api/commands";
import { Loading } from "../../api/loading";
import { LightElement } from "../../kit/element";
import { KeyBindings } from "../../kit/keys";
import { landOn } from "../../kit/land";
import { button, card, chip, notice, waiting } from "../../kit/pieces";
import { go, href } from "../../kit/route";
import { say } from "../../kit/toast";
import { customerWords, standingSentence } from "../../words/customers";
import { fieldNote, refusalWords } from "../../words/errors";
import { wordOf } from "../../words/language";
import { activityWord } from "../../words/order_checks";
import { shortDay, shortTime } from "../../words/times";
import { BLANK, customerForm } from "./customer_form";
import "./merge_dialog";
import { unsavedPages } from "./unsaved";

const MOST_ORDERS = 30;
const MOST_LINES = 20;

@customElement("dk-customer")
export class CustomerScreen extends LightElement {
  @property({ type: Number }) number = 0;
  @state() private form: CustomerForm = BLANK;
  @state() private problems: Readonly<Record<string, string>> = {};
  @state() private merging = false;
  #revision = 0;
  #round = 0;
  readonly #acting = new Acting(this);
  readonly #keys = new KeyBindings(this, { main: () => void this.#save(), back: () => go("customers") });
  readonly #page = new Loading<CustomerPage | undefined>(this, {
    topics: () => [`customer:${this.number}`, "orders"],
    load: async () => {
      const page = this.number === 0 ? undefined : await call("open_customer", { id: this.number });
      this.#take(page);
      return page;
    },
  });

  /** What is typed and not saved stays, with the revision it was begun on. */
  #take(page: CustomerPage | undefined): void {
    const unsaved = unsavedPages.kept(String(this.number));
    this.form = unsaved?.form ?? page?.form ?? BLANK;
    this.#revision = unsaved?.revision ?? page?.revision ?? 0;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("number") && changed.get("number") !== undefined) {
      this.problems = {};
      this.#acting.refusal = undefined;
      this.#round += 1;
      void this.#page.reload();
    }
  }

  protected override firstUpdated(): void {
    if (this.number === 0) setTimeout(() => this.querySelector<HTMLElement>("[data-field='customer.name']")?.focus());
  }

  get #unsaved(): boolean {
    return unsavedPages.kept(String(this.number)) !== undefined;
  }

  #change(form: CustomerForm): void {
    this.form = form;
    this.problems = {};
    unsavedPages.keep(String(this.number), { form, revision: this.#revision });
  }

  protected override render(): TemplateResult {
    void this.#keys;
    const words = customerWords();
    const problem = this.#page.problem;
    const page = this.#page.value;
    if (problem !== undefined) return notice({ tone: "red", title: refusalWords(problem).title, text: refusalWords(problem).next, actions: button({ label: words.back, onClick: () => go("customers") }) });
    if (this.number !== 0 && page === undefined) return html`${waiting(this.#page.slow)}`;
    const refusal = this.#acting.refusal;
    const away = page?.mergedInto ?? null;
    return html`<header class="screen-head">
        <div class="order-names"><p class="quiet order-line"><a href=${href("customers")}>${words.back}</a>${page?.form.code ? ` · ${page.form.code}` : ""}</p>
          <h1 class="order-title">${this.form.name === "" ? words.newTitle : this.form.name}</h1></div>
        ${page === undefined ? nothing : chip(wordOf(words.standings, page.standing.code), page.standing.code === "established" ? "green" : "quiet")}
        <span class="screen-gap"></span>
        ${page === undefined || away !== null ? nothing : html`${button({ label: words.merge, onClick: () => { this.merging = true; }, name: "merge-customer", disabled: this.#unsaved })}
          ${button({ label: page.standing.marked === null ? words.mark : words.unmark, onClick: () => void this.#mark(page), name: "mark-established", disabled: this.#unsaved })}`}
        ${away !== null ? nothing : button({ label: words.save, main: true, key: "main", name: "save-customer", disabled: this.#acting.busy, onClick: () => void this.#save() })}
      </header>
      ${refusal === undefined || refusal.fields.length > 0 ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next, ...(refusal.code === "changed_meanwhile" && this.#unsaved ? { actions: button({ label: words.saveOver, name: "save-over", onClick: () => void this.#over() }) } : {}) })}
      ${away === null ? nothing : notice({ tone: "accent", title: words.mergedAway(away.name), text: words.mergedAwayText, actions: button({ label: words.toOther, onClick: () => go("customers", away.id), name: "open-other" }) })}
      ${this.#unsaved ? notice({ tone: "amber", title: words.unsaved, text: words.unsavedText, actions: button({ label: words.discard, name: "discard-customer", onClick: () => this.#discard() }) }) : nothing}
      <div class="order-body"><div class="screen-body">${customerForm({
          form: this.form,
          record: `${this.number}-${this.#round}`,
          problems: this.problems,
          readonly: away !== null,
          invoiceMissing: page?.invoiceMissing ?? [],
          change: (form) => this.#change(form),
        })}</div>
        <aside class="order-side">${page === undefined ? nothing : html`<section class="card"><div class="card-body"><p class="is-prose" data-name="standing">${standingSentence(page.standing)}</p></div></section>${orders(page.orders)}${merged(page)}${history(page.trail)}`}</aside></div>
      ${page === undefined ? nothing : html`<dk-merge ?open=${this.merging} .from=${page.id} .named=${page.form.name} @closed=${() => { this.merging = false; }} @merged=${(event: CustomEvent<CustomerPage>) => this.#merged(event.detail)}></dk-merge>`}`;
  }

  #discard(): void {
    unsavedPages.forget(String(this.number));
    this.problems = {};
    this.#round += 1;
    this.#take(this.#page.value);
    this.requestUpdate();
  }

  #merged(into: CustomerPage): void {
    this.merging = false;
    say(customerWords().merged(into.form.name));
    go("customers", into.id);
  }

  async #mark(page: CustomerPage): Promise<void> {
    const marked = await this.#acting.run(() => call("mark_established", { id: page.id, revision: page.revision, established: page.standing.marked === null }));
    if (marked === undefined) return;
    this.#page.take(marked);
    this.#take(marked);
    say(customerWords().saved);
  }

  /** What the other desk saved stands in the history beside the form; what is typed here goes over it. */
  async #over(): Promise<void> {
    // What was looked at is what was read when it was refused: another change meanwhile is refused again.
    this.#revision = this.#page.value?.revision ?? this.#revision;
    unsavedPages.keep(String(this.number), { form: this.form, revision: this.#revision });
    await this.#save();
  }

  async #save(): Promise<void> {
    if ((this.#page.value?.mergedInto ?? null) !== null) return;
    const form = this.form;
    const number = this.number;
    const saved = await this.#acting.run(() => call("change_customer", { request: { id: number === 0 ? null : number, revision: this.#revision, form } }));
    if (saved !== undefined) {
      unsavedPages.forget(String(number));
      this.problems = {};
      say(customerWords().saved);
      if (number === 0) {
        go("customers", saved.id);
        return;
      }
      this.#page.take(saved);
      // What was typed while it was being saved stays typed.
      if (this.form === form) {
        this.#round += 1;
        this.#take(saved);
      } else unsavedPages.keep(String(number), { form: this.form, revision: saved.revision });
      return;
    }
    if (this.#acting.refusal?.code === "changed_meanwhile") await this.#page.reload();
    const fields = this.#acting.refusal?.fields ?? [];
    this.problems = Object.fromEntries(fields.map((field) => [field.path, fieldNote(field.code, field.params)]));
    await this.updateComplete;
    if (fields[0] !== undefined) landOn(fields[0].path, this);
  }
}

function orders(rows: readonly OrderRow[]): TemplateResult {
  const words = customerWords();
  const shown = rows.slice(0, MOST_ORDERS);
  return card({
    title: words.cards.orders,
    note: rows.length === 0 ? undefined : String(rows.length),
    flush: true,
    body: rows.length === 0
      ? html`<p class="quiet place-more">${words.noOrders}</p>`
      : html`<ul class="place-list" data-name="customer-orders">${shown.map((row) => html`<li><a class="place-link" href=${href("orders", row.id)}><span>${row.number}</span> ${row.product}<small>${[row.quantity, row.amount, row.requestedDate === null ? "" : shortDay(row.requestedDate)].filter((text) => text !== "").join(" · ")}</small></a></li>`)}</ul>`,
  });
}

function merged(page: CustomerPage): TemplateResult | typeof nothing {
  const words = customerWords();
  if (page.merged.length === 0) return nothing;
  return card({ title: words.cards.merged, flush: true, body: html`<ul class="place-list" data-name="merged">${page.merged.map((double) => html`<li><a class="place-link" href=${href("customers", double.id)}><span>${double.name}</span><small>${[double.code, words.mergedOn(shortTime(double.at))].filter((text) => text !== "").join(" · ")}</small></a></li>`)}</ul>` });
}

function history(lines: readonly TrailLine[]): TemplateResult {
  const words = customerWords();
  const facts = (line: TrailLine): string[] => Object.entries(line.params).map(([key, value]) => `${words.historyFields[key] ?? key} ${value}`);
  return card({
    title: words.cards.history,
    flush: true,
    body: lines.length === 0
      ? html`<p class="quiet place-more">${words.noHistory}</p>`
      : html`<ol class="trail" data-name="customer-history">${lines.slice(0, MOST_LINES).map((line) => html`<li><span class="trail-what">${activityWord(line.activity)}</span>${facts(line).map((fact) => html`<small class="trail-what">${fact}</small>`)}<small>${shortTime(line.at)} · ${line.who}</small></li>`)}</ol>`,
  });
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-customer": CustomerScreen;
  }
}
