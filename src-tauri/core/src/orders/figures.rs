//! What is reckoned from a specification: amount, pages, spine, and the sheets of each component.

use std::collections::BTreeMap;

use crate::imposition::{
    Binding, ComponentJob, ComponentSheets, Fact, Spoilage, TextBlock, Unreckonable, WorkStyle,
    reckon_sheets, spine,
};
use crate::measures::{Fen, Micrometres, Percent, Quantity};

use super::fields::Level;
use super::specification::{Record, Specification, number, text};
use super::trade_words::{binding, inks, is_board, is_printed, is_text_block, printed_quantity};
use super::value::Value;

impl Specification {
    /// 金额: unit price × ordered quantity, VAT included; none while either is not known.
    #[must_use]
    pub fn amount(&self) -> Option<Fen> {
        let Some(Value::UnitPrice(price)) = self.order.get("unit_price") else {
            return None;
        };
        price.times(Quantity(number(&self.product, "quantity")?))
    }

    /// 总P数: the pages of all components; none while no component has any.
    #[must_use]
    pub fn total_pages(&self) -> Option<i64> {
        let mut pages = self
            .components
            .iter()
            .filter_map(|row| number(&row.values, "pages"))
            .peekable();
        pages.peek()?;
        pages.try_fold(0_i64, i64::checked_add)
    }

    /// 书脊厚度; none while a text component has no caliper, and for 骑马订, which has no spine.
    #[must_use]
    pub fn spine(&self) -> Option<Micrometres> {
        let binding = binding(&self.product);
        if binding == Binding::SaddleStitch {
            return None;
        }
        let text: Option<Vec<TextBlock>> = self
            .components
            .iter()
            .filter(|row| is_text_block(&row.values))
            .map(|row| {
                Some(TextBlock {
                    pages: number(&row.values, "pages")?,
                    caliper: caliper(&row.values)?,
                })
            })
            .collect();
        let board = self
            .components
            .iter()
            .filter(|row| is_board(&row.values))
            .find_map(|row| caliper(&row.values));
        let board = board.filter(|_| binding == Binding::Case);
        spine(&text?, board).ok()
    }

    /// Forms, sheets, plates and paper of one component.
    ///
    /// # Errors
    /// [`Unreckonable`] names the fact that is missing, absurd or contradicts another.
    pub fn sheets(&self, component: &Record) -> Result<ComponentSheets, Unreckonable> {
        let quantity =
            printed_quantity(&self.product).ok_or(Unreckonable::Missing(Fact::PrintedQuantity))?;
        let style = WorkStyle::from_code(text(component, "work_style"));
        let board = is_board(component);
        let spoilage = match (is_printed(component), board) {
            (true, _) => Spoilage::PRINTED,
            (false, true) => Spoilage::BOARD,
            (false, false) => Spoilage::UNPRINTED,
        };
        reckon_sheets(&ComponentJob {
            printed_quantity: Quantity(quantity),
            per_product: number(component, "per_product").unwrap_or(1),
            pages: number(component, "pages"),
            pages_per_side: number(component, "pages_per_side"),
            number_up: number(component, "number_up"),
            style: style.unwrap_or(WorkStyle::Sheetwise),
            inks: inks(component),
            cuts: number(component, "cuts"),
            spoilage,
            spoilage_override: number(component, "spoilage"),
            form_rows: None,
        })
    }

    /// The sum of all drops; none while there is none, or too large to hold.
    #[must_use]
    pub fn dropped(&self) -> Option<Quantity> {
        let quantities: Vec<_> = self
            .drops
            .iter()
            .filter_map(|row| number(&row.values, "quantity"))
            .map(Quantity)
            .collect();
        if quantities.is_empty() {
            None
        } else {
            Quantity::total(quantities)
        }
    }

    /// The sum of all instalments; none while there is none.
    #[must_use]
    pub fn instalments_total(&self) -> Option<Percent> {
        let shares = self
            .instalments
            .iter()
            .filter_map(|row| match row.values.get("percent") {
                Some(Value::Percent(percent)) => Some(*percent),
                _ => None,
            });
        shares.fold(None, |sum: Option<Percent>, share| {
            sum.unwrap_or_default().checked_add(share)
        })
    }

    /// Whether the product is 精装 (S-4.3.1C).
    #[must_use]
    pub fn is_case_bound(&self) -> bool {
        binding(&self.product) == Binding::Case
    }

    /// Whether the product is 画册 (S-4.3.1C).
    #[must_use]
    pub fn is_album(&self) -> bool {
        text(&self.product, "type").contains("画册")
    }

    /// Every reckoned value by its path, as a person reads it.
    #[must_use]
    pub fn computed(&self) -> BTreeMap<String, String> {
        let mut values = BTreeMap::new();
        let mut put = |path: String, value: Option<String>| {
            if let Some(value) = value {
                values.insert(path, value);
            }
        };
        let amount = self.amount();
        put(
            "order.amount".to_owned(),
            amount.map(|amount| amount.to_string()),
        );
        let capitals = amount.and_then(|amount| amount.in_capitals().ok());
        put(
            "order.amount_in_capitals".to_owned(),
            capitals.map(|words| format!("人民币{words}")),
        );
        put(
            "product.printed_quantity".to_owned(),
            printed_quantity(&self.product).map(counted),
        );
        put(
            "product.total_pages".to_owned(),
            self.total_pages().map(counted),
        );
        put(
            "product.spine".to_owned(),
            self.spine()
                .map(|spine| format!("{} mm", spine.to_millimetres())),
        );
        put(
            "drops.total".to_owned(),
            self.dropped().map(|total| total.to_string()),
        );
        put(
            "instalments.total".to_owned(),
            self.instalments_total().map(|total| total.to_string()),
        );
        for row in &self.components {
            let Ok(sheets) = self.sheets(&row.values) else {
                continue;
            };
            let path = |key: &str| format!("{}:{}.{key}", Level::Component.code(), row.key);
            put(
                path("forms"),
                i64::try_from(sheets.forms.len()).ok().map(counted),
            );
            put(path("sheets_per_form"), Some(sheets_per_form(&sheets)));
            put(path("plates"), Some(counted(sheets.plates)));
            put(path("plate_sets"), Some(counted(sheets.plate_sets)));
            put(path("good_sheets"), Some(counted(sheets.good_sheets)));
            put(path("spoilage_sheets"), Some(counted(sheets.spoilage)));
            put(path("total_sheets"), Some(counted(sheets.total_sheets)));
            put(path("parent_sheets"), sheets.parent_sheets.map(counted));
            put(path("reams"), sheets.reams.map(|reams| reams.to_string()));
        }
        values
    }
}

fn caliper(component: &Record) -> Option<Micrometres> {
    match component.get("caliper") {
        Some(Value::Thickness(caliper)) => Some(*caliper),
        _ => None,
    }
}

fn counted(number: i64) -> String {
    Quantity(number).to_string()
}

/// 每贴正数: `7 × 2,000 + 1 × 1,000`, forms of the same count together.
fn sheets_per_form(sheets: &ComponentSheets) -> String {
    let mut runs: Vec<(i64, i64)> = Vec::new();
    for form in &sheets.forms {
        match runs.last_mut() {
            Some((count, good)) if *good == form.good_sheets => *count += 1,
            _ => runs.push((1, form.good_sheets)),
        }
    }
    runs.into_iter()
        .map(|(count, good)| format!("{count} × {}", counted(good)))
        .collect::<Vec<_>>()
        .join(" + ")
}
