// What can be done with one file: another component, another way of counting, its place in the row, out of use.
// Hooks: data-field=tidy.component, tidy.counts, tidy.reason; data-name=tidy-save, tidy-up, tidy-down, take-out.
import { type TemplateResult, html, nothing } from "lit";
import type { Counts, FileView, OrderPage } from "../../api/commands";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { form } from "../../kit/form";
import { button, facts } from "../../kit/pieces";
import { filesWords } from "../../words/files";
import { fileSize } from "../../words/sizes";

export interface Tidying {
  readonly file: FileView;
  readonly component: string;
  readonly counts: Counts;
  readonly reason: string;
  readonly mute: boolean;
}

export const tidying = (file: FileView): Tidying => ({ file, component: file.component, counts: file.counts, reason: "", mute: false });

export interface TidyActs {
  readonly set: (values: Partial<Tidying>) => void;
  readonly save: () => void;
  readonly move: (up: boolean) => void;
  readonly out: () => void;
  readonly busy: boolean;
}

export function tidyBody(page: OrderPage, now: Tidying, acts: TidyActs): TemplateResult {
  const words = filesWords();
  const record = String(now.file.place);
  const components = [...page.form.components.map((row) => ({ value: row.key, label: row.values["name"] || row.key })), { value: "-", label: words.whole }];
  const counts = Object.entries(words.countsNames).map(([value, label]) => ({ value, label }));
  const typed = (take: (value: string) => Partial<Tidying>) => (event: TypedEvent): void => {
    event.stopPropagation();
    acts.set(take(event.detail.value));
  };
  return html`${form({
      label: words.tidyTitle(now.file.name),
      onSubmit: acts.save,
      body: html`<div class="fields is-two">
        <dk-choice filled name="tidy.component" .record=${record} .label=${words.component} .value=${now.component || "-"} .options=${components} @typed=${typed((value) => ({ component: value === "-" ? "" : value }))}></dk-choice>
        <dk-choice filled name="tidy.counts" .record=${record} .label=${words.counts} .value=${now.counts} .options=${counts} @typed=${typed((value) => ({ counts: value as Counts }))}></dk-choice>
      </div>`,
      actions: html`<span class="tidy-order"><span class="quiet">${words.order}</span>${button({ label: words.up, name: "tidy-up", busy: acts.busy, onClick: () => acts.move(true) })}${button({ label: words.down, name: "tidy-down", busy: acts.busy, onClick: () => acts.move(false) })}</span>${button({ label: words.save, main: true, name: "tidy-save", busy: acts.busy })}`,
    })}
    <div class="form-section">${form({
      label: words.out,
      onSubmit: acts.out,
      body: html`<div class="line-form"><dk-field required name="tidy.reason" .record=${record} .label=${words.outReason} .hint=${words.outHint} .value=${now.reason} .problem=${now.mute ? words.required : ""} @typed=${typed((value) => ({ reason: value, mute: false }))}></dk-field>${button({ label: words.out, danger: true, name: "take-out", busy: acts.busy, onClick: acts.out })}</div>`,
    })}</div>
    <div class="form-section">${facts([
      { label: words.bytes, value: fileSize(now.file.size) },
      { label: words.hash, value: now.file.sha256.slice(0, 16) },
    ])}</div>
    ${now.file.prepress === null ? nothing : html`<div class="form-section">${facts([{ label: words.path, value: now.file.prepress.path }])}</div>`}`;
}
