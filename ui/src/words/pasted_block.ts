// Words of a block pasted into the component table, and the heads a spreadsheet of the trade gives its columns.
import { catalogue } from "./language";

/** Field of a component → words a column of it may bear, beside its own name. */
export const headerWords: Readonly<Record<string, readonly string[]>> = {
  name: ["部件", "部件名称", "名称", "项目", "部位", "品名", "component", "part", "name"],
  pages: ["P数", "页数", "页码数", "P", "总P数", "面数", "pages", "page"],
  sides: ["单双面", "面", "印面", "sides"],
  per_product: ["每套数", "倍率", "数量/套", "pieces"],
  size: ["尺寸", "成品尺寸", "规格尺寸", "成品", "size"],
  grade: ["纸张", "纸张品名", "纸", "材质", "用纸", "纸种", "材料", "物料名称", "paper", "grade", "stock"],
  grammage: ["克重", "克数", "g", "gsm", "g/m²", "g/m2", "克", "grammage"],
  caliper: ["厚度", "caliper"],
  parent_size: ["规格", "纸张规格", "大纸", "全纸", "parent sheet"],
  cuts: ["开数", "开", "cuts"],
  press_size: ["上机尺寸", "上机", "印刷尺寸", "press sheet"],
  colours: ["印色", "颜色", "色数", "印刷颜色", "颜色数", "colours", "colors", "colour", "color"],
  spots_front: ["专色", "专色正", "spot", "spots"],
  coating: ["过油", "油", "coating", "varnish"],
  work_style: ["印刷方式", "印法", "方式", "work style"],
  pages_per_side: ["单面P数", "单面P", "pages a side"],
  number_up: ["拼版数", "模数", "排版模数", "拼数", "number up", "up"],
  press: ["机台", "机器", "press"],
  bleed: ["出血", "bleed"],
  remark: ["备注", "说明", "要求", "部件备注", "remark", "remarks", "note", "notes"],
};

export const pasteWords = catalogue({
  "zh-CN": {
    title: (rows: number, columns: number) => `粘贴的表格：${rows} 行 × ${columns} 列`,
    hint: "核对每列填到哪一栏；没有对应栏位的列会并入部件备注，一格也不丢。",
    toRemark: "并入备注",
    column: (number: number) => `第 ${number} 列`,
    fill: (rows: number) => `填入 ${rows} 个部件`,
    cancel: "不填",
    filled: (rows: number) => `已填入 ${rows} 个部件`,
    undo: "撤销",
    problems: (count: number) => (count === 0 ? "每一格都看懂了。" : `有 ${count} 格看不懂，标红；填入后原样保留，可再改。`),
    tooMany: (most: number) => `只取前 ${most} 行。`,
    hintBelow: "可把 Excel 里的部件表整块复制，在这里按 Ctrl V",
  },
  en: {
    title: (rows, columns) => `Pasted table: ${rows} rows × ${columns} columns`,
    hint: "Check where each column goes. A column without a field joins the remark; no cell is dropped.",
    toRemark: "Into the remark",
    column: (number) => `Column ${number}`,
    fill: (rows) => `Fill in ${rows} components`,
    cancel: "Leave it",
    filled: (rows) => `${rows} components filled in`,
    undo: "Undo",
    problems: (count) => (count === 0 ? "Every cell is understood." : `${count} cells are not understood and marked; they stay as typed and can be mended.`),
    tooMany: (most) => `The first ${most} rows only.`,
    hintBelow: "Copy the component table in Excel and press Ctrl V here",
  },
});
