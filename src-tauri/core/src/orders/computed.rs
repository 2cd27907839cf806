//! Every reckoned value by its path, and what was reckoned where a person put in something else.

use std::collections::BTreeMap;

use crate::imposition::{ComponentSheets, FormCell, Plan, PlannedForm};
use crate::settings::HouseRules;

use super::fields::Level;
use super::figures::{caliper, counted};
use super::specification::Specification;
use super::trade_words::{printed_quantity, style_word};
use super::wire::{FormLine, FormTable};

impl Specification {
    /// Every reckoned value by its path, as a person reads it.
    #[must_use]
    pub fn computed(&self, rules: &HouseRules) -> BTreeMap<String, String> {
        let mut values = BTreeMap::new();
        let mut put = |path: String, value: Option<String>| {
            if let Some(value) = value {
                values.insert(path, value);
            }
        };
        if !self.services.is_empty() {
            put(
                "order.product_amount".to_owned(),
                self.product_amount().map(|amount| amount.to_string()),
            );
            put(
                "services.total".to_owned(),
                self.services_total().map(|total| total.to_string()),
            );
        }
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
            let whole = self.plan(&row.values, rules).ok();
            let Some(plan) = whole.filter(|plan| plan.missed.is_none()) else {
                continue;
            };
            let sheets = &plan.sheets;
            let path = |key: &str| format!("{}:{}.{key}", Level::Component.code(), row.key);
            put(
                path("forms"),
                i64::try_from(sheets.forms.len()).ok().map(counted),
            );
            put(path("sheets_per_form"), Some(sheets_per_form(sheets)));
            put(path("spoilage_rate"), Some(plan.rate.to_string()));
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

    /// What would be reckoned at each path where a person put in something else, as a person reads it.
    #[must_use]
    pub fn reckoned(&self, rules: &HouseRules) -> BTreeMap<String, String> {
        let mut values = BTreeMap::new();
        if self.product.contains_key("spine")
            && let Some(spine) = self.reckoned_spine(caliper)
        {
            let text = format!("{} mm", spine.to_millimetres());
            values.insert("product.spine".to_owned(), text);
        }
        for row in &self.components {
            let Ok(plan) = self.plan(&row.values, rules) else {
                continue;
            };
            for (key, text) in totals(&plan) {
                if row.values.contains_key(key) {
                    values.insert(
                        format!("{}:{}.{key}", Level::Component.code(), row.key),
                        text,
                    );
                }
            }
        }
        values
    }

    /// The 贴 table of each component that can be reckoned.
    #[must_use]
    pub fn form_tables(&self, rules: &HouseRules) -> Vec<FormTable> {
        let tables = self.components.iter().filter_map(|row| {
            let plan = self.plan(&row.values, rules).ok()?;
            Some(FormTable {
                row: row.key.clone(),
                forms: plan.forms.iter().map(form_line).collect(),
            })
        });
        tables.collect()
    }
}

/// The totals as reckoned, by the key of the field that replaces each.
fn totals(plan: &Plan) -> Vec<(&'static str, String)> {
    let reckoned = &plan.reckoned;
    let mut totals = vec![
        ("good_sheets", counted(reckoned.good_sheets)),
        ("spoilage_rate", reckoned.rate.to_string()),
        ("spoilage", counted(reckoned.spoilage)),
        ("total_sheets", counted(reckoned.total_sheets)),
        ("plate_sets", counted(reckoned.plate_sets)),
        ("plates", counted(reckoned.plates)),
    ];
    totals.extend(
        reckoned
            .parent_sheets
            .map(|sheets| ("parent_sheets", counted(sheets))),
    );
    totals.extend(reckoned.reams.map(|reams| ("reams", reams.to_string())));
    totals
}

fn form_line(form: &PlannedForm) -> FormLine {
    let cells = |row: &crate::imposition::FormRow| {
        FormCell::ALL
            .into_iter()
            .map(|cell| {
                let text = match cell {
                    FormCell::Pages => row.pages.map(|pages| pages.to_string()).unwrap_or_default(),
                    FormCell::Style => style_word(row.style).to_owned(),
                    FormCell::Sheets => counted(row.good_sheets),
                    FormCell::Spoilage => counted(row.spoilage),
                    FormCell::Plates => row.plates.to_string(),
                    FormCell::Sets => row.sets.to_string(),
                };
                (cell.code().to_owned(), text)
            })
            .collect::<BTreeMap<_, _>>()
    };
    FormLine {
        number: form.number,
        cells: cells(&form.row),
        reckoned: cells(&form.reckoned),
        added: form.added,
        gone: form.gone,
    }
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
