//! What stands in a new form before anybody has typed: what is nearly always so, so that few keys are needed.

use std::collections::BTreeMap;

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
        components: vec![row(
            "c1",
            &[
                ("bleed", "3"),
                ("per_product", "1"),
                ("supply", "house"),
                ("plate_state", "new"),
            ],
        )],
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
