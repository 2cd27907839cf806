// Files that were received and never read for print are read while somebody sits at the desk: soon after signing in, then
// every while. The files of the order on the screen are read by the screen itself, which shows how far they are.
import { call } from "./call";
import { desk } from "./desk";

const EVERY = 20_000;

export function watchPreflight(): void {
  setInterval(() => {
    if (desk()?.stage !== "open") return;
    // A desk that cannot be written says so where somebody acts on it.
    void call("preflight_waiting").catch(() => undefined);
  }, EVERY);
}
