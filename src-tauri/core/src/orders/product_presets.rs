//! What each product type usually is (its size, unit, binding and components), and what a binding adds: two tables of the house
//! (F1-22, FIELDS). The window fills with it what is still empty when a type or binding is chosen; one undo takes it back.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

/// Fields of the product a type may say, in the order of its row.
const OF_TYPE: [&str; 4] = ["size", "flat_size", "unit", "binding"];
/// Fields of a component, in the order of its row.
const OF_PART: [&str; 7] = [
    "name",
    "pages",
    "sides",
    "work_style",
    "grade",
    "colours",
    "per_product",
];
/// The code of a type that is one piece.
const SINGLE: &str = "single";

/// What a product type usually is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TypePreset {
    /// 产品类型.
    pub kind: String,
    /// Whether it is a single piece, so that one line stands for its one component.
    pub single: bool,
    /// Fields of the product by key, as typed.
    pub product: BTreeMap<&'static str, String>,
}

/// A component that comes with a type or with a binding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PartPreset {
    /// The 产品类型 and 装订 it comes with.
    pub of: Vec<String>,
    /// Its fields by key, as typed.
    pub component: BTreeMap<&'static str, String>,
}

fn fields(keys: &[&'static str], cells: &[String]) -> BTreeMap<&'static str, String> {
    let pairs = keys.iter().copied().zip(cells.iter().cloned());
    pairs.filter(|(_, text)| !text.is_empty()).collect()
}

impl TypePreset {
    /// Reads a row of the table; none where a cell is missing.
    pub(crate) fn of_row(row: &[String]) -> Option<Self> {
        let (kind, single, product) = match row {
            [kind, single, product @ ..] if product.len() == OF_TYPE.len() => {
                (kind, single, product)
            }
            _ => return None,
        };
        Some(Self {
            kind: kind.clone(),
            single: single == SINGLE,
            product: fields(&OF_TYPE, product),
        })
    }

    /// What a house begins with.
    #[must_use]
    pub fn at_first() -> Vec<Self> {
        let rows = types_at_first();
        rows.iter().filter_map(|row| Self::of_row(row)).collect()
    }
}

impl PartPreset {
    /// Reads a row of the table; none where a cell is missing.
    pub(crate) fn of_row(row: &[String]) -> Option<Self> {
        let (of, component) = row.split_first()?;
        (component.len() == OF_PART.len()).then(|| Self {
            of: of.split('、').map(str::to_owned).collect(),
            component: fields(&OF_PART, component),
        })
    }

    /// What a house begins with.
    #[must_use]
    pub fn at_first() -> Vec<Self> {
        let rows = parts_at_first();
        rows.iter().filter_map(|row| Self::of_row(row)).collect()
    }
}

fn rows<const WIDE: usize>(rows: &[[&str; WIDE]]) -> Vec<Vec<String>> {
    rows.iter()
        .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
        .collect()
}

/// The rows of the types a house begins with, in the order the dictionary lists them.
pub(crate) fn types_at_first() -> Vec<Vec<String>> {
    rows(&[
        ["画册", "parts", "210 × 285", "", "本", "骑马订"],
        ["书刊", "parts", "140 × 210", "", "本", "无线胶装"],
        ["折页", SINGLE, "210 × 285", "420 × 285", "张", "散页"],
        ["单张", SINGLE, "210 × 285", "", "张", "散页"],
        ["海报", SINGLE, "420 × 570", "", "张", "散页"],
        ["名片", SINGLE, "90 × 54", "", "张", "散页"],
        ["信封", SINGLE, "220 × 110", "", "个", "散页"],
        ["信纸", SINGLE, "210 × 285", "", "张", "散页"],
        ["笔记本", "parts", "140 × 210", "", "本", "YO圈"],
        ["台历", "parts", "210 × 150", "", "本", "双线圈"],
        ["挂历", "parts", "420 × 570", "", "本", "双线圈"],
        ["彩盒", "parts", "", "", "个", "散页"],
        ["手提袋", "parts", "", "", "个", "散页"],
        ["不干胶标签", SINGLE, "", "", "张", "散页"],
        ["吊牌", SINGLE, "50 × 90", "", "个", "散页"],
        ["联单", "parts", "210 × 140", "", "本", "胶头"],
        ["说明书", SINGLE, "140 × 210", "", "张", "散页"],
    ])
}

/// The rows of the components a house begins with. A case has two boards a copy, and endpapers of four leaves.
pub(crate) fn parts_at_first() -> Vec<Vec<String>> {
    const CASES: &str = "精装(方脊)、精装(圆脊)";
    const BOUND: &str = "画册、书刊、笔记本";
    rows(&[
        [BOUND, "封面", "4", "both", "sheetwise", "", "", ""],
        [BOUND, "内文", "", "both", "sheetwise", "", "", ""],
        ["折页", "折页", "4", "both", "sheetwise", "", "", ""],
        ["单张", "单张", "2", "both", "sheetwise", "", "", ""],
        ["海报", "海报", "2", "one", "single_side", "", "", ""],
        ["名片", "名片", "2", "both", "sheetwise", "", "", ""],
        ["信封", "信封", "2", "one", "single_side", "", "", ""],
        ["信纸", "信纸", "2", "one", "single_side", "", "", ""],
        ["台历", "内文", "", "both", "sheetwise", "", "", ""],
        ["台历", "灰板", "", "", "unprinted", "灰板", "", ""],
        ["挂历", "内文", "", "one", "single_side", "", "", ""],
        ["彩盒", "盒面", "2", "one", "single_side", "", "", ""],
        ["手提袋", "袋身", "2", "one", "single_side", "", "", ""],
        [
            "不干胶标签",
            "标签",
            "2",
            "one",
            "single_side",
            "不干胶",
            "",
            "",
        ],
        ["吊牌", "吊牌", "2", "both", "sheetwise", "", "", ""],
        ["联单", "第一联", "", "one", "single_side", "无碳纸", "", ""],
        ["联单", "第二联", "", "one", "single_side", "无碳纸", "", ""],
        ["说明书", "说明书", "2", "both", "sheetwise", "", "", ""],
        [CASES, "灰板", "", "", "unprinted", "灰板", "0+0", "2"],
        [CASES, "环衬", "8", "", "unprinted", "", "0+0", ""],
    ])
}
