//! 退回: whoever is asked for 生效审批 or 审核 says no, and why (F2-04.4a).

use docket_core::DeskError;
use docket_core::accounts::{ApprovalRequest, Medium, Role};
use docket_core::orders::OrderPage;
use docket_core::sent_back::{AskedFor, SendBackRequest};
use docket_core::task_sheets::CheckLine;

use crate::orders::change;
use crate::people::enter;
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{
    a_book, a_review, agreed, approved, checked_alone, code, issue, page, pin_of, ready_to_check,
    red, the_book,
};

async fn no_of(
    house: &TestDesk,
    order: i64,
    asked_for: AskedFor,
    approval: ApprovalRequest,
    reason: &str,
) -> Result<i64, DeskError> {
    let request = SendBackRequest {
        order_id: order,
        revision: house.revision(order).await,
        asked_for,
        reason: reason.to_owned(),
        approval,
    };
    house
        .desk
        .send_back(&house.assistant, request)
        .await
        .map(|done| done.value)
}

async fn no_by(
    house: &TestDesk,
    order: i64,
    asked_for: AskedFor,
    name: &str,
) -> Result<i64, DeskError> {
    let pin = pin_of(house, name).await;
    no_of(house, order, asked_for, pin, "单价低了，先问老板").await
}

fn line<'a>(page: &'a OrderPage, code: &str) -> &'a CheckLine {
    let found = page.checks.iter().find(|line| line.code == code);
    found.expect("the check list says so")
}

/// Whose turn a line is.
async fn turn(house: &TestDesk, order: i64, code: &str) -> Option<&'static str> {
    let page = page(house, order).await;
    let line = page.checks.iter().find(|line| line.code == code)?;
    Some(line.who.code())
}

#[test]
fn clause_f2_04_4a_an_approval_is_refused_with_a_reason_and_the_order_is_the_assistants_again() {
    on_both(async |house| {
        let order = a_book(&house).await;
        agreed(&house, order).await;
        a_review(&house, order).await;
        assert_eq!(
            turn(&house, order, "effect_approval").await,
            Some("sales_supervisor")
        );
        no_by(&house, order, AskedFor::Effect, "赵强")
            .await
            .expect("a no");
        let shown = page(&house, order).await;
        assert_eq!(shown.state, "pending_effect", "a no moves nothing");
        let said = line(&shown, "effect_sent_back");
        assert!(!said.ok && !said.warns);
        assert_eq!(said.who.code(), "sales_assistant");
        assert_eq!(said.params["signer"], "赵强");
        assert_eq!(said.params["reason"], "单价低了，先问老板");
        let gate = &shown.effect.approval;
        assert!(!gate.passed);
        assert_eq!(gate.signer.as_deref(), Some("赵强"));
        assert_eq!(gate.sent_back.as_deref(), Some("单价低了，先问老板"));
        // Decision, person, time and reason stand in its story.
        let told = house.desk.order_story(&house.assistant, order).await;
        let told = told.expect("a story");
        let no = told
            .iter()
            .find(|line| line.activity == "send_effect_back")
            .expect("it is told");
        assert_eq!(no.reason, "单价低了，先问老板");
        assert_eq!(no.params["signer"], "赵强");
        // What is put right is asked for anew.
        change(&house, order, |form| {
            form.order
                .insert("unit_price".to_owned(), "46.5".to_owned());
        })
        .await;
        let reds = red(&house, order).await;
        assert!(!reds.contains(&"effect_sent_back"), "{reds:?}");
        assert_eq!(
            turn(&house, order, "effect_approval").await,
            Some("sales_supervisor")
        );
    });
}

#[test]
fn clause_f2_04_4a_who_said_no_may_say_yes_and_what_is_given_is_given() {
    on_both(async |house| {
        let order = a_book(&house).await;
        agreed(&house, order).await;
        a_review(&house, order).await;
        no_by(&house, order, AskedFor::Effect, "赵强")
            .await
            .expect("a no");
        approved(&house, order).await;
        let shown = page(&house, order).await;
        assert_eq!(shown.state, "in_effect");
        assert!(shown.effect.approval.passed);
        assert_eq!(shown.effect.approval.sent_back, None);
        assert_eq!(
            code(no_by(&house, order, AskedFor::Effect, "赵强").await),
            "send_back_nothing_waits"
        );
    });
}

#[test]
fn clause_f2_04_4a_who_may_not_say_yes_may_not_say_no_and_a_no_says_why() {
    on_both(async |house| {
        let order = a_book(&house).await;
        for name in ["林晓梅", "周敏", "钱芳", "郑总"] {
            assert_eq!(
                code(no_by(&house, order, AskedFor::Effect, name).await),
                "needs_role",
                "{name}"
            );
        }
        for name in ["林晓梅", "钱芳", "郑总"] {
            assert_eq!(
                code(no_by(&house, order, AskedFor::Check, name).await),
                "needs_role",
                "{name}"
            );
        }
        // A representative answers for their own orders alone; this one is 周敏's.
        enter(&house, "吴强", Role::SalesRepresentative).await;
        assert_eq!(
            code(no_by(&house, order, AskedFor::Check, "吴强").await),
            "check_not_their_order"
        );
        for asked_for in [AskedFor::Effect, AskedFor::Check] {
            let pin = pin_of(&house, "赵强").await;
            assert_eq!(
                code(no_of(&house, order, asked_for, pin, "  ").await),
                "send_back_reason"
            );
        }
        let reds = red(&house, order).await;
        assert!(!reds.iter().any(|code| code.ends_with("sent_back")));
        // The director takes an order herself: she answers it neither way.
        let director = house.actor("何静").await;
        let hers = house
            .desk
            .register_order(&director, "new:1-1", &the_book())
            .await
            .expect("registered")
            .value;
        assert_eq!(
            code(no_by(&house, hers, AskedFor::Effect, "何静").await),
            "own_request"
        );
    });
}

#[test]
fn clause_f2_04_4a_a_check_is_refused_too_and_keeps_the_sheet_back() {
    on_both(async |house| {
        let order = a_book(&house).await;
        ready_to_check(&house, order).await;
        let said = ApprovalRequest::Recorded {
            person: Some(house.account("周敏").await),
            name: String::new(),
            at: "2026-11-24T01:12:00Z".to_owned(),
            medium: Medium::Phone,
            evidence: Vec::new(),
            follows: true,
            note: String::new(),
        };
        no_of(&house, order, AskedFor::Check, said, "开本写错了")
            .await
            .expect("a no by phone");
        let shown = page(&house, order).await;
        let no = line(&shown, "check_sent_back");
        assert_eq!(no.params["signer"], "周敏");
        assert_eq!(no.params["reason"], "开本写错了");
        assert_eq!(no.params["recorded"], "phone", "代录 is marked");
        assert_eq!(no.who.code(), "sales_assistant");
        assert_eq!(red(&house, order).await, ["check_sent_back"]);
        assert_eq!(code(issue(&house, order).await), "not_green");
        checked_alone(&house, order).await;
        issue(&house, order).await.expect("checked after all");
        assert_eq!(
            code(no_by(&house, order, AskedFor::Check, "赵强").await),
            "send_back_nothing_waits"
        );
    });
}

#[test]
fn clause_f2_04_4a_a_no_to_another_content_than_was_shown_is_not_taken() {
    on_both(async |house| {
        let order = a_book(&house).await;
        let request = SendBackRequest {
            order_id: order,
            revision: house.revision(order).await,
            asked_for: AskedFor::Check,
            reason: "开本写错了".to_owned(),
            approval: pin_of(&house, "赵强").await,
        };
        change(&house, order, |form| {
            form.order.insert("unit_price".to_owned(), "44".to_owned());
        })
        .await;
        assert_eq!(
            code(house.desk.send_back(&house.assistant, request).await),
            "changed_meanwhile"
        );
    });
}

#[test]
fn clause_f2_04_4a_an_overruled_no_never_comes_back_and_another_content_is_asked_for_anew() {
    on_both(async |house| {
        let order = a_book(&house).await;
        let press = async |name: &str| {
            let name = name.to_owned();
            change(&house, order, |form| {
                form.components[3].values.insert("press".to_owned(), name);
            })
            .await;
        };
        no_by(&house, order, AskedFor::Check, "周敏")
            .await
            .expect("a no");
        press("对开四色").await;
        let reds = red(&house, order).await;
        assert!(reds.contains(&"check"), "asked for anew: {reds:?}");
        press("").await;
        assert!(red(&house, order).await.contains(&"check_sent_back"));
        checked_alone(&house, order).await;
        press("对开四色").await;
        checked_alone(&house, order).await;
        press("").await;
        let reds = red(&house, order).await;
        assert!(
            reds.contains(&"check_stale") && !reds.contains(&"check_sent_back"),
            "{reds:?}"
        );
    });
}
