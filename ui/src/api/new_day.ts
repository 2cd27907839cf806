// When somebody sits down at a new day, and when midnight passes while somebody sits here, the orders on which something turned
// by itself are stood anew. What came of it is announced like every change.
import { call } from "./call";
import { desk } from "./desk";

const EVERY = 2_000;
let done = "";
let busy = false;

async function standAnew(today: string): Promise<void> {
  busy = true;
  try {
    while (await call("recheck_orders"));
    done = today;
  } catch {
    // A desk that cannot be written says so where somebody acts on it; this comes again.
  } finally {
    busy = false;
  }
}

export function watchTheTurn(): void {
  setInterval(() => {
    const now = desk();
    if (!busy && now?.stage === "open" && now.today !== done) void standAnew(now.today);
  }, EVERY);
}
