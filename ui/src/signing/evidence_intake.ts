// Hears pastes and drops for whoever takes evidence, while `takes()` says so.
//   #intake = new EvidenceIntake(this, { takes: () => recorded, pieces: () => this.pieces, take: (pieces) => { this.pieces = pieces; } })
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { call } from "../api/call";
import { onDroppedFiles } from "../api/dropped_files";
import { topDialog } from "../kit/dialog_depth";
import type { Piece } from "../kit/evidence_box";
import { pastedPictures, pictureFiles } from "./pasted";

export interface EvidenceIntakeParts {
  readonly takes: () => boolean;
  readonly pieces: () => readonly Piece[];
  readonly take: (pieces: readonly Piece[]) => void;
}

export class EvidenceIntake implements ReactiveController {
  /** Files hang over the window. */
  over = false;
  readonly #host: ReactiveControllerHost;
  readonly #parts: EvidenceIntakeParts;
  #undrop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, parts: EvidenceIntakeParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("paste", this.#paste);
    this.#undrop = onDroppedFiles({
      over: (over) => {
        this.over = over && this.#takes();
        this.#host.requestUpdate();
      },
      drop: (paths) => this.#files(paths),
    });
  }

  hostDisconnected(): void {
    document.removeEventListener("paste", this.#paste);
    this.#undrop?.();
  }

  /** Opens the system's dialog. */
  async pick(): Promise<void> {
    this.#files(await call("pick_files"));
  }

  /** Behind an open dialog nobody takes anything: what is pasted there is the dialog's, and whose dialog it is. */
  #takes(): boolean {
    const over = topDialog();
    const host: unknown = this.#host;
    return (over === undefined || (host instanceof Node && (over.contains(host) || host.contains(over)))) && this.#parts.takes();
  }

  #files(paths: readonly string[]): void {
    if (paths.length === 0 || !this.#takes()) return;
    const known = this.#parts.pieces();
    const fresh = paths.filter((path) => !known.some((piece) => piece.kind === "file" && piece.path === path));
    this.#parts.take([...known, ...fresh.map((path): Piece => ({ kind: "file", path }))]);
  }

  readonly #paste = (event: ClipboardEvent): void => {
    // Somebody else on the page took it.
    if (event.defaultPrevented) return;
    const files = pictureFiles(event);
    if (files.length === 0 || !this.#takes()) return;
    event.preventDefault();
    const names = this.#parts.pieces().map((piece) => (piece.kind === "pasted" ? piece.name : ""));
    void pastedPictures(files, names)
      .then((pictures) => this.#parts.take([...this.#parts.pieces(), ...pictures]))
      .catch(() => undefined);
  };
}
