// Words of the check of a print.
import { catalogue } from "./language";

export const verifyWords = catalogue({
  "zh-CN": {
    title: "核验",
    lead: "手上这张任务书还作数吗？输入纸上的校验码（可连单号），或用扫码枪扫二维码。",
    field: "单号和校验码",
    hint: "例如 RW-2026-A000456 7F3A-91C2；扫码会自动核验",
    verify: "核验",
    missing: "请输入单号和校验码",
    verdicts: {
      current: { title: "有效", text: "这张就是最新的，可以照做。" },
      outdated: { title: "已过时", text: "这张之后又签了更改，请勿照做，换成最新的打印件。" },
      superseded: { title: "已被新版取代", text: "已重新开立新版，请收回这张。" },
      void: { title: "已作废", text: "这张任务书已经作废，请收回。" },
      not_ours: { title: "不是本厂的打印件", text: "单号与校验码不符。请照纸重新输入一遍；仍不符的，不要照做，拿给业务助理。" },
    },
    print: "这张纸",
    current: "最新",
    lacks: "缺更改",
    toOrder: "打开订单",
    past: "刚才核验过",
  },
  en: {
    title: "Verify",
    lead: "Does this task sheet still hold? Type the check code from the paper, with or without its number, or scan its QR code.",
    field: "Number and check code",
    hint: "For example RW-2026-A000456 7F3A-91C2; a scan is checked at once",
    verify: "Verify",
    missing: "Type the number and the check code",
    verdicts: {
      current: { title: "Valid", text: "This is the newest one; work by it." },
      outdated: { title: "Outdated", text: "A change was signed after this print. Do not work by it; get the newest print." },
      superseded: { title: "Replaced by a new version", text: "A new version was issued. Hand this one back." },
      void: { title: "Void", text: "This task sheet is void. Hand it back." },
      not_ours: { title: "Not a print of this house", text: "Number and check code do not belong together. Type them again; if it stays so, do not work by it and show it to the assistant." },
    },
    print: "This paper",
    current: "Newest",
    lacks: "Lacks changes",
    toOrder: "Open the order",
    past: "Checked just now",
  },
});
