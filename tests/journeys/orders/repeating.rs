//! 翻单: the last order again, with nothing typed twice.

use std::collections::{BTreeMap, BTreeSet};

use docket_core::orders::OrderKind;
use docket_core::orders::fields::Level;
use docket_core::orders::wire::{FormRow, OrderForm};

use super::lines::the_fullest;
use super::{a_customer, a_phone_order, change, facts, registered};
use crate::stages::all_kinds;
use crate::support::{TestDesk, on_both};

/// Every filled field of a form, by path.
fn filled(form: &OrderForm) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for (level, record) in [("order", &form.order), ("product", &form.product)] {
        for (key, text) in record {
            all.insert(format!("{level}.{key}"), text.clone());
        }
    }
    for rows in [
        &form.components,
        &form.finishing,
        &form.drops,
        &form.instalments,
        &form.services,
    ] {
        for FormRow { key: row, values } in rows {
            for (key, text) in values {
                all.insert(format!("{row}.{key}"), text.clone());
            }
        }
    }
    all
}

/// What belongs to one order only: dates, the customer's number, 急 (which is said of a date), the tender; what was put in by hand
/// for one run; numbers, which are printed once.
const ASKED_ANEW: &[&str] = &[
    "order.customer_po",
    "order.project",
    "order.sample_due",
    "order.requested_date",
    "order.confirmed_date",
    "order.rush",
    "c1.form_table",
    "c1.good_sheets",
    "c1.spoilage_rate",
    "c1.spoilage",
    "c1.total_sheets",
    "c1.plate_sets",
    "c1.plates",
    "c1.parent_sheets",
    "c1.reams",
    "c1.issued",
    "f1.number_range",
    "d1.date",
];

/// What stands on the repeated order otherwise than on the one before: it came in now, is a reprint, and its tools are there.
const SAID_ANEW: &[(&str, &str)] = &[
    ("c1.plate_state", "old"),
    ("f1.tool_state", "old"),
    ("order.assistant_id", "林晓梅"),
    ("order.order_date", "2026-11-24"),
    ("order.received_on", "2026-11-24"),
    ("order.received_time", "09:12"),
    ("order.sheet_type", "reprint"),
];

/// An order as it is said on the telephone, and some more.
async fn a_full_order(house: &TestDesk) -> i64 {
    a_customer(house).await;
    let mut form = a_phone_order();
    for (key, text) in [
        ("customer_po", "PO-8837"),
        ("contact", "王琳"),
        ("phone", "138 1234 5678"),
        ("received_on", "11-20"),
        ("received_time", "16:40"),
        ("sample_due", "11-28"),
        ("confirmed_date", "12-8"),
        ("sheet_type", "normal"),
        ("deal_type", "direct"),
        ("remark", "封面用上次的金"),
    ] {
        form.order.insert(key.into(), text.into());
    }
    form.services = vec![super::row("s1", &[("name", "设计费"), ("amount", "800")])];
    for (row, plates) in form.components.iter_mut().zip(["new", "altered"]) {
        row.values.insert("plate_state".into(), plates.into());
    }
    registered(house, &form).await
}

#[test]
fn clause_f2_04_1_a_repeated_order_asks_for_no_field_that_was_known() {
    on_both(async |house| {
        a_customer(&house).await;
        let director = house.actor("何静").await;
        house.desk.mark_regular(&director, "name").await.unwrap();
        let (mut seen, mut anew) = (BTreeSet::new(), BTreeSet::new());
        for kind in OrderKind::ALL {
            let old = registered(&house, &the_fullest(kind)).await;
            let repeated = house.desk.repeat_order(&house.assistant, old).await;
            let draft = repeated.unwrap().value;
            let known = filled(&facts(&house, old).await.specification.to_form());
            let stands = filled(&draft.form);
            let empty: BTreeSet<&str> = known
                .keys()
                .map(String::as_str)
                .filter(|path| !stands.contains_key(*path))
                .collect();
            let asked: BTreeSet<&str> = ASKED_ANEW
                .iter()
                .copied()
                .filter(|path| known.contains_key(*path))
                .collect();
            assert_eq!(empty, asked, "{kind:?}");
            let changed: BTreeSet<(&str, &str)> = stands
                .iter()
                .filter(|(path, text)| known.get(*path) != Some(*text))
                .map(|(path, text)| (path.as_str(), text.as_str()))
                .collect();
            let said: BTreeSet<(&str, &str)> = SAID_ANEW
                .iter()
                .copied()
                .filter(|(path, _)| known.contains_key(*path))
                .collect();
            assert_eq!(changed, said, "{kind:?}");
            let repeats = draft.repeats.unwrap();
            assert_eq!(repeats.order.id, old);
            let taken: BTreeMap<String, String> = ["order.unit_price", "product.quantity"]
                .iter()
                .filter_map(|path| Some(((*path).to_owned(), stands.get(*path)?.clone())))
                .collect();
            assert_eq!(repeats.taken, taken, "{kind:?}");
            anew.extend(asked.into_iter().map(str::to_owned));
            seen.extend(known.into_keys());
        }
        // All of the dictionary was on one of them.
        for level in Level::ALL {
            for field in level.fields() {
                let row = match level {
                    Level::Order => "order".to_owned(),
                    Level::Product => "product".to_owned(),
                    _ => format!("{}1", level.letter()),
                };
                let path = format!("{row}.{}", field.key);
                assert!(seen.contains(&path), "{path} is on no order");
            }
        }
        assert_eq!(anew.len(), ASKED_ANEW.len());
    });
}

#[test]
fn a_repeated_order_and_its_model_name_each_other() {
    on_both(async |house| {
        let old = a_full_order(&house).await;
        let draft = house
            .desk
            .repeat_order(&house.assistant, old)
            .await
            .unwrap()
            .value;
        let mut form = draft.form.clone();
        form.order.insert("requested_date".into(), "12-20".into());
        // What is typed and saved meanwhile keeps the tie.
        house
            .desk
            .save_draft(&house.assistant, &draft.key, &form, None)
            .await
            .unwrap();
        let new = house
            .desk
            .register_order(&house.assistant, &draft.key, &form)
            .await
            .unwrap()
            .value;
        let page = house.desk.order_page(&house.assistant, new).await.unwrap();
        let old_page = house.desk.order_page(&house.assistant, old).await.unwrap();
        assert_eq!(page.repeats.as_ref().map(|link| link.id), Some(old));
        let by: Vec<i64> = old_page.repeated_by.iter().map(|link| link.id).collect();
        assert_eq!((by, old_page.repeats), (vec![new], None));
        assert_eq!(page.form.order["sheet_type"], "reprint");
    });
}

#[test]
fn taking_over_fills_only_what_nobody_has_typed_and_can_be_taken_back() {
    on_both(async |house| {
        let old = a_full_order(&house).await;
        // Somebody else looked after it than the one whom a new form begins with.
        change(&house, old, |form| {
            form.order.insert("sales_rep_id".into(), "何静".into());
        })
        .await;
        let new = house.desk.new_draft(&house.assistant).await.unwrap().value;
        assert_eq!(new.form.order["sales_rep_id"], "周敏");
        let mut typed = new.form.clone();
        for (key, text) in [
            ("customer_id", "深圳市彩源文化"),
            ("customer_po", "PO-9001"),
        ] {
            typed.order.insert(key.into(), text.into());
        }
        typed
            .product
            .insert("name".into(), "《岭南草木》精装画册".into());
        typed.product.insert("quantity".into(), "3千".into());
        typed.drops[0]
            .values
            .insert("address".into(), "龙岗".into());
        let filled = house
            .desk
            .take_over_order(&house.assistant, &new.key, &typed, Some(old))
            .await
            .unwrap()
            .value;
        let form = &filled.form;
        assert_eq!(
            (
                form.order["customer_po"].as_str(),
                form.product["quantity"].as_str()
            ),
            ("PO-9001", "3千")
        );
        assert_eq!(
            form.order["sales_rep_id"], "何静",
            "what nobody typed is no answer"
        );
        assert_eq!(form.drops, typed.drops, "a list somebody touched stays");
        assert_eq!(form.components.len(), 2);
        assert_eq!(form.order["sheet_type"], "reprint");
        assert_eq!(filled.repeats.unwrap().order.id, old);
        let back = house
            .desk
            .take_over_order(&house.assistant, &new.key, &typed, None)
            .await
            .unwrap()
            .value;
        assert_eq!((back.form, back.repeats), (typed, None));
    });
}

#[test]
fn the_last_order_of_the_same_product_is_offered_and_fills_nothing_by_itself() {
    on_both(async |house| {
        let old = a_full_order(&house).await;
        change(&house, old, |_| {}).await;
        let new = house.desk.new_draft(&house.assistant).await.unwrap().value;
        let mut typed = new.form.clone();
        typed
            .order
            .insert("customer_id".into(), "深圳市彩源文化".into());
        let before = house.desk.beside(&new.key, &typed).await.unwrap();
        assert_eq!(before.last_same, None, "a customer alone says nothing");
        typed
            .product
            .insert("name".into(), "《岭南草木》精装画册".into());
        let beside = house.desk.beside(&new.key, &typed).await.unwrap();
        assert_eq!(beside.last_same.unwrap().order.id, old);
        let opened = house
            .desk
            .open_draft(&house.assistant, &new.key)
            .await
            .unwrap();
        assert_eq!(opened.form, new.form);
        let own = format!("order:{old}");
        let own = house.desk.beside(&own, &typed).await.unwrap();
        assert_eq!(own.last_same, None, "an order is not its own model");
    });
}

#[test]
fn clause_f2_04_1_another_product_of_a_call_asks_for_nothing_that_was_said_of_the_call() {
    on_both(async |house| {
        let first = a_full_order(&house).await;
        let of_first = facts(&house, first).await.specification.to_form();
        house.it_is("2026-11-24T01:20:00Z");
        let draft = house.desk.another_product(&house.assistant, first).await;
        let draft = draft.expect("a draft").value;
        assert!(draft.repeats.is_none(), "it is another product");
        let form = draft.form;
        for key in [
            "kind",
            "customer_id",
            "contact",
            "phone",
            "customer_po",
            "channel",
            "deal_type",
            "sales_rep_id",
            "received_on",
            "received_time",
            "requested_date",
            "tax_rate",
            "invoice_type",
        ] {
            assert_eq!(form.order.get(key), of_first.order.get(key), "{key}");
        }
        assert_eq!(form.order["order_date"], "2026-11-24");
        assert_eq!(form.order["sheet_type"], "normal");
        for key in ["unit_price", "remark", "sample_due", "confirmed_date"] {
            assert!(!form.order.contains_key(key), "{key} is of the product");
        }
        assert_eq!(form.instalments, of_first.instalments);
        let gone = |key: &str| {
            let drops = of_first.drops.iter().cloned();
            drops
                .map(|mut row| {
                    row.values.remove(key);
                    row
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(form.drops, gone("quantity"), "where it goes, not how many");
        assert!(form.services.is_empty() && form.finishing.is_empty());
        // Of the product there is what every new order begins with.
        let blank = house.desk.new_draft(&house.assistant).await.unwrap().value;
        assert_eq!(form.product, blank.form.product);
        assert_eq!(form.components, blank.form.components);
    });
}

#[test]
fn clause_f4_5_another_product_for_stock_has_no_customer_and_another_sample_is_a_proof() {
    on_both(async |house| {
        all_kinds(&house).await;
        for (kind, sheet) in [("of", "normal"), ("os", "paid_proof")] {
            let mut form = a_phone_order();
            form.order.insert("kind".into(), kind.into());
            form.order.insert("sheet_type".into(), "返工".into());
            form.order.insert("estimator_id".into(), "林晓梅".into());
            form.order.insert("estimate_basis".into(), "旺季".into());
            form.order.insert("received_on".into(), "11-20".into());
            let first = registered(&house, &form).await;
            let draft = house.desk.another_product(&house.assistant, first).await;
            let form = draft.expect("a draft").value.form;
            assert_eq!(form.order["kind"], kind);
            assert_eq!(form.order["sheet_type"], sheet);
            assert_eq!(form.order.contains_key("customer_id"), kind == "os");
            assert_eq!(form.order.contains_key("received_on"), kind == "os");
            assert_eq!(form.instalments.is_empty(), kind == "of");
        }
    });
}

#[test]
fn clause_f2_04_1_the_day_of_a_single_drop_is_promised_anew_for_another_product() {
    on_both(async |house| {
        a_customer(&house).await;
        let mut form = a_phone_order();
        form.drops.truncate(1);
        let first = registered(&house, &form).await;
        let draft = house.desk.another_product(&house.assistant, first).await;
        let drops = draft.expect("a draft").value.form.drops;
        let stands = |key: &str| drops[0].values.contains_key(key);
        assert!(stands("address") && !stands("date") && !stands("quantity"));
    });
}
