// On a form: what shows that somebody agreed elsewhere, and 后补 where the house lets it follow.
//   readonly #evidence = new EvidenceField(this, { name: "consent", takes: () => …, asked: () => … });
//   ${this.#evidence.field()}   if (this.#evidence.missing()) …   request: { ...this.#evidence.sent() }   this.#evidence.clear()
// Hooks: data-field=NAME.evidence, NAME.follows; data-name=attach-evidence.
import { type TemplateResult, html, nothing } from "lit";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { call } from "../api/call";
import { type Piece, type SentPiece, evidenceBox, sentPieces } from "../kit/evidence_box";
import "../kit/fields/choice_field";
import type { TypedEvent } from "../kit/fields/field_base";
import { kitWords } from "../words/kit";
import { EvidenceIntake } from "./evidence_intake";

export interface EvidenceFieldParts {
  readonly name: string;
  /** Whether what is pasted or dropped now belongs here. */
  readonly takes: () => boolean;
  /** Whether it cannot be sent without. */
  readonly asked: () => boolean;
}

/** What was attached so far, as it is kept while one looks elsewhere. */
export interface Attached {
  readonly pieces: readonly Piece[];
  readonly follows: string;
}

export class EvidenceField implements ReactiveController {
  #attached: Attached = { pieces: [], follows: "" };
  #problem = "";
  #mayFollow = true;
  readonly #host: ReactiveControllerHost;
  readonly #parts: EvidenceFieldParts;
  readonly #intake: EvidenceIntake;

  constructor(host: ReactiveControllerHost, parts: EvidenceFieldParts) {
    this.#host = host;
    this.#parts = parts;
    this.#intake = new EvidenceIntake(host, { takes: parts.takes, pieces: () => this.#attached.pieces, take: (pieces) => this.#attach(pieces) });
    host.addController(this);
  }

  hostConnected(): void {
    call("rule_state", { rule: "evidence_may_follow" })
      .then((rule) => {
        this.#mayFollow = rule.value === "on";
        this.#host.requestUpdate();
      })
      .catch(() => undefined);
  }

  get attached(): Attached {
    return this.#attached;
  }

  put(attached: Attached): void {
    this.#attached = attached;
    this.#problem = "";
    this.#host.requestUpdate();
  }

  clear(): void {
    this.put({ pieces: [], follows: "" });
  }

  #attach(pieces: readonly Piece[]): void {
    this.put({ ...this.#attached, pieces });
  }

  get #lacks(): boolean {
    return this.#parts.asked() && this.#attached.pieces.length === 0;
  }

  /** Whether something is missing before it can be sent; it is marked then. */
  missing(): boolean {
    const missing = this.#lacks && (this.#attached.follows === "" || !this.#mayFollow);
    this.#problem = missing ? (this.#mayFollow ? kitWords().sign.evidenceNeeded : kitWords().sign.evidenceNeededNow) : "";
    this.#host.requestUpdate();
    return missing;
  }

  sent(): { evidence: SentPiece[]; follows: boolean } {
    return { evidence: sentPieces(this.#attached.pieces), follows: this.#lacks };
  }

  field(record = ""): TemplateResult {
    const words = kitWords().sign;
    const { name } = this.#parts;
    return html`${evidenceBox({ name: `${name}.evidence`, pieces: this.#attached.pieces, over: this.#intake.over, problem: this.#lacks ? this.#problem : "", attach: () => void this.#intake.pick(), change: (pieces) => this.#attach(pieces) })}
      ${this.#lacks && this.#mayFollow ? html`<dk-check .record=${record} name=${`${name}.follows`} .label=${words.follows} .hint=${words.followsHint} .value=${this.#attached.follows} @typed=${(event: TypedEvent) => { event.stopPropagation(); this.put({ ...this.#attached, follows: event.detail.value }); }}></dk-check>` : nothing}`;
  }
}
