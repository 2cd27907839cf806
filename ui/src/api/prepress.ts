// The queue into the prepress folder moves while somebody sits at the desk: soon after signing in, then every while. What
// came of it is announced like every change; the rows of the queue say what went wrong.
import { call } from "./call";
import { desk } from "./desk";

const EVERY = 20_000;
let tried = false;

/** Passes until nothing is due; `all` tries what waits for a later try, too, once. */
export async function fileIntoPrepress(all = false): Promise<void> {
  // A desk that cannot be written says so where somebody acts on it; behind a locked screen nothing is filed and nothing said.
  const pass = async (every: boolean): Promise<boolean> => (await call("file_into_prepress", { all: every }).catch(() => false)) === true;
  let more = await pass(all);
  while (more) more = await pass(false);
}

export function watchPrepress(): void {
  setInterval(() => {
    if (desk()?.stage !== "open") {
      tried = false;
      return;
    }
    const all = !tried;
    tried = true;
    void fileIntoPrepress(all);
  }, EVERY);
}
