// Where the window is: the part after #/ of the address. go("orders/12") · route() → ["orders", "12"] · onRoute(draw)

export const route = (): readonly string[] => location.hash.replace(/^#\/?/, "").split("/").filter((part) => part !== "").map(decodeURIComponent);

export const href = (...parts: readonly (string | number)[]): string => `#/${parts.map((part) => encodeURIComponent(part)).join("/")}`;

/** Goes there; the draft of what is left stays a draft. */
export function go(...parts: readonly (string | number)[]): void {
  location.hash = href(...parts);
}

export function onRoute(hearer: () => void): () => void {
  addEventListener("hashchange", hearer);
  return () => removeEventListener("hashchange", hearer);
}
