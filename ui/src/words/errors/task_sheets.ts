// Task sheets that are not issued, changed or printed (core: task_sheets).
import { type ErrorTable, says } from "./entry";

const zh = {
  not_green: says("还有 {count} 项检查没满足", "看右边的下单前检查，逐行处理。"),
  presale_not_issued: says("预售不能作为正式订单", "先转为正式订单，再审核、开任务书（F4-3）。"),
  already_released: says("任务书已开立", "要改的走第 5 步“提出更改”。"),
  not_released: says("任务书还没有开立", "检查全部为绿再开立。"),
  not_in_effect: says("订单还没有生效", "看第 5 步“生效”：批准后才能开立（F7-07）。"),
  order_open_to_editing: says("订单还没有生效，直接改就行", "到第 1 步改，按“保存修改”。"),
  change_pending: says("还有一份更改在等批准", "先批准、不批或撤回它，再提下一份。"),
  nothing_changed: says("没有改动任何一处"),
  reason_missing: says("请写更改原因"),
  consent_missing: says("还没有客户同意的记录", "写明客户方谁、何时、怎么同意的。"),
  change_closed: says("这份更改已经了结", "看更改清单里的最新状态。"),
  signature_not_asked: says("这份更改不用这个签核，或已签过"),
  change_not_yours: says("只有提出人能撤回更改", "请提出人来撤回，或由有权的人不批。"),
  check_not_their_order: says("审核要由这张订单的业务员来做", "请这张订单的业务员或销售主管审核。"),
  change_text_too_long: says("更改原因或同意人最多 {most} 个字", "写短一些，印得下才能提出。"),
  hand_over_department_missing: says("请写转交给哪个部门"),
  hand_over_content_missing: says("请写转交什么"),
  hand_over_receiver_missing: says("请写谁收的"),
  no_such_hand_over: says("没有这条转交记录", "刷新后再看。"),
  hand_over_received_already: says("{by} 已经签收"),
  hand_over_text_too_long: says("最多 {most} 个字"),
  holder_missing: says("请写给谁（联）", "如：生产联、品质联。"),
};

const en: ErrorTable<keyof typeof zh> = {
  not_green: says("{count} checks are not met", "See the list before release and mend them line by line."),
  presale_not_issued: says("A presale is no order to be made", "Make it a customer order, then have it checked and issue it (F4-3)."),
  already_released: says("The task sheet is out", "Propose a change in step 5."),
  not_released: says("The task sheet is not issued yet", "Issue it once all checks are green."),
  not_in_effect: says("The order has not taken effect", "See step 5: it is issued once it is approved (F7-07)."),
  order_open_to_editing: says("The order has not taken effect: just edit it", "Edit it in step 1 and save."),
  change_pending: says("A change awaits approval", "Approve, refuse or withdraw it first."),
  nothing_changed: says("Nothing is changed"),
  reason_missing: says("Say why it changes"),
  consent_missing: says("The customer’s consent is not recorded", "Say who agreed, when and how."),
  change_closed: says("This change is closed", "See its state in the list of changes."),
  signature_not_asked: says("This change does not need that approval, or has it"),
  change_not_yours: says("Only who proposed a change withdraws it", "Ask them, or have it refused."),
  check_not_their_order: says("Another representative's order", "Ask the representative of this order, or the sales supervisor."),
  change_text_too_long: says("Reason and name take at most {most} characters", "Make it shorter, so that it fits the change block."),
  hand_over_department_missing: says("Say to which department"),
  hand_over_content_missing: says("Say what is handed over"),
  hand_over_receiver_missing: says("Say who received it"),
  no_such_hand_over: says("There is no such hand-over", "Open the order again."),
  hand_over_received_already: says("{by} acknowledged it already"),
  hand_over_text_too_long: says("At most {most} characters"),
  holder_missing: says("Say for whom it is printed", "Such as: production, quality."),
};

export const taskSheets = { "zh-CN": zh, en };
