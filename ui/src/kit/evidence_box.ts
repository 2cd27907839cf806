// What proves that somebody agreed elsewhere: chips and thumbnails, each removable, with three ways to add:
// Ctrl V (a screenshot), a dropped file, the system's dialog.
//   ${evidenceBox({ pieces, over, attach, change, problem })}
import { type TemplateResult, html, nothing } from "lit";
import { kitWords } from "../words/kit";
import { button } from "./pieces";

/** A piece as the box shows it. */
export type Piece =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "pasted"; readonly name: string; /** Base64. */ readonly data: string; /** As a data address, to be shown. */ readonly picture: string };

/** A piece as it goes over the bridge. */
export type SentPiece = { from: "file"; path: string } | { from: "pasted"; name: string; data: string };

export const sentPieces = (pieces: readonly Piece[]): SentPiece[] =>
  pieces.map((piece) => (piece.kind === "file" ? { from: "file", path: piece.path } : { from: "pasted", name: piece.name, data: piece.data }));

export interface EvidenceBoxParts {
  readonly pieces: readonly Piece[];
  readonly change: (pieces: readonly Piece[]) => void;
  readonly attach: () => void;
  /** Files hang over the window now. */
  readonly over: boolean;
  readonly problem: string;
  readonly name: string;
  /** What the pieces are, where they prove nothing: pictures. */
  readonly label?: string;
}

export const pieceName = (piece: Piece): string => (piece.kind === "pasted" ? piece.name : (piece.path.split(/[\\/]/).at(-1) ?? piece.path));

export function evidenceBox(parts: EvidenceBoxParts): TemplateResult {
  const words = kitWords().sign;
  return html`<div class=${parts.over ? "evidence is-over" : parts.problem === "" ? "evidence" : "evidence has-problem"} data-field=${parts.name} tabindex="-1">
    <span class="field-label">${parts.label ?? words.evidence}</span>
    <div class="sign-evidence">
      ${parts.pieces.map(
        (piece) => html`<span class="piece" data-name="evidence-piece">
          ${piece.kind === "pasted" ? html`<img src=${piece.picture} alt="" />` : nothing}<span class="piece-name">${pieceName(piece)}</span>
          <button type="button" class="chip-drop" aria-label="${kitWords().remove} ${pieceName(piece)}" @click=${() => parts.change(parts.pieces.filter((each) => each !== piece))}>✕</button></span>`,
      )}
      ${parts.over ? html`<strong>${kitWords().files.dropNow}</strong>` : html`${button({ label: words.attach, onClick: parts.attach, name: "attach-evidence" })}<span class="quiet">${words.pasteOrDrop}</span>`}
    </div>
    <p class=${parts.problem === "" ? "field-note" : "field-note is-problem"} role=${parts.problem === "" ? nothing : "alert"}>${parts.problem}</p>
  </div>`;
}
