// <dk-person-history .person=${id}>: what happened to a person, from the trail, the newest first.
import { type TemplateResult, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { call } from "../../api/call";
import type { PersonChangeView } from "../../api/commands";
import { Loading } from "../../api/loading";
import { LightElement } from "../../kit/element";
import { accountWords } from "../../words/accounts";
import { marks } from "../../words/marks";
import { activityWord } from "../../words/order_checks";
import { roleName } from "../../words/roles";
import { shortTime } from "../../words/times";

/** One thing an act changed, in words. */
export function changeWord(change: PersonChangeView): string {
  const words = accountWords();
  const days = (from: string, to: string | null): string => (to === null ? words.openRange(from) : words.range(from, to));
  switch (change.what) {
    case "name": return words.changesName(change.now);
    case "department": return words.changesDepartment(change.now);
    case "active": return words.changesActive(change.now);
    case "password": return words.changesPassword;
    case "pin": return words.changesPin;
    case "role_given":
    case "role_taken": {
      const what = `${roleName(change.role)}${change.head ? ` · ${words.head}` : ""} · ${days(change.from, change.to)}`;
      return change.what === "role_given" ? words.given(what) : words.taken(what);
    }
    case "deputy_named":
    case "deputy_dropped": {
      const what = `${change.deputy}${marks().open}${roleName(change.role)}${marks().close} · ${days(change.from, change.to)}`;
      return change.what === "deputy_named" ? words.deputyGiven(what) : words.deputyTaken(what);
    }
  }
}

@customElement("dk-person-history")
export class PersonHistory extends LightElement {
  @property({ type: Number }) person = 0;
  readonly #history = new Loading(this, { topics: () => ["people"], load: () => call("person_history", { id: this.person }) });

  protected override render(): TemplateResult {
    const words = accountWords();
    const events = this.#history.value ?? [];
    return html`<section class="person-history" aria-label=${words.history}><h3>${words.history}</h3>
      ${events.length === 0 ? html`<p class="quiet">${words.historyEmpty}</p>` : html`<ol>${events.map((event) => html`<li><span class="quiet">${shortTime(event.at)} · ${event.who}</span> ${activityWord(event.activity)}${event.changes.length === 0 ? "" : html`<ul>${event.changes.map((change) => html`<li>${changeWord(change)}</li>`)}</ul>`}</li>`)}</ol>`}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-person-history": PersonHistory;
  }
}
