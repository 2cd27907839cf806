//! The dictionary against FIELDS.md (stars) and against the tables (columns).
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;

use super::*;

/// The typed fields that carry a star in FIELDS.md A-D, written down by hand. 订单号, 任务书号, 版本, 制单, 审核 and 样本清单
/// are given or gathered, not typed; 总P数 is the sum of the components.
const STARRED: &[(Level, &str)] = &[
    (Level::Order, "kind"),
    (Level::Order, "sheet_type"),
    (Level::Order, "customer_id"),
    (Level::Order, "sales_rep_id"),
    (Level::Order, "assistant_id"),
    (Level::Order, "order_date"),
    (Level::Order, "requested_date"),
    (Level::Order, "confirmed_date"),
    (Level::Order, "quality_standard"),
    (Level::Product, "name"),
    (Level::Product, "type"),
    (Level::Product, "size"),
    (Level::Product, "quantity"),
    (Level::Component, "name"),
    (Level::Component, "pages"),
    (Level::Component, "sides"),
    (Level::Component, "bleed"),
    (Level::Component, "grade"),
    (Level::Component, "grammage"),
    (Level::Component, "caliper"),
    (Level::Component, "parent_size"),
    (Level::Component, "cuts"),
    (Level::Component, "press_size"),
    (Level::Component, "colours"),
    (Level::Component, "work_style"),
    (Level::Drop, "date"),
    (Level::Drop, "quantity"),
    (Level::Drop, "address"),
    (Level::Instalment, "percent"),
    (Level::Instalment, "due"),
    // F7-02: a service line is nothing without its name and its amount.
    (Level::Service, "name"),
    (Level::Service, "amount"),
];

#[test]
fn every_starred_field_of_the_dictionary_is_starred_here() {
    for (level, key) in STARRED {
        let field = level.field(key).unwrap();
        assert!(field.starred(), "{} {key}", level.code());
    }
}

/// What FIELDS.md A-D lists of an order that is typed or reckoned, row by row, by the word the form prints: written down by hand.
/// 订单号, 任务书号, 制单时间, 评审结论引用, 样本清单, 更改栏 and the signatures are gathered from what they belong to; 金额, 大写金额 and
/// 总P数 are reckoned of the whole; what is noted of a delivery that went out belongs to the delivery.
const LISTED: &[(Level, &str, &str)] = &[
    (Level::Order, "kind", "单别"),
    (Level::Order, "sheet_type", "任务书类型"),
    (Level::Order, "customer_id", "客户"),
    (Level::Order, "customer_po", "客户单号"),
    (Level::Order, "sales_rep_id", "业务员"),
    (Level::Order, "assistant_id", "业务助理"),
    (Level::Order, "deal_type", "洽谈方式"),
    (Level::Order, "long_term", "长期订单"),
    (Level::Order, "order_date", "下单日期"),
    (Level::Order, "sample_due", "出样日期"),
    (Level::Order, "requested_date", "要求交期"),
    (Level::Order, "confirmed_date", "确认交期"),
    (Level::Order, "rush", "急单"),
    (Level::Order, "unit_price", "单价(含税)"),
    (Level::Order, "tax_rate", "税率"),
    (Level::Order, "invoice_type", "发票类型"),
    (Level::Order, "quality_standard", "质量要求"),
    (Level::Order, "quality_special", "特殊质量要求"),
    (Level::Product, "name", "产品名称"),
    (Level::Product, "type", "产品类型"),
    (Level::Product, "size", "成品尺寸"),
    (Level::Product, "depth", "厚/侧宽"),
    (Level::Product, "flat_size", "展开尺寸"),
    (Level::Product, "book_format", "开本"),
    (Level::Product, "reading_direction", "翻向"),
    (Level::Product, "quantity", "订单数量"),
    (Level::Product, "unit", "单位"),
    (Level::Product, "spares", "备品数量"),
    (Level::Product, "tolerance", "允许超欠"),
    (Level::Product, "file_copies", "样书数量"),
    (Level::Product, "part_no", "客户料号"),
    (Level::Product, "spine", "书脊厚度"),
    (Level::Product, "colour_reference", "色样依据"),
    (Level::Product, "binding", "装订"),
    (Level::Product, "spine_side", "订口"),
    (Level::Product, "flap", "勒口"),
    (Level::Product, "ribbon", "书签带"),
    (Level::Product, "headband", "堵头布"),
    (Level::Product, "ring_colour", "圈色"),
    (Level::Product, "ring_diameter", "圈径"),
    (Level::Product, "packing", "包装方式"),
    (Level::Product, "per_pack", "每包数"),
    (Level::Product, "per_carton", "每箱数"),
    (Level::Product, "shipping_mark", "箱唛"),
    (Level::Component, "name", "部件名称"),
    (Level::Component, "pages", "P数"),
    (Level::Component, "sides", "单双面"),
    (Level::Component, "per_product", "每套数"),
    (Level::Component, "size", "部件成品尺寸"),
    (Level::Component, "bleed", "出血"),
    (Level::Component, "grade", "纸张品名"),
    (Level::Component, "grammage", "克重"),
    (Level::Component, "caliper", "厚度"),
    (Level::Component, "brand", "品牌"),
    (Level::Component, "parent_size", "规格"),
    (Level::Component, "cuts", "开数"),
    (Level::Component, "press_size", "上机尺寸"),
    (Level::Component, "grain", "丝向"),
    (Level::Component, "fsc", "FSC"),
    (Level::Component, "supply", "来料"),
    (Level::Component, "parent_sheets", "用料张数"),
    (Level::Component, "reams", "令数"),
    (Level::Component, "issued", "领料数"),
    (Level::Component, "colours", "印刷颜色"),
    (Level::Component, "spots_front", "专色(正)"),
    (Level::Component, "spots_back", "专色(反)"),
    (Level::Component, "coating", "过油"),
    (Level::Component, "coating_sides", "过油面"),
    (Level::Component, "work_style", "印刷方式"),
    (Level::Component, "number_up", "拼版数"),
    (Level::Component, "pages_per_side", "单面P数"),
    (Level::Component, "form_table", "贴表"),
    (Level::Component, "good_sheets", "印张正数"),
    (Level::Component, "plate_sets", "印版付数"),
    (Level::Component, "plates", "印版张数"),
    (Level::Component, "spoilage_rate", "放损率"),
    (Level::Component, "spoilage", "放损数"),
    (Level::Component, "total_sheets", "总印张"),
    (Level::Component, "press", "机台"),
    (Level::Component, "gripper", "咬口"),
    (Level::Component, "plate_state", "新旧版"),
    (Level::Finishing, "component", "部件"),
    (Level::Finishing, "process", "工艺"),
    (Level::Finishing, "face", "面"),
    (Level::Finishing, "area", "面积"),
    (Level::Finishing, "detail", "规格与位置"),
    (Level::Finishing, "tool", "刀版/烫版号"),
    (Level::Finishing, "tool_state", "新旧版"),
    (Level::Finishing, "material", "材料"),
    (Level::Finishing, "depth", "深度"),
    (Level::Finishing, "lines", "线数"),
    (Level::Finishing, "texture", "纹号"),
    (Level::Finishing, "number_range", "号码范围"),
    (Level::Finishing, "flute", "坑型"),
    (Level::Finishing, "made_by", "加工"),
    (Level::Finishing, "remark", "备注"),
    (Level::Drop, "date", "交货日期"),
    (Level::Drop, "quantity", "交货数量"),
    (Level::Drop, "address", "交货地址"),
    (Level::Drop, "contact", "收货人"),
    (Level::Drop, "phone", "收货电话"),
    (Level::Drop, "transport", "运输方式"),
    (Level::Drop, "carrier", "承运"),
    (Level::Drop, "freight_payer", "运费承担"),
    (Level::Instalment, "percent", "比例"),
    (Level::Instalment, "due", "付款时点"),
    (Level::Instalment, "days", "账期"),
];

#[test]
fn every_field_of_fields_md_is_in_the_dictionary_by_its_word() {
    for (level, key, word) in LISTED {
        let label = level.field(key).map(|field| field.label);
        assert_eq!(label, Some(*word), "{} {key}", level.code());
    }
}

#[test]
fn keys_are_unique_within_their_level() {
    for level in Level::ALL {
        let keys: BTreeSet<_> = level.fields().iter().map(|field| field.key).collect();
        assert_eq!(keys.len(), level.fields().len(), "{}", level.code());
        assert!(level.fields().iter().all(|field| field.level == level));
    }
}

#[test]
fn closed_lists_have_choices_and_only_they() {
    for field in all() {
        assert_eq!(
            field.kind == Kind::Choice,
            !field.choices.is_empty(),
            "{}",
            field.key
        );
        let codes: BTreeSet<_> = field.choices.iter().map(|choice| choice.code).collect();
        assert_eq!(codes.len(), field.choices.len(), "{}", field.key);
    }
}

/// Columns that no person fills.
const KEPT_BY_THE_DESK: &[&str] = &[
    "id",
    "revision",
    "number",
    "state",
    "recorded_at",
    "next_step",
    "waits",
    "blockers",
    "order_id",
    "row_key",
    "position",
    "recording_minutes",
    "recorded_late",
    // While their columns were laid out anew.
    "kind_now",
    "state_now",
    "customer_now",
    "effect_at",
    "effect_hash",
    "recheck_on",
    "customer_at_issue",
];

#[test]
fn every_column_a_person_fills_has_its_field_and_every_field_its_columns() {
    for level in Level::ALL {
        let columns: BTreeSet<String> = columns_of(level.table())
            .into_iter()
            .filter(|column| !KEPT_BY_THE_DESK.contains(&column.as_str()))
            .collect();
        let fields: BTreeSet<String> = level
            .fields()
            .iter()
            .flat_map(Field::columns)
            .map(str::to_owned)
            .collect();
        assert_eq!(columns, fields, "{}", level.table());
    }
}

/// The column names of a table, read from the migrations.
fn columns_of(table: &str) -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/sqlite");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let (made, added) = (
        format!("CREATE TABLE {table} ("),
        format!("ALTER TABLE {table} ADD COLUMN "),
    );
    let mut columns = Vec::new();
    let mut inside = false;
    for text in files
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
    {
        for line in text.lines() {
            let column = if let Some(rest) = line.strip_prefix(&added) {
                Some(rest)
            } else if line.starts_with(&made) {
                inside = true;
                None
            } else {
                inside &= !line.starts_with(')');
                inside.then_some(line)
            };
            columns.extend(
                column
                    .and_then(|line| line.split_whitespace().next())
                    .map(str::to_owned),
            );
        }
    }
    columns.retain(|word| {
        word.chars()
            .all(|letter| letter.is_ascii_lowercase() || letter == '_')
    });
    columns
}
