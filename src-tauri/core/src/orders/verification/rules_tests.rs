//! Which item a change touches.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::collections::BTreeMap;

use super::*;
use crate::calendar::BusinessDay;
use crate::orders::wire::{FormRow, OrderForm};
use crate::settings::HouseRules;

fn record(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs
        .iter()
        .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
        .collect()
}

fn an_order() -> OrderForm {
    let row = |key: &str, pairs: &[(&str, &str)]| FormRow {
        key: key.to_owned(),
        values: record(pairs),
    };
    OrderForm {
        order: record(&[
            ("customer_id", "彩源"),
            ("contact", "王琳"),
            ("unit_price", "43.2"),
            ("requested_date", "2026-12-08"),
            ("quality_standard", "公司标准"),
        ]),
        product: record(&[("name", "画册"), ("quantity", "2000"), ("size", "210x285")]),
        components: vec![row(
            "c1",
            &[
                ("name", "内文"),
                ("grade", "铜版纸"),
                ("work_style", "正反印"),
            ],
        )],
        drops: vec![row("d1", &[("date", "2026-12-08"), ("quantity", "2000")])],
        instalments: vec![row("p1", &[("percent", "100"), ("due", "发货前")])],
        ..OrderForm::default()
    }
}

fn understood(form: &OrderForm) -> Specification {
    let today = BusinessDay("2026-11-24".parse().expect("a day"));
    Specification::understand(form, today, &HouseRules::default()).0
}

fn ticked(specification: &Specification) -> Vec<Tick> {
    Item::ALL
        .into_iter()
        .map(|item| Tick {
            item,
            hash: item.hash(specification),
        })
        .collect()
}

#[test]
fn clause_f1_05a_what_changes_is_asked_again_only_where_it_touches() {
    use Item::{Delivery, Identity, Price, Specification as Made};
    let before = understood(&an_order());
    let ticks = ticked(&before);
    assert_eq!(
        open_items(&before, &[]),
        Item::ALL,
        "nothing is ticked for anybody"
    );
    assert!(open_items(&before, &ticks).is_empty());
    let table: [(&str, &str, &[Item]); 10] = [
        ("order.contact", "李女士", &[Identity]),
        ("order.unit_price", "43.21", &[Price]),
        ("order.requested_date", "2026-12-09", &[Delivery]),
        ("order.quality_standard", "客户特殊要求", &[Made]),
        ("order.remark", "先来五百本", &[]),
        ("order.confirmed_date", "2026-12-09", &[]),
        ("product.quantity", "2100", &[Made, Price]),
        ("product.size", "210x210", &[Made]),
        ("product.spine", "12", &[]),
        ("product.name", "画册 再版", &[Made]),
    ];
    for (path, text, open) in table {
        let mut form = an_order();
        let (level, key) = path.split_once('.').expect("a path");
        let record = if level == "order" {
            &mut form.order
        } else {
            &mut form.product
        };
        record.insert(key.to_owned(), text.to_owned());
        assert_eq!(open_items(&understood(&form), &ticks), open, "{path}");
    }
    type Change<'a> = &'a dyn Fn(&mut OrderForm);
    let rows: [(Change<'_>, &[Item]); 4] = [
        (
            &|form| {
                drop(
                    form.components[0]
                        .values
                        .insert("grade".into(), "双胶纸".into()),
                )
            },
            &[Made],
        ),
        (
            &|form| {
                drop(
                    form.components[0]
                        .values
                        .insert("work_style".into(), "单面印".into()),
                )
            },
            &[],
        ),
        (
            &|form| drop(form.drops[0].values.insert("address".into(), "自提".into())),
            &[Delivery],
        ),
        (
            &|form| {
                drop(
                    form.instalments[0]
                        .values
                        .insert("due".into(), "下单前".into()),
                )
            },
            &[Price],
        ),
    ];
    for (number, (change, open)) in rows.into_iter().enumerate() {
        let mut form = an_order();
        change(&mut form);
        assert_eq!(open_items(&understood(&form), &ticks), open, "row {number}");
    }
}

#[test]
fn clause_f1_05a_undoing_the_change_brings_the_tick_back_and_the_latest_tick_counts() {
    let before = understood(&an_order());
    let mut form = an_order();
    form.order.insert("unit_price".into(), "40".into());
    let after = understood(&form);
    let mut ticks = ticked(&after);
    ticks.extend(ticked(&before));
    assert!(open_items(&after, &ticks).is_empty());
    assert_eq!(open_items(&before, &ticks), [Item::Price]);
}

#[test]
fn clause_f7_05_name_quantity_price_and_delivery_each_belong_to_an_item() {
    for (key, level) in [
        ("name", Level::Product),
        ("quantity", Level::Product),
        ("unit_price", Level::Order),
        ("requested_date", Level::Order),
        ("customer_id", Level::Order),
    ] {
        let field = level.field(key).expect("a field");
        assert!(
            Item::ALL.into_iter().any(|item| item.is_about(field)),
            "{key}"
        );
    }
}

#[test]
fn clause_f1_05a_finishing_is_verified_with_the_specification_and_its_order_is_nothing() {
    let step = |key: &str, process: &str| FormRow {
        key: key.to_owned(),
        values: record(&[("process", process)]),
    };
    let with = |steps: Vec<FormRow>| {
        Item::Specification.hash(&understood(&OrderForm {
            finishing: steps,
            ..an_order()
        }))
    };
    let (film, foil) = (step("f1", "覆哑膜"), step("f2", "烫金"));
    let both = with(vec![film.clone(), foil.clone()]);
    assert_eq!(both, with(vec![foil, film.clone()]));
    assert_ne!(both, with(vec![film]));
}
