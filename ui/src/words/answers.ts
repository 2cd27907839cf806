// Words of what is answered on the phone, and of how it was reckoned.
import { fill } from "./errors/entry";
import { catalogue } from "./language";

type Table = Readonly<Record<string, string>>;

const labelsZh: Table = { earliest_date: "最早交期", spine: "书脊", weight: "单本重量", per_carton: "每箱本数", cartons: "箱数", gross_weight: "总重" };
const labelsEn: Table = { earliest_date: "Earliest delivery", spine: "Spine", weight: "Weight each", per_carton: "Per carton", cartons: "Cartons", gross_weight: "Total weight" };

const stepsZh: Table = {
  cycle_base: "{product}标准周期 {days} 天",
  cycle_hot_stamping: "烫印 {passes} 道 + {days} 天",
  cycle_embossing: "凹凸 {passes} 道 + {days} 天",
  cycle_spot_uv: "局部UV {passes} 道 + {days} 天",
  cycle_lamination: "覆膜 + {days} 天",
  cycle_special_paper: "特种纸订料 + {days} 天",
  cycle_outwork: "发外 + {days} 天",
  cycle_large_quantity: "数量大 + {days} 天",
  cycle_new_die: "新刀版 + {days} 天",
  cycle_sum: "合计进位 {days} 个工作日，从 {today} 的次日数起，样本盖齐后算",
  cycle_closed: "跳过不上班的 {days} 天",
  cycle_holidays: "其中法定节假日 {days} 天",
  spine_text: "{name} {leaves} 张 × {caliper} µm",
  spine_text_by_table: "{name} {leaves} 张 × {caliper} µm（按纸表，未量）",
  spine_boards: "前后灰板 2 × {caliper} µm",
  spine_by_hand: "手填的书脊厚度",
  weight_part: "{name} {size} mm × {leaves} 张 × {grammage} g/m² = {grams} g",
  weight_part_by_table: "{name} {size} mm × {leaves} 张 × {grammage} g/m² = {grams} g（{caliper} µm，克重按纸表）",
  per_carton_typed: "填写的每箱数",
  per_carton_by_weight: "每箱不超过 {limit} kg，一本 {grams} g",
  cartons_of: "{copies} ÷ 每箱 {pieces}，不足一箱算一箱",
  gross_weight_of: "{copies} × {grams} g，不含纸箱",
};
const stepsEn: Table = {
  cycle_base: "standard cycle {days} days ({product})",
  cycle_hot_stamping: "foil × {passes} + {days} days",
  cycle_embossing: "embossing × {passes} + {days} days",
  cycle_spot_uv: "spot UV × {passes} + {days} days",
  cycle_lamination: "lamination + {days} days",
  cycle_special_paper: "special paper to order + {days} days",
  cycle_outwork: "outwork + {days} days",
  cycle_large_quantity: "large quantity + {days} days",
  cycle_new_die: "new die + {days} days",
  cycle_sum: "{days} working days, rounded up once, counted from the day after {today}, samples stamped",
  cycle_closed: "{days} days the house does not work are leapt over",
  cycle_holidays: "{days} of them public holidays",
  spine_text: "{name} {leaves} leaves × {caliper} µm",
  spine_text_by_table: "{name} {leaves} leaves × {caliper} µm (by the paper table, not measured)",
  spine_boards: "front and back board 2 × {caliper} µm",
  spine_by_hand: "spine put in by hand",
  weight_part: "{name} {size} mm × {leaves} leaves × {grammage} g/m² = {grams} g",
  weight_part_by_table: "{name} {size} mm × {leaves} leaves × {grammage} g/m² = {grams} g ({caliper} µm, by the paper table)",
  per_carton_typed: "per carton as typed",
  per_carton_by_weight: "at most {limit} kg a carton, one weighs {grams} g",
  cartons_of: "{copies} ÷ {pieces} a carton, a part counts as one",
  gross_weight_of: "{copies} × {grams} g, cartons not counted",
};

export const answerWords = catalogue({
  "zh-CN": { title: "电话里就能答", labels: labelsZh, steps: stepsZh, estimated: "估算", missing: "还缺", unlisted: "标准周期表没有这种产品" },
  en: { title: "Answers on the phone", labels: labelsEn, steps: stepsEn, estimated: "estimated", missing: "Missing", unlisted: "not in the table of standard cycles" },
});

export const answerLabel = (code: string): string => answerWords().labels[code] ?? code;
export const answerStep = (code: string, params: Readonly<Record<string, string>>): string => fill(answerWords().steps[code] ?? code, params);
