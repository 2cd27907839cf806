// The commands of the core, their arguments and answers: what `cargo xtask gen` wrote, under the names the screens use.
import type * as wire from "./bindings/types";

export type { Commands } from "./bindings/commands";
export type * from "./bindings/types";

export type Person = wire.PersonView;
export type NewPerson = wire.NewPersonRequest;
export type FirstStart = wire.FirstStartRequest;
export type SavePerson = wire.PersonRequest;
export type Capacity = wire.SourceSigner;
export type Department = wire.ReviewDepartment;
export type ChangedPlace = wire.PlaceView;
export type Approval = wire.ApprovalRequest;
/** From registration to release; a presale ends converted; suspended and cancelled stand beside them. */
export type OrderState = "registered" | "requirements_confirmed" | "in_review" | "review_passed" | "taken_with_conditions" | "declined" | "quoted" | "pending_effect" | "in_effect" | "released" | "converted" | "suspended" | "cancelled";
