// Every screen of the window: first part of the address → how it is drawn, and whether the side bar shows it.
// A feature adds its lines here; the side bar shows only what exists.
import { type TemplateResult, html } from "lit";
import "./features/accounts/people";
import "./features/accounts/sign_in";
import "./features/customers/customers";
import "./features/desk/first_start";
import "./features/orders/order_list";
import "./features/process/flow";
import "./features/verification/verify";

export interface Screen {
  readonly draw: (rest: readonly string[]) => TemplateResult;
  readonly nav?: "work" | "house";
}

export const SCREENS: Readonly<Record<string, Screen>> = {
  orders: { nav: "work", draw: () => html`<dk-orders></dk-orders>` },
  customers: { nav: "work", draw: () => html`<dk-customers></dk-customers>` },
  verify: { nav: "work", draw: () => html`<dk-verify></dk-verify>` },
  people: { nav: "house", draw: () => html`<dk-people></dk-people>` },
  flow: { nav: "house", draw: () => html`<dk-flow></dk-flow>` },
};

export const START = "orders";
