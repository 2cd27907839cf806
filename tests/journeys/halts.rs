//! 暂停, 恢复, 取消: an order rests, goes on where it stood, or comes to nothing for good (F1-08, F1-11, F4-4c, F4-4d).

use std::fs;

use docket_core::DeskError;
use docket_core::accounts::{ApprovalRequest, Role};
use docket_core::free_proofs::RequestFreeProof;
use docket_core::halts::{
    AskedBy, CancelConsequences, CancelOrderRequest, Halt, Money, ResumeOrderRequest, SaidBy,
    SuspendOrderRequest,
};
use docket_core::orders::{ListFilter, OrderForm, PageFrom};
use docket_core::receipts::{RecordReceiptRequest, Way};
use docket_core::samples::{LendSampleRequest, Medium};
use docket_core::task_sheets::{ConsentRequest, Liable, LossRequest, PrintSheetRequest, Verdict};

use crate::files::{a_pdf, arrived, files, receive};
use crate::kinds::{conversion, of_kind, put};
use crate::orders::{a_customer, a_phone_order, facts, registered, reorder};
use crate::support::{PEOPLE, TestDesk, on_both};
use crate::task_sheets::{
    a_book, agreed, also, an_issued_book, another_issued_book, approve, code, issue, latest_change,
    page, pin_of, propose, sheet, text_of, the_book,
};

pub async fn suspend(house: &TestDesk, order_id: i64) -> SuspendOrderRequest {
    SuspendOrderRequest {
        order_id,
        revision: house.revision(order_id).await,
        reason: "客户资金未到位".to_owned(),
        asked_by: AskedBy::Customer,
        contact: Some(SaidBy {
            who: "王琳".to_owned(),
            at: String::new(),
            how: "phone".to_owned(),
        }),
        until: "12-1".to_owned(),
    }
}

async fn suspended(house: &TestDesk, request: SuspendOrderRequest) -> Result<i64, DeskError> {
    let done = house.desk.suspend_order(&house.assistant, request).await;
    done.map(|done| done.value)
}

pub async fn resumed(house: &TestDesk, order_id: i64) -> Result<i64, DeskError> {
    let request = ResumeOrderRequest {
        order_id,
        revision: house.revision(order_id).await,
        reason: String::new(),
    };
    let done = house.desk.resume_order(&house.assistant, request).await;
    done.map(|done| done.value)
}

pub async fn cancel(house: &TestDesk, order_id: i64) -> CancelOrderRequest {
    CancelOrderRequest {
        order_id,
        revision: house.revision(order_id).await,
        reason: "客户不做了".to_owned(),
        asked_by: AskedBy::Customer,
        contact: Some(ConsentRequest {
            who: "王琳".to_owned(),
            at: String::new(),
            how: "wechat".to_owned(),
            evidence: Vec::new(),
            follows: true,
        }),
        loss: None,
        money: None,
        approval: None,
    }
}

async fn cancelled(house: &TestDesk, request: CancelOrderRequest) -> Result<i64, DeskError> {
    let done = house.desk.cancel_order(&house.assistant, request).await;
    done.map(|done| done.value)
}

/// With the PIN of 业务总监.
pub async fn cancelled_by_the_director(house: &TestDesk, order: i64) -> i64 {
    let mut request = cancel(house, order).await;
    request.approval = Some(pin_of(house, "何静").await);
    cancelled(house, request).await.expect("it is cancelled")
}

async fn state(house: &TestDesk, order: i64) -> String {
    page(house, order).await.state
}

async fn print(house: &TestDesk, order_id: i64, holder: &str) -> Result<String, DeskError> {
    let request = PrintSheetRequest {
        order_id,
        holder: holder.to_owned(),
    };
    let made = house.desk.print_sheet(&house.assistant, request).await?;
    drop(made);
    Ok(sheet(house, order_id).await.prints[0].check_code.clone())
}

async fn counted(house: &TestDesk, filter: ListFilter) -> i64 {
    house.desk.orders_count(filter, None).await.unwrap()
}

async fn ask_for_a_free_proof(house: &TestDesk, order_id: i64) -> Result<i64, DeskError> {
    let request = RequestFreeProof {
        order_id,
        medium: Medium::Inkjet,
        content: "封面一套".to_owned(),
        quantity: 1,
        reason: "客户在外地".to_owned(),
    };
    let asked = house.desk.request_free_proof(&house.assistant, request);
    asked.await.map(|done| done.value)
}

async fn paid(house: &TestDesk, order_id: i64) -> Result<i64, DeskError> {
    let request = RecordReceiptRequest {
        order_id,
        received_on: String::new(),
        amount: "2万".to_owned(),
        way: Way::Transfer,
        reference: "20261124-01".to_owned(),
        remark: String::new(),
    };
    let entered = house.desk.record_receipt(&house.assistant, &request);
    entered.await.map(|done| done.value)
}

async fn saved(
    house: &TestDesk,
    order: i64,
    change: impl FnOnce(&mut OrderForm),
) -> Result<i64, DeskError> {
    let facts = facts(house, order).await;
    let mut form = facts.specification.to_form();
    change(&mut form);
    let saved = house
        .desk
        .save_order(&house.assistant, order, facts.revision, &form);
    saved.await.map(|done| done.value)
}

/// The departments of the latest lines, and what they were told.
async fn told(house: &TestDesk, order: i64, content: &str) -> Vec<String> {
    let lines = page(house, order).await.hand_overs;
    lines
        .into_iter()
        .filter(|line| line.content.starts_with(content))
        .map(|line| line.department)
        .collect()
}

#[test]
fn clause_f1_11_an_issued_order_rests_with_a_reason_and_goes_on_where_it_stood() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let blank = SuspendOrderRequest {
            reason: "  ".to_owned(),
            ..suspend(&house, order).await
        };
        assert_eq!(code(suspended(&house, blank).await), "reason_missing");
        let unsaid = SuspendOrderRequest {
            asked_by: AskedBy::House,
            contact: None,
            ..suspend(&house, order).await
        };
        assert_eq!(
            code(suspended(&house, unsaid).await),
            "halt_contact_missing",
            "the plant works on it: the customer is told"
        );
        let past = SuspendOrderRequest {
            until: "2026-11-01".to_owned(),
            ..suspend(&house, order).await
        };
        assert_eq!(code(suspended(&house, past).await), "fields_not_understood");
        assert_eq!(code(resumed(&house, order).await), "order_not_suspended");
        let stale = SuspendOrderRequest {
            revision: 1,
            ..suspend(&house, order).await
        };
        assert_eq!(code(suspended(&house, stale).await), "changed_meanwhile");

        let request = suspend(&house, order).await;
        suspended(&house, request).await.expect("it rests");
        let resting = page(&house, order).await;
        assert_eq!(resting.state, "suspended");
        let halt = &resting.halts.entries[0];
        assert_eq!(
            (
                halt.kind,
                halt.reason.as_str(),
                halt.contact.as_deref(),
                halt.until.as_deref(),
                halt.by.as_str()
            ),
            (
                Halt::Suspend,
                "客户资金未到位",
                Some("王琳"),
                Some("2026-12-01"),
                "林晓梅"
            )
        );
        assert!(
            resting.sheet.is_some() && resting.checks.is_empty(),
            "it is read as before"
        );
        let departments = told(&house, order, "订单暂停").await;
        assert!(
            departments.contains(&"PMC".to_owned()) && departments.contains(&"生产".to_owned()),
            "{departments:?}"
        );
        assert_eq!(
            (
                counted(&house, ListFilter::Suspended).await,
                counted(&house, ListFilter::Released).await,
                counted(&house, ListFilter::Open).await
            ),
            (1, 0, 0)
        );

        // Nothing moves, whichever feature it is of, and the refusal says who, since when and why.
        let words = |form: &mut OrderForm| {
            drop(form.order.insert("remark".to_owned(), "改".to_owned()));
        };
        let refusal = propose(&house, order, false, words).await.unwrap_err();
        assert_eq!(
            docket_core::Refuse::params(&refusal),
            [
                ("who", "林晓梅".to_owned()),
                ("since", "2026-11-24 09:12".to_owned()),
                ("why", "客户资金未到位".to_owned())
            ]
        );
        for (act, refused) in [
            ("change", code(propose(&house, order, false, words).await)),
            ("print", code(print(&house, order, "生产联").await)),
            ("issue", code(issue(&house, order).await)),
            ("save", code(saved(&house, order, words).await)),
            (
                "free proof",
                code(ask_for_a_free_proof(&house, order).await),
            ),
        ] {
            assert_eq!(refused, "order_suspended", "{act}");
        }
        let twice = suspend(&house, order).await;
        assert_eq!(
            code(suspended(&house, twice).await),
            "order_suspended_already"
        );
        paid(&house, order)
            .await
            .expect("money that comes is written down");

        resumed(&house, order).await.expect("it goes on");
        assert_eq!(state(&house, order).await, "released");
        assert!(
            told(&house, order, "订单恢复")
                .await
                .contains(&"PMC".to_owned())
        );
        print(&house, order, "生产联").await.expect("a print");
        propose(&house, order, false, words).await.expect("改1");
        assert_eq!(sheet(&house, order).await.label, "RW-2026-A000001 · V1·改1");
        assert_eq!(house.desk.check_trail().await.unwrap(), None);
    });
}

#[test]
fn clause_f1_08_an_order_that_rested_stands_where_its_facts_put_it_and_its_copies_wait_again() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let path = arrived(&house, "封面.pdf", &a_pdf(4));
        receive(&house, order, "c1", &path).await.expect("received");
        let waits = async || files(&house, order).await.remove(0).prepress.is_some();
        assert!(waits().await, "the file is lined up");
        // Nobody counts on it yet: we may suspend it without having spoken to anybody.
        let ours = SuspendOrderRequest {
            asked_by: AskedBy::House,
            contact: None,
            until: String::new(),
            ..suspend(&house, order).await
        };
        suspended(&house, ours).await.expect("it rests");
        assert_eq!(state(&house, order).await, "suspended");
        assert!(!waits().await, "nothing is copied meanwhile");
        assert!(
            page(&house, order).await.hand_overs.is_empty(),
            "nobody was told of it, so nobody is told"
        );
        let yes = crate::orders::answer(&house, order, "agreed").await;
        let answered = house.desk.record_confirmation(&house.assistant, &yes);
        assert_eq!(code(answered.await), "order_suspended");
        resumed(&house, order).await.expect("it goes on");
        assert_eq!(state(&house, order).await, "registered");
        assert!(waits().await, "and is lined up again");
        agreed(&house, order).await;
        let stood = state(&house, order).await;
        assert_ne!(stood, "registered");
        let again = suspend(&house, order).await;
        suspended(&house, again).await.expect("it rests once more");
        resumed(&house, order).await.expect("it goes on");
        assert_eq!(state(&house, order).await, stood);
        assert_eq!(page(&house, order).await.halts.entries.len(), 4);
    });
}

#[test]
fn clause_f1_11_an_order_not_in_effect_is_cancelled_by_the_assistant_with_a_reason_and_for_good() {
    on_both(async |house| {
        let root = house.config.prepress.clone();
        fs::create_dir(&root).unwrap();
        let order = a_book(&house).await;
        let path = arrived(&house, "封面.pdf", &a_pdf(4));
        receive(&house, order, "c1", &path).await.expect("received");
        house
            .desk
            .file_into_prepress(&house.assistant, false)
            .await
            .expect("a pass");
        let sample = crate::samples::a_customers_sample(&house, order).await;
        let lent = LendSampleRequest {
            sample_id: sample,
            borrower: "孙工".to_owned(),
            purpose: "调色".to_owned(),
        };
        house
            .desk
            .lend_sample(&house.assistant, lent)
            .await
            .expect("lent");
        paid(&house, order).await.expect("paid");
        ask_for_a_free_proof(&house, order)
            .await
            .expect("asked for");

        // What it brings about is said before it is done.
        let preview = house.desk.preview_cancel(order).await.expect("said");
        assert!(!preview.asked_by_house.director && !preview.asked_by_house.contact);
        assert!(preview.asked_by_customer.contact && !preview.asked_by_customer.consent);
        let said = preview.consequences;
        assert_eq!(said.received.as_deref(), Some("20,000.00"));
        assert_eq!(said.free_proofs_withdrawn, 1);
        assert_eq!(
            (said.samples.len(), said.samples[0].borrower.as_str()),
            (1, "孙工")
        );
        assert!(
            said.filed.len() == 1 && said.filed[0].ends_with("封面.pdf") && said.stopped.is_empty(),
            "{said:?}"
        );
        assert!(said.sheet.is_none() && said.prints.is_empty() && said.told.is_empty());

        let blank = CancelOrderRequest {
            reason: String::new(),
            ..cancel(&house, order).await
        };
        assert_eq!(code(cancelled(&house, blank).await), "reason_missing");
        let open = cancel(&house, order).await;
        assert_eq!(code(cancelled(&house, open).await), "cancel_money_open");
        let request = CancelOrderRequest {
            money: Some(Money::Refund),
            contact: None,
            ..cancel(&house, order).await
        };
        assert_eq!(
            code(cancelled(&house, request).await),
            "halt_contact_missing"
        );
        let request = CancelOrderRequest {
            money: Some(Money::Refund),
            ..cancel(&house, order).await
        };
        cancelled(&house, request).await.expect("it is cancelled");
        let done = page(&house, order).await;
        assert_eq!(done.state, "cancelled");
        let entry = &done.halts.entries[0];
        assert_eq!(
            (entry.kind, entry.money, entry.approved_by.as_deref()),
            (Halt::Cancel, Some(Money::Refund), None)
        );
        assert_eq!(entry.consequences.as_ref(), Some(&said), "as it was said");
        assert_eq!(done.free_proofs.proofs[0].withdrawn, "客户不做了");
        assert!(done.checks.is_empty());

        // Nothing leads back, and nothing moves.
        assert!(!done.halts.may_cancel && !done.halts.may_resume && !done.halts.may_suspend);
        let again = cancel(&house, order).await;
        assert_eq!(
            code(cancelled(&house, again).await),
            "order_cancelled_already"
        );
        assert_eq!(
            code(resumed(&house, order).await),
            "order_cancelled_already"
        );
        let rest = suspend(&house, order).await;
        assert_eq!(
            code(suspended(&house, rest).await),
            "order_cancelled_already"
        );
        assert_eq!(
            code(saved(&house, order, |form| put(form, "product.quantity", "9")).await),
            "order_cancelled"
        );
        // What is the customer's goes back.
        house
            .desk
            .return_sample(
                &house.assistant,
                docket_core::samples::ReturnSampleRequest {
                    sample_id: sample,
                    returned_by: "孙工".to_owned(),
                    place: String::new(),
                },
            )
            .await
            .expect("it came back from the plant");
        house
            .desk
            .take_sample_out(&house.assistant, sample, "已还客户")
            .await
            .expect("given back");
        assert_eq!(
            code(house.desk.put_sample_back(&house.assistant, sample).await),
            "order_cancelled"
        );

        // A new order comes of it by 翻单, and the cancelled one is no double of it.
        let fresh = house
            .desk
            .repeat_order(&house.assistant, order)
            .await
            .expect("repeated")
            .value;
        let beside = house
            .desk
            .beside(&fresh.key, &fresh.form)
            .await
            .expect("what stands beside it");
        assert!(
            beside
                .doubles
                .iter()
                .all(|double| double.order.as_ref().is_none_or(|link| link.id != order)),
            "{:?}",
            beside.doubles
        );
        assert_eq!(counted(&house, ListFilter::Cancelled).await, 1);
        assert_eq!(counted(&house, ListFilter::Open).await, 0);
        let listed = house
            .desk
            .orders_page(ListFilter::Cancelled, None, PageFrom::Newest, 50)
            .await
            .unwrap();
        assert_eq!(
            (listed[0].state.as_str(), listed[0].blockers),
            ("cancelled", 0)
        );
    });
}

#[test]
fn clause_f4_4c_an_issued_order_is_cancelled_by_the_director_with_the_customers_consent() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let first = print(&house, order, "生产联").await.expect("a print");
        print(&house, order, "品质联").await.expect("a print");
        propose(&house, order, true, |form| {
            reorder(form, 2_100);
        })
        .await
        .expect("a change waits");
        let preview = house.desk.preview_cancel(order).await.expect("said");
        assert!(preview.asked_by_house.director && preview.asked_by_house.consent);
        let said: CancelConsequences = preview.consequences;
        assert_eq!(said.sheet.as_deref(), Some("RW-2026-A000001 · V1"));
        let holders: Vec<_> = said
            .prints
            .iter()
            .map(|back| back.holder.as_str())
            .collect();
        assert_eq!(holders, ["生产联", "品质联"]);
        assert!(said.change_waits && said.told.contains(&"PMC".to_owned()));

        // 业务总监 signs, and nobody else; the customer has consented.
        let alone = cancel(&house, order).await;
        assert_eq!(
            code(cancelled(&house, alone).await),
            "cancel_approval_missing"
        );
        for (name, role) in PEOPLE {
            if *role == Role::SalesDirector {
                continue;
            }
            let request = CancelOrderRequest {
                approval: Some(pin_of(&house, name).await),
                ..cancel(&house, order).await
            };
            assert_eq!(
                code(cancelled(&house, request).await),
                "needs_role",
                "{name}"
            );
        }
        let unasked = CancelOrderRequest {
            approval: Some(pin_of(&house, "何静").await),
            asked_by: AskedBy::House,
            contact: None,
            ..cancel(&house, order).await
        };
        assert_eq!(
            code(cancelled(&house, unasked).await),
            "halt_contact_missing"
        );
        let mut bare = cancel(&house, order).await;
        bare.approval = Some(pin_of(&house, "何静").await);
        bare.contact.as_mut().unwrap().follows = false;
        assert_eq!(code(cancelled(&house, bare).await), "evidence_missing");
        assert_eq!(state(&house, order).await, "released", "nothing was done");

        let request = CancelOrderRequest {
            approval: Some(pin_of(&house, "何静").await),
            loss: Some(LossRequest {
                amount: "3200".to_owned(),
                liable: Liable::Customer,
                outcome: "已出版费用由客户承担".to_owned(),
            }),
            ..cancel(&house, order).await
        };
        cancelled(&house, request).await.expect("it is cancelled");
        let done = page(&house, order).await;
        assert_eq!(done.state, "cancelled");
        let entry = &done.halts.entries[0];
        assert_eq!(
            (
                entry.approved_by.as_deref(),
                entry.loss.as_deref(),
                entry.liable,
                entry.contact.as_deref()
            ),
            (
                Some("何静"),
                Some("3,200.00"),
                Liable::Customer,
                Some("王琳")
            )
        );
        // The sheet is void: its prints say so, and so does a copy; the change comes to nothing.
        let view = sheet(&house, order).await;
        assert!(view.states.iter().all(|state| state.void));
        let verdict = house.desk.verify_print(&first).await.expect("an answer");
        assert_eq!(verdict.verdict, Verdict::Void);
        let copy = house
            .desk
            .sheet_copy(view.states[0].id)
            .await
            .expect("a copy");
        let text = text_of(&house, &copy.sha256);
        assert!(text.contains("作废"), "{text}");
        assert_eq!(latest_change(&house, order).await.state, "withdrawn");
        assert_eq!(
            code(print(&house, order, "生产联").await),
            "order_cancelled"
        );
        assert_eq!(
            code(approve(&house, order, "sales_director", "何静").await),
            "change_closed"
        );
        assert_eq!(
            code(
                propose(&house, order, true, |form| put(
                    form,
                    "product.quantity",
                    "9"
                ))
                .await
            ),
            "order_cancelled"
        );
        let departments = told(
            &house,
            order,
            "订单取消，生产任务书 RW-2026-A000001 · V1 作废",
        )
        .await;
        assert_eq!(departments.len(), said.told.len());
        // The consent whose screenshot follows stands in the list of what lacks it.
        let lacking = house.desk.lacking_evidence().await.expect("a list");
        assert!(
            lacking
                .iter()
                .any(|line| line.purpose == "cancel_consent" && line.order == Some(order)),
            "{lacking:?}"
        );
        assert_eq!(house.desk.check_trail().await.unwrap(), None);
    });
}

#[test]
fn clause_f1_02_who_asks_for_a_cancellation_never_signs_it_and_only_the_assistant_asks() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        also(&house, "林晓梅", Role::SalesDirector).await;
        let own = CancelOrderRequest {
            approval: Some(pin_of(&house, "林晓梅").await),
            ..cancel(&house, order).await
        };
        assert_eq!(code(cancelled(&house, own).await), "own_request");
        for (name, role) in PEOPLE {
            if *role == Role::SalesAssistant {
                continue;
            }
            let actor = house.actor(name).await;
            let request = suspend(&house, order).await;
            let rests = house.desk.suspend_order(&actor, request).await;
            assert_eq!(code(rests), "needs_role", "{name} suspends");
            let mut request = cancel(&house, order).await;
            request.approval = Some(pin_of(&house, "何静").await);
            let ends = house.desk.cancel_order(&actor, request).await;
            assert_eq!(code(ends), "needs_role", "{name} cancels");
        }
        let request = suspend(&house, order).await;
        suspended(&house, request).await.expect("it rests");
        for (name, role) in PEOPLE {
            if *role == Role::SalesAssistant {
                continue;
            }
            let request = ResumeOrderRequest {
                order_id: order,
                revision: house.revision(order).await,
                reason: String::new(),
            };
            let actor = house.actor(name).await;
            let goes_on = house.desk.resume_order(&actor, request).await;
            assert_eq!(code(goes_on), "needs_role", "{name} resumes");
        }
        // What rests is cancelled as it stood: the director signs, here recorded from paper (代录).
        let mut request = cancel(&house, order).await;
        request.approval = Some(ApprovalRequest::Recorded {
            person: Some(house.account("何静").await),
            name: String::new(),
            at: "2026-11-24T01:12:00Z".to_owned(),
            medium: docket_core::accounts::Medium::Paper,
            evidence: Vec::new(),
            follows: true,
            note: String::new(),
        });
        cancelled(&house, request).await.expect("it is cancelled");
        let entry = &page(&house, order).await.halts.entries[0];
        assert_eq!(entry.approved_by.as_deref(), Some("何静"));
        assert!(entry.recorded.is_some());
    });
}

#[test]
fn clause_f4_3d_a_cancelled_customer_order_gives_its_part_back_to_its_presale() {
    on_both(async |house| {
        a_customer(&house).await;
        let mut form = of_kind("op", the_book());
        for key in ["unit_price", "requested_date", "confirmed_date"] {
            form.order.remove(key);
        }
        form.instalments.clear();
        form.drops.clear();
        put(&mut form, "product.quantity", "3000");
        let presale = registered(&house, &form).await;
        agreed(&house, presale).await;
        let draft = conversion(&house, presale).await;
        let mut form = draft.form;
        put(&mut form, "order.unit_price", "43.2");
        put(&mut form, "order.requested_date", "12-8");
        put(&mut form, "order.confirmed_date", "12-8");
        let order = house
            .desk
            .register_order(&house.assistant, &draft.key, &form)
            .await
            .expect("converted")
            .value;
        assert_eq!(state(&house, presale).await, "converted");
        let whole = cancel(&house, presale).await;
        assert_eq!(
            code(cancelled(&house, whole).await),
            "order_ended",
            "nothing is left to cancel"
        );
        let preview = house.desk.preview_cancel(order).await.expect("said");
        let back = preview.consequences.presale.expect("it came of a presale");
        assert_eq!(
            (back.number.as_str(), back.quantity.as_str()),
            ("OP-2026-A000001", "3,000")
        );
        let request = cancel(&house, order).await;
        cancelled(&house, request).await.expect("it is cancelled");
        let again = page(&house, presale).await;
        assert_eq!(again.state, "requirements_confirmed");
        let conversion = again.conversion.expect("a presale");
        assert_eq!(
            (
                conversion.converted.as_str(),
                conversion.rest.as_deref(),
                conversion.open
            ),
            ("0", Some("3,000"), true)
        );
        // While the presale rests nothing is made of it, and its orders stay when it is cancelled.
        let request = suspend(&house, presale).await;
        suspended(&house, request).await.expect("it rests");
        let refused = house.desk.convert_order(&house.assistant, presale).await;
        assert_eq!(code(refused), "order_rests");
    });
}

#[test]
fn clause_f3_1c_a_cancelled_order_is_in_no_figure_and_makes_nobody_an_old_customer() {
    on_both(async |house| {
        let order = an_issued_book(&house).await;
        let customer = facts(&house, order).await.customer.id;
        let standing = async || {
            let page = house.desk.customer_page(customer).await.expect("a page");
            page.standing.issued
        };
        let issued = async || {
            let figures = house.desk.processing_figures().await.expect("figures");
            figures.months.iter().map(|month| month.issued).sum::<i64>()
        };
        assert_eq!((issued().await, standing().await), (1, 1));
        let request = suspend(&house, order).await;
        suspended(&house, request).await.expect("it rests");
        assert_eq!((issued().await, standing().await), (1, 1), "it only rests");
        cancelled_by_the_director(&house, order).await;
        assert_eq!((issued().await, standing().await), (0, 0));
    });
}

#[test]
fn clause_f4_5c_what_is_made_for_stock_is_cancelled_without_a_customer() {
    on_both(async |house| {
        a_customer(&house).await;
        let mut form = of_kind("of", a_phone_order());
        put(&mut form, "order.estimator_id", "周敏");
        put(&mut form, "order.estimate_basis", "去年旺季每月 800 册");
        house
            .desk
            .mark_regular(&house.actor("何静").await, "《岭南草木》精装画册")
            .await
            .unwrap();
        let order = registered(&house, &form).await;
        let request = CancelOrderRequest {
            contact: None,
            ..cancel(&house, order).await
        };
        cancelled(&house, request)
            .await
            .expect("nobody has to be spoken to");
        assert_eq!(state(&house, order).await, "cancelled");
    });
}

#[test]
fn clause_f7_09_an_order_in_effect_that_rests_is_told_to_whom_it_was_told_and_takes_effect_once() {
    on_both(async |house| {
        let order = crate::effect::a_plain_book(&house, "10").await;
        agreed(&house, order).await;
        assert_eq!(state(&house, order).await, "in_effect");
        let effects = async || told(&house, order, "订单生效").await.len();
        let before = effects().await;
        assert!(before > 0);
        let preview = house.desk.preview_cancel(order).await.expect("said");
        assert!(preview.asked_by_house.director, "it took effect");
        let request = suspend(&house, order).await;
        suspended(&house, request).await.expect("it rests");
        assert_eq!(told(&house, order, "订单暂停").await.len(), before);
        resumed(&house, order).await.expect("it goes on");
        assert_eq!(state(&house, order).await, "in_effect");
        assert_eq!(effects().await, before, "it took effect once");
        assert!(told(&house, order, "更改后再次生效").await.is_empty());
        let another = another_issued_book(&house).await;
        assert_eq!(state(&house, another).await, "released");
    });
}
