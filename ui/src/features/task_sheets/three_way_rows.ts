// The rows of 三方核对: what somebody typed in the sample's column means, and what is left to do. Pure.
import type { SampleAnswer, ThreeWayRow } from "../../api/commands";
import { threeWayWords } from "../../words/three_way";

/** `封面 · P数`. */
export const rowTitle = (row: ThreeWayRow): string => `${row.component === "" ? threeWayWords().product : row.component} · ${threeWayWords().aspects[row.aspect]}`;

/** Nothing typed agrees, a dash is not on this sample, anything else is what the sample has instead. */
export function answerOf(typed: string): Pick<SampleAnswer, "answer" | "said"> {
  const said = typed.trim();
  if (said === "") return { answer: "agrees", said: "" };
  return ["-", "－", "—"].includes(said) ? { answer: "not_shown", said: "" } : { answer: "differs", said };
}

export const asksSample = (row: ThreeWayRow): boolean => row.sample !== "not_asked";

/** Somebody still has to look at the sample. */
export const isLeft = (row: ThreeWayRow): boolean => row.sample === "open" || row.sample === "stale";

/** Sample or file have something else than the sheet. */
export const differs = (row: ThreeWayRow): boolean => row.sample === "differs" || row.file === "differs";
