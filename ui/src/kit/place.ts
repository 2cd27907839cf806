// Positions and sizes that are only known at run time, set through the CSSOM (the content policy
// refuses style attributes):  html`<tr ${place({ height: "340px" })}></tr>`
import { Directive, type ElementPart, type PartInfo, PartType, directive } from "lit/directive.js";
import { noChange } from "lit";

type Placement = Readonly<Partial<Record<"top" | "left" | "right" | "width" | "height" | "maxHeight" | "minWidth" | "transform", string>>>;

class Place extends Directive {
  #set: Placement = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error("place() stands in a tag, not in an attribute");
  }

  override render(_placement: Placement): unknown {
    return noChange;
  }

  override update(part: ElementPart, [placement]: [Placement]): unknown {
    const rule = (part.element as HTMLElement).style;
    const names = new Set([...Object.keys(this.#set), ...Object.keys(placement)]) as Set<keyof Placement>;
    for (const name of names) {
      if (this.#set[name] !== placement[name]) rule[name] = placement[name] ?? "";
    }
    this.#set = placement;
    return noChange;
  }
}

export const place = directive(Place);
