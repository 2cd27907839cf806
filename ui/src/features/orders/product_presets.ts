// What a product type usually is, by the house's own tables: fills only what is empty, and can be taken back in one.
//   const filled = presetFilled(presets, form, "…");  presetTakenBack(later, filled);  bindingFilled(presets, form, "…") for what a binding adds
import type { HousePresets, OrderForm, TypePreset } from "../../api/commands";
import { rowAdded, rowRemoved, rowsOf, textAt, typed } from "../../form/form_edits";

export interface Filled {
  readonly form: OrderForm;
  /** What was filled, by path, with the text that was put there. */
  readonly texts: ReadonlyMap<string, string>;
  /** Rows that came with it. */
  readonly rows: readonly string[];
}

/** The two tables; none while they are on their way. */
export type ProductPresets = Pick<HousePresets, "types" | "parts"> | undefined;

const typeOf = (presets: ProductPresets, kind: string): TypePreset | undefined => presets?.types.find((preset) => folded(preset.kind) === folded(kind));

/** Brackets are typed in both widths. */
const folded = (name: string): string => name.replace(/（/g, "(").replace(/）/g, ")");

/** The fields of each component that comes with a type or a binding. */
const partsOf = (presets: ProductPresets, of: string): readonly Readonly<Record<string, string>>[] => (presets?.parts ?? []).filter((part) => part.of.some((named) => folded(named) === folded(of))).map((part) => part.component as Readonly<Record<string, string>>);

/** Whether a form is a single piece, so that one line stands for its one component. */
export const isSingle = (presets: ProductPresets, form: OrderForm): boolean => {
  const [only, ...more] = form.components;
  return typeOf(presets, form.product["type"] ?? "")?.single === true && only !== undefined && more.length === 0 && (only.values["name"] ?? "") !== "";
};

/** Fields every new component has; a row that holds nothing else is still empty. */
const GIVEN: ReadonlySet<string> = new Set(["bleed", "per_product", "supply", "plate_state"]);
const isBlank = (values: Readonly<Record<string, string>>): boolean => Object.entries(values).every(([key, text]) => text === "" || GIVEN.has(key));

/** What the program itself puts into a new form may be replaced; what a person typed may not. */
const REPLACED: Readonly<Record<string, string>> = { "product.unit": "\u672c" };

/** The form with everything empty filled as the type usually is; nothing for a type without a preset, or where nothing was empty. */
export function presetFilled(presets: ProductPresets, form: OrderForm, kind: string): Filled | undefined {
  const preset = typeOf(presets, kind);
  const parts = partsOf(presets, kind);
  const texts = new Map<string, string>();
  const rows: string[] = [];
  let next = form;
  const fill = (path: string, text: string): void => {
    const there = textAt(next, path);
    if (there === text || (there !== "" && there !== REPLACED[path])) return;
    next = typed(next, path, text);
    texts.set(path, text);
  };
  for (const [key, text] of Object.entries(preset?.product ?? {})) fill(`product.${key}`, text);
  // Components somebody has begun are theirs: the preset fills a list that is still blank.
  if (form.components.every((row) => isBlank(row.values))) {
    parts.forEach((component, index) => {
      const there = rowsOf(next, "component")[index];
      let key = there?.key;
      if (key === undefined) {
        const given = Object.fromEntries(Object.entries(form.components[0]?.values ?? {}).filter(([name]) => GIVEN.has(name)));
        const added = rowAdded(next, "component", undefined, given);
        next = added.form;
        key = added.key;
        rows.push(key);
      }
      for (const [name, text] of Object.entries(component)) fill(`component:${key}.${name}`, text);
    });
  }
  return texts.size === 0 && rows.length === 0 ? undefined : { form: next, texts, rows };
}

/** The parts a binding needs that are not there yet, before the text block; nothing while no component has a name: its type comes first. */
export function bindingFilled(presets: ProductPresets, form: OrderForm, binding: string): Filled | undefined {
  const parts = partsOf(presets, binding);
  const named = (name: string): boolean => form.components.some((row) => row.values["name"] === name);
  const first = form.components[0];
  if (parts.length === 0 || first === undefined || form.components.every((row) => isBlank(row.values)) || parts.some((part) => named(part["name"] ?? ""))) return undefined;
  const given = Object.fromEntries(Object.entries(first.values).filter(([name]) => GIVEN.has(name)));
  const texts = new Map<string, string>();
  const rows: string[] = [];
  let next = form;
  let after = first.key;
  for (const part of parts) {
    const added = rowAdded(next, "component", after, given);
    next = Object.entries(part).reduce((now, [name, text]) => {
      const path = `component:${added.key}.${name}`;
      if (textAt(added.form, path) !== text) texts.set(path, text);
      return typed(now, path, text);
    }, added.form);
    rows.push(added.key);
    after = added.key;
  }
  return { form: next, texts, rows };
}

/** Takes a preset back: what was typed over it since stays. */
export function presetTakenBack(form: OrderForm, before: OrderForm, filled: Filled): OrderForm {
  let next = form;
  for (const [path, text] of filled.texts) if (textAt(next, path) === text) next = typed(next, path, textAt(before, path));
  for (const key of filled.rows) {
    const row = rowsOf(next, "component").find((each) => each.key === key);
    if (row !== undefined && isBlank(row.values)) next = rowRemoved(next, "component", key);
  }
  return next;
}
