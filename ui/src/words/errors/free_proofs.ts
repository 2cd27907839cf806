// Free proofs that are not asked for, approved, withdrawn or reckoned (core: free_proofs).
import { type ErrorTable, says } from "./entry";

const zh = {
  free_proofs_switched_off: says("本厂不开免费打样", "要开，请管理层在“设置 · 样本”里打开。"),
  free_proof_incomplete: says("要写打样内容和免费原因"),
  free_proof_bad_quantity: says("份数是 1 到 {most}"),
  free_proof_text_too_long: says("最多 {most} 个字"),
  free_proof_not_a_proof: says("实样不是打样", "选兰纸、数码样或喷墨稿。"),
  free_proof_closed: says("这份免费打样已经批准或撤回", "刷新后再看。"),
  free_proof_not_approved: says("还没批准，没有成本", "先由主管批准。"),
  free_proof_cost_not_understood: says("看不懂这个金额", "写成 86.40；没花钱写 0。"),
  free_proof_reason_missing: says("要写撤回原因"),
  no_such_free_proof: says("没有这份免费打样", "刷新后再看。"),
};

const en: ErrorTable<keyof typeof zh> = {
  free_proofs_switched_off: says("The house makes no free proofs", "Management switches them on under Settings · Samples."),
  free_proof_incomplete: says("Say what is proofed and why it is free"),
  free_proof_bad_quantity: says("1 to {most} pieces"),
  free_proof_text_too_long: says("At most {most} characters"),
  free_proof_not_a_proof: says("That is no proof", "Blueline, digital proof or ink-jet proof."),
  free_proof_closed: says("It is approved or withdrawn", "Open the order again."),
  free_proof_not_approved: says("It is not approved yet", "The supervisor approves it first."),
  free_proof_cost_not_understood: says("The amount is not understood", "Write 86.40; 0 where there was none."),
  free_proof_reason_missing: says("Give the reason"),
  no_such_free_proof: says("There is no such free proof", "Open the order again."),
};

export const freeProofs = { "zh-CN": zh, en };
