// What was typed and not understood (core: typed).
import { type ErrorTable, says } from "./entry";

const zh = {
  typed_empty: says("还没有填"),
  typed_not_a_number: says("看不懂这个数", "写成 2000、2千、1.5万。"),
  typed_too_fine: says("最多 {most} 位小数"),
  typed_out_of_range: says("应在 {least} 到 {most} 之间"),
  typed_not_a_date: says("看不懂这个日期", "写成 12-8、1208、下周三 或 +5（工作日）。"),
  typed_not_a_time: says("看不懂这个时间", "写成 9:12、0912 或 下午3点。"),
  typed_not_half_days: says("只能是整天或半天", "写成 8 或 0.5。"),
  typed_no_such_day: says("{month} 月没有 {day} 日"),
  typed_past_date: says("{day} 已经过去"),
  typed_not_a_size: says("看不懂这个尺寸", "写成 210x285、21*28.5cm 或 大16开。"),
  typed_not_colours: says("看不懂这个印色", "写成 4+4、4C 或 双面四色。"),
  typed_spot_among_colours: says("专色另有一栏", "这里只写四色部分，如 4+0；专色名写到“详细”里的专色(正)、专色(反)。"),
  typed_thickness_not_grammage: says("这是厚度，不是克重", "板材的厚度写到“厚度”一栏；克重写 157 或 157g。"),
  typed_ambiguous: says("有几种意思：{readings}", "请写明是哪一种。"),
  typed_too_long: says("{length} 个字，最多 {most} 个"),
  typed_too_many: says("{count} 项，最多 {most} 项"),
};

const en: ErrorTable<keyof typeof zh> = {
  typed_empty: says("Nothing is filled in"),
  typed_not_a_number: says("Not a number we can read", "Write 2000, 2千 or 1.5万."),
  typed_too_fine: says("At most {most} decimals"),
  typed_out_of_range: says("Between {least} and {most}"),
  typed_not_a_date: says("Not a date we can read", "Write 12-8, 1208, 下周三 or +5 (working days)."),
  typed_not_a_time: says("Not a time we can read", "Write 9:12, 0912 or 下午3点."),
  typed_not_half_days: says("Whole or half days only", "Write 8 or 0.5."),
  typed_no_such_day: says("Month {month} has no day {day}"),
  typed_past_date: says("{day} is past"),
  typed_not_a_size: says("Not a size we can read", "Write 210x285, 21*28.5cm or 大16开."),
  typed_not_colours: says("Not colours we can read", "Write 4+4, 4C or 双面四色."),
  typed_spot_among_colours: says("Spot colours have fields of their own", "Write only the process colours here, such as 4+0; name the spots under Details."),
  typed_thickness_not_grammage: says("A thickness, not a grammage", "Write the thickness of a board in the field Caliper; a grammage as 157 or 157g."),
  typed_ambiguous: says("It may mean {readings}", "Say which."),
  typed_too_long: says("{length} characters, at most {most}"),
  typed_too_many: says("{count} entries, at most {most}"),
};

export const typed = { "zh-CN": zh, en };
