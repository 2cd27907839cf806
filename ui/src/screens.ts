// Every screen of the window: first part of the address → how it is drawn, and whether the side bar shows it.
// A feature adds its lines here; the side bar shows only what exists.
import { type TemplateResult, html } from "lit";
import "./features/orders/order_list";

export interface Screen {
  readonly draw: (rest: readonly string[]) => TemplateResult;
  readonly nav?: "work" | "house";
}

export const SCREENS: Readonly<Record<string, Screen>> = {
  orders: { nav: "work", draw: () => html`<dk-orders></dk-orders>` },
};

export const START = "orders";
