// Positions that are not marked (core: positions).
import { type ErrorTable, says } from "./entry";

const zh = {
  position_file_not_in_use: says("这份文件已换新版或停用", "关掉后重新打开，在现在用的那一版上标。"),
  position_no_pages: says("{name} 的页面看不了", "改用“标在样本上”，写明位置。"),
  position_no_such_page: says("“{name}”所在的页没有了：文件只有 {pages} 页", "在新版上重新标，旧的删掉。"),
  position_other_component: says("{process} 做在{component}上，{name} 是别的部件的文件", "请在{component}的文件上标，或先在第 2 步改文件的部件。"),
  position_no_such_step: says("订单里已没有这道工艺", "换一道工艺，或先在订单里加上。"),
  position_bad_outline: says("轮廓要有 3 到 {most} 个角", "重新画一次。"),
  position_off_the_page: says("“{name}”超出页面了", "移回页面里；出血里的位置写负数。"),
  position_too_small: says("“{name}”太小", "宽和高至少 {least} mm。"),
  position_bad_text: says("名称和说明要填，最多 {most} 个字"),
  position_not_understood: says("位置或尺寸看不懂", "写毫米数，最多一位小数，如 62.5。"),
  position_too_many: says("一张订单最多标 {most} 处"),
  position_changed_meanwhile: says("别人刚改过这份文件上的位置", "重新打开再标，刚才这一步没有保存。"),
  position_issued: says("这个位置印在已开立的任务书上，不能移动、删除或加标", "位置没变的可以沿用；要变的按更改办理（4.4.2）：删去这道工艺、另加一行，再给新的一行标位置。"),
  position_no_such_sample: says("订单里没有这份样本", "刷新后再选。"),
  copy_nothing_to_draw: says("样稿上没有要盖的东西", "选一份已盖章的样本、补页码，或先标工艺位置。"),
  copy_bad_pages: says("补页码的页看不懂", "写成 1-16, 20；文件共 {pages} 页。"),
  position_gone: says("这处位置已经删掉了", "刷新后再看。"),
};

const en: ErrorTable<keyof typeof zh> = {
  position_file_not_in_use: says("The file has a newer version or is out of use", "Close and open again; mark the version in use."),
  position_no_pages: says("The pages of {name} cannot be shown", "Mark it on a sample and say the place."),
  position_no_such_page: says("The page of “{name}” is gone: the file has {pages} pages", "Mark it anew on this version and remove the old one."),
  position_other_component: says("{process} is done to {component}; {name} is a file of another component", "Mark it on a file of {component}, or mend the component of the file in step 2."),
  position_no_such_step: says("The order has no such process any more", "Choose another one, or add it to the order first."),
  position_bad_outline: says("An outline has 3 to {most} corners", "Draw it again."),
  position_off_the_page: says("“{name}” lies off the page", "Move it back; places in the bleed have a minus."),
  position_too_small: says("“{name}” is too small", "At least {least} mm wide and high."),
  position_bad_text: says("Name and words are needed, at most {most} characters"),
  position_not_understood: says("Place or size is not understood", "Write millimetres with one decimal at most, such as 62.5."),
  position_too_many: says("At most {most} positions an order"),
  position_changed_meanwhile: says("Somebody else has just changed the positions of this file", "Open again and mark anew; the last step was not kept."),
  position_issued: says("This position stands on the issued task sheet and is neither moved nor removed nor joined by another", "Take it over where it stays as it is; where it moves, propose a change (4.4.2): strike this process, add it as a new row, and mark that."),
  position_no_such_sample: says("The order has no such sample", "Open the order again."),
  copy_nothing_to_draw: says("There is nothing to draw on the copy", "Choose a stamped sample, list pages without folios, or mark positions first."),
  copy_bad_pages: says("The pages without folios are not understood", "Write 1-16, 20; the file has {pages} pages."),
  position_gone: says("This position is removed already", "Open the order again."),
};

export const positions = { "zh-CN": zh, en };
