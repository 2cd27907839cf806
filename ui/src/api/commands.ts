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

export interface FormRow {
  key: string;
  values: Record<string, string>;
}

/** The whole form as typed; the keys are those of the field dictionary. */
export interface OrderForm {
  order: Record<string, string>;
  product: Record<string, string>;
  components: FormRow[];
  finishing: FormRow[];
  drops: FormRow[];
  instalments: FormRow[];
}

export interface Problem {
  code: string;
  params: Record<string, string>;
}

export interface Reckoning {
  fields: Record<string, { understood: string | null; problem: Problem | null }>;
  computed: Record<string, string>;
  missing: string[];
  warnings: { path: string; code: string; params: Record<string, string> }[];
}

export interface OpenDraft {
  key: string;
  form: OrderForm;
  orderId: number | null;
  revision: number | null;
}

export interface Paper {
  sha256: string;
  fileName: string;
  pages: number;
}

export interface ConfirmationView {
  upToDate: boolean;
  stalePaths: string[];
  hash: string;
  entries: { who: string; at: string; how: string; result: string; note: string; recordedBy: string; stale: boolean }[];
}

export interface FileView {
  id: number;
  component: string;
  name: string;
  label: string;
  version: number;
  kind: string;
  size: number;
  sha256: string;
  pages: number | null;
  boxes: { page: number; trim: string; media: string; bleed: string; rotate: number }[];
  refused: Problem | null;
  receivedAt: string;
  fromWhom: string;
  how: string;
  nameLies: boolean;
}

export type Capacity = "customer" | "sales_representative" | "sales_assistant" | "quality";

export interface StampView {
  customer: string;
  product: string;
  sampleType: string;
  signer: string;
  recorded: boolean;
  date: string;
  validUntil: string | null;
  stale: boolean;
  expired: boolean;
}

export interface SampleView {
  id: number;
  number: string;
  type: "content" | "colour" | "die" | "other";
  source: "customer" | "internal_print" | "retained";
  medium: "blueline" | "digital" | "inkjet" | "physical";
  description: string;
  quantity: number;
  stamp: StampView | null;
  signers: Capacity[];
}

export type Department = "production" | "quality" | "sales" | "prepress";
export type Verdict = "feasible" | "conditional" | "infeasible";

export interface ReviewView {
  id: number;
  number: string;
  triggers: { code: string; params: Record<string, string> }[];
  state: "open" | "accepted" | "conditional" | "declined";
  stale: boolean;
  route: string;
  opinions: { department: Department; verdict: Verdict; opinion: string; conditions: string; person: string; recorded: boolean; at: string; stale: boolean }[];
  points: { id: number; item: string; asked: string; answer: string | null; answeredBy: string | null; answeredAt: string | null }[];
  conclusion: string | null;
}

export interface ChangedPlace {
  path: string;
  label: string;
  old: string;
  new: string;
  authority: string;
}

export interface AmendmentView {
  id: number;
  state: "pending" | "in_force" | "refused" | "withdrawn";
  index: number | null;
  reason: string;
  requestedBy: string;
  at: string;
  consent: string | null;
  places: ChangedPlace[];
  needs: { authority: string; done: boolean; who: string | null; recorded: boolean }[];
  makesNewVersion: boolean;
}

export interface SheetView {
  id: number;
  number: string;
  version: number;
  changeIndex: number;
  label: string;
  paper: Paper;
  states: { label: string; paper: Paper; issuedAt: string; void: boolean }[];
  prints: { number: number; label: string; holder: string; checkCode: string; at: string; by: string; paper: Paper }[];
  amendments: AmendmentView[];
  placesUsed: number;
}

export interface ChangePreview {
  places: ChangedPlace[];
  distinctPlaces: number;
  makesNewVersion: boolean;
  needs: string[];
  needsConsent: boolean;
}

export interface CheckLine {
  code: string;
  clause: string;
  ok: boolean;
  params: Record<string, string>;
  step: number;
  path: string | null;
}

export interface StepView {
  step: number;
  state: "done" | "open" | "blocked" | "not_applicable";
}

export interface OrderPage {
  id: number;
  number: string;
  kind: string;
  state: OrderState;
  revision: number;
  rush: boolean;
  form: OrderForm;
  draft: OrderForm | null;
  customerName: string;
  productName: string;
  reckoning: Reckoning;
  confirmation: ConfirmationView;
  files: FileView[];
  samples: SampleView[];
  review: ReviewView | null;
  sheet: SheetView | null;
  checks: CheckLine[];
  marks: Record<string, string>;
  trail: { at: string; who: string; activity: string; params: Record<string, string> }[];
  steps: StepView[];
}

export type Approval =
  | { way: "pin"; person: number; pin: string }
  | { way: "recorded"; person: number | null; name: string; at: string; medium: string; evidence: string[]; note: string };

type Nothing = Record<string, never>;
type Page = Done<OrderPage>;

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
  new_draft: { args: Nothing; answer: Done<{ key: string; form: OrderForm }> };
  open_draft: { args: { key: string }; answer: OpenDraft };
  save_draft: { args: { key: string; form: OrderForm }; answer: Done<null> };
  drop_draft: { args: { key: string }; answer: Done<null> };
  verify_print: { args: { text: string }; answer: PrintVerdict };
  reckon: { args: { form: OrderForm }; answer: Reckoning };
  register_order: { args: { key: string; form: OrderForm }; answer: Page };
  open_order: { args: { id: number }; answer: OrderPage };
  save_order: { args: { id: number; revision: number; form: OrderForm }; answer: Page };
  record_sheet: { args: { id: number }; answer: Paper };
  record_confirmation: {
    args: { request: { orderId: number; revision: number; hash: string; who: string; at: string; how: string; result: string; note: string } };
    answer: Page;
  };
  page_picture: { args: { sha256: string; page: number; dpi: number }; answer: ArrayBuffer };
  printers: { args: Nothing; answer: { name: string; isDefault: boolean }[] };
  print_paper: { args: { sha256: string; fileName: string; printer: string; copies: number }; answer: Done<null> };
  save_paper: { args: { sha256: string; fileName: string }; answer: { path: string } | null };
  pick_files: { args: Nothing; answer: string[] };
  receive_file: { args: { request: { orderId: number; component: string; path: string; label: string; fromWhom: string; how: string } }; answer: Page };
  register_sample: { args: { request: { orderId: number; type: string; source: string; medium: string; description: string; quantity: number } }; answer: Page };
  stamp_sample: { args: { request: { sampleId: number; capacity: Capacity; validUntil: string | null; approval: Approval } }; answer: Page };
  sample_labels: { args: { orderId: number; sampleIds: number[] }; answer: Paper };
  record_opinion: {
    args: { request: { orderId: number; department: Department; verdict: Verdict; opinion: string; conditions: string; approval: Approval } };
    answer: Page;
  };
  save_route: { args: { orderId: number; route: string }; answer: Page };
  add_point: { args: { orderId: number; item: string }; answer: Page };
  answer_point: { args: { request: { pointId: number; answer: string; who: string; at: string } }; answer: Page };
  conclude_review: { args: { request: { orderId: number; conclusion: string; note: string } }; answer: Page };
  review_form: { args: { orderId: number }; answer: Paper };
  check_order: { args: { request: { orderId: number; approval: Approval } }; answer: Page };
  issue_task_sheet: { args: { orderId: number; revision: number }; answer: Page };
  sheet_copy: { args: { orderId: number }; answer: Paper };
  print_sheet: { args: { request: { orderId: number; holder: string; printer: string | null; copies: number } }; answer: Page };
  propose_change: {
    args: { request: { orderId: number; revision: number; form: OrderForm; reason: string; consent: { who: string; at: string; how: string } | null; approval: Approval } };
    answer: Page;
  };
  preview_change: { args: { orderId: number; form: OrderForm }; answer: ChangePreview };
  approve_change: { args: { request: { amendmentId: number; authority: string; approval: Approval } }; answer: Page };
  refuse_change: { args: { request: { amendmentId: number; reason: string; approval: Approval } }; answer: Page };
  withdraw_change: { args: { amendmentId: number; reason: string }; answer: Page };
}
