// What the core found in a file, set against what was ordered. Pure.
import type { FileView, OrderPage } from "../../api/commands";
import { filesWords } from "../../words/files";

/** Width and height in whole tenths of a millimetre, the smaller first: a size turned round is the same size. */
function sides(text: string): string | undefined {
  const numbers = (text.match(/\d+(?:\.\d+)?/g) ?? []).slice(0, 2).map((each) => Math.round(Number(each) * 10));
  return numbers.length < 2 ? undefined : numbers.sort((one, other) => one - other).join("x");
}

export const componentName = (page: OrderPage, key: string): string => page.form.components.find((row) => row.key === key)?.values["name"] ?? filesWords().whole;

export interface FileFacts {
  readonly trim: string;
  /** Words of what differs from the order. */
  readonly differs: readonly string[];
  readonly agrees: boolean;
}

/** Trim size against the component's, else the product's; pages are summed by the core. */
export function fileFacts(page: OrderPage, file: FileView): FileFacts {
  const words = filesWords();
  const component = page.form.components.find((row) => row.key === file.component)?.values;
  const ordered = component?.["size"] || page.form.product["size"] || "";
  const trims = [...new Set(file.boxes.map((box) => box.trim))];
  const trim = trims[0] ?? "";
  const differs: string[] = [];
  if (trims.length > 1) differs.push(words.mixed);
  else if (trim !== "" && sides(ordered) !== undefined && sides(trim) !== sides(ordered)) differs.push(words.trimDiffers(trim, ordered));
  return { trim, differs, agrees: differs.length === 0 && trims.length === 1 && sides(ordered) !== undefined };
}

