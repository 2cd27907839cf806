// Words of the search field of the top bar.
import { catalogue } from "./language";

export const searchWords = catalogue({
  "zh-CN": {
    label: "查找订单",
    hint: "订单号、客户、产品、电话",
    results: "找到的订单",
    newest: "最近的订单",
    count: (count: number) => `找到 ${count} 张，新的在前`,
    more: (count: number) => `只列最近 ${count} 张，再多打一个字`,
    keys: (repeat: string) => `↑↓ 选择 · 回车打开 · ${repeat} 翻单 · Esc 返回`,
    nothing: "没有找到。",
    nothingText: "可以只打订单号末几位、名称里的一两个字、拼音首字母（szcy）或电话的一段；空格隔开的每个词都要对上。",
    noOrders: "还没有订单。",
    indexing: (done: number, of: number) => `查找用的索引正在重做：${of} 张里已有 ${done} 张，没找到的过一会儿再找；其他照常用。`,
    goTo: "到页面",
    rush: "急",
    fields: { number: "订单号", sheet: "任务书", customer: "客户", short_name: "简称", product: "产品", customer_po: "客户单号", phone: "电话", contact: "联系人", former: "曾用名" },
  },
  en: {
    label: "Find an order",
    hint: "Number, customer, product",
    results: "Orders found",
    newest: "The newest orders",
    count: (count) => `${count} found, newest first`,
    more: (count) => `The newest ${count} only; type one more letter`,
    keys: (repeat) => `↑↓ select · Enter opens · ${repeat} repeats · Esc goes back`,
    nothing: "Nothing found.",
    nothingText: "Try the last digits of a number, a character or two of a name, pinyin initials (szcy) or a piece of a phone number; every word between blanks must be found.",
    noOrders: "No orders yet.",
    indexing: (done, of) => `The search index is being made anew: ${done} of ${of} orders are in it. What is not found yet, look for again in a while; everything else goes on.`,
    goTo: "Go to screen",
    rush: "Rush",
    fields: { number: "number", sheet: "task sheet", customer: "customer", short_name: "short name", product: "product", customer_po: "customer’s no.", phone: "phone", contact: "contact", former: "former name" },
  },
});
