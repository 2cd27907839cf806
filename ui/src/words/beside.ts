// Words beside the form: the last order of the same product, and doubles.
import { catalogue } from "./language";

export const besideWords = catalogue({
  "zh-CN": {
    lastSame: "上次同款：",
    takeOver: "带入规格",
    takeOverHint: "没填的栏位照上次填好；已经填的不动",
    taken: "，已带入规格",
    untie: "取消关联",
    untieHint: "内容不变，只是不再算作那张订单的翻单",
    tookOver: (number: string) => `已带入 ${number} 的规格，数量和单价请核对`,
    undo: "撤销",
    doubles: "可能重复",
    doublesText: "只是提醒，不影响登记。",
    kinds: {
      same_po: "同一客户单号已有订单",
      same_job: "同一客户、产品、尺寸、数量，近期已下过",
      open_draft: "同一客户、产品还有草稿没登记",
    },
    draftOf: (who: string) => `${who} 的草稿`,
    ownDraft: "自己的草稿",
  },
  en: {
    lastSame: "Last time: ",
    takeOver: "Take over the specification",
    takeOverHint: "Fills what is empty as it was last time; what is typed stays",
    taken: ", taken over",
    untie: "Untie",
    untieHint: "The content stays; it just no longer counts as a repeat of that order",
    tookOver: (number) => `Taken over from ${number}; look at quantity and price`,
    undo: "Undo",
    doubles: "Perhaps a double",
    doublesText: "A reminder only; registering goes on.",
    kinds: {
      same_po: "This customer’s number has an order already",
      same_job: "Same customer, product, size and quantity, not long ago",
      open_draft: "A draft of the same customer and product is open",
    },
    draftOf: (who) => `draft of ${who}`,
    ownDraft: "your own draft",
  },
});
