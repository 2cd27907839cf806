// The fields of a sample as they are typed, for registering one and for mending what is written of it.
//   ${sampleFields({ values, record, prefix: "sample", problem, change, begin })}   factsOf(values) → what goes to the core
import { type TemplateResult, html } from "lit";
import type { SampleFactsRequest, SampleMedium, SampleSource, SampleType, SampleView } from "../../api/commands";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { samplesWords } from "../../words/samples";

export interface SampleValues {
  readonly type: SampleType;
  readonly source: SampleSource;
  readonly medium: SampleMedium;
  readonly description: string;
  readonly quantity: string;
  readonly condition: string;
  readonly place: string;
  readonly validUntil: string;
}

export const BLANK: SampleValues = { type: "content", source: "customer", medium: "physical", description: "", quantity: "1", condition: "", place: "", validUntil: "" };

export const valuesOf = (sample: SampleView): SampleValues => ({
  type: sample.type, source: sample.source, medium: sample.medium, description: sample.description, quantity: String(sample.quantity),
  condition: sample.condition, place: sample.place, validUntil: sample.validUntil ?? "",
});

/** A day as the core reads it, or none. */
export const dayUnread = (day: string): boolean => day.trim() !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(day.trim());

export const factsOf = (values: SampleValues): SampleFactsRequest => ({
  type: values.type, source: values.source, medium: values.medium, description: values.description, quantity: Number.parseInt(values.quantity, 10) || 0,
  condition: values.condition, place: values.place, validUntil: values.validUntil.trim() === "" ? null : values.validUntil.trim(),
});

export const options = (table: Readonly<Record<string, string>>): readonly { value: string; label: string }[] => Object.entries(table).map(([value, label]) => ({ value, label }));

export interface SampleFieldsParts {
  readonly values: SampleValues;
  readonly record: string;
  /** First part of the fields' names. */
  readonly prefix: string;
  readonly change: (values: SampleValues) => void;
  /** The day of validity was not understood. */
  readonly unread: boolean;
  /** The first field is where the step begins. */
  readonly begin?: boolean;
}

export function sampleFields(parts: SampleFieldsParts): TemplateResult {
  const words = samplesWords();
  const { values, record, prefix } = parts;
  const set = (event: TypedEvent): void => {
    event.stopPropagation();
    parts.change({ ...values, [event.detail.name.slice(prefix.length + 1)]: event.detail.value });
  };
  const name = (field: keyof SampleValues): string => `${prefix}.${field}`;
  return html`<dk-choice filled .name=${name("type")} ?data-begin=${parts.begin ?? false} .record=${record} .label=${words.type} .value=${values.type} .options=${options(words.types)} clause="4.2.4" @typed=${set}></dk-choice>
    <dk-choice filled .name=${name("source")} .record=${record} .label=${words.source} .value=${values.source} .options=${options(words.sources)} @typed=${set}></dk-choice>
    <dk-choice filled .name=${name("medium")} .record=${record} .label=${words.medium} .value=${values.medium} .options=${options(words.media)} clause="4.2.3" @typed=${set}></dk-choice>
    <dk-field kind="integer" .name=${name("quantity")} .record=${record} .label=${words.quantity} .value=${values.quantity} @typed=${set}></dk-field>
    <dk-field .name=${name("description")} .span=${2} .record=${record} .label=${words.description} .hint=${words.descriptionHint} .value=${values.description} clause="4.2.6" @typed=${set}></dk-field>
    <dk-field .name=${name("condition")} .record=${record} .label=${words.condition} .hint=${words.conditionHint} .value=${values.condition} @typed=${set}></dk-field>
    <dk-field .name=${name("place")} .record=${record} .label=${words.place} .hint=${words.placeHint} .value=${values.place} @typed=${set}></dk-field>
    <dk-field kind="date" .name=${name("validUntil")} .record=${record} .label=${words.goodUntil} .hint=${words.validHint} .problem=${parts.unread ? words.validUnread : ""} .value=${values.validUntil} @typed=${set}></dk-field>`;
}
