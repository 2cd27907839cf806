//! What each kind of order needs, and when.

use super::{album, reckoned, today};
use crate::orders::fields::Level;
use crate::orders::specification::Specification;
use crate::orders::wire::OrderForm;
use crate::settings::HouseRules;

fn understood(form: &OrderForm) -> Specification {
    let (specification, problems) =
        Specification::understand(form, today(), &HouseRules::default());
    assert_eq!(problems, []);
    specification
}

fn of_kind(kind: &str) -> OrderForm {
    let mut form = album();
    form.order.insert("kind".to_owned(), kind.to_owned());
    form
}

#[test]
fn clause_f1_06_clause_f4_4b_the_facts_of_a_customer_order_and_what_other_kinds_leave_open() {
    // what is taken away → what OD, OS and OP then lack before the customer can agree
    let table = [
        ("order.unit_price", true, false, false),
        ("product.quantity", true, false, false),
        ("order.requested_date", true, true, false),
        ("instalment", true, false, false),
        ("product.size", true, true, true),
        ("order.quality_standard", true, true, true),
    ];
    for (path, od, os, op) in table {
        for (kind, lacks) in [("od", od), ("os", os), ("op", op)] {
            let mut form = of_kind(kind);
            match path.split_once('.') {
                Some(("order", key)) => drop(form.order.remove(key)),
                Some((_, key)) => drop(form.product.remove(key)),
                None => form.instalments.clear(),
            }
            let missing = understood(&form).missing_for_agreement();
            assert_eq!(
                missing.contains(&path.to_owned()),
                lacks,
                "{path} of {kind}"
            );
        }
    }
}

#[test]
fn clause_f4_1_what_a_kind_does_not_have_is_left_out_and_comes_back_with_the_kind() {
    let stock = understood(&of_kind("of"));
    for key in ["customer_id", "unit_price"] {
        assert!(!stock.order.contains_key(key), "{key}");
    }
    for level in [Level::Instalment, Level::Drop, Level::Service] {
        assert!(stock.rows(level).is_empty(), "{level:?}");
    }
    // The form keeps what was typed.
    let order = understood(&album());
    assert!(order.order.contains_key("customer_id") && !order.instalments.is_empty());
}

#[test]
fn clause_f4_5d_a_stock_order_is_not_registered_without_estimate() {
    let table = [
        ("od", vec![]),
        ("os", vec![]),
        ("op", vec![]),
        ("of", vec!["order.estimator_id", "order.estimate_basis"]),
    ];
    for (kind, wanted) in table {
        assert_eq!(
            understood(&of_kind(kind)).missing_to_register(),
            wanted,
            "{kind}"
        );
    }
}

#[test]
fn clause_f4_2_a_large_sample_order_is_warned_of_and_a_free_one_costs_nothing() {
    let most = HouseRules::default().sample_quantity;
    for (kind, quantity, warned) in [
        ("os", most, false),
        ("os", most + 1, true),
        ("od", most + 1, false),
    ] {
        let mut form = of_kind(kind);
        form.product
            .insert("quantity".to_owned(), quantity.to_string());
        let found = reckoned(&form)
            .warnings
            .iter()
            .any(|warning| warning.code == "sample_quantity_large");
        assert_eq!(found, warned, "{quantity} of {kind}");
    }
    // Its sheet makes no run.
    for (kind, sheet, warned) in [
        ("os", "正常", true),
        ("os", "打样(收费)", false),
        ("os", "返工", false),
        ("od", "正常", false),
    ] {
        let mut form = of_kind(kind);
        form.order.insert("sheet_type".to_owned(), sheet.to_owned());
        let found = reckoned(&form)
            .warnings
            .iter()
            .any(|warning| warning.code == "sample_sheet_type");
        assert_eq!(found, warned, "{sheet} of {kind}");
    }
    let mut form = of_kind("os");
    form.order.insert("free".to_owned(), "1".to_owned());
    let free = reckoned(&form);
    assert_eq!(free.computed["order.amount"], "0.00");
    assert!(
        free.warnings
            .iter()
            .any(|warning| warning.code == "free_with_price"),
        "the price that stands there does not count"
    );
    form.order.insert("kind".to_owned(), "od".to_owned());
    assert_eq!(
        reckoned(&form).computed["order.amount"],
        "86,400.00",
        "only a sample order is free"
    );
}
