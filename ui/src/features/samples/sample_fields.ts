// The fields of a sample as they are typed, for registering one and for mending what is written of it.
//   ${sampleFields({ values, record, prefix: "sample", problem, change, begin })}   factsOf(values) → what goes to the core
import { type TemplateResult, html } from "lit";
import type { OrderPage, SampleFactsRequest, SampleMedium, SampleSource, SampleType, SampleView } from "../../api/commands";
import "../../kit/fields/choice_field";
import type { TypedEvent } from "../../kit/fields/field_base";
import "../../kit/fields/text_field";
import { samplesWords } from "../../words/samples";

export interface SampleValues {
  readonly type: SampleType;
  readonly source: SampleSource;
  readonly medium: SampleMedium;
  readonly description: string;
  /** Nobody has typed it yet: it is filled with whom the order names. */
  readonly fromWhom: string | undefined;
  /** Nobody has typed it yet: it is today. */
  readonly cameOn: string | undefined;
  readonly quantity: string;
  readonly condition: string;
  readonly place: string;
  readonly validUntil: string;
}

export const BLANK: SampleValues = { type: "content", source: "customer", medium: "physical", description: "", fromWhom: undefined, cameOn: undefined, quantity: "1", condition: "", place: "", validUntil: "" };

export const valuesOf = (sample: SampleView): SampleValues => ({
  type: sample.type, source: sample.source, medium: sample.medium, description: sample.description, quantity: String(sample.quantity),
  condition: sample.condition, place: sample.place, validUntil: sample.validUntil ?? "", fromWhom: sample.fromWhom, cameOn: sample.cameOn ?? "",
});

/** What nobody has typed yet, filled in: a customer's sample is from whom the order names, and came today. */
export const filledIn = (values: SampleValues, page: OrderPage, today: string): SampleValues => ({
  ...values,
  fromWhom: values.fromWhom ?? (values.source === "customer" ? (page.form.order["contact"]?.trim() || page.customerName) : ""),
  cameOn: values.cameOn ?? today,
});

export type SampleDay = "validUntil" | "cameOn";
export const NONE_UNREAD: ReadonlySet<SampleDay> = new Set();

/** Which of its days are none the core reads. */
export const daysUnread = (values: SampleValues): ReadonlySet<SampleDay> =>
  new Set((values.cameOn === undefined ? ["validUntil" as const] : ["validUntil" as const, "cameOn" as const]).filter((name) => dayUnread(values[name] ?? "")));

/** A day as the core reads it, or none. */
export const dayUnread = (day: string): boolean => day.trim() !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(day.trim());

export const factsOf = (values: SampleValues): SampleFactsRequest => ({
  type: values.type, source: values.source, medium: values.medium, description: values.description, quantity: Number.parseInt(values.quantity, 10) || 0,
  condition: values.condition, place: values.place, validUntil: day(values.validUntil), fromWhom: values.fromWhom ?? "", cameOn: day(values.cameOn ?? ""),
});

const day = (typed: string): string | null => (typed.trim() === "" ? null : typed.trim());

export const options = (table: Readonly<Record<string, string>>): readonly { value: string; label: string }[] => Object.entries(table).map(([value, label]) => ({ value, label }));

export interface SampleFieldsParts {
  readonly values: SampleValues;
  readonly record: string;
  /** First part of the fields' names. */
  readonly prefix: string;
  readonly change: (values: SampleValues) => void;
  /** The days that were not understood. */
  readonly unread: ReadonlySet<SampleDay>;
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
    <dk-field ?required=${values.source === "customer"} .name=${name("fromWhom")} .record=${record} .label=${words.fromWhom} .hint=${words.fromWhomHint} .value=${values.fromWhom ?? ""} clause="4.1.1" @typed=${set}></dk-field>
    <dk-field kind="date" .name=${name("cameOn")} .record=${record} .label=${words.cameOn} .problem=${parts.unread.has("cameOn") ? words.validUnread : ""} .value=${values.cameOn ?? ""} clause="4.1.1" @typed=${set}></dk-field>
    <dk-field kind="integer" .name=${name("quantity")} .record=${record} .label=${words.quantity} .value=${values.quantity} @typed=${set}></dk-field>
    <dk-field .name=${name("description")} .span=${2} .record=${record} .label=${words.description} .hint=${words.descriptionHint} .value=${values.description} clause="4.2.6" @typed=${set}></dk-field>
    <dk-field .name=${name("condition")} .record=${record} .label=${words.condition} .hint=${words.conditionHint} .value=${values.condition} @typed=${set}></dk-field>
    <dk-field .name=${name("place")} .record=${record} .label=${words.place} .hint=${words.placeHint} .value=${values.place} @typed=${set}></dk-field>
    <dk-field kind="date" .name=${name("validUntil")} .record=${record} .label=${words.goodUntil} .hint=${words.validHint} .problem=${parts.unread.has("validUntil") ? words.validUnread : ""} .value=${values.validUntil} @typed=${set}></dk-field>`;
}
