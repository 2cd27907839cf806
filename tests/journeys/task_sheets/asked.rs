//! What is asked before the sheet, and of whom.

use docket_core::accounts::Role;
use docket_core::orders::OrderPage;

use super::{a_book, a_review, a_stamped_sample, agreed, audited, compared, issue, page, red};
use crate::orders::change;
use crate::support::on_both;

/// Code and role of the lines that are not green.
fn waits_for(page: &OrderPage) -> Vec<(&'static str, Role)> {
    page.checks
        .iter()
        .filter(|line| !line.ok)
        .map(|line| (line.code, line.who))
        .collect()
}

#[test]
fn clause_f2_04_2_each_line_is_in_one_persons_hands() {
    on_both(async |house| {
        let order = a_book(&house).await;
        assert_eq!(
            waits_for(&page(&house, order).await),
            [
                ("read_back", Role::SalesAssistant),
                ("verified", Role::SalesAssistant),
                ("material_unaudited", Role::SalesAssistant),
                ("files_missing", Role::SalesAssistant),
                ("sample_missing", Role::SalesAssistant),
                ("review_required", Role::SalesAssistant),
                ("effect_approval", Role::SalesSupervisor),
                ("check", Role::SalesRepresentative),
            ]
        );
        // A review that has begun waits for each department by itself.
        agreed(&house, order).await;
        house
            .desk
            .save_route(&house.assistant, order, "印刷、覆膜、精装")
            .await
            .expect("a route");
        let departments: Vec<_> = waits_for(&page(&house, order).await)
            .into_iter()
            .filter(|(code, _)| *code == "review_opinion_missing")
            .map(|(_, who)| who)
            .collect();
        assert_eq!(departments, [Role::Production, Role::Quality]);
    });
}

#[test]
fn clause_f8_1_size_quantity_price_place_and_time_are_asked_before_the_sheet() {
    on_both(async |house| {
        let order = a_book(&house).await;
        for path in [
            "product.size",
            "product.quantity",
            "order.unit_price",
            "drop:d1.address",
            "order.requested_date",
        ] {
            let mut was = String::new();
            change(&house, order, |form| {
                was = std::mem::take(field(form, path));
            })
            .await;
            let page = page(&house, order).await;
            let line = page
                .checks
                .iter()
                .find(|line| line.code == "starred_fields");
            let line = line.expect("the line of the starred fields");
            assert_eq!((line.ok, line.path.as_deref()), (false, Some(path)));
            change(&house, order, |form| *field(form, path) = was).await;
        }
        assert!(!red(&house, order).await.contains(&"starred_fields"));
    });
}

fn field<'form>(form: &'form mut docket_core::orders::OrderForm, path: &str) -> &'form mut String {
    let (place, key) = path.split_once('.').expect("a path");
    let values = match place {
        "product" => &mut form.product,
        "order" => &mut form.order,
        _ => &mut form.drops[0].values,
    };
    values.entry(key.to_owned()).or_default()
}

#[test]
fn clause_f4_4b_an_oral_order_goes_to_the_plant_only_once_it_was_read_back_in_writing() {
    on_both(async |house| {
        let order = a_book(&house).await;
        assert!(page(&house, order).await.number.starts_with("OD-"));
        let refusal = issue(&house, order).await.expect_err("only spoken of");
        assert_eq!(docket_core::Refuse::code(&refusal), "not_green");
        agreed(&house, order).await;
        audited(&house, order).await;
        a_stamped_sample(&house, order).await;
        compared(&house, order).await;
        a_review(&house, order).await;
        assert_eq!(red(&house, order).await, ["effect_approval", "check"]);
        // What is written differs from what was read back: it was only spoken of again, and nobody may let it take effect.
        change(&house, order, |form| {
            *field(form, "order.requested_date") = "12-9".to_owned();
        })
        .await;
        assert!(red(&house, order).await.contains(&"read_back"));
        let refusal = issue(&house, order).await.expect_err("only spoken of");
        assert_eq!(docket_core::Refuse::code(&refusal), "not_green");
    });
}
