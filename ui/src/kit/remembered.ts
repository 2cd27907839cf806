// A choice of how a screen looks, remembered on this machine: remembered("orders.filter") · remember("orders.filter", "open")

const stored = (name: string): string => `docket.${name}`;

export function remembered(name: string): string {
  try {
    return localStorage.getItem(stored(name)) ?? "";
  } catch {
    return "";
  }
}

export function remember(name: string, choice: string): void {
  try {
    localStorage.setItem(stored(name), choice);
  } catch {
    // A full or locked store only means the choice is not remembered.
  }
}
