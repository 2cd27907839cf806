//! What is still needed: the starred fields before release, the six blocks and the facts before the customer can agree.

use super::fields::{Field, Level, Required};
use super::kind::OrderKind;
use super::specification::{Record, Row, Specification, number, path_of, text};
use super::trade_words::{is_board, is_printed};
use super::understand::FieldProblem;
use crate::measures::{Percent, Quantity};

impl Specification {
    /// Paths without which the order is not registered, and that are empty (F4-5d).
    #[must_use]
    pub fn missing_to_register(&self) -> Vec<String> {
        let there = |path: &str| {
            path.split_once('.').is_some_and(|(level, key)| {
                let record = if level == Level::Order.code() {
                    &self.order
                } else {
                    &self.product
                };
                record.contains_key(key)
            })
        };
        let needed = self.kind().to_register().iter();
        needed
            .filter(|path| !there(path))
            .map(|path| (*path).to_owned())
            .collect()
    }

    /// Paths of the starred and required fields that are empty, and of what is not the whole: drops that miss the quantity, terms that
    /// miss the price; a level's code alone where it needs a row and has none.
    #[must_use]
    pub fn missing(&self) -> Vec<String> {
        let kind = self.kind();
        let mut missing = Vec::new();
        for level in Level::ALL {
            if let Some(record) = self.record(level) {
                missing.extend(empty_fields(kind, level, None, record));
            }
            let rows = self.rows(level);
            if rows.is_empty()
                && matches!(level, Level::Component | Level::Drop | Level::Instalment)
                && kind.needs_rows(level)
            {
                missing.push(level.code().to_owned());
            }
            for row in rows {
                missing.extend(empty_fields(kind, level, Some(&row.key), &row.values));
            }
        }
        let terms = self.terms_not_whole();
        let terms = terms.filter(|_| kind.needs_rows(Level::Instalment));
        let sums = self.drops_not_whole().into_iter().chain(terms);
        missing.extend(sums.map(|problem| problem.path));
        missing
    }

    /// [`missing`](Self::missing), each with why: it is empty, or does not make the whole.
    #[must_use]
    pub fn missing_fields(&self) -> Vec<FieldProblem> {
        let sums = [self.drops_not_whole(), self.terms_not_whole()];
        let why = |path: String| {
            let mut sums = sums.iter().flatten();
            let sum = sums.find(|problem| problem.path == path);
            sum.cloned().unwrap_or_else(|| FieldProblem::needed(path))
        };
        self.missing().into_iter().map(why).collect()
    }

    /// Where drops are still to be divided: every one says its quantity, and together they are not the ordered one (F8-1).
    #[must_use]
    pub(super) fn drops_not_whole(&self) -> Option<FieldProblem> {
        let last = self.drops.last()?;
        let ordered = Quantity(number(&self.product, "quantity")?);
        let said = |row: &Row| row.values.contains_key("quantity");
        let total = self.dropped()?;
        (total != ordered && self.drops.iter().all(said)).then(|| FieldProblem {
            path: format!("{}:{}.quantity", Level::Drop.code(), last.key),
            code: "drops_miss_quantity",
            params: [
                ("total", total.to_string()),
                ("quantity", ordered.to_string()),
            ]
            .into(),
        })
    }

    /// Where shares are still to be agreed: every instalment says its own, and together they are not the whole (F1-06).
    #[must_use]
    pub(super) fn terms_not_whole(&self) -> Option<FieldProblem> {
        let last = self.instalments.last()?;
        let shared = |row: &Row| row.values.contains_key("percent");
        let total = self.instalments_total()?;
        (total != Percent::WHOLE && self.instalments.iter().all(shared)).then(|| FieldProblem {
            path: format!("{}:{}.percent", Level::Instalment.code(), last.key),
            code: "instalments_not_whole",
            params: [("total", total.to_string())].into(),
        })
    }

    /// Paths still needed before the customer can be asked to agree: 材质, 尺寸, 数量, 颜色, 工艺, 质量要求 (S-4.1.1a), and
    /// delivery date, price, payment (F1-06), but what may be 待定 on its kind. The order number is there from 登记.
    #[must_use]
    pub fn missing_for_agreement(&self) -> Vec<String> {
        let kind = self.kind();
        let mut missing = Vec::new();
        let mut need = |there: bool, path: String| {
            if !there {
                missing.push(path);
            }
        };
        for (level, key) in [
            (Level::Order, "requested_date"),
            (Level::Order, "unit_price"),
            (Level::Product, "size"),
            (Level::Product, "quantity"),
        ] {
            let there = self
                .record(level)
                .is_some_and(|record| record.contains_key(key));
            let there = there || kind.may_be_pending(level, key);
            need(there, format!("{}.{key}", level.code()));
        }
        need(
            !self.instalments.is_empty() || kind.list_may_be_pending(Level::Instalment),
            Level::Instalment.code().to_owned(),
        );
        // Terms are agreed when each instalment says how much and when, and together they are the whole.
        if !kind.list_may_be_pending(Level::Instalment) {
            for row in &self.instalments {
                for key in ["percent", "due"] {
                    let path = format!("{}:{}.{key}", Level::Instalment.code(), row.key);
                    need(row.values.contains_key(key), path);
                }
            }
            if let Some(problem) = self.terms_not_whole() {
                need(false, problem.path);
            }
        }
        need(
            !self.components.is_empty(),
            Level::Component.code().to_owned(),
        );
        for row in &self.components {
            let path = |key: &str| format!("{}:{}.{key}", Level::Component.code(), row.key);
            need(row.values.contains_key("grade"), path("grade"));
            need(
                !is_printed(&row.values) || row.values.contains_key("colours"),
                path("colours"),
            );
        }
        // 工艺: how it is bound, or what else is done to it; a loose sheet says 散页.
        need(
            self.product.contains_key("binding") || !self.finishing.is_empty(),
            "product.binding".to_owned(),
        );
        need(
            self.order.contains_key("quality_standard"),
            "order.quality_standard".to_owned(),
        );
        need(
            !self.has_special_quality() || self.order.contains_key("quality_special"),
            "order.quality_special".to_owned(),
        );
        missing
    }
}

impl Specification {
    /// Whether the customer demands more than the standard of the house (S-4.4.1B).
    #[must_use]
    pub fn has_special_quality(&self) -> bool {
        text(&self.order, "quality_standard") == SPECIAL_QUALITY
    }

    /// What the customer demands beyond the standard (S-4.4.1B).
    #[must_use]
    pub fn special_quality(&self) -> Option<&str> {
        let said = Some(text(&self.order, "quality_special")).filter(|said| !said.is_empty());
        said.filter(|_| self.has_special_quality())
    }
}

/// 客户特殊要求.
const SPECIAL_QUALITY: &str = "special";
/// 月结.
const MONTHLY: &str = "monthly";

fn empty_fields<'a>(
    kind: OrderKind,
    level: Level,
    row: Option<&'a str>,
    record: &'a Record,
) -> impl Iterator<Item = String> + 'a {
    let needed = move |field: &&Field| {
        kind.needs(field) && applies(field.required, record) && !record.contains_key(field.key)
    };
    level
        .fields()
        .iter()
        .filter(needed)
        .map(move |field| path_of(field, row))
}

fn applies(required: Required, record: &Record) -> bool {
    match required {
        Required::No => false,
        Required::Always => true,
        Required::ForPaper => !is_board(record),
        Required::ForBoards => is_board(record),
        Required::ForPrinted => is_printed(record),
        Required::ForSpecialQuality => text(record, "quality_standard") == SPECIAL_QUALITY,
        Required::ForMonthlyTerms => text(record, "due") == MONTHLY,
    }
}
