// Written by `cargo xtask gen` from the one list of commands. Do not edit.

export type AmendmentView = { 
/**
 * Its row.
 */
id: number, 
/**
 * pending, in_force, refused, withdrawn.
 */
state: string, 
/**
 * 改n, once it stands.
 */
index: number | null, 
/**
 * Why.
 */
reason: string, 
/**
 * Who asked.
 */
requestedBy: string, 
/**
 * When (UTC).
 */
at: string, 
/**
 * Who of the customer consented.
 */
consent: string | null, 
/**
 * What it changes.
 */
places: Array<PlaceView>, 
/**
 * What it waits for.
 */
needs: Array<NeedView>, 
/**
 * Whether it makes a new version.
 */
makesNewVersion: boolean, };
export type Answer = { 
/**
 * `earliest_date`, `weight`, `spine`, `per_carton`, `cartons`, `gross_weight`.
 */
code: string, 
/**
 * The answer, as a person reads it; none where something is missing.
 */
value: string | null, 
/**
 * 估算: a day of a year without an official calendar, a thickness by the paper table.
 */
estimated: boolean, 
/**
 * How it was reckoned, line by line.
 */
steps: Array<AnswerStep>, 
/**
 * Paths of the fields that are needed first.
 */
missing: Array<string>, };
export type AnswerPointRequest = { 
/**
 * The point.
 */
pointId: number, 
/**
 * The answer.
 */
answer: string, 
/**
 * Who gave it.
 */
who: string, 
/**
 * When, ISO UTC.
 */
at: string, };
export type AnswerStep = { 
/**
 * Stable code.
 */
code: string, 
/**
 * Facts for the words.
 */
params: { [key in string]: string }, };
export type ApprovalRequest = { "way": "pin", 
/**
 * Who.
 */
person: number, 
/**
 * The PIN.
 */
pin: string, } | { "way": "recorded", 
/**
 * Who, when it is somebody of the house.
 */
person: number | null, 
/**
 * Who, when it is the customer's person.
 */
name: string, 
/**
 * When, an ISO moment.
 */
at: string, 
/**
 * On what.
 */
medium: Medium, 
/**
 * Paths of the evidence.
 */
evidence: Array<string>, 
/**
 * What else is to be said.
 */
note: string, };
export type ApproveChangeRequest = { 
/**
 * Which change.
 */
amendmentId: number, 
/**
 * Which of its needs.
 */
authority: string, 
/**
 * The yes.
 */
approval: ApprovalRequest, };
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
export type ChangePreview = { 
/**
 * The places.
 */
places: Array<PlaceView>, 
/**
 * How many places of the version would be changed, all in all.
 */
distinctPlaces: number, 
/**
 * One too many: it would make a new version.
 */
makesNewVersion: boolean, 
/**
 * The signatures it would wait for.
 */
needs: Array<string>, 
/**
 * Whether the customer has to consent.
 */
needsConsent: boolean, };
export type CheckLine = { 
/**
 * What it says, for the window's words.
 */
code: string, 
/**
 * The clause behind it.
 */
clause: string, 
/**
 * Whether it is green.
 */
ok: boolean, 
/**
 * Facts for the words.
 */
params: { [key in string]: string }, 
/**
 * The step of the rail where it is mended.
 */
step: number, 
/**
 * The field to land on, where it is a field.
 */
path: string | null, };
export type CheckOrderRequest = { 
/**
 * Which order.
 */
orderId: number, 
/**
 * The order as it was shown to the signer.
 */
revision: number, 
/**
 * The yes of 业务员 or 销售主管.
 */
approval: ApprovalRequest, };
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
export type ConcludeReviewRequest = { 
/**
 * The order.
 */
orderId: number, 
/**
 * The order as it was shown to whoever concludes.
 */
revision: number, 
/**
 * 总结论.
 */
conclusion: Conclusion, 
/**
 * Conditions, or why not.
 */
note: string, };
export type Conclusion = "accepted" | "conditional" | "declined";
export type ConfirmationEntry = { 
/**
 * Who at the customer's.
 */
who: string, 
/**
 * When they answered (UTC).
 */
at: string, 
/**
 * Code of the way.
 */
how: string, 
/**
 * `agreed` or `changed`.
 */
result: string, 
/**
 * What they said.
 */
note: string, 
/**
 * Who wrote it down.
 */
recordedBy: string, 
/**
 * Whether the order has moved on since.
 */
stale: boolean, };
export type ConfirmationView = { 
/**
 * Whether the last agreed answer is to what stands on the order now.
 */
upToDate: boolean, 
/**
 * What must be asked again.
 */
stalePaths: Array<string>, 
/**
 * Hash of what is to be read back now.
 */
hash: string, 
/**
 * All answers, the latest first.
 */
entries: Array<ConfirmationEntry>, };
export type ConsentRequest = { 
/**
 * Who consented.
 */
who: string, 
/**
 * When, ISO; empty: now.
 */
at: string, 
/**
 * How: phone, wechat, email, in_person, fax.
 */
how: string, };
export type Customer = { 
/**
 * Its id.
 */
id: number, 
/**
 * 名称: no other customer has it.
 */
name: string, 
/**
 * 简称.
 */
shortName: string, 
/**
 * 地址.
 */
address: string, 
/**
 * 联系人.
 */
contact: string, 
/**
 * 电话.
 */
phone: string, 
/**
 * 备注.
 */
remark: string, 
/**
 * Counts its changes.
 */
revision: number, };
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
export type DraftRow = { 
/**
 * `new:3` or `order:12`.
 */
key: string, 
/**
 * Customer and product as typed.
 */
title: string, 
/**
 * When it was last saved (UTC).
 */
savedAt: string, 
/**
 * The order it changes; none for a new one.
 */
orderId: number | null, };
export type FieldReading = { 
/**
 * What was understood, as a person reads it.
 */
understood: string | null, 
/**
 * What is wrong with it.
 */
problem: Problem | null, };
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
export type FileView = { 
/**
 * Its row.
 */
id: number, 
/**
 * Row key of its component.
 */
component: string, 
/**
 * Its name as harmless text.
 */
name: string, 
/**
 * The customer's own version label.
 */
label: string, 
/**
 * Our running version within the component.
 */
version: number, 
/**
 * What its content is: `pdf`, `cdr`, …
 */
kind: string, 
/**
 * Size in bytes.
 */
size: number, 
/**
 * Its hash.
 */
sha256: string, 
/**
 * How many pages, where they could be counted.
 */
pages: number | null, 
/**
 * Pages by size; each row stands for its page and the ones after it until the next row.
 */
boxes: Array<PageBoxes>, 
/**
 * Why it was received without being read.
 */
refused: UnreadView | null, 
/**
 * When, ISO UTC.
 */
receivedAt: string, 
/**
 * Who sent it.
 */
fromWhom: string, 
/**
 * How it came.
 */
how: string, 
/**
 * Its name claims another kind than its content is.
 */
nameLies: boolean, };
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
export type FormLine = { 
/**
 * Counted from 1.
 */
number: number, 
/**
 * What holds, by cell: pages, style, sheets, spoilage, plates, sets.
 */
cells: { [key in string]: string }, 
/**
 * What would be reckoned, by cell.
 */
reckoned: { [key in string]: string }, 
/**
 * Put in beyond the reckoned forms.
 */
added: boolean, 
/**
 * Taken out.
 */
gone: boolean, };
export type FormRow = { 
/**
 * `c1`, `f2`, `d1`, `p1`: stays with the row for good.
 */
key: string, 
/**
 * Its fields by key.
 */
values: { [key in string]: string }, };
export type FormTable = { 
/**
 * Key of the component.
 */
row: string, 
/**
 * Its forms, those taken out too.
 */
forms: Array<FormLine>, };
export type Medium = "paper" | "wechat" | "email" | "phone" | "in_person";
export type NeedView = { 
/**
 * Which.
 */
authority: string, 
/**
 * Whether it was given.
 */
done: boolean, 
/**
 * By whom.
 */
who: string | null, 
/**
 * Recorded for the signer (代录).
 */
recorded: boolean, };
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
export type OpenDraft = { 
/**
 * `new:3` or `order:12`.
 */
key: string, 
/**
 * As typed.
 */
form: OrderForm, 
/**
 * The order it changes; none for a new one.
 */
orderId: number | null, 
/**
 * The revision of that order the draft was begun on.
 */
revision: number | null, };
export type OrderForm = { 
/**
 * Fields of the order by key.
 */
order: { [key in string]: string }, 
/**
 * Fields of the product by key.
 */
product: { [key in string]: string }, 
/**
 * 部件.
 */
components: Array<FormRow>, 
/**
 * 后加工.
 */
finishing: Array<FormRow>, 
/**
 * 交货批次.
 */
drops: Array<FormRow>, 
/**
 * 付款方式.
 */
instalments: Array<FormRow>, 
/**
 * 服务项目 (F7-02); drafts kept before there were any have none.
 */
services: Array<FormRow>, };
export type OrderPage = { 
/**
 * Its row.
 */
id: number, 
/**
 * 订单号.
 */
number: string, 
/**
 * 单别.
 */
kind: string, 
/**
 * registered, requirements_confirmed, in_review, released.
 */
state: string, 
/**
 * Counts its changes; sent back with every change.
 */
revision: number, 
/**
 * 急单.
 */
rush: boolean, 
/**
 * When it was registered (UTC).
 */
recordedAt: string, 
/**
 * 客户.
 */
customerName: string, 
/**
 * 产品名称.
 */
productName: string, 
/**
 * What stands on it.
 */
form: OrderForm, 
/**
 * This person's unsaved changes of it.
 */
draft: OrderForm | null, 
/**
 * The revision those changes were begun on.
 */
draftRevision: number | null, 
/**
 * What was understood and reckoned of it.
 */
reckoning: Reckoning, 
/**
 * The customer's answers.
 */
confirmation: ConfirmationView, 
/**
 * Received files.
 */
files: Array<FileView>, 
/**
 * Samples.
 */
samples: Array<SampleView>, 
/**
 * The review, where it needs one or has one.
 */
review: ReviewView | null, 
/**
 * The task sheet, once issued.
 */
sheet: SheetView | null, 
/**
 * The release check list; empty once the sheet is issued.
 */
checks: Array<CheckLine>, 
/**
 * Fields to be asked again (`reconfirm`) or changed on the sheet (`amended`).
 */
marks: { [key in string]: string }, 
/**
 * What happened, the latest first.
 */
trail: Array<TrailLine>, 
/**
 * The seven steps.
 */
steps: Array<StepView>, };
export type OrderRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * 订单号.
 */
number: string, 
/**
 * 客户.
 */
customer: string, 
/**
 * 产品名称.
 */
product: string, 
/**
 * 订单数量 with its unit; empty while not known.
 */
quantity: string, 
/**
 * 金额; empty while not known.
 */
amount: string, 
/**
 * 要求交期.
 */
requestedDate: string | null, 
/**
 * State code.
 */
state: string, 
/**
 * 急单.
 */
rush: boolean, 
/**
 * How many things stand between it and its task sheet.
 */
blockers: number, 
/**
 * The step of the rail where the next thing is to be done.
 */
nextStep: number, };
export type PageBoxes = { 
/**
 * The first page with these.
 */
page: number, 
/**
 * Finished size; empty where the file states none.
 */
trim: string, 
/**
 * Sheet the page was made on.
 */
media: string, 
/**
 * With bleed; empty where the file states none.
 */
bleed: string, 
/**
 * Turned by so many degrees.
 */
rotate: number, };
export type Paper = { 
/**
 * Its hash in the store.
 */
sha256: string, 
/**
 * The name it is saved under.
 */
fileName: string, 
/**
 * How many pages.
 */
pages: number, };
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
export type Picture = ArrayBuffer;
export type PlaceView = { 
/**
 * Its path.
 */
path: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * What stood there.
 */
old: string, 
/**
 * What is to stand there.
 */
new: string, 
/**
 * Whose signature it needs beside the assistant's.
 */
authority: string, };
export type PresetView = { 
/**
 * 产品类型.
 */
kind: string, 
/**
 * Whether one line stands for its one component.
 */
single: boolean, 
/**
 * Fields of the product by key.
 */
product: { [key in string]: string }, 
/**
 * Its components: fields by key.
 */
components: Array<{ [key in string]: string }>, };
export type PrintSheetRequest = { 
/**
 * Which order's sheet.
 */
orderId: number, 
/**
 * 联: who the copy is for.
 */
holder: string, };
export type PrintStanding = "current" | "outdated" | "superseded" | "void" | "not_ours";
export type PrintVerdict = { 
/**
 * What it is worth.
 */
verdict: PrintStanding, 
/**
 * What it is a print of.
 */
label: string, 
/**
 * The changes it lacks: ①.
 */
missing: Array<string>, 
/**
 * What is in force.
 */
current: string, 
/**
 * The order.
 */
orderId: number | null, };
export type PrintView = { 
/**
 * Which print of its state.
 */
number: number, 
/**
 * Of which state.
 */
label: string, 
/**
 * 联.
 */
holder: string, 
/**
 * 校验码.
 */
checkCode: string, 
/**
 * When (UTC).
 */
at: string, 
/**
 * By whom.
 */
by: string, 
/**
 * The print's hash in the store, by which it is sent out once more.
 */
sha256: string, 
/**
 * The name it is saved under.
 */
fileName: string, };
export type Printer = { 
/**
 * Its name, as the system knows it.
 */
name: string, 
/**
 * Whether the system prints there when nobody says otherwise.
 */
isDefault: boolean, };
export type Problem = { 
/**
 * Stable code.
 */
code: string, 
/**
 * Facts for the words.
 */
params: { [key in string]: string }, };
export type ProposeChangeRequest = { 
/**
 * Which order.
 */
orderId: number, 
/**
 * The order as it was when the form was opened.
 */
revision: number, 
/**
 * The whole form, changed.
 */
form: OrderForm, 
/**
 * Why.
 */
reason: string, 
/**
 * The customer's consent, where one is needed.
 */
consent: ConsentRequest | null, 
/**
 * 业务助理 signs beside the change (S-4.4.2a).
 */
approval: ApprovalRequest, };
export type ReceiveFileRequest = { 
/**
 * The order.
 */
orderId: number, 
/**
 * Row key of its component; empty for the order as a whole.
 */
component: string, 
/**
 * Path the dialog answered.
 */
path: string, 
/**
 * The customer's own version label.
 */
label: string, 
/**
 * Who sent it.
 */
fromWhom: string, 
/**
 * How it came.
 */
how: string, };
export type Reckoning = { 
/**
 * By path; only fields that are not empty.
 */
fields: { [key in string]: FieldReading }, 
/**
 * Reckoned values by path: `order.amount`, `component:c1.total_sheets`.
 */
computed: { [key in string]: string }, 
/**
 * What would be reckoned, by path, where a person put in something else.
 */
reckoned: { [key in string]: string }, 
/**
 * The 贴 tables of the components that can be reckoned.
 */
forms: Array<FormTable>, 
/**
 * What the customer asks on the phone.
 */
answers: Array<Answer>, 
/**
 * Paths of fields still needed before release; a level's code alone where it has no row.
 */
missing: Array<string>, 
/**
 * What should be looked at.
 */
warnings: Array<Warning>, };
export type RecordConfirmation = { 
/**
 * Which order.
 */
orderId: number, 
/**
 * The revision on the screen.
 */
revision: number, 
/**
 * Hash of what was read back.
 */
hash: string, 
/**
 * Who at the customer's.
 */
who: string, 
/**
 * When they answered (UTC); empty means now.
 */
at: string, 
/**
 * `phone`, `wechat`, `email`, `in_person`, `fax`.
 */
how: string, 
/**
 * `agreed` or `changed`.
 */
result: string, 
/**
 * What they said.
 */
note: string, };
export type RecordOpinionRequest = { 
/**
 * The order.
 */
orderId: number, 
/**
 * The order as it was shown to the signer.
 */
revision: number, 
/**
 * Which department.
 */
department: ReviewDepartment, 
/**
 * Its conclusion.
 */
verdict: Verdict, 
/**
 * 意见.
 */
opinion: string, 
/**
 * 条件.
 */
conditions: string, 
/**
 * The yes of whoever speaks for it.
 */
approval: ApprovalRequest, };
export type RefuseChangeRequest = { 
/**
 * Which change.
 */
amendmentId: number, 
/**
 * Why not.
 */
reason: string, 
/**
 * Who says so.
 */
approval: ApprovalRequest, };
export type RegisterSampleRequest = { 
/**
 * The order.
 */
orderId: number, 
/**
 * What it proves.
 */
type: SampleType, 
/**
 * Where it is from.
 */
source: SampleSource, 
/**
 * What it is.
 */
medium: SampleMedium, 
/**
 * Which one, from whom.
 */
description: string, 
/**
 * How many pieces.
 */
quantity: number, };
export type ReviewDepartment = "sales" | "prepress" | "production" | "quality";
export type ReviewOpinion = { 
/**
 * Which.
 */
department: ReviewDepartment, 
/**
 * Its conclusion.
 */
verdict: Verdict, 
/**
 * 意见.
 */
opinion: string, 
/**
 * 条件.
 */
conditions: string, 
/**
 * Who spoke.
 */
person: string, 
/**
 * Recorded for the speaker (代录).
 */
recorded: boolean, 
/**
 * When, ISO UTC.
 */
at: string, 
/**
 * Said of something else than what is ordered now.
 */
stale: boolean, };
export type ReviewPoint = { 
/**
 * Its row.
 */
id: number, 
/**
 * What is asked.
 */
item: string, 
/**
 * When, ISO UTC.
 */
asked: string, 
/**
 * The answer.
 */
answer: string | null, 
/**
 * Who gave it.
 */
answeredBy: string | null, 
/**
 * When, ISO UTC.
 */
answeredAt: string | null, };
export type ReviewState = "open" | "accepted" | "conditional" | "declined";
export type ReviewTrigger = { 
/**
 * The letter of its clause: `C`, `D`.
 */
code: string, 
/**
 * Facts for the words.
 */
params: { [key in string]: string }, };
export type ReviewView = { 
/**
 * Its row; 0 while the order is to be reviewed and nobody has spoken.
 */
id: number, 
/**
 * 评审表号; empty while nobody has spoken.
 */
number: string, 
/**
 * Why the order is reviewed, as it stands now.
 */
triggers: Array<ReviewTrigger>, 
/**
 * How it stands.
 */
state: ReviewState, 
/**
 * What was concluded upon has changed since.
 */
stale: boolean, 
/**
 * 工艺路线.
 */
route: string, 
/**
 * What the departments said.
 */
opinions: Array<ReviewOpinion>, 
/**
 * What the customer is asked.
 */
points: Array<ReviewPoint>, 
/**
 * What the conclusion says besides; `None` while open.
 */
conclusion: string | null, };
export type Role = "sales_assistant" | "sales_representative" | "sales_supervisor" | "sales_director" | "finance" | "pmc" | "production" | "production_manager" | "production_director" | "quality" | "prepress" | "dispatch" | "personnel" | "deputy_general_manager" | "general_manager" | "administrator";
export type SampleMedium = "blueline" | "digital" | "inkjet" | "physical";
export type SampleSource = "customer" | "internal_print" | "retained";
export type SampleType = "content" | "colour" | "die" | "other";
export type SampleView = { 
/**
 * Its row.
 */
id: number, 
/**
 * 样本号.
 */
number: string, 
/**
 * What it proves.
 */
type: SampleType, 
/**
 * Where it is from.
 */
source: SampleSource, 
/**
 * What it is.
 */
medium: SampleMedium, 
/**
 * Which one, from whom.
 */
description: string, 
/**
 * How many pieces.
 */
quantity: number, 
/**
 * Its newest stamp.
 */
stamp: StampView | null, 
/**
 * Who may sign it, the usual one first.
 */
signers: Array<SourceSigner>, };
export type SaveCustomer = { 
/**
 * Which one; none for a new one.
 */
id: number | null, 
/**
 * The revision on the screen; 0 for a new one.
 */
revision: number, 
/**
 * 名称.
 */
name: string, 
/**
 * 简称.
 */
shortName: string, 
/**
 * 地址.
 */
address: string, 
/**
 * 联系人.
 */
contact: string, 
/**
 * 电话.
 */
phone: string, 
/**
 * 备注.
 */
remark: string, };
export type SavedPaper = { 
/**
 * The file.
 */
path: string, 
/**
 * Whether it got another name because the one chosen is open elsewhere.
 */
renamed: boolean, };
export type SheetStateView = { 
/**
 * Its row; by it a copy to look at is asked for.
 */
id: number, 
/**
 * `RW-2026-A000456 · V1·改1`.
 */
label: string, 
/**
 * When it was frozen (UTC).
 */
issuedAt: string, 
/**
 * 作废.
 */
void: boolean, };
export type SheetView = { 
/**
 * Its row.
 */
id: number, 
/**
 * 任务书号.
 */
number: string, 
/**
 * Version.
 */
version: number, 
/**
 * 改n.
 */
changeIndex: number, 
/**
 * `RW-2026-A000456 · V1·改1`.
 */
label: string, 
/**
 * Every state, the oldest first.
 */
states: Array<SheetStateView>, 
/**
 * Every print, the latest first.
 */
prints: Array<PrintView>, 
/**
 * Every change, the latest first.
 */
amendments: Array<AmendmentView>, 
/**
 * How many places of this version are changed.
 */
placesUsed: number, };
export type SourceSigner = "customer" | "sales_representative" | "sales_assistant" | "quality";
export type Stage = "firstStart" | "signIn" | "open";
export type StampSampleRequest = { 
/**
 * The sample.
 */
sampleId: number, 
/**
 * The order as it was shown to the signer: its customer and product stand on the stamp.
 */
revision: number, 
/**
 * In which capacity it is signed.
 */
capacity: SourceSigner, 
/**
 * The last day it holds, `YYYY-MM-DD`.
 */
validUntil: string | null, 
/**
 * The yes.
 */
approval: ApprovalRequest, };
export type StampView = { 
/**
 * 客户名称.
 */
customer: string, 
/**
 * 产品名称.
 */
product: string, 
/**
 * 样本类型, as printed.
 */
sampleType: string, 
/**
 * 签样人.
 */
signer: string, 
/**
 * Recorded for the signer (代录).
 */
recorded: boolean, 
/**
 * The day it was given.
 */
date: string, 
/**
 * The last day it holds.
 */
validUntil: string | null, 
/**
 * A fact of it has changed since.
 */
stale: boolean, 
/**
 * Its validity has passed.
 */
expired: boolean, };
export type StepState = "done" | "open" | "blocked" | "not_applicable";
export type StepView = { 
/**
 * 1 to 7.
 */
step: number, 
/**
 * How it stands.
 */
state: StepState, };
export type Topic = string;
export type TrailLine = { 
/**
 * When (UTC).
 */
at: string, 
/**
 * Who.
 */
who: string, 
/**
 * Code of the act.
 */
activity: string, 
/**
 * Facts of the act.
 */
params: { [key in string]: string }, };
export type UnreadView = { 
/**
 * Stable code.
 */
code: string, 
/**
 * Facts for the words.
 */
params: { [key in string]: string }, };
export type Verdict = "feasible" | "conditional" | "infeasible";
export type Warning = { 
/**
 * Where to look.
 */
path: string, 
/**
 * Stable code.
 */
code: string, 
/**
 * Facts for the words.
 */
params: { [key in string]: string }, };
