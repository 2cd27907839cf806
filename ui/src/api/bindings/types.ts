// Written by `cargo xtask gen` from the one list of commands. Do not edit.

export type ChangePersonRequest = { 
/**
 * Who.
 */
id: number, 
/**
 * Name.
 */
name: string, 
/**
 * Roles.
 */
roles: Array<Role>, 
/**
 * Whether the person still works here.
 */
active: boolean, 
/**
 * A new password, if any.
 */
password: string | null, 
/**
 * A new PIN, if any.
 */
pin: string | null, };
export type ChoiceView = { 
/**
 * Stable code.
 */
code: string, 
/**
 * As shown and printed.
 */
label: string, 
/**
 * The English term.
 */
english: string, };
export type DeskState = { 
/**
 * How far it is open.
 */
stage: Stage, 
/**
 * Name of the house.
 */
house: string | null, 
/**
 * Letter of this desk.
 */
deskLetter: string | null, 
/**
 * 练习库: the banner stands on every screen.
 */
practice: boolean, 
/**
 * Who has signed in.
 */
person: PersonView | null, 
/**
 * Today in Shanghai.
 */
today: string, 
/**
 * The folders first start offers.
 */
defaults: Folders, 
/**
 * Version of the program.
 */
version: string, };
export type Done<T> = { 
/**
 * What the screen asked for.
 */
value: T, 
/**
 * What changed.
 */
changed: Array<Topic>, };
export type FieldView = { 
/**
 * Its key.
 */
key: string, 
/**
 * Code of its level.
 */
level: string, 
/**
 * How its text is understood.
 */
kind: string, 
/**
 * As shown and printed.
 */
label: string, 
/**
 * The English term.
 */
english: string, 
/**
 * Unit behind it.
 */
unit: string, 
/**
 * Whether it carries a star.
 */
starred: boolean, 
/**
 * Whether it is read back to the customer.
 */
readBack: boolean, 
/**
 * Code of its card.
 */
group: string, 
/**
 * The closed list.
 */
choices: Array<ChoiceView>, 
/**
 * Suggestions.
 */
presets: Array<string>, };
export type FirstStartRequest = { house: string, deskLetter: string, administrator: NewPersonRequest, people: Array<NewPersonRequest>, folders: Folders, };
export type Folders = { 
/**
 * The database, on a local disk.
 */
data: string, 
/**
 * Received files, evidence and papers, kept by content.
 */
attachments: string, 
/**
 * 印前指定的文件夹 (S-4.1.4c).
 */
prepress: string, };
export type NewPersonRequest = { 
/**
 * Name.
 */
name: string, 
/**
 * Roles.
 */
roles: Array<Role>, 
/**
 * Password, if the person signs in.
 */
password: string | null, 
/**
 * PIN, if the person signs here.
 */
pin: string | null, };
export type PersonView = { 
/**
 * Account.
 */
id: number, 
/**
 * Name.
 */
name: string, 
/**
 * Roles.
 */
roles: Array<Role>, 
/**
 * Whether the person still works here.
 */
active: boolean, 
/**
 * Has a password.
 */
canSignIn: boolean, 
/**
 * Has a PIN.
 */
canSign: boolean, };
export type Role = "sales_assistant" | "sales_representative" | "sales_supervisor" | "sales_director" | "finance" | "pmc" | "production" | "production_manager" | "production_director" | "quality" | "prepress" | "dispatch" | "personnel" | "deputy_general_manager" | "general_manager" | "administrator";
export type Stage = "firstStart" | "signIn" | "open";
export type Topic = string;
