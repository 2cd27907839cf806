//! Doubles are warned of, and never keep anything back.

use docket_core::orders::DoubleKind;
use docket_core::orders::wire::OrderForm;
use docket_core::settings::Rule;

use super::{a_customer, a_phone_order, facts, registered};
use crate::support::{TestDesk, on_both};

/// The kinds of double the desk sees beside a form, with the other order's number.
async fn warned(house: &TestDesk, key: &str, form: &OrderForm) -> Vec<(DoubleKind, String)> {
    let beside = house.desk.beside(key, form).await.unwrap();
    beside
        .doubles
        .into_iter()
        .map(|double| {
            let named = double.order.map(|order| order.number);
            (double.kind, named.or(double.draft).unwrap_or_default())
        })
        .collect()
}

const FIRST: &str = "OD-2026-A000001";

#[test]
fn the_same_customer_number_is_warned_of_however_it_is_written_and_registering_goes_on() {
    on_both(async |house| {
        a_customer(&house).await;
        let mut form = a_phone_order();
        form.order.insert("customer_po".into(), "PO-8837".into());
        let id = registered(&house, &form).await;
        let mut again = a_phone_order();
        again.product.insert("quantity".into(), "500".into());
        assert_eq!(warned(&house, "new:1-9", &again).await, []);
        again.order.insert("customer_po".into(), " po-8837 ".into());
        let po = (DoubleKind::SamePo, FIRST.to_owned());
        assert_eq!(warned(&house, "new:1-9", &again).await, [po]);
        let own = format!("order:{id}");
        assert_eq!(warned(&house, &own, &form).await, [], "not of itself");
        registered(&house, &again).await;
    });
}

#[test]
fn the_same_job_is_warned_of_within_the_days_the_house_has_set() {
    on_both(async |house| {
        a_customer(&house).await;
        registered(&house, &a_phone_order()).await;
        let same = [(DoubleKind::SameJob, FIRST.to_owned())];
        let form = a_phone_order();
        assert_eq!(warned(&house, "new:1-9", &form).await, same);
        for (key, text) in [
            ("quantity", "2001"),
            ("size", "210x286"),
            ("name", "别的画册"),
        ] {
            let mut other = a_phone_order();
            other.product.insert(key.into(), text.into());
            assert_eq!(warned(&house, "new:1-9", &other).await, [], "{key}");
        }
        // Registered on 2026-11-24; thirty days later is 12-24, whose last minute is 15:59 UTC.
        house.it_is("2026-12-24T15:59:00Z");
        assert_eq!(warned(&house, "new:1-9", &form).await, same);
        house.it_is("2026-12-24T16:00:00Z");
        assert_eq!(warned(&house, "new:1-9", &form).await, []);
        let director = house.actor("何静").await;
        let today = house.desk.today();
        house
            .desk
            .set_rule(
                &director,
                Rule::DuplicateWithinDays,
                "31",
                today,
                "年底翻单多",
            )
            .await
            .unwrap();
        assert_eq!(warned(&house, "new:1-9", &form).await, same);
    });
}

#[test]
fn an_order_that_is_repeated_on_purpose_is_no_double_of_its_model_but_of_another_copy() {
    on_both(async |house| {
        a_customer(&house).await;
        let old = registered(&house, &a_phone_order()).await;
        let repeat = async || {
            let repeated = house.desk.repeat_order(&house.assistant, old).await;
            repeated.unwrap().value
        };
        let (one, other) = (repeat().await, repeat().await);
        assert_eq!(
            warned(&house, &one.key, &one.form).await,
            [(DoubleKind::OpenDraft, other.key.clone())]
        );
        let copy = house
            .desk
            .register_order(&house.assistant, &other.key, &other.form)
            .await
            .unwrap()
            .value;
        let form = facts(&house, copy).await.specification.to_form();
        for own in [copy, old] {
            let jobs = warned(&house, &format!("order:{own}"), &form).await;
            let jobs: Vec<_> = jobs
                .iter()
                .filter(|(kind, _)| *kind == DoubleKind::SameJob)
                .collect();
            assert!(jobs.is_empty(), "{jobs:?}");
        }
        assert_eq!(
            warned(&house, &one.key, &one.form).await,
            [(DoubleKind::SameJob, "OD-2026-A000002".to_owned())]
        );
    });
}

#[test]
fn a_colleague_who_types_the_same_order_is_named() {
    on_both(async |house| {
        a_customer(&house).await;
        let director = house.actor("何静").await;
        let draft = house.desk.new_draft(&director).await.unwrap().value;
        house
            .desk
            .save_draft(&director, &draft.key, &a_phone_order(), None)
            .await
            .unwrap();
        let beside = house
            .desk
            .beside("new:1-9", &a_phone_order())
            .await
            .unwrap();
        let double = &beside.doubles[0];
        assert_eq!(
            (double.kind, double.who.as_str(), double.draft.as_deref()),
            (DoubleKind::OpenDraft, "何静", Some(draft.key.as_str()))
        );
    });
}
