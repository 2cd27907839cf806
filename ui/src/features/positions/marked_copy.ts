// <dk-marked-copy .page=${page}>: a copy of a received PDF that carries the stamp, folios where the book has none, and the
// positions; the received file stays as it is. Hooks: data-name=marked-copy (opens), make-copy; data-field=copy.file,
// copy.sample, copy.corner, copy.positions, copy.folioPages, copy.firstFolio; those of paper_view.ts.
import { type TemplateResult, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Acting } from "../../api/acting";
import { call } from "../../api/call";
import type { Corner, OrderPage, Paper, SampleView } from "../../api/commands";
import { dialog } from "../../kit/dialog";
import { rests } from "../../form/rests";
import { LightElement } from "../../kit/element";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, card, notice } from "../../kit/pieces";
import { say } from "../../kit/toast";
import "../../papers/paper_view";
import { refusalWords } from "../../words/errors";
import { copyWords } from "../../words/marked_copy";
import { markable } from "./editor";

interface Asked {
  readonly file: string;
  readonly sample: string;
  readonly corner: Corner;
  readonly positions: string;
  readonly folioPages: string;
  readonly firstFolio: string;
}

const stamped = (page: OrderPage): readonly SampleView[] => page.samples.filter((sample) => sample.stamp !== null && !sample.staleProof && !sample.stamp.stale && !sample.stamp.expired);

@customElement("dk-marked-copy")
export class MarkedCopy extends LightElement {
  @property({ attribute: false }) page: OrderPage | undefined;
  @state() private asked: Asked | undefined;
  @state() private paper: Paper | undefined;
  readonly #acting = new Acting(this);

  protected override render(): TemplateResult | typeof nothing {
    const page = this.page;
    if (page === undefined || rests(page) || markable(page).length === 0) return nothing;
    const words = copyWords();
    const { asked, paper } = this;
    return html`${card({ title: words.title, note: words.note, body: html`<div class="line-form"><p class="is-prose">${words.lead}</p>${button({ label: words.open, name: "marked-copy", onClick: () => this.#open(page) })}</div>` })}
      ${dialog({ open: asked !== undefined, title: words.title, onClose: () => { this.asked = undefined; }, body: asked === undefined ? nothing : this.#form(page, asked) })}
      ${dialog({ open: paper !== undefined, title: paper?.fileName ?? "", wide: true, onClose: () => { this.paper = undefined; }, body: html`<dk-paper printable received .paper=${paper}></dk-paper>` })}`;
  }

  #open(page: OrderPage): void {
    this.#acting.clear();
    const files = markable(page);
    const marked = page.positions.steps.flatMap((step) => step.positions).find((one) => one.place !== null && !one.stale && !one.outOfUse);
    const file = files.find((each) => each.place === marked?.place) ?? files[0];
    this.asked = { file: String(file?.id ?? ""), sample: String(stamped(page)[0]?.id ?? "-"), corner: "bottom_right", positions: "1", folioPages: "", firstFolio: "1" };
  }

  #form(page: OrderPage, asked: Asked): TemplateResult {
    const words = copyWords();
    const refusal = this.#acting.refusal;
    const set = (event: TypedEvent): void => {
      event.stopPropagation();
      this.asked = { ...asked, [event.detail.name.slice("copy.".length)]: event.detail.value };
    };
    const samples = [...stamped(page).map((sample) => ({ value: String(sample.id), label: `${sample.number} ${sample.description}`.trim() })), { value: "-", label: words.noStamp }];
    return form({
      label: words.title,
      onSubmit: () => void this.#make(asked),
      body: html`${refusal === undefined ? nothing : notice({ tone: "red", title: refusalWords(refusal).title, text: refusalWords(refusal).next })}
        <div class="fields is-two">
          <dk-choice filled name="copy.file" .label=${words.file} .value=${asked.file} .options=${markable(page).map((file) => ({ value: String(file.id), label: file.name }))} @typed=${set}></dk-choice>
          <dk-choice filled name="copy.sample" .label=${words.stamp} .value=${asked.sample} .options=${samples} clause="4.2.4" @typed=${set}></dk-choice>
          <dk-choice filled name="copy.corner" .label=${words.corner} .value=${asked.corner} .options=${Object.entries(words.corners).map(([value, label]) => ({ value, label }))} @typed=${set}></dk-choice>
          <dk-check name="copy.positions" .label=${words.positions} .value=${asked.positions} clause="4.2.6" @typed=${set}></dk-check>
          <dk-field name="copy.folioPages" .label=${words.folioPages} .hint=${words.folioHint} .value=${asked.folioPages} clause="4.2.5" @typed=${set}></dk-field>
          <dk-field kind="integer" name="copy.firstFolio" .label=${words.firstFolio} .value=${asked.firstFolio} @typed=${set}></dk-field>
        </div>
        <p class="quiet is-prose">${words.untouched}</p>`,
      actions: button({ label: words.make, main: true, key: "main", name: "make-copy", busy: this.#acting.busy }),
    });
  }

  async #make(asked: Asked): Promise<void> {
    const firstFolio = Number.parseInt(asked.firstFolio, 10);
    const paper = await this.#acting.run(() => call("make_marked_copy", { request: { fileId: Number(asked.file), sampleId: asked.sample === "-" ? null : Number(asked.sample), corner: asked.corner, positions: asked.positions === "1", folioPages: asked.folioPages, firstFolio: Number.isFinite(firstFolio) && firstFolio >= 0 ? firstFolio : 1 } }));
    if (paper === undefined) return;
    this.asked = undefined;
    this.paper = paper;
    say(copyWords().made);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "dk-marked-copy": MarkedCopy;
  }
}
