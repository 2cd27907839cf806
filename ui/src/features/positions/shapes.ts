// Outlines in tenths of a millimetre from the upper left corner of the trim, and what hands do to them. Pure.
import type { Frame, Outline, ShownPages } from "../../api/commands";

export type Corner = readonly [number, number];
/** Which side or corner is pulled: −1 left or above, 0 neither, 1 right or below. */
export interface Handle {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

export const HANDLES: readonly Handle[] = [
  { x: -1, y: -1 }, { x: 0, y: -1 }, { x: 1, y: -1 }, { x: 1, y: 0 },
  { x: 1, y: 1 }, { x: 0, y: 1 }, { x: -1, y: 1 }, { x: -1, y: 0 },
];

/** The least a hand can pull a position to: half a millimetre, as the core asks. */
export const LEAST = 5;

export function frameOf(outline: Outline): Frame {
  if (outline.shape === "rectangle") return { left: outline.left, top: outline.top, width: outline.width, height: outline.height };
  const xs = outline.corners.map(([x]) => x);
  const ys = outline.corners.map(([, y]) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

export function cornersOf(outline: Outline): readonly Corner[] {
  if (outline.shape === "polygon") return outline.corners;
  const { left, top, width, height } = outline;
  return [[left, top], [left + width, top], [left + width, top + height], [left, top + height]];
}

/** A rectangle between two points, whichever way it was drawn. */
export function between(one: Corner, other: Corner): Outline {
  return { shape: "rectangle", left: Math.min(one[0], other[0]), top: Math.min(one[1], other[1]), width: Math.abs(one[0] - other[0]), height: Math.abs(one[1] - other[1]) };
}

export function moved(outline: Outline, right: number, down: number): Outline {
  if (outline.shape === "rectangle") return { ...outline, left: outline.left + right, top: outline.top + down };
  return { shape: "polygon", corners: outline.corners.map(([x, y]) => [x + right, y + down]) };
}

/** The outline drawn to fill another frame. */
export function framed(outline: Outline, to: Frame): Outline {
  if (outline.shape === "rectangle") return { shape: "rectangle", ...to };
  const from = frameOf(outline);
  const along = (value: number, begin: number, size: number, newBegin: number, newSize: number): number => (size === 0 ? newBegin : newBegin + Math.round(((value - begin) * newSize) / size));
  return { shape: "polygon", corners: outline.corners.map(([x, y]) => [along(x, from.left, from.width, to.left, to.width), along(y, from.top, from.height, to.top, to.height)]) };
}

/** One side or corner pulled; it stops before it passes the other side. */
export function pulled(outline: Outline, handle: Handle, right: number, down: number): Outline {
  const { left, top, width, height } = frameOf(outline);
  const side = (at: -1 | 0 | 1, begin: number, size: number, by: number): readonly [number, number] => {
    if (at === 0) return [begin, size];
    if (at === 1) return [begin, Math.max(LEAST, size + by)];
    const pull = Math.min(by, size - LEAST);
    return [begin + pull, size - pull];
  };
  const [newLeft, newWidth] = side(handle.x, left, width, right);
  const [newTop, newHeight] = side(handle.y, top, height, down);
  return framed(outline, { left: newLeft, top: newTop, width: newWidth, height: newHeight });
}

/** Moves an outline back onto what is shown of its page; one larger than the page begins at its corner. */
export function keptOn(outline: Outline, page: ShownPages): Outline {
  const { left, top, width, height } = frameOf(outline);
  const back = (begin: number, size: number, offset: number, whole: number): number => {
    const least = -Math.floor(offset * 10);
    const most = Math.floor((whole - offset) * 10) - size;
    return Math.max(least, Math.min(begin, most)) - begin;
  };
  return moved(outline, back(left, width, page.trimLeft, page.width), back(top, height, page.trimTop, page.height));
}

/** A point of the picture, as parts of its width and height, in tenths of a millimetre from the trim. */
export const pointOn = (page: ShownPages, across: number, down: number): Corner => [
  Math.round((Math.max(0, Math.min(1, across)) * page.width - page.trimLeft) * 10),
  Math.round((Math.max(0, Math.min(1, down)) * page.height - page.trimTop) * 10),
];

/** The sizes of a page: those of the last row that begins on it or before. */
export const sizeOf = (sizes: readonly ShownPages[], page: number): ShownPages | undefined => sizes.findLast((size) => size.page <= page);

/** `62.5`: tenths as a person types them. */
export const typedLength = (tenths: number): string => String(tenths / 10);
