// Words of 今日, the start screen.
import { catalogue } from "./language";

export const todayWords = catalogue({
  "zh-CN": {
    title: "今日",
    count: (mine: number, others: number) => [mine === 0 ? "没有等您的事" : `等您 ${mine} 件`, ...(others === 0 ? [] : [`等别人 ${others} 件`])].join(" · "),
    open: (count: number) => `您未下单的 ${count.toLocaleString("en")} 张`,
    columns: { due: "交期", what: "要做的", who: "轮到", number: "订单号", customer: "客户", product: "产品", since: "提出" },
    you: "您",
    issue: "可以开任务书",
    change: (who: string) => `${who} 的更改等批准`,
    freeProof: (who: string) => `${who} 的免费打样等批准`,
    copies: (count: number) => `${count} 张任务书没换发、手改或收回`,
    rested: "暂停的日子到了：恢复，还是取消",
    near: ["今天", "明天", "后天"],
    late: (day: string, days: number) => `${day} 过了 ${days} 天`,
    more: "只列交期最近的 200 件，其余在订单列表里。",
    emptyTitle: "没有等您的事",
    emptyText: "只差一步就能开任务书的订单，等您签的审批、评审、更改，都会按交期排在这里。电话一来按 Ctrl N。",
  },
  en: {
    title: "Today",
    count: (mine, others) => [mine === 0 ? "Nothing waits for you" : `${mine} for you`, ...(others === 0 ? [] : [`${others} for others`])].join(" · "),
    open: (count) => `Your ${count.toLocaleString("en")} not issued`,
    columns: { due: "Delivery", what: "To do", who: "Whose turn", number: "Order no.", customer: "Customer", product: "Product", since: "Asked" },
    you: "You",
    issue: "The sheet can be issued",
    change: (who) => `Change by ${who} to approve`,
    freeProof: (who) => `Free proof for ${who} to approve`,
    copies: (count) => (count === 1 ? "1 copy is not up to date" : `${count} copies are not up to date`),
    rested: "Its day has come: resume it, or cancel it",
    near: ["today", "tomorrow", "in 2 days"],
    late: (day, days) => `${day}, ${days} days ago`,
    more: "Only the 200 due first are listed; the others are in the list of orders.",
    emptyTitle: "Nothing waits for you",
    emptyText: "Orders one step from their sheet, and what waits for your signature, opinion or approval, stand here in order of delivery. When the phone rings, press Ctrl N.",
  },
});
