//! The lines of an order: every field survives, services join the amount, house rules decide what is warned of and answered.

use std::collections::BTreeMap;

use docket_core::orders::fields::{Kind, Level};
use docket_core::orders::wire::{FormRow, OrderForm};
use docket_core::orders::{ListFilter, OrderKind, PageFrom};
use docket_core::settings::Rule;

use super::{CUSTOMER, a_customer, a_phone_order, facts, registered, row};
use crate::support::{TestDesk, on_both};

async fn page(house: &TestDesk, order: i64) -> docket_core::orders::OrderPage {
    house
        .desk
        .order_page(&house.assistant, order)
        .await
        .expect("the page is there")
}

/// A text every kind of field understands.
fn said(kind: Kind, key: &str) -> String {
    let text = match kind {
        Kind::Check => "1",
        Kind::Integer => "4",
        Kind::Quantity => "1,200",
        Kind::UnitPrice => "43.20",
        Kind::Money => "204.50",
        Kind::Percent => "5%",
        Kind::Reams => "15.75",
        Kind::Forms => "1 sheets=1300 plates=8",
        Kind::Date => "2026-12-08",
        Kind::Time => "09:30",
        Kind::ParentSheet => "卷筒 787",
        Kind::Size => "210 × 285",
        Kind::Millimetres => "3.5",
        Kind::Colours => "4+4",
        Kind::Micrometres => "150",
        Kind::Customer => CUSTOMER,
        Kind::Person => "周敏",
        Kind::Text if key.starts_with("spots_") => "专金",
        Kind::Text | Kind::Multiline | Kind::Preset => key,
        Kind::Choice => "",
    };
    text.to_owned()
}

#[test]
fn clause_s_4_1_1_every_field_of_the_dictionary_is_kept_as_it_was_said() {
    on_both(async |house| {
        a_customer(&house).await;
        let director = house.actor("何静").await;
        house.desk.mark_regular(&director, "name").await.unwrap();
        for kind in OrderKind::ALL {
            let form = the_fullest(kind);
            let order = registered(&house, &form).await;
            assert_eq!(
                facts(&house, order).await.specification.to_form(),
                form,
                "{kind:?}"
            );
        }
    });
}

/// Every field an order of this kind has.
pub fn the_fullest(kind: OrderKind) -> OrderForm {
    let mut form = OrderForm::default();
    for level in Level::ALL {
        let values: BTreeMap<String, String> = level
            .fields()
            .iter()
            .filter(|field| kind.has(field))
            .map(|field| {
                let text = match field.choices.first() {
                    _ if field.key == "kind" => kind.code().to_owned(),
                    Some(choice) => choice.code.to_owned(),
                    None => said(field.kind, field.key),
                };
                (field.key.to_owned(), text)
            })
            .collect();
        let row = |values| {
            if !kind.has_level(level) {
                return Vec::new();
            }
            vec![FormRow {
                key: format!("{}1", level.letter()),
                values,
            }]
        };
        match level {
            Level::Order => form.order = values,
            Level::Product => form.product = values,
            Level::Component => form.components = row(values),
            Level::Finishing => form.finishing = row(values),
            Level::Drop => form.drops = row(values),
            Level::Instalment => form.instalments = row(values),
            Level::Service => form.services = row(values),
        }
    }
    form
}

#[test]
fn clause_f7_02_services_stand_beside_the_product_and_join_its_amount() {
    on_both(async |house| {
        a_customer(&house).await;
        let mut form = a_phone_order();
        // 2,000 × 24.80 = 49,600.00 by itself: no review by amount; with 400.01 more it is 50,000.01.
        form.order.insert("unit_price".into(), "24.8".into());
        form.product.insert("binding".into(), "骑马订".into());
        form.services = vec![row("s1", &[("name", "设计费"), ("amount", "400")])];
        let order = registered(&house, &form).await;
        let here = page(&house, order).await;
        assert_eq!(here.reckoning.computed["order.amount"], "50,000.00");
        assert_eq!(
            house
                .desk
                .orders_page(ListFilter::All, None, PageFrom::Newest, 10)
                .await
                .unwrap()[0]
                .amount,
            "50,000.00"
        );
        assert!(here.review.is_none(), "50,000.00 is not above 50,000.00");
        super::change(&house, order, |form| {
            form.services
                .push(row("s2", &[("name", "运费"), ("amount", "0.01")]));
        })
        .await;
        let here = page(&house, order).await;
        assert_eq!(
            house
                .desk
                .orders_page(ListFilter::All, None, PageFrom::Newest, 10)
                .await
                .unwrap()[0]
                .amount,
            "50,000.01"
        );
        assert!(
            here.review.is_some(),
            "the whole order counts, services with it"
        );
        // A service has no place on the task sheet: nothing of it is asked for there but its own two fields.
        super::change(&house, order, |form| form.services.clear()).await;
        let here = page(&house, order).await;
        assert_eq!(here.reckoning.computed["order.amount"], "49,600.00");
        assert!(here.form.services.is_empty());
    });
}

#[test]
fn clause_s_4_1_3_the_house_sets_what_is_warned_of_and_how_long_things_take() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let director = house.actor("何静").await;
        let codes = async || {
            let page = page(&house, order).await;
            page.reckoning
                .warnings
                .into_iter()
                .map(|warning| warning.code)
                .collect::<Vec<_>>()
        };
        let earliest = async || page(&house, order).await.reckoning.answers[0].clone();
        // 精装 15, 覆膜 0.5, 发外 2: 17.5 → 18 working days after 2026-11-24 is 2026-12-18.
        assert_eq!(earliest().await.value.as_deref(), Some("2026-12-18"));
        assert!(!codes().await.contains(&"text_too_heavy".to_owned()));
        let set = async |rule: Rule, value: &str| {
            let day = "2026-11-24".parse().expect("a day");
            house.desk.set_rule(&director, rule, value, day, "试").await
        };
        // Days of the adders are kept in halves.
        set(Rule::StandardCycle, r#"[["精装","10"]]"#)
            .await
            .expect("a table");
        set(Rule::CycleOutwork, "2").await.expect("halves");
        set(Rule::CycleLamination, "0").await.expect("halves");
        // 精装 10, 发外 1, 覆膜 nothing: 11 working days.
        assert_eq!(earliest().await.value.as_deref(), Some("2026-12-09"));
        assert!(set(Rule::StandardCycle, "{}").await.is_err());
        assert!(set(Rule::CartonWeight, "0").await.is_err());
        set(Rule::PerfectBoundPages, "120").await.expect("pages");
    });
}
