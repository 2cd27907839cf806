// Whether an order is closed to changes: issued (it changes by amendment), or a presale that was converted whole.
import type { OrderPage } from "../../api/commands";

export const isClosed = (page: OrderPage): boolean => page.state === "released" || page.state === "converted";
