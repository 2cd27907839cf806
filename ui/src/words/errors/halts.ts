// Orders that rest, and why one is not suspended, resumed or cancelled (core: halts).
import { type ErrorTable, says } from "./entry";

const zh = {
  order_suspended: says("订单暂停中，先恢复", "{who} {since} 暂停：{why}。在订单页点“恢复订单”再继续。"),
  order_cancelled: says("订单已取消，不能再往下做", "{who} {since} 取消：{why}。还要做的用“翻单”另开一张。"),
  order_rests: says("订单暂停中或已取消", "暂停的先恢复；已取消的用“翻单”另开一张。"),
  order_cancelled_already: says("订单已经取消", "取消了不能恢复；还要做的用“翻单”另开一张（F1-08）。"),
  order_suspended_already: says("订单已经暂停", "要继续做的点“恢复订单”。"),
  order_not_suspended: says("订单没有暂停", "请刷新看现在的状态。"),
  order_ended: says("不接单、已转单的订单不用暂停或取消", "已转出的，到转出的订单里办。"),
  halt_contact_missing: says("没有写跟客户谁说的", "填客户谁、时间、方式（F1-11）；生效以后取消要客户同意（F4-4c）。"),
  cancel_approval_missing: says("生效以后取消要业务总监批准", "业务总监输 PIN，或代录他的签字（F4-4c）。"),
  cancel_money_open: says("已收款 {received}，没有写怎么办", "选退款，或转抵其他订单。"),
};

const en: ErrorTable<keyof typeof zh> = {
  order_suspended: says("The order is suspended; resume it first", "By {who}, {since}: {why}. Press “Resume” on its page, then go on."),
  order_cancelled: says("The order is cancelled", "By {who}, {since}: {why}. Repeat it to open a new order."),
  order_rests: says("The order is suspended or cancelled", "Resume it, or repeat a cancelled one to open a new order."),
  order_cancelled_already: says("The order is cancelled already", "There is no way back; repeat it to open a new order (F1-08)."),
  order_suspended_already: says("The order is suspended already", "Resume it to go on."),
  order_not_suspended: says("The order is not suspended", "Look again how it stands."),
  order_ended: says("A declined or converted order is neither suspended nor cancelled", "See to the orders it became."),
  halt_contact_missing: says("It is not said who of the customer was spoken to", "Say who, when and how (F1-11); once in effect the customer consents (F4-4c)."),
  cancel_approval_missing: says("Once in effect the sales director approves a cancellation", "By PIN, or record the signature (F4-4c)."),
  cancel_money_open: says("{received} came in, and it is not said what becomes of it", "Choose refunded or credited."),
};

export const halts = { "zh-CN": zh, en };
