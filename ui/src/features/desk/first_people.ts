// The people asked for at first start, as rows of role, name, PIN and password; pure: rows in, people out.
import type { NewPerson } from "../../api/commands";
import { ROLES } from "../../words/roles";

export interface PersonRow {
  readonly role: string;
  readonly name: string;
  readonly pin: string;
  readonly password: string;
}

/** Those the procedure asks to sign first: check, review, cost, changes. */
export const FIRST_ROLES = ["sales_representative", "sales_director", "finance", "production", "quality"] as const;

export const emptyRow = (role = ""): PersonRow => ({ role, name: "", pin: "", password: "" });

const filled = (text: string): string | null => (text === "" ? null : text);

/** Rows with a name, those of one name joined to one person with all the roles. */
export function peopleOf(rows: readonly PersonRow[]): NewPerson[] {
  const people = new Map<string, NewPerson>();
  for (const row of rows) {
    const name = row.name.trim();
    if (name === "") continue;
    const known = people.get(name);
    const roles = ROLES.filter((role) => role === row.role);
    if (known === undefined) people.set(name, { name, roles, pin: filled(row.pin), password: filled(row.password) });
    else people.set(name, { name, roles: [...new Set([...known.roles, ...roles])], pin: known.pin ?? filled(row.pin), password: known.password ?? filled(row.password) });
  }
  return [...people.values()];
}

/** Index of the first row that has a secret but nobody it belongs to. */
export const nameless = (rows: readonly PersonRow[]): number => rows.findIndex((row) => row.name.trim() === "" && (row.pin !== "" || row.password !== ""));
