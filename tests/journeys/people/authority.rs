//! 权限表: every act and every signature with every role, through the public core; nobody approves his own request.

use std::collections::BTreeMap;

use docket_core::accounts::{Actor, ApprovalRequest, Kind, Power, Role, power_of};
use docket_core::audit::Activity;
use docket_core::customers::wire::SaveCustomer;
use docket_core::orders::wire::OrderForm;
use docket_core::review::{
    ConcludeReviewRequest, Conclusion, Department, RecordOpinionRequest, Verdict,
};
use docket_core::settings::Rule;
use docket_core::task_sheets::{CheckOrderRequest, RefuseChangeRequest};
use docket_core::{DeskError, Refuse as _};

use super::{change, code, enter, term};
use crate::orders::{a_customer, a_phone_order, registered};
use crate::support::{PIN, TestDesk, on_both};
use crate::task_sheets::{agreed, an_issued_book, approve, page, propose, sheet, the_book};

/// One person for each role, who holds that role and no other.
async fn one_of_each(house: &TestDesk) -> Vec<(Role, Actor)> {
    let mut people = Vec::new();
    for role in Role::ALL {
        let name = format!("只任{}", role.printed().replace('/', ""));
        people.push((*role, enter(house, &name, *role).await));
    }
    people
}

fn outcome<T>(answer: Result<T, DeskError>) -> &'static str {
    match answer {
        Ok(_) => "done",
        Err(error) => error.code(),
    }
}

#[test]
fn clause_f1_02_every_act_with_every_role_at_the_writing_door() {
    on_both(|house| async move {
        for (role, actor) in one_of_each(&house).await {
            for activity in Activity::ALL {
                let Some(power) = power_of(*activity) else {
                    continue;
                };
                let wanted = if power.roles().contains(&role) {
                    "done"
                } else {
                    "needs_role"
                };
                let opened = house.desk.begin(&actor, *activity).await;
                assert_eq!(outcome(opened), wanted, "{activity:?} by {role:?}");
            }
        }
    });
}

#[test]
fn clause_f1_02_every_signature_is_offered_to_its_roles_and_to_no_other() {
    on_both(|house| async move {
        let people = one_of_each(&house).await;
        let signatures = Power::ALL.iter().filter(|power| power.kind() != Kind::Act);
        for power in signatures {
            let offered = house.desk.signers(&[*power], None, None).await.unwrap();
            for (role, actor) in &people {
                let found = offered
                    .iter()
                    .find(|signer| Some(signer.id) == actor.id())
                    .map(|signer| signer.role);
                let wanted = power.roles().contains(role).then_some(*role);
                assert_eq!(found, wanted, "{power:?} by {role:?}");
            }
        }
    });
}

/// What `actor` is answered when doing each of these without anything to do it to.
async fn tries(house: &TestDesk, actor: &Actor) -> Vec<(Power, &'static str)> {
    let desk = &house.desk;
    let nothing = i64::MAX;
    let customer = SaveCustomer {
        id: Some(nothing),
        name: "无此客户".to_owned(),
        ..SaveCustomer::default()
    };
    let conclude = ConcludeReviewRequest {
        new_date: String::new(),
        technique: String::new(),
        order_id: nothing,
        revision: 1,
        conclusion: Conclusion::Accepted,
        note: String::new(),
        approval: None,
    };
    let today = desk.today();
    let rule = Rule::PlacesPerVersion;
    vec![
        (
            Power::SaveCustomer,
            outcome(desk.save_customer(actor, &customer).await),
        ),
        (
            Power::SaveRoute,
            outcome(desk.save_route(actor, nothing, "印刷").await),
        ),
        (
            Power::AddPoint,
            outcome(desk.add_point(actor, nothing, "交期", "").await),
        ),
        (
            Power::ConcludeReview,
            outcome(desk.conclude_review(actor, conclude).await),
        ),
        (
            Power::IssueTaskSheet,
            outcome(desk.issue_task_sheet(actor, nothing, 1).await),
        ),
        (
            Power::WithdrawChange,
            outcome(desk.withdraw_change(actor, nothing, "不改了").await),
        ),
        (
            Power::SetRule,
            outcome(desk.set_rule(actor, rule, "3", today, "年审").await),
        ),
    ]
}

#[test]
fn clause_f1_02_an_action_asks_the_line_of_its_own_name() {
    on_both(|house| async move {
        for (role, actor) in one_of_each(&house).await {
            for (power, answer) in tries(&house, &actor).await {
                let refused = answer == "needs_role";
                assert_eq!(
                    refused,
                    !power.roles().contains(&role),
                    "{power:?} by {role:?}: {answer}"
                );
            }
        }
    });
}

fn pin_of(actor: &Actor) -> ApprovalRequest {
    ApprovalRequest::Pin {
        person: actor.id().expect("somebody"),
        pin: PIN.to_owned(),
    }
}

/// Who speaks for a department in a review: its own people (S-4.3.1, S-4.3.2).
const fn speakers(department: Department) -> &'static [Role] {
    match department {
        Department::Sales => &[
            Role::SalesAssistant,
            Role::SalesRepresentative,
            Role::SalesSupervisor,
            Role::SalesDirector,
        ],
        Department::Prepress => &[Role::Prepress],
        Department::Production => &[
            Role::Production,
            Role::ProductionManager,
            Role::ProductionDirector,
        ],
        Department::Quality => &[Role::Quality],
        Department::Purchasing => &[Role::Pmc, Role::Dispatch],
        Department::Finance => &[Role::Finance],
        Department::Management => &[Role::GeneralManager, Role::DeputyGeneralManager],
    }
}

#[test]
fn clause_s_4_3_1_every_opinion_with_every_role() {
    on_both(|house| async move {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        agreed(&house, order).await;
        for (role, actor) in one_of_each(&house).await {
            for department in Department::ALL {
                let request = RecordOpinionRequest {
                    new_date: String::new(),
                    order_id: order,
                    revision: house.revision(order).await,
                    route: house.route(order).await,
                    department,
                    verdict: Verdict::Feasible,
                    opinion: String::new(),
                    conditions: String::new(),
                    approval: pin_of(&actor),
                };
                let given = house.desk.record_opinion(&house.assistant, request).await;
                assert_eq!(department.power().kind(), Kind::HeadSignature);
                let wanted = if speakers(department).contains(&role) {
                    "done"
                } else {
                    "needs_role"
                };
                assert_eq!(outcome(given), wanted, "{department:?} by {role:?}");
            }
        }
    });
}

#[test]
fn clause_s_4_4_1_the_check_with_every_role() {
    on_both(|house| async move {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        for (role, actor) in one_of_each(&house).await {
            let request = CheckOrderRequest {
                order_id: order,
                revision: house.revision(order).await,
                approval: pin_of(&actor),
            };
            let given = house.desk.check_order(&house.assistant, request).await;
            // 业务员 checks orders of their own alone; this one is 周敏's.
            let wanted = match role {
                Role::SalesSupervisor => "done",
                Role::SalesRepresentative => "check_not_their_order",
                _ => "needs_role",
            };
            assert_eq!(outcome(given), wanted, "{role:?}");
        }
    });
}

/// A change, whether the customer consents to it, the signature it waits for, whose that is, and who gives it here.
type Asked = (
    fn(&mut OrderForm),
    bool,
    &'static str,
    &'static [Role],
    Role,
);

/// S-4.4.3: what costs money takes 财务 or 业务总监; F4-4c: quantity, price and date take 业务总监; S-4.4.1: a demand above the
/// standard takes 品质.
const CHANGES: [Asked; 4] = [
    (
        |form| put(&mut form.components[3].values, "grade", "双胶纸"),
        false,
        "cost",
        &[Role::Finance, Role::SalesDirector],
        Role::Finance,
    ),
    (
        |form| put(&mut form.components[3].values, "grade", "铜版纸"),
        false,
        "cost",
        &[Role::Finance, Role::SalesDirector],
        Role::SalesDirector,
    ),
    (
        |form| put(&mut form.order, "unit_price", "44"),
        true,
        "sales_director",
        &[Role::SalesDirector],
        Role::SalesDirector,
    ),
    (
        |form| put(&mut form.order, "quality_special", "色差 ΔE<2"),
        false,
        "quality",
        &[Role::Quality],
        Role::Quality,
    ),
];

fn put(record: &mut BTreeMap<String, String>, key: &str, text: &str) {
    record.insert(key.to_owned(), text.to_owned());
}

#[test]
fn clause_s_4_4_3_every_approval_of_a_change_with_every_role() {
    on_both(|house| async move {
        let order = an_issued_book(&house).await;
        let people = one_of_each(&house).await;
        for (edit, consent, authority, signers, gives) in CHANGES {
            propose(&house, order, consent, edit)
                .await
                .expect("asked for");
            let id = sheet(&house, order).await.amendments[0].id;
            for (role, actor) in people.iter().filter(|(role, _)| !signers.contains(role)) {
                let refused = approve(&house, order, authority, actor.name()).await;
                assert_eq!(code(refused), "needs_role", "{role:?} approves {authority}");
                let no = RefuseChangeRequest {
                    amendment_id: id,
                    reason: "不同意".to_owned(),
                    approval: pin_of(actor),
                };
                let refused = house.desk.refuse_change(&house.assistant, no).await;
                assert_eq!(
                    outcome(refused),
                    "needs_role",
                    "{role:?} refuses {authority}"
                );
            }
            let (_, signer) = people.iter().find(|(role, _)| *role == gives).unwrap();
            let given = approve(&house, order, authority, signer.name()).await;
            assert_eq!(outcome(given), "done", "{gives:?} approves {authority}");
        }
    });
}

#[test]
fn clause_f1_22_an_open_line_is_the_houses_to_set_from_a_day_on() {
    on_both(|house| async move {
        let director = house.actor("何静").await;
        let set =
            |actor: Actor, power, roles: &'static str, from: &'static str, why: &'static str| {
                let desk = house.desk.clone();
                async move {
                    desk.set_rule(&actor, Rule::Who(power), roles, from.parse().unwrap(), why)
                        .await
                }
            };
        let assistants = "sales_assistant";
        let refused = set(
            house.assistant.clone(),
            Power::SaveCustomer,
            assistants,
            "2026-11-25",
            "x",
        );
        assert_eq!(code(refused.await), "needs_role");
        for (power, roles, from, why, wanted) in [
            (
                Power::SaveCustomer,
                assistants,
                "2026-11-25",
                " ",
                "setting_needs_reason",
            ),
            (
                Power::SaveCustomer,
                "",
                "2026-11-25",
                "x",
                "bad_setting_value",
            ),
            (
                Power::SaveCustomer,
                "nobody",
                "2026-11-25",
                "x",
                "bad_setting_value",
            ),
            (
                Power::SaveCustomer,
                assistants,
                "2026-11-23",
                "x",
                "setting_from_the_past",
            ),
            (
                Power::ApproveCost,
                "pmc",
                "2026-11-25",
                "x",
                "setting_fixed_by_clause",
            ),
            (
                Power::IssueTaskSheet,
                "pmc",
                "2026-11-25",
                "x",
                "setting_fixed_by_clause",
            ),
        ] {
            let answer = set(director.clone(), power, roles, from, why).await;
            assert_eq!(code(answer), wanted, "{power:?}");
        }
        set(
            director.clone(),
            Power::SaveCustomer,
            "pmc,dispatch",
            "2026-11-25",
            "客户资料由 PMC 管",
        )
        .await
        .expect("from tomorrow on");
        let save = |name: &'static str| {
            let customer = SaveCustomer {
                name: name.to_owned(),
                ..SaveCustomer::default()
            };
            let (desk, assistant) = (house.desk.clone(), house.assistant.clone());
            async move { desk.save_customer(&assistant, &customer).await }
        };
        save("今天还可以").await.expect("today the old line holds");
        house.it_is("2026-11-25T01:00:00Z");
        assert_eq!(code(save("明天不行").await), "needs_role");
        let table = house.desk.authority_table().await.unwrap();
        let line = table
            .iter()
            .find(|line| line.power == Power::SaveCustomer)
            .unwrap();
        assert_eq!(line.roles, [Role::Pmc, Role::Dispatch]);
        let set_by = (line.history[0].by.as_str(), line.history[0].why.as_str());
        assert_eq!(set_by, ("何静", "客户资料由 PMC 管"));
    });
}

/// Small numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn of(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// Whatever roles people are given and whoever tries: no signature that approves is the requester's own.
#[test]
fn clause_f1_02_nobody_approves_what_he_asked_for_whatever_the_sequence() {
    on_both(|house| async move {
        let order = an_issued_book(&house).await;
        // The one who asks holds every role that could approve, so that only the rule stands in the way.
        change(&house, "林晓梅", |form| {
            for role in [
                Role::Finance,
                Role::SalesDirector,
                Role::Quality,
                Role::SalesSupervisor,
            ] {
                form.terms.push(term(role, false, "2026-11-24", ""));
            }
        })
        .await
        .unwrap();
        let mut dice = Dice(20_261_124);
        let names = ["林晓梅", "钱芳", "林晓梅", "陈刚", "林晓梅", "何静"];
        let papers = ["双胶纸", "铜版纸", "哑粉纸", "轻涂纸"];
        let mut own = 0;
        for _ in 0..90 {
            match dice.of(3) {
                0 => {
                    let paper = papers[dice.of(papers.len())];
                    let _ = outcome(
                        propose(&house, order, false, |form| {
                            drop(
                                form.components[3]
                                    .values
                                    .insert("grade".to_owned(), paper.to_owned()),
                            );
                        })
                        .await,
                    );
                }
                _ => {
                    let waits = sheet(&house, order).await.amendments;
                    let Some(waiting) = waits.iter().find(|change| change.state == "pending")
                    else {
                        continue;
                    };
                    let open: Vec<&str> = waiting
                        .needs
                        .iter()
                        .filter(|need| !need.done)
                        .map(|need| need.authority.as_str())
                        .collect();
                    let authority = open[dice.of(open.len())];
                    let name = names[dice.of(names.len())];
                    let answer = outcome(approve(&house, order, authority, name).await);
                    if name == "林晓梅" {
                        own += 1;
                        assert_eq!(answer, "own_request", "{authority}");
                    }
                }
            }
        }
        assert!(own > 3, "the one who asked has tried: {own}");
        for change in page(&house, order).await.sheet.unwrap().amendments {
            let others = change
                .needs
                .iter()
                .filter(|need| need.authority != "sales_assistant");
            for need in others {
                assert_ne!(need.who.as_deref(), Some("林晓梅"), "{}", need.authority);
            }
        }
        // The issuer does not check what he issues, either.
        let another = registered(&house, &the_book()).await;
        let request = CheckOrderRequest {
            order_id: another,
            revision: house.revision(another).await,
            approval: pin_of(&house.assistant),
        };
        let refused = house.desk.check_order(&house.assistant, request).await;
        assert_eq!(outcome(refused), "own_request");
    });
}
