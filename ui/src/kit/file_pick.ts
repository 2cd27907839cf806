// Button and area for files: ${filePick({ onPick: () => …, over: this.dragging, hint })}
// The page never sees a file itself: `onPick` asks the core's one dialog for paths; a drop comes from the window
// (api/dropped_files.ts), which the host reflects in `over`.
import { type TemplateResult, html, nothing } from "lit";
import { kitWords } from "../words/kit";
import { button } from "./pieces";

export interface FilePickParts {
  readonly onPick: () => void;
  readonly label?: string;
  readonly hint?: string;
  /** Files hang over the window now. */
  readonly over?: boolean;
  readonly busy?: boolean;
  /** The path under which a link lands on the button. */
  readonly field?: string;
}

export function filePick(parts: FilePickParts): TemplateResult {
  const words = kitWords().files;
  return html`<div class=${parts.over === true ? "file-pick is-over" : "file-pick"}>
    <span>${parts.over === true ? words.dropNow : words.drop}</span>
    ${button({ label: parts.label ?? words.pick, onClick: parts.onPick, busy: parts.busy ?? false, name: "pick", ...(parts.field === undefined ? {} : { field: parts.field }) })}
    ${parts.hint === undefined ? nothing : html`<small class="quiet">${parts.hint}</small>`}
  </div>`;
}
