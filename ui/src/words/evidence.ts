// Words of the list of evidence that is to follow.
import type { PurposeCode } from "../api/bindings/codes";
import { catalogue } from "./language";

type Purposes = Readonly<Record<PurposeCode, string>>;

export const evidenceWords = catalogue({
  "zh-CN": {
    title: "凭据待补",
    lead: "代录时还没有凭据的，在这里补上",
    columns: { order: "订单", what: "签的是", signer: "签核人", medium: "凭据形式", at: "签核时间", by: "代录人" },
    purposes: { read_back: "客户确认要求", sample_stamp: "样本确认章", stamp_void: "作废样本确认章", proof_answer: "打样答复", free_proof: "批准免费打样", finding_waiver: "放行预检问题", sample_change: "样本更改旁签", review_opinion: "评审意见", review_waiver: "免评审", decline: "不接单", effect: "生效审批", effect_refusal: "退回生效审批", check_refusal: "退回审核", customer_signature: "客户签字", difference_pass: "不一致放行", sheet_check: "审核", change: "更改旁签", change_approval: "批准更改", change_consent: "客户同意更改", change_refusal: "不批更改", cancellation: "取消订单", cancel_consent: "客户同意取消" } as Purposes,
    add: (signer: string) => `补凭据：${signer}`,
    save: "补上",
    saved: "凭据已补上",
    needed: "请粘贴截图、拖入照片或选择文件",
    openOrder: "看订单",
    open: "凭据",
    ofOrder: (number: string) => `${number} 的凭据`,
    recordedBy: (name: string) => `${name} 代录`,
    follows: "凭据待补",
    look: "看",
    fold: "收起",
    none: "这张订单没有代录的签字。本人在本机用 PIN 签的不需要凭据，看“整个经过”。",
    emptyTitle: "凭据都齐了",
    emptyText: "代录时勾“凭据后补”的会列在这里。",
  },
  en: {
    title: "Evidence to follow",
    lead: "Recorded without evidence so far; add it here",
    columns: { order: "Order", what: "Signed", signer: "By", medium: "Medium", at: "Given", by: "Recorded by" },
    purposes: { read_back: "Customer’s yes to the requirements", sample_stamp: "Sample stamp", stamp_void: "Voided stamp", proof_answer: "Answer to a proof", free_proof: "Approval of a free proof", finding_waiver: "Release of a preflight finding", sample_change: "Beside a change on a sample", review_opinion: "Opinion", review_waiver: "Waived review", decline: "Declined order", effect: "Approval to take effect", effect_refusal: "Refusal to let it take effect", check_refusal: "Refusal to check", customer_signature: "Customer’s signature", difference_pass: "Passed difference", sheet_check: "Check", change: "Beside a change", change_approval: "Approval of a change", change_consent: "Customer’s consent to a change", change_refusal: "Refusal of a change", cancellation: "Cancellation", cancel_consent: "Customer’s consent to a cancellation" },
    add: (signer) => `Add evidence: ${signer}`,
    save: "Add",
    saved: "Evidence added",
    needed: "Paste a screenshot, drop a photo or choose a file",
    openOrder: "Open the order",
    open: "Evidence",
    ofOrder: (number) => `Evidence of ${number}`,
    recordedBy: (name) => `recorded by ${name}`,
    follows: "Evidence to follow",
    look: "Look",
    fold: "Close",
    none: "Nothing was recorded for others on this order. What was signed here with a PIN needs no evidence; see the whole story.",
    emptyTitle: "All evidence is there",
    emptyText: "What is recorded with evidence to follow stands here.",
  },
});
