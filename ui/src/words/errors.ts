// The one table code → words and what to do next, for every refusal and failure of the core.
//   refusalWords(error) → { title, next };  fieldNote(code, params) → the words under a field;  fieldWords → the short ones.
// Each part of the core has its file in errors/; the table is exhaustive by type over the codes the core speaks.
import type { ErrorCode } from "../api/bindings/codes";
import { codeWord } from "./codes";
import { access } from "./errors/access";
import { type Entry, type Params, fill } from "./errors/entry";
import { copies } from "./errors/copies";
import { files } from "./errors/files";
import { freeProofs } from "./errors/free_proofs";
import { halts } from "./errors/halts";
import { house } from "./errors/house";
import { machine } from "./errors/machine";
import { orders } from "./errors/orders";
import { positions } from "./errors/positions";
import { receipts } from "./errors/receipts";
import { review } from "./errors/review";
import { proofs } from "./errors/proofs";
import { samples } from "./errors/samples";
import { sheets } from "./errors/sheets";
import { threeWay } from "./errors/three_way";
import { taskSheets } from "./errors/task_sheets";
import { typed } from "./errors/typed";
import { catalogue } from "./language";

/** `bridge` is the window's own: the program did not answer at all. */
type Code = ErrorCode | "bridge";
type Table = Readonly<Record<Code, Entry>>;

const zh = { ...access["zh-CN"], ...typed["zh-CN"], ...sheets["zh-CN"], ...taskSheets["zh-CN"], ...copies["zh-CN"], ...threeWay["zh-CN"], ...receipts["zh-CN"], ...files["zh-CN"], ...orders["zh-CN"], ...samples["zh-CN"], ...proofs["zh-CN"], ...freeProofs["zh-CN"], ...halts["zh-CN"], ...positions["zh-CN"], ...review["zh-CN"], ...house["zh-CN"], ...machine["zh-CN"] };
const en = { ...access.en, ...typed.en, ...sheets.en, ...taskSheets.en, ...copies.en, ...threeWay.en, ...receipts.en, ...files.en, ...orders.en, ...samples.en, ...proofs.en, ...freeProofs.en, ...halts.en, ...positions.en, ...review.en, ...house.en, ...machine.en };

/** Words for a code nobody speaks any more would stand here unread: they do not compile either. */
const spoken: Record<Exclude<keyof typeof zh, Code>, never> = {};
void spoken;

const entries = catalogue<Table>({ "zh-CN": zh, en });

const unknown = catalogue({
  "zh-CN": { title: (code: string) => `没有完成（${code}）`, next: "已输入的内容还在。请重试；仍然不行的，把括号里的代码告诉管理员。", beside: (title: string, next: string) => `${title}：${next}` },
  en: { title: (code) => `Not done (${code})`, next: "What you typed is still here. Try again; if it fails again, tell an administrator the code in brackets.", beside: (title, next) => `${title}. ${next}` },
});

export interface RefusalWords {
  readonly title: string;
  readonly next: string;
}

/** Params that are codes of the trade ("sales_director,finance") are said in words. */
const CODED: ReadonlySet<string> = new Set(["roles", "medium", "type", "source", "capacity", "signers", "department", "fields"]);

const worded = (params: Params): Params =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, CODED.has(name) ? value.split(",").map(codeWord).join(" / ") : value]));

export function refusalWords(error: { readonly code: string; readonly params: Params }): RefusalWords {
  const entry: Entry | undefined = (entries() as Readonly<Record<string, Entry>>)[error.code];
  if (entry === undefined) return { title: unknown().title(error.code), next: unknown().next };
  const params = worded(error.params);
  return { title: fill(entry.title, params), next: fill(entry.next, params) };
}

/** What is wrong with a field, in a list of many. */
export const fieldWords = (code: string, params: Params = {}): string => refusalWords({ code, params }).title;

/** What is wrong with a field and how it is written instead, under the field itself. */
export function fieldNote(code: string, params: Params = {}): string {
  const { title, next } = refusalWords({ code, params });
  return next === "" ? title : unknown().beside(title, next);
}

/** Codes there are words for. */
export const knownCodes = (): readonly string[] => Object.keys(zh);
