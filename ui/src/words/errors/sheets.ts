// Sheets and plates that cannot be reckoned, and bindings that will not hold (core: imposition).
import { type ErrorTable, says } from "./entry";

const zh = {
  sheets_missing_fact: says("还缺数，算不出印张", "补上该部件的 P 数、单面 P 数、拼版数、开数或数量。"),
  sheets_fact_out_of_range: says("这个数不合常理：{value}", "应在 {least} 到 {most} 之间。"),
  sheets_odd_pages: says("{pages} P 是单数", "一张纸两面，P 数应为双数；空白面也算。"),
  sheets_unprinted_with_inks: says("选了“不印刷”，却写了印色", "把印色改成 0+0，或换印刷方式。"),
  sheets_nothing_to_print: says("要印刷，却没有印色", "写上印色或专色；不印的选“不印刷”。"),
  sheets_inks_on_blank_back: says("单面印，反面却有印色", "反面改成 0，或换印刷方式。"),
  sheets_forms_miss_pages: says("各贴合计 {covered} P，部件是 {pages} P", "改贴表，使两数相等。"),
  form_edit_without_form: says("第 {form} 贴改过，现在没有这一贴", "贴数变了。核对贴表，或“全部取回”。"),
  sheets_too_large: says("数太大，算不出", "检查数量和 P 数。"),
  embossed_film: says("覆膜后再击凸，膜可能起泡", "与工艺确认先后次序。"),
  perfect_bound_too_thick: says("胶装 {found} P 太厚，一般不超过 {most}", "考虑锁线或精装，或与工艺确认。"),
  saddle_stitch_cover_too_heavy: says("骑马订封面 {found} 克太厚，一般不超过 {most}", "封面减克重，或改装订。"),
  saddle_stitch_too_thick: says("骑马订 {found} P 太厚，一般不超过 {most}", "减 P 数或克重，或改胶装。"),
  text_too_heavy: says("内文 {found} 克太重，一般不超过 {most}", "与工艺确认装订。"),
};

const en: ErrorTable<keyof typeof zh> = {
  sheets_missing_fact: says("A figure is missing, the sheets cannot be reckoned", "Fill in pages, pages a side, number up, cuts or quantity of this component."),
  sheets_fact_out_of_range: says("{value} cannot be right", "Between {least} and {most}."),
  sheets_odd_pages: says("{pages} pages is an odd number", "A leaf has two faces; blank ones count too."),
  sheets_unprinted_with_inks: says("“Unprinted”, yet there are colours", "Set the colours to 0+0, or choose another work style."),
  sheets_nothing_to_print: says("To be printed, yet without colours", "Give colours or spots, or choose “unprinted”."),
  sheets_inks_on_blank_back: says("One-sided, yet the back has colours", "Set the back to 0, or choose another work style."),
  sheets_forms_miss_pages: says("The forms hold {covered} pages, the component {pages}", "Make the two agree."),
  form_edit_without_form: says("Form {form} was changed by hand and is no more", "The number of forms changed. Check the table, or take all back."),
  sheets_too_large: says("The sum is too large", "Check quantity and pages."),
  embossed_film: says("Embossing over film may blister", "Settle the order with prepress."),
  perfect_bound_too_thick: says("{found} pages are thick for perfect binding; usually up to {most}", "Consider sewing or a case, or ask prepress."),
  saddle_stitch_cover_too_heavy: says("A cover of {found} g is heavy for saddle stitching; usually up to {most}", "Take a lighter cover or another binding."),
  saddle_stitch_too_thick: says("{found} pages are thick for saddle stitching; usually up to {most}", "Fewer pages, lighter paper, or perfect binding."),
  text_too_heavy: says("A text of {found} g is heavy; usually up to {most}", "Settle the binding with prepress."),
};

export const sheets = { "zh-CN": zh, en };
