//! Reading the order back, and what the customer says to it.

use docket_core::accounts::EvidenceRequest;
use docket_core::orders::OrderState;
use docket_core::orders::wire::RecordConfirmation;
use docket_core::settings::Rule;

use super::{a_customer, a_phone_order, answer, change, confirmation, facts, refused, registered};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::text_of;

async fn agreed(house: &TestDesk, id: i64) {
    let yes = answer(house, id, "agreed").await;
    house
        .desk
        .record_confirmation(&house.assistant, &yes)
        .await
        .expect("the yes is recorded");
}

#[test]
fn clause_s_4_1_2b_a_yes_to_what_was_read_back_confirms_the_requirements() {
    on_both(async |house| {
        a_customer(&house).await;
        let id = registered(&house, &a_phone_order()).await;
        assert!(!confirmation(&house, id).await.up_to_date);
        agreed(&house, id).await;
        assert_eq!(
            facts(&house, id).await.state,
            OrderState::RequirementsConfirmed
        );
        let view = confirmation(&house, id).await;
        assert!(view.up_to_date && view.stale_paths.is_empty());
        assert_eq!(view.entries.len(), 1);
        let entry = &view.entries[0];
        assert_eq!(
            (
                entry.who.as_str(),
                entry.how.as_str(),
                entry.recorded_by.as_str()
            ),
            ("王琳", "phone", "林晓梅")
        );
        assert!(!entry.stale);
    });
}

#[test]
fn clause_s_4_1_2b_editing_a_confirmed_field_asks_again_for_exactly_that_field() {
    on_both(async |house| {
        a_customer(&house).await;
        let id = registered(&house, &a_phone_order()).await;
        agreed(&house, id).await;
        change(&house, id, |form| {
            form.product.insert("quantity".into(), "2100".into());
            form.drops[1]
                .values
                .insert("address".into(), "福田区".into());
            form.components[0]
                .values
                .insert("press_size".into(), "570x840".into());
        })
        .await;
        let facts_now = facts(&house, id).await;
        assert_eq!(facts_now.state, OrderState::Registered);
        let view = confirmation(&house, id).await;
        assert!(!view.up_to_date && view.entries[0].stale);
        assert_eq!(
            view.stale_paths,
            ["product.quantity", "drop:d2.address"],
            "the press sheet is the house's own affair"
        );
        agreed(&house, id).await;
        assert_eq!(
            facts(&house, id).await.state,
            OrderState::RequirementsConfirmed
        );
        assert!(confirmation(&house, id).await.stale_paths.is_empty());
    });
}

#[test]
fn clause_s_4_1_2b_a_field_the_customer_was_not_asked_leaves_the_yes_standing() {
    on_both(async |house| {
        a_customer(&house).await;
        let id = registered(&house, &a_phone_order()).await;
        agreed(&house, id).await;
        change(&house, id, |form| {
            drop(
                form.components[0]
                    .values
                    .insert("number_up".into(), "2".into()),
            )
        })
        .await;
        assert_eq!(
            facts(&house, id).await.state,
            OrderState::RequirementsConfirmed
        );
        assert!(confirmation(&house, id).await.up_to_date);
    });
}

#[test]
fn clause_s_4_1_2b_undoing_the_edit_brings_the_yes_back() {
    on_both(async |house| {
        a_customer(&house).await;
        let id = registered(&house, &a_phone_order()).await;
        agreed(&house, id).await;
        change(&house, id, |form| {
            drop(form.product.insert("quantity".into(), "2100".into()))
        })
        .await;
        change(&house, id, |form| {
            drop(form.product.insert("quantity".into(), "2000".into()))
        })
        .await;
        assert_eq!(
            facts(&house, id).await.state,
            OrderState::RequirementsConfirmed
        );
    });
}

#[test]
fn clause_s_4_1_2b_an_answer_to_something_else_is_refused() {
    on_both(async |house| {
        a_customer(&house).await;
        let id = registered(&house, &a_phone_order()).await;
        let old = answer(&house, id, "agreed").await;
        change(&house, id, |form| {
            drop(form.order.insert("unit_price".into(), "40".into()))
        })
        .await;
        let given = house.desk.record_confirmation(&house.assistant, &old).await;
        assert_eq!(refused(given).0, "read_back_changed");
        assert_eq!(confirmation(&house, id).await.entries.len(), 0);
    });
}

#[test]
fn clause_s_4_1_2b_a_change_keeps_the_order_open() {
    on_both(async |house| {
        a_customer(&house).await;
        let id = registered(&house, &a_phone_order()).await;
        agreed(&house, id).await;
        let mut no = answer(&house, id, "changed").await;
        no.note = "要改成 2,100 册".to_owned();
        house
            .desk
            .record_confirmation(&house.assistant, &no)
            .await
            .unwrap();
        assert_eq!(
            facts(&house, id).await.state,
            OrderState::Registered,
            "the later answer counts"
        );
        let view = confirmation(&house, id).await;
        assert_eq!(
            (view.up_to_date, view.entries[0].note.as_str()),
            (false, "要改成 2,100 册")
        );
    });
}

#[test]
fn clause_f1_06_half_of_the_payment_is_nothing_to_agree_to() {
    on_both(async |house| {
        a_customer(&house).await;
        let mut form = a_phone_order();
        form.instalments.truncate(1);
        let id = registered(&house, &form).await;
        let yes = answer(&house, id, "agreed").await;
        let given = house.desk.record_confirmation(&house.assistant, &yes).await;
        let path = "instalment:p1.percent".to_owned();
        assert_eq!(refused(given), ("requirements_missing", vec![path]));
    });
}

#[test]
fn clause_s_4_1_1a_a_yes_needs_the_six_blocks_and_clause_f1_06_the_facts() {
    on_both(async |house| {
        a_customer(&house).await;
        let mut form = a_phone_order();
        form.order.remove("unit_price");
        form.order.remove("quality_standard");
        form.product.remove("size");
        form.components[0].values.remove("grade");
        form.instalments.clear();
        let id = registered(&house, &form).await;
        let yes = answer(&house, id, "agreed").await;
        let given = house.desk.record_confirmation(&house.assistant, &yes).await;
        let mut missing = refused(given);
        missing.1.sort();
        assert_eq!(
            missing,
            (
                "requirements_missing",
                [
                    "component:c1.grade",
                    "instalment",
                    "order.quality_standard",
                    "order.unit_price",
                    "product.size",
                ]
                .map(str::to_owned)
                .to_vec()
            )
        );
        let no = answer(&house, id, "changed").await;
        house
            .desk
            .record_confirmation(&house.assistant, &no)
            .await
            .expect("a no is recorded in any case");
    });
}

#[test]
fn clause_s_4_1_2b_who_when_how_and_result_are_all_said() {
    on_both(async |house| {
        a_customer(&house).await;
        let id = registered(&house, &a_phone_order()).await;
        let yes = answer(&house, id, "agreed").await;
        let cases = [
            (
                RecordConfirmation {
                    who: " \u{200b}".to_owned(),
                    ..yes.clone()
                },
                "nobody_answered",
            ),
            (
                RecordConfirmation {
                    how: "pigeon".to_owned(),
                    ..yes.clone()
                },
                "unknown_answer",
            ),
            (
                RecordConfirmation {
                    result: "maybe".to_owned(),
                    ..yes.clone()
                },
                "unknown_answer",
            ),
            (
                RecordConfirmation {
                    at: "gestern".to_owned(),
                    ..yes.clone()
                },
                "unknown_answer",
            ),
            // The desk's clock stands at 01:12 UTC.
            (
                RecordConfirmation {
                    at: "2026-11-24T01:13:00Z".to_owned(),
                    ..yes.clone()
                },
                "answer_in_future",
            ),
            (
                RecordConfirmation {
                    revision: 99,
                    ..yes.clone()
                },
                "changed_meanwhile",
            ),
        ];
        for (request, code) in cases {
            assert_eq!(
                refused(
                    house
                        .desk
                        .record_confirmation(&house.assistant, &request)
                        .await
                )
                .0,
                code
            );
        }
        let earlier = RecordConfirmation {
            at: "2026-11-24T00:40:00Z".to_owned(),
            ..yes
        };
        house
            .desk
            .record_confirmation(&house.assistant, &earlier)
            .await
            .expect("an answer given earlier is recorded");
    });
}

#[test]
fn clause_f1_03_a_written_yes_brings_what_shows_it_or_it_follows() {
    on_both(async |house| {
        a_customer(&house).await;
        let id = registered(&house, &a_phone_order()).await;
        let pieces = async || confirmation(&house, id).await.entries[0].evidence;
        let lacking = async || house.desk.lacking_evidence().await.unwrap();
        let screenshot = || EvidenceRequest::Pasted {
            name: "微信 王琳.png".to_owned(),
            data: "iVBORw0KGgo=".to_owned(),
        };
        for how in ["wechat", "email", "fax", "in_person"] {
            let bare = RecordConfirmation {
                how: how.to_owned(),
                ..answer(&house, id, "agreed").await
            };
            let bare = house.desk.record_confirmation(&house.assistant, &bare);
            assert_eq!(refused(bare.await).0, "evidence_missing", "{how}");
        }
        // What was only said leaves nothing to show.
        let said = RecordConfirmation {
            how: "phone".to_owned(),
            ..answer(&house, id, "agreed").await
        };
        let said = house.desk.record_confirmation(&house.assistant, &said);
        said.await.expect("a spoken yes");
        assert_eq!(pieces().await, None);
        // Of a yes by telephone the record that was read back is kept as it was then (F4-4b).
        let record = confirmation(&house, id).await.entries[0].paper.clone();
        let record = record.expect("written down");
        let printed = text_of(&house, &record.sha256);
        for words in ["客户订单信息记录表", "王琳", "电话", "同意"] {
            assert!(printed.contains(words), "{words} in {printed}");
        }
        assert_eq!(lacking().await, []);
        let written = async |follows, evidence| RecordConfirmation {
            how: "wechat".to_owned(),
            evidence,
            follows,
            ..answer(&house, id, "agreed").await
        };
        // Whoever may write the answer down takes the customer's word with it: 业务员, too.
        let sales = house.actor("赵强").await;
        let follows = written(true, Vec::new()).await;
        let recorded = house.desk.record_confirmation(&sales, &follows).await;
        recorded.expect("it follows");
        assert_eq!(pieces().await, Some(0));
        let list = lacking().await;
        assert_eq!(
            (list.len(), list[0].purpose.as_str(), list[0].order),
            (1, "read_back", Some(id))
        );
        assert_eq!(list[0].signer, "王琳");
        house
            .desk
            .add_evidence(&house.assistant, list[0].signature, vec![screenshot()])
            .await
            .expect("the screenshot follows");
        assert_eq!((pieces().await, lacking().await), (Some(1), vec![]));
        let shown = written(false, vec![screenshot(), screenshot()]).await;
        let recorded = house.desk.record_confirmation(&house.assistant, &shown);
        recorded.await.expect("with its screenshots");
        assert_eq!((pieces().await, lacking().await), (Some(2), vec![]));
        // What the customer wants changed is no yes: it is read back again.
        let changed = RecordConfirmation {
            how: "wechat".to_owned(),
            evidence: vec![screenshot()],
            ..answer(&house, id, "changed").await
        };
        let recorded = house.desk.record_confirmation(&house.assistant, &changed);
        recorded.await.expect("a change needs none");
        assert_eq!(pieces().await, None);
        let director = house.actor("何静").await;
        let today = house.desk.today();
        let tighter = house.desk.set_rule(
            &director,
            Rule::EvidenceMayFollow,
            "off",
            today,
            "客户投诉后收紧",
        );
        tighter.await.expect("a house that lets nothing follow");
        let follows = written(true, Vec::new()).await;
        let recorded = house.desk.record_confirmation(&house.assistant, &follows);
        assert_eq!(refused(recorded.await).0, "evidence_may_not_follow");
    });
}

#[test]
fn clause_f5_1_1b_a_project_is_registered_with_its_order_and_asked_of_nobody() {
    on_both(async |house| {
        a_customer(&house).await;
        let mut form = a_phone_order();
        let project = "市图书馆年度画册项目，招标网见到，下月定标";
        form.order.insert("project".to_owned(), project.to_owned());
        let order = registered(&house, &form).await;
        let yes = answer(&house, order, "agreed").await;
        house
            .desk
            .record_confirmation(&house.assistant, &yes)
            .await
            .unwrap();
        let kept = facts(&house, order).await.specification.to_form();
        assert_eq!(kept.order["project"], project);
        // It is no requirement of the customer's: a later word of it asks nobody again.
        change(&house, order, |form| {
            form.order.insert("project".to_owned(), "已中标".to_owned());
        })
        .await;
        assert!(confirmation(&house, order).await.up_to_date);
    });
}
