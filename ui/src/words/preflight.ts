// Words of 预检: what of a customer's file would go wrong in print, in sentences that can be read to the customer.
import type { PreflightKind, PreflightSeverity } from "../api/commands";
import { catalogue } from "./language";

type Params = Readonly<Record<string, string | undefined>>;
type Sentences = Readonly<Record<PreflightKind, (fact: Params) => string>>;
type Names = Readonly<Record<string, string>>;

const named = (names: Names, codes: string | undefined, between: string): string => (codes ?? "").split(",").map((code) => names[code] ?? code).join(between);

const zhSides: Names = { left: "左边", right: "右边", top: "上边", bottom: "下边" };
const zhReasons: Names = { encrypted: "加了密码", no_pages: "一页也没有", damaged: "已损坏", too_slow: "读得太久", too_big: "展开后太大", too_many_pages: "页数太多", crashed: "读不下去", empty_file: "是空的", file_too_big: "太大", too_large: "展开后太大", too_many_steps: "内容太复杂", out_of_time: "没来得及看完" };

const zh: Sentences = {
  unreadable: (fact) => `文件打不开：${named(zhReasons, fact["reason"], "、")}。请重新导出一份。`,
  page_unread: (fact) => `这几页没能看完：${named(zhReasons, fact["reason"], "、")}。请人工核对。`,
  page_count: (fact) => `文件合 ${fact["measured"]}P，订单是 ${fact["wanted"]}P。`,
  page_size: (fact) => `页面是 ${fact["measured"]} mm，订单成品是 ${fact["wanted"]} mm，尺寸不对。`,
  page_turned: (fact) => `页面横竖反了：文件 ${fact["measured"]} mm，订单 ${fact["wanted"]} mm。`,
  spread: (fact) => `跨页文件：一页里并排两页（${fact["measured"]} mm），请按单页 ${fact["wanted"]} mm 导出。`,
  spine_width: (fact) => `封面书脊是 ${fact["measured"]} mm，这本书要 ${fact["wanted"]} mm。`,
  trim_assumed: (fact) => `没有裁切框，按页面居中带出血处理（整页 ${fact["measured"]} mm，成品 ${fact["wanted"]} mm）。`,
  bleed: (fact) => `${named(zhSides, fact["sides"], "、")}出血不够：最少处 ${fact["measured"]} mm，要 ${fact["wanted"]} mm，裁切后会露白边。`,
  bleed_unfilled: (fact) => `${named(zhSides, fact["sides"], "、")}留了出血，但图没有铺出去：最少处只到 ${fact["measured"]} mm，要 ${fact["wanted"]} mm。`,
  empty_page: () => "整页没有内容，确认是不是白页。",
  too_many_inks: (fact) => `用到 ${fact["measured"]} 个印色，订单这一面只有 ${fact["wanted"]} 色。`,
  spot_not_ordered: (fact) => `有订单里没有的专色：${fact["names"]}。不印专色就请转成四色。`,
  spot_other_name: (fact) => `专色名字对不上：文件是 ${fact["names"]}，订单是 ${fact["wanted"]}，请确认是不是同一个。`,
  spot_missing: (fact) => `订单有专色 ${fact["wanted"]}，文件里没有。`,
  spot_of_finishing: (fact) => `后工序专色：${fact["names"]}，不出印版。`,
  rgb: () => "有 RGB 颜色，印刷时要转成四色，会比屏幕上暗。",
  lab: () => "有 Lab 颜色，转成印色后可能有偏差。",
  registration: () => "用了套版色，四色都会印上 100%，请改成单黑或所要的颜色。",
  ink_sum: (fact) => `墨量最高 ${fact["measured"]}%，超过 ${fact["wanted"]}%，容易粘脏。`,
  rich_black_text: (fact) => `小字（${fact["measured"]} 磅）用多色黑，套印不准会发虚，请改单黑 K100。`,
  white_overprint: () => "白色设了叠印，印出来会不见，请取消叠印。",
  overprint: () => "有叠印，按文件的设置印。",
  transparency: () => "有透明效果，能正常输出。",
  image: (fact) => `图片太糊：最低 ${fact["measured"]} ppi，要 ${fact["wanted"]} ppi（共 ${fact["count"]} 张）。`,
  line_art: (fact) => `黑白线稿太糊：最低 ${fact["measured"]} ppi，要 ${fact["wanted"]} ppi（共 ${fact["count"]} 张）。`,
  font_missing: (fact) => `字体没有嵌入：${fact["names"]}。请嵌入或转曲后重新导出。`,
  hairline: (fact) => `线太细：最细 ${fact["measured"]} pt，要 ${fact["wanted"]} pt，可能印不出来。`,
  printed_remarks: (fact) => `有 ${fact["count"]} 个会印出来的批注，请删掉。`,
  remarks: (fact) => `有 ${fact["count"]} 个批注，不会印出来。`,
  fields: (fact) => `有 ${fact["count"]} 个表单域，请拼合后再导出。`,
  hidden_layers: (fact) => `有关着的图层：${fact["names"]}，确认不要印。`,
  layers: (fact) => `图层：${fact["names"]}。`,
  intent_not_for_press: (fact) => `输出条件是屏幕用的（${fact["measured"]}），不是印刷用的。`,
  intent_missing: (fact) => `标着 ${fact["measured"]}，却没写输出条件。`,
};

const enSides: Names = { left: "left", right: "right", top: "top", bottom: "bottom" };
const enReasons: Names = { encrypted: "it has a password", no_pages: "it has no page", damaged: "it is damaged", too_slow: "it takes too long", too_big: "it unfolds to too much", too_many_pages: "it has too many pages", crashed: "it cannot be read on", empty_file: "it is empty", file_too_big: "it is too large", too_large: "it unfolds to too much", too_many_steps: "it is too complicated", out_of_time: "the time was up" };

const en: Sentences = {
  unreadable: (fact) => `The file cannot be read: ${named(enReasons, fact["reason"], ", ")}. Please export it again.`,
  page_unread: (fact) => `These pages were not read to their end: ${named(enReasons, fact["reason"], ", ")}. Look at them by hand.`,
  page_count: (fact) => `The file has ${fact["measured"]}P, the order ${fact["wanted"]}P.`,
  page_size: (fact) => `The page is ${fact["measured"]} mm, the ordered piece ${fact["wanted"]} mm.`,
  page_turned: (fact) => `The page lies on its side: ${fact["measured"]} mm, ordered ${fact["wanted"]} mm.`,
  spread: (fact) => `Two pages side by side in one (${fact["measured"]} mm); please export single pages of ${fact["wanted"]} mm.`,
  spine_width: (fact) => `The spine of the cover is ${fact["measured"]} mm; this book needs ${fact["wanted"]} mm.`,
  trim_assumed: (fact) => `No trim is stated; it is taken to lie in the middle (whole page ${fact["measured"]} mm, piece ${fact["wanted"]} mm).`,
  bleed: (fact) => `Too little bleed (${named(enSides, fact["sides"], ", ")}): ${fact["measured"]} mm at least, ${fact["wanted"]} mm needed; white edges would show.`,
  bleed_unfilled: (fact) => `There is room for bleed (${named(enSides, fact["sides"], ", ")}), but the picture stops at ${fact["measured"]} mm of ${fact["wanted"]} mm.`,
  empty_page: () => "Nothing is on the page; is it meant to be blank?",
  too_many_inks: (fact) => `${fact["measured"]} process colours are used; this side is ordered in ${fact["wanted"]}.`,
  spot_not_ordered: (fact) => `Spot colours nobody ordered: ${fact["names"]}. If they are not printed, turn them into process colours.`,
  spot_other_name: (fact) => `The spot colours have other names: ${fact["names"]} in the file, ${fact["wanted"]} in the order. Are they the same?`,
  spot_missing: (fact) => `${fact["wanted"]} is ordered and not in the file.`,
  spot_of_finishing: (fact) => `Spots of finishing: ${fact["names"]}; they take no plate.`,
  rgb: () => "There are screen colours (RGB); turned into inks they come out duller.",
  lab: () => "There are Lab colours; turned into inks they may differ.",
  registration: () => "The colour of all plates is used: every ink prints in full. Use black, or the colour that is meant.",
  ink_sum: (fact) => `The ink sum reaches ${fact["measured"]}%, above ${fact["wanted"]}%; it may set off.`,
  rich_black_text: (fact) => `Small text (${fact["measured"]} pt) in a black of several inks may blur; use black alone.`,
  white_overprint: () => "White is set to overprint and would vanish; switch overprint off.",
  overprint: () => "Things overprint; they are printed as the file says.",
  transparency: () => "There is transparency; it is printed as it is.",
  image: (fact) => `Pictures are too coarse: ${fact["measured"]} ppi, ${fact["wanted"]} needed (${fact["count"]} in all).`,
  line_art: (fact) => `Line art is too coarse: ${fact["measured"]} ppi, ${fact["wanted"]} needed (${fact["count"]} in all).`,
  font_missing: (fact) => `Fonts are not embedded: ${fact["names"]}. Embed them or turn them into outlines.`,
  hairline: (fact) => `Lines are too thin: ${fact["measured"]} pt, ${fact["wanted"]} pt needed; they may not print.`,
  printed_remarks: (fact) => `${fact["count"]} remarks would be printed; please delete them.`,
  remarks: (fact) => `${fact["count"]} remarks that are not printed.`,
  fields: (fact) => `${fact["count"]} form fields; please flatten them.`,
  hidden_layers: (fact) => `Layers that are switched off: ${fact["names"]}. Are they not to be printed?`,
  layers: (fact) => `Layers: ${fact["names"]}.`,
  intent_not_for_press: (fact) => `It was made for a screen (${fact["measured"]}), not for a press.`,
  intent_missing: (fact) => `It says ${fact["measured"]} and names no printing condition.`,
};

export const preflightWords = catalogue({
  "zh-CN": {
    title: "预检",
    looking: "正在看每一页……",
    green: "没有问题，可以印。",
    hintsOnly: "没有要改的，下面只是提示。",
    byHand: "这种文件程序看不进去，请打开人工检查。",
    severities: { error: "错误", warning: "警告", hint: "提示" } satisfies Record<PreflightSeverity, string>,
    counts: (errors: number, warnings: number) => [errors > 0 ? `${errors} 项错误` : "", warnings > 0 ? `${warnings} 项警告` : ""].filter(Boolean).join("，"),
    pages: (runs: string) => `第 ${runs} 页`,
    run: (first: number, last: number) => (first === last ? `${first}` : `${first}–${last}`),
    between: "、",
    place: (page: number, left: string, top: string) => `最明显处：第 ${page} 页，离左边 ${left} mm、离上边 ${top} mm`,
    sentences: zh,
  },
  en: {
    title: "Preflight",
    looking: "Looking at every page…",
    green: "Nothing is wrong; it can be printed.",
    hintsOnly: "Nothing to change; only good to know:",
    byHand: "The desk cannot look into a file of this kind; open it and look.",
    severities: { error: "Error", warning: "Warning", hint: "Hint" },
    counts: (errors, warnings) => [errors > 0 ? `errors: ${errors}` : "", warnings > 0 ? `warnings: ${warnings}` : ""].filter(Boolean).join(", "),
    pages: (runs) => `page ${runs}`,
    run: (first, last) => (first === last ? `${first}` : `${first}–${last}`),
    between: ", ",
    place: (page, left, top) => `most plainly on page ${page}, ${left} mm from the left, ${top} mm from the top`,
    sentences: en,
  },
});
