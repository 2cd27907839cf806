// Whether an order is over (issued: it changes by amendment; or a presale that was converted whole), and whether its form may
// be saved: once it took effect it is read here and changed in step 5 (F7-08).
import type { OrderPage } from "../../api/commands";

export const isClosed = (page: OrderPage): boolean => page.state === "released" || page.state === "converted";

export const isOpen = (page: OrderPage): boolean => page.effect.at === null && !isClosed(page);
