// <dk-window>: the whole window. First start and sign-in fill it; otherwise top bar, side bar, banner, screen and draft strip.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { call } from "../api/call";
import type { DeskState } from "../api/commands";
import { DeskWatch, askDesk, desk, takeDesk } from "../api/desk";
import { lockNow } from "../api/idle";
import { type Refusal, toRefusal } from "../api/refusal";
import "../features/orders/order_search";
import { flushAll } from "../api/seat";
import "../kit/ask";
import { closeDialogs, openDialogs } from "../kit/dialog_depth";
import { LightElement } from "../kit/element";
import { KeyBindings, bindKey } from "../kit/keys";
import { button, notice } from "../kit/pieces";
import { go, href, onRoute, route } from "../kit/route";
import "../kit/toast";
import { SCREENS, START } from "../screens";
import { refusalWords } from "../words/errors";
import { frameWords } from "../words/frame";
import { language, speak } from "../words/language";
import { roleNames } from "../words/roles";
import "./drafts";
import { type AskedField, askedField, helpPanel } from "./help";
import { screenNames, sideBar } from "./side_bar";
import "./working";

/** Nobody has the focus yet: the page keys turn the screen, as on any page. */
function scrollScreen(event: KeyboardEvent): void {
  if (event.defaultPrevented || (event.key !== "PageDown" && event.key !== "PageUp") || openDialogs() > 0) return;
  const screen = document.getElementById("screen");
  if (screen === null || document.querySelector(".help") !== null || (document.activeElement !== document.body && document.activeElement !== null)) return;
  event.preventDefault();
  screen.scrollBy({ top: (event.key === "PageDown" ? 0.9 : -0.9) * screen.clientHeight });
}

/** While help is open the page keys turn it: one reads it with the hands where they are. */
function scrollHelp(event: KeyboardEvent): void {
  const body = document.querySelector<HTMLElement>(".help-body");
  if (body === null || event.defaultPrevented || (event.key !== "PageDown" && event.key !== "PageUp")) return;
  event.preventDefault();
  body.scrollBy({ top: (event.key === "PageDown" ? 0.9 : -0.9) * body.clientHeight });
}

@customElement("dk-window")
export class DocketWindow extends LightElement {
  @state() private refusal: Refusal | undefined;
  @state() private helping = false;
  @state() private owning = false;
  @state() private asked: AskedField | undefined;
  readonly #watch = new DeskWatch(this);
  readonly #keys = new KeyBindings(this, {
    new: () => void this.#newOrder(),
    help: () => this.#help(),
    lock: () => this.#lock(),
  });
  #offRoute: (() => void) | undefined;
  #offBack: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#offRoute = onRoute(() => {
      this.refusal = undefined;
      // A link of the frame has done its work: the screen's first list or field may take the focus.
      const active = document.activeElement;
      if (active instanceof HTMLElement && active.closest(".side, .top, .strip") !== null) active.blur();
      this.requestUpdate();
    });
    addEventListener("keydown", scrollScreen);
    this.addEventListener("step", this.#drawHelp);
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("keydown", scrollScreen);
    this.removeEventListener("step", this.#drawHelp);
    this.#offRoute?.();
  }

  protected override updated(): void {
    const help = this.querySelector<HTMLElement>(".help");
    if (help !== null && typeof help.showPopover === "function" && !help.matches(":popover-open")) help.showPopover();
  }

  async #start(): Promise<void> {
    this.refusal = undefined;
    await this.#try(askDesk);
    await this.updateComplete;
    // Only now does the shell show the window; a hidden window is given no frames to wait for.
    await call("window_painted").catch(() => undefined);
  }

  async #try(run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
    } catch (thrown) {
      this.refusal = toRefusal(thrown);
    }
  }

  readonly #drawHelp = (): void => {
    if (this.helping) this.requestUpdate();
  };

  /** Ctrl N: what is open stays as a draft in the strip; the new one takes the window (nothing is submitted). */
  async #newOrder(): Promise<void> {
    if (desk()?.stage !== "open") return;
    await this.#try(async () => {
      // What was typed a moment ago is kept first: a form nobody has typed into would be opened again instead.
      await flushAll();
      const draft = await call("new_draft");
      const before = location.hash;
      go("orders", "draft", draft.key);
      // It is the very form that is open, and nobody has typed into it: only the dialog over it goes.
      if (location.hash === before) closeDialogs();
    });
  }

  /** F1 in another field shows that field's clause; F1 again closes. */
  #help(): void {
    const asked = askedField();
    const another = asked !== undefined && asked.label !== this.asked?.label;
    this.asked = asked;
    this.#showHelp(!this.helping || another);
  }

  #showHelp(open: boolean): void {
    this.helping = open;
    removeEventListener("keydown", scrollHelp);
    if (open) addEventListener("keydown", scrollHelp);
    this.#offBack?.();
    this.#offBack = open ? bindKey("back", () => this.#showHelp(false), 0) : undefined;
  }

  /** Ctrl L: the page is hidden and kept. */
  #lock(): void {
    void this.#try(lockNow);
  }

  async #signOut(): Promise<void> {
    await this.#try(async () => {
      takeDesk(await call("sign_out"));
      go(START);
    });
  }

  async #leavePractice(): Promise<void> {
    await this.#try(async () => {
      takeDesk(await call("leave_practice"));
      go(START);
    });
  }

  protected override render(): TemplateResult {
    const now = desk();
    void this.#watch;
    void this.#keys;
    return html`${now === undefined ? this.#starting() : this.#stage(now)}<dk-toasts></dk-toasts><dk-working></dk-working><dk-ask></dk-ask>`;
  }

  #starting(): TemplateResult {
    return html`<div class="alone">${this.#problem(() => void this.#start())}</div>`;
  }

  #stage(now: DeskState): TemplateResult {
    if (now.stage === "firstStart") return html`<div class="alone"><dk-first-start></dk-first-start>${this.#language()}</div>`;
    if (now.stage === "signIn") return html`<div class="alone">${this.#banner(now)}${this.#problem()}<dk-sign-in></dk-sign-in>${this.#language()}</div>`;
    const locked = now.stage === "locked";
    // Keyed by who sits here: the page of one person is kept while it is locked, and never shown to another.
    return html`${keyed(now.person?.id, this.#window(now, locked))}${locked ? html`<dk-lock-screen></dk-lock-screen>` : nothing}`;
  }

  #window(now: DeskState, locked: boolean): TemplateResult {
    const [name = START, ...rest] = route();
    const screen = SCREENS[name];
    return html`<div class="window ${now.practice ? "is-practice" : ""} ${locked ? "is-hidden" : ""}" ?inert=${locked} aria-hidden=${locked ? "true" : nothing}>
      ${this.#topBar(now)}
      ${this.#banner(now)}
      ${sideBar(name)}
      <main class="screen" id="screen">
        ${this.#problem()}
        ${screen === undefined
          ? notice({ tone: "amber", title: frameWords().notFound, text: frameWords().notFoundText, actions: button({ label: frameWords().toStart, onClick: () => go(START) }) })
          : keyed(location.hash, screen.draw(rest))}
      </main>
      ${this.helping ? helpPanel({ asked: this.asked, close: () => this.#showHelp(false) }) : nothing}
      <dk-drafts></dk-drafts>
      <dk-own-secrets ?open=${this.owning} @closed=${() => { this.owning = false; }}></dk-own-secrets>
    </div>`;
  }

  #topBar(now: DeskState): TemplateResult {
    const words = frameWords();
    return html`<header class="top">
      <a class="brand" href=${href(START)}><span class="brand-mark" aria-hidden="true"></span>${words.brand}<b>DOCKET</b></a>
      <dk-order-search .screens=${screenNames()}></dk-order-search>
      <span class="top-house">${now.house}</span>
      <span class="top-gap"></span>
      ${button({ label: words.newOrder, key: "new", onClick: () => void this.#newOrder(), name: "new-order" })}
      ${button({ label: words.help, key: "help", plain: true, onClick: () => this.#help() })}
      <button type="button" class="top-person" data-name="own-secrets" title=${words.own} @click=${() => { this.owning = true; }}><b>${now.person?.name ?? ""}</b><small>${roleNames(now.person?.roles ?? [])}</small></button>
      ${button({ label: words.lock, key: "lock", plain: true, onClick: () => this.#lock(), name: "lock" })}
      ${button({ label: words.signOut, plain: true, onClick: () => void this.#signOut(), name: "sign-out" })}
      ${this.#language()}
    </header>`;
  }

  #language(): TemplateResult {
    return button({ label: frameWords().language, plain: true, onClick: () => speak(language() === "en" ? "zh-CN" : "en"), name: "language" });
  }

  #banner(now: DeskState): TemplateResult | typeof nothing {
    if (!now.practice) return nothing;
    return html`<div class="practice" role="status"><span>${frameWords().practiceBanner}</span>
      ${button({ label: frameWords().leavePractice, onClick: () => void this.#leavePractice(), name: "leave-practice" })}</div>`;
  }

  #problem(again?: () => void): TemplateResult | typeof nothing {
    if (this.refusal === undefined) return nothing;
    const words = refusalWords(this.refusal);
    return notice({ tone: "red", title: words.title, text: words.next, actions: again === undefined ? undefined : button({ label: frameWords().tryAgain, onClick: again }) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-window": DocketWindow;
  }
}
