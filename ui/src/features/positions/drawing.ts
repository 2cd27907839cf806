// The marks over a page, drawn as SVG in tenths of a millimetre. Hooks: data-shape=KEY, data-handle=X,Y.
import { type SVGTemplateResult, type TemplateResult, html, nothing, svg } from "lit";
import type { Finish, Outline, ShownPages } from "../../api/commands";
import type { Marked } from "./marking";
import { type Corner, HANDLES, cornersOf, frameOf } from "./shapes";

export interface Drawing {
  readonly page: ShownPages;
  readonly marked: readonly Marked[];
  readonly chosen: string;
  readonly finishOf: (step: string) => Finish;
  /** Corners of an outline that is being drawn, and where the mouse is. */
  readonly begun: readonly Corner[];
  /** A rectangle that is being drawn. */
  readonly drawn: Outline | undefined;
  /** Screen pixels to a tenth of a millimetre: what is held by hand stays as large as a hand. */
  readonly scale: number;
}

const points = (corners: readonly Corner[]): string => corners.map(([x, y]) => `${x},${y}`).join(" ");

export function drawing(parts: Drawing): TemplateResult {
  const { page, scale } = parts;
  const box = [-page.trimLeft * 10, -page.trimTop * 10, page.width * 10, page.height * 10].join(" ");
  const trimmed = page.trimLeft > 0.05 || page.trimTop > 0.05 || page.width - page.trimWidth > 0.1 || page.height - page.trimHeight > 0.1;
  return html`<svg class="marks" viewBox=${box} preserveAspectRatio="none" aria-hidden="true">
    ${trimmed ? svg`<rect class="marks-trim" x="0" y="0" width=${page.trimWidth * 10} height=${page.trimHeight * 10}></rect>` : nothing}
    ${parts.marked.map((one) => shape(one, parts))}
    ${parts.drawn === undefined ? nothing : svg`<polygon class="mark-shape is-begun" points=${points(cornersOf(parts.drawn))}></polygon>`}
    ${parts.begun.length === 0 ? nothing : svg`<polyline class="mark-shape is-begun" points=${points(parts.begun)}></polyline>${parts.begun.slice(0, 1).map(([x, y]) => svg`<circle class="mark-handle" cx=${x} cy=${y} r=${5 / scale}></circle>`)}`}
    ${parts.marked.filter((one) => one.key === parts.chosen).map((one) => handles(one.outline, scale))}
  </svg>`;
}

function shape(one: Marked, parts: Drawing): SVGTemplateResult {
  const { left, top } = frameOf(one.outline);
  const size = 12 / parts.scale;
  const look = ["mark-shape", `is-${parts.finishOf(one.step)}`, one.stale ? "is-stale" : "", one.key === parts.chosen ? "is-chosen" : ""].filter(Boolean).join(" ");
  return svg`<g class=${look} data-shape=${one.key}><polygon points=${points(cornersOf(one.outline))}></polygon><text x=${left} y=${top - size / 3} font-size=${size}>${one.name}</text></g>`;
}

function handles(outline: Outline, scale: number): SVGTemplateResult {
  const { left, top, width, height } = frameOf(outline);
  const side = 8 / scale;
  return svg`${HANDLES.map((handle) => svg`<rect class="mark-handle is-${handle.x * handle.y > 0 ? "falling" : handle.x * handle.y < 0 ? "rising" : handle.x === 0 ? "upright" : "level"}" data-handle="${handle.x},${handle.y}" x=${left + ((handle.x + 1) / 2) * width - side / 2} y=${top + ((handle.y + 1) / 2) * height - side / 2} width=${side} height=${side}></rect>`)}`;
}
