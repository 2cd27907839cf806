// Samples that are not registered, stamped or labelled (core: samples).
import { type ErrorTable, says } from "./entry";

const zh = {
  sample_medium_proves_not: says("{medium}不能作{type}", "兰纸只作内容样；要看颜色请用数码样或实样（4.2.4）。"),
  sample_internal_print_is_a_proof: says("内部打印的要选是哪种稿", "选兰纸、数码样或喷墨稿。"),
  sample_other_needs_description: says("“其他”样本要写明是什么"),
  sample_description_too_long: says("说明最多 {most} 个字"),
  sample_bad_quantity: says("样本数量是 1 到 {most}"),
  sample_wrong_signer: says("{source}的样本不由{capacity}签", "应由{signers}签（4.2.4）。"),
  sample_customer_is_recorded: says("客户没有 PIN", "客户签的用代录：写明谁、何时、用什么方式。"),
  sample_validity_past: says("有效期 {valid_until} 已过", "改成今天以后的日期，或留空。"),
  sample_bad_day: says("看不懂“{text}”这个日期", "写成 2027-06-30。"),
  sample_already_stamped: says("{number} 已经盖过有效的章", "不用再盖。"),
  sample_no_stamp_to_print: says("{number} 还没有有效的确认章", "先盖章，再打标签。"),
  no_such_sample: says("订单里没有这份样本", "刷新后再看。"),
  no_sample_chosen: says("没有选样本", "至少选一份。"),
};

const en: ErrorTable<keyof typeof zh> = {
  sample_medium_proves_not: says("A {medium} does not prove a {type}", "A blueline proves content only; for colour take a digital proof or a real sample (4.2.4)."),
  sample_internal_print_is_a_proof: says("Say which proof the internal print is", "Blueline, digital proof or ink-jet plot."),
  sample_other_needs_description: says("Say what the other sample is"),
  sample_description_too_long: says("At most {most} characters"),
  sample_bad_quantity: says("1 to {most} pieces"),
  sample_wrong_signer: says("A sample from {source} is not signed by {capacity}", "It is signed by {signers} (4.2.4)."),
  sample_customer_is_recorded: says("A customer has no PIN", "Record the customer’s word: who, when, by what."),
  sample_validity_past: says("The validity passed on {valid_until}", "Give a later day, or none."),
  sample_bad_day: says("“{text}” is no day we can read", "Write 2027-06-30."),
  sample_already_stamped: says("{number} has a valid stamp", "Nothing to do."),
  sample_no_stamp_to_print: says("{number} has no valid stamp", "Stamp it before printing its label."),
  no_such_sample: says("The order has no such sample", "Open the order again."),
  no_sample_chosen: says("No sample is chosen", "Choose at least one."),
};

export const samples = { "zh-CN": zh, en };
