// What rests and what is void: asked by the page of an order and by its sheet.
import type { OrderPage, SheetView } from "../api/commands";

/** It is suspended or cancelled: nothing of it moves (F1-11). */
export const rests = (page: OrderPage): boolean => page.state === "suspended" || page.state === "cancelled";

/** What comes before the sheet is over: its sheet is issued, whereafter it changes by signed changes, or it rests. */
export const preparingEnded = (page: OrderPage): boolean => page.sheet !== null || rests(page);

/** No version of the sheet is in force: its order was cancelled. */
export const isVoid = (sheet: SheetView): boolean => sheet.states.at(-1)?.void === true;
