// The field dictionary as the form walks it: fieldsOf("component", "paper"), fieldAt("component:c1.grammage"), labelOf(field).
// The only place that reads api/bindings/fields.
import { FIELDS, type Field, GROUPS, KINDS } from "../api/bindings/fields";
import type { KindView, OrderForm } from "../api/bindings/types";
import { language } from "../words/language";

export type { Field } from "../api/bindings/fields";
export type Level = "order" | "product" | "component" | "finishing" | "drop" | "instalment" | "service";
export type RowLevel = Exclude<Level, "order" | "product">;

/** The fields of one card, or of a whole level, in the order they are asked. */
export const fieldsOf = (level: Level, ...groups: readonly string[]): readonly Field[] =>
  FIELDS.filter((field) => field.level === level && (groups.length === 0 || groups.includes(field.group)));

/** What stands in a row that is added: what is nearly always so. */
export const initialValues = (level: Level): Readonly<Record<string, string>> =>
  Object.fromEntries(fieldsOf(level).flatMap((field) => (field.initial === "" ? [] : [[field.key, field.initial]])));

export const fieldOf = (level: Level, key: string): Field | undefined => FIELDS.find((field) => field.level === level && field.key === key);

/** "order.phone", "component:c1.grammage". */
export const pathOf = (level: string, key: string, row = ""): string => (row === "" ? `${level}.${key}` : `${level}:${row}.${key}`);

export interface PathParts {
  readonly level: Level;
  readonly row: string;
  readonly key: string;
}

export function partsOf(path: string): PathParts {
  const [place = "", key = ""] = path.split(".");
  const [level = "", row = ""] = place.split(":");
  return { level: level as Level, row, key };
}

export const fieldAt = (path: string): Field | undefined => fieldOf(partsOf(path).level, partsOf(path).key);

/** 单别: its rules as the core keeps them; OD while nobody has said. */
export function kindOf(code: string): KindView {
  const found = KINDS.find((kind) => kind.code === code) ?? KINDS.find((kind) => kind.code === "od") ?? KINDS[0];
  if (found === undefined) throw new Error("no kinds");
  return found;
}

export const kindOfForm = (form: OrderForm): KindView => kindOf(form.order["kind"] ?? "");

const namedBy = (list: readonly string[], level: string, key: string): boolean => list.includes(level) || list.includes(`${level}.${key}`);

/** Whether an order of this kind has the field. */
export const kindHas = (kind: KindView, field: Field): boolean => !namedBy(kind.without, field.level, field.key);

/** Whether a form asks for the field: of a kind that has it, and what channel it was only where it is none of the list. */
export const isAsked = (form: OrderForm, field: Field): boolean =>
  kindHas(kindOfForm(form), field) && (field.key !== "channel_note" || form.order["channel"] === "other" || (form.order["channel_note"] ?? "") !== "");

/** Whether an order of this kind has rows of the level. */
export const kindHasRows = (kind: KindView, level: Level): boolean => !kind.without.includes(level);

/** Whether the star of the field holds on this kind. */
export const kindStars = (kind: KindView, field: Field): boolean => field.starred && !namedBy(kind.optional, field.level, field.key);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const labelOf = (field: Field): string => (language() === "en" ? capital(field.english) : field.label);
export const choiceLabel = (choice: { label: string; english: string }): string => (language() === "en" ? capital(choice.english) : choice.label);

/** Whether one writes there, letter by letter; else one chooses, and is done. */
export const isWritten = (path: string): boolean => !["choice", "check"].includes(fieldAt(path)?.kind ?? "");

/** What a text of the form says at `path`: a choice by its word, everything else as typed. */
export function saidAt(path: string, text: string): string {
  const choice = fieldAt(path)?.choices.find((each) => each.code === text);
  return choice === undefined ? text : choiceLabel(choice);
}

/** What the card is called on which the field stands. */
export function cardOf(field: Field): string {
  const card = GROUPS.find((group) => group.code === field.group);
  return card === undefined ? "" : choiceLabel(card);
}

export const kindLabel = (code: string): string => choiceLabel(kindOf(code));
