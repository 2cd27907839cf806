// The only place that says invoke. `await call("save_customer", { request })`
// answers the command's value, announces what changed, and throws `Refusal` for everything that went wrong.
import { invoke } from "@tauri-apps/api/core";
import { announce } from "./changes";
import { Refusal, toRefusal } from "./refusal";
import { seatLocked, seatOpen } from "./seat";
import { asked } from "./working";
import type { Commands } from "./commands";

export type CommandName = keyof Commands;
type Arguments<K extends CommandName> = Commands[K]["args"];
/** A mutating command answers `Done<T>`; what the screen gets is the `T`. */
type Value<A> = A extends { value: infer T; changed: string[] } ? T : A;
export type Answer<K extends CommandName> = Value<Commands[K]["answer"]>;

type Rest<K extends CommandName> = Record<string, never> extends Arguments<K> ? [args?: Arguments<K>] : [args: Arguments<K>];

const isDone = (answer: unknown): answer is { value: unknown; changed: string[] } =>
  typeof answer === "object" && answer !== null && "value" in answer && "changed" in answer && Array.isArray(answer.changed);

/** What the window asks by itself: it brings no lock screen up and waits for nobody behind one. */
const UNASKED: ReadonlySet<CommandName> = new Set<CommandName>(["stay_awake", "file_into_prepress", "recheck_orders"]);

/** What opens a dialog of the system. */
const ASKING: ReadonlySet<CommandName> = new Set<CommandName>(["pick_files", "pick_folder", "save_paper", "save_page_picture"]);

/** Runs one command of the core. */
export async function call<K extends CommandName>(name: K, ...rest: Rest<K>): Promise<Answer<K>> {
  let answer: unknown;
  const closed = ASKING.has(name) ? asked() : undefined;
  try {
    answer = await invoke(name, rest[0] ?? {});
  } catch (thrown) {
    const refusal = toRefusal(thrown);
    if (refusal.code !== "locked" || UNASKED.has(name)) throw refusal;
    // Nothing is lost by a locked screen: it is asked again once the same person is back, and dropped for another.
    seatLocked();
    if (!(await seatOpen())) throw new Refusal("not_signed_in", {}, true);
    return call(name, ...rest);
  } finally {
    closed?.();
  }
  if (!isDone(answer)) return answer as Answer<K>;
  announce(answer.changed);
  return answer.value as Answer<K>;
}
