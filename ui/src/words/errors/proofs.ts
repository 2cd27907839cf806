// Lanes that are not chosen, proofs that are not printed, bound or answered (core: proofs).
import { type ErrorTable, says } from "./entry";

const zh = {
  proof_not_asked: says("这张订单不用打样", "直通客户、样品、预售和库存生产不打样。"),
  proof_released: says("任务书已开立", "打样记录到开立时为止；以后的更改在第 5 步。"),
  lane_reason_missing: says("走 B 要有原因", "选客户在外地，或客户不签名确认（4.2.3 B）。"),
  lane_reason_without_need: says("只有 B 才要原因"),
  lane_no_sample_to_go_by: says("还没有正确的样本", "先登记客户的样或品质留样，再改成有样。"),
  proof_no_lane: says("还没定怎么打样", "先选 A 或 B（4.2.3）。"),
  proof_round_open: says("第 {round} 轮还没完", "先把这一轮做完、记下答复。"),
  proof_wrong_medium: says("这种打样方式不用{medium}", "A 用兰纸或数码样，B 用喷墨稿（4.2.3）。"),
  proof_no_file: says("还没有文件可打", "先在第 2 步接收客户的文件。"),
  proof_not_original: says("不是客户的原始文件：{names}", "喷墨稿只能按客户原始文件打；停用本厂制作的文件，或改走 A（4.2.3 B）。"),
  proof_not_received: says("“{name}”和收到的文件对不上", "打稿用的文件要与客户发来的一模一样；用印前文件夹里的原件重打（4.2.3 B）。"),
  proof_through_rip: says("喷墨稿不能经 RIP 或印能捷", "按原始文件直接打，再记下（4.2.3 B）。"),
  proof_check_incomplete: says("自检没有看全", "六项都看过才能送客户（4.2.3 A）。"),
  proof_answered: says("第 {round} 轮已经有答复", "要再改就打下一轮。"),
  proof_gone_stale: says("第 {round} 轮的文件已换", "按新文件再打一轮。"),
  proof_not_ready: says("第 {round} 轮还不能答复", "先做完自己检查和装订。"),
  proof_changes_without_words: says("要写明改什么"),
  proof_text_too_long: says("最多 {most} 个字"),
  no_such_proof: says("没有这一轮打样", "刷新后再看。"),
};

const en: ErrorTable<keyof typeof zh> = {
  proof_not_asked: says("No proof is asked of this order", "Direct-lane customers, sample orders, presales and stock have none."),
  proof_released: says("The task sheet is issued", "Proofs end with it; later changes stand in step 5."),
  lane_reason_missing: says("B needs a reason", "The customer is away, or does not sign (4.2.3 B)."),
  lane_reason_without_need: says("Only B has a reason"),
  lane_no_sample_to_go_by: says("There is no correct sample yet", "Register the customer’s or a retained one first."),
  proof_no_lane: says("No lane is chosen", "Choose A or B first (4.2.3)."),
  proof_round_open: says("Round {round} is not at its end", "Finish it and record the answer first."),
  proof_wrong_medium: says("A {medium} does not belong here", "A takes bluelines and digital proofs, B ink-jet proofs (4.2.3)."),
  proof_no_file: says("There is no file to print from", "Receive the customer’s files in step 2."),
  proof_not_original: says("Not the customer’s own: {names}", "An ink-jet proof shows originals; take the house’s files out of use, or choose A (4.2.3 B)."),
  proof_not_received: says("“{name}” is none of the files received", "Print the very file the customer sent, from the prepress folder (4.2.3 B)."),
  proof_through_rip: says("An ink-jet proof does not go through the RIP", "Print it from the original, then note it (4.2.3 B)."),
  proof_check_incomplete: says("Not everything was looked over", "All six items before it goes to the customer (4.2.3 A)."),
  proof_answered: says("Round {round} was answered", "Print another for further changes."),
  proof_gone_stale: says("A file of round {round} was replaced", "Print another from the new file."),
  proof_not_ready: says("Round {round} is not ready to be answered", "Look it over and bind it first."),
  proof_changes_without_words: says("Say which changes"),
  proof_text_too_long: says("At most {most} characters"),
  no_such_proof: says("There is no such round", "Open the order again."),
};

export const proofs = { "zh-CN": zh, en };
