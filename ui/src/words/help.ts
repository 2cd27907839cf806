// The help of each screen (F1), as typed content: what to do here, and the clauses behind it. Keys are the first part of the address.
import { catalogue } from "./language";

export interface HelpPage {
  readonly title: string;
  readonly lines: readonly string[];
  readonly clauses: readonly string[];
}

export type HelpName = "orders" | "draft" | "order" | "customers" | "settings" | "figures" | "people" | "authority" | "evidence" | "verify" | "flow";

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
      draft: {
        title: "新订单",
        lines: [
          "照电话里说的顺序往下填，Tab 到下一栏；随时可以停，每次停顿都存草稿。Ctrl N 接下一个电话，Alt 0 回到这里。",
          "数量、金额、日期照说的写：2千、8.64万、12-8、下周三、+5（工作日）、210x285、4+4。看懂的结果显示在栏位下方；看不懂的留着原样并标红。",
          "选了产品类型，空着的部件、尺寸、装订会按惯例填上，已填的不动；不合适就按“撤销”。名片、单张只有一行，要分部件按“部件表…”。",
          "Excel 里的部件表整块复制，在部件表里按 Ctrl V：先核对每列填到哪一栏，再填入；没有栏位的并入备注，可一次撤销。",
          "部件的“详细”里列出每一贴和印张、印版、用料。灰字是算出来的，敲上去就改，改过的标“手改”，Alt R 取回；任务书上带 * 并注明原来算得多少。",
          "设计费、打样费、运费写在“服务项目”，金额并入订单总额和大写，不开任务书。",
          "右侧“电话里就能答”：最早交期、书脊、重量、箱数，点开看怎么算的；算不出的说明还缺什么。标“估算”的，是年历未公布或按纸表估的厚度。",
          "骑马订不是 4 的倍数要改；太厚、太重、放不下上机尺寸、膜上击凸只是提醒，限度由厂里定。",
          "翻单（Ctrl D）带入上次的规格：类型改为“翻单”，新版改为旧版，数量和单价标着“沿用”，请核对；两张订单互相写着对方的号码。新单填了客户和产品名，若做过同款，“产品”右上角会给出上次的订单，点“带入规格”才填，已填的不动。",
          "“可能重复”只是提醒：同一客户单号、近期同客户同产品同尺寸同数量、同款草稿还没登记；同一文件以前收过的，在第 2 步文件下面标出。登记照常。",
          "写好按 Ctrl ↵ 登记，给订单号；客户和产品名要有，其余带 * 的以后补，下单前都会问到。",
        ],
        clauses: ["4.1.1", "4.1.3", "F2-04.1", "F7-02"],
      },
      order: {
        title: "订单页",
        lines: [
          "上方七步只是导航，随时可以跳（Alt 1–7），不按顺序也行。",
          "数量、金额、日期照说的写：2千、8.64万、12-8、下周三、+5（工作日）、210x285、4+4。看懂的结果显示在栏位下方；看不懂的留着原样并标红。",
          "选了产品类型，空着的部件、尺寸、装订会按惯例填上，已填的不动；不合适就按“撤销”。名片、单张只有一行，要分部件按“部件表…”。",
          "Excel 里的部件表整块复制，在部件表里按 Ctrl V：先核对每列填到哪一栏，再填入；没有栏位的并入备注，可一次撤销。",
          "部件的“详细”里列出每一贴和印张、印版、用料。灰字是算出来的，敲上去就改，改过的标“手改”，Alt R 取回；任务书上带 * 并注明原来算得多少。",
          "设计费、打样费、运费写在“服务项目”，金额并入订单总额和大写，不开任务书。",
          "右侧“电话里就能答”：最早交期、书脊、重量、箱数，点开看怎么算的；算不出的说明还缺什么。标“估算”的，是年历未公布或按纸表估的厚度。",
          "骑马订不是 4 的倍数要改；太厚、太重、放不下上机尺寸、膜上击凸只是提醒，限度由厂里定。",
          "右侧“下单前检查”列出还差什么，点“去…”就落在要补的栏位；全绿后按 Ctrl ↵ 开立任务书。",
          "翻单（Ctrl D）带入上次的规格：类型改为“翻单”，新版改为旧版，数量和单价标着“沿用”，请核对；两张订单互相写着对方的号码。新单填了客户和产品名，若做过同款，“产品”右上角会给出上次的订单，点“带入规格”才填，已填的不动。",
          "“可能重复”只是提醒：同一客户单号、近期同客户同产品同尺寸同数量、同款草稿还没登记；同一文件以前收过的，在第 2 步文件下面标出。登记照常。",
          "改了已与客户核对的栏位，只有那一栏标“需再确认”，再问一次客户即可。",
          "念的时候顺手勾“核实”：客户身份，名称、数量、规格，价格与付款，交期；都核实了勾第一格。以后改了哪项，只再问哪项；厂里不要核实的，在“设置”里关。",
          "“资料审核”：都做得了按“资料合理”，一键。程序按工艺规则查出的和自己添加的不合理，逐条写明与客户怎么定：按原样做的只对现在的内容有效，改资料、取消要求的改好自动了结；没定好不能开任务书。",
          "“报价与确认书”：缺什么点一下就去填；内容改了会标“须重出”，报价单印着有效期。确认书发给客户后按“记录回复”，接单到回复用了多久就看得见。",
          "不在本机签的人用“代录”：写明谁、何时、微信/纸面等，附上照片或截图；屏幕和打印件都会标明代录。",
        ],
        clauses: ["4.1.1", "4.1.2", "4.1.3", "4.2.4", "4.3.1", "4.4.1", "4.4.2", "4.4.3", "F1-05", "F1-06", "F5-2", "F7-02"],
      },
      customers: {
        title: "客户",
        lines: [
          "Ctrl ↵ 添加或保存，回车打开一家，Esc 回列表；没保存的修改切走再回来还在。",
          "名称写全称，会原样印在样本确认章和任务书上。编号空着就按编号规则给。",
          "默认联系人、默认收货地址、付款方式、允许超欠、长期订单和上次的业务员会带进新订单的空栏，标“来自客户”；已填的不动。",
          "潜在 / 新 / 老由订单得出；以前就合作的，用“标为老客户”或批量导入来标，记着谁、何时。",
          "批量导入：从 Excel 复制格子粘贴，或选 CSV 文件（UTF-8、GBK）。先看每行会怎样，有一行不对就都不导入。",
          "同一家录了两次，打开多余的那家点“合并重复客户”：订单、草稿、联系人、地址移过去，旧名字还查得到，已打印的不变。",
        ],
        clauses: ["4.2.4", "F7-06", "4.3.1"],
      },
      settings: {
        title: "设置",
        lines: [
          "每个值都写明从哪天生效、谁改的、为什么；按单子自己的日期取当天有效的值，以前的不变。",
          "生效日写今天、+5 或日期。已按旧值下过单的日子不能改，会告诉你最早哪天可以。",
          "加放表：取排在最后、三个下限都达到的一行。厂休日和调休影响“+5”这样的工作日。",
          "提醒、每箱重量、纸表和标准周期管表单上的提示和电话里的答复；谁可以做什么在“权限表”里改。",
          "编号在用也可以改格式：接着往下编，不跳号、不重号。",
          "做熟的工艺记在“成熟工艺”里，可一条条标，也可批量导入；评审时拿它对照，是不是新工艺请自己看一眼。",
        ],
        clauses: ["F1-22", "4.3.1"],
      },
      figures: {
        title: "数字",
        lines: ["处理时长从接单日期和时间算到第一张任务书，只算上班时间；时间没填的，当天记录的按记录时间，否则按那天下班。", "“迟记”是接单后超过规定的工作小时才登记的；几个小时在“设置”里。", "在“最慢的订单”上按回车打开它。"],
        clauses: ["F1-01", "F1-04b"],
      },
      people: {
        title: "人员",
        lines: [
          "Ctrl ↵ 添加，上下键选一行、回车修改。职务从起日到止日有效，止日留空就是长期；起日留空就是今天。",
          "勾“负责人”后，评审意见只认负责人；请假时给负责人设代理人和起止日，代理期内由代理人签，单据上写明代谁。没有设负责人的职务，谁担任谁签。",
          "密码用来登录，PIN 用来在本机签核；两样都没有的人可以由业务助理代录。PIN 只是内部留痕。",
          "管理员重设的密码只能用一次，本人下次登录时要换成自己的。连续输错会要求等待，重开程序也不清零。",
          "离职的人取消“在职”，过去的签名不变。任何一天都要有管理员。",
          "右上角“锁定”（Ctrl L）或放着不动到规定分钟数，屏幕就锁上：内容看不到但都在，用 PIN 或密码解锁，也可以换人登录。",
        ],
        clauses: ["F1-02", "F2-04.4"],
      },
      authority: {
        title: "权限表",
        lines: [
          "每一行是一件事：谁可以在本机做，或谁可以签。做的时候看的是当天的职务。",
          "标“条款规定”的改不了；其余的由管理员或管理层改，写明从哪天起、为什么。回车打开一行。",
          "自己提出的，不论有什么职务都不能自己批。",
        ],
        clauses: ["F1-02", "F1-22", "F2-04.4"],
      },
      evidence: {
        title: "凭据待补",
        lines: ["代录时勾了“凭据后补”的都列在这里，补上就消失。回车打开，Ctrl V 粘贴截图，或拖入照片、扫描件。", "补凭据不改动原来的签名。是否允许后补，在“权限表”页的规则里设。"],
        clauses: ["F1-03"],
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
      draft: {
        title: "A new order",
        lines: [
          "Fill in as it is said on the phone, Tab goes on; stop at any time, every pause saves the draft. Ctrl N takes the next call, Alt 0 comes back here.",
          "Type as it is said: 2千, 8.64万, 12-8, 下周三, +5 (working days), 210x285, 4+4. What was understood stands under the field; what was not stays as typed, marked.",
          "A product type fills empty components, size and binding as is usual and leaves the rest; “Undo” takes it back. A name card is one line; “Component table…” opens the table.",
          "Copy the component table in Excel and press Ctrl V in the components: check where each column goes, then fill in. What has no field joins the remark; one undo.",
          "“Details” of a component lists every form, sheets, plates and paper. Grey figures are reckoned; type to replace one, it is marked “By hand”, Alt R takes it back. The task sheet prints it with a * and what was reckoned.",
          "Design, proofs and freight stand under “Services”: they join the amount and its capitals, and have no task sheet.",
          "“Answers on the phone” at the right: earliest delivery, spine, weight, cartons; open a line to see how, or what is missing. “Estimated” means a year without a calendar, or a thickness by the paper table.",
          "Saddle stitching needs pages by four; too thick, too heavy, larger than the press sheet and embossing on film are reminders whose limits the house sets.",
          "Repeating (Ctrl D) takes the last specification over: the type becomes a reprint, new plates old ones, quantity and price are marked as taken over; both orders name each other. When a new order’s customer and product were made before, the head of “Product” offers the last one; it fills only when pressed, and never over what was typed.",
          "“Perhaps a double” is a reminder: the same customer’s number, the same job not long ago, an open draft of the same kind; a file received before is marked in step 2. Registering goes on.",
          "Ctrl ↵ registers it and gives its number; customer and product name must be there, the other starred fields may follow and are asked before the sheet.",
        ],
        clauses: ["4.1.1", "4.1.3", "F2-04.1", "F7-02"],
      },
      order: {
        title: "The order page",
        lines: [
          "The seven steps above are navigation: jump at any time (Alt 1–7), in any order.",
          "Type as it is said: 2千, 8.64万, 12-8, 下周三, +5 (working days), 210x285, 4+4. What was understood stands under the field; what was not stays as typed, marked.",
          "A product type fills empty components, size and binding as is usual and leaves the rest; “Undo” takes it back. A name card is one line; “Component table…” opens the table.",
          "Copy the component table in Excel and press Ctrl V in the components: check where each column goes, then fill in. What has no field joins the remark; one undo.",
          "“Details” of a component lists every form, sheets, plates and paper. Grey figures are reckoned; type to replace one, it is marked “By hand”, Alt R takes it back. The task sheet prints it with a * and what was reckoned.",
          "Design, proofs and freight stand under “Services”: they join the amount and its capitals, and have no task sheet.",
          "“Answers on the phone” at the right: earliest delivery, spine, weight, cartons; open a line to see how, or what is missing. “Estimated” means a year without a calendar, or a thickness by the paper table.",
          "Saddle stitching needs pages by four; too thick, too heavy, larger than the press sheet and embossing on film are reminders whose limits the house sets.",
          "The check list at the right says what is missing; its links land on the field. All green: Ctrl ↵ issues the task sheet.",
          "Repeating (Ctrl D) takes the last specification over: the type becomes a reprint, new plates old ones, quantity and price are marked as taken over; both orders name each other. When a new order’s customer and product were made before, the head of “Product” offers the last one; it fills only when pressed, and never over what was typed.",
          "“Perhaps a double” is a reminder: the same customer’s number, the same job not long ago, an open draft of the same kind; a file received before is marked in step 2. Registering goes on.",
          "Editing a field that was confirmed asks the customer again for that field only.",
          "Tick what is verified while reading back: the customer, the specification, the price, the delivery; the first box ticks all. Later changes ask only for the item they touch; the house may switch it off under Settings.",
          "“Audit of the material”: all sound is one key. What the rules of the craft find, and what you add, is settled with the customer line by line: made as it is holds for what stands there now; what is to be changed closes once it is. Open findings keep the task sheet back.",
          "“Quote and confirmation”: what is missing is a link; what changed since says so; a quote prints the day until which it holds. After sending the confirmation record the reply: the time from receipt is shown.",
          "Who does not sign here is recorded: who, when, by what, with a photo or screenshot; screen and prints say so.",
        ],
        clauses: ["4.1.1", "4.1.2", "4.1.3", "4.2.4", "4.3.1", "4.4.1", "4.4.2", "4.4.3", "F1-05", "F1-06", "F5-2", "F7-02"],
      },
      customers: {
        title: "Customers",
        lines: [
          "Ctrl ↵ adds or saves, Enter opens, Esc goes back; changes that are not saved stay while you look elsewhere.",
          "Give the full name: it is printed on stamps and task sheets as it stands. An empty code gets the next of its series.",
          "Default contact and address, terms, tolerance, long-term and the last representative go into empty fields of a new order, marked “from customer”; what is filled stays.",
          "Potential, new or established follows from the orders; customers from before are marked by hand or on import, with who and when.",
          "Import: paste cells from a spreadsheet or choose a CSV file (UTF-8 or GBK). Every line is shown first; one wrong line keeps all of them back.",
          "Entered twice? Open the spare one and merge it: orders, drafts, contacts and addresses move, the old name is still found, prints stay as they are.",
        ],
        clauses: ["4.2.4", "F7-06", "4.3.1"],
      },
      settings: {
        title: "Settings",
        lines: [
          "Each value says from which day, by whom and why; a calculation uses the value in force on its own date.",
          "Write the day as today, +5 or a date. Days on which orders were decided are refused, with the earliest that will do.",
          "Spoilage: the last row whose three lower bounds are reached. House days count for “+5” and the like.",
          "Warnings, carton weight, paper table and standard cycle serve the notes on a form and the answers on the phone; who may do what is set under Authority.",
          "A series in use may be laid out anew: it goes on without a gap and gives no number twice.",
          "Mastered processes are marked one by one or imported; whether an order has a new one is still for a person to judge.",
        ],
        clauses: ["F1-22", "4.3.1"],
      },
      figures: {
        title: "Figures",
        lines: ["From receipt to the first task sheet, in working hours; without a time of receipt, the moment of the record on the same day, else the end of that day.", "“Late” was recorded after more working hours than the settings allow.", "Enter on one of the slowest orders opens it."],
        clauses: ["F1-01", "F1-04b"],
      },
      people: {
        title: "People",
        lines: [
          "Ctrl ↵ adds; arrow keys and Enter change. A role holds from its first to its last day; without a last day until further notice, without a first day from today.",
          "Where a role has a head, review opinions are taken from the head alone; for an absence give the head a deputy with days. Without a head, anybody in the role signs.",
          "The password signs in, the PIN signs at this machine; for people with neither, the assistant records. A PIN is for the house's own trail.",
          "A password set by an administrator serves once: its owner chooses another at the next sign-in. Wrong tries have to wait, across restarts.",
          "Whoever leaves is set inactive; old signatures stay. On every day there is an administrator.",
          "“Lock” (Ctrl L), or so many idle minutes, locks the screen: the page is hidden and kept; PIN or password opens it, or another person signs in.",
        ],
        clauses: ["F1-02", "F2-04.4"],
      },
      authority: {
        title: "Authority",
        lines: [
          "Each line is one thing: who may do it here, or who may sign it. The roles of that very day are asked.",
          "Lines fixed by a clause stay; administrators and management set the others, from a day on, with a reason. Enter opens a line.",
          "Nobody approves what they asked for, whatever roles they hold.",
        ],
        clauses: ["F1-02", "F1-22", "F2-04.4"],
      },
      evidence: {
        title: "Evidence to follow",
        lines: ["What was recorded with evidence to follow stands here until it is there. Enter opens it; Ctrl V pastes a screenshot, or drop photos and scans.", "Adding evidence leaves the signature as it is. Whether evidence may follow is a rule on the page “Authority”."],
        clauses: ["F1-03"],
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
