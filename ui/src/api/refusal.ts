// What the core answers when it does not do what was asked.
// `refusal: true`: a rule of the trade said no, and the words say what to do. `false`: a failure (disk, database).
// Screens catch `Refusal`, put `fields` at their fields and show `refusalWords(error)` for the rest.

/** One field the core refused, by its path (`order.received_at`, `component:c1.grammage`). */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

/** The typed form of the core's `{code, params, refusal, fields}`. */
export class Refusal extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
  readonly refusal: boolean;
  readonly fields: readonly FieldProblem[];

  constructor(code: string, params: Readonly<Record<string, string>> = {}, refusal = false, fields: readonly FieldProblem[] = []) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.params = params;
    this.refusal = refusal;
    this.fields = fields;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const texts = (value: unknown): Record<string, string> =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)])) : {};

/** Makes a `Refusal` of whatever the bridge threw; an unknown shape becomes the failure `bridge`. */
export function toRefusal(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  if (isRecord(thrown) && typeof thrown["code"] === "string") {
    const listed = Array.isArray(thrown["fields"]) ? thrown["fields"] : [];
    const fields = listed.filter(isRecord).map((field) => ({ path: String(field["path"]), code: String(field["code"]), params: texts(field["params"]) }));
    return new Refusal(thrown["code"], texts(thrown["params"]), thrown["refusal"] === true, fields);
  }
  return new Refusal("bridge", { detail: typeof thrown === "string" ? thrown : thrown instanceof Error ? thrown.message : "" });
}
