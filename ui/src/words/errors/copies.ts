// Copies of which nothing is entered (core: task_sheets/census).
import { type ErrorTable, says } from "./entry";

const zh = {
  no_such_copy: says("没有这张打印件", "照纸重新输入单号和校验码，或再扫一次。"),
  copy_out_of_use: says("这张已经换发或收回", "不用再处理；手上若还有一张，扫它自己的二维码。"),
  copy_lost: says("这张已记遗失", "找到了就按“收回”，再给该联打印现行的一张。"),
  copy_called_back: says("这张的版本已作废，不得手改", "收回它，给该联打印新版（S-4.4.2b）。"),
  copy_says_it_already: says("这张上已有这处更改"),
  copy_no_such_change: says("这一版没有这处更改", "看任务书“更改”里的编号。"),
  copy_no_room: says("更改栏只剩 {rows} 行，写不下这处更改", "给该联打印现行的一张，换发旧的。"),
  copy_not_printed_anew: says("该联还没有现行的新张", "先在第 5 步给该联打印一张，再按“已换发”；不再发的按“收回”。"),
  copy_reason_missing: says("请写怎么不见的", "如：车间找不到、寄给客户未退回。"),
  copy_note_too_long: says("说明最多 {most} 个字"),
  change_has_no_notice: says("这份更改还没有通知单", "更改在任务书上生效时自动出通知单。"),
};

const en: ErrorTable<keyof typeof zh> = {
  no_such_copy: says("There is no such print", "Type number and check code again, or scan once more."),
  copy_out_of_use: says("This copy was exchanged or taken back", "Nothing is left to do; another paper has a code of its own."),
  copy_lost: says("This copy was entered as lost", "Where it turned up, take it back, then print the newest for its holder."),
  copy_called_back: says("Its version is void: nothing is written on it", "Take it back and print the new version for its holder (S-4.4.2b)."),
  copy_says_it_already: says("This copy says that change already"),
  copy_no_such_change: says("There is no such change in this version", "See the numbers under “Changes”."),
  copy_no_room: says("Only {rows} rows are left in its change block", "Print the newest for its holder and exchange it."),
  copy_not_printed_anew: says("Its holder has no newer print", "Print one in step 5, then enter the exchange; where none is handed out, take it back."),
  copy_reason_missing: says("Say what happened", "Such as: not found in the shop."),
  copy_note_too_long: says("At most {most} characters"),
  change_has_no_notice: says("There is no notice of this change", "It is made when the change comes into force on a sheet."),
};

export const copies = { "zh-CN": zh, en };
