//! 免费打样: a number of its own, no price, the supervisor's approval, its cost by the month, in no figure (S-4.2.3B-4).

use docket_core::free_proofs::{ApproveFreeProofRequest, RecordFreeProofCost, RequestFreeProof};
use docket_core::samples::Medium;
use docket_core::{DeskError, Refuse as _};

use crate::house_rules;
use crate::orders::{a_customer, a_phone_order, registered};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{page, pin_of, text_of};

async fn ask(house: &TestDesk, order_id: i64) -> Result<i64, DeskError> {
    let request = RequestFreeProof {
        order_id,
        medium: Medium::Inkjet,
        content: "封面、内文各一套".to_owned(),
        quantity: 2,
        reason: "客户在外地，打样寄看".to_owned(),
    };
    let done = house
        .desk
        .request_free_proof(&house.assistant, request)
        .await;
    done.map(|done| done.value)
}

async fn approve(house: &TestDesk, free_proof_id: i64, name: &str) -> Result<i64, DeskError> {
    let request = ApproveFreeProofRequest {
        free_proof_id,
        approval: pin_of(house, name).await,
    };
    let done = house
        .desk
        .approve_free_proof(&house.assistant, request)
        .await;
    done.map(|done| done.value)
}

async fn cost(house: &TestDesk, free_proof_id: i64, amount: &str) -> Result<i64, DeskError> {
    let request = RecordFreeProofCost {
        free_proof_id,
        cost: amount.to_owned(),
        note: "纸张、墨水".to_owned(),
    };
    let done = house
        .desk
        .record_free_proof_cost(&house.assistant, request)
        .await;
    done.map(|done| done.value)
}

async fn newest(house: &TestDesk, order: i64) -> i64 {
    page(house, order).await.free_proofs.proofs[0].id
}

fn code<T: std::fmt::Debug>(answer: Result<T, DeskError>) -> &'static str {
    answer.expect_err("it is refused").code()
}

#[test]
fn clause_s_4_2_3b_4_a_free_proof_is_approved_by_the_supervisor_and_costs_the_house() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let before = page(&house, order).await;
        let mut nothing = RequestFreeProof {
            order_id: order,
            medium: Medium::Inkjet,
            content: " ".to_owned(),
            quantity: 1,
            reason: "样".to_owned(),
        };
        let refused = async |request| {
            code(
                house
                    .desk
                    .request_free_proof(&house.assistant, request)
                    .await,
            )
        };
        assert_eq!(refused(nothing.clone()).await, "free_proof_incomplete");
        nothing.content = "封面".to_owned();
        nothing.quantity = 0;
        assert_eq!(refused(nothing.clone()).await, "free_proof_bad_quantity");
        nothing.quantity = 1;
        nothing.medium = Medium::Physical;
        assert_eq!(refused(nothing).await, "free_proof_not_a_proof");

        ask(&house, order).await.expect("it is asked for");
        let id = newest(&house, order).await;
        let waiting = page(&house, order).await.free_proofs.proofs.remove(0);
        assert_eq!((waiting.number, waiting.paper), (None, None));
        assert_eq!(
            code(cost(&house, id, "86.4").await),
            "free_proof_not_approved"
        );
        for (name, refusal) in [("周敏", "needs_role"), ("钱芳", "needs_role")] {
            assert_eq!(code(approve(&house, id, name).await), refusal, "{name}");
        }
        approve(&house, id, "赵强")
            .await
            .expect("销售主管 approves");
        let issued = page(&house, order).await.free_proofs.proofs.remove(0);
        assert_eq!(
            (issued.number.as_deref(), issued.approved_by.as_deref()),
            (Some("MD-2026-A0001"), Some("赵强")),
            "a number of its own series"
        );
        let paper = issued.paper.expect("its paper");
        let text = text_of(&house, &paper.sha256);
        for words in [
            "免费打样任务书",
            "MD-2026-A0001",
            "OD-2026-A000001",
            "0.00元",
            "封面、内文各一套",
            "赵强",
        ] {
            assert!(text.contains(words), "{words} in {text}");
        }
        assert_eq!(code(approve(&house, id, "何静").await), "free_proof_closed");
        assert_eq!(
            code(cost(&house, id, "很贵").await),
            "free_proof_cost_not_understood"
        );
        cost(&house, id, "86.4").await.expect("86.40");
        let after = page(&house, order).await;
        assert_eq!(after.free_proofs.proofs[0].cost.as_deref(), Some("86.40"));
        assert!(after.sheet.is_none(), "it is no task sheet of the order");
        assert_eq!(
            (&after.state, after.revision, after.checks.len()),
            (&before.state, before.revision, before.checks.len()),
            "nothing of the order moves"
        );
    });
}

#[test]
fn clause_s_4_2_3b_4_whoever_asks_does_not_approve_and_what_is_not_wanted_is_withdrawn() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let supervisor = house.actor("赵强").await;
        let request = RequestFreeProof {
            order_id: order,
            medium: Medium::Digital,
            content: "封面".to_owned(),
            quantity: 1,
            reason: "赔样".to_owned(),
        };
        house
            .desk
            .request_free_proof(&supervisor, request)
            .await
            .expect("a supervisor asks");
        let id = newest(&house, order).await;
        assert_eq!(code(approve(&house, id, "赵强").await), "own_request");
        let withdraw = async |reason| {
            let done = house
                .desk
                .withdraw_free_proof(&house.assistant, id, reason)
                .await;
            done.map(|done| done.value)
        };
        assert_eq!(code(withdraw(" ").await), "free_proof_reason_missing");
        withdraw("客户改看电子稿").await.expect("it is withdrawn");
        assert_eq!(code(withdraw("再撤").await), "free_proof_closed");
        assert_eq!(code(approve(&house, id, "何静").await), "free_proof_closed");
        ask(&house, order).await.unwrap();
        let next = newest(&house, order).await;
        approve(&house, next, "何静")
            .await
            .expect("业务总监 approves");
        let numbers = page(&house, order).await.free_proofs.proofs;
        assert_eq!(
            numbers[0].number.as_deref(),
            Some("MD-2026-A0001"),
            "what was withdrawn took no number"
        );
    });
}

#[test]
fn clause_s_4_2_3b_4_costs_are_summed_by_the_month_and_stand_in_no_figure() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let figures = house.desk.processing_figures().await.unwrap();
        for (moment, amount) in [
            ("2026-11-30T15:59:00Z", Some("100")),
            // Midnight in Shanghai: December.
            ("2026-11-30T16:00:00Z", Some("86.40")),
            ("2026-12-02T01:12:00Z", Some("13.60")),
            ("2026-12-02T02:00:00Z", None),
        ] {
            house.it_is(moment);
            ask(&house, order).await.unwrap();
            let id = newest(&house, order).await;
            approve(&house, id, "赵强").await.unwrap();
            if let Some(amount) = amount {
                cost(&house, id, amount).await.unwrap();
            }
        }
        let costs = house.desk.free_proof_costs().await.unwrap();
        let months: Vec<_> = costs
            .months
            .iter()
            .map(|month| {
                (
                    month.month.as_str(),
                    month.count,
                    month.open,
                    month.cost.as_str(),
                )
            })
            .collect();
        // 86.40 + 13.60 = 100.00; one of December is not reckoned yet.
        assert_eq!(
            months,
            [("2026-12", 3, 1, "100.00"), ("2026-11", 1, 0, "100.00")]
        );
        assert_eq!(costs.lines.len(), 4);
        assert_eq!(costs.lines[0].cost, None);
        house.it_is("2026-11-24T01:12:00Z");
        let after = house.desk.processing_figures().await.unwrap();
        assert_eq!(after, figures, "no figure of orders moves");
    });
}

#[test]
fn clause_s_4_2_3b_4_the_house_may_make_none() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        assert!(page(&house, order).await.free_proofs.on, "on by default");
        house_rules::set(&house, "free_proofs", "off", "今天").await;
        assert!(!page(&house, order).await.free_proofs.on);
        assert_eq!(code(ask(&house, order).await), "free_proofs_switched_off");
    });
}
