// The help of each screen (F1), as typed content: what to do here, and the clauses behind it. Keys are the first part of the address.
import { catalogue } from "./language";

export interface HelpPage {
  readonly title: string;
  readonly lines: readonly string[];
  readonly clauses: readonly string[];
}

export type HelpName = "orders" | "order" | "customers" | "people" | "verify" | "flow";

export const helpWords = catalogue({
  "zh-CN": {
    panel: "帮助",
    onField: (label: string) => `此栏：${label}`,
    clause: (clause: string) => `条文 ${clause}`,
    rules: "背后的条文",
    close: "收起（F1）",
    more: "看整个流程",
    pages: {
      orders: {
        title: "订单列表",
        lines: [
          "电话一来按 Ctrl N：正在填的订单自动收进下方草稿条，新单马上可填，什么都不会提交或丢失。",
          "每次停顿都存草稿；按“登记”时才给订单号。",
          "上下键选一行，回车打开；Home、End、PgUp、PgDn 跳页，一张不漏。“下一步”写着还差几项。上方可只看未下单或某个状态，下次还记得。",
          "Ctrl K 在任何画面都能找订单：号码末几位（317）、客户、产品、客户单号、电话、联系人、任务书号里的任意一段，或拼音首字母（szcy）；空格隔开的词都要对上，新的在前，Esc 回到原处。",
          "Ctrl D 翻单：照选中的订单开一张草稿，规格全部带入，日期和客户单号另填。",
        ],
        clauses: ["4.1.1", "4.1.2", "F2-04.1"],
      },
      order: {
        title: "订单页",
        lines: [
          "上方七步只是导航，随时可以跳（Alt 1–7），不按顺序也行。",
          "数量、金额、日期照说的写：2千、8.64万、12-8、下周三、+5（工作日）、210x285、4+4。看懂的结果显示在栏位下方；看不懂的留着原样并标红。",
          "右侧“下单前检查”列出还差什么，点“去…”就落在要补的栏位；全绿后按 Ctrl ↵ 开立任务书。",
          "翻单（Ctrl D）带入上次的规格：类型改为“翻单”，新版改为旧版，数量和单价标着“沿用”，请核对；两张订单互相写着对方的号码。新单填了客户和产品名，若做过同款，“产品”右上角会给出上次的订单，点“带入规格”才填，已填的不动。",
          "“可能重复”只是提醒：同一客户单号、近期同客户同产品同尺寸同数量、同款草稿还没登记；同一文件以前收过的，在第 2 步文件下面标出。登记照常。",
          "改了已与客户核对的栏位，只有那一栏标“需再确认”，再问一次客户即可。",
          "不在本机签的人用“代录”：写明谁、何时、微信/纸面等，附上照片或截图；屏幕和打印件都会标明代录。",
        ],
        clauses: ["4.1.1", "4.1.2", "4.2.4", "4.3.1", "4.4.1", "4.4.2", "4.4.3"],
      },
      customers: { title: "客户", lines: ["Ctrl ↵ 添加，回车修改。", "名称写全称，会原样印在样本确认章和任务书上。"], clauses: ["4.2.4"] },
      people: {
        title: "人员",
        lines: [
          "一人可担任多个职务；签核看的是职务。",
          "密码用来登录，PIN 用来在本机签核；两样都没有的人可以由业务助理代录。",
          "离职的人取消“在职”，过去的签名不变。",
        ],
        clauses: ["F1-02"],
      },
      verify: {
        title: "核验",
        lines: ["每次打印都有自己的编号和校验码。把纸上的单号和校验码敲进去，或用扫码枪扫二维码。", "显示“已过时”的，说明之后又签了更改，圈号是缺的那几处。"],
        clauses: ["4.4.2"],
      },
      flow: { title: "流程", lines: ["七步一条线。有画面的方框可以点开，没有的照条文做。"], clauses: ["4.1.1", "4.6.1", "F2-02"] },
    } as Record<HelpName, HelpPage>,
  },
  en: {
    panel: "Help",
    onField: (label) => `This field: ${label}`,
    clause: (clause) => `Clause ${clause}`,
    rules: "The clauses behind it",
    close: "Close (F1)",
    more: "See the whole procedure",
    pages: {
      orders: {
        title: "Orders",
        lines: [
          "When the phone rings press Ctrl N: the open order is parked below, the new one is ready at once; nothing is submitted or lost.",
          "Every pause saves a draft; the number is given on registration.",
          "Arrow keys select a row, Enter opens it; Home, End, PgUp and PgDn reach every order. “Next” says how much is missing. The states above the list narrow it and are remembered.",
          "Ctrl K finds an order from any screen by any piece of its number (317), customer, product, customer’s number, phone, contact or task sheet, or by pinyin initials (szcy); all words between blanks must be found, newest first; Esc goes back.",
          "Ctrl D repeats the selected order in a new draft: the whole specification, with dates and the customer’s number left empty.",
        ],
        clauses: ["4.1.1", "4.1.2", "F2-04.1"],
      },
      order: {
        title: "The order page",
        lines: [
          "The seven steps above are navigation: jump at any time (Alt 1–7), in any order.",
          "Type as it is said: 2千, 8.64万, 12-8, 下周三, +5 (working days), 210x285, 4+4. What was understood stands under the field; what was not stays as typed, marked.",
          "The check list at the right says what is missing; its links land on the field. All green: Ctrl ↵ issues the task sheet.",
          "Repeating (Ctrl D) takes the last specification over: the type becomes a reprint, new plates old ones, quantity and price are marked as taken over; both orders name each other. When a new order’s customer and product were made before, the head of “Product” offers the last one; it fills only when pressed, and never over what was typed.",
          "“Perhaps a double” is a reminder: the same customer’s number, the same job not long ago, an open draft of the same kind; a file received before is marked in step 2. Registering goes on.",
          "Editing a field that was confirmed asks the customer again for that field only.",
          "Who does not sign here is recorded: who, when, by what, with a photo or screenshot; screen and prints say so.",
        ],
        clauses: ["4.1.1", "4.1.2", "4.2.4", "4.3.1", "4.4.1", "4.4.2", "4.4.3"],
      },
      customers: { title: "Customers", lines: ["Ctrl ↵ adds, Enter changes.", "Give the full name: it is printed on stamps and task sheets as it stands."], clauses: ["4.2.4"] },
      people: {
        title: "People",
        lines: [
          "One person may hold several roles; approving asks for the role.",
          "The password signs in, the PIN signs at this machine; for people with neither, the assistant records.",
          "Whoever leaves is set inactive; old signatures stay.",
        ],
        clauses: ["F1-02"],
      },
      verify: {
        title: "Verify",
        lines: ["Every print has a number and a check code of its own. Type both from the paper, or scan the QR code.", "“Outdated” means that changes were signed since; the circled numbers are those it lacks."],
        clauses: ["4.4.2"],
      },
      flow: { title: "Procedure", lines: ["Seven stages in a line. A box with a screen opens it; the others go by the clause."], clauses: ["4.1.1", "4.6.1", "F2-02"] },
    },
  },
});
