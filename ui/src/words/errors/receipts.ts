// A receipt that is not entered or not countered (core: receipts).
import { type ErrorTable, says } from "./entry";

const zh = {
  receipt_in_future: says("收款日期在今天之后", "到账了再记。"),
  receipt_reference_missing: says("要写凭证号或流水号", "财务本人记的可以空着。"),
  receipt_without_customer: says("库存生产没有客户，不记收款"),
  no_such_receipt: says("没有这笔收款", "刷新后再看。"),
  receipt_countered_already: says("这笔已经冲销，或本身就是冲销", "刷新后再看。"),
  receipt_counter_reason_missing: says("要写冲销原因"),
};

const en: ErrorTable<keyof typeof zh> = {
  receipt_in_future: says("That day is still to come", "Enter it once the money is there."),
  receipt_reference_missing: says("Name the voucher or transaction", "Finance may leave it empty."),
  receipt_without_customer: says("Nobody pays for what is made for stock"),
  no_such_receipt: says("There is no such receipt", "Open the order again."),
  receipt_countered_already: says("It is reversed already, or reverses another", "Open the order again."),
  receipt_counter_reason_missing: says("Say why it is reversed"),
};

export const receipts = { "zh-CN": zh, en };
