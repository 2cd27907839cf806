// Where Esc leads from an order: to the list it was opened from.
type List = "orders" | "today";

let list: List = "orders";

/** The next order is opened from there. */
export function backTo(from: List): void {
  list = from;
}

/** Where one came from; asked once. */
export function takeBack(): List {
  const from = list;
  list = "orders";
  return from;
}
