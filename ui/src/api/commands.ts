// The commands of the core, their arguments and answers, as `call()` and the screens know them.

/** What a mutating command answers: its value and the topics that are old now. */
export interface Done<T> {
  value: T;
  changed: string[];
}

export interface Person {
  id: number;
  name: string;
  roles: string[];
  active: boolean;
  canSignIn: boolean;
  canSign: boolean;
}

export interface NewPerson {
  name: string;
  roles: string[];
  password: string | null;
  pin: string | null;
}

export interface Folders {
  data: string;
  attachments: string;
  prepress: string;
}

export interface FirstStart {
  house: string;
  deskLetter: string;
  administrator: NewPerson;
  people: NewPerson[];
  folders: Folders;
}

export interface DeskState {
  stage: "firstStart" | "signIn" | "open";
  house: string | null;
  deskLetter: string | null;
  practice: boolean;
  person: Person | null;
  today: string;
  defaults: Folders;
  version: string;
}

export interface ChangePerson {
  id: number;
  name: string;
  roles: string[];
  active: boolean;
  password: string | null;
  pin: string | null;
}

export interface Customer {
  id: number;
  name: string;
  shortName: string;
  address: string;
  contact: string;
  phone: string;
  remark: string;
  revision: number;
}

export interface SaveCustomer {
  id: number | null;
  revision: number;
  name: string;
  shortName: string;
  address: string;
  contact: string;
  phone: string;
  remark: string;
}

export type OrderState = "registered" | "requirements_confirmed" | "in_review" | "released";

export interface OrderRow {
  id: number;
  number: string;
  customer: string;
  product: string;
  quantity: string;
  amount: string;
  requestedDate: string | null;
  state: OrderState;
  rush: boolean;
  blockers: number;
  nextStep: number;
}

export interface DraftRow {
  key: string;
  title: string;
  savedAt: string;
  orderId: number | null;
}

export interface PrintVerdict {
  verdict: "current" | "outdated" | "superseded" | "void" | "not_ours";
  label: string;
  missing: string[];
  current: string;
  orderId: number | null;
}

type Nothing = Record<string, never>;

export interface Commands {
  window_painted: { args: Nothing; answer: null };
  desk_state: { args: Nothing; answer: DeskState };
  first_start: { args: { request: FirstStart }; answer: Done<DeskState> };
  open_practice: { args: Nothing; answer: Done<DeskState> };
  leave_practice: { args: Nothing; answer: Done<DeskState> };
  sign_in: { args: { name: string; password: string }; answer: Done<DeskState> };
  sign_in_names: { args: Nothing; answer: string[] };
  sign_out: { args: Nothing; answer: Done<DeskState> };
  people_list: { args: Nothing; answer: Person[] };
  add_person: { args: { request: NewPerson }; answer: Done<Person> };
  change_person: { args: { request: ChangePerson }; answer: Done<Person> };
  customers_list: { args: { query: string }; answer: Customer[] };
  save_customer: { args: { request: SaveCustomer }; answer: Done<Customer> };
  orders_list: { args: { query: string; limit: number }; answer: OrderRow[] };
  drafts_list: { args: Nothing; answer: DraftRow[] };
  new_draft: { args: Nothing; answer: Done<{ key: string }> };
  drop_draft: { args: { key: string }; answer: Done<null> };
  verify_print: { args: { text: string }; answer: PrintVerdict };
}
