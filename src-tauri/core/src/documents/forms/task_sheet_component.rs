//! One component (部件) on the task sheet: level C of the field dictionary.

use serde::{Deserialize, Serialize};

use super::super::display::Colour;
use super::super::grid::{Align, Cell, Grid, Row, span};
use super::super::typesetter::BODY;
use super::{Value, cell, fact_grid, facts, figure, head, or_dash, pair, strong_pair};

/// A component with its paper, colours, imposition and sheets. Boards have a
/// caliper for their grammage and no P数; what is not printed has no press
/// sheet, bleed or sides: those values are empty and print as —.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetComponent {
    /// 部件名称.
    pub name: Value,
    /// P数.
    pub pages: Value,
    /// 单双面.
    pub sides: Value,
    /// 每套数 (倍率), pieces per product.
    pub pieces: Value,
    /// 旧版 / 新版 / 改版.
    pub plate_state: Value,
    /// 部件成品尺寸, mm.
    pub finished_size: Value,
    /// 出血, mm.
    pub bleed: Value,
    /// 品名 with 克重 g/m² or 厚度 µm: `157 g/m² 哑粉纸`.
    pub paper: Value,
    /// 品牌.
    pub brand: Value,
    /// 规格, parent sheet, mm: `正度 787×1092`.
    pub parent_sheet: Value,
    /// 开数.
    pub cuts: Value,
    /// 上机尺寸, mm.
    pub press_sheet: Value,
    /// 丝向.
    pub grain: Value,
    /// FSC.
    pub fsc: Value,
    /// 来料: 本厂 or 客来纸.
    pub stock_source: Value,
    /// 印刷颜色 正+反, 普色 only: `4+0`.
    pub colours: Value,
    /// 专色 正/反.
    pub spots: Value,
    /// 过油 / 水性光油.
    pub coating: Value,
    /// 色样依据.
    pub colour_reference: Value,
    /// 印刷方式.
    pub work_style: Value,
    /// 拼版数.
    pub number_up: Value,
    /// 单面P数.
    pub pages_per_side: Value,
    /// 机台.
    pub press: Value,
    /// 咬口, mm.
    pub gripper: Value,
    /// 贴数 in all.
    pub form_count: Value,
    /// The 贴 table, one row for forms alike; printed where there is more than
    /// one kind.
    pub forms: Vec<SheetForm>,
    /// 印版: `15 付 / 60 张`.
    pub plates: Value,
    /// 放损 % (and the table or override it came from).
    pub spoilage_percent: Value,
    /// 放损数, sheets.
    pub spoilage_sheets: Value,
    /// 印张正数, sheets.
    pub good_sheets: Value,
    /// 总印张.
    pub total_sheets: Value,
    /// 用料张数, parent sheets.
    pub parent_sheets: Value,
    /// 令数 (500 张).
    pub reams: Value,
    /// 领料数, parent sheets.
    pub issued: Value,
    /// What was reckoned where a figure with a star was put in by hand; empty where none was.
    pub by_hand: Value,
    /// 部件备注.
    pub remark: Value,
}

/// Forms (贴) alike.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetForm {
    /// How many forms: `7`.
    pub count: Value,
    /// P数 of each.
    pub pages: Value,
    /// 印刷方式.
    pub work_style: Value,
    /// 每贴正数, sheets.
    pub good_sheets: Value,
    /// 每贴放损, sheets.
    pub spoilage: Value,
    /// 每贴印版, plates.
    pub plates: Value,
}

/// The block of one component, kept on one page.
pub(super) fn grid(component: &SheetComponent) -> Grid {
    let c = component;
    let mut rows = vec![
        title(c),
        facts([
            strong_pair("纸张", &c.paper, 4, 16),
            pair("品牌", &c.brand, 3, 8),
            pair("FSC", &c.fsc, 3, 6),
            strong_pair("来料", &c.stock_source, 3, 5),
        ]),
        facts([
            pair("规格", &c.parent_sheet, 4, 8),
            pair("上机尺寸", &c.press_sheet, 4, 8),
            pair("开数", &c.cuts, 3, 3),
            pair("丝向", &c.grain, 3, 3),
            pair("出血", &c.bleed, 3, 9),
        ]),
        facts([
            strong_pair("印色", &c.colours, 4, 8),
            pair("专色", &c.spots, 3, 9),
            pair("过油", &c.coating, 3, 9),
            pair("色样依据", &c.colour_reference, 4, 8),
        ]),
        facts([
            strong_pair("印刷方式", &c.work_style, 4, 6),
            pair("拼版数", &c.number_up, 3, 3),
            pair("单面 P 数", &c.pages_per_side, 4, 2),
            pair("贴数", &c.form_count, 3, 2),
            pair("机台", &c.press, 3, 5),
            pair("咬口", &c.gripper, 3, 4),
            pair("版别", &c.plate_state, 3, 3),
        ]),
    ];
    // One form says nothing its component does not say.
    if c.forms.len() > 1 {
        rows.push(head(&[
            (">贴数", 6),
            (">每贴 P 数", 8),
            ("印刷方式", 12),
            (">每贴正数", 8),
            (">每贴放损", 7),
            (">每贴印版", 7),
        ]));
        rows.extend(c.forms.iter().map(form));
    }
    rows.push(facts([
        pair("正数", &c.good_sheets, 3, 4),
        pair(
            "放损",
            &joined(&c.spoilage_percent, &c.spoilage_sheets),
            3,
            8,
        ),
        strong_pair("总印张", &c.total_sheets, 3, 5),
        strong_pair("印版", &c.plates, 3, 7),
        strong_pair("用料", &joined(&c.parent_sheets, &c.reams), 3, 9),
    ]));
    for (label, value) in [
        ("领料", &c.issued),
        ("手改", &c.by_hand),
        ("备注", &c.remark),
    ] {
        if !value.now.is_empty() || !value.mark.is_empty() {
            rows.push(facts([pair(label, value, 4, 44)]));
        }
    }
    fact_grid(rows)
}

fn title(c: &SheetComponent) -> Row {
    let mut name = vec![span(or_dash(&c.name.now), BODY.bold().sized(11.0))];
    if !c.name.mark.is_empty() {
        name = c.name.spans(true);
    }
    let mut cells = vec![Cell::value("部件名称", name, 12).filled(Colour::BAND)];
    let pairs = [
        strong_pair("P 数", &c.pages, 3, 5),
        pair("单双面", &c.sides, 3, 5),
        pair("每套数", &c.pieces, 3, 3),
        pair("成品尺寸", &c.finished_size, 4, 10),
    ];
    cells.extend(pairs.into_iter().flatten());
    Row::of(cells)
}

fn form(form: &SheetForm) -> Row {
    Row::of(vec![
        figure("贴数", &form.count, 6),
        figure("每贴 P 数", &form.pages, 8),
        cell("贴 印刷方式", &form.work_style, 12).aligned(Align::Left),
        figure("每贴正数", &form.good_sheets, 8),
        figure("每贴放损", &form.spoilage, 7),
        figure("每贴印版", &form.plates, 7),
    ])
}

/// Two figures in one cell, `7,875 张 / 15.75 令`, with the change that touched
/// either.
fn joined(first: &Value, second: &Value) -> Value {
    if second.now.is_empty() {
        return first.clone();
    }
    let mark = if first.mark.is_empty() {
        &second.mark
    } else {
        &first.mark
    };
    let was = (first.was.is_some() || second.was.is_some()).then(|| {
        let old = |value: &Value| value.was.clone().unwrap_or_else(|| value.now.clone());
        format!("{} / {}", old(first), old(second))
    });
    Value {
        now: format!("{} / {}", or_dash(&first.now), second.now),
        was,
        mark: mark.clone(),
    }
}
