// Reviews that do not go on (core: review).
import { type ErrorTable, says } from "./entry";

const zh = {
  opinion_needs_conditions: says("“有条件”要写明条件"),
  opinion_needs_reason: says("“不可行”要写明原因"),
  review_text_too_long: says("最多 {most} 个字"),
  review_before_confirmation: says("要求还没有与客户确认", "先到第 1 步完成客户确认，再评审（4.1.2）。"),
  review_not_for_kind: says("这种单别不评审", "预售转为正式订单后再评审；库存生产不评审（F4-6）。"),
  review_after_release: says("任务书已开立，不再评审", "要改的走更改（4.4.2）。"),
  review_not_opened: says("还没有评审", "先记一个部门的意见，评审就开始。"),
  no_such_point: says("没有这一条", "刷新后再看。"),
  point_asks_nothing: says("请写明要问客户什么"),
  point_asked_already: says("这一条已经问过"),
  answer_incomplete: says("答复要有内容和答复人"),
  review_bad_moment: says("看不懂时间“{text}”，或时间还没到", "写成 09:30 或 11-24 09:30。"),
  review_required: says("这张单要先评审", "请生产和品质给意见（4.3.1）。"),
  review_opinion_missing: says("还缺{department}的意见", "请该部门本人签，或代录（4.3.1）。"),
  review_opinion_stale: says("{department}给意见之后内容又改过", "请重新给意见（4.3.2）。"),
  review_route_missing: says("还没有写工艺路线", "写上再结论（4.3.1）。"),
  review_points_unanswered: says("还有 {count} 条客户未答复", "记下客户的答复再结论（4.3.2）。"),
  review_not_concluded: says("评审还没有结论", "业务给出结论后才能下单（4.3.2）。"),
  review_conclusion_stale: says("结论之后内容又改过", "请重新结论（4.3.2）。"),
  review_declined: says("评审结论是不接单", "要接的请重新评审。"),
  review_only_conditional: says("有部门不是“可行”，只能有条件接单或不接单"),
  conclusion_needs_note: says("请写明条件或原因"),
};

const en: ErrorTable<keyof typeof zh> = {
  opinion_needs_conditions: says("Name the conditions"),
  opinion_needs_reason: says("Say why it is not feasible"),
  review_text_too_long: says("At most {most} characters"),
  review_before_confirmation: says("The requirements are not confirmed with the customer", "Do step 1 first, then review (4.1.2)."),
  review_not_for_kind: says("An order of this kind is not reviewed", "A presale is reviewed once it is a customer order; production for stock never is (F4-6)."),
  review_after_release: says("The task sheet is out", "What is to change goes by a signed change (4.4.2)."),
  review_not_opened: says("There is no review yet", "The first opinion opens it."),
  no_such_point: says("There is no such point", "Open the order again."),
  point_asks_nothing: says("Say what is asked of the customer"),
  point_asked_already: says("That is asked already"),
  answer_incomplete: says("An answer needs a text and somebody who gave it"),
  review_bad_moment: says("“{text}” is no moment that has been", "Write 09:30 or 11-24 09:30."),
  review_required: says("This order has to be reviewed first", "Production and quality give their opinions (4.3.1)."),
  review_opinion_missing: says("The opinion of {department} is missing", "Let them sign, or record it (4.3.1)."),
  review_opinion_stale: says("Something changed after {department} gave its opinion", "Ask for it again (4.3.2)."),
  review_route_missing: says("The route is missing", "Write it down before concluding (4.3.1)."),
  review_points_unanswered: says("{count} points wait for the customer", "Record the answers before concluding (4.3.2)."),
  review_not_concluded: says("The review has no conclusion", "Sales concludes before release (4.3.2)."),
  review_conclusion_stale: says("Something changed after the conclusion", "Conclude again (4.3.2)."),
  review_declined: says("The review declined the order", "Review it again to take it."),
  review_only_conditional: says("Not every department said feasible: accept with conditions, or decline"),
  conclusion_needs_note: says("Name the conditions or the reason"),
};

export const review = { "zh-CN": zh, en };
