//! What stands in a new form before anybody has typed: what is nearly always so, so that few keys are needed.

use std::collections::BTreeMap;

use super::fields::Level;
use super::wire::{FormRow, OrderForm};
use crate::calendar::BusinessDay;

/// A new form for a phone call taken by `assistant` on `today`.
pub(super) fn new_form(assistant: &str, today: BusinessDay) -> OrderForm {
    let today = today.to_string();
    OrderForm {
        order: record(&[
            ("kind", "od"),
            ("channel", "phone"),
            ("sheet_type", "normal"),
            ("deal_type", "direct"),
            ("assistant_id", assistant),
            ("received_on", &today),
            ("order_date", &today),
            ("tax_rate", "13%"),
            ("invoice_type", "vat_special"),
            ("quality_standard", "company"),
        ]),
        product: record(&[("unit", "本"), ("reading_direction", "left")]),
        components: vec![begun("c1", Level::Component)],
        finishing: Vec::new(),
        drops: vec![row("d1", &[])],
        // 预付 50 %, 余款发货前.
        instalments: vec![
            row("p1", &[("percent", "50%"), ("due", "before_order")]),
            row("p2", &[("percent", "50%"), ("due", "before_shipping")]),
        ],
        services: Vec::new(),
    }
}

/// A row as one is added: with what is nearly always so.
fn begun(key: &str, level: Level) -> FormRow {
    let initial = level
        .fields()
        .iter()
        .filter(|field| !field.initial.is_empty());
    FormRow {
        key: key.to_owned(),
        values: initial
            .map(|field| (field.key.to_owned(), field.initial.to_owned()))
            .collect(),
    }
}

fn record(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs
        .iter()
        .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
        .collect()
}

fn row(key: &str, pairs: &[(&str, &str)]) -> FormRow {
    FormRow {
        key: key.to_owned(),
        values: record(pairs),
    }
}
