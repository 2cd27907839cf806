// Words of the desk's figures, and how a duration of working minutes is said.
import { catalogue } from "./language";

export const reportWords = catalogue({
  "zh-CN": {
    title: "数字",
    lead: "从接单到下任务书，只算上班时间，只算客户订单（OD）。",
    months: "处理时长",
    slowest: "最慢的订单",
    heads: { month: "月份", issued: "下单数", median: "中位", mean: "平均", recorded: "记录数", delay: "接单到记录", late: "迟记", faults: "文件错误", told: "发现到联系客户" },
    slowHeads: { number: "订单号", customer: "客户", product: "产品", received: "接单", issued: "下任务书", minutes: "用时" },
    emptyTitle: "还没有数字",
    emptyText: "第一张任务书开出来，这里就有处理时长。",
    noSlow: "最近一年还没有下任务书的订单。",
    hours: (hours: number, minutes: number) => (hours === 0 ? `${minutes} 分` : minutes === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes} 分`),
    lateRecord: (hours: number) => `迟记：超过 ${hours} 个工作小时`,
    recording: (received: string, recorded: string, delay: string) => `${received} 接单，${recorded} 记录，相隔 ${delay}`,
    late: "迟记",
  },
  en: {
    title: "Figures",
    lead: "From receipt to the task sheet, in working hours; customer orders (OD) alone.",
    months: "Processing time",
    slowest: "The slowest orders",
    heads: { month: "Month", issued: "Issued", median: "Median", mean: "Mean", recorded: "Recorded", delay: "Receipt to record", late: "Late", faults: "File errors", told: "Found to told" },
    slowHeads: { number: "Order", customer: "Customer", product: "Product", received: "Received", issued: "Issued", minutes: "Took" },
    emptyTitle: "No figures yet",
    emptyText: "They begin with the first task sheet.",
    noSlow: "No task sheet was issued in the last year.",
    hours: (hours, minutes) => (hours === 0 ? `${minutes} min` : minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`),
    lateRecord: (hours) => `Recorded late: after more than ${hours} working hours`,
    recording: (received, recorded, delay) => `received ${received}, recorded ${recorded}, ${delay} between`,
    late: "late",
  },
});

/** 150 → 2 小时 30 分 */
export const duration = (minutes: number): string => reportWords().hours(Math.floor(minutes / 60), minutes % 60);
