// Words of the flow page (S-3): the seven stages of the procedure.
import { catalogue } from "./language";

export const processWords = catalogue({
  "zh-CN": {
    title: "流程",
    lead: "一张订单从电话到售后要走的七步，以及每步的条文。点开有画面的方框即可去做。",
    opens: "打开",
    noScreen: "暂无画面，按条文执行",
    stages: {
      intake: { title: "接单确认", does: "记下要求，再与客户确认", who: "业务助理", paper: "《客户订单信息记录表》" },
      files: { title: "资料", does: "收文件，看种类、页数、尺寸", who: "业务助理 · 印前", paper: "" },
      samples: { title: "样本确认", does: "登记样本，盖样本确认章", who: "客户 · 业务 · 品质", paper: "样本确认章" },
      review: { title: "订单评审", does: "精装、超 5 万等先评审", who: "生产 · 品质", paper: "《订单评审表》" },
      sheet: { title: "生产任务书", does: "检查全绿，审核后开立、更改、打印", who: "业务助理 · 业务员审核", paper: "《生产任务书》" },
      shipping: { title: "出货", does: "明日出货计划，PMC 回复，送货", who: "业务助理 · PMC · 储运", paper: "《出货计划》" },
      after: { title: "售后", does: "回访、投诉、退货", who: "业务助理 · 品质", paper: "《客户投诉退货信息反馈单》" },
    },
    verify: "车间拿到任务书：核验",
    verifyText: "输入纸上的单号和校验码，看这张是不是最新的。",
  },
  en: {
    title: "Procedure",
    lead: "The seven stages of an order from the call to after-sales, with their clauses. A box with a screen opens it.",
    opens: "Open",
    noScreen: "No screen; work by the clause",
    stages: {
      intake: { title: "Intake", does: "Write down what is wanted, confirm it with the customer", who: "Assistant", paper: "Order record sheet" },
      files: { title: "Files", does: "Receive files, see kind, pages, sizes", who: "Assistant · prepress", paper: "" },
      samples: { title: "Samples", does: "Register samples, give the confirmation stamp", who: "Customer · sales · quality", paper: "Confirmation stamp" },
      review: { title: "Review", does: "Case-bound, over 50,000 and so on are reviewed first", who: "Production · quality", paper: "Review form" },
      sheet: { title: "Task sheet", does: "All green and checked: issue, change, print", who: "Assistant · checked by sales", paper: "Production task sheet" },
      shipping: { title: "Delivery", does: "Plan for tomorrow, PMC's reply, delivery", who: "Assistant · PMC · dispatch", paper: "Delivery plan" },
      after: { title: "After sales", does: "Calls, complaints, returns", who: "Assistant · quality", paper: "Feedback form" },
    },
    verify: "The shop has a sheet: verify it",
    verifyText: "Type number and check code from the paper to see whether it is the newest.",
  },
});
