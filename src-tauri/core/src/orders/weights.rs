//! 重量: what one piece weighs, how many fit into a carton, how many cartons there are. Whole numbers throughout.

use crate::measures::{Micrometres, Size};
use crate::settings::PaperTable;

use super::fields::Level;
use super::figures::caliper;
use super::specification::{Record, Specification, number, text};
use super::trade_words::is_board;
use super::value::Value;

/// Hundred-millionths of a gram: a square of 0.1 mm × 0.1 mm of a paper of 1 g/m² weighs one.
pub(super) type Specks = i128;

const SPECKS_OF_A_GRAM: Specks = 100_000_000;

/// A component as the scales see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Weighed {
    /// What it is called.
    pub(super) name: String,
    /// One leaf.
    pub(super) size: Size,
    /// Leaves in one product.
    pub(super) leaves: i64,
    /// g/m².
    pub(super) grammage: i64,
    /// The thickness its grammage follows from by the paper table (估算); none where it was said.
    pub(super) by_caliper: Option<Micrometres>,
    /// All its leaves of one product.
    pub(super) weight: Specks,
}

/// What one piece weighs, component by component. Of boards nobody says a grammage: it follows from their thickness and the
/// density of the house's `papers`.
///
/// # Errors
/// Paths of the fields that are needed first.
pub(super) fn weigh(
    specification: &Specification,
    papers: &PaperTable,
) -> Result<Vec<Weighed>, Vec<String>> {
    let mut missing = Vec::new();
    let mut weighed = Vec::new();
    if specification.components.is_empty() {
        missing.push(Level::Component.code().to_owned());
    }
    for row in &specification.components {
        let path = |key: &str| format!("{}:{}.{key}", Level::Component.code(), row.key);
        let size = leaf(specification, &row.values);
        let said = number(&row.values, "grammage");
        let board = said.is_none() && is_board(&row.values);
        let by_caliper = board.then(|| caliper(&row.values)).flatten();
        let grammage = said.or_else(|| papers.grammage(text(&row.values, "grade"), by_caliper?));
        if size.is_none() && !missing.iter().any(|path| path == "product.size") {
            missing.push("product.size".to_owned());
        }
        if grammage.is_none() {
            let unmeasured = board && by_caliper.is_none();
            missing.push(path(if unmeasured { "caliper" } else { "grammage" }));
        }
        let (Some(size), Some(grammage)) = (size, grammage) else {
            continue;
        };
        // Two pages are one leaf; flat work is one.
        let leaves = number(&row.values, "pages").map_or(1, |pages| (pages + 1) / 2)
            * number(&row.values, "per_product").unwrap_or(1);
        let weight = Specks::from(size.width.0)
            * Specks::from(size.height.0)
            * Specks::from(grammage)
            * Specks::from(leaves);
        weighed.push(Weighed {
            name: super::places::row_title(Level::Component, weighed.len(), row),
            size,
            leaves,
            grammage,
            by_caliper,
            weight,
        });
    }
    if missing.is_empty() {
        Ok(weighed)
    } else {
        Err(missing)
    }
}

/// The size of one leaf: of the component, else of the product; a single leaf lies open.
pub(super) fn leaf(specification: &Specification, component: &Record) -> Option<Size> {
    let of = |record: &Record, key: &str| match record.get(key) {
        Some(Value::Size(size)) => Some(*size),
        _ => None,
    };
    let product = &specification.product;
    let single = number(component, "pages").is_none_or(|pages| pages <= 2);
    of(component, "size")
        .or_else(|| single.then(|| of(product, "flat_size")).flatten())
        .or_else(|| of(product, "size"))
}

/// In tenths of a gram, rounded half up.
pub(super) fn tenths_of_grams(weight: Specks) -> Option<i64> {
    rounded(weight.checked_mul(10)?, SPECKS_OF_A_GRAM)
}

/// In tenths of a kilogram, rounded half up.
pub(super) fn tenths_of_kilograms(weight: Specks) -> Option<i64> {
    rounded(weight, SPECKS_OF_A_GRAM * 100)
}

/// How many pieces make a carton of at most `grams`; at least one, for what is heavier by itself.
pub(super) fn pieces_in(grams: i64, piece: Specks) -> Option<i64> {
    let limit = Specks::from(grams) * SPECKS_OF_A_GRAM;
    i64::try_from(limit.checked_div(piece)?)
        .ok()
        .map(|pieces| pieces.max(1))
}

fn rounded(value: Specks, unit: Specks) -> Option<i64> {
    i64::try_from((value.checked_add(unit / 2)?) / unit).ok()
}
