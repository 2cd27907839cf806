// The help of each screen (F1), as typed content: what to do here, and the clauses behind it. Keys are the first part of the address.
import { en } from "./help/en";
import { zh } from "./help/zh";
import { catalogue } from "./language";

export interface HelpPage {
  readonly title: string;
  readonly lines: readonly string[];
  /** What is done on each of the seven steps. */
  readonly steps?: readonly (readonly string[])[];
  readonly clauses: readonly string[];
}

export type HelpName = "today" | "orders" | "draft" | "order" | "customers" | "settings" | "figures" | "people" | "authority" | "evidence" | "copies" | "verify" | "flow";


/** Words and pages of the help, the same in both languages. */
export interface HelpWords {
  readonly panel: string;
  readonly onField: (label: string) => string;
  readonly clause: (clause: string) => string;
  readonly rules: string;
  readonly close: string;
  readonly more: string;
  readonly here: (step: number, name: string) => string;
  readonly everywhere: string;
  readonly pages: Readonly<Record<HelpName, HelpPage>>;
}

export const helpWords = catalogue<HelpWords>({ "zh-CN": zh, en });
