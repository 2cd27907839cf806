//! Roles from a day to a day, 负责人 and 代理人, the last administrator, the history.

use docket_core::Refuse as _;
use docket_core::accounts::{
    ApprovalRequest, EvidenceRequest, Medium, PersonChangeView, PersonRequest, Role,
};
use docket_core::review::{Department, RecordOpinionRequest, Verdict};

use super::{as_shown, change, code, deputy, enter, person, term};
use crate::orders::{a_customer, a_phone_order, answer, registered};
use crate::support::{PASSWORD, PIN, TestDesk, on_both};

#[test]
fn clause_f1_02_whoever_signed_in_yesterday_has_the_roles_of_today() {
    on_both(|house| async move {
        a_customer(&house).await;
        change(&house, "林晓梅", |form| {
            form.terms = vec![
                term(Role::SalesAssistant, false, "2026-11-01", "2026-11-24"),
                term(Role::Pmc, false, "2026-11-25", ""),
            ];
        })
        .await
        .expect("a role ends today, another begins tomorrow");
        // 15:59:59 UTC is a second before midnight in Shanghai: still the 24th.
        house.it_is("2026-11-24T15:59:59Z");
        registered(&house, &a_phone_order()).await;
        house.it_is("2026-11-24T16:00:00Z");
        let draft = house.desk.new_draft(&house.assistant).await.unwrap().value;
        let refused = house
            .desk
            .register_order(&house.assistant, &draft.key, &a_phone_order())
            .await;
        assert_eq!(
            code(refused),
            "needs_role",
            "the actor is the one of yesterday"
        );
        let today = house.desk.still_here(&house.assistant).await.unwrap();
        assert_eq!(today.roles(), [Role::Pmc]);
    });
}

#[test]
fn clause_f1_02_who_has_left_can_do_nothing_more_though_still_signed_in() {
    on_both(|house| async move {
        change(&house, "林晓梅", |form| form.active = false)
            .await
            .unwrap();
        let saved = house
            .desk
            .save_customer(&house.assistant, &Default::default())
            .await;
        assert!(saved.is_err());
        assert_eq!(
            code(house.desk.still_here(&house.assistant).await),
            "not_signed_in"
        );
        assert_eq!(
            code(house.desk.sign_in("林晓梅", PASSWORD).await),
            "wrong_password"
        );
    });
}

async fn an_agreed_order(house: &TestDesk) -> i64 {
    a_customer(house).await;
    let order = registered(house, &a_phone_order()).await;
    let yes = answer(house, order, "agreed").await;
    house
        .desk
        .record_confirmation(&house.assistant, &yes)
        .await
        .expect("the customer agrees");
    order
}

async fn quality_says(house: &TestDesk, order: i64, approval: ApprovalRequest) -> &'static str {
    let request = RecordOpinionRequest {
        new_date: String::new(),
        order_id: order,
        revision: house.revision(order).await,
        route: house.route(order).await,
        department: Department::Quality,
        verdict: Verdict::Feasible,
        opinion: String::new(),
        conditions: String::new(),
        approval,
    };
    match house.desk.record_opinion(&house.assistant, request).await {
        Ok(_) => "given",
        Err(refusal) => refusal.code(),
    }
}

async fn pin_of(house: &TestDesk, name: &str) -> ApprovalRequest {
    ApprovalRequest::Pin {
        person: house.account(name).await,
        pin: PIN.to_owned(),
    }
}

#[test]
fn clause_f1_02_an_opinion_needs_the_head_or_a_deputy_where_one_is_named() {
    on_both(|house| async move {
        let order = an_agreed_order(&house).await;
        enter(&house, "质检员", Role::Quality).await;
        enter(&house, "代班人", Role::Pmc).await;
        let pin = |name| pin_of(&house, name);
        assert_eq!(
            quality_says(&house, order, pin("质检员").await).await,
            "given",
            "nobody is named: any holder counts"
        );
        let stand_in = house.account("代班人").await;
        change(&house, "陈刚", |form| {
            form.terms = vec![term(Role::Quality, true, "2026-11-24", "")];
            form.deputies = vec![deputy(Role::Quality, stand_in, "2026-11-25", "2026-11-26")];
        })
        .await
        .expect("a head with a deputy");
        assert_eq!(
            quality_says(&house, order, pin("质检员").await).await,
            "needs_role"
        );
        assert_eq!(
            quality_says(&house, order, pin("陈刚").await).await,
            "given"
        );
        assert_eq!(
            quality_says(&house, order, pin("代班人").await).await,
            "needs_role"
        );
        let offered = house
            .desk
            .signers(
                &[Department::Quality.power()],
                None,
                "2026-11-26T02:00:00Z".parse().ok(),
            )
            .await
            .unwrap();
        let offered: Vec<_> = offered
            .iter()
            .map(|signer| (signer.name.as_str(), signer.deputy_for.as_deref()))
            .collect();
        assert_eq!(offered, [("陈刚", None), ("代班人", Some("陈刚"))]);
        house.it_is("2026-11-25T02:00:00Z");
        assert_eq!(
            quality_says(&house, order, pin("代班人").await).await,
            "given"
        );
        let page = house
            .desk
            .order_page(&house.assistant, order)
            .await
            .unwrap();
        let review = page.review.expect("a review");
        assert_eq!(review.opinions[0].person, "代班人（代 陈刚）");
        house.it_is("2026-11-27T02:00:00Z");
        assert_eq!(
            quality_says(&house, order, pin("代班人").await).await,
            "needs_role"
        );
        // What the deputy gave on a day it was allowed may be recorded later: that day's roles count.
        let on = |at: &str| ApprovalRequest::Recorded {
            person: Some(stand_in),
            name: String::new(),
            at: at.to_owned(),
            medium: Medium::Wechat,
            evidence: Vec::<EvidenceRequest>::new(),
            follows: true,
            note: String::new(),
        };
        assert_eq!(
            quality_says(&house, order, on("2026-11-26T09:00:00Z")).await,
            "given"
        );
        assert_eq!(
            quality_says(&house, order, on("2026-11-26T16:00:00Z")).await,
            "needs_role"
        );
    });
}

#[test]
fn clause_f1_02_the_last_administrator_cannot_go_now_or_by_an_end_date() {
    on_both(|house| async move {
        let admin = |from: &str, to: &str| vec![term(Role::Administrator, false, from, to)];
        for (terms, active) in [
            (admin("2026-11-24", ""), false),
            (vec![term(Role::Pmc, false, "", "")], true),
            (admin("2026-11-24", "2026-12-31"), true),
            (admin("2026-11-25", ""), true),
        ] {
            let refused = change(&house, "管理员", |form| {
                form.terms = terms;
                form.active = active;
            });
            assert_eq!(code(refused.await), "last_administrator");
        }
        change(&house, "林晓梅", |form| {
            form.terms
                .push(term(Role::Administrator, false, "2027-01-01", ""));
        })
        .await
        .expect("another follows in January");
        let early = change(&house, "管理员", |form| {
            form.terms = admin("2026-11-24", "2026-12-30")
        });
        assert_eq!(
            code(early.await),
            "last_administrator",
            "31 December is missing"
        );
        change(&house, "管理员", |form| {
            form.terms = admin("2026-11-24", "2026-12-31")
        })
        .await
        .expect("without a gap");
        let both = change(&house, "孙工", |form| {
            form.terms.push(term(Role::Administrator, false, "", ""));
        });
        both.await.expect("孙工 has both secrets");
    });
}

#[test]
fn clause_f1_02_whoever_administers_can_sign_in_and_sign() {
    on_both(|house| async move {
        let administrator = house.actor("管理员").await;
        for (name, password, pin) in [
            ("只有密码", Some("初始密码123"), None),
            ("只有PIN", None, Some(PIN)),
        ] {
            let request = |role| PersonRequest {
                id: None,
                revision: 0,
                name: name.to_owned(),
                department: String::new(),
                terms: vec![term(role, false, "", "")],
                deputies: vec![],
                active: true,
                password: password.map(str::to_owned),
                pin: pin.map(str::to_owned),
            };
            let refused = house
                .desk
                .save_person(&administrator, request(Role::Administrator));
            assert_eq!(code(refused.await), "administrator_needs_secrets", "{name}");
            let other = house.desk.save_person(&administrator, request(Role::Pmc));
            other.await.expect("for any other role it will do");
        }
    });
}

#[test]
fn clause_f1_02_what_does_not_fit_is_said_at_its_field() {
    on_both(|house| async move {
        let (own, other) = (house.account("陈刚").await, house.account("孙工").await);
        let refused = change(&house, "陈刚", |form| {
            form.terms = vec![
                term(Role::Quality, true, "2026-11-24", "2026-11-23"),
                term(Role::Pmc, false, "胡说", ""),
                term(Role::Dispatch, false, "2026-11-01", ""),
                term(Role::Dispatch, false, "2026-12-01", ""),
            ];
            form.deputies = vec![
                deputy(Role::Dispatch, other, "", "2026-12-01"),
                deputy(Role::Quality, 0, "", ""),
                deputy(Role::Quality, own, "", "2026-12-01"),
            ];
        });
        let error = refused.await.expect_err("refused");
        let fields: Vec<(String, &str)> = error
            .fields()
            .into_iter()
            .map(|field| (field.path, field.code))
            .collect();
        for (path, wanted) in [
            ("terms.0.to", "ends_before_it_begins"),
            ("terms.1.from", "typed_not_a_date"),
            ("deputies.0.role", "deputy_of_no_head"),
            ("deputies.1.person", "field_needed"),
            ("deputies.1.to", "field_needed"),
            ("deputies.2.person", "own_deputy"),
        ] {
            assert!(
                fields.contains(&(path.to_owned(), wanted)),
                "{path}: {fields:?}"
            );
        }
        assert!(
            fields.iter().any(|(_, code)| *code == "role_held_twice"),
            "{fields:?}"
        );
        // Nothing of it was written.
        assert_eq!(person(&house, "陈刚").await.roles, [Role::Quality]);
        let nobody = change(&house, "陈刚", |form| form.name = " ".to_owned());
        assert_eq!(code(nobody.await), "person_has_no_name");
        let idle = change(&house, "陈刚", |form| form.terms.clear());
        assert_eq!(code(idle.await), "person_has_no_role");
        let taken = change(&house, "陈刚", |form| form.name = "孙工".to_owned());
        assert_eq!(code(taken.await), "name_taken");
    });
}

#[test]
fn clause_f1_02_a_person_belongs_to_a_department_and_its_changes_are_told() {
    on_both(|house| async move {
        let moved = async |to: &str| {
            let to = to.to_owned();
            change(&house, "陈刚", |form| form.department = to).await
        };
        assert_eq!(person(&house, "陈刚").await.department, "");
        assert_eq!(moved(" 品质部 ").await.unwrap().department, "品质部");
        assert_eq!(person(&house, "陈刚").await.department, "品质部");
        let id = house.account("陈刚").await;
        let told = async || {
            let history = house.desk.person_history(id).await.unwrap();
            history[0].changes.clone()
        };
        let department = |now: &str| PersonChangeView::Department {
            now: now.to_owned(),
        };
        assert_eq!(told().await, [department("品质部")]);
        moved("").await.unwrap();
        assert_eq!(told().await, [department("")]);
        let long = moved(&"部".repeat(201)).await;
        assert_eq!(code(long), "fields_not_understood");
        assert_eq!(person(&house, "陈刚").await.department, "");
    });
}

#[test]
fn clause_f1_02_the_history_of_a_person_is_read_from_the_trail() {
    on_both(|house| async move {
        house.it_is("2026-11-24T02:00:00Z");
        let other = house.account("孙工").await;
        change(&house, "陈刚", |form| {
            form.terms = vec![term(Role::Quality, true, "2026-11-24", "")];
            form.deputies = vec![deputy(Role::Quality, other, "+1", "12-5")];
            form.pin = Some("8642".to_owned());
        })
        .await
        .unwrap();
        let id = house.account("陈刚").await;
        let history = house.desk.person_history(id).await.unwrap();
        assert_eq!(
            (
                history[0].who.as_str(),
                history[0].activity.as_str(),
                history[0].at.as_str()
            ),
            ("管理员", "change_person", "2026-11-24T02:00:00Z")
        );
        let changes = &history[0].changes;
        assert!(changes.contains(&PersonChangeView::Pin), "{changes:?}");
        assert!(changes.contains(&PersonChangeView::DeputyNamed {
            role: "quality".to_owned(),
            deputy: "孙工".to_owned(),
            from: "2026-11-25".to_owned(),
            to: "2026-12-05".to_owned(),
        }));
        let head = |change: &&PersonChangeView| {
            matches!(change, PersonChangeView::RoleGiven { head: true, .. })
        };
        assert!(changes.iter().any(|change| head(&change)), "{changes:?}");
        // A form saved as it was shown changes nothing.
        let shown = as_shown(&person(&house, "陈刚").await);
        let administrator = house.actor("管理员").await;
        house.desk.save_person(&administrator, shown).await.unwrap();
        assert_eq!(house.desk.person_history(id).await.unwrap()[0].changes, []);
    });
}

#[test]
fn clause_f1_02_more_rows_than_anybody_has_are_refused_not_dropped() {
    on_both(|house| async move {
        // A day each, so that none is in the way of another.
        let days = |count: i64| {
            (1..=count)
                .map(|day| {
                    let day = format!("+{day}");
                    term(Role::Quality, false, &day, &day)
                })
                .collect()
        };
        let refused = change(&house, "陈刚", |form| form.terms = days(61)).await;
        let refused = refused.expect_err("refused");
        assert_eq!(refused.code(), "fields_not_understood");
        let fields: Vec<_> = refused
            .fields()
            .into_iter()
            .map(|field| (field.path, field.code))
            .collect();
        assert_eq!(fields, [("terms".to_owned(), "typed_too_many")]);
        assert_eq!(person(&house, "陈刚").await.terms.len(), 1);
        change(&house, "陈刚", |form| form.terms = days(60))
            .await
            .expect("so many fit");
    });
}

#[test]
fn clause_f1_02_a_signature_of_a_day_on_which_somebody_was_here_is_recorded_after_they_left() {
    on_both(|house| async move {
        let order = an_agreed_order(&house).await;
        enter(&house, "质检员", Role::Quality).await;
        change(&house, "陈刚", |form| {
            form.terms = vec![term(Role::Quality, true, "2026-11-01", "")];
        })
        .await
        .expect("a head");
        let (head, holder) = (house.account("陈刚").await, house.account("质检员").await);
        let signed = |person: i64, at: &str| ApprovalRequest::Recorded {
            person: Some(person),
            name: String::new(),
            at: at.to_owned(),
            medium: Medium::Paper,
            evidence: Vec::<EvidenceRequest>::new(),
            follows: true,
            note: String::new(),
        };
        house.it_is("2026-11-25T02:00:00Z");
        change(&house, "陈刚", |form| form.active = false)
            .await
            .expect("the head leaves on the 25th at ten");
        house.it_is("2026-11-26T02:00:00Z");
        let offered = async |at: &str| -> Vec<String> {
            let power = [Department::Quality.power()];
            let signers = house.desk.signers(&power, None, at.parse().ok()).await;
            signers
                .unwrap()
                .into_iter()
                .map(|signer| signer.name)
                .collect()
        };
        // Offered is whoever may sign: who had left by that moment of the day no longer is.
        assert_eq!(offered("2026-11-24T02:00:00Z").await, ["陈刚"]);
        assert_eq!(offered("2026-11-25T01:59:00Z").await, ["陈刚"]);
        assert_eq!(offered("2026-11-25T02:01:00Z").await, ["质检员"]);
        assert_eq!(offered("2026-11-26T01:00:00Z").await, ["质检员"]);
        for (person, at, wanted) in [
            // While there was a head, nobody else signed for quality.
            (head, "2026-11-25T01:59:00Z", "given"),
            (holder, "2026-11-25T01:59:00Z", "needs_role"),
            (head, "2026-11-25T02:01:00Z", "needs_role"),
            (holder, "2026-11-25T02:01:00Z", "given"),
            (head, "2026-11-26T01:00:00Z", "needs_role"),
        ] {
            assert_eq!(
                quality_says(&house, order, signed(person, at)).await,
                wanted,
                "{person} at {at}"
            );
        }
        let pin = pin_of(&house, "陈刚").await;
        assert_eq!(quality_says(&house, order, pin).await, "wrong_pin");
        house.it_is("2026-11-27T02:00:00Z");
        change(&house, "陈刚", |form| form.active = true)
            .await
            .expect("back again");
        assert_eq!(
            quality_says(&house, order, signed(head, "2026-11-26T01:00:00Z")).await,
            "needs_role",
            "on that day he was not here"
        );
    });
}

#[test]
fn two_desks_change_a_person_and_the_second_is_refused_with_nothing_lost() {
    on_both(|house| async move {
        let administrator = house.actor("管理员").await;
        let shown = person(&house, "陈刚").await;
        assert_eq!(shown.revision, 0);
        let first = change(&house, "陈刚", |form| {
            form.terms.push(term(Role::Pmc, false, "2026-11-24", ""));
        })
        .await
        .unwrap();
        assert!(first.revision > 0);
        let mut late = as_shown(&shown);
        late.name = "陈钢".to_owned();
        let refused = house.desk.save_person(&administrator, late.clone()).await;
        assert_eq!(code(refused), "changed_meanwhile");
        let now = person(&house, "陈刚").await;
        assert_eq!(
            (now.terms.len(), now.revision),
            (2, first.revision),
            "what the first desk saved stands"
        );
        // Somebody else's change, and a PIN of one's own, are not a change of this person's page.
        change(&house, "孙工", |form| form.active = false)
            .await
            .unwrap();
        assert_eq!(person(&house, "陈刚").await.revision, first.revision);
        late.revision = first.revision;
        late.terms = as_shown(&now).terms;
        let saved = house.desk.save_person(&administrator, late).await.unwrap();
        assert_eq!(saved.value.name, "陈钢");
        assert!(saved.value.revision > first.revision);
        assert_eq!(person(&house, "陈钢").await, saved.value);
    });
}
