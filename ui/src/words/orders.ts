// Words of the order list.
import { catalogue } from "./language";

export const orderWords = catalogue({
  "zh-CN": {
    title: "订单",
    columns: { number: "订单号", customer: "客户", product: "产品", quantity: "数量", amount: "金额", date: "要求交期", state: "状态", next: "下一步" },
    states: { registered: "信息登记", requirements_confirmed: "要求已确认", in_review: "评审", released: "已下单" },
    steps: ["接单确认", "资料", "样本确认", "订单评审", "生产任务书", "出货", "售后"],
    rush: "急",
    search: "查找订单",
    searchHint: "订单号、客户、产品",
    blockers: (count: number) => `还差 ${count} 项`,
    emptyTitle: "还没有订单",
    emptyText: "电话一来，按 Ctrl N 就能开始记；每次停顿自动存草稿，登记时才编号。",
    nothingFound: "没有找到",
    nothingFoundText: "换个订单号、客户或产品名再试。",
    newOrder: "新建订单",
    count: (count: number) => `${count.toLocaleString("en")} 张`,
  },
  en: {
    title: "Orders",
    columns: { number: "Order no.", customer: "Customer", product: "Product", quantity: "Quantity", amount: "Amount", date: "Wanted by", state: "State", next: "Next" },
    states: { registered: "Registered", requirements_confirmed: "Requirements confirmed", in_review: "In review", released: "Released" },
    steps: ["Intake", "Files", "Samples", "Review", "Task sheet", "Delivery", "After sales"],
    rush: "Rush",
    search: "Find an order",
    searchHint: "Number, customer, product",
    blockers: (count) => `${count} missing`,
    emptyTitle: "No orders yet",
    emptyText: "When the phone rings, press Ctrl N and start typing; every pause saves a draft, the number is given on registration.",
    nothingFound: "Nothing found",
    nothingFoundText: "Try another number, customer or product.",
    newOrder: "New order",
    count: (count) => count.toLocaleString("en"),
  },
});
