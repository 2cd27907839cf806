// What stands in the check list before release, and what stands in the trail, in words.
import type { ActivityCode } from "../api/bindings/codes";
import { refusalWords } from "./errors";
import { fill } from "./errors/entry";
import { catalogue, wordOf } from "./language";
import { triggersWords } from "./review";

type Activities = Readonly<Record<ActivityCode, string>>;

/** code → [still missing, done]. */
type CheckTable = Readonly<Record<string, { blocked: string; ok: string; go: string }>>;

const checksZh: CheckTable = {
  starred_fields: { blocked: "带 * 的栏位没填全", ok: "带 * 的栏位已填全", go: "去填" },
  read_back: { blocked: "还没有与客户核对现在的内容", ok: "电话内容已与客户确认", go: "去确认" },
  verified: { blocked: "还有 {count} 项没有核实", ok: "已核实", go: "去核实" },
  material: { blocked: "资料还没有审核", ok: "资料审核过了", go: "去审核" },
  material_findings: { blocked: "{count} 项资料不合理，还没与客户定好", ok: "资料审核过了", go: "去处理" },
  material_unaudited: { blocked: "资料还没有审核", ok: "资料审核过了", go: "去审资料" },
  material_stale: { blocked: "资料审核之后又有变动", ok: "资料审核过了", go: "再看一眼" },
  samples: { blocked: "样本没有盖齐确认章", ok: "样本都有确认章", go: "去盖章" },
  review: { blocked: "订单评审还没有结论", ok: "订单评审已有结论", go: "看评审" },
  sample_missing: { blocked: "没有样本，也没定怎么打样", ok: "样本已登记", go: "去登记或打样" },
  lane_unchosen: { blocked: "没有正确的样本，要选 A 或 B 打样", ok: "已定打样方式", go: "去选" },
  proof_not_printed: { blocked: "第 {round} 轮还没打样", ok: "已打样", go: "去记打样" },
  proof_changes_wanted: { blocked: "第 {round} 轮客户要修改，打下一轮", ok: "已打样", go: "去打样" },
  proof_stale: { blocked: "第 {round} 轮打样之后文件换过，要重打", ok: "打样与文件一致", go: "去重打" },
  proof_unchecked: { blocked: "第 {round} 轮还没自己检查", ok: "自检过了", go: "去检查" },
  dummy_missing: { blocked: "第 {round} 轮还没装订成书", ok: "已装订", go: "去装订" },
  dummy_unticked: { blocked: "第 {round} 轮的书顺序、颜色、内容没看对", ok: "都对", go: "去看" },
  dummy_unbound: { blocked: "第 {round} 轮的书没有装订好", ok: "已装订", go: "去装订" },
  dummy_unnumbered: { blocked: "第 {round} 轮的书没有页码，还没用笔编码", ok: "已编码", go: "去编码" },
  proof_unanswered: { blocked: "第 {round} 轮等客户答复", ok: "客户已同意", go: "记答复" },
  proof_unsigned: { blocked: "第 {round} 轮喷墨稿还没签字", ok: "已签字", go: "去签" },
  sample_change_unsigned: { blocked: "{number} 上有 {count} 处更改没人签字", ok: "更改都签了字", go: "去签" },
  sample_unstamped: { blocked: "{number} 未盖样本确认章", ok: "已盖章", go: "去盖章" },
  sample_voided: { blocked: "{number} 的章已作废，还没重盖", ok: "已盖章", go: "去重盖" },
  sample_stale: { blocked: "{number} 盖章后内容又改过", ok: "已盖章", go: "去重盖" },
  sample_expired: { blocked: "{number} 的章已过有效期 {day}", ok: "已盖章", go: "去重盖" },
  positions: { blocked: "工艺位置没有标齐", ok: "工艺位置都已标明", go: "看位置" },
  position_missing: { blocked: "{process} 还没有标位置", ok: "位置已标", go: "去标位置" },
  position_stale: { blocked: "{process} 的位置要核对：标好之后文件、工艺或部件换过", ok: "位置已标", go: "去核对" },
  regular_product: { blocked: "“{product}”不在常规畅销产品里", ok: "是常规畅销产品", go: "去核对" },
  presale_not_issued: { blocked: "预售不开任务书，转为正式订单才下单", ok: "已转为正式订单", go: "去转单" },
  review_not_needed: { blocked: "不用评审", ok: "不用评审", go: "看评审" },
  review_waived: { blocked: "直通客户免评审：{reason}", ok: "直通客户免评审：{reason}", go: "看评审" },
  review_waiver_stale: { blocked: "{signer} 免评审之后内容或金额改过", ok: "已免评审", go: "去处理" },
  quality_note: { blocked: "特殊质量要求没有写明", ok: "特殊质量要求写明了", go: "去填" },
  quality_reviewed: { blocked: "特殊质量要求“{demand}”品质还没有意见", ok: "品质看过特殊质量要求：{demand}", go: "填意见" },
  review_required: { blocked: "下单前要评审：{why}", ok: "已评审", go: "看评审" },
  check_stale: { blocked: "{signer} 的审核已失效：之后内容改过", ok: "已审核", go: "去重审" },
  effect_approval: { blocked: "还没有生效审批", ok: "已批准生效", go: "去审批" },
  effect_approval_stale: { blocked: "{signer} 的生效审批已失效：之后内容改过", ok: "已批准生效", go: "去重批" },
  customer_signature: { blocked: "还没有客户签字确认", ok: "客户已签字确认", go: "去登记" },
  customer_signature_stale: { blocked: "{signer} 签字之后内容改过", ok: "客户已签字确认", go: "去登记" },
  deposit: { blocked: "定金未收齐：应收 {due}，已收 {received}，还差 {open}", ok: "定金已收齐：{due}", go: "去记收款" },
  three_way: { blocked: "样本、文件与任务书还没核对", ok: "样本、文件与任务书一致", go: "去核对" },
  three_way_file: { blocked: "文件与任务书还没核对", ok: "文件与任务书一致", go: "去核对" },
  three_way_passed: { blocked: "样本、文件与任务书不一致", ok: "不一致已放行：{reason}", go: "看核对" },
  three_way_differs: { blocked: "{count} 项样本或文件与任务书不一致", ok: "样本、文件与任务书一致", go: "去处理" },
  three_way_open: { blocked: "{count} 项还没拿样本核对", ok: "样本与任务书一致", go: "去核对" },
  three_way_stale: { blocked: "{count} 项核对之后任务书或样本变过", ok: "样本与任务书一致", go: "去重核" },
  change_waiting: { blocked: "有一份更改在等批准", ok: "没有等批准的更改", go: "看更改" },
  locked_files: { blocked: "直通客户的文件里有本厂制作的：{names}", ok: "直通文件是客户原文件，开立时再核对", go: "看文件" },
  files_missing: { blocked: "还没收到文件：{names}", ok: "有印色的部件都有文件", go: "去收文件" },
  preflight: { blocked: "文件还没预检", ok: "文件预检通过", go: "看预检" },
  preflight_missing: { blocked: "还没预检：{names}", ok: "文件预检通过", go: "去预检" },
  preflight_by_hand: { blocked: "要人工预检：{names}", ok: "文件预检通过", go: "去看文件" },
  preflight_errors: { blocked: "预检有 {count} 项错误没处理", ok: "文件预检通过", go: "去处理" },
  preflight_warnings: { blocked: "预检有 {count} 项警告没处理", ok: "预检有 {count} 项警告，看一眼", go: "去处理" },
  check: { blocked: "还没有审核", ok: "已审核", go: "去审核" },
};

const checksEn: CheckTable = {
  starred_fields: { blocked: "Starred fields are still empty", ok: "All starred fields are filled", go: "Fill in" },
  read_back: { blocked: "Not yet read back to the customer as it stands", ok: "Confirmed with the customer", go: "Confirm" },
  verified: { blocked: "{count} items are not verified", ok: "Verified", go: "Verify" },
  material: { blocked: "The material is not audited", ok: "The material is audited", go: "Audit" },
  material_findings: { blocked: "{count} findings are not settled with the customer", ok: "The material is audited", go: "Settle" },
  material_unaudited: { blocked: "The material is not audited", ok: "The material is audited", go: "Audit" },
  material_stale: { blocked: "Something changed after the material was audited", ok: "The material is audited", go: "Look again" },
  samples: { blocked: "Samples without their stamp", ok: "All samples are stamped", go: "Stamp" },
  review: { blocked: "The review has no conclusion yet", ok: "The review is concluded", go: "Review" },
  sample_missing: { blocked: "No sample, and no proof chosen", ok: "Samples are registered", go: "Register or proof" },
  lane_unchosen: { blocked: "No correct sample: choose proof A or B", ok: "Chosen", go: "Choose" },
  proof_not_printed: { blocked: "Round {round} is not printed", ok: "Printed", go: "Proof" },
  proof_changes_wanted: { blocked: "Round {round}: the customer wants changes, print the next", ok: "Printed", go: "Proof" },
  proof_stale: { blocked: "Round {round}: a file was replaced since", ok: "The proof shows the files", go: "Proof" },
  proof_unchecked: { blocked: "Round {round} is not looked over", ok: "Looked over", go: "Look" },
  dummy_missing: { blocked: "Round {round} is not bound into a dummy", ok: "Bound", go: "Dummy" },
  dummy_unticked: { blocked: "Round {round}: order, colours or content of the dummy are not right", ok: "Right", go: "Dummy" },
  dummy_unbound: { blocked: "Round {round}: the dummy is not bound", ok: "Bound", go: "Dummy" },
  dummy_unnumbered: { blocked: "Round {round}: no visible folios, and not numbered by hand", ok: "Numbered", go: "Dummy" },
  proof_unanswered: { blocked: "Round {round} awaits the customer", ok: "Agreed", go: "Answer" },
  proof_unsigned: { blocked: "Round {round}: the ink-jet proof is not signed", ok: "Signed", go: "Sign" },
  sample_change_unsigned: { blocked: "{number}: {count} changes on it are not signed", ok: "Signed", go: "Sign" },
  sample_unstamped: { blocked: "{number} is not stamped", ok: "Stamped", go: "Stamp" },
  sample_voided: { blocked: "{number}: its stamp is void, no other was given", ok: "Stamped", go: "Stamp" },
  sample_stale: { blocked: "{number}: changed after it was stamped", ok: "Stamped", go: "Stamp" },
  sample_expired: { blocked: "{number}: its stamp held until {day}", ok: "Stamped", go: "Stamp" },
  positions: { blocked: "Positions are missing", ok: "All positions are marked", go: "See" },
  position_missing: { blocked: "{process} has no position", ok: "Marked", go: "Mark it" },
  position_stale: { blocked: "{process}: its file, process or component changed since the position was marked", ok: "Marked", go: "See" },
  regular_product: { blocked: "“{product}” is not among the regular products", ok: "A regular product", go: "See" },
  presale_not_issued: { blocked: "A presale is not issued; make it a customer order", ok: "Converted", go: "Convert" },
  review_not_needed: { blocked: "No review is needed", ok: "No review is needed", go: "Review" },
  review_waived: { blocked: "Direct lane, review waived: {reason}", ok: "Direct lane, review waived: {reason}", go: "Review" },
  review_waiver_stale: { blocked: "Content or amount changed after {signer} waived the review", ok: "The review is waived", go: "See to it" },
  quality_note: { blocked: "The special demand on quality is not written down", ok: "The special demand on quality is written down", go: "Fill in" },
  quality_reviewed: { blocked: "Quality has not spoken of the demand “{demand}”", ok: "Quality has spoken of the demand: {demand}", go: "Opinion" },
  review_required: { blocked: "To be reviewed first: {why}", ok: "Reviewed", go: "Review" },
  check_stale: { blocked: "The check by {signer} no longer counts: changed since", ok: "Checked", go: "Check" },
  effect_approval: { blocked: "Not approved to take effect", ok: "Approved to take effect", go: "Approve" },
  effect_approval_stale: { blocked: "The approval by {signer} no longer counts: changed since", ok: "Approved to take effect", go: "Approve" },
  customer_signature: { blocked: "Not signed by the customer", ok: "Signed by the customer", go: "Record" },
  customer_signature_stale: { blocked: "Changed since {signer} signed", ok: "Signed by the customer", go: "Record" },
  deposit: { blocked: "Deposit: {due} due, {received} received, {open} open", ok: "The deposit of {due} came in", go: "Receipts" },
  three_way: { blocked: "Sample, file and sheet are not compared", ok: "Sample, file and sheet agree", go: "Compare" },
  three_way_file: { blocked: "File and sheet are not compared", ok: "File and sheet agree", go: "Compare" },
  three_way_passed: { blocked: "Sample, file and sheet differ", ok: "A difference was let pass: {reason}", go: "See it" },
  three_way_differs: { blocked: "Sample or file differ from the sheet: {count}", ok: "Sample, file and sheet agree", go: "See to it" },
  three_way_open: { blocked: "Not yet held against the sample: {count}", ok: "Sample and sheet agree", go: "Compare" },
  three_way_stale: { blocked: "Sheet or samples changed since compared: {count}", ok: "Sample and sheet agree", go: "Compare" },
  change_waiting: { blocked: "A change awaits approval", ok: "No change is waiting", go: "See it" },
  locked_files: { blocked: "Files of a direct-lane customer made by the house: {names}", ok: "Direct-lane files are the customer’s own; read again on issue", go: "Files" },
  files_missing: { blocked: "No file yet: {names}", ok: "Every printed component has a file", go: "Receive" },
  preflight: { blocked: "The files are not preflighted", ok: "The files passed preflight", go: "See" },
  preflight_missing: { blocked: "Not preflighted: {names}", ok: "The files passed preflight", go: "Preflight" },
  preflight_by_hand: { blocked: "To be preflighted by hand: {names}", ok: "The files passed preflight", go: "Look" },
  preflight_errors: { blocked: "Errors found by preflight, not settled: {count}", ok: "The files passed preflight", go: "Settle" },
  preflight_warnings: { blocked: "Warnings of preflight, not settled: {count}", ok: "Warnings of preflight: {count}", go: "Settle" },
  check: { blocked: "Not checked yet", ok: "Checked", go: "Check" },
};

const activitiesZh: Activities = {
  register_order: "登记订单", convert_order: "转为正式订单", mark_regular: "常规畅销产品", save_order: "保存修改", record_confirmation: "记录客户确认", make_record_sheet: "出信息记录表", verify_order: "核实订单", audit_material: "资料审核", add_finding: "添加不合理", settle_finding: "与客户确定不合理", mend_finding: "不合理已改好", make_quote: "出报价单", make_confirmation: "出订单确认书", record_reply: "回复客户", receive_file: "接收文件", change_file: "整理文件", move_file: "调整文件顺序", take_file_out: "停用文件", put_file_back: "放回文件", preflight_file: "预检", preflight_by_hand: "手工预检", contact_about_file: "与客户沟通文件问题", waive_findings: "预检放行", make_preflight_record: "出预检记录", file_into_prepress: "存印前文件夹", retry_prepress: "再试存印前文件夹", register_sample: "登记样本", stamp_sample: "盖样本确认章", void_stamp: "作废样本确认章", write_sample_change: "记样本上的更改", sign_sample_change: "样本更改旁签字", choose_lane: "定打样方式", print_proof: "打样", check_proof: "打样自检", bind_dummy: "装订样书", answer_proof: "打样答复", make_hand_over_slip: "出转交单", request_free_proof: "申请免费打样", approve_free_proof: "批准免费打样", withdraw_free_proof: "撤回免费打样", record_free_proof_cost: "记免费打样成本", change_sample: "修改样本登记", add_sample_photos: "加样本照片", lend_sample: "借出样本", return_sample: "归还样本", take_sample_out: "停用样本", put_sample_back: "放回样本", mark_positions: "标工艺位置", make_marked_copy: "出带章样稿", make_labels: "出样本标签",
  record_opinion: "填评审意见", decide_nature: "定订单性质", save_route: "写工艺路线", add_point: "提出待客户确认", answer_point: "客户答复", conclude_review: "评审结论", waive_review: "免评审", recheck_orders: "当日复核订单", make_review_form: "出订单评审表", approve_effect: "生效审批", record_customer_signature: "登记客户签字", record_receipt: "记收款", counter_receipt: "冲销收款", compare_sample: "拿样本核对", pass_differences: "不一致放行", check_order: "审核", issue_task_sheet: "开立生产任务书", hand_over: "转交", receive_hand_over: "签收转交", print_sheet: "打印任务书", replace_copies: "换发任务书", amend_copy: "手改任务书", take_copy_back: "收回任务书", lose_copy: "任务书遗失", make_change_notice: "补出更改通知单",
  propose_change: "提出更改", approve_change: "批准更改", refuse_change: "不批更改", withdraw_change: "撤回更改", suspend_order: "暂停订单", resume_order: "恢复订单", cancel_order: "取消订单", save_customer: "保存客户", mark_established: "老客户标记", merge_customers: "合并客户", import_customers: "导入客户", import_processes: "导入工艺", add_evidence: "补凭据", add_person: "添加人员", change_person: "修改人员", change_prepress_folder: "换印前文件夹", change_attachment_folder: "换附件文件夹", set_rule: "改设置", change_series: "改编号规则", mark_mature: "成熟工艺", first_start: "启用", wrong_try: "密码或 PIN 输错", right_again: "密码或 PIN 输对", choose_own_secrets: "自己改了密码或 PIN",
};

const activitiesEn: Activities = {
  register_order: "Order registered", convert_order: "Made a customer order", mark_regular: "Regular product", save_order: "Changes saved", record_confirmation: "Customer’s answer recorded", make_record_sheet: "Record sheet made", verify_order: "Order verified", audit_material: "Material audited", add_finding: "Finding added", settle_finding: "Finding settled", mend_finding: "Finding mended", make_quote: "Quote made", make_confirmation: "Confirmation made", record_reply: "Replied to the customer", receive_file: "File received", change_file: "File arranged", move_file: "Files put in order", take_file_out: "File taken out of use", put_file_back: "File put back", preflight_file: "Preflight", preflight_by_hand: "Preflight by hand", contact_about_file: "Customer told of a file", waive_findings: "Findings waived", make_preflight_record: "Preflight record made", file_into_prepress: "Prepress folder", retry_prepress: "Prepress folder tried again", register_sample: "Sample registered", stamp_sample: "Sample stamped", void_stamp: "Stamp voided", write_sample_change: "Change on a sample", sign_sample_change: "Change on a sample signed", choose_lane: "Proof lane chosen", print_proof: "Proof printed", check_proof: "Proof looked over", bind_dummy: "Dummy bound", answer_proof: "Proof answered", make_hand_over_slip: "Hand-over slip made", request_free_proof: "Free proof asked for", approve_free_proof: "Free proof approved", withdraw_free_proof: "Free proof withdrawn", record_free_proof_cost: "Cost of a free proof", change_sample: "Sample mended", add_sample_photos: "Pictures added", lend_sample: "Sample lent", return_sample: "Sample returned", take_sample_out: "Sample taken out", put_sample_back: "Sample put back", mark_positions: "Positions marked", make_marked_copy: "Marked copy made", make_labels: "Labels made",
  record_opinion: "Opinion given", decide_nature: "Kind of order decided", save_route: "Route written", add_point: "Point for the customer", answer_point: "Customer answered a point", conclude_review: "Review concluded", waive_review: "Review waived", recheck_orders: "Orders stood anew for the day", make_review_form: "Review form made", approve_effect: "Approved to take effect", record_customer_signature: "Customer’s signature recorded", record_receipt: "Receipt entered", counter_receipt: "Receipt reversed", compare_sample: "Sample compared", pass_differences: "Difference let pass", check_order: "Checked", issue_task_sheet: "Task sheet issued", hand_over: "Handed over", receive_hand_over: "Hand-over acknowledged", print_sheet: "Sheet printed", replace_copies: "Copies exchanged", amend_copy: "Change written on a copy", take_copy_back: "Copy taken back", lose_copy: "Copy lost", make_change_notice: "Change notice made",
  propose_change: "Change proposed", approve_change: "Change approved", refuse_change: "Change refused", withdraw_change: "Change withdrawn", suspend_order: "Suspended the order", resume_order: "Resumed the order", cancel_order: "Cancelled the order", save_customer: "Customer saved", mark_established: "Established mark", merge_customers: "Customers merged", import_customers: "Customers imported", import_processes: "Processes imported", add_evidence: "Evidence added", add_person: "Person added", change_person: "Person changed", change_prepress_folder: "Another prepress folder", change_attachment_folder: "Attachment folder changed", set_rule: "Setting changed", change_series: "Series changed", mark_mature: "Mastered process", first_start: "Desk opened", wrong_try: "Wrong password or PIN", right_again: "Right password or PIN again", choose_own_secrets: "Chose a password or PIN",
};

export const checkWords = catalogue({
  "zh-CN": {
    title: "下单前检查",
    checks: checksZh,
    unknown: (code: string) => `检查项 ${code}`,
    go: "去处理",
    signer: (name: string) => `${name} 审核`,
    comparer: (name: string) => `${name} 核对`,
    approver: (name: string) => `${name} 批准`,
    customer: (name: string) => `${name} 签字`,
    released: "任务书已开立，检查已通过。",
    suspended: "订单暂停中，恢复之后再看还差什么。",
    cancelled: "订单已取消，没有要做的了。",
    activities: activitiesZh,
    trail: "经过",
    trailEmpty: "登记以来的每一步都会记在这里。",
    trailMore: (count: number) => `更早的 ${count} 条`,
    clause: (clause: string) => `条款 ${clause}`,
    missing: (names: string) => `还缺：${names}`,
    separator: "、",
  },
  en: {
    title: "Before release",
    checks: checksEn,
    unknown: (code) => `Check ${code}`,
    go: "Open",
    signer: (name) => `by ${name}`,
    comparer: (name) => `by ${name}`,
    approver: (name) => `by ${name}`,
    customer: (name) => `by ${name}`,
    released: "The task sheet is out; all checks were met.",
    suspended: "Suspended; what is missing shows again once it is resumed.",
    cancelled: "Cancelled; nothing is left to do.",
    activities: activitiesEn,
    trail: "Trail",
    trailEmpty: "Every step since registration stands here.",
    trailMore: (count) => `${count} earlier`,
    clause: (clause) => `Clause ${clause}`,
    missing: (names) => `Missing: ${names}`,
    separator: ", ",
  },
});

export const activityWord = (code: string): string => wordOf(checkWords().activities, code);
/** A line of the check list in words: its own, else those of the refusal of the same code. */
export function checkLine(code: string, ok: boolean, params: Readonly<Record<string, string>>): { text: string; go: string } {
  const words = checkWords();
  const entry = (words.checks as CheckTable)[code];
  const facts = params["triggers"] === undefined ? params : { ...params, why: triggersWords(params["triggers"]) };
  if (entry !== undefined) return { text: fill(ok ? entry.ok : entry.blocked, facts), go: entry.go };
  if (code.startsWith("review")) return { text: refusalWords({ code, params }).title, go: (words.checks as CheckTable)["review"]?.go ?? words.go };
  return { text: words.unknown(code), go: words.go };
}
