//! Who says yes to a change and who says no, who takes one back, and who checks what somebody else issues.

use docket_core::accounts::{Actor, ApprovalRequest, Medium, Role};
use docket_core::orders::wire::OrderForm;
use docket_core::task_sheets::{CheckOrderRequest, ProposeChangeRequest, RefuseChangeRequest};
use docket_core::{DeskError, Refuse as _};

use super::{
    a_book, a_review, a_stamped_sample, agreed, also, an_issued_book, approve, approved, audited,
    code, frozen_pdf, issue, latest_change, pin_of, propose, red, sheet, text_of,
};
use crate::orders::facts;
use crate::people::{change, deputy, enter, term};
use crate::support::{TestDesk, on_both};

fn paper(name: &'static str) -> impl FnOnce(&mut OrderForm) {
    move |form| {
        drop(
            form.components[3]
                .values
                .insert("grade".to_owned(), name.to_owned()),
        )
    }
}

/// Four places of a sheet that cost nothing: a new version, which waits for 审核 alone.
fn four_places(form: &mut OrderForm) {
    for (key, text) in [
        ("remark", "一"),
        ("phone", "1"),
        ("contact", "王"),
        ("customer_po", "P"),
    ] {
        form.order.insert(key.to_owned(), text.to_owned());
    }
}

/// Somebody refuses the latest change, with a reason.
async fn refuse(
    house: &TestDesk,
    order: i64,
    reason: &str,
    approval: ApprovalRequest,
) -> Result<i64, DeskError> {
    let request = RefuseChangeRequest {
        amendment_id: latest_change(house, order).await.id,
        reason: reason.to_owned(),
        approval,
    };
    house
        .desk
        .refuse_change(&house.assistant, request)
        .await
        .map(|done| done.value)
}

#[test]
fn clause_s_4_4_2_only_who_asked_for_a_change_withdraws_it_with_a_reason_and_its_trace_stays() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let before = frozen_pdf(&house, order).await;
        propose(&house, order, false, paper("双胶纸"))
            .await
            .expect("asked for");
        let id = latest_change(&house, order).await.id;
        let withdraw =
            async |actor: &Actor, reason: &str| house.desk.withdraw_change(actor, id, reason).await;
        let another = enter(&house, "吴平", Role::SalesAssistant).await;
        assert_eq!(code(withdraw(&another, "不改了").await), "change_not_yours");
        assert_eq!(
            code(withdraw(&house.assistant, " ").await),
            "reason_missing"
        );
        assert_eq!(latest_change(&house, order).await.state, "pending");
        withdraw(&house.assistant, " 客户又不改了 ")
            .await
            .expect("withdrawn");
        let trace = latest_change(&house, order).await;
        assert_eq!(
            (trace.state.as_str(), trace.closing_note.as_str()),
            ("withdrawn", "客户又不改了")
        );
        assert_eq!(
            (trace.places[0].old.as_str(), trace.places[0].new.as_str()),
            ("哑粉纸", "双胶纸")
        );
        // It is over: nobody approves it, and the sheet is the one it was.
        assert_eq!(
            code(approve(&house, order, "cost", "钱芳").await),
            "change_closed"
        );
        assert_eq!(
            code(withdraw(&house.assistant, "再撤一次").await),
            "change_closed"
        );
        assert_eq!(frozen_pdf(&house, order).await, before);
        assert_eq!(sheet(&house, order).await.places_used, 0);
    });
}

#[test]
fn clause_s_4_4_3_a_no_has_a_reason_and_is_said_by_somebody_who_could_have_said_yes() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        also(&house, "林晓梅", Role::Finance).await;
        propose(&house, order, false, paper("双胶纸"))
            .await
            .expect("asked for");
        let no = async |name: &str, reason: &str| {
            refuse(&house, order, reason, pin_of(&house, name).await).await
        };
        assert_eq!(code(no("钱芳", " ").await), "reason_missing");
        assert_eq!(code(no("陈刚", "贵").await), "needs_role");
        assert_eq!(
            code(no("林晓梅", "贵").await),
            "own_request",
            "who asked takes it back, and refuses nothing"
        );
        let earlier = ApprovalRequest::Recorded {
            person: Some(house.account("钱芳").await),
            name: String::new(),
            at: "2026-11-24T01:00:00Z".to_owned(),
            medium: Medium::Wechat,
            evidence: vec![],
            follows: true,
            note: String::new(),
        };
        assert_eq!(
            code(refuse(&house, order, "贵", earlier).await),
            "recorded_before_asked"
        );
        assert_eq!(latest_change(&house, order).await.state, "pending");
        no("钱芳", "超出预算").await.expect("refused");
        let trace = latest_change(&house, order).await;
        assert_eq!(
            (trace.state.as_str(), trace.closing_note.as_str()),
            ("refused", "超出预算")
        );
        // A no is never taken for a yes, and the next change need not wait for it.
        assert_eq!(
            code(approve(&house, order, "cost", "何静").await),
            "change_closed"
        );
        let now = sheet(&house, order).await;
        assert_eq!(
            (now.label.as_str(), now.places_used),
            ("RW-2026-A000001 · V1", 0)
        );
        propose(&house, order, false, paper("铜版纸"))
            .await
            .expect("asked for anew");
        approve(&house, order, "cost", "钱芳")
            .await
            .expect("approved");
        let now = sheet(&house, order).await;
        assert_eq!(
            (now.label.as_str(), now.places_used),
            ("RW-2026-A000001 · V1·改1", 1)
        );
    });
}

#[test]
fn clause_s_4_4_3_whoever_signed_beside_a_change_does_not_approve_it_either() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        // Both assistants hold what could approve: the one who types, and the one who signs beside it.
        also(&house, "林晓梅", Role::Finance).await;
        let typing = enter(&house, "吴平", Role::SalesAssistant).await;
        also(&house, "吴平", Role::Finance).await;
        let facts = facts(&house, order).await;
        let mut form = facts.specification.to_form();
        paper("双胶纸")(&mut form);
        let request = ProposeChangeRequest {
            order_id: order,
            revision: facts.revision,
            form,
            reason: "客户改样".to_owned(),
            consent: None,
            loss: None,
            approval: pin_of(&house, "林晓梅").await,
        };
        house
            .desk
            .propose_change(&typing, request)
            .await
            .expect("asked for");
        for name in ["吴平", "林晓梅"] {
            assert_eq!(
                code(approve(&house, order, "cost", name).await),
                "own_request",
                "{name}"
            );
        }
        approve(&house, order, "cost", "钱芳")
            .await
            .expect("somebody else approves");
    });
}

#[test]
fn clause_s_4_4_2a_a_change_is_signed_beside_by_an_assistant_and_by_nobody_else() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let facts = facts(&house, order).await;
        let mut form = facts.specification.to_form();
        form.order.insert("remark".to_owned(), "一".to_owned());
        let request = async |name: &str, revision: i64| ProposeChangeRequest {
            order_id: order,
            revision,
            form: form.clone(),
            reason: "客户改样".to_owned(),
            consent: None,
            loss: None,
            approval: pin_of(&house, name).await,
        };
        for (name, revision, refusal) in [
            ("何静", facts.revision, "needs_role"),
            ("周敏", facts.revision, "needs_role"),
            ("林晓梅", facts.revision - 1, "changed_meanwhile"),
        ] {
            let request = request(name, revision).await;
            let asked = house.desk.propose_change(&house.assistant, request).await;
            assert_eq!(code(asked), refusal, "{name}");
        }
        assert!(sheet(&house, order).await.amendments.is_empty());
    });
}

#[test]
fn clause_s_4_4_1_a_new_version_is_checked_like_the_first_and_issued_by_who_asked_for_it() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        // 许文 asks for it, 林晓梅 signs beside it and sits at the desk when the last of them signs.
        let asking = enter(&house, "许文", Role::SalesAssistant).await;
        let facts = facts(&house, order).await;
        let mut form = facts.specification.to_form();
        four_places(&mut form);
        let request = ProposeChangeRequest {
            order_id: order,
            revision: facts.revision,
            form,
            reason: "客户改样".to_owned(),
            consent: None,
            loss: None,
            approval: pin_of(&house, "林晓梅").await,
        };
        house
            .desk
            .propose_change(&asking, request)
            .await
            .expect("the fourth place");
        enter(&house, "吴平", Role::SalesRepresentative).await;
        // A representative whose order it is not says neither yes nor no.
        assert_eq!(
            code(approve(&house, order, "check", "吴平").await),
            "check_not_their_order"
        );
        let no = refuse(&house, order, "不同意", pin_of(&house, "吴平").await);
        assert_eq!(code(no.await), "check_not_their_order");
        approve(&house, order, "check", "周敏")
            .await
            .expect("业务员 of this order");
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        assert!(
            text.contains("RW-2026-A000001·V2")
                && text.contains("制单许文")
                && text.contains("审核周敏"),
            "{text}"
        );
        let in_force: (i64,) = sqlx::query_as(
            "SELECT COUNT(*) FROM task_sheets WHERE order_id = $1 AND voided_at IS NULL",
        )
        .bind(order)
        .fetch_one(&mut *house.desk.read().await.unwrap())
        .await
        .unwrap();
        assert_eq!(in_force.0, 1, "V1 is void in the same act");
    });
}

#[test]
fn clause_s_4_4_1_whoever_checked_a_sheet_does_not_issue_it() {
    on_both(async |house| {
        let order = a_book(&house).await;
        agreed(&house, order).await;
        audited(&house, order).await;
        a_stamped_sample(&house, order).await;
        super::compared(&house, order).await;
        a_review(&house, order).await;
        approved(&house, order).await;
        also(&house, "赵强", Role::SalesAssistant).await;
        let request = CheckOrderRequest {
            order_id: order,
            revision: house.revision(order).await,
            approval: pin_of(&house, "赵强").await,
        };
        house
            .desk
            .check_order(&house.assistant, request)
            .await
            .expect("审核");
        assert!(red(&house, order).await.is_empty());
        let checker = house.actor("赵强").await;
        let revision = house.revision(order).await;
        let own = house.desk.issue_task_sheet(&checker, order, revision).await;
        assert_eq!(own.expect_err("refused").code(), "own_request");
        let stale = house
            .desk
            .issue_task_sheet(&house.assistant, order, revision - 1)
            .await;
        assert_eq!(code(stale), "changed_meanwhile");
        issue(&house, order).await.expect("somebody else issues it");
    });
}

#[test]
fn clause_s_4_4_3_a_change_of_cost_and_quality_stands_once_both_have_signed() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        propose(&house, order, false, |form| {
            paper("双胶纸")(form);
            form.order
                .insert("quality_standard".to_owned(), "客户特殊要求".to_owned());
            form.order
                .insert("quality_special".to_owned(), "色差 ΔE<2".to_owned());
        })
        .await
        .expect("asked for");
        approve(&house, order, "quality", "陈刚")
            .await
            .expect("the first of two");
        let waiting = latest_change(&house, order).await;
        let needs: Vec<_> = waiting
            .needs
            .iter()
            .map(|need| (need.authority.as_str(), need.done))
            .collect();
        assert_eq!(waiting.state, "pending");
        assert_eq!(
            needs,
            [
                ("sales_assistant", true),
                ("quality", true),
                ("cost", false)
            ]
        );
        assert_eq!(sheet(&house, order).await.label, "RW-2026-A000001 · V1");
        assert_eq!(
            code(approve(&house, order, "quality", "陈刚").await),
            "signature_not_asked",
            "given already"
        );
        approve(&house, order, "cost", "何静")
            .await
            .expect("业务总监 may sign the cost");
        assert_eq!(sheet(&house, order).await.label, "RW-2026-A000001 · V1·改1");
    });
}

#[test]
fn clause_s_4_4_3_a_change_of_cost_is_refused_asked_again_and_approved_by_the_deputy_of_the_head() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let stand_in = house.account("陈刚").await;
        change(&house, "钱芳", |form| {
            form.terms = vec![term(Role::Finance, true, "2026-11-24", "")];
            form.deputies = vec![deputy(Role::Finance, stand_in, "2026-11-25", "2026-11-26")];
        })
        .await
        .expect("a head of finance with a deputy");
        enter(&house, "出纳", Role::Finance).await;
        propose(&house, order, false, paper("双胶纸"))
            .await
            .expect("asked for");
        refuse(&house, order, "加价没有谈好", pin_of(&house, "钱芳").await)
            .await
            .expect("refused");
        assert_eq!(latest_change(&house, order).await.state, "refused");
        propose(&house, order, false, paper("双胶纸"))
            .await
            .expect("asked for again");
        assert_eq!(
            code(approve(&house, order, "cost", "陈刚").await),
            "needs_role",
            "not yet a deputy"
        );
        house.it_is("2026-11-25T01:12:00Z");
        approve(&house, order, "cost", "陈刚")
            .await
            .expect("a deputy's yes");
        let change = latest_change(&house, order).await;
        assert_eq!(change.state, "in_force");
        assert_eq!(change.needs[1].who.as_deref(), Some("陈刚（代 钱芳）"));
        let text = text_of(&house, &frozen_pdf(&house, order).await);
        assert!(text.contains("财务陈刚（代钱芳）"), "{text}");
        // Beside head and deputy everybody of finance may still say yes (S-4.4.3).
        propose(&house, order, false, paper("特种纸"))
            .await
            .expect("asked for");
        approve(&house, order, "cost", "出纳")
            .await
            .expect("finance approves");
    });
}
