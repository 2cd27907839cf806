// A sample that is not compared, or a difference that is not let pass (core: three_way).
import { type ErrorTable, says } from "./entry";

const zh = {
  three_way_after_release: says("任务书已开立，不再核对", "要改的，走更改并签字（4.4.2）。"),
  three_way_no_sample: says("没有样本可核对", "先在第 3 步登记样本。"),
  three_way_nothing_said: says("不同的要写样本上是多少"),
  three_way_nothing_differs: says("没有不一致的项目", "刷新后再看。"),
  three_way_no_reason: says("要写放行的原因"),
  three_way_own_comparison: says("核对的人不能自己放行", "请另一位销售主管或业务总监签。"),
};

const en: ErrorTable<keyof typeof zh> = {
  three_way_after_release: says("The task sheet is out; nothing is compared any more", "What is to change goes by a signed change (4.4.2)."),
  three_way_no_sample: says("There is no sample to compare", "Register it in step 3 first."),
  three_way_nothing_said: says("Say what the sample has instead"),
  three_way_nothing_differs: says("Nothing differs", "Open the order again."),
  three_way_no_reason: says("Say why it is let pass"),
  three_way_own_comparison: says("Who compared it does not let it pass", "Another supervisor or the sales director signs."),
};

export const threeWay = { "zh-CN": zh, en };
