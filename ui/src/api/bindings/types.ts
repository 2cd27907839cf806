// Written by `cargo xtask gen` from the one list of commands. Do not edit.

export type AddFinding = { 
/**
 * Which order.
 */
orderId: number, 
/**
 * The field it is about; empty: the order as a whole.
 */
path: string, 
/**
 * The point of the check list it belongs to; empty: none.
 */
point: string, 
/**
 * What is wrong.
 */
words: string, };
export type AddressForm = { 
/**
 * Its row, once stored.
 */
id: number | null, 
/**
 * 地址.
 */
address: string, 
/**
 * 收货人.
 */
receiver: string, 
/**
 * 收货电话.
 */
phone: string, 
/**
 * 备注.
 */
note: string, 
/**
 * Proposed first.
 */
isDefault: boolean, };
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
 * When (UTC).
 */
consentAt: string | null, 
/**
 * How.
 */
consentHow: string | null, 
/**
 * Names of the screenshots or scans of it.
 */
consentEvidence: Array<string>, 
/**
 * 未提前通知: a later day, told when the old one had come (F7-11).
 */
lateNotice: boolean, 
/**
 * 损失金额.
 */
loss: string | null, 
/**
 * 责任方.
 */
liable: Liable, 
/**
 * 处理结果.
 */
outcome: string, 
/**
 * Why it was refused or withdrawn.
 */
closingNote: string, 
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
makesNewVersion: boolean, 
/**
 * 通知单号 of its notice, once it stands on a sheet; none where none was made yet.
 */
notice: string | null, 
/**
 * On how many copies in use its line is open: they neither say it nor bear it, or are to be called back because of it.
 */
openCopies: number, };
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
 * 估算: a day of a year without an official calendar, a thickness or a board's weight by the paper table.
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
at: string, 
/**
 * Yes or no, where another delivery is asked for, or the order was taken on that condition (F5-1.2c, F5-1.2f).
 */
agreed: boolean | null, };
export type AnswerProofRequest = { 
/**
 * Which proof.
 */
proofId: number, 
/**
 * The order as it was shown.
 */
revision: number, 
/**
 * 同意 or 修改.
 */
answer: ProofAnswer, 
/**
 * Which changes; what else was said.
 */
words: string, 
/**
 * As what sample an agreed proof stands.
 */
sampleType: SampleType, 
/**
 * What the customer sent, in lane B, where there is something.
 */
evidence: Array<EvidenceRequest>, 
/**
 * The signature: in lane A the customer's, recorded; in lane B of sales.
 */
approval: ApprovalRequest, };
export type AnswerStep = { 
/**
 * Stable code.
 */
code: string, 
/**
 * Facts for the words.
 */
params: { [key in string]: string }, };
export type AnswerView = { 
/**
 * 同意 or 修改.
 */
answer: ProofAnswer, 
/**
 * What was said.
 */
words: string, 
/**
 * Who.
 */
signer: string, 
/**
 * On what, when it was recorded (代录).
 */
recorded: Medium | null, 
/**
 * When (UTC).
 */
at: string, 
/**
 * The sample it became.
 */
sample: string | null, };
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
 * The evidence.
 */
evidence: Array<EvidenceRequest>, 
/**
 * 后补: the evidence follows later.
 */
follows: boolean, 
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
export type ApproveEffectRequest = { 
/**
 * Which order.
 */
orderId: number, 
/**
 * The order as it was shown to the signer.
 */
revision: number, 
/**
 * The yes of 销售主管 or 业务总监.
 */
approval: ApprovalRequest, };
export type ApproveFreeProofRequest = { 
/**
 * Which.
 */
freeProofId: number, 
/**
 * The yes.
 */
approval: ApprovalRequest, };
export type AskedFor = "effect" | "check";
export type AttachmentFolderView = { 
/**
 * Which it is.
 */
now: FolderView, 
/**
 * Bytes that may still be written into it; nothing where the folder cannot be asked.
 */
free: number | null, 
/**
 * The folders of before that files may still lie in, the latest first.
 */
former: Array<FormerFolder>, };
export type AuditMaterial = { 
/**
 * Which order.
 */
orderId: number, 
/**
 * The order as it was shown.
 */
revision: number, 
/**
 * The points as they were shown: what somebody looked at.
 */
points: Array<string>, 
/**
 * Those the order has nothing of.
 */
notApplicable: Array<string>, };
export type AuditView = { 
/**
 * 合理: nothing was found.
 */
sound: boolean, 
/**
 * When (UTC).
 */
at: string, 
/**
 * Who.
 */
by: string, 
/**
 * The material has changed since, or something was found in it.
 */
stale: boolean, 
/**
 * What was looked at, as it was called then; empty of an audit from before there was a list.
 */
points: Array<MaterialPoint>, };
export type BegunOn = { 
/**
 * Its revision.
 */
revision: number, 
/**
 * What stood on it.
 */
form: OrderForm, };
export type Beside = { 
/**
 * 上次同款: the last order of this customer for a product of this name.
 */
lastSame: LastSame | null, 
/**
 * What looks like the same order, the newest first within each kind.
 */
doubles: Array<Double>, 
/**
 * The customer's orders of the same day that together come above what is reviewed (S-4.3.1D).
 */
split: SplitDay | null, 
/**
 * Of an order for stock: what was sold of the product.
 */
stock: StockSales | null, };
export type BindDummyRequest = { 
/**
 * Which proof.
 */
proofId: number, 
/**
 * 顺序
 */
inOrder: boolean, 
/**
 * 颜色
 */
colours: boolean, 
/**
 * 内容
 */
contents: boolean, 
/**
 * 已装订
 */
bound: boolean, 
/**
 * Whether the pages show their numbers.
 */
folios: Folios, 
/**
 * Who wrote the numbers by hand.
 */
numberedBy: string, };
export type BroughtAlong = { 
/**
 * How many came along.
 */
files: number, 
/**
 * How many stayed: not what was kept any more, or held by another program.
 */
stayed: number, 
/**
 * The folder of before is empty and forgotten.
 */
whole: boolean, };
export type ByHandView = { 
/**
 * ①
 */
mark: string, 
/**
 * When it was entered (UTC).
 */
at: string, 
/**
 * By whom.
 */
by: string, };
export type CancelConsequences = { 
/**
 * The sheet that becomes 作废: `RW-2026-A000456 · V1·改1`.
 */
sheet: string | null, 
/**
 * Its prints, which have to come back.
 */
prints: Array<PrintBack>, 
/**
 * A change that waits is withdrawn.
 */
changeWaits: boolean, 
/**
 * Files that are not copied into the prepress folder any more.
 */
stopped: Array<string>, 
/**
 * Files that lie there, below it, and are to be plated no more; an original among them stays where it is.
 */
filed: Array<string>, 
/**
 * The customer's samples, to be given back.
 */
samples: Array<SampleBack>, 
/**
 * Money that came in, to be refunded or credited.
 */
received: string | null, 
/**
 * The part that goes back to its presale.
 */
presale: PresaleBack | null, 
/**
 * Customer orders that came of it, and stay.
 */
stay: Array<string>, 
/**
 * How many free proofs that were asked for are withdrawn.
 */
freeProofsWithdrawn: number, 
/**
 * Free proofs that were issued.
 */
freeProofs: Array<string>, 
/**
 * The departments that are told.
 */
told: Array<string>, };
export type CancelOrderRequest = { 
/**
 * Which.
 */
orderId: number, 
/**
 * The order as it was shown.
 */
revision: number, 
/**
 * Why.
 */
reason: string, 
/**
 * Who asked for it.
 */
askedBy: HaltAskedBy, 
/**
 * Who of the customer was spoken to, or consented (F1-11, F4-4c).
 */
contact: ConsentRequest | null, 
/**
 * What it costs whom (F4-4d).
 */
loss: LossRequest | null, 
/**
 * What becomes of the money that came in.
 */
money: HaltMoney | null, 
/**
 * The yes of 业务总监, where one is needed.
 */
approval: ApprovalRequest | null, };
export type CancelPreview = { 
/**
 * What it asks for where we ask for it.
 */
askedByHouse: HaltAsked, 
/**
 * What it asks for where the customer does.
 */
askedByCustomer: HaltAsked, 
/**
 * What it brings about.
 */
consequences: CancelConsequences, };
export type ChangeCustomer = { 
/**
 * Which one; none for a new one.
 */
id: number | null, 
/**
 * The revision on the screen; 0 for a new one.
 */
revision: number, 
/**
 * As typed.
 */
form: CustomerForm, };
export type ChangeFileRequest = { 
/**
 * Its place.
 */
placeId: number, 
/**
 * Row key of its component; empty for the order as a whole.
 */
component: string, 
/**
 * How its pages count.
 */
counts: Counts, };
export type ChangeFolder = { 
/**
 * The whole path.
 */
folder: string, 
/**
 * Why.
 */
why: string, };
export type ChangePreview = { 
/**
 * The places.
 */
places: Array<PlaceView>, 
/**
 * There is a sheet: places are counted, and one too many makes a new version.
 */
onSheet: boolean, 
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
export type ChangeSampleRequest = { 
/**
 * The sample.
 */
sampleId: number, 
/**
 * What it is.
 */
facts: SampleFactsRequest, };
export type ChangeSeries = { 
/**
 * Which.
 */
kind: string, 
/**
 * The pattern.
 */
pattern: string, 
/**
 * `year`, `month`, `day` or `never`.
 */
reset: string, 
/**
 * The first value of each period.
 */
start: string, 
/**
 * From which day, as typed: today or a later one.
 */
from: string, 
/**
 * Why.
 */
why: string, };
export type ChangeSetting = { 
/**
 * Which.
 */
rule: string, 
/**
 * As typed; rows as JSON.
 */
value: string, 
/**
 * From which day, as typed.
 */
from: string, 
/**
 * Why.
 */
why: string, };
export type CheckItem = "size" | "pages" | "text" | "pictures" | "colours" | "finishing";
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
 * Whether it keeps nothing back.
 */
ok: boolean, 
/**
 * Whether it is to be seen to all the same: it warns, and blocks only where the house says so.
 */
warns: boolean, 
/**
 * Facts for the words.
 */
params: { [key in string]: string }, 
/**
 * Who sees to it: one role for each line (F2-04.2).
 */
who: Role, 
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
export type ChooseLaneRequest = { 
/**
 * The order.
 */
orderId: number, 
/**
 * Which; none: by the sample that is there.
 */
lane: ProofLane | null, 
/**
 * Why lane B.
 */
reason: LaneReason | null, 
/**
 * What else is to be said.
 */
note: string, };
export type ColumnView = { 
/**
 * Stable code.
 */
key: string, 
/**
 * `count`, `percent`, `half_days`, `day`, `time`, `choice`, `words`, `remark`,
 * `line` or `field`.
 */
kind: string, 
/**
 * The codes of a choice.
 */
choices: Array<string>, 
/**
 * The field of the order's form that takes its cells, as a path without a row: the dictionary names it and its choices.
 */
field: string | null, };
export type CompareSampleRequest = { 
/**
 * The order.
 */
orderId: number, 
/**
 * Row by row.
 */
answers: Array<SampleAnswer>, };
export type ComponentPages = { 
/**
 * Row key of the component; empty for the order as a whole.
 */
component: string, 
/**
 * Files in use.
 */
files: number, 
/**
 * P of them all; none where the pages of one could not be counted.
 */
sum: number | null, 
/**
 * P数 ordered.
 */
ordered: number | null, 
/**
 * 0+0 needs no file.
 */
needsFile: boolean, 
/**
 * How the two stand.
 */
stand: PagesStand, };
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
note: string, 
/**
 * Of 有条件接单: another delivery as typed (F5-1.2f); empty for none.
 */
newDate: string, 
/**
 * Of 有条件接单: another technique (F5-1.2f); empty for none.
 */
technique: string, 
/**
 * 不接单 is signed by 总经理 or 副总经理 (F5-1.2d); nothing else is.
 */
approval: ApprovalRequest | null, };
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
 * Pieces of evidence that show it; none of a yes that was only said, and of what the customer wants changed.
 */
evidence: number | null, 
/**
 * The signature they show.
 */
signature: number | null, 
/**
 * The record of what was read back, where the yes was only spoken.
 */
paper: Paper | null, 
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
how: string, 
/**
 * The screenshot or scan of it; of what was said by phone or in person there may be none.
 */
evidence: Array<EvidenceRequest>, 
/**
 * 后补: it follows later.
 */
follows: boolean, };
export type ContactForm = { 
/**
 * Its row, once stored.
 */
id: number | null, 
/**
 * 姓名.
 */
name: string, 
/**
 * 电话.
 */
phone: string, 
/**
 * 微信 or e-mail.
 */
message: string, 
/**
 * For what one calls them.
 */
purpose: string, 
/**
 * Asked first.
 */
isDefault: boolean, };
export type ConversionView = { 
/**
 * Pieces that have become customer orders, as a person reads it.
 */
converted: string, 
/**
 * Pieces that are left; none while the quantity is 待定, and on a sample order.
 */
rest: string | null, 
/**
 * Whether it can be converted now.
 */
open: boolean, 
/**
 * The customer orders it became, the oldest first.
 */
parts: Array<ConvertedPart>, };
export type ConvertedOrder = { 
/**
 * The presale or sample order.
 */
order: OrderLink, 
/**
 * Code of its kind.
 */
kind: string, 
/**
 * Pieces that are left of a presale; none while its quantity is 待定, and of a sample order.
 */
rest: string | null, 
/**
 * Texts that were taken over, by path.
 */
taken: { [key in string]: string }, };
export type ConvertedPart = { 
/**
 * The order.
 */
order: OrderLink, 
/**
 * How many pieces, as they were when it was registered.
 */
quantity: string, };
export type CopiesFilter = "live" | "owing" | "lost";
export type CopiesQuery = { 
/**
 * In which state.
 */
filter: CopiesFilter, 
/**
 * Of which 联; empty: of all.
 */
holder: string, 
/**
 * A piece of 订单号, 任务书号 or the customer's name; empty: of all.
 */
about: string, };
export type CopiesSummary = { 
/**
 * In use.
 */
live: number, 
/**
 * Of these, how many owe something.
 */
owing: number, 
/**
 * Given up for lost.
 */
lost: number, 
/**
 * Every 联 that was ever printed for.
 */
holders: Array<string>, };
export type CopyFate = "replaced" | "by_hand" | "taken_back" | "lost";
export type CopyView = { 
/**
 * Its print.
 */
id: number, 
/**
 * Of which order.
 */
orderId: number, 
/**
 * 订单号.
 */
order: string, 
/**
 * 客户; empty for stock.
 */
customer: string, 
/**
 * 产品.
 */
product: string, 
/**
 * What it is a print of: `RW-2026-A000456 · V1·改1`.
 */
label: string, 
/**
 * Which print of that state.
 */
number: number, 
/**
 * 联.
 */
holder: string, 
/**
 * 校验码.
 */
checkCode: string, 
/**
 * When it was printed (UTC).
 */
at: string, 
/**
 * By whom.
 */
by: string, 
/**
 * What it is worth.
 */
verdict: PrintStanding, 
/**
 * It is in use, and something is owed.
 */
owes: boolean, 
/**
 * The signed changes it lacks: ①.
 */
missing: Array<string>, 
/**
 * The changes that were written on it.
 */
byHand: Array<ByHandView>, 
/**
 * How it went out of use; the latest where it was lost and came back.
 */
fate: FateView | null, 
/**
 * What holds now; empty where nothing does.
 */
current: string, };
export type Corner = "bottom_right" | "bottom_left" | "top_right" | "top_left";
export type CounterReceiptRequest = { 
/**
 * Which.
 */
receiptId: number, 
/**
 * Why.
 */
reason: string, };
export type Counts = "single" | "spread" | "cover";
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
 * 编号; empty for one that was last saved before there were codes.
 */
code: string, 
/**
 * 地址.
 */
address: string, 
/**
 * 联系人: the one asked first.
 */
contact: string, 
/**
 * 电话: of the one asked first.
 */
phone: string, 
/**
 * 备注.
 */
remark: string, 
/**
 * 直通: no proofs, files locked.
 */
directLane: boolean, 
/**
 * Counts its changes.
 */
revision: number, };
export type CustomerForm = { 
/**
 * 名称.
 */
name: string, 
/**
 * 简称.
 */
shortName: string, 
/**
 * 编号; empty: the next of its series.
 */
code: string, 
/**
 * 地址 of the firm.
 */
address: string, 
/**
 * 备注.
 */
remark: string, 
/**
 * `local`, `out_of_town` or empty.
 */
locality: string, 
/**
 * 直通.
 */
directLane: boolean, 
/**
 * 长期.
 */
longTerm: boolean, 
/**
 * 允许超欠.
 */
tolerance: string, 
/**
 * 抬头.
 */
invoiceTitle: string, 
/**
 * 税号.
 */
invoiceTaxNo: string, 
/**
 * 开户行及账号.
 */
invoiceBank: string, 
/**
 * 地址电话.
 */
invoiceAddress: string, 
/**
 * 联系人.
 */
contacts: Array<ContactForm>, 
/**
 * 收货地址.
 */
addresses: Array<AddressForm>, 
/**
 * 付款方式.
 */
terms: Array<TermForm>, };
export type CustomerMessage = { 
/**
 * Ready to send.
 */
text: string, 
/**
 * The pages it is about.
 */
pictures: Array<MessagePicture>, };
export type CustomerName = { 
/**
 * Its id.
 */
id: number, 
/**
 * 名称.
 */
name: string, };
export type CustomerOffers = { 
/**
 * Which customer.
 */
id: number, 
/**
 * 名称.
 */
name: string, 
/**
 * Its contacts, the one asked first in front.
 */
contacts: Array<ContactForm>, 
/**
 * Its delivery addresses, the usual one in front.
 */
addresses: Array<AddressForm>, 
/**
 * Fields of the order that are proposed, by path.
 */
fields: { [key in string]: string }, 
/**
 * Fields of the first drop that are proposed, by key.
 */
drop: { [key in string]: string }, 
/**
 * Its payment terms; empty: none agreed.
 */
terms: Array<TermForm>, 
/**
 * The terms a new form begins with: where they stand untouched, the customer's own take their place.
 */
usualTerms: Array<TermForm>, };
export type CustomerPage = { 
/**
 * Its id.
 */
id: number, 
/**
 * Counts its changes.
 */
revision: number, 
/**
 * What stands on it.
 */
form: CustomerForm, 
/**
 * What it is to the house, and why.
 */
standing: StandingView, 
/**
 * What a special VAT invoice lacks, as codes.
 */
invoiceMissing: Array<string>, 
/**
 * Its orders, newest first.
 */
orders: Array<OrderRow>, 
/**
 * The customers that were merged into it.
 */
merged: Array<MergedView>, 
/**
 * Where it went, when it was merged away.
 */
mergedInto: CustomerName | null, 
/**
 * What happened, the latest first, to it and to what was merged into it.
 */
trail: Array<TrailLine>, };
export type CustomerRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * 编号.
 */
code: string, 
/**
 * 名称.
 */
name: string, 
/**
 * 简称.
 */
shortName: string, 
/**
 * 联系人: the one asked first.
 */
contact: string, 
/**
 * 电话: of the one asked first.
 */
phone: string, 
/**
 * 地址.
 */
address: string, 
/**
 * Counts its changes.
 */
revision: number, 
/**
 * Orders registered.
 */
orders: number, 
/**
 * `potential`, `new` or `established`.
 */
standing: string, 
/**
 * A name merged into this one in which the words are found.
 */
former: string | null, };
export type CustomerSignatureView = { 
/**
 * On what.
 */
kind: SignatureKind, 
/**
 * Who of the customer.
 */
who: string, 
/**
 * When (UTC).
 */
at: string, 
/**
 * 合同号.
 */
contractNumber: string, 
/**
 * 合同日期.
 */
contractDate: string | null, 
/**
 * The signature.
 */
signature: number, 
/**
 * Names of the scans.
 */
evidence: Array<string>, 
/**
 * What it was given to differs since.
 */
stale: boolean, };
export type DecideNatureRequest = { 
/**
 * The order.
 */
orderId: number, 
/**
 * The order as it was shown.
 */
revision: number, 
/**
 * Which.
 */
nature: OrderNature, 
/**
 * Of 非常规: why.
 */
reasons: Array<UnusualReason>, 
/**
 * Why so, where the desk proposes otherwise.
 */
why: string, };
export type DeputyRequest = { 
/**
 * For which role.
 */
role: Role, 
/**
 * Who; 0 while nobody is chosen.
 */
person: number, 
/**
 * First day as typed; empty: today.
 */
from: string, 
/**
 * Last day as typed.
 */
to: string, };
export type DeputyView = { 
/**
 * For which role.
 */
role: Role, 
/**
 * Who.
 */
person: number, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, };
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
 * Idle minutes after which the screen locks.
 */
lockAfterMinutes: number, 
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
export type DifferencePass = { 
/**
 * Why.
 */
reason: string, 
/**
 * Who signed.
 */
signer: string, 
/**
 * When (UTC).
 */
at: string, 
/**
 * On what it was given, when it was recorded for the signer (代录).
 */
recorded: Medium | null, };
export type Done<T> = { 
/**
 * What the screen asked for.
 */
value: T, 
/**
 * What changed.
 */
changed: Array<Topic>, };
export type Double = { 
/**
 * Why.
 */
kind: DoubleKind, 
/**
 * The other order, where it is one.
 */
order: OrderLink | null, 
/**
 * The other draft, where it is one.
 */
draft: string | null, 
/**
 * Whose draft it is; empty for an order.
 */
who: string, 
/**
 * When it was registered or last saved (UTC).
 */
at: string, };
export type DoubleKind = "same_po" | "same_job" | "open_draft";
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
export type DummyView = { 
/**
 * 顺序
 */
inOrder: boolean, 
/**
 * 颜色
 */
colours: boolean, 
/**
 * 内容
 */
contents: boolean, 
/**
 * 已装订
 */
bound: boolean, 
/**
 * Whether the pages show their numbers.
 */
folios: Folios, 
/**
 * Who wrote the numbers by hand.
 */
numberedBy: string, 
/**
 * When (UTC).
 */
at: string, 
/**
 * By whom it was noted.
 */
by: string, };
export type EffectView = { 
/**
 * When it first took effect (UTC); from then on it is closed to free editing.
 */
at: string | null, 
/**
 * Hash of everything it said then (F7-03).
 */
hash: string | null, 
/**
 * 生效审批.
 */
approval: GateView, 
/**
 * Above which amount it is asked for; none where it is asked for another reason or not by amount.
 */
above: string | null, 
/**
 * The customer's signature.
 */
customer: GateView, 
/**
 * Whether an order waits for it.
 */
customerBlocks: boolean, 
/**
 * Every signature of the customer, the latest first.
 */
signatures: Array<CustomerSignatureView>, };
export type EvidenceRequest = { "from": "file", 
/**
 * Where it is.
 */
path: string, } | { "from": "pasted", 
/**
 * The name it is shown under.
 */
name: string, 
/**
 * Its bytes, Base64.
 */
data: string, };
export type FactOnPages = { 
/**
 * Its name or code.
 */
name: string, 
/**
 * Runs of pages, first and last.
 */
pages: Array<[number, number]>, };
export type FateView = { 
/**
 * How.
 */
fate: CopyFate, 
/**
 * When (UTC).
 */
at: string, 
/**
 * Who entered it.
 */
by: string, 
/**
 * What was said of it.
 */
note: string, 
/**
 * The state the print was of that took its place; empty where none did.
 */
replacedBy: string, 
/**
 * Which print of that state.
 */
replacedByPrint: number | null, };
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
 * Codes of it that are chosen no more.
 */
withdrawn: Array<string>, 
/**
 * Suggestions.
 */
presets: Array<string>, 
/**
 * What stands in it when a row is added.
 */
initial: string, };
export type FileFacts = { 
/**
 * Version, such as `1.7`.
 */
version: string, 
/**
 * The standard it claims to keep, such as `PDF/X-4`.
 */
standard: string | null, 
/**
 * The printing condition it names for itself.
 */
intent: string | null, 
/**
 * Colour spaces by their codes, and where something is printed in them.
 */
spaces: Array<FactOnPages>, 
/**
 * Spot colours.
 */
spots: Array<FactOnPages>, 
/**
 * Fonts something is set in, or that are carried along.
 */
fonts: Array<FontInFile>, 
/**
 * Pictures as often as they are placed.
 */
images: number, 
/**
 * The coarsest of them, in pixels an inch.
 */
lowestPpi: number | null, 
/**
 * On which page that is.
 */
lowestOn: number | null, 
/**
 * Layers, those that are off in brackets.
 */
layers: Array<string>, };
export type FilePositions = { 
/**
 * Its row.
 */
fileId: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Our running version.
 */
version: number, 
/**
 * Its hash: by it its pages are drawn.
 */
sha256: string, 
/**
 * How many pages.
 */
pages: number, 
/**
 * Its pages as they are seen.
 */
sizes: Array<ShownPages>, 
/**
 * What is marked on it, as it stands; sent back with what is to be saved.
 */
seen: string, 
/**
 * What is marked on it.
 */
positions: Array<PositionView>, };
export type FilePreflight = { 
/**
 * The received file.
 */
fileId: number, 
/**
 * Whether it was looked at.
 */
looked: PreflightLooked, 
/**
 * The check that counts, else the last one there was.
 */
check: PreflightCheck | null, 
/**
 * What is wrong with it, worst first.
 */
findings: Array<PreflightFinding>, 
/**
 * What it changed of the version before, and what was given on that one; none of a first version.
 */
since: VersionComparison | null, };
export type FileView = { 
/**
 * Its row.
 */
id: number, 
/**
 * Its place; the versions of a file share one.
 */
place: number, 
/**
 * Row key of its component.
 */
component: string, 
/**
 * The newest version of its place.
 */
newest: boolean, 
/**
 * Why it is out of use; empty while it is in use.
 */
outReason: string, 
/**
 * Its name as harmless text.
 */
name: string, 
/**
 * The customer's own version label.
 */
label: string, 
/**
 * Our running version within its place.
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
 * How they count.
 */
counts: Counts, 
/**
 * So many P of its component.
 */
p: number | null, 
/**
 * Pages by size; each row stands for its page and the ones after it until the next row.
 */
boxes: Array<PageBoxes>, 
/**
 * What a file without PDF pages says of itself.
 */
stated: StatedView | null, 
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
 * Who made it.
 */
madeBy: MadeBy, 
/**
 * Its customer is 直通: it is released as it was received (S-4.2.1b).
 */
locked: boolean, 
/**
 * Its name claims another kind than its content is.
 */
nameLies: boolean, 
/**
 * Where it stands on its way into the prepress folder; none while it is not due there.
 */
prepress: PrepressView | null, 
/**
 * Where the same content was received before, on whichever order.
 */
before: Array<ReceivedBefore>, };
export type FindingName = { 
/**
 * The received file.
 */
fileId: number, 
/**
 * Its hash.
 */
hash: string, };
export type FindingOutcome = "change" | "as_is" | "drop";
export type FindingState = "open" | "waiting" | "ask_again" | "settled" | "closed";
export type FindingView = { 
/**
 * Its row; none while no act has entered it.
 */
id: number | null, 
/**
 * Code of the rule; empty: a person wrote it down.
 */
code: string, 
/**
 * What the field is called; empty: the order as a whole.
 */
label: string, 
/**
 * Where to look.
 */
path: string, 
/**
 * The point of the check list a person found it in; empty: none.
 */
point: string, 
/**
 * Facts for the words of the rule.
 */
params: { [key in string]: string }, 
/**
 * What a person wrote.
 */
words: string, 
/**
 * How it stands.
 */
state: FindingState, 
/**
 * Whether the customer may have it made as it is.
 */
mayStay: boolean, 
/**
 * When it was found (UTC).
 */
at: string, 
/**
 * Who wrote it down, or whose act showed it.
 */
by: string, 
/**
 * What came of it.
 */
outcome: OutcomeView | null, 
/**
 * When it closed (UTC).
 */
closedAt: string | null, 
/**
 * Who closed it, or whose act did.
 */
closedBy: string, 
/**
 * `gone` or `mended`; empty while it is not closed.
 */
closedHow: string, };
export type Finish = "foil" | "varnish" | "emboss" | "deboss" | "die_cut" | "other";
export type FirstStartRequest = { house: string, deskLetter: string, administrator: NewPersonRequest, people: Array<NewPersonRequest>, folders: Folders, };
export type FolderChange = { 
/**
 * When (UTC).
 */
at: string, 
/**
 * Who.
 */
who: string, 
/**
 * To which folder.
 */
folder: string, 
/**
 * Why.
 */
why: string, };
export type FolderView = { 
/**
 * Where it lies.
 */
folder: string, 
/**
 * How it came to be that one, the latest first.
 */
changes: Array<FolderChange>, };
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
export type Folios = "visible" | "hidden" | "absent";
export type FontInFile = { 
/**
 * Its name; empty for fonts that are drawings.
 */
name: string, 
/**
 * It is in the file.
 */
embedded: boolean, 
/**
 * Only the letters that are used are.
 */
subset: boolean, };
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
export type FormerFolder = { 
/**
 * Where it lies.
 */
folder: string, 
/**
 * How many files lie in it; nothing where it is away.
 */
files: number | null, 
/**
 * How many bytes.
 */
bytes: number, };
export type FoundField = { 
/**
 * Code of the field.
 */
field: string, 
/**
 * What stands there.
 */
text: string, };
export type FoundOrder = { 
/**
 * As the list shows it.
 */
row: OrderRow, 
/**
 * Where the terms were found.
 */
matches: Array<FoundField>, };
export type FoundOrders = { 
/**
 * The newest first.
 */
orders: Array<FoundOrder>, 
/**
 * Whether there are older ones beyond these.
 */
more: boolean, 
/**
 * How far the index is made, while it is; then there may be orders beyond these that are not found yet.
 */
indexing: IndexProgress | null, };
export type Frame = { 
/**
 * From the left edge of the trim; negative in the bleed.
 */
left: number, 
/**
 * From the upper edge of the trim.
 */
top: number, 
/**
 * Width.
 */
width: number, 
/**
 * Height.
 */
height: number, };
export type FreeProofCost = { 
/**
 * Its order.
 */
orderId: number, 
/**
 * `2026-11`.
 */
month: string, 
/**
 * Its number.
 */
number: string, 
/**
 * 订单号.
 */
orderNumber: string, 
/**
 * 客户.
 */
customer: string, 
/**
 * 产品.
 */
product: string, 
/**
 * What was proofed.
 */
content: string, 
/**
 * Who approved it.
 */
approvedBy: string, 
/**
 * 代录: on what the person said it; none where the person signed here.
 */
recorded: Medium | null, 
/**
 * What it cost, once somebody has said.
 */
cost: string | null, };
export type FreeProofCosts = { 
/**
 * Month by month, the latest first; a month without any is left out.
 */
months: Array<MonthCost>, 
/**
 * Every one, the latest first.
 */
lines: Array<FreeProofCost>, };
export type FreeProofView = { 
/**
 * Its row.
 */
id: number, 
/**
 * Its number, once it is approved.
 */
number: string | null, 
/**
 * What it is.
 */
medium: SampleMedium, 
/**
 * What is proofed.
 */
content: string, 
/**
 * How many.
 */
quantity: number, 
/**
 * Why nobody pays for it.
 */
reason: string, 
/**
 * Who asked for it.
 */
requestedBy: string, 
/**
 * When (UTC).
 */
requestedAt: string, 
/**
 * Who approved it.
 */
approvedBy: string | null, 
/**
 * On what, when it was recorded (代录).
 */
recorded: Medium | null, 
/**
 * When (UTC).
 */
approvedAt: string | null, 
/**
 * Its paper.
 */
paper: Paper | null, 
/**
 * What it cost: `86.40`.
 */
cost: string | null, 
/**
 * What of.
 */
costNote: string, 
/**
 * Why it was withdrawn; empty unless it was.
 */
withdrawn: string, };
export type FreeProofsView = { 
/**
 * Whether the house makes any.
 */
on: boolean, 
/**
 * Every one, the latest first.
 */
proofs: Array<FreeProofView>, };
export type GateView = { 
/**
 * The house asks for it.
 */
asked: boolean, 
/**
 * It is signed for exactly this.
 */
passed: boolean, 
/**
 * Who signed, be it for something else.
 */
signer: string | null, 
/**
 * When (UTC).
 */
at: string | null, 
/**
 * On what it was given, when it was recorded for the signer (代录).
 */
recorded: Medium | null, 
/**
 * Why the one who was asked said no to exactly this; none where nobody did.
 */
sentBack: string | null, };
export type GivenBefore = { 
/**
 * `stamp`, `proof`, `position`, `check`, `customer`, `opinion`, `prepress`, `answer`, `sheet`.
 */
kind: string, 
/**
 * Which: the number of a sample, the round of a proof, the name of a file or a position.
 */
what: string, 
/**
 * Who gave it.
 */
by: string, 
/**
 * When (UTC).
 */
at: string, 
/**
 * On what it was given, when it was recorded for the signer (代录).
 */
recorded: Medium | null, };
export type HaltAsked = { 
/**
 * Who of the customer was spoken to, when and how (F1-11).
 */
contact: boolean, 
/**
 * That is a consent, with something to show of it (F4-4c).
 */
consent: boolean, 
/**
 * 业务总监 signs, and what it costs whom is said (F4-4c, F4-4d).
 */
director: boolean, };
export type HaltAskedBy = "customer" | "house";
export type HaltEntry = { 
/**
 * Which.
 */
kind: HaltKind, 
/**
 * Why.
 */
reason: string, 
/**
 * Who asked for it.
 */
askedBy: HaltAskedBy, 
/**
 * Who of the customer was spoken to.
 */
contact: string | null, 
/**
 * When (UTC).
 */
contactAt: string | null, 
/**
 * How.
 */
contactHow: string | null, 
/**
 * Until which day.
 */
until: string | null, 
/**
 * What becomes of the money.
 */
money: HaltMoney | null, 
/**
 * 损失金额.
 */
loss: string | null, 
/**
 * 责任方.
 */
liable: Liable, 
/**
 * 处理结果.
 */
outcome: string, 
/**
 * What it brought about.
 */
consequences: CancelConsequences | null, 
/**
 * Who approved it.
 */
approvedBy: string | null, 
/**
 * On what that was given, when it was recorded (代录).
 */
recorded: Medium | null, 
/**
 * When (UTC).
 */
at: string, 
/**
 * Who did it.
 */
by: string, };
export type HaltKind = "suspend" | "resume" | "cancel";
export type HaltMoney = "refund" | "credit";
export type HaltView = { 
/**
 * It may be suspended.
 */
maySuspend: boolean, 
/**
 * It may go on.
 */
mayResume: boolean, 
/**
 * It may be cancelled.
 */
mayCancel: boolean, 
/**
 * It has a customer to be spoken to.
 */
hasCustomer: boolean, 
/**
 * Suspending it asks who of the customer was told, whoever asked for it.
 */
inEffect: boolean, 
/**
 * Everything that was done, the latest first.
 */
entries: Array<HaltEntry>, };
export type HandItem = "size" | "bleed" | "colours" | "pictures" | "fonts" | "finishing" | "other";
export type HandLine = { 
/**
 * What.
 */
item: HandItem, 
/**
 * How it was found.
 */
result: HandResult, 
/**
 * What is wrong.
 */
words: string, };
export type HandOverOccasion = "review" | "effect" | "release" | "version" | "day_moved" | "suspended" | "resumed" | "cancelled" | "by_hand";
export type HandOverRequest = { 
/**
 * Of which order.
 */
orderId: number, 
/**
 * To which department.
 */
department: string, 
/**
 * To whom there; may be empty.
 */
person: string, 
/**
 * What.
 */
content: string, };
export type HandOverView = { 
/**
 * Its row.
 */
id: number, 
/**
 * Upon what.
 */
occasion: HandOverOccasion, 
/**
 * To which department.
 */
department: string, 
/**
 * To whom there.
 */
person: string, 
/**
 * What.
 */
content: string, 
/**
 * When (UTC).
 */
at: string, 
/**
 * By whom.
 */
by: string, 
/**
 * Who said that it came.
 */
receivedBy: string | null, 
/**
 * When (UTC).
 */
receivedAt: string | null, };
export type HandPreflight = { 
/**
 * Which order.
 */
orderId: number, 
/**
 * The received file.
 */
fileId: number, 
/**
 * How many pages it has.
 */
pages: number, 
/**
 * What was looked at.
 */
items: Array<HandLine>, };
export type HandResult = "sound" | "not_there" | "warning" | "error";
export type HousePresets = { 
/**
 * By field, as a path without a row: `component.press`.
 */
fields: { [key in string]: Array<string> }, 
/**
 * 联.
 */
holders: Array<string>, 
/**
 * What each product type usually is.
 */
types: Array<TypePreset>, 
/**
 * Which components come with a product type or a binding, in their order.
 */
parts: Array<PartPreset>, };
export type ImportLine = { 
/**
 * Its number in the table, the first is 1.
 */
line: number, 
/**
 * Its cells.
 */
cells: Array<string>, 
/**
 * `entered`, `marked`, `same` or `wrong`.
 */
outcome: string, 
/**
 * What is wrong with it.
 */
problems: Array<ImportProblem>, };
export type ImportPreview = { 
/**
 * What each column was understood as, as a code; empty: it is left out.
 */
columns: Array<string>, 
/**
 * Its lines.
 */
lines: Array<ImportLine>, 
/**
 * How many are entered.
 */
entered: number, 
/**
 * How many are there already and marked.
 */
marked: number, 
/**
 * How many are there already and left as they are.
 */
same: number, 
/**
 * How many are wrong.
 */
wrong: number, };
export type ImportProblem = { 
/**
 * Code of its column.
 */
column: string, 
/**
 * Stable code.
 */
code: string, 
/**
 * Facts for the words.
 */
params: { [key in string]: string }, };
export type ImportTable = { 
/**
 * `customers` or `processes`.
 */
kind: string, 
/**
 * The cells as pasted; empty where a file is read.
 */
text: string, 
/**
 * The file, in UTF-8 or GBK; none where cells were pasted.
 */
path: string | null, 
/**
 * Whether every customer of the table is marked 老客户.
 */
established: boolean, };
export type IndexProgress = { 
/**
 * Orders in it.
 */
done: number, 
/**
 * Orders there were when it was begun.
 */
of: number, };
export type KindView = { 
/**
 * Its code.
 */
code: string, 
/**
 * As shown and printed.
 */
label: string, 
/**
 * The English term.
 */
english: string, 
/**
 * Paths of fields and codes of lists it does not have.
 */
without: Array<string>, 
/**
 * Paths of fields and codes of lists that carry no star on it.
 */
optional: Array<string>, 
/**
 * Whether it is read back to a customer.
 */
readBack: boolean, 
/**
 * Whether a task sheet is ever issued for it.
 */
released: boolean, 
/**
 * Whether it can become a customer order.
 */
converts: boolean, };
export type LabelPaper = "roll" | "sheet";
export type LabelsRequest = { 
/**
 * The order.
 */
orderId: number, 
/**
 * Of which samples.
 */
sampleIds: number[], 
/**
 * On what.
 */
paper: LabelPaper, 
/**
 * How many labels of the first sheet are used already.
 */
used: number, 
/**
 * How far single labels are moved.
 */
roll: RollOffset, };
export type LackedChange = { 
/**
 * Its number within the version.
 */
change: number, 
/**
 * ①
 */
mark: string, 
/**
 * Since when it holds (UTC).
 */
at: string, 
/**
 * Who signed it.
 */
by: Array<string>, 
/**
 * What it changes, each place in words.
 */
places: Array<string>, };
export type LackingView = { 
/**
 * The signature.
 */
signature: number, 
/**
 * The order it belongs to.
 */
order: number | null, 
/**
 * Its number.
 */
orderNumber: string, 
/**
 * What was signed, as a code.
 */
purpose: string, 
/**
 * Who signed.
 */
signer: string, 
/**
 * In which capacity, as a code.
 */
capacity: string, 
/**
 * On what.
 */
medium: Medium, 
/**
 * When it was given (UTC).
 */
signedAt: string, 
/**
 * Who recorded it.
 */
recordedBy: string, };
export type Lane = "direct" | "with_sample" | "a" | "b" | "open";
export type LaneReason = "away" | "unsigned";
export type LastSame = { 
/**
 * The order.
 */
order: OrderLink, 
/**
 * When it was registered (UTC).
 */
recordedAt: string, };
export type LendSampleRequest = { 
/**
 * The sample.
 */
sampleId: number, 
/**
 * Who.
 */
borrower: string, 
/**
 * What for; may be empty.
 */
purpose: string, };
export type Liable = "none" | "customer" | "house";
export type ListFilter = "all" | "open" | "registered" | "requirements_confirmed" | "in_review" | "pending_effect" | "in_effect" | "declined" | "released" | "converted" | "suspended" | "cancelled";
export type LoanView = { 
/**
 * Who took it.
 */
borrower: string, 
/**
 * What for.
 */
purpose: string, 
/**
 * When (UTC).
 */
lentAt: string, 
/**
 * Who gave it out.
 */
lentBy: string, 
/**
 * When it came back (UTC).
 */
returnedAt: string | null, 
/**
 * Who brought it.
 */
returnedBy: string | null, 
/**
 * Who took it back.
 */
takenBy: string | null, };
export type LookingView = { 
/**
 * The received file.
 */
fileId: number, 
/**
 * Pages read.
 */
seen: number, 
/**
 * Pages there are; 0 while that is not known.
 */
pages: number, };
export type LossRequest = { 
/**
 * 损失金额 as typed; may be empty.
 */
amount: string, 
/**
 * 责任方.
 */
liable: Liable, 
/**
 * 处理结果.
 */
outcome: string, };
export type MadeBy = "customer" | "house";
export type MarkOnSample = { 
/**
 * The order.
 */
orderId: number, 
/**
 * Row key of the step of finishing.
 */
step: string, 
/**
 * The sample it is marked on.
 */
sampleId: number, 
/**
 * Where, and how large.
 */
words: string, 
/**
 * Foil or die.
 */
tool: string, };
export type MarkView = { 
/**
 * Who.
 */
by: string, 
/**
 * When (UTC).
 */
at: string, 
/**
 * `setting` or `import`.
 */
how: string, };
export type MarkedCopyRequest = { 
/**
 * The received file: the version in use.
 */
fileId: number, 
/**
 * The sample whose stamp it carries, on its first page; none for a copy without.
 */
sampleId: number | null, 
/**
 * Where the stamp stands.
 */
corner: Corner, 
/**
 * Whether positions are drawn.
 */
positions: boolean, 
/**
 * Pages that have no folio of their own: `1-16, 20`; empty for none.
 */
folioPages: string, 
/**
 * The number of the first of them.
 */
firstFolio: number, };
export type MaterialPoint = { 
/**
 * As the house called it then.
 */
name: string, 
/**
 * What came of it.
 */
result: PointResult, };
export type MaterialView = { 
/**
 * The latest audit; none while nobody looked.
 */
audit: AuditView | null, 
/**
 * What was found: what keeps the sheet back first, what is closed last.
 */
findings: Array<FindingView>, 
/**
 * What is looked at, as it stands: what did not apply at the last audit does not now.
 */
points: Array<MaterialPoint>, };
export type MatureProcess = { 
/**
 * Its id.
 */
id: number, 
/**
 * 工艺, as it stands on orders.
 */
name: string, 
/**
 * When it was marked (UTC).
 */
at: string, 
/**
 * Who marked it.
 */
by: string, 
/**
 * `setting` or `import`.
 */
how: string, };
export type Medium = "paper" | "wechat" | "email" | "phone" | "in_person";
export type MergeCustomers = { 
/**
 * The double.
 */
from: number, 
/**
 * Its revision on the screen.
 */
fromRevision: number, 
/**
 * The one that stays.
 */
into: number, 
/**
 * Its revision on the screen.
 */
intoRevision: number, };
export type MergePreview = { 
/**
 * The double.
 */
from: CustomerName, 
/**
 * The one that stays.
 */
into: CustomerName, 
/**
 * Revision of the double.
 */
fromRevision: number, 
/**
 * Revision of the one that stays.
 */
intoRevision: number, 
/**
 * Orders that go over.
 */
orders: number, 
/**
 * Of them: how many are not issued, so that the customer is asked again.
 */
unissued: number, 
/**
 * Open drafts that go over.
 */
drafts: number, 
/**
 * Contacts that go over.
 */
contacts: Array<string>, 
/**
 * Delivery addresses that go over.
 */
addresses: Array<string>, 
/**
 * What the one that stays lacks and takes over, as codes of its trail.
 */
gaps: Array<string>, 
/**
 * The double is 直通 and the one that stays is not: nobody becomes that by a merge.
 */
directLaneStaysOff: boolean, };
export type MergedView = { 
/**
 * Its id.
 */
id: number, 
/**
 * The name it had and keeps.
 */
name: string, 
/**
 * Its code.
 */
code: string, 
/**
 * When (UTC).
 */
at: string, };
export type MessagePicture = { 
/**
 * The file's hash.
 */
sha256: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The page, from 1.
 */
page: number, };
export type MonthCost = { 
/**
 * `2026-11`.
 */
month: string, 
/**
 * How many.
 */
count: number, 
/**
 * Of how many nobody has said what they cost.
 */
open: number, 
/**
 * What the others cost, in all.
 */
cost: string, };
export type MonthFigures = { 
/**
 * `2026-11`.
 */
month: string, 
/**
 * Orders whose first task sheet was issued in it.
 */
issued: number, 
/**
 * Working minutes from receipt to release, the middle one; none without an order.
 */
median: number | null, 
/**
 * Working minutes from receipt to release, on average; none without an order.
 */
mean: number | null, 
/**
 * Orders recorded in it.
 */
recorded: number, 
/**
 * Of them: recorded late.
 */
late: number, 
/**
 * Working minutes from receipt to record, the middle one; none where none was recorded.
 */
delay: number | null, 
/**
 * 错误 preflight found in it (S-4.1.4b).
 */
faults: number, 
/**
 * Working minutes from finding one to telling the customer, the middle one; none where nobody was told.
 */
told: number | null, };
export type NamedFinding = { 
/**
 * Its row.
 */
id: number | null, 
/**
 * Code of the rule.
 */
code: string, 
/**
 * Where.
 */
path: string, };
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
 * By whom; of a deputy also for whom.
 */
who: string | null, 
/**
 * On what it was given, when it was recorded for the signer (代录).
 */
recorded: Medium | null, };
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
export type OfferedFate = { 
/**
 * What.
 */
fate: CopyFate, 
/**
 * Of 已手改, which change.
 */
change: number | null, 
/**
 * ①; empty otherwise.
 */
mark: string, };
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
revision: number | null, 
/**
 * The order a new one repeats.
 */
repeats: RepeatedOrder | null, 
/**
 * The presale or sample order a new one converts.
 */
converts: ConvertedOrder | null, };
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
export type OrderKind = "os" | "op" | "od" | "of";
export type OrderLink = { 
/**
 * Its id.
 */
id: number, 
/**
 * 订单号.
 */
number: string, };
export type OrderNature = "routine" | "unusual";
export type OrderNatureView = { 
/**
 * As it stands: decided, else proposed.
 */
nature: OrderNature, 
/**
 * Why it is 非常规 by F5-d2.
 */
reasons: Array<UnusualReason>, 
/**
 * What the desk proposes.
 */
proposed: OrderNature, 
/**
 * Why somebody decided so.
 */
why: string, 
/**
 * Who decided; none while nobody has.
 */
decidedBy: string | null, 
/**
 * When, ISO UTC.
 */
decidedAt: string | null, 
/**
 * The order in which the product was last made for the customer.
 */
last: OrderLink | null, 
/**
 * The day its sheet was issued.
 */
lastOn: string | null, };
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
 * The code of its [`OrderState`].
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
 * Who asks for what is signed of it: whose order it is, and whose typing. None of them approves, checks or waives (F1-02).
 */
askedBy: Array<string>, 
/**
 * When it was registered (UTC).
 */
recordedAt: string, 
/**
 * When it came in, and how long it waited to be recorded.
 */
recording: RecordingView, 
/**
 * 客户: its row; none where the house makes for its own stock.
 */
customerId: number | null, 
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
 * The state of the order those changes were begun on.
 */
draftOn: BegunOn | null, 
/**
 * What was understood and reckoned of it.
 */
reckoning: Reckoning, 
/**
 * The customer's answers.
 */
confirmation: ConfirmationView, 
/**
 * 核实 (F1-05a).
 */
verification: VerificationView, 
/**
 * 资料审核.
 */
material: MaterialView, 
/**
 * 报价单 and 订单确认书, and when the confirmation was sent.
 */
sale: SaleView, 
/**
 * What is due before it, and what came in for it.
 */
receipts: ReceiptsView, 
/**
 * The order this one repeats (上次同款).
 */
repeats: OrderLink | null, 
/**
 * The orders that repeat this one, the newest first.
 */
repeatedBy: Array<OrderLink>, 
/**
 * What a presale or sample order has become; none of another kind.
 */
conversion: ConversionView | null, 
/**
 * The presale or sample order this one came of.
 */
convertedFrom: OrderLink | null, 
/**
 * Received files.
 */
files: Array<FileView>, 
/**
 * What would go wrong in print with those in use, against what is ordered now.
 */
preflight: Array<FilePreflight>, 
/**
 * Names of files in use that came after the sheet was last signed for: a change has to be (S-4.4.2a).
 */
filesSinceTheSheet: Array<string>, 
/**
 * Their pages against what was ordered.
 */
pageSums: Array<ComponentPages>, 
/**
 * Samples.
 */
samples: Array<SampleView>, 
/**
 * Where foil, UV, embossing and die-cutting go.
 */
positions: OrderPositions, 
/**
 * The lane it takes where there is no sample, and its proofs.
 */
proofs: ProofsView, 
/**
 * Its proofs nobody pays for.
 */
freeProofs: FreeProofsView, 
/**
 * The review, where it needs one or has one.
 */
review: ReviewView | null, 
/**
 * 订单性质 (F5-d1, F5-d2), where orders of its kind have one.
 */
nature: OrderNatureView | null, 
/**
 * The customer's orders of the same day that together come above what is reviewed, though each is below (S-4.3.1D).
 */
split: SplitDay | null, 
/**
 * How it stands before 生效, and since when it is closed to free editing.
 */
effect: EffectView, 
/**
 * Its changes since it took effect, the latest first, while it has no sheet; from then on they are the sheet's.
 */
changes: Array<AmendmentView>, 
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
 * Whether it rests, and what was done of the kind.
 */
halts: HaltView, 
/**
 * 转交记录, the latest first.
 */
handOvers: Array<HandOverView>, 
/**
 * What happened, the latest first.
 */
trail: Array<TrailLine>, 
/**
 * The seven steps.
 */
steps: Array<StepView>, };
export type OrderPositions = { 
/**
 * Every step of finishing, in the order they are done.
 */
steps: Array<StepPositions>, 
/**
 * Positions whose step is no longer on the order.
 */
left: Array<PositionView>, };
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
 * Code of 单别.
 */
kind: string, 
/**
 * 客户; empty where the house makes for its own stock.
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
nextStep: number, 
/**
 * Whether it was recorded too long after it came in (F1-04b).
 */
recordedLate: boolean, };
export type OutcomeView = { 
/**
 * Which way.
 */
outcome: FindingOutcome, 
/**
 * In words.
 */
words: string, 
/**
 * Who at the customer's.
 */
who: string, 
/**
 * When (UTC).
 */
at: string, 
/**
 * Code of the way.
 */
how: string, 
/**
 * Who wrote it down.
 */
recordedBy: string, };
export type Outline = { "shape": "rectangle" } & Frame | { "shape": "polygon", 
/**
 * Each as right and down.
 */
corners: [number, number][], };
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
 * What viewers show.
 */
crop: string, 
/**
 * How large a unit of the page is, in points; empty where it is one.
 */
unit: string, 
/**
 * Turned by so many degrees.
 */
rotate: number, };
export type PageChange = { 
/**
 * Its number in the version before.
 */
before: number | null, 
/**
 * Its number in the new version.
 */
after: number | null, 
/**
 * `changed`, `added`, `removed`, `not_compared`.
 */
verdict: string, 
/**
 * Where it looks otherwise: left, top, right, bottom in ten-thousandths of the page.
 */
areas: Array<[number, number, number, number]>, };
export type PageFrom = { "at": "newest" } | { "at": "after", 
/**
 * The last row of the page before.
 */
id: number, } | { "at": "before", 
/**
 * The first row of the page behind.
 */
id: number, } | { "at": "oldest" } | { "at": "skipping", 
/**
 * Rows above it.
 */
rows: number, };
export type PagesStand = "agree" | "differ" | "uncounted" | "nothing";
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
export type PartPreset = { 
/**
 * The 产品类型 and 装订 it comes with.
 */
of: Array<string>, 
/**
 * Its fields by key, as typed.
 */
component: { [key in string]: string }, };
export type PassDifferencesRequest = { 
/**
 * The order.
 */
orderId: number, 
/**
 * The order as it was shown to the signer.
 */
revision: number, 
/**
 * Why.
 */
reason: string, 
/**
 * The yes of 销售主管 or 业务总监.
 */
approval: ApprovalRequest, };
export type PersonChangeView = { "what": "name", 
/**
 * From now on.
 */
now: string, } | { "what": "department", 
/**
 * From now on; empty: none.
 */
now: string, } | { "what": "active", 
/**
 * From now on.
 */
now: boolean, } | { "what": "password" } | { "what": "pin" } | { "what": "role_given", 
/**
 * Which.
 */
role: string, 
/**
 * 负责人.
 */
head: boolean, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string | null, } | { "what": "role_taken", 
/**
 * Which.
 */
role: string, 
/**
 * 负责人.
 */
head: boolean, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string | null, } | { "what": "deputy_named", 
/**
 * For which role.
 */
role: string, 
/**
 * Who.
 */
deputy: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, } | { "what": "deputy_dropped", 
/**
 * For which role.
 */
role: string, 
/**
 * Who.
 */
deputy: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, };
export type PersonEventView = { 
/**
 * Place in the trail.
 */
seq: number, 
/**
 * When (UTC).
 */
at: string, 
/**
 * Who did it.
 */
who: string, 
/**
 * What, as a code.
 */
activity: string, 
/**
 * What it changed.
 */
changes: Array<PersonChangeView>, };
export type PersonRequest = { 
/**
 * Who; none: somebody new.
 */
id: number | null, 
/**
 * The revision on the screen; 0 for somebody new.
 */
revision: number, 
/**
 * Name.
 */
name: string, 
/**
 * 部门; may be empty.
 */
department: string, 
/**
 * All roles, past and to come.
 */
terms: Array<RoleTermRequest>, 
/**
 * All deputies, past and to come.
 */
deputies: Array<DeputyRequest>, 
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
export type PersonView = { 
/**
 * Account.
 */
id: number, 
/**
 * Counts the changes of the person.
 */
revision: number, 
/**
 * Name.
 */
name: string, 
/**
 * 部门; may be empty.
 */
department: string, 
/**
 * Roles held today.
 */
roles: Array<Role>, 
/**
 * Roles through time.
 */
terms: Array<RoleTermView>, 
/**
 * Who stands in for this person.
 */
deputies: Array<DeputyView>, 
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
canSign: boolean, 
/**
 * Has to choose a password at the next sign-in.
 */
mustChoosePassword: boolean, };
export type PhotoView = { 
/**
 * Its row; by it the picture is asked for.
 */
id: number, 
/**
 * The name it came with.
 */
name: string, 
/**
 * When it was added (UTC).
 */
at: string, };
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
export type PointResult = "sound" | "unsound" | "not_applicable";
export type PositionRequest = { 
/**
 * Its row key: it stays with it, and comes back with it when a removal is taken back.
 */
key: string, 
/**
 * Row key of its step of finishing.
 */
step: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Foil or die.
 */
tool: string, 
/**
 * The page, from 1.
 */
page: number, 
/**
 * Where, as drawn.
 */
outline: Outline, 
/**
 * Where, as typed: the outline is moved and stretched to it.
 */
typed: TypedFrame | null, 
/**
 * It stands for the newest version, too; one that was marked on an older version stays stale without.
 */
taken: boolean, };
export type PositionView = { 
/**
 * Its row.
 */
id: number, 
/**
 * Its row key.
 */
key: string, 
/**
 * Row key of its step of finishing.
 */
step: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Foil or die.
 */
tool: string, 
/**
 * The place of its file; none on a sample.
 */
place: number | null, 
/**
 * Name of the file, or number of the sample.
 */
on: string, 
/**
 * The page, from 1; 0 on a sample.
 */
page: number, 
/**
 * Where; none on a sample.
 */
outline: Outline | null, 
/**
 * Where in words: `85 × 20 mm，左 62.5 上 40`, or as it was said of the sample.
 */
words: string, 
/**
 * A newer version of its file came since, or its step became another process or went to another component.
 */
stale: boolean, 
/**
 * Its file is out of use.
 */
outOfUse: boolean, };
export type Power = "save_customer" | "mark_established" | "merge_customers" | "import_customers" | "register_order" | "convert_order" | "save_order" | "record_confirmation" | "make_record_sheet" | "verify_order" | "audit_material" | "add_finding" | "settle_finding" | "mend_finding" | "make_quote" | "make_confirmation" | "record_reply" | "receive_file" | "change_file" | "move_file" | "take_file_out" | "put_file_back" | "preflight_file" | "preflight_by_hand" | "contact_about_file" | "waive_findings" | "sign_waiver" | "make_preflight_record" | "file_into_prepress" | "retry_prepress" | "register_sample" | "stamp_sample" | "mark_positions" | "make_marked_copy" | "change_sample" | "add_sample_photos" | "lend_sample" | "return_sample" | "take_sample_out" | "put_sample_back" | "void_stamp" | "choose_lane" | "print_proof" | "check_proof" | "bind_dummy" | "answer_proof" | "make_hand_over_slip" | "write_sample_change" | "sign_sample_change" | "sign_proof" | "sign_beside_sample" | "request_free_proof" | "approve_free_proof" | "withdraw_free_proof" | "record_free_proof_cost" | "sign_free_proof" | "make_labels" | "sign_sales_stamp" | "sign_quality_stamp" | "record_opinion" | "opine_sales" | "opine_prepress" | "opine_production" | "opine_quality" | "opine_purchasing" | "opine_finance" | "opine_management" | "opine_feasibility" | "decide_nature" | "save_route" | "add_point" | "answer_point" | "conclude_review" | "waive_review" | "make_review_form" | "sign_review_waiver" | "sign_decline" | "approve_effect" | "sign_effect" | "send_effect_back" | "send_check_back" | "record_customer_signature" | "compare_sample" | "pass_differences" | "sign_differences" | "record_receipt" | "counter_receipt" | "check_order" | "sign_check" | "issue_task_sheet" | "hand_over" | "receive_hand_over" | "print_sheet" | "replace_copies" | "amend_copy" | "take_copy_back" | "lose_copy" | "make_change_notice" | "propose_change" | "sign_change" | "approve_change" | "approve_cost" | "approve_terms" | "approve_quality" | "refuse_change" | "withdraw_change" | "suspend_order" | "resume_order" | "cancel_order" | "sign_cancellation" | "record_for_others" | "add_evidence" | "add_person" | "change_person" | "set_rule" | "change_series" | "change_prepress_folder" | "change_attachment_folder" | "mark_mature" | "mark_regular" | "import_processes";
export type PowerKind = "act" | "signature" | "deputy_signature" | "head_signature";
export type PowerView = { 
/**
 * What.
 */
power: Power, 
/**
 * Done here, signed, or signed by the 负责人.
 */
kind: PowerKind, 
/**
 * Who may today.
 */
roles: Array<Role>, 
/**
 * The procedure says who: the house does not set it.
 */
fixed: boolean, 
/**
 * The clause behind it.
 */
clause: string, 
/**
 * What the house set, the newest first.
 */
history: Array<RuleChangeView>, };
export type PreflightCheck = { 
/**
 * Somebody looked by hand.
 */
byHand: boolean, 
/**
 * When (UTC).
 */
at: string, 
/**
 * Who, or at whose desk.
 */
by: string, };
export type PreflightContact = { 
/**
 * Who at the customer's.
 */
who: string, 
/**
 * Code of the way.
 */
how: string, 
/**
 * When (UTC).
 */
at: string, 
/**
 * What came of it.
 */
outcome: PreflightOutcome, 
/**
 * In words.
 */
words: string, 
/**
 * Who wrote it down.
 */
recordedBy: string, };
export type PreflightFinding = { 
/**
 * What tells it from all others of this file.
 */
hash: string, 
/**
 * What.
 */
kind: PreflightKind, 
/**
 * How much it matters.
 */
severity: PreflightSeverity, 
/**
 * Runs of pages, first and last; none when it is about the file as a whole.
 */
pages: Array<[number, number]>, 
/**
 * Where the worst of it is.
 */
place: PreflightPlace | null, 
/**
 * The facts of the sentence, by name.
 */
params: { [key in string]: string }, 
/**
 * How it stands.
 */
standing: PreflightStanding, 
/**
 * When it was found (UTC); empty while it is not entered.
 */
foundAt: string, 
/**
 * The talks about it, the earliest first.
 */
contacts: Array<PreflightContact>, 
/**
 * Working minutes from the finding to the first talk.
 */
minutesToContact: number | null, 
/**
 * Who stands for it.
 */
waiver: PreflightWaiver | null, };
export type PreflightKind = "unreadable" | "by_hand" | "page_unread" | "page_count" | "page_size" | "not_a_spread" | "page_turned" | "spread" | "spine_width" | "flat_size_unknown" | "trim_assumed" | "bleed" | "bleed_unfilled" | "empty_page" | "too_many_inks" | "spot_not_ordered" | "spot_other_name" | "spot_missing" | "fewer_inks" | "spot_of_finishing" | "finishing_not_ordered" | "rgb" | "lab" | "registration" | "ink_sum" | "rich_black_text" | "white_overprint" | "overprint" | "transparency" | "image" | "line_art" | "font_missing" | "hairline" | "printed_remarks" | "remarks" | "fields" | "hidden_layers" | "layers" | "intent_not_for_press" | "intent_missing";
export type PreflightLooked = "waiting" | "called_off" | "by_hand" | "stale" | "done";
export type PreflightOutcome = "as_is" | "new_file";
export type PreflightPlace = { 
/**
 * On which page, from 1.
 */
page: number, 
/**
 * From its left edge.
 */
fromLeft: string, 
/**
 * From its upper edge.
 */
fromTop: string, };
export type PreflightSeverity = "error" | "warning" | "hint";
export type PreflightStanding = "hint" | "open" | "new_file" | "as_is" | "waived";
export type PreflightWaiver = { 
/**
 * Why.
 */
reason: string, 
/**
 * Who signed.
 */
by: string, 
/**
 * When (UTC).
 */
at: string, 
/**
 * 代录: on what the person said it; none where the person signed here.
 */
recorded: Medium | null, };
export type PrepressTrouble = "away" | "full" | "read_only" | "in_the_way" | "differs" | "gone" | "other";
export type PrepressView = { 
/**
 * waiting, kept, failed.
 */
state: string, 
/**
 * Tries so far.
 */
tries: number, 
/**
 * Why the last try came to nothing.
 */
trouble: PrepressTrouble | null, 
/**
 * Folder and, once it lies there, name below the prepress folder.
 */
path: string, 
/**
 * It lies in the prepress folder alone: what is there is the original.
 */
isOriginal: boolean, };
export type PresaleBack = { 
/**
 * Which presale or sample order.
 */
number: string, 
/**
 * How many pieces, as a person reads it.
 */
quantity: string, };
export type PrintBack = { 
/**
 * Of which state: `RW-2026-A000456 · V1`.
 */
label: string, 
/**
 * Which print of it.
 */
number: number, 
/**
 * Who has it.
 */
holder: string, };
export type PrintProofRequest = { 
/**
 * The order.
 */
orderId: number, 
/**
 * What it is.
 */
medium: SampleMedium, 
/**
 * 经RIP/印能捷.
 */
throughRip: boolean, 
/**
 * The files it was printed from, where they lie: each has to be one that was received. May be empty in lane A.
 */
printedFrom: Array<string>, };
export type PrintSheetRequest = { 
/**
 * Which order's sheet.
 */
orderId: number, 
/**
 * 联: who the copy is for.
 */
holder: string, };
export type PrintStanding = "current" | "by_hand" | "outdated" | "superseded" | "void" | "replaced" | "taken_back" | "lost" | "not_ours";
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
orderId: number | null, 
/**
 * The copy itself; none where it is not ours.
 */
copy: CopyView | null, 
/**
 * The changes it lacks, the oldest first: since when and signed by whom.
 */
lacks: Array<LackedChange>, 
/**
 * What took the place of its version: `RW-2026-A000456 · V2`; empty where nothing did.
 */
supersededBy: string, 
/**
 * Since when it holds no more (UTC); none while it does.
 */
since: string | null, 
/**
 * Who signed for what it holds no more for.
 */
by: Array<string>, 
/**
 * What may be entered of it.
 */
fates: Array<OfferedFate>, };
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
export type PrintedSheet = { 
/**
 * The order.
 */
page: OrderPage, 
/**
 * The print's hash in the store.
 */
sha256: string, 
/**
 * The name it is saved under.
 */
fileName: string, 
/**
 * Older copies of the same 联 that are still in use.
 */
older: Array<CopyView>, };
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
export type ProcessingFigures = { 
/**
 * Month by month, the newest first.
 */
months: Array<MonthFigures>, 
/**
 * The orders that took longest, the slowest first.
 */
slowest: Array<SlowOrder>, };
export type ProofAnswer = "agreed" | "changes";
export type ProofFileView = { 
/**
 * Its name.
 */
name: string, 
/**
 * Our running version.
 */
version: number, 
/**
 * The hash of its bytes.
 */
sha256: string, 
/**
 * It is no longer what the house works with.
 */
replaced: boolean, };
export type ProofLane = "a" | "b";
export type ProofView = { 
/**
 * Its row.
 */
id: number, 
/**
 * Which.
 */
round: number, 
/**
 * Of which lane.
 */
lane: ProofLane, 
/**
 * What it is.
 */
medium: SampleMedium, 
/**
 * What it was printed from.
 */
files: Array<ProofFileView>, 
/**
 * The printed files were compared with the received ones.
 */
compared: boolean, 
/**
 * When (UTC).
 */
printedAt: string, 
/**
 * By whom.
 */
printedBy: string, 
/**
 * A file has changed since.
 */
stale: boolean, 
/**
 * When it was looked over (UTC).
 */
checkedAt: string | null, 
/**
 * By whom.
 */
checkedBy: string | null, 
/**
 * In what.
 */
checkedItems: Array<CheckItem>, 
/**
 * The book bound of it.
 */
dummy: DummyView | null, 
/**
 * What became of it.
 */
answer: AnswerView | null, 
/**
 * Codes of what is still to be done before it is answered.
 */
beforeAnswer: Array<string>, };
export type ProofsView = { 
/**
 * Whether the order is asked for a sample or a proof at all.
 */
asked: boolean, 
/**
 * The lane it takes.
 */
lane: Lane, 
/**
 * Why lane B.
 */
reason: LaneReason | null, 
/**
 * What else was said.
 */
note: string, 
/**
 * Who chose.
 */
chosenBy: string | null, 
/**
 * When (UTC).
 */
chosenAt: string | null, 
/**
 * There is a correct sample: the choice may be given up.
 */
correctSample: boolean, 
/**
 * The proof that suits the colours.
 */
suggested: SampleMedium, 
/**
 * Whether a dummy is bound of it.
 */
book: boolean, 
/**
 * The files it is printed from.
 */
files: Array<ProofFileView>, 
/**
 * Names of files in use the house made: lane B prints none of them.
 */
houseMade: Array<string>, 
/**
 * The round that is to be printed now.
 */
nextRound: number | null, 
/**
 * The rounds, the latest first.
 */
rounds: Array<ProofView>, };
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
 * What it costs whom, where it makes somebody a loss.
 */
loss: LossRequest | null, 
/**
 * 业务助理 signs beside the change (S-4.4.2a).
 */
approval: ApprovalRequest, };
export type ReceiptView = { 
/**
 * Its row.
 */
id: number, 
/**
 * The day it came.
 */
receivedOn: string, 
/**
 * How much; below nothing where it counters another.
 */
amount: string, 
/**
 * How.
 */
way: ReceiptWay, 
/**
 * 凭证号 or 流水号.
 */
reference: string, 
/**
 * 备注, or why it counters another.
 */
remark: string, 
/**
 * It counters another.
 */
counter: boolean, 
/**
 * It was countered.
 */
countered: boolean, 
/**
 * Who entered it.
 */
by: string, 
/**
 * When (UTC).
 */
at: string, };
export type ReceiptWay = "transfer" | "cash" | "wechat" | "alipay" | "cheque" | "other";
export type ReceiptsView = { 
/**
 * Its amount, tax included; none while it has none.
 */
total: string | null, 
/**
 * The share that is due 下单前; none where none is.
 */
share: string | null, 
/**
 * How much that is.
 */
due: string | null, 
/**
 * What came in.
 */
received: string, 
/**
 * What of the 定金 is open.
 */
open: string | null, 
/**
 * All of the 定金 came in.
 */
paid: boolean, 
/**
 * Without it no sheet is issued.
 */
blocks: boolean, 
/**
 * What was entered, the latest first.
 */
receipts: Array<ReceiptView>, };
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
how: string, 
/**
 * The place of the file it replaces; none: it stands beside the others of its component.
 */
replaces: number | null, 
/**
 * How its pages count.
 */
counts: Counts, 
/**
 * Who made it.
 */
madeBy: MadeBy, };
export type ReceiveHandOver = { 
/**
 * Which line.
 */
handOverId: number, 
/**
 * Who says so.
 */
who: string, };
export type ReceivedBefore = { 
/**
 * The order it came with.
 */
orderId: number, 
/**
 * 订单号.
 */
number: string, 
/**
 * When, ISO UTC.
 */
receivedAt: string, };
export type ReceivingView = { 
/**
 * Where it comes from, as it was chosen.
 */
path: string, 
/**
 * Bytes copied.
 */
done: number, 
/**
 * Bytes it has.
 */
size: number, };
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
note: string, 
/**
 * Codes of what was verified while it was read back (F1-05a).
 */
verified: Array<string>, 
/**
 * The screenshot or scan of a yes; of one that was only said there may be none.
 */
evidence: Array<EvidenceRequest>, 
/**
 * 后补: it follows later.
 */
follows: boolean, };
export type RecordContact = { 
/**
 * Which order.
 */
orderId: number, 
/**
 * About what.
 */
findings: Array<FindingName>, 
/**
 * Who at the customer's.
 */
who: string, 
/**
 * When (UTC); empty means now.
 */
at: string, 
/**
 * `phone`, `wechat`, `email`, `in_person`, `fax`.
 */
how: string, 
/**
 * `as_is` or `new_file`.
 */
outcome: string, 
/**
 * In words.
 */
words: string, };
export type RecordCopyRequest = { 
/**
 * Which print.
 */
printId: number, 
/**
 * What became of it.
 */
fate: CopyFate, 
/**
 * 已手改: which change was written on it.
 */
change: number | null, 
/**
 * Said of it; of a lost copy, why.
 */
note: string, };
export type RecordCustomerSignature = { 
/**
 * Which order.
 */
orderId: number, 
/**
 * The order as it was shown.
 */
revision: number, 
/**
 * On what.
 */
kind: SignatureKind, 
/**
 * Who of the customer.
 */
who: string, 
/**
 * When, an ISO moment.
 */
at: string, 
/**
 * The scan or screenshot.
 */
evidence: Array<EvidenceRequest>, 
/**
 * 后补: it follows later.
 */
follows: boolean, 
/**
 * 合同号; may be empty, but for a contract.
 */
contractNumber: string, 
/**
 * 合同日期 as typed; may be empty.
 */
contractDate: string, };
export type RecordFreeProofCost = { 
/**
 * Which.
 */
freeProofId: number, 
/**
 * As typed.
 */
cost: string, 
/**
 * What of: paper, machine, carriage.
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
 * The route as it was shown to the signer; empty while there is none.
 */
route: string, 
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
 * 最早日期 as typed (F5-1.2a); empty for none.
 */
newDate: string, 
/**
 * The yes of whoever speaks for it.
 */
approval: ApprovalRequest, };
export type RecordReceiptRequest = { 
/**
 * The order.
 */
orderId: number, 
/**
 * The day it came, as typed; empty: today.
 */
receivedOn: string, 
/**
 * How much, as typed.
 */
amount: string, 
/**
 * How.
 */
way: ReceiptWay, 
/**
 * 凭证号 or 流水号.
 */
reference: string, 
/**
 * 备注.
 */
remark: string, };
export type RecordReply = { 
/**
 * Which order.
 */
orderId: number, 
/**
 * To whom.
 */
whom: string, 
/**
 * `phone`, `wechat`, `email`, `in_person`, `fax`.
 */
how: string, 
/**
 * When (UTC); empty means now.
 */
at: string, };
export type RecordingView = { 
/**
 * When it came in, by the wall clock of the house: `2026-11-24 09:12`.
 */
received: string, 
/**
 * When it was recorded, alike.
 */
recorded: string, 
/**
 * Working minutes between.
 */
minutes: number, 
/**
 * Whether that is more than the house allows.
 */
late: boolean, 
/**
 * Working hours the house allows.
 */
hours: number, };
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
 * What it is.
 */
facts: SampleFactsRequest, 
/**
 * Pictures of it.
 */
photos: Array<EvidenceRequest>, };
export type RegularProduct = { 
/**
 * Its id.
 */
id: number, 
/**
 * 产品名称, as it stands on orders.
 */
name: string, 
/**
 * When it was marked (UTC).
 */
at: string, 
/**
 * Who marked it.
 */
by: string, };
export type RepeatedOrder = { 
/**
 * The order.
 */
order: OrderLink, 
/**
 * Texts that were taken over, by path: quantity and price. A field that holds another text was typed.
 */
taken: { [key in string]: string }, };
export type ReplaceCopiesRequest = { 
/**
 * Which order's.
 */
orderId: number, 
/**
 * Exactly these.
 */
printIds: Array<number>, };
export type ReplyView = { 
/**
 * To whom.
 */
whom: string, 
/**
 * Code of the way.
 */
how: string, 
/**
 * When (UTC).
 */
at: string, 
/**
 * Who recorded it.
 */
recordedBy: string, 
/**
 * It was of an earlier confirmation than the latest.
 */
earlier: boolean, };
export type RequestFreeProof = { 
/**
 * Of which order.
 */
orderId: number, 
/**
 * What it is.
 */
medium: SampleMedium, 
/**
 * What is proofed: which pieces, which pages.
 */
content: string, 
/**
 * How many.
 */
quantity: number, 
/**
 * Why nobody pays for it.
 */
reason: string, };
export type ResumeOrderRequest = { 
/**
 * Which.
 */
orderId: number, 
/**
 * The order as it was shown.
 */
revision: number, 
/**
 * Why; may be empty.
 */
reason: string, };
export type ReturnSampleRequest = { 
/**
 * The sample.
 */
sampleId: number, 
/**
 * Who brings it.
 */
returnedBy: string, 
/**
 * Where it lies now; empty: where it lay.
 */
place: string, };
export type ReviewDepartment = "sales" | "prepress" | "production" | "quality" | "purchasing" | "finance" | "management";
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
 * 最早日期.
 */
newDate: string | null, 
/**
 * Who spoke.
 */
person: string, 
/**
 * On what it was given, when it was recorded for the signer (代录).
 */
recorded: Medium | null, 
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
 * By whom; nobody knows of one from before that was kept.
 */
askedBy: string | null, 
/**
 * Another delivery that is asked for.
 */
newDate: string | null, 
/**
 * Whether the customer says yes to it, or to what the order was taken on condition of.
 */
agreed: boolean | null, 
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
conclusion: string | null, 
/**
 * 免评审, be it for something else than what is ordered now; none once somebody has spoken.
 */
waiver: ReviewWaiver | null, 
/**
 * Who has to speak of it.
 */
asked: Array<ReviewDepartment>, 
/**
 * It is the one line of a 常规 order: can its delivery be kept (F5-1.2a)?
 */
feasibility: boolean, 
/**
 * 生产 is to answer last and has answered before these (F5-1.2.2e): a warning.
 */
answeredBefore: Array<ReviewDepartment>, 
/**
 * The delivery the customer has agreed to and the order does not have yet (F5-1.2f).
 */
toCarry: string | null, 
/**
 * The demand on quality 品质 speaks of by name (S-4.4.1B); empty where there is none.
 */
qualitySpecial: string, 
/**
 * Whether it may be waived: of a 直通 customer's order, while nobody has spoken.
 */
mayBeWaived: boolean, };
export type ReviewWaiver = { 
/**
 * Why.
 */
reason: string, 
/**
 * Who signed.
 */
signer: string, 
/**
 * On what it was given, when it was recorded for the signer (代录).
 */
recorded: Medium | null, 
/**
 * When, ISO UTC.
 */
at: string, 
/**
 * Something else was waived than what is ordered now.
 */
stale: boolean, };
export type Role = "sales_assistant" | "sales_representative" | "sales_supervisor" | "sales_director" | "finance" | "pmc" | "production" | "production_manager" | "production_director" | "quality" | "prepress" | "dispatch" | "personnel" | "deputy_general_manager" | "general_manager" | "administrator";
export type RoleTermRequest = { 
/**
 * Which.
 */
role: Role, 
/**
 * 负责人.
 */
head: boolean, 
/**
 * First day as typed; empty: today.
 */
from: string, 
/**
 * Last day as typed; empty: until further notice.
 */
to: string, };
export type RoleTermView = { 
/**
 * Which.
 */
role: Role, 
/**
 * 负责人.
 */
head: boolean, 
/**
 * First day.
 */
from: string, 
/**
 * Last day; none: until further notice.
 */
to: string | null, 
/**
 * Held today.
 */
today: boolean, };
export type RollOffset = { 
/**
 * To the right; to the left with a minus.
 */
right: string, 
/**
 * Downwards; upwards with a minus.
 */
down: string, };
export type RuleChangeView = { 
/**
 * The value.
 */
value: string, 
/**
 * From which day.
 */
from: string, 
/**
 * Why.
 */
why: string, 
/**
 * Who set it.
 */
by: string, 
/**
 * When (UTC).
 */
at: string, };
export type RuleState = { 
/**
 * Its key.
 */
rule: string, 
/**
 * What holds today, as it is stored.
 */
value: string, 
/**
 * What the house has set, the newest first.
 */
history: Array<RuleChangeView>, };
export type RuleValue = { 
/**
 * As a person edits it.
 */
value: string, 
/**
 * From which day; none for the value a house begins with.
 */
from: string | null, 
/**
 * Who; empty for the value a house begins with.
 */
by: string, 
/**
 * When it was set (UTC); empty for the value a house begins with.
 */
at: string, 
/**
 * Why.
 */
why: string, 
/**
 * `past`, `in_force`, `to_come`, or `replaced`: set anew for its day before that came.
 */
state: string, };
export type RuleView = { 
/**
 * Stable code.
 */
code: string, 
/**
 * Code of its card.
 */
group: string, 
/**
 * The field of the form whose list of words it is, as a path without a row; none for every other rule.
 */
field: string | null, 
/**
 * `switch`, `money`, `count`, `half_days`, `words` or `table`.
 */
kind: string, 
/**
 * Columns of a table.
 */
columns: Array<ColumnView>, 
/**
 * The value in force today, as a person edits it; rows as JSON.
 */
value: string, 
/**
 * Every value it had, has or will have, the newest first.
 */
history: Array<RuleValue>, };
export type SaidBy = { 
/**
 * Who.
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
export type SalePaperKind = "quote" | "confirmation";
export type SalePaperView = { 
/**
 * When (UTC).
 */
madeAt: string, 
/**
 * By whom.
 */
madeBy: string, 
/**
 * The last day on which a quote holds.
 */
validUntil: string | null, 
/**
 * The order has moved on since.
 */
outdated: boolean, 
/**
 * Its last day is past.
 */
expired: boolean, 
/**
 * The paper itself.
 */
paper: Paper, };
export type SaleView = { 
/**
 * The latest 报价单.
 */
quote: SalePaperView | null, 
/**
 * The latest 订单确认书.
 */
confirmation: SalePaperView | null, 
/**
 * When a confirmation was sent, the latest first.
 */
replies: Array<ReplyView>, 
/**
 * Working minutes from receipt to the first reply (F1-05b).
 */
replyMinutes: number | null, };
export type Sales = { 
/**
 * In the last three months.
 */
threeMonths: string, 
/**
 * In the last six months.
 */
sixMonths: string, 
/**
 * In the last twelve months.
 */
twelveMonths: string, 
/**
 * In the same quarter of the year before.
 */
sameSeason: string, 
/**
 * That quarter: its first month, `2025-10`.
 */
season: string, };
export type SampleAnswer = { 
/**
 * Which row.
 */
path: string, 
/**
 * What the sheet said when it was shown.
 */
sheet: string, 
/**
 * What.
 */
answer: ThreeWayAnswer, 
/**
 * The value that differs; else empty.
 */
said: string, };
export type SampleBack = { 
/**
 * 样本号.
 */
number: string, 
/**
 * What it is.
 */
description: string, 
/**
 * Who has it; empty where it lies in the house.
 */
borrower: string, };
export type SampleChangeView = { 
/**
 * Its row.
 */
id: number, 
/**
 * Where on it.
 */
place: string, 
/**
 * What was written.
 */
words: string, 
/**
 * The picture of the place.
 */
scan: number | null, 
/**
 * When it was noted (UTC).
 */
at: string, 
/**
 * By whom.
 */
by: string, 
/**
 * Who signed beside it; none: nobody.
 */
signer: string | null, 
/**
 * On what, when it was recorded for the signer (代录).
 */
recorded: Medium | null, 
/**
 * When it was signed (UTC).
 */
signedAt: string | null, };
export type SampleFactsRequest = { 
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
 * 来自: from whom it is; of what a customer hands in somebody is named.
 */
fromWhom: string, 
/**
 * The day it came, `YYYY-MM-DD`; none: today.
 */
cameOn: string | null, 
/**
 * Which one.
 */
description: string, 
/**
 * How many pieces.
 */
quantity: number, 
/**
 * 状态: how it is.
 */
condition: string, 
/**
 * 存放: where it lies.
 */
place: string, 
/**
 * The last day it is good, `YYYY-MM-DD`.
 */
validUntil: string | null, };
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
 * From whom it is; empty where nobody wrote it down.
 */
fromWhom: string, 
/**
 * The day it came; none of a sample from before that was written down.
 */
cameOn: string | null, 
/**
 * Which one.
 */
description: string, 
/**
 * How many pieces.
 */
quantity: number, 
/**
 * How it is.
 */
condition: string, 
/**
 * Where it lies.
 */
place: string, 
/**
 * The last day it is good.
 */
validUntil: string | null, 
/**
 * Why it no longer belongs to the order; empty while it does.
 */
outReason: string, 
/**
 * It is a proof, and a file it was printed from was replaced since.
 */
staleProof: boolean, 
/**
 * Its newest stamp.
 */
stamp: StampView | null, 
/**
 * The stamps before, the latest first.
 */
earlier: Array<StampView>, 
/**
 * Who may sign it, the usual one first.
 */
signers: Array<SourceSigner>, 
/**
 * Who had it, the latest first.
 */
loans: Array<LoanView>, 
/**
 * Pictures of it.
 */
photos: Array<PhotoView>, 
/**
 * Changes written on it, the first one first.
 */
changes: Array<SampleChangeView>, };
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
 * 地址; of a new one also its first delivery address.
 */
address: string, 
/**
 * 联系人: the one asked first.
 */
contact: string, 
/**
 * 电话: of the one asked first.
 */
phone: string, 
/**
 * 备注.
 */
remark: string, };
export type SavePositions = { 
/**
 * The received file: the version in use.
 */
fileId: number, 
/**
 * [`FilePositions::seen`] as it was shown.
 */
seen: string, 
/**
 * All of its positions.
 */
positions: Array<PositionRequest>, };
export type SavedPaper = { 
/**
 * The file.
 */
path: string, 
/**
 * Whether it got another name because the one chosen is open elsewhere.
 */
renamed: boolean, };
export type SendBackRequest = { 
/**
 * Which order.
 */
orderId: number, 
/**
 * The order as it was shown to the signer.
 */
revision: number, 
/**
 * Which word is refused.
 */
askedFor: AskedFor, 
/**
 * Why, as typed.
 */
reason: string, 
/**
 * Who says so.
 */
approval: ApprovalRequest, };
export type SeriesChange = { 
/**
 * When (UTC).
 */
at: string, 
/**
 * Who.
 */
by: string, 
/**
 * Why.
 */
why: string, 
/**
 * The pattern.
 */
pattern: string, 
/**
 * `year`, `month`, `day` or `never`.
 */
reset: string, 
/**
 * The first value of each period.
 */
start: string, 
/**
 * From which day.
 */
from: string, 
/**
 * `past`, `in_force`, `to_come` or `replaced`.
 */
state: string, };
export type SeriesView = { 
/**
 * `order_od`, `order_os`, `order_op`, `order_of`, `task_sheet`, `sample`, `review`, `customer`.
 */
kind: string, 
/**
 * `OD-{YYYY}-{D}{000000}`.
 */
pattern: string, 
/**
 * `year`, `month`, `day` or `never`.
 */
reset: string, 
/**
 * The first value of each period.
 */
start: number, 
/**
 * The number that is given next.
 */
next: string, 
/**
 * The last one this layout gave in this period; none while there is none.
 */
last: string | null, 
/**
 * Whether it ever gave a number.
 */
used: boolean, 
/**
 * How it was and will be laid out anew, by the day from which that holds, the last one first.
 */
history: Array<SeriesChange>, };
export type SetRuleRequest = { 
/**
 * Its key.
 */
rule: string, 
/**
 * The value.
 */
value: string, 
/**
 * The first day as typed; empty: today.
 */
from: string, 
/**
 * Why.
 */
why: string, };
export type SettingsPage = { 
/**
 * Whether this person may change them.
 */
mayChange: boolean, 
/**
 * Today in Shanghai.
 */
today: string, 
/**
 * Every rule, in the order of the screen.
 */
rules: Array<RuleView>, 
/**
 * Every number series.
 */
series: Array<SeriesView>, 
/**
 * Processes marked 成熟.
 */
mature: Array<MatureProcess>, 
/**
 * The products marked 常规畅销 (F4-5a).
 */
regular: Array<RegularProduct>, };
export type SettleFinding = { 
/**
 * Which order.
 */
orderId: number, 
/**
 * Which finding.
 */
finding: NamedFinding, 
/**
 * Who at the customer's.
 */
who: string, 
/**
 * When (UTC); empty means now.
 */
at: string, 
/**
 * `phone`, `wechat`, `email`, `in_person`, `fax`.
 */
how: string, 
/**
 * `change`, `as_is` or `drop`.
 */
outcome: string, 
/**
 * In words.
 */
words: string, };
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
 * Every print as a copy of its 联: where it is, what it owes, what became of it; the latest first.
 */
copies: Array<CopyView>, 
/**
 * Every change, the latest first.
 */
amendments: Array<AmendmentView>, 
/**
 * How many places of this version are changed.
 */
placesUsed: number, };
export type ShownPages = { 
/**
 * The first page of these sizes, from 1.
 */
page: number, 
/**
 * Width of what is shown.
 */
width: number, 
/**
 * Height of what is shown.
 */
height: number, 
/**
 * Where the trim begins.
 */
trimLeft: number, 
/**
 * Where the trim begins.
 */
trimTop: number, 
/**
 * Width of the trim.
 */
trimWidth: number, 
/**
 * Height of the trim.
 */
trimHeight: number, };
export type ShownPiece = { 
/**
 * Its row.
 */
id: number, 
/**
 * The name it came under.
 */
name: string, 
/**
 * Its hash.
 */
sha256: string, 
/**
 * How it is looked at.
 */
shows: Shows, 
/**
 * When it was added (UTC).
 */
at: string, 
/**
 * Who added it.
 */
by: string, };
export type ShownSignature = { 
/**
 * The signature.
 */
signature: number, 
/**
 * What was signed, as a code.
 */
purpose: string, 
/**
 * Who signed.
 */
signer: string, 
/**
 * In which capacity, as a code.
 */
capacity: string, 
/**
 * On what.
 */
medium: Medium, 
/**
 * When it was given (UTC).
 */
signedAt: string, 
/**
 * Who recorded it.
 */
recordedBy: string, 
/**
 * What came with it and what followed, in that order; none while it is still to follow.
 */
pieces: Array<ShownPiece>, };
export type Shows = "picture" | "pages" | "elsewhere";
export type SignSampleChangeRequest = { 
/**
 * Which change.
 */
changeId: number, 
/**
 * The signature.
 */
approval: ApprovalRequest, };
export type SignatureKind = "signed_scan" | "purchase_order" | "email" | "chat" | "contract";
export type SignerView = { 
/**
 * Account.
 */
id: number, 
/**
 * Name.
 */
name: string, 
/**
 * In which role.
 */
role: Role, 
/**
 * Name of the 负责人 this person stands in for.
 */
deputyFor: string | null, 
/**
 * Has a PIN.
 */
canSign: boolean, };
export type SlowOrder = { 
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
 * When it came in, by the wall clock of the house: `2026-11-24 09:12`.
 */
received: string, 
/**
 * When its task sheet was issued, alike.
 */
issued: string, 
/**
 * Working minutes between.
 */
minutes: number, };
export type SourceSigner = "customer" | "sales_representative" | "sales_assistant" | "quality";
export type SplitDay = { 
/**
 * The other orders of that day, the newest first.
 */
orders: Array<OrderLink>, 
/**
 * What they come to with this one, 元.
 */
total: string, 
/**
 * Above what the house reviews, 元.
 */
above: string, };
export type Stage = "firstStart" | "signIn" | "open" | "locked";
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
 * Its row.
 */
id: number, 
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
 * On what it was given, when it was recorded for the signer (代录).
 */
recorded: Medium | null, 
/**
 * The day it was given.
 */
date: string, 
/**
 * When it was given (UTC).
 */
at: string, 
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
expired: boolean, 
/**
 * By what it was voided.
 */
void: VoidView | null, };
export type StandingView = { 
/**
 * `potential`, `new` or `established`.
 */
code: string, 
/**
 * Orders registered.
 */
orders: number, 
/**
 * Orders whose task sheet was issued.
 */
issued: number, 
/**
 * With so many issued orders 新 ends.
 */
after: number, 
/**
 * Who marked it 老客户, when, and whether by `setting` or `import`.
 */
marked: MarkView | null, };
export type StatePlace = { 
/**
 * What it is called.
 */
label: string, 
/**
 * What the earlier one says; empty where it says nothing.
 */
earlier: string, 
/**
 * What the later one says; empty where it says nothing.
 */
later: string, };
export type StatedView = { 
/**
 * Version of the format or of the program; empty where it is not said.
 */
version: string, 
/**
 * `2480 × 3508`; empty where it is not said.
 */
pixels: string, 
/**
 * Pixels an inch, the coarser direction.
 */
ppi: number | null, 
/**
 * `210 × 297`, in mm; empty where it is neither said nor follows.
 */
size: string, 
/**
 * `rgb`, `cmyk`, …; empty where it is not said.
 */
colours: string, };
export type StatesCompared = { 
/**
 * `RW-2026-A000456 · V1`.
 */
earlier: string, 
/**
 * When it was frozen (UTC).
 */
earlierAt: string, 
/**
 * `RW-2026-A000456 · V1·改2`.
 */
later: string, 
/**
 * When it was frozen (UTC).
 */
laterAt: string, 
/**
 * Where they differ, in the order of the form; what is reckoned follows from it and stands on the papers.
 */
places: Array<StatePlace>, };
export type StepPositions = { 
/**
 * Its row key.
 */
key: string, 
/**
 * 工艺.
 */
process: string, 
/**
 * Name of its component; empty for the whole.
 */
component: string, 
/**
 * Row key of its component; empty for the whole.
 */
componentKey: string, 
/**
 * What it does, for the colour.
 */
finish: Finish, 
/**
 * It needs a position.
 */
asked: boolean, 
/**
 * Its positions.
 */
positions: Array<PositionView>, };
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
export type StockSales = { 
/**
 * Whether the product is marked 常规畅销.
 */
regular: boolean, 
/**
 * What was sold of it.
 */
sales: Sales, };
export type StoryLine = { 
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
params: { [key in string]: string }, 
/**
 * What it changed.
 */
places: Array<StoryPlace>, 
/**
 * Why, in the words of whoever did it; empty where no reason is asked.
 */
reason: string, };
export type StoryPlace = { 
/**
 * What it is called.
 */
label: string, 
/**
 * What stood there; empty where nothing did.
 */
old: string, 
/**
 * What stands there since; empty where nothing does.
 */
new: string, };
export type SuspendOrderRequest = { 
/**
 * Which.
 */
orderId: number, 
/**
 * The order as it was shown.
 */
revision: number, 
/**
 * Why.
 */
reason: string, 
/**
 * Who asked for it.
 */
askedBy: HaltAskedBy, 
/**
 * Who of the customer was spoken to (F1-11).
 */
contact: SaidBy | null, 
/**
 * Until which day, as typed; empty: nobody knows.
 */
until: string, };
export type TermForm = { 
/**
 * 比例.
 */
percent: string, 
/**
 * `before_order`, `before_shipping`, `on_delivery`, `monthly`.
 */
due: string, 
/**
 * 账期 in days.
 */
days: string, };
export type ThreeWayAnswer = "agrees" | "differs" | "not_shown" | "taken_back";
export type ThreeWayAspect = "binding" | "finishing" | "size" | "colours" | "pages";
export type ThreeWayFile = "not_asked" | "not_needed" | "missing" | "whole" | "unseen" | "by_hand" | "silent" | "agrees" | "differs" | "passed";
export type ThreeWayRow = { 
/**
 * `component:c1.size`.
 */
path: string, 
/**
 * What the component is called; empty for the product.
 */
component: string, 
/**
 * What is compared.
 */
aspect: ThreeWayAspect, 
/**
 * What the sheet says.
 */
sheet: string, 
/**
 * How the file's side stands.
 */
file: ThreeWayFile, 
/**
 * What the file says; empty where it says nothing.
 */
fileText: string, 
/**
 * How the sample's side stands.
 */
sample: ThreeWaySample, 
/**
 * The value that was measured on the sample; empty where none was said.
 */
said: string, 
/**
 * Who compared it; empty while nobody has.
 */
by: string, 
/**
 * When (UTC).
 */
at: string | null, 
/**
 * Who let exactly this difference pass.
 */
passed: DifferencePass | null, };
export type ThreeWaySample = "not_asked" | "open" | "stale" | "agrees" | "differs" | "not_shown";
export type ThreeWayView = { 
/**
 * The samples that are held against the sheet; none where there is none.
 */
samples: Array<string>, 
/**
 * Row by row; empty once the sheet is issued.
 */
rows: Array<ThreeWayRow>, 
/**
 * What stands on the issued sheet of it; none while there is no sheet.
 */
issued: Array<string> | null, };
export type TodayOrder = { 
/**
 * Its id.
 */
id: number, 
/**
 * 订单号.
 */
number: string, 
/**
 * Code of 单别.
 */
kind: string, 
/**
 * 客户; empty where the house makes for its own stock.
 */
customer: string, 
/**
 * 产品名称.
 */
product: string, 
/**
 * 急单.
 */
rush: boolean, 
/**
 * The delivery that holds: the confirmed one, else the one that was asked for.
 */
due: string | null, 
/**
 * Days from today to it; below 0 it has passed.
 */
daysLeft: number | null, };
export type TodayRow = { 
/**
 * What tells it from every other row.
 */
key: string, 
/**
 * The order.
 */
order: TodayOrder, 
/**
 * What it is.
 */
what: TodayWhat, 
/**
 * The line of the check list behind it.
 */
line: Waiting | null, 
/**
 * Whether it is this person's turn; else somebody else's, and it is shown because the order is hers.
 */
mine: boolean, 
/**
 * Whose turn it is.
 */
who: Array<Role>, 
/**
 * How many things it is, where they are counted.
 */
count: number, 
/**
 * Who asked for it.
 */
askedBy: string, 
/**
 * Since when it waits (UTC); empty where that is not known.
 */
since: string, 
/**
 * The step of the rail it opens.
 */
step: number, 
/**
 * The field it lands on.
 */
path: string | null, };
export type TodayView = { 
/**
 * What waits: this person's turn first, what is made for stock behind the rest of its turn, each in order of delivery.
 */
rows: Array<TodayRow>, 
/**
 * Whether there is more than these.
 */
more: boolean, 
/**
 * Orders of theirs whose sheet is still to be issued, those above among them.
 */
open: number, 
/**
 * Whether there is any order at all.
 */
any: boolean, };
export type TodayWhat = "issue" | "one_step" | "sign" | "do" | "change" | "free_proof" | "copies" | "rested";
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
export type TypePreset = { 
/**
 * 产品类型.
 */
kind: string, 
/**
 * Whether it is a single piece, so that one line stands for its one component.
 */
single: boolean, 
/**
 * Fields of the product by key, as typed.
 */
product: { [key in string]: string }, };
export type TypedFrame = { 
/**
 * From the left edge of the trim.
 */
left: string, 
/**
 * From the upper edge of the trim.
 */
top: string, 
/**
 * Width.
 */
width: string, 
/**
 * Height.
 */
height: string, };
export type UnreadView = { 
/**
 * Stable code.
 */
code: string, 
/**
 * Facts for the words.
 */
params: { [key in string]: string }, };
export type UnusualReason = "new_design" | "old_product" | "quality" | "penalty";
export type Verdict = "feasible" | "conditional" | "infeasible";
export type VerificationItem = { 
/**
 * `identity`, `specification`, `price`, `delivery`.
 */
item: string, 
/**
 * Whether it was verified as it stands.
 */
holds: boolean, 
/**
 * Who verified it last; empty where nobody did.
 */
by: string, 
/**
 * When (UTC).
 */
at: string, 
/**
 * Code of the way.
 */
how: string, };
export type VerificationView = { 
/**
 * Whether the house asks for it.
 */
required: boolean, 
/**
 * Whether every item holds.
 */
upToDate: boolean, 
/**
 * All items, in the order they are asked.
 */
items: Array<VerificationItem>, };
export type VerifyOrder = { 
/**
 * Which order.
 */
orderId: number, 
/**
 * The revision on the screen.
 */
revision: number, 
/**
 * Codes of the items.
 */
items: Array<string>, 
/**
 * `phone`, `wechat`, `email`, `in_person`, `fax`.
 */
how: string, 
/**
 * When (UTC); empty means now.
 */
at: string, };
export type VersionComparison = { 
/**
 * The version before.
 */
before: VersionSide, 
/**
 * The new version.
 */
after: VersionSide, 
/**
 * The pages that are not the same.
 */
pages: Array<PageChange>, 
/**
 * What was given before the new version came in.
 */
given: Array<GivenBefore>, 
/**
 * It was compared: without, nothing is known of the pages.
 */
compared: boolean, };
export type VersionSide = { 
/**
 * Our running version.
 */
version: number, 
/**
 * Its hash.
 */
sha256: string, };
export type VoidStampRequest = { 
/**
 * The sample.
 */
sampleId: number, 
/**
 * The stamp that was shown to the signer.
 */
stampId: number, 
/**
 * In which capacity it is signed.
 */
capacity: SourceSigner, 
/**
 * Why the stamp no longer counts.
 */
reason: string, 
/**
 * The signature.
 */
approval: ApprovalRequest, };
export type VoidView = { 
/**
 * Why.
 */
reason: string, 
/**
 * Who signed it.
 */
signer: string, 
/**
 * On what it was given, when it was recorded for the signer (代录).
 */
recorded: Medium | null, 
/**
 * The day.
 */
date: string, };
export type Waiting = { 
/**
 * What it says, for the window's words.
 */
code: string, 
/**
 * Facts for the words.
 */
params: { [key in string]: string }, 
/**
 * Whose turn it is: one role for each line.
 */
who: Role, 
/**
 * The step of the rail where it is mended.
 */
step: number, 
/**
 * The field to land on, where it is a field.
 */
path: string | null, };
export type WaiveFindings = { 
/**
 * Which order.
 */
orderId: number, 
/**
 * The order as it was shown to the signer.
 */
revision: number, 
/**
 * What.
 */
findings: Array<FindingName>, 
/**
 * Why.
 */
reason: string, 
/**
 * The yes of 销售主管 or 业务总监.
 */
approval: ApprovalRequest, };
export type WaiveReviewRequest = { 
/**
 * The order.
 */
orderId: number, 
/**
 * The order as it was shown to the signer.
 */
revision: number, 
/**
 * Why it need not be reviewed.
 */
reason: string, 
/**
 * The yes of 业务总监.
 */
approval: ApprovalRequest, };
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
export type WriteSampleChangeRequest = { 
/**
 * The sample.
 */
sampleId: number, 
/**
 * Where on it: page and place.
 */
place: string, 
/**
 * What was written.
 */
words: string, 
/**
 * A picture of the place; may be empty.
 */
scan: Array<EvidenceRequest>, 
/**
 * The signature beside it, where it is given at once.
 */
approval: ApprovalRequest | null, };
