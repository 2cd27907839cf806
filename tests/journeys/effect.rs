//! Taking effect: the gates before it, and what an order is from then on (F7-03, F7-07, F7-08).

use docket_core::accounts::{ApprovalRequest, EvidenceRequest, Medium, Role};
use docket_core::effect::{ApproveEffectRequest, RecordCustomerSignature, SignatureKind};
use docket_core::hand_overs::{HandOverRequest, Occasion, ReceiveHandOver};
use docket_core::orders::wire::OrderForm;
use docket_core::orders::{ListFilter, OrderPage, OrderState, PageFrom};
use docket_core::review::{
    ConcludeReviewRequest, Conclusion, Department, RecordOpinionRequest, Verdict,
};
use docket_core::settings::wire::ChangeSetting;
use docket_core::task_sheets::CheckOrderRequest;
use docket_core::{DeskError, Refuse as _};

use crate::orders::{a_customer, answer, change, change_its_customer, facts, in_time, registered};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{
    a_book, a_review, a_stamped_sample, agreed, also, an_issued_book, approve, approve_effect,
    approved, audited, checked, code, issue, page, pin_of, propose, ready_to_issue, red, the_book,
};

/// 审核 by somebody.
async fn check_by(house: &TestDesk, order: i64, name: &str) -> Result<i64, DeskError> {
    let request = CheckOrderRequest {
        order_id: order,
        revision: house.revision(order).await,
        approval: pin_of(house, name).await,
    };
    house
        .desk
        .check_order(&house.assistant, request)
        .await
        .map(|done| done.value)
}

async fn state(house: &TestDesk, order: i64) -> OrderState {
    facts(house, order).await.state
}

/// The book perfect-bound at this price: whole, and nothing about it is to be reviewed.
pub async fn a_plain_book(house: &TestDesk, unit_price: &str) -> i64 {
    a_customer(house).await;
    let mut form = the_book();
    form.product
        .insert("binding".to_owned(), "无线胶装".to_owned());
    in_time(&mut form);
    form.order
        .insert("unit_price".to_owned(), unit_price.to_owned());
    registered(house, &form).await
}

pub async fn set(house: &TestDesk, rule: &str, value: &str) {
    let director = house.actor("何静").await;
    let request = ChangeSetting {
        rule: rule.to_owned(),
        value: value.to_owned(),
        from: "今天".to_owned(),
        why: "年末".to_owned(),
    };
    house
        .desk
        .change_setting(&director, &request)
        .await
        .expect("the rule is set");
}

fn line<'a>(page: &'a OrderPage, code: &str) -> Option<(bool, bool, &'a str)> {
    let line = page.checks.iter().find(|line| line.code == code)?;
    Some((line.ok, line.warns, line.clause))
}

#[test]
fn clause_f7_07a_above_fifty_thousand_an_order_waits_for_a_supervisor() {
    on_both(async |house| {
        let order = a_book(&house).await;
        assert_eq!(state(&house, order).await, OrderState::Registered);
        agreed(&house, order).await;
        assert_eq!(
            state(&house, order).await,
            OrderState::RequirementsConfirmed
        );
        a_review(&house, order).await;
        assert_eq!(state(&house, order).await, OrderState::PendingEffect);
        // Not the assistant, and nobody whose word it is not.
        for name in ["林晓梅", "周敏", "钱芳", "郑总"] {
            assert_eq!(
                code(approve_effect(&house, order, name).await),
                "needs_role",
                "{name}"
            );
        }
        approved(&house, order).await;
        let page = page(&house, order).await;
        assert_eq!(page.state, "in_effect");
        assert_eq!(page.effect.at.as_deref(), Some("2026-11-24T01:12:00Z"));
        assert_eq!(page.effect.approval.signer.as_deref(), Some("赵强"));
        assert_eq!(line(&page, "effect_approval"), Some((true, false, "F7-07")));
        assert_eq!(
            code(approve_effect(&house, order, "何静").await),
            "effect_approved_already"
        );
    });
}

#[test]
fn clause_f7_07a_whoever_asks_for_the_approval_does_not_give_it() {
    on_both(async |house| {
        // The director takes the order herself, so the order is hers.
        let director = house.actor("何静").await;
        a_customer(&house).await;
        let order = house
            .desk
            .register_order(&director, "new:1-1", &the_book())
            .await
            .expect("registered")
            .value;
        assert_eq!(
            code(approve_effect(&house, order, "何静").await),
            "own_request"
        );
        approved(&house, order).await;
    });
}

#[test]
fn clause_f1_02_who_registers_an_order_for_another_assistant_approves_none_of_it() {
    on_both(async |house| {
        // The director takes the call; the order is 林晓梅's.
        let director = house.actor("何静").await;
        a_customer(&house).await;
        let mut form = the_book();
        form.order
            .insert("assistant_id".to_owned(), "林晓梅".to_owned());
        let order = house
            .desk
            .register_order(&director, "new:1-1", &form)
            .await
            .expect("registered")
            .value;
        assert_eq!(facts(&house, order).await.assistant.name, "林晓梅");
        // The box offers neither of them.
        let mut askers = page(&house, order).await.asked_by;
        askers.sort();
        assert_eq!(askers, ["何静", "林晓梅"]);
        assert_eq!(
            code(approve_effect(&house, order, "何静").await),
            "own_request"
        );
        assert_eq!(
            code(approve_effect(&house, order, "林晓梅").await),
            "needs_role"
        );
        approved(&house, order).await;
    });
}

#[test]
fn clause_f7_07a_who_saved_the_price_does_not_approve_it_nor_check_it() {
    on_both(async |house| {
        let order = a_book(&house).await;
        also(&house, "何静", Role::SalesSupervisor).await;
        let director = house.actor("何静").await;
        let now = facts(&house, order).await;
        let mut form = now.specification.to_form();
        form.order.insert("unit_price".to_owned(), "44".to_owned());
        house
            .desk
            .save_order(&director, order, now.revision, &form)
            .await
            .expect("another price");
        // A save that changes nothing makes the order nobody else's.
        let supervisor = house.actor("赵强").await;
        let revision = house.revision(order).await;
        house
            .desk
            .save_order(&supervisor, order, revision, &form)
            .await
            .expect("nothing differs");
        assert_eq!(
            code(approve_effect(&house, order, "何静").await),
            "own_request"
        );
        assert_eq!(code(check_by(&house, order, "何静").await), "own_request");
        check_by(&house, order, "赵强").await.expect("审核");
        approved(&house, order).await;
    });
}

#[test]
fn clause_f1_02_the_representative_checks_what_he_did_not_type_himself() {
    on_both(async |house| {
        let order = a_book(&house).await;
        checked(&house, order).await;
        let representative = house.actor("周敏").await;
        let now = facts(&house, order).await;
        let mut form = now.specification.to_form();
        form.order.insert("remark".to_owned(), "放门卫".to_owned());
        house
            .desk
            .save_order(&representative, order, now.revision, &form)
            .await
            .expect("a remark");
        assert_eq!(code(check_by(&house, order, "周敏").await), "own_request");
        // Once somebody else has typed it last, it is not his word alone any more.
        change(&house, order, |form| {
            form.order.insert("remark".to_owned(), "放前台".to_owned());
        })
        .await;
        check_by(&house, order, "周敏").await.expect("审核");
    });
}

#[test]
fn clause_f1_08_at_fifty_thousand_an_order_takes_effect_by_itself_with_the_customers_yes() {
    on_both(async |house| {
        // 2,000 × 25.00 = 50,000.00: not above.
        let order = a_plain_book(&house, "25").await;
        assert_eq!(
            code(approve_effect(&house, order, "赵强").await),
            "effect_approval_not_asked"
        );
        agreed(&house, order).await;
        assert_eq!(state(&house, order).await, OrderState::InEffect);
        let rows = house
            .desk
            .orders_page(ListFilter::InEffect, None, PageFrom::Newest, 10)
            .await
            .expect("a list");
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].state, "in_effect");
    });
}

#[test]
fn clause_f7_05_what_is_not_whole_does_not_take_effect() {
    on_both(async |house| {
        let order = a_plain_book(&house, "25").await;
        change(&house, order, |form| {
            form.order.remove("confirmed_date");
        })
        .await;
        agreed(&house, order).await;
        assert_eq!(
            state(&house, order).await,
            OrderState::RequirementsConfirmed
        );
        change(&house, order, |form| {
            form.order
                .insert("confirmed_date".to_owned(), "12-8".to_owned());
        })
        .await;
        assert_eq!(state(&house, order).await, OrderState::InEffect);
    });
}

#[test]
fn clause_f7_07a_the_house_asks_for_every_order_or_for_none() {
    on_both(async |house| {
        set(&house, "effect_approval_all", "on").await;
        let order = a_plain_book(&house, "2").await;
        agreed(&house, order).await;
        assert_eq!(state(&house, order).await, OrderState::PendingEffect);
        assert!(red(&house, order).await.contains(&"effect_approval"));
    });
    on_both(async |house| {
        set(&house, "effect_approval_above", "").await;
        let order = a_book(&house).await;
        agreed(&house, order).await;
        a_review(&house, order).await;
        assert_eq!(state(&house, order).await, OrderState::InEffect);
        assert_eq!(line(&page(&house, order).await, "effect_approval"), None);
    });
}

#[test]
fn clause_f7_07a_an_approval_counts_for_exactly_what_was_approved() {
    on_both(async |house| {
        let order = a_book(&house).await;
        let shown = house.revision(order).await;
        approved(&house, order).await;
        change(&house, order, |form| {
            form.order.insert("unit_price".to_owned(), "44".to_owned());
        })
        .await;
        let page = page(&house, order).await;
        assert_eq!(
            line(&page, "effect_approval_stale"),
            Some((false, false, "F7-07"))
        );
        assert!(!page.effect.approval.passed);
        let request = ApproveEffectRequest {
            order_id: order,
            revision: shown,
            approval: pin_of(&house, "赵强").await,
        };
        assert_eq!(
            code(house.desk.approve_effect(&house.assistant, request).await),
            "changed_meanwhile"
        );
    });
}

#[test]
fn clause_f7_03_an_order_in_effect_is_closed_to_free_editing() {
    on_both(async |house| {
        let order = a_plain_book(&house, "25").await;
        agreed(&house, order).await;
        let facts = facts(&house, order).await;
        let mut form: OrderForm = facts.specification.to_form();
        form.order.insert("remark".to_owned(), "放门卫".to_owned());
        let saved = house
            .desk
            .save_order(&house.assistant, order, facts.revision, &form)
            .await;
        assert_eq!(code(saved), "order_took_effect");
        // Also while it waits again.
        let changed = answer(&house, order, "changed").await;
        house
            .desk
            .record_confirmation(&house.assistant, &changed)
            .await
            .expect("the customer thinks again");
        assert_eq!(state(&house, order).await, OrderState::PendingEffect);
        let saved = house
            .desk
            .save_order(&house.assistant, order, facts.revision + 1, &form)
            .await;
        assert_eq!(code(saved), "order_took_effect");
    });
}

#[test]
fn clause_f5_1_2d_an_order_is_declined_by_the_general_manager_alone() {
    on_both(async |house| {
        let order = a_book(&house).await;
        agreed(&house, order).await;
        for (department, speaker) in [
            (Department::Production, "孙工"),
            (Department::Quality, "陈刚"),
        ] {
            let request = RecordOpinionRequest {
                new_date: String::new(),
                order_id: order,
                revision: house.revision(order).await,
                route: house.route(order).await,
                department,
                verdict: Verdict::Infeasible,
                opinion: "交期不可能".to_owned(),
                conditions: String::new(),
                approval: pin_of(&house, speaker).await,
            };
            house
                .desk
                .record_opinion(&house.assistant, request)
                .await
                .expect("an opinion");
        }
        let decline = async |approval: Option<ApprovalRequest>| -> Result<i64, DeskError> {
            let request = ConcludeReviewRequest {
                new_date: String::new(),
                technique: String::new(),
                order_id: order,
                revision: house.revision(order).await,
                conclusion: Conclusion::Declined,
                note: "客户不能延期".to_owned(),
                approval,
            };
            house
                .desk
                .conclude_review(&house.assistant, request)
                .await
                .map(|done| done.value)
        };
        assert_eq!(code(decline(None).await), "decline_needs_signature");
        for name in ["林晓梅", "何静", "孙工"] {
            assert_eq!(
                code(decline(Some(pin_of(&house, name).await)).await),
                "needs_role",
                "{name}"
            );
        }
        assert_eq!(state(&house, order).await, OrderState::InReview);
        decline(Some(pin_of(&house, "郑总").await))
            .await
            .expect("declined");
        assert_eq!(state(&house, order).await, OrderState::Declined);
        // Nothing but a new review opens it again.
        approved(&house, order).await;
        assert_eq!(state(&house, order).await, OrderState::Declined);
        let request = ConcludeReviewRequest {
            new_date: String::new(),
            technique: String::new(),
            order_id: order,
            revision: house.revision(order).await,
            conclusion: Conclusion::Conditional,
            note: "延期".to_owned(),
            approval: None,
        };
        assert_eq!(
            code(house.desk.conclude_review(&house.assistant, request).await),
            "declined_review_anew"
        );
    });
}

/// A signed order form, pasted.
pub async fn customer_signed(
    house: &TestDesk,
    order: i64,
    kind: SignatureKind,
) -> Result<i64, DeskError> {
    let request = RecordCustomerSignature {
        order_id: order,
        revision: house.revision(order).await,
        kind,
        who: "王琳".to_owned(),
        at: "2026-11-24T01:00:00Z".to_owned(),
        evidence: vec![EvidenceRequest::Pasted {
            name: "截图 1.png".to_owned(),
            data: "iVBORw0KGgo=".to_owned(),
        }],
        follows: false,
        contract_number: " HT-2026-118 ".to_owned(),
        contract_date: "11-23".to_owned(),
    };
    house
        .desk
        .record_customer_signature(&house.assistant, request)
        .await
        .map(|done| done.value)
}

#[test]
fn clause_f7_07b_the_customers_signature_is_asked_for_and_stale_once_a_read_back_field_differs() {
    on_both(async |house| {
        let order = a_book(&house).await;
        assert_eq!(
            line(&page(&house, order).await, "customer_signature"),
            Some((true, true, "F7-07")),
            "a warning, because the house's procedure is content with the re-confirmation"
        );
        customer_signed(&house, order, SignatureKind::Contract)
            .await
            .expect("recorded");
        let now = page(&house, order).await;
        assert_eq!(
            line(&now, "customer_signature"),
            Some((true, false, "F7-07"))
        );
        let signed = now.effect.signatures.first().expect("a signature");
        assert_eq!(signed.who, "王琳");
        assert_eq!(signed.contract_number, "HT-2026-118");
        assert_eq!(signed.contract_date.as_deref(), Some("2026-11-23"));
        assert_eq!(signed.evidence, ["截图 1.png"]);
        // A field that is not read back leaves it; one that is does not.
        change(&house, order, |form| {
            form.components[3]
                .values
                .insert("press".to_owned(), "对开四色".to_owned());
        })
        .await;
        assert!(page(&house, order).await.effect.customer.passed);
        change(&house, order, |form| {
            form.order.insert("unit_price".to_owned(), "44".to_owned());
        })
        .await;
        let stale = page(&house, order).await;
        assert_eq!(
            line(&stale, "customer_signature_stale"),
            Some((true, true, "F7-07"))
        );
        assert!(stale.effect.signatures[0].stale);
        // The customer signs what stands there now: of two signatures the latest counts.
        customer_signed(&house, order, SignatureKind::SignedScan)
            .await
            .expect("recorded");
        let again = page(&house, order).await;
        assert_eq!(
            line(&again, "customer_signature"),
            Some((true, false, "F7-07"))
        );
        let stale: Vec<_> = again
            .effect
            .signatures
            .iter()
            .map(|each| each.stale)
            .collect();
        assert_eq!(stale, [false, true], "the latest first");
    });
}

#[test]
fn clause_f7_07b_the_customer_signs_the_day_and_whom_to_bill_too() {
    on_both(async |house| {
        let order = a_plain_book(&house, "25").await;
        customer_signed(&house, order, SignatureKind::SignedScan)
            .await
            .expect("recorded");
        let passed = async || page(&house, order).await.effect.customer.passed;
        assert!(passed().await);
        // The day that is promised stands on 订单确认书, and is not read back.
        let before = facts(&house, order).await.specification;
        change(&house, order, |form| {
            form.order
                .insert("confirmed_date".to_owned(), "2026-12-20".to_owned());
        })
        .await;
        let after = facts(&house, order).await.specification;
        assert_eq!(before.read_back_hash(), after.read_back_hash());
        assert!(!passed().await);
        assert!(page(&house, order).await.effect.signatures[0].stale);
        customer_signed(&house, order, SignatureKind::SignedScan)
            .await
            .expect("recorded again");
        assert!(passed().await);
        // So does whom to bill.
        change_its_customer(&house, order, |form| {
            form.invoice_title = "彩源文化传播".to_owned();
        })
        .await;
        assert!(!passed().await);
    });
}

/// Another bank of the customer of an order.
async fn another_bank(house: &TestDesk, order: i64) {
    change_its_customer(house, order, |form| {
        form.invoice_bank = "建行科技园支行 4420 1588".to_owned();
    })
    .await;
}

#[test]
fn clause_f7_07b_a_customer_billed_otherwise_signs_again_and_the_order_waits_for_it() {
    on_both(async |house| {
        set(&house, "customer_signature_blocks", "on").await;
        let order = a_plain_book(&house, "2").await;
        agreed(&house, order).await;
        assert_eq!(state(&house, order).await, OrderState::PendingEffect);
        customer_signed(&house, order, SignatureKind::SignedScan)
            .await
            .expect("recorded");
        assert_eq!(state(&house, order).await, OrderState::InEffect);
        another_bank(&house, order).await;
        // Stored with the customer's change, as the list and 今日 read it.
        assert_eq!(state(&house, order).await, OrderState::PendingEffect);
        assert!(
            red(&house, order)
                .await
                .contains(&"customer_signature_stale")
        );
    });
}

#[test]
fn clause_f7_07b_on_an_issued_order_the_customer_is_who_they_were_when_they_signed() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &the_book()).await;
        customer_signed(&house, order, SignatureKind::SignedScan)
            .await
            .expect("recorded");
        ready_to_issue(&house, order).await;
        issue(&house, order).await.expect("issued");
        another_bank(&house, order).await;
        let effect = page(&house, order).await.effect;
        assert!(!effect.signatures[0].stale, "it was signed, and issued");
    });
}

#[test]
fn clause_f7_07b_what_was_not_signed_when_the_sheet_was_issued_is_not_signed_afterwards() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &the_book()).await;
        customer_signed(&house, order, SignatureKind::SignedScan)
            .await
            .expect("recorded");
        another_bank(&house, order).await;
        ready_to_issue(&house, order).await;
        let stale = async || page(&house, order).await.effect.signatures[0].stale;
        assert!(stale().await, "only warned of");
        issue(&house, order).await.expect("issued");
        assert!(stale().await, "nobody has signed since");
    });
}

#[test]
fn clause_f7_07b_nobody_records_a_signature_on_an_order_that_was_changed_since_it_was_shown() {
    on_both(async |house| {
        let order = a_plain_book(&house, "25").await;
        let request = RecordCustomerSignature {
            order_id: order,
            revision: house.revision(order).await,
            kind: SignatureKind::Chat,
            who: "王琳".to_owned(),
            at: "2026-11-24T01:00:00Z".to_owned(),
            evidence: Vec::new(),
            follows: true,
            contract_number: String::new(),
            contract_date: String::new(),
        };
        change(&house, order, |form| {
            form.order.insert("unit_price".to_owned(), "24".to_owned());
        })
        .await;
        let late = house
            .desk
            .record_customer_signature(&house.assistant, request)
            .await;
        assert_eq!(code(late), "changed_meanwhile");
        assert!(page(&house, order).await.effect.signatures.is_empty());
    });
}

#[test]
fn clause_f7_07b_a_signature_that_blocks_is_asked_for_though_it_need_not_be_warned_of() {
    on_both(async |house| {
        set(&house, "customer_signature_asked", "off").await;
        let order = a_plain_book(&house, "25").await;
        assert_eq!(line(&page(&house, order).await, "customer_signature"), None);
        set(&house, "customer_signature_blocks", "on").await;
        agreed(&house, order).await;
        assert_eq!(state(&house, order).await, OrderState::PendingEffect);
        assert_eq!(
            line(&page(&house, order).await, "customer_signature"),
            Some((false, false, "F7-07"))
        );
    });
}

#[test]
fn clause_f7_03_an_order_takes_effect_once_and_keeps_the_moment() {
    on_both(async |house| {
        let order = a_plain_book(&house, "25").await;
        agreed(&house, order).await;
        let effect = page(&house, order).await.effect;
        let first = effect.at;
        assert_eq!(first.as_deref(), Some("2026-11-24T01:12:00Z"));
        let said = facts(&house, order).await.specification.content_hash();
        assert_eq!(effect.hash, Some(said), "what it said is kept by its hash");
        let changed = answer(&house, order, "changed").await;
        house
            .desk
            .record_confirmation(&house.assistant, &changed)
            .await
            .expect("the customer thinks again");
        house.it_is("2026-11-25T01:00:00Z");
        agreed(&house, order).await;
        assert_eq!(state(&house, order).await, OrderState::InEffect);
        let now = page(&house, order).await.effect;
        assert_eq!((now.at, now.hash), (first, effect.hash));
    });
}

#[test]
fn clause_f7_07b_where_the_house_says_so_an_order_waits_for_the_customers_signature() {
    on_both(async |house| {
        set(&house, "customer_signature_blocks", "on").await;
        let order = a_plain_book(&house, "25").await;
        agreed(&house, order).await;
        assert_eq!(state(&house, order).await, OrderState::PendingEffect);
        assert!(red(&house, order).await.contains(&"customer_signature"));
        for kind in SignatureKind::ALL {
            assert!(Medium::ALL.contains(&kind.medium()));
        }
        customer_signed(&house, order, SignatureKind::SignedScan)
            .await
            .expect("recorded");
        assert_eq!(state(&house, order).await, OrderState::InEffect);
    });
}

#[test]
fn clause_f7_07b_a_signature_names_somebody_and_shows_its_scan() {
    on_both(async |house| {
        let order = a_plain_book(&house, "25").await;
        let request = async |who: &str, follows: bool, date: &str| RecordCustomerSignature {
            order_id: order,
            revision: house.revision(order).await,
            kind: SignatureKind::Email,
            who: who.to_owned(),
            at: "2026-11-24T01:00:00Z".to_owned(),
            evidence: Vec::new(),
            follows,
            contract_number: String::new(),
            contract_date: date.to_owned(),
        };
        for (who, follows, date, refusal) in [
            ("王琳", false, "", "evidence_missing"),
            (" ", true, "", "recorded_without_name"),
            ("王琳", true, "哪天", "fields_not_understood"),
        ] {
            let request = request(who, follows, date).await;
            let recorded = house
                .desk
                .record_customer_signature(&house.assistant, request)
                .await;
            assert_eq!(recorded.expect_err("refused").code(), refusal);
        }
        let request = request("王琳", true, "").await;
        house
            .desk
            .record_customer_signature(&house.assistant, request)
            .await
            .expect("the scan follows");
        let lacking = house.desk.lacking_evidence().await.expect("a list");
        assert_eq!(lacking[0].purpose, "customer_signature");
    });
}

#[test]
fn clause_f7_07_a_plain_order_is_issued_without_anybody_being_asked() {
    on_both(async |house| {
        let order = a_plain_book(&house, "25").await;
        agreed(&house, order).await;
        audited(&house, order).await;
        a_stamped_sample(&house, order).await;
        checked(&house, order).await;
        issue(&house, order).await.expect("issued");
        assert_eq!(state(&house, order).await, OrderState::Released);
        assert_eq!(
            code(approve_effect(&house, order, "赵强").await),
            "effect_after_release"
        );
    });
}

#[test]
fn clause_f7_09_production_and_dispatch_are_told_when_an_order_takes_effect() {
    on_both(async |house| {
        let order = a_plain_book(&house, "25").await;
        assert!(page(&house, order).await.hand_overs.is_empty());
        agreed(&house, order).await;
        let told = page(&house, order).await.hand_overs;
        let departments: Vec<_> = told.iter().map(|line| line.department.as_str()).collect();
        assert_eq!(departments, ["储运", "生产"], "the latest first");
        assert_eq!(
            told[0].content,
            "订单生效：《岭南草木》精装画册，2,000 册，交期 2026-12-08"
        );
        assert_eq!(
            (told[0].at.as_str(), told[0].by.as_str()),
            ("2026-11-24T01:12:00Z", "林晓梅")
        );
        // Waiting again, and in effect again: they hear of it again.
        let changed = answer(&house, order, "changed").await;
        house
            .desk
            .record_confirmation(&house.assistant, &changed)
            .await
            .expect("recorded");
        agreed(&house, order).await;
        let told = page(&house, order).await.hand_overs;
        assert_eq!(told.len(), 4);
        assert!(told[0].content.starts_with("更改后再次生效"));
    });
}

#[test]
fn clause_f1_07_the_sheet_goes_to_the_departments_the_house_names_and_each_says_that_it_came() {
    on_both(async |house| {
        set(&house, "hand_over_at_release", "生产\n品质").await;
        let order = an_issued_book(&house).await;
        let lines = page(&house, order).await.hand_overs;
        let released: Vec<_> = lines
            .iter()
            .filter(|line| line.occasion == Occasion::Release)
            .collect();
        assert_eq!(released.len(), 2);
        assert_eq!(released[0].content, "生产任务书 RW-2026-A000001 · V1");
        let receive = async |who: &str| {
            let request = ReceiveHandOver {
                hand_over_id: released[0].id,
                who: who.to_owned(),
            };
            house
                .desk
                .receive_hand_over(&house.assistant, &request)
                .await
        };
        assert_eq!(code(receive(" ").await), "hand_over_receiver_missing");
        receive("陈刚").await.expect("it came");
        assert_eq!(code(receive("别人").await), "hand_over_received_already");
        let now = page(&house, order).await.hand_overs;
        assert_eq!(now[0].received_by.as_deref(), Some("陈刚"));
        assert_eq!(now[1].received_by, None);
    });
}

#[test]
fn clause_f1_07_a_review_that_is_opened_is_handed_to_production_and_quality() {
    on_both(async |house| {
        let order = a_book(&house).await;
        agreed(&house, order).await;
        a_review(&house, order).await;
        let told = page(&house, order).await.hand_overs;
        let told: Vec<_> = told
            .iter()
            .filter(|line| line.occasion == Occasion::Review)
            .map(|line| (line.department.as_str(), line.content.as_str()))
            .collect();
        let content = "订单评审 PS-2026-A0001：C 精装；D 金额 86,400.00 元超过 50,000.00 元；\
                       E 交期 2026-12-08 还有 10 个工作日，短于标准周期 18 个工作日";
        assert_eq!(told, [("品质", content), ("生产", content)], "once each");
    });
}

#[test]
fn clause_f1_07_a_new_version_goes_to_whoever_was_given_the_first() {
    on_both(async |house| {
        set(&house, "hand_over_at_release", "生产\n品质").await;
        let order = an_issued_book(&house).await;
        propose(&house, order, false, |form| {
            for (key, text) in [
                ("remark", "一"),
                ("phone", "1"),
                ("contact", "王"),
                ("customer_po", "P"),
            ] {
                form.order.insert(key.to_owned(), text.to_owned());
            }
        })
        .await
        .expect("the fourth place");
        let versions = async || -> Vec<(String, String)> {
            let told = page(&house, order).await.hand_overs;
            told.into_iter()
                .filter(|line| line.occasion == Occasion::Version)
                .map(|line| (line.department, line.content))
                .collect()
        };
        assert!(versions().await.is_empty(), "V1 is in force still");
        approve(&house, order, "check", "周敏").await.expect("V2");
        let content = "生产任务书 RW-2026-A000001 · V2；V1 作废，请收回".to_owned();
        assert_eq!(
            versions().await,
            [
                ("品质".to_owned(), content.clone()),
                ("生产".to_owned(), content)
            ]
        );
    });
}

#[test]
fn clause_f1_07_what_is_handed_over_besides_is_entered_by_hand() {
    on_both(async |house| {
        let order = a_plain_book(&house, "25").await;
        let request = |department: &str, content: &str| HandOverRequest {
            order_id: order,
            department: department.to_owned(),
            person: "小李".to_owned(),
            content: content.to_owned(),
        };
        let long = "长".repeat(201);
        for (department, content, refusal) in [
            (" ", "客户色样", "hand_over_department_missing"),
            ("印前/工艺", "", "hand_over_content_missing"),
            ("印前/工艺", long.as_str(), "hand_over_text_too_long"),
        ] {
            let refused = house
                .desk
                .hand_over(&house.assistant, &request(department, content))
                .await;
            assert_eq!(code(refused), refusal);
        }
        house
            .desk
            .hand_over(&house.assistant, &request("印前/工艺", " 客户色样 "))
            .await
            .expect("entered");
        let line = page(&house, order).await.hand_overs.remove(0);
        assert_eq!(
            (line.occasion, line.content.as_str(), line.person.as_str()),
            (Occasion::ByHand, "客户色样", "小李")
        );
    });
}

#[test]
fn clause_f2_04_4a_the_house_says_which_approvals_are_asked_and_each_names_who_and_when() {
    on_both(async |house| {
        // 2,000 × 25.00 = 50,000.00 is not above it, so nobody is asked; then the house asks for every order.
        let order = a_plain_book(&house, "25").await;
        let asked = async || red(&house, order).await.contains(&"effect_approval");
        assert!(!asked().await);
        set(&house, "effect_approval_all", "on").await;
        assert!(asked().await);
        house.it_is("2026-11-24T03:15:00Z");
        approve_effect(&house, order, "赵强").await.expect("signed");
        assert!(!asked().await);
        let page = page(&house, order).await;
        let line = page
            .checks
            .iter()
            .find(|line| line.code == "effect_approval");
        assert_eq!(line.expect("a line").params["signer"], "赵强");
        let given = page
            .trail
            .iter()
            .find(|line| line.activity == "approve_effect");
        let given = given.expect("a line of the trail");
        assert_eq!(given.at, "2026-11-24T03:15:00Z");
        assert_eq!(given.params["signer"], "赵强");
    });
}

#[test]
fn clause_f7_07b_a_contract_is_recorded_with_its_number_and_nothing_else_needs_one() {
    on_both(async |house| {
        let order = a_plain_book(&house, "25").await;
        for kind in SignatureKind::ALL {
            let request = RecordCustomerSignature {
                order_id: order,
                revision: house.revision(order).await,
                kind,
                who: "王琳".to_owned(),
                at: "2026-11-24T01:00:00Z".to_owned(),
                evidence: Vec::new(),
                follows: true,
                contract_number: " ".to_owned(),
                contract_date: String::new(),
            };
            let recorded = house
                .desk
                .record_customer_signature(&house.assistant, request)
                .await;
            if kind == SignatureKind::Contract {
                assert_eq!(
                    crate::orders::refused(recorded),
                    (
                        "fields_not_understood",
                        vec!["customer-signature.contract_number".to_owned()]
                    )
                );
            } else {
                recorded.expect("a number is needed by a contract alone");
            }
        }
        let signed = page(&house, order).await.effect.signatures;
        assert_eq!(signed.len(), SignatureKind::ALL.len() - 1);
    });
}
