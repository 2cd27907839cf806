// Codes of the trade that come as facts of a refusal or a check, in words: codeWord("blueline") → 兰纸.
import { catalogue } from "./language";
import { roleName } from "./roles";

const words = catalogue({
  "zh-CN": {
    customer: "客户",
    internal_print: "内部打印",
    retained: "品质留样",
    blueline: "兰纸",
    digital: "数码样",
    inkjet: "喷墨稿",
    physical: "实样",
    content: "内容样",
    colour: "颜色样",
    die: "模切样",
    other: "其他",
    sales: "业务",
    prepress: "印前/工艺",
    feasible: "可行",
    infeasible: "不可行",
    conditional: "有条件",
    accepted: "接单",
    declined: "不接单",
    agreed: "同意",
    changed: "要改",
    cost: "成本",
    check: "审核",
  },
  en: {
    customer: "customer",
    internal_print: "internal print",
    retained: "retained by quality",
    blueline: "blueline",
    digital: "digital proof",
    inkjet: "ink-jet plot",
    physical: "physical sample",
    content: "content sample",
    colour: "colour sample",
    die: "die sample",
    other: "other",
    sales: "sales",
    prepress: "prepress",
    feasible: "feasible",
    infeasible: "not feasible",
    conditional: "conditional",
    accepted: "accepted",
    declined: "declined",
    agreed: "agreed",
    changed: "to be changed",
    cost: "cost",
    check: "check",
  },
});

/** A code in words; a role by its name, an unknown one as it stands. */
export const codeWord = (code: string): string => (words() as Readonly<Record<string, string>>)[code] ?? roleName(code);
