//! Changing an order that took effect and has no sheet yet: the middle column of the change authority matrix (F7-08).

use docket_core::accounts::EvidenceRequest;
use docket_core::orders::OrderState;
use docket_core::orders::wire::OrderForm;
use docket_core::task_sheets::{
    ConsentRequest, Liable, LossRequest, ProposeChangeRequest, RefuseChangeRequest,
};
use docket_core::{DeskError, Refuse as _};

use crate::effect::{a_plain_book, set};
use crate::orders::{answer, confirmation, facts};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::{
    a_book, a_review, a_stamped_sample, agreed, approve, approved, audited, checked, code, issue,
    latest_change, page, pin_of, propose, red, sheet,
};

async fn a_book_in_effect(house: &TestDesk) -> i64 {
    let order = a_plain_book(house, "25").await;
    agreed(house, order).await;
    assert_eq!(state(house, order).await, OrderState::InEffect);
    order
}

async fn state(house: &TestDesk, order: i64) -> OrderState {
    facts(house, order).await.state
}

async fn typed(house: &TestDesk, order: i64, key: &str) -> String {
    let form = facts(house, order).await.specification.to_form();
    form.order.get(key).cloned().unwrap_or_default()
}

fn put(key: &'static str, text: &'static str) -> impl FnOnce(&mut OrderForm) {
    move |form| drop(form.order.insert(key.to_owned(), text.to_owned()))
}

#[test]
fn clause_f7_08_price_quantity_and_date_wait_for_the_director_and_the_customers_consent() {
    on_both(async |house| {
        let order = a_book_in_effect(&house).await;
        assert_eq!(
            code(propose(&house, order, false, put("unit_price", "24")).await),
            "consent_missing"
        );
        propose(&house, order, true, put("unit_price", "24"))
            .await
            .expect("asked for");
        let waiting = latest_change(&house, order).await;
        assert_eq!(waiting.state, "pending");
        assert_eq!(waiting.places[0].authority, "sales_director");
        assert_eq!(typed(&house, order, "unit_price").await, "25.00");
        // What waits keeps the sheet back, and a second change waits for the first.
        a_stamped_sample(&house, order).await;
        audited(&house, order).await;
        checked(&house, order).await;
        assert_eq!(red(&house, order).await, ["change_waiting"]);
        assert_eq!(code(issue(&house, order).await), "not_green");
        assert_eq!(
            code(propose(&house, order, true, put("unit_price", "23")).await),
            "change_pending"
        );
        for name in ["林晓梅", "钱芳", "赵强"] {
            assert_eq!(
                code(approve(&house, order, "sales_director", name).await),
                "needs_role",
                "{name}"
            );
        }
        approve(&house, order, "sales_director", "何静")
            .await
            .expect("approved");
        assert_eq!(typed(&house, order, "unit_price").await, "24.00");
        let change = latest_change(&house, order).await;
        assert_eq!((change.state.as_str(), change.index), ("in_force", None));
        assert_eq!(change.consent_how.as_deref(), Some("wechat"));
        // The customer consented to exactly this: nobody is asked twice.
        let said = confirmation(&house, order).await;
        assert!(said.up_to_date);
        assert_eq!(said.entries[0].who, "王琳");
        // What the consent stands on follows, and is what the yes stands on.
        assert_eq!(said.entries[0].evidence, Some(0));
        assert_eq!(state(&house, order).await, OrderState::InEffect);
        // The check was given to something else.
        assert_eq!(red(&house, order).await, ["check_stale"]);
        checked(&house, order).await;
        issue(&house, order).await.expect("issued");
        assert_eq!(
            sheet(&house, order).await.amendments.len(),
            1,
            "the trace stays"
        );
        assert_eq!(sheet(&house, order).await.places_used, 0);
    });
}

/// Each item that is verified: whether it holds, and when it was ticked last.
async fn ticks(house: &TestDesk, order: i64) -> Vec<(&'static str, bool, String)> {
    let items = page(house, order).await.verification.items;
    items
        .into_iter()
        .map(|item| (item.item, item.holds, item.at))
        .collect()
}

#[test]
fn clause_f1_05a_a_change_the_customer_consents_to_verifies_what_it_touches_and_nothing_else() {
    on_both(async |house| {
        let order = a_book_in_effect(&house).await;
        house.it_is("2026-11-25T01:00:00Z");
        propose(&house, order, true, put("unit_price", "24"))
            .await
            .expect("asked for");
        approve(&house, order, "sales_director", "何静")
            .await
            .expect("approved");
        let (before, now) = ("2026-11-24T01:12:00Z", "2026-11-25T01:00:00Z");
        assert_eq!(
            ticks(&house, order).await,
            [
                ("identity", true, before.to_owned()),
                ("specification", true, before.to_owned()),
                ("price", true, now.to_owned()),
                ("delivery", true, before.to_owned()),
            ]
        );
    });
    // Where nothing was ever verified a consent ticks nothing.
    on_both(async |house| {
        set(&house, "verify_orders", "off").await;
        let order = a_plain_book(&house, "25").await;
        let mut yes = answer(&house, order, "agreed").await;
        yes.verified.clear();
        house
            .desk
            .record_confirmation(&house.assistant, &yes)
            .await
            .expect("agreed");
        propose(&house, order, true, put("unit_price", "24"))
            .await
            .expect("asked for");
        approve(&house, order, "sales_director", "何静")
            .await
            .expect("approved");
        assert_eq!(state(&house, order).await, OrderState::InEffect);
        assert!(
            ticks(&house, order)
                .await
                .iter()
                .all(|(_, holds, _)| !holds)
        );
    });
}

#[test]
fn clause_f7_08_after_a_change_the_gates_are_judged_anew() {
    on_both(async |house| {
        let order = a_book(&house).await;
        agreed(&house, order).await;
        a_review(&house, order).await;
        approved(&house, order).await;
        assert_eq!(state(&house, order).await, OrderState::InEffect);
        propose(&house, order, true, put("unit_price", "44"))
            .await
            .expect("asked for");
        approve(&house, order, "sales_director", "何静")
            .await
            .expect("approved");
        assert_eq!(state(&house, order).await, OrderState::PendingEffect);
        assert!(red(&house, order).await.contains(&"effect_approval_stale"));
        approved(&house, order).await;
        assert_eq!(state(&house, order).await, OrderState::InEffect);
        audited(&house, order).await;
        a_stamped_sample(&house, order).await;
        checked(&house, order).await;
        issue(&house, order).await.expect("issued");
    });
}

#[test]
fn clause_f7_08_cost_takes_the_assistant_and_the_customers_consent() {
    on_both(async |house| {
        let order = a_book_in_effect(&house).await;
        let grade = |form: &mut OrderForm| {
            form.components[3]
                .values
                .insert("grade".to_owned(), "双胶纸".to_owned());
        };
        assert_eq!(
            code(propose(&house, order, false, grade).await),
            "consent_missing"
        );
        propose(&house, order, true, grade)
            .await
            .expect("stands at once");
        let change = latest_change(&house, order).await;
        assert_eq!(change.state, "in_force");
        let lacking = house.desk.lacking_evidence().await.unwrap();
        assert_eq!(lacking.len(), 1, "it stands, and its screenshot follows");
        assert_eq!(change.places[0].authority, "customer_consent");
        assert_eq!(state(&house, order).await, OrderState::InEffect);
        let form = facts(&house, order).await.specification.to_form();
        assert_eq!(form.components[3].values["grade"], "双胶纸");
    });
}

#[test]
fn clause_f7_08_clerical_fields_take_the_assistant_alone_and_a_read_back_one_is_asked_again() {
    on_both(async |house| {
        let order = a_book_in_effect(&house).await;
        propose(&house, order, false, put("sample_due", "12-1"))
            .await
            .expect("stands at once");
        assert_eq!(state(&house, order).await, OrderState::InEffect);
        propose(&house, order, false, put("remark", "放门卫"))
            .await
            .expect("stands at once");
        assert_eq!(
            state(&house, order).await,
            OrderState::PendingEffect,
            "the remark was read back"
        );
        assert!(red(&house, order).await.contains(&"read_back"));
        agreed(&house, order).await;
        assert_eq!(state(&house, order).await, OrderState::InEffect);
    });
}

#[test]
fn clause_f7_08_a_demand_above_the_standard_takes_quality() {
    on_both(async |house| {
        let order = a_book_in_effect(&house).await;
        propose(&house, order, false, |form| {
            form.order
                .insert("quality_standard".to_owned(), "客户特殊要求".to_owned());
            form.order
                .insert("quality_special".to_owned(), "色差 ΔE<2".to_owned());
        })
        .await
        .expect("asked for");
        assert_eq!(typed(&house, order, "quality_special").await, "");
        assert_eq!(
            code(approve(&house, order, "sales_director", "何静").await),
            "signature_not_asked"
        );
        approve(&house, order, "quality", "陈刚")
            .await
            .expect("quality agrees");
        assert_eq!(typed(&house, order, "quality_special").await, "色差 ΔE<2");
    });
}

#[test]
fn clause_f7_08_before_effect_the_form_is_simply_changed() {
    on_both(async |house| {
        let order = a_plain_book(&house, "25").await;
        assert_eq!(
            code(propose(&house, order, true, put("unit_price", "24")).await),
            "order_open_to_editing"
        );
    });
}

#[test]
fn clause_f7_08_what_was_refused_or_withdrawn_leaves_the_order_and_its_trace() {
    on_both(async |house| {
        let order = a_book_in_effect(&house).await;
        propose(&house, order, true, put("unit_price", "20"))
            .await
            .expect("asked for");
        let request = RefuseChangeRequest {
            amendment_id: latest_change(&house, order).await.id,
            reason: "低于成本".to_owned(),
            approval: pin_of(&house, "何静").await,
        };
        house
            .desk
            .refuse_change(&house.assistant, request)
            .await
            .expect("refused");
        let change = latest_change(&house, order).await;
        assert_eq!(
            (change.state.as_str(), change.closing_note.as_str()),
            ("refused", "低于成本")
        );
        assert!(!red(&house, order).await.contains(&"change_waiting"));
        propose(&house, order, true, put("unit_price", "24"))
            .await
            .expect("asked for");
        let id = latest_change(&house, order).await.id;
        house
            .desk
            .withdraw_change(&house.assistant, id, "客户不改了")
            .await
            .expect("withdrawn");
        assert_eq!(typed(&house, order, "unit_price").await, "25.00");
        let changes = page(&house, order).await.changes;
        let states: Vec<_> = changes.iter().map(|each| each.state.as_str()).collect();
        assert_eq!(states, ["withdrawn", "refused"]);
        assert_eq!(state(&house, order).await, OrderState::InEffect);
    });
}

/// A change of the confirmed day, with what both sides said of it.
async fn moved(
    house: &TestDesk,
    order: i64,
    day: &str,
    consent_at: &str,
    loss: Option<LossRequest>,
) -> Result<i64, DeskError> {
    let facts = facts(house, order).await;
    let mut form = facts.specification.to_form();
    form.order
        .insert("confirmed_date".to_owned(), day.to_owned());
    let request = ProposeChangeRequest {
        order_id: order,
        revision: facts.revision,
        form,
        reason: "纸未到".to_owned(),
        consent: Some(ConsentRequest {
            who: "王琳".to_owned(),
            at: consent_at.to_owned(),
            how: "wechat".to_owned(),
            evidence: vec![EvidenceRequest::Pasted {
                name: "同意延期.png".to_owned(),
                data: "iVBORw0KGgo=".to_owned(),
            }],
            follows: false,
        }),
        loss,
        approval: pin_of(house, "林晓梅").await,
    };
    house
        .desk
        .propose_change(&house.assistant, request)
        .await
        .map(|done| done.value)
}

#[test]
fn clause_f7_11_a_later_day_told_when_the_old_one_had_come_is_marked() {
    on_both(async |house| {
        let order = a_book_in_effect(&house).await;
        let loss = |amount: &str| {
            Some(LossRequest {
                amount: amount.to_owned(),
                liable: Liable::House,
                outcome: "下次让 2%".to_owned(),
            })
        };
        assert_eq!(
            code(moved(&house, order, "2026-12-15", "", loss("很多")).await),
            "fields_not_understood"
        );
        moved(&house, order, "2026-12-15", "", loss("1,200"))
            .await
            .expect("asked for");
        let change = latest_change(&house, order).await;
        assert!(!change.late_notice, "told two weeks before");
        assert_eq!(change.consent_evidence, ["同意延期.png"]);
        assert_eq!(change.loss.as_deref(), Some("1,200.00"));
        assert_eq!(
            (change.liable, change.outcome.as_str()),
            (Liable::House, "下次让 2%")
        );
        approve(&house, order, "sales_director", "何静")
            .await
            .expect("approved");
        // 2026-12-15 09:00 in Shanghai: the day itself is too late.
        house.it_is("2026-12-15T01:00:00Z");
        moved(&house, order, "2026-12-20", "2026-12-15T00:30:00Z", None)
            .await
            .expect("asked for");
        let late = latest_change(&house, order).await;
        assert!(late.late_notice);
        // Told the evening before and written down today: the day of the consent counts.
        house
            .desk
            .withdraw_change(&house.assistant, late.id, "时间记错")
            .await
            .expect("withdrawn");
        moved(&house, order, "2026-12-20", "2026-12-14T10:00:00Z", None)
            .await
            .expect("asked for");
        assert!(!latest_change(&house, order).await.late_notice);
    });
}

#[test]
fn clause_f7_08_a_customer_who_thinks_again_stops_an_order_in_effect() {
    on_both(async |house| {
        let order = a_book_in_effect(&house).await;
        let changed = answer(&house, order, "changed").await;
        house
            .desk
            .record_confirmation(&house.assistant, &changed)
            .await
            .expect("recorded");
        assert_eq!(state(&house, order).await, OrderState::PendingEffect);
        // A consent to one change does not take back what was said to the rest.
        propose(&house, order, true, put("unit_price", "24"))
            .await
            .expect("asked for");
        approve(&house, order, "sales_director", "何静")
            .await
            .expect("approved");
        assert_eq!(state(&house, order).await, OrderState::PendingEffect);
        assert!(!confirmation(&house, order).await.up_to_date);
        let again = answer(&house, order, "agreed").await;
        let recorded = house
            .desk
            .record_confirmation(&house.assistant, &again)
            .await;
        recorded.map_err(|error| error.code()).expect("agreed");
        assert_eq!(state(&house, order).await, OrderState::InEffect);
    });
}

#[test]
fn clause_f4_4c_a_change_has_a_reason_is_whole_and_its_consent_names_somebody_and_is_no_later_than_now()
 {
    on_both(async |house| {
        let order = a_book_in_effect(&house).await;
        let asked = async |reason: &str, who: &str, at: &str, edit: fn(&mut OrderForm)| {
            let facts = facts(&house, order).await;
            let mut form = facts.specification.to_form();
            edit(&mut form);
            let request = ProposeChangeRequest {
                order_id: order,
                revision: facts.revision,
                form,
                reason: reason.to_owned(),
                consent: Some(ConsentRequest {
                    who: who.to_owned(),
                    at: at.to_owned(),
                    how: "phone".to_owned(),
                    evidence: Vec::new(),
                    follows: true,
                }),
                loss: None,
                approval: pin_of(&house, "林晓梅").await,
            };
            house.desk.propose_change(&house.assistant, request).await
        };
        let price: fn(&mut OrderForm) = |form| put("unit_price", "24")(form);
        let nonsense: fn(&mut OrderForm) = |form| put("unit_price", "很多")(form);
        let lacking: fn(&mut OrderForm) = |form| drop(form.order.remove("confirmed_date"));
        let tomorrow = "2026-11-25T01:00:00Z";
        for (reason, who, at, edit, refusal) in [
            (" ", "王琳", "", price, "reason_missing"),
            ("客户压价", " ", "", price, "consent_missing"),
            ("客户压价", "王琳", tomorrow, price, "recorded_in_future"),
            ("客户压价", "王琳", "", nonsense, "fields_not_understood"),
            ("客户压价", "王琳", "", lacking, "fields_needed"),
        ] {
            assert_eq!(code(asked(reason, who, at, edit).await), refusal);
        }
        assert!(page(&house, order).await.changes.is_empty());
        asked("客户压价", "王琳", "", price)
            .await
            .expect("asked for");
    });
}

#[test]
fn clause_f4_4c_a_consent_in_writing_brings_its_evidence_or_waits_for_it_in_the_list() {
    on_both(async |house| {
        let order = a_book_in_effect(&house).await;
        let asked = async |how: &str, follows: bool, price: &'static str| {
            let facts = facts(&house, order).await;
            let mut form = facts.specification.to_form();
            put("unit_price", price)(&mut form);
            let request = ProposeChangeRequest {
                order_id: order,
                revision: facts.revision,
                form,
                reason: "客户压价".to_owned(),
                consent: Some(ConsentRequest {
                    who: "王琳".to_owned(),
                    at: String::new(),
                    how: how.to_owned(),
                    evidence: Vec::new(),
                    follows,
                }),
                loss: None,
                approval: pin_of(&house, "林晓梅").await,
            };
            house.desk.propose_change(&house.assistant, request).await
        };
        let lacking = async || house.desk.lacking_evidence().await.expect("the list");
        for how in ["wechat", "email", "fax"] {
            assert_eq!(
                code(asked(how, false, "24").await),
                "evidence_missing",
                "{how}"
            );
        }
        // What was only said leaves nothing to show.
        asked("phone", false, "24").await.expect("asked for");
        assert!(lacking().await.is_empty());
        approve(&house, order, "sales_director", "何静")
            .await
            .expect("24.00");
        asked("wechat", true, "23").await.expect("it follows");
        let list = lacking().await;
        assert_eq!(list.len(), 1);
        assert_eq!(
            (
                list[0].order,
                list[0].signer.as_str(),
                list[0].purpose.as_str()
            ),
            (Some(order), "王琳", "change_consent")
        );
        assert!(
            latest_change(&house, order)
                .await
                .consent_evidence
                .is_empty()
        );
        let screenshot = EvidenceRequest::Pasted {
            name: "同意.png".to_owned(),
            data: "iVBORw0KGgo=".to_owned(),
        };
        house
            .desk
            .add_evidence(&house.assistant, list[0].signature, vec![screenshot])
            .await
            .expect("the screenshot follows");
        assert!(lacking().await.is_empty());
        let evidence = latest_change(&house, order).await.consent_evidence;
        assert_eq!(evidence, ["同意.png"]);
        approve(&house, order, "sales_director", "何静")
            .await
            .expect("23.00");
        // A house that lets nothing follow wants it at once.
        set(&house, "evidence_may_follow", "off").await;
        assert_eq!(
            code(asked("wechat", true, "22").await),
            "evidence_may_not_follow"
        );
    });
}

#[test]
fn clause_f7_08_a_consent_to_what_was_never_read_back_is_no_new_yes() {
    on_both(async |house| {
        let order = a_book_in_effect(&house).await;
        let before = confirmation(&house, order).await.entries.len();
        propose(&house, order, true, |form| {
            form.components[3]
                .values
                .insert("press_size".to_owned(), "595x885".to_owned());
        })
        .await
        .expect("stands at once");
        assert_eq!(latest_change(&house, order).await.state, "in_force");
        let after = confirmation(&house, order).await;
        assert_eq!((after.entries.len(), after.up_to_date), (before, true));
    });
}
