// What was typed on customers' pages and not saved yet, with the revision it was begun on.
//   unsavedPages.kept("12") → what was typed, if anything;  keep("12", …);  forget("12")
import { unsaved } from "../../api/unsaved";
import type { CustomerForm } from "../../api/commands";

export const unsavedPages = unsaved<{ readonly form: CustomerForm; readonly revision: number }>("customer");
