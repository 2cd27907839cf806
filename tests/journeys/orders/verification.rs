//! 核实: ticked while the order is read back, and asked again only where something changed.

use docket_core::orders::wire::RecordConfirmation;
use docket_core::orders::{OrderPage, OrderState, VerifyOrder};
use docket_core::settings::Rule;

use super::{a_customer, a_phone_order, answer, change, every_item, facts, refused, registered};
use crate::support::{TestDesk, on_both};

async fn page(house: &TestDesk, order: i64) -> OrderPage {
    house
        .desk
        .order_page(&house.assistant, order)
        .await
        .expect("the page is there")
}

/// The items that are asked for now.
async fn open(house: &TestDesk, order: i64) -> Vec<&'static str> {
    let items = page(house, order).await.verification.items;
    let open = items.into_iter().filter(|item| !item.holds);
    open.map(|item| item.item).collect()
}

async fn agrees(house: &TestDesk, order: i64, items: &[&str]) {
    let request = RecordConfirmation {
        verified: items.iter().map(|item| (*item).to_owned()).collect(),
        ..answer(house, order, "agreed").await
    };
    house
        .desk
        .record_confirmation(&house.assistant, &request)
        .await
        .expect("the answer is recorded");
}

async fn verify(house: &TestDesk, order: i64, items: &[String]) -> VerifyOrder {
    VerifyOrder {
        order_id: order,
        revision: house.revision(order).await,
        items: items.to_vec(),
        how: "phone".to_owned(),
        at: String::new(),
    }
}

#[test]
fn clause_f1_05a_the_requirements_count_as_confirmed_once_all_was_verified() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        assert_eq!(open(&house, order).await, every_item());
        // The yes is kept whatever was ticked; the requirements wait for the rest.
        agrees(&house, order, &["identity", "price"]).await;
        assert_eq!(facts(&house, order).await.state, OrderState::Registered);
        assert_eq!(open(&house, order).await, ["specification", "delivery"]);
        let line = page(&house, order).await.checks;
        let line = line
            .iter()
            .find(|line| line.code == "verified")
            .expect("a line");
        assert_eq!(
            (
                line.ok,
                line.clause,
                line.params["count"].as_str(),
                line.path.as_deref()
            ),
            (false, "F1-05", "2", Some("verify.specification"))
        );
        let rest = verify(
            &house,
            order,
            &["specification".to_owned(), "delivery".to_owned()],
        )
        .await;
        house
            .desk
            .verify_order(&house.assistant, &rest)
            .await
            .expect("ticked");
        assert_eq!(
            facts(&house, order).await.state,
            OrderState::RequirementsConfirmed
        );
        let items = page(&house, order).await.verification.items;
        let last = items.last().expect("an item");
        assert_eq!(
            (last.by.as_str(), last.at.as_str(), last.how.as_str()),
            ("林晓梅", "2026-11-24T01:12:00Z", "phone")
        );
    });
}

#[test]
fn clause_f1_05a_one_call_reads_back_verifies_and_confirms_and_a_change_asks_only_where_it_touches()
{
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        agrees(
            &house,
            order,
            &["identity", "specification", "price", "delivery"],
        )
        .await;
        assert_eq!(
            facts(&house, order).await.state,
            OrderState::RequirementsConfirmed
        );
        change(&house, order, |form| {
            form.order.insert("unit_price".into(), "40".into());
        })
        .await;
        assert_eq!(open(&house, order).await, ["price"]);
        assert_eq!(facts(&house, order).await.state, OrderState::Registered);
        // What is not part of any item is read back again, and nothing is verified again.
        change(&house, order, |form| {
            form.order.insert("unit_price".into(), "43.2".into());
            form.order.insert("remark".into(), "先来五百本".into());
        })
        .await;
        assert_eq!(open(&house, order).await, [""; 0]);
        assert!(!page(&house, order).await.confirmation.up_to_date);
        agrees(&house, order, &[]).await;
        assert_eq!(
            facts(&house, order).await.state,
            OrderState::RequirementsConfirmed
        );
    });
}

#[test]
fn clause_f1_05a_a_house_that_does_not_ask_for_it_confirms_by_the_answer_alone() {
    on_both(async |house| {
        a_customer(&house).await;
        house
            .desk
            .set_rule(
                &house.actor("何静").await,
                Rule::VerifyOrders,
                "off",
                "2026-11-24".parse().unwrap(),
                "都是老客户",
            )
            .await
            .unwrap();
        let order = registered(&house, &a_phone_order()).await;
        agrees(&house, order, &[]).await;
        assert_eq!(
            facts(&house, order).await.state,
            OrderState::RequirementsConfirmed
        );
        let page = page(&house, order).await;
        assert!(!page.verification.required);
        assert!(page.checks.iter().all(|line| line.code != "verified"));
    });
}

#[test]
fn clause_f1_05a_what_is_not_there_or_not_as_shown_is_not_verified() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let all = verify(&house, order, &every_item()).await;
        let cases = [
            (
                VerifyOrder {
                    items: Vec::new(),
                    ..all.clone()
                },
                "nothing_verified",
            ),
            (
                VerifyOrder {
                    items: vec!["luck".to_owned()],
                    ..all.clone()
                },
                "unknown_answer",
            ),
            (
                VerifyOrder {
                    how: "pigeon".to_owned(),
                    ..all.clone()
                },
                "unknown_answer",
            ),
            (
                VerifyOrder {
                    at: "2026-11-24T01:13:00Z".to_owned(),
                    ..all.clone()
                },
                "answer_in_future",
            ),
            (
                VerifyOrder {
                    revision: 99,
                    ..all.clone()
                },
                "changed_meanwhile",
            ),
        ];
        for (request, code) in cases {
            let answer = house.desk.verify_order(&house.assistant, &request).await;
            assert_eq!(refused(answer).0, code);
        }
        change(&house, order, |form| {
            form.order.remove("requested_date");
        })
        .await;
        let request = verify(&house, order, &every_item()).await;
        let (code, fields) = refused(house.desk.verify_order(&house.assistant, &request).await);
        assert_eq!(
            (code, fields),
            (
                "requirements_missing",
                vec!["order.requested_date".to_owned()]
            )
        );
        let quality = house.actor("陈刚").await;
        assert_eq!(
            refused(house.desk.verify_order(&quality, &request).await).0,
            "needs_role"
        );
    });
}

#[test]
fn clause_s_4_1_2b_nobody_says_yes_to_an_order_that_is_not_complete_even_without_a_tick() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        change(&house, order, |form| {
            form.order.remove("requested_date");
        })
        .await;
        let yes = RecordConfirmation {
            verified: Vec::new(),
            ..answer(&house, order, "agreed").await
        };
        let (code, fields) = refused(house.desk.record_confirmation(&house.assistant, &yes).await);
        assert_eq!(
            (code, fields),
            (
                "requirements_missing",
                vec!["order.requested_date".to_owned()]
            )
        );
    });
}

#[test]
fn clause_f1_05a_an_order_that_is_issued_is_verified_no_more() {
    on_both(async |house| {
        let order = crate::task_sheets::an_issued_book(&house).await;
        let request = verify(&house, order, &every_item()).await;
        assert_eq!(
            refused(house.desk.verify_order(&house.assistant, &request).await).0,
            "order_released"
        );
    });
}
