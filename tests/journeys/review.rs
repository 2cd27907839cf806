//! The review: opinions, questions to the customer, the conclusion, and what makes them stale (S-4.3).

use docket_core::accounts::{ApprovalRequest, Medium, Role};
use docket_core::calendar::in_shanghai;
use docket_core::orders::{OrderState, order_facts};
use docket_core::review::{
    AnswerPointRequest, ConcludeReviewRequest, Conclusion, Department, RecordOpinionRequest,
    ReviewBlock, ReviewView, State, Verdict, review_blocks,
};
use docket_core::{DeskError, Refuse as _};

use crate::orders::{CUSTOMER, a_customer, a_phone_order, answer, change, facts, registered};
use crate::support::{PIN, TestDesk, on_both};
use crate::task_sheets::{also, page, text_of};

/// A case-bound album for 86,400.00 (2,000 × 43.20): triggers C and D. The customer has agreed to it.
async fn an_agreed_order(house: &TestDesk) -> i64 {
    a_customer(house).await;
    let order = registered(house, &a_phone_order()).await;
    agreed(house, order).await;
    order
}

async fn agreed(house: &TestDesk, order: i64) {
    let yes = answer(house, order, "agreed").await;
    house
        .desk
        .record_confirmation(&house.assistant, &yes)
        .await
        .expect("the customer agrees");
}

async fn pin_of(house: &TestDesk, name: &str) -> ApprovalRequest {
    ApprovalRequest::Pin {
        person: house.account(name).await,
        pin: PIN.to_owned(),
    }
}

/// The speaker of a department in the test house.
const fn speaker(department: Department) -> &'static str {
    match department {
        Department::Sales => "周敏",
        Department::Production => "孙工",
        Department::Finance => "钱芳",
        Department::Management => "郑总",
        _ => "陈刚",
    }
}

pub async fn says(
    house: &TestDesk,
    order_id: i64,
    department: Department,
    verdict: Verdict,
) -> Result<i64, DeskError> {
    let approval = pin_of(house, speaker(department)).await;
    let conditions = if verdict == Verdict::Conditional {
        "交期延至 12-15"
    } else {
        ""
    };
    let request = RecordOpinionRequest {
        order_id,
        revision: house.revision(order_id).await,
        route: house.route(order_id).await,
        department,
        verdict,
        opinion: "封面烫金面积大".to_owned(),
        conditions: conditions.to_owned(),
        new_date: String::new(),
        approval,
    };
    house
        .desk
        .record_opinion(&house.assistant, request)
        .await
        .map(|done| done.value)
}

async fn conclude(
    house: &TestDesk,
    order_id: i64,
    conclusion: Conclusion,
) -> Result<i64, DeskError> {
    let note = if conclusion == Conclusion::Accepted {
        ""
    } else {
        "交期 12-15"
    };
    let request = ConcludeReviewRequest {
        order_id,
        revision: house.revision(order_id).await,
        conclusion,
        note: note.to_owned(),
        new_date: String::new(),
        technique: String::new(),
        approval: match conclusion {
            Conclusion::Declined => Some(pin_of(house, "郑总").await),
            Conclusion::Accepted | Conclusion::Conditional => None,
        },
    };
    house
        .desk
        .conclude_review(&house.assistant, request)
        .await
        .map(|done| done.value)
}

async fn blocks(house: &TestDesk, order: i64) -> Vec<ReviewBlock> {
    let today = in_shanghai(house.clock.now()).date();
    let mut reader = house.desk.read().await.unwrap();
    review_blocks(&mut reader, order, today).await.unwrap()
}

async fn seen(house: &TestDesk, order: i64) -> ReviewView {
    let review = page(house, order).await.review;
    review.expect("the order is reviewed")
}

#[test]
fn clause_s_4_3_1_production_and_quality_review_an_order_of_86_400_yuan() {
    on_both(async |house| {
        let order = an_agreed_order(&house).await;
        let before = seen(&house, order).await;
        let codes: Vec<_> = before
            .triggers
            .iter()
            .map(|trigger| trigger.code.as_str())
            .collect();
        assert_eq!(
            (codes.as_slice(), before.id, before.state),
            (["C", "D", "E"].as_slice(), 0, State::Open)
        );
        assert_eq!(before.triggers[1].params["amount"], "86,400.00");
        assert!(matches!(
            blocks(&house, order).await.as_slice(),
            [ReviewBlock::Required { .. }]
        ));

        says(&house, order, Department::Production, Verdict::Feasible)
            .await
            .expect("生产 speaks");
        assert_eq!(facts(&house, order).await.state, OrderState::InReview);
        assert_eq!(seen(&house, order).await.number, "PS-2026-A0001");
        let missing = |department| {
            vec![
                ReviewBlock::OpinionMissing { department },
                ReviewBlock::RouteMissing,
            ]
        };
        assert_eq!(blocks(&house, order).await, missing(Department::Quality));
        assert_eq!(
            conclude(&house, order, Conclusion::Accepted)
                .await
                .unwrap_err()
                .code(),
            "review_opinion_missing"
        );
        says(&house, order, Department::Quality, Verdict::Feasible)
            .await
            .expect("品质 speaks");
        assert_eq!(
            conclude(&house, order, Conclusion::Accepted)
                .await
                .unwrap_err()
                .code(),
            "review_route_missing"
        );
        house
            .desk
            .save_route(&house.assistant, order, "印刷\n覆膜\n装订")
            .await
            .expect("the route is written down");
        assert_eq!(blocks(&house, order).await, [ReviewBlock::NotConcluded]);
        conclude(&house, order, Conclusion::Accepted)
            .await
            .expect("业务助理 concludes");
        assert_eq!(blocks(&house, order).await, []);
        let after = seen(&house, order).await;
        assert_eq!(
            (after.state, after.stale, after.opinions.len()),
            (State::Accepted, false, 2)
        );
        assert_eq!(after.opinions[0].person, "孙工");
    });
}

#[test]
fn clause_s_4_3_1_only_who_speaks_for_a_department_gives_its_opinion() {
    on_both(async |house| {
        let order = an_agreed_order(&house).await;
        let revision = house.revision(order).await;
        let opinion = |department, approval| RecordOpinionRequest {
            order_id: order,
            revision,
            route: String::new(),
            department,
            verdict: Verdict::Feasible,
            opinion: String::new(),
            conditions: String::new(),
            new_date: String::new(),
            approval,
        };
        let sales = pin_of(&house, "周敏").await;
        let posed = house
            .desk
            .record_opinion(&house.assistant, opinion(Department::Quality, sales))
            .await;
        assert_eq!(posed.unwrap_err().code(), "needs_role");
        assert_eq!(
            seen(&house, order).await.id,
            0,
            "a refused opinion opens nothing"
        );
        assert_eq!(
            facts(&house, order).await.state,
            OrderState::RequirementsConfirmed
        );
        let paper = ApprovalRequest::Recorded {
            person: Some(house.account("陈刚").await),
            name: String::new(),
            at: "2026-11-24T01:12:00Z".to_owned(),
            medium: Medium::Paper,
            evidence: vec![],
            follows: true,
            note: String::new(),
        };
        house
            .desk
            .record_opinion(&house.assistant, opinion(Department::Quality, paper))
            .await
            .expect("代录 of 品质");
        let given = seen(&house, order).await.opinions.remove(0);
        assert_eq!(
            (given.person.as_str(), given.recorded),
            ("陈刚", Some(Medium::Paper))
        );
        let quality = house.actor("陈刚").await;
        let request = ConcludeReviewRequest {
            order_id: order,
            revision: house.revision(order).await,
            conclusion: Conclusion::Accepted,
            note: String::new(),
            new_date: String::new(),
            technique: String::new(),
            approval: None,
        };
        let concluded = house.desk.conclude_review(&quality, request).await;
        assert_eq!(
            concluded.unwrap_err().code(),
            "needs_role",
            "sales concludes"
        );
    });
}

#[test]
fn clause_s_4_3_2b_a_condition_waits_for_the_customers_answer() {
    on_both(async |house| {
        let order = an_agreed_order(&house).await;
        house
            .desk
            .save_route(&house.assistant, order, "印刷")
            .await
            .unwrap();
        says(&house, order, Department::Production, Verdict::Feasible)
            .await
            .unwrap();
        says(&house, order, Department::Quality, Verdict::Conditional)
            .await
            .unwrap();
        let point = seen(&house, order).await.points.remove(0);
        assert_eq!(
            point.item, "品质：交期延至 12-15",
            "the condition is put to the customer by itself"
        );
        let early = conclude(&house, order, Conclusion::Conditional).await;
        assert_eq!(early.unwrap_err().code(), "review_points_unanswered");
        let reply = |answer: &str, at: &str| AnswerPointRequest {
            point_id: point.id,
            answer: answer.to_owned(),
            who: "王琳".to_owned(),
            at: at.to_owned(),
            agreed: None,
        };
        for (request, code) in [
            (reply(" ", "2026-11-24T01:00:00Z"), "answer_incomplete"),
            (reply("同意", "2026-11-24T01:13:00Z"), "review_bad_moment"),
            (reply("同意", "昨天"), "review_bad_moment"),
        ] {
            assert_eq!(
                house
                    .desk
                    .answer_point(&house.assistant, request)
                    .await
                    .unwrap_err()
                    .code(),
                code
            );
        }
        house
            .desk
            .answer_point(&house.assistant, reply("同意", "2026-11-24T01:00:00Z"))
            .await
            .expect("answered");
        let plain = conclude(&house, order, Conclusion::Accepted).await;
        assert_eq!(plain.unwrap_err().code(), "review_only_conditional");
        conclude(&house, order, Conclusion::Conditional)
            .await
            .expect("taken with conditions");
        assert_eq!(blocks(&house, order).await, []);
    });
}

#[test]
fn clause_s_4_3_2b_an_opinion_given_again_takes_its_open_question_back() {
    on_both(async |house| {
        let order = an_agreed_order(&house).await;
        says(&house, order, Department::Quality, Verdict::Infeasible)
            .await
            .unwrap();
        house
            .desk
            .add_point(&house.assistant, order, "腰封要不要覆膜", "")
            .await
            .expect("a question of our own");
        let again = house
            .desk
            .add_point(&house.assistant, order, " 腰封要不要覆膜 ", "")
            .await;
        assert_eq!(again.unwrap_err().code(), "point_asked_already");
        says(&house, order, Department::Quality, Verdict::Feasible)
            .await
            .unwrap();
        let items: Vec<_> = seen(&house, order)
            .await
            .points
            .into_iter()
            .map(|point| point.item)
            .collect();
        assert_eq!(items, ["腰封要不要覆膜"]);
        assert_eq!(
            seen(&house, order).await.opinions.len(),
            1,
            "the later opinion stands in place of the earlier"
        );
    });
}

#[test]
fn clause_s_4_3_2a_what_changes_in_production_makes_opinions_stale() {
    on_both(async |house| {
        let order = an_agreed_order(&house).await;
        house
            .desk
            .save_route(&house.assistant, order, "印刷")
            .await
            .unwrap();
        for department in Department::MANDATORY {
            says(&house, order, department, Verdict::Feasible)
                .await
                .unwrap();
        }
        conclude(&house, order, Conclusion::Accepted).await.unwrap();
        change(&house, order, |form| {
            drop(form.order.insert("remark".into(), "先打电话".into()))
        })
        .await;
        assert_eq!(
            blocks(&house, order).await,
            [],
            "a remark is nothing production was asked about"
        );
        change(&house, order, |form| {
            drop(
                form.components[0]
                    .values
                    .insert("grammage".into(), "200".into()),
            )
        })
        .await;
        let stale = |department| ReviewBlock::OpinionStale { department };
        assert_eq!(
            blocks(&house, order).await,
            [stale(Department::Production), stale(Department::Quality)]
        );
        let now = seen(&house, order).await;
        assert!(now.stale && now.opinions.iter().all(|opinion| opinion.stale));
        for department in Department::MANDATORY {
            says(&house, order, department, Verdict::Feasible)
                .await
                .expect("asked again");
        }
        assert_eq!(blocks(&house, order).await, [ReviewBlock::NotConcluded]);
        conclude(&house, order, Conclusion::Accepted).await.unwrap();
        assert_eq!(blocks(&house, order).await, []);
    });
}

#[test]
fn clause_s_4_3_1_a_declined_order_stays_blocked_until_it_is_reviewed_again() {
    on_both(async |house| {
        let order = an_agreed_order(&house).await;
        for department in Department::MANDATORY {
            says(&house, order, department, Verdict::Infeasible)
                .await
                .unwrap();
        }
        let silent = ConcludeReviewRequest {
            order_id: order,
            revision: house.revision(order).await,
            conclusion: Conclusion::Declined,
            note: " ".to_owned(),
            new_date: String::new(),
            technique: String::new(),
            approval: None,
        };
        let wordless = house.desk.conclude_review(&house.assistant, silent).await;
        assert_eq!(wordless.unwrap_err().code(), "conclusion_needs_note");
        // Whoever asks for it does not sign it, whatever he holds.
        also(&house, "林晓梅", Role::GeneralManager).await;
        let own = ConcludeReviewRequest {
            order_id: order,
            revision: house.revision(order).await,
            conclusion: Conclusion::Declined,
            note: "做不了".to_owned(),
            new_date: String::new(),
            technique: String::new(),
            approval: Some(pin_of(&house, "林晓梅").await),
        };
        let own = house.desk.conclude_review(&house.assistant, own).await;
        assert_eq!(own.unwrap_err().code(), "own_request");
        conclude(&house, order, Conclusion::Declined)
            .await
            .expect("declined on the departments' word");
        assert_eq!(blocks(&house, order).await, [ReviewBlock::Declined]);
        let otherwise = conclude(&house, order, Conclusion::Conditional).await;
        assert_eq!(
            otherwise.unwrap_err().code(),
            "declined_review_anew",
            "nobody takes back 不接单 with a word of their own"
        );
        says(&house, order, Department::Production, Verdict::Feasible)
            .await
            .expect("they think again");
        assert_ne!(
            blocks(&house, order).await,
            [ReviewBlock::Declined],
            "it is open again"
        );
    });
}

#[test]
fn clause_f5_1_1a_an_order_is_confirmed_before_it_is_reviewed() {
    on_both(async |house| {
        a_customer(&house).await;
        let order = registered(&house, &a_phone_order()).await;
        let early = says(&house, order, Department::Production, Verdict::Feasible).await;
        assert_eq!(early.unwrap_err().code(), "review_before_confirmation");
        let facts = order_facts(&mut house.desk.read().await.unwrap(), order)
            .await
            .unwrap();
        assert_eq!(facts.state, OrderState::Registered);
    });
}

#[test]
fn clause_s_4_3_1_the_review_is_printed_as_a_form() {
    on_both(async |house| {
        let order = an_agreed_order(&house).await;
        // Before anybody has spoken it is the form to take round, with its number and a line for each hand.
        let empty = house.desk.review_form(&house.assistant, order).await;
        let empty = text_of(&house, &empty.unwrap().value.sha256);
        for part in [
            "PS-2026-A0001",
            "非常规",
            "生产",
            "品质",
            "工艺路线",
            "总结论",
        ] {
            assert!(
                empty.contains(part),
                "{part} is missing on the form: {empty}"
            );
        }
        assert!(matches!(
            blocks(&house, order).await.as_slice(),
            [ReviewBlock::Required { .. }]
        ));
        says(&house, order, Department::Quality, Verdict::Conditional)
            .await
            .unwrap();
        let paper = house
            .desk
            .review_form(&house.assistant, order)
            .await
            .unwrap()
            .value;
        assert_eq!(
            (paper.file_name.as_str(), paper.pages),
            ("订单评审表-PS-2026-A0001.pdf", 1)
        );
        let text = text_of(&house, &paper.sha256);
        for part in [
            "订单评审表",
            "PS-2026-A0001",
            "OD-2026-A000001",
            CUSTOMER,
            "C精装",
            "D金额86,400.00元超过50,000.00元",
            "品质",
            "封面烫金面积大",
            "有条件",
            "陈刚",
            // The condition, and the question it puts to the customer.
            "品质：交期延至12-15",
        ] {
            assert!(text.contains(part), "{part} is missing on the form: {text}");
        }
        let again = house
            .desk
            .review_form(&house.assistant, order)
            .await
            .unwrap()
            .value;
        assert_eq!(again, paper, "the same review, the same bytes");
    });
}

#[test]
fn clause_s_4_3_1_another_route_asks_those_who_spoke_to_the_old_one_again() {
    on_both(async |house| {
        let order = an_agreed_order(&house).await;
        let route = async |text: &str| {
            house
                .desk
                .save_route(&house.assistant, order, text)
                .await
                .expect("a route")
        };
        says(&house, order, Department::Production, Verdict::Feasible)
            .await
            .expect("生产 speaks before there is a route");
        route("印刷 → 装订").await;
        says(&house, order, Department::Quality, Verdict::Feasible)
            .await
            .expect("品质 speaks to it");
        assert_eq!(blocks(&house, order).await, [ReviewBlock::NotConcluded]);
        route("印刷 → 覆膜 → 装订").await;
        let stale = ReviewBlock::OpinionStale {
            department: Department::Quality,
        };
        assert_eq!(blocks(&house, order).await, [stale]);
        let shown = seen(&house, order).await.opinions;
        assert_eq!(
            shown
                .iter()
                .map(|said| (said.department, said.stale))
                .collect::<Vec<_>>(),
            [(Department::Production, false), (Department::Quality, true)]
        );
        assert_eq!(
            conclude(&house, order, Conclusion::Accepted)
                .await
                .unwrap_err()
                .code(),
            "review_opinion_stale"
        );
        // Whoever looks at the old route signs nothing.
        let old = RecordOpinionRequest {
            order_id: order,
            revision: house.revision(order).await,
            route: "印刷 → 装订".to_owned(),
            department: Department::Quality,
            verdict: Verdict::Feasible,
            opinion: String::new(),
            conditions: String::new(),
            new_date: String::new(),
            approval: pin_of(&house, "陈刚").await,
        };
        let late = house.desk.record_opinion(&house.assistant, old).await;
        assert_eq!(late.unwrap_err().code(), "review_route_changed");
        says(&house, order, Department::Quality, Verdict::Feasible)
            .await
            .expect("品质 speaks to the new one");
        conclude(&house, order, Conclusion::Accepted)
            .await
            .expect("now it is concluded");
        // The same route written again is no other route.
        let same = route("印刷 → 覆膜 → 装订").await;
        assert!(same.changed.is_empty());
        assert_eq!(seen(&house, order).await.state, State::Accepted);
    });
}
