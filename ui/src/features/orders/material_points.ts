// The check list of 资料审核: each point with what stands of it, as it is looked at and as it was recorded. A part of the card.
// Hooks: data-name=points, not-applicable-N, unsound-N (of the points), points-recorded; data-point=the name of the point.
import { type TemplateResult, html, nothing } from "lit";
import type { FindingView, MaterialPoint, PointResult } from "../../api/commands";
import { marks } from "../../words/marks";
import { materialWords } from "../../words/material";

/** What was said of points and not recorded yet: whether one does not apply. */
export type Marked = Readonly<Record<string, boolean>>;

/** The points with what was said of them. A finding that stands says more than anybody. */
export function pointsAsMarked(points: readonly MaterialPoint[], marked: Marked): readonly MaterialPoint[] {
  return points.map((point) => {
    const applies = marked[point.name] === undefined ? point.result !== "not_applicable" : marked[point.name] === false;
    return point.result === "unsound" ? point : { name: point.name, result: applies ? "sound" : "not_applicable" };
  });
}

export const namesOf = (points: readonly MaterialPoint[], result: PointResult): readonly string[] => points.filter((point) => point.result === result).map((point) => point.name);

/** What was found of a point: what stands of it, else what was closed. */
export function foundOf(point: string, findings: readonly FindingView[]): readonly FindingView[] {
  const all = findings.filter((finding) => finding.point === point);
  const standing = all.filter((finding) => finding.state !== "closed");
  return standing.length > 0 ? standing : all;
}

/** Never colour alone. */
const SIGNS = { sound: "✓", unsound: "!", not_applicable: "–" } as const satisfies Record<PointResult, string>;

const sign = (result: PointResult): TemplateResult => html`<span class="audit-point-sign" role="img" aria-label=${materialWords().pointResults[result]}>${SIGNS[result]}</span>`;

export interface PointsParts {
  readonly points: readonly MaterialPoint[];
  /** Something typed is not saved: a finding waits for it. */
  readonly edited: boolean;
  readonly mark: (point: string, notApplicable: boolean) => void;
  readonly find: (point: string) => void;
}

export function pointsToLookAt(parts: PointsParts): TemplateResult | typeof nothing {
  if (parts.points.length === 0) return nothing;
  const words = materialWords();
  const colon = marks().colon;
  return html`<ul class="audit-points" data-name="points" aria-label=${words.points}>
    ${parts.points.map(({ name, result }, index) => {
      const away = result === "not_applicable";
      return html`<li class="audit-point is-${result}" data-point=${name}>
        ${sign(result)}<span class="audit-point-name">${name}</span>
        ${result === "unsound" ? nothing : html`<button type="button" class="audit-point-act" data-name="not-applicable-${index}" aria-pressed=${away ? "true" : "false"} aria-label=${name + colon + words.pointResults.not_applicable} @click=${() => parts.mark(name, !away)}>${words.pointResults.not_applicable}</button>`}
        <button type="button" class="audit-point-act" data-name="unsound-${index}" ?disabled=${parts.edited} title=${parts.edited ? words.saveFirst : nothing} aria-label=${name + colon + words.pointResults.unsound} @click=${() => parts.find(name)}>${words.pointResults.unsound}</button>
      </li>`;
    })}
  </ul>`;
}

export function pointsRecorded(points: readonly MaterialPoint[], findings: readonly FindingView[], saidOf: (finding: FindingView) => string): TemplateResult | typeof nothing {
  if (points.length === 0) return nothing;
  const words = materialWords();
  const count = (result: PointResult): number => namesOf(points, result).length;
  return html`<details class="findings-closed" data-name="points-recorded"><summary class="link">${words.recordedPoints(count("sound"), count("unsound"), count("not_applicable"))}</summary>
    <ul class="audit-points" aria-label=${words.points}>${points.map(({ name, result }) => html`<li class="audit-point is-${result}" data-point=${name}>
      ${sign(result)}<span class="audit-point-name">${name}${result === "unsound" ? foundOf(name, findings).map((finding) => html`<small>${saidOf(finding)}</small>`) : nothing}</span>
      ${result === "sound" ? nothing : html`<small class="audit-point-result">${words.pointResults[result]}</small>`}
    </li>`)}</ul></details>`;
}
