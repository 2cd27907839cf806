// 单别 as a chip: ${kindChip(order.kind)}. A customer order is the rule and bears none.
import { type TemplateResult, nothing } from "lit";
import { chip } from "../kit/pieces";
import { kindWords } from "../words/kinds";
import { wordOf } from "../words/language";

export const kindChip = (kind: string): TemplateResult | typeof nothing => (kind === "od" ? nothing : chip(wordOf(kindWords().short, kind), "accent"));
