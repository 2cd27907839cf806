//! What a repeated order begins with.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use crate::calendar::BusinessDay;
use crate::orders::fields::Level;
use crate::orders::kind::OrderKind;
use crate::orders::new_form::{Call, new_form};
use crate::orders::specification::Specification;
use crate::orders::wire::{FormRow, OrderForm};

/// Fields of the order that belong to one order only. 急单 is one of them: it is said of a date.
const ASKED_ANEW: &[&str] = &[
    "customer_po",
    // Another tender, if any.
    "project",
    "sample_due",
    "requested_date",
    "confirmed_date",
    "rush",
];
/// Fields of the order that were said once for all that was ordered in a call.
const OF_THE_CALL: &[&str] = &[
    "kind",
    "customer_id",
    "contact",
    "phone",
    "customer_po",
    "channel",
    "channel_note",
    "deal_type",
    "long_term",
    "project",
    "sales_rep_id",
    "estimator_id",
    "received_on",
    "received_time",
    "requested_date",
    "rush",
    "free",
    "tax_rate",
    "invoice_type",
    "quality_standard",
    "quality_special",
];
/// What of a component holds for one run only: figures put in by hand, sheets issued.
pub(crate) const OF_ONE_RUN: &[&str] = &[
    "form_table",
    "good_sheets",
    "spoilage",
    "spoilage_rate",
    "total_sheets",
    "plate_sets",
    "plates",
    "parent_sheets",
    "reams",
    "issued",
];
/// Fields that are taken over and should be looked at.
const TO_LOOK_AT: &[(&str, &str)] = &[("product", "quantity"), ("order", "unit_price")];

/// The form of an order like `old`, taken by `assistant` at `now`, by the wall clock of the house.
pub(in crate::orders) fn repeated(
    old: &Specification,
    assistant: &str,
    now: NaiveDateTime,
) -> OrderForm {
    let mut form = old.to_form();
    for key in ASKED_ANEW {
        form.order.remove(*key);
    }
    let today = BusinessDay(now.date()).to_string();
    let time = now.format("%H:%M").to_string();
    for (key, text) in [
        ("received_on", &today),
        ("order_date", &today),
        ("received_time", &time),
    ] {
        // Nobody calls about what the house makes for its own stock.
        if old.kind().has_path(Level::Order, key) {
            form.order.insert(key.to_owned(), text.clone());
        }
    }
    form.order
        .insert("assistant_id".to_owned(), assistant.to_owned());
    form.order
        .insert("sheet_type".to_owned(), "reprint".to_owned());
    for component in &mut form.components {
        for key in OF_ONE_RUN {
            component.values.remove(*key);
        }
        if let Some(plates) = component.values.get_mut("plate_state")
            && plates == "new"
        {
            "old".clone_into(plates);
        }
    }
    for step in &mut form.finishing {
        // Numbers are printed once; the tool is there by now.
        step.values.remove("number_range");
        if let Some(tool) = step.values.get_mut("tool_state")
            && tool == "new"
        {
            "old".clone_into(tool);
        }
    }
    for drop in &mut form.drops {
        drop.values.remove("date");
    }
    form
}

/// The form of another product ordered in the call of `old`: all that was said of the call, nothing of the product.
pub(super) fn another_of_call(old: &Specification, call: &Call) -> OrderForm {
    let known = old.to_form();
    let mut form = new_form(call);
    for key in OF_THE_CALL {
        match known.order.get(*key) {
            Some(text) => form.order.insert((*key).to_owned(), text.clone()),
            None => form.order.remove(*key),
        };
    }
    // A run that is made again, or makes good, was said of the other product.
    if old.kind() == OrderKind::Sample {
        form.order
            .insert("sheet_type".to_owned(), "paid_proof".to_owned());
    }
    form.instalments = known.instalments;
    if !known.drops.is_empty() {
        form.drops = known.drops;
    }
    // The day of a single drop follows what is promised, and that is asked anew.
    let single = form.drops.len() == 1;
    for drop in &mut form.drops {
        drop.values.remove("quantity");
        if single {
            drop.values.remove("date");
        }
    }
    form
}

/// `form` with what `old` knows, where nobody has typed: a text that differs from what a new form begins with stays, and
/// so does a list somebody has touched.
pub(in crate::orders) fn with_taken_over(
    form: &OrderForm,
    old: &Specification,
    call: &Call,
) -> OrderForm {
    let known = repeated(old, &call.assistant, call.now);
    let untouched = new_form(call);
    let mut merged = OrderForm {
        order: over(&known.order, &form.order, &untouched.order),
        product: over(&known.product, &form.product, &untouched.product),
        components: rows(known.components, &form.components, &untouched.components),
        finishing: rows(known.finishing, &form.finishing, &untouched.finishing),
        drops: rows(known.drops, &form.drops, &untouched.drops),
        services: rows(known.services, &form.services, &untouched.services),
        instalments: rows(known.instalments, &form.instalments, &untouched.instalments),
    };
    // What is being ordered now is of the kind it was begun as, whatever was ordered before.
    if let Some(kind) = form.order.get("kind") {
        merged.order.insert("kind".to_owned(), kind.clone());
    }
    merged
}

/// The texts a form like `old` takes over that should be looked at, by path.
pub(in crate::orders) fn taken_over(old: &Specification) -> BTreeMap<String, String> {
    let form = old.to_form();
    TO_LOOK_AT
        .iter()
        .filter_map(|(level, key)| {
            let record = if *level == "order" {
                &form.order
            } else {
                &form.product
            };
            Some((format!("{level}.{key}"), record.get(*key)?.clone()))
        })
        .collect()
}

fn over(
    known: &BTreeMap<String, String>,
    typed: &BTreeMap<String, String>,
    untouched: &BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let mut merged = known.clone();
    for (key, text) in typed {
        if !text.trim().is_empty() && untouched.get(key) != Some(text) {
            merged.insert(key.clone(), text.clone());
        }
    }
    // What a new form begins with stays where the old order says nothing.
    for (key, text) in untouched {
        merged.entry(key.clone()).or_insert_with(|| text.clone());
    }
    merged
}

fn rows(known: Vec<FormRow>, typed: &[FormRow], untouched: &[FormRow]) -> Vec<FormRow> {
    let is_untouched = typed == untouched || typed.iter().all(is_blank);
    if is_untouched && !known.is_empty() {
        known
    } else {
        typed.to_vec()
    }
}

fn is_blank(row: &FormRow) -> bool {
    row.values.values().all(|text| text.trim().is_empty())
}
