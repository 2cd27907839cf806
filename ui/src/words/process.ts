// Words of the flow page (S-3): the seven stages of the procedure.
import { catalogue } from "./language";

export const processWords = catalogue({
  "zh-CN": {
    title: "流程",
    lead: "一张订单从电话到售后要走的七步，以及每步的条文。点开有画面的方框即可去做。哪一步都可以在订单页“更多”里暂停、恢复或取消。",
    opens: "打开",
    noScreen: "暂无画面，按条文执行",
    stages: {
      intake: { title: "接单确认", does: "记下要求，与客户核对、核实，出报价单和确认书，记收款", who: "业务助理", paper: "《客户订单信息记录表》《报价单》《订单确认书》" },
      files: { title: "资料审核与预检", does: "审核资料，收文件、逐个预检，有问题马上找客户，合格的存进印前文件夹", who: "业务助理 · 印前", paper: "《预检记录》" },
      samples: { title: "样本、打样与工艺位置", does: "直通、有样、打样 A / B；样本盖确认章，标出烫金、UV、凹凸、模切的位置", who: "客户 · 业务 · 品质 · 印前", paper: "样本确认章、标签、《免费打样任务书》" },
      review: { title: "订单评审", does: "新客户、新工艺、精装、超 5 万、交期紧的先评审", who: "生产 · 品质", paper: "《订单评审表》" },
      sheet: { title: "生产任务书", does: "生效、三方核对、审核，检查全绿后开立、转交、更改、打印，旧纸逐张换发、收回", who: "业务助理 · 业务员审核 · 主管", paper: "《生产任务书》《更改通知单》《转交单》" },
      shipping: { title: "出货", does: "明日出货计划，PMC 回复，送货", who: "业务助理 · PMC · 储运", paper: "《出货计划》" },
      after: { title: "售后", does: "回访、投诉、退货", who: "业务助理 · 品质", paper: "《客户投诉退货信息反馈单》" },
    },
    verify: "车间拿到任务书：核验",
    verifyText: "输入纸上的单号和校验码，看这张是不是最新的。",
  },
  en: {
    title: "Procedure",
    lead: "The seven stages of an order from the call to after-sales, with their clauses. A box with a screen opens it. At any stage “More” on the order page suspends, resumes or cancels it.",
    opens: "Open",
    noScreen: "No screen; work by the clause",
    stages: {
      intake: { title: "Intake", does: "Write down what is wanted, read it back and verify it, quote, confirm, enter receipts", who: "Assistant", paper: "Record sheet, quote, order confirmation" },
      files: { title: "Audit and preflight", does: "Audit the material, receive files and preflight each; tell the customer of errors at once, file what is sound for prepress", who: "Assistant · prepress", paper: "Preflight record" },
      samples: { title: "Samples, proofs, positions", does: "Direct, with a sample, proof A or B; stamp each sample, mark where foil, UV, embossing and die-cutting go", who: "Customer · sales · quality · prepress", paper: "Confirmation stamp, labels, free proof sheet" },
      review: { title: "Review", does: "New customers and processes, case-bound, over 50,000, tight dates are reviewed first", who: "Production · quality", paper: "Review form" },
      sheet: { title: "Task sheet", does: "Take effect, compare sample, file and sheet, check; all green: issue, hand over, change, print; old copies come back one by one", who: "Assistant · checked by sales · supervisor", paper: "Production task sheet, change notice, hand-over slip" },
      shipping: { title: "Delivery", does: "Plan for tomorrow, PMC's reply, delivery", who: "Assistant · PMC · dispatch", paper: "Delivery plan" },
      after: { title: "After sales", does: "Calls, complaints, returns", who: "Assistant · quality", paper: "Feedback form" },
    },
    verify: "The shop has a sheet: verify it",
    verifyText: "Type number and check code from the paper to see whether it is the newest.",
  },
});
