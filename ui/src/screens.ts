// Every screen of the window: first part of the address → how it is drawn, and whether the side bar shows it.
// A feature adds its lines here; the side bar shows only what exists.
import { type TemplateResult, html } from "lit";
import "./features/accounts/authority";
import "./features/accounts/evidence_list";
import "./features/accounts/lock_screen";
import "./features/accounts/own_secrets";
import "./features/accounts/people";
import "./features/accounts/sign_in";
import "./features/customers/customer_page";
import "./features/customers/customers";
import "./features/desk/first_start";
import "./features/files/files_step";
import "./features/imports/import_dialog";
import "./features/orders/draft_page";
import "./features/orders/order_list";
import "./features/orders/order_page";
import "./features/positions/positions_card";
import "./features/process/flow";
import "./features/reports/figures";
import "./features/review/review_step";
import "./features/samples/samples_step";
import "./features/settings/settings";
import "./features/task_sheets/sheet_step";
import "./features/today/today";
import "./features/verification/copies";
import "./features/verification/verify";

export interface Screen {
  readonly draw: (rest: readonly string[]) => TemplateResult;
  readonly nav?: "work" | "house";
}

/** The list, a draft, or one order, at a step and a field of it where the address names them. */
function drawOrders([kind, key = "", path = ""]: readonly string[]): TemplateResult {
  if (kind === undefined) return html`<dk-orders></dk-orders>`;
  if (kind === "draft") return html`<dk-draft .key=${key}></dk-draft>`;
  return html`<dk-order .number=${Number(kind)} .landing=${key === "" ? "" : `${key}/${path}`}></dk-order>`;
}

export const SCREENS: Readonly<Record<string, Screen>> = {
  today: { nav: "work", draw: () => html`<dk-today></dk-today>` },
  orders: { nav: "work", draw: drawOrders },
  customers: { nav: "work", draw: ([id]) => (id === undefined ? html`<dk-customers></dk-customers>` : html`<dk-customer .number=${id === "new" ? 0 : Number(id)}></dk-customer>`) },
  copies: { nav: "work", draw: ([id]) => html`<dk-copies .number=${Number(id ?? 0)}></dk-copies>` },
  verify: { nav: "work", draw: () => html`<dk-verify></dk-verify>` },
  evidence: { nav: "work", draw: () => html`<dk-evidence></dk-evidence>` },
  figures: { nav: "work", draw: () => html`<dk-figures></dk-figures>` },
  people: { nav: "house", draw: () => html`<dk-people></dk-people>` },
  authority: { nav: "house", draw: () => html`<dk-authority></dk-authority>` },
  settings: { nav: "house", draw: () => html`<dk-settings></dk-settings>` },
  flow: { nav: "house", draw: () => html`<dk-flow></dk-flow>` },
};

export const START = "today";
