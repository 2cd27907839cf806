//! The clauses on the review, as tables and sequences.

use proptest::prelude::*;

use super::*;
use crate::measures::Fen;

pub(super) const NOW: &str = "content as it stands";
pub(super) const D: Trigger = Trigger::Amount {
    amount: Fen(5_000_001),
    above: Fen(5_000_000),
};

/// What is ordered, by its hash alone.
pub(super) fn ordered(hash: &str) -> Content {
    Content {
        hash: hash.to_owned(),
        ..Content::default()
    }
}

pub(super) fn says(department: Department, verdict: Verdict) -> (Opinion, String) {
    let opinion = Opinion {
        department,
        verdict,
        opinion: "烫金面积过大".to_owned(),
        conditions: "交期延至 12-15".to_owned(),
        new_date: None,
    };
    let hash = opinion.content_hash(NOW, "");
    (opinion, hash)
}

pub(super) fn reviewed() -> Review {
    Review {
        route: "印刷 → 覆膜 → 装订".to_owned(),
        opinions: vec![
            says(Department::Production, Verdict::Feasible),
            says(Department::Quality, Verdict::Feasible),
        ],
        ..Review::opened(NOW.to_owned())
    }
}

fn not_ready(missing: ReviewBlock) -> Result<(), ReviewRefusal> {
    Err(ReviewRefusal::NotReady { missing })
}

#[test]
fn clause_s_4_3_1_a_triggered_order_waits_for_its_review() {
    assert_eq!(review_blocks_release(&[], None, None, &ordered(NOW)), []);
    assert_eq!(
        review_blocks_release(&[D], None, None, &ordered(NOW)),
        [ReviewBlock::Required { triggers: vec![D] }]
    );
    let mut review = reviewed();
    assert_eq!(
        review_blocks_release(&[D], Some(&review), None, &ordered(NOW)),
        [ReviewBlock::NotConcluded]
    );
    assert_eq!(
        review_blocks_release(&[], Some(&review), None, &ordered(NOW)),
        [ReviewBlock::NotConcluded],
        "begun is brought to its end"
    );
    review.state = State::Accepted;
    assert_eq!(
        review_blocks_release(&[D], Some(&review), None, &ordered(NOW)),
        []
    );
}

#[test]
fn clause_s_4_3_1_production_quality_and_a_route_are_needed() {
    let whole = reviewed();
    assert_eq!(whole.check_conclusion(Conclusion::Accepted, NOW), Ok(()));
    for department in Department::MANDATORY {
        let mut silent = whole.clone();
        silent
            .opinions
            .retain(|(opinion, _)| opinion.department != department);
        let missing = not_ready(ReviewBlock::OpinionMissing { department });
        assert_eq!(silent.check_conclusion(Conclusion::Accepted, NOW), missing);
        assert_eq!(silent.check_conclusion(Conclusion::Declined, NOW), missing);
    }
    let pathless = Review {
        route: " ".to_owned(),
        ..whole
    };
    assert_eq!(
        pathless.check_conclusion(Conclusion::Accepted, NOW),
        not_ready(ReviewBlock::RouteMissing)
    );
    assert_eq!(
        pathless.check_conclusion(Conclusion::Declined, NOW),
        Ok(()),
        "what is not made has no route"
    );
}

#[test]
fn clause_s_4_3_2a_an_opinion_over_other_content_does_not_count() {
    let review = Review {
        state: State::Accepted,
        ..reviewed()
    };
    let later = "content after a change";
    let stale = |department| ReviewBlock::OpinionStale { department };
    assert_eq!(
        review_blocks_release(&[D], Some(&review), None, &ordered(later)),
        [stale(Department::Production), stale(Department::Quality)]
    );
    assert_eq!(
        review.check_conclusion(Conclusion::Accepted, later),
        not_ready(stale(Department::Production))
    );
}

#[test]
fn clause_s_4_3_1_an_opinion_given_to_another_route_does_not_count() {
    let (quality, _) = says(Department::Quality, Verdict::Feasible);
    let to = |route: &str| (quality.clone(), quality.content_hash(NOW, route));
    let stale = not_ready(ReviewBlock::OpinionStale {
        department: Department::Quality,
    });
    let route = "印刷 → 覆膜 → 装订";
    // Said to, the route that stands → what follows.
    for (said_to, wanted) in [
        ("", Ok(())),
        (route, Ok(())),
        (" 印刷 → 覆膜 → 装订\n", Ok(())),
        ("印刷 → 装订", stale.clone()),
    ] {
        let mut review = reviewed();
        review.opinions[1] = to(said_to);
        let answer = review.check_conclusion(Conclusion::Accepted, NOW);
        assert_eq!(answer, wanted, "{said_to}");
    }
    let mut routeless = reviewed();
    routeless.opinions[1] = to(route);
    routeless.route = String::new();
    assert!(routeless.is_stale(&routeless.opinions[1], NOW));
}

#[test]
fn clause_s_4_3_2a_a_text_changed_after_it_was_signed_does_not_count() {
    let mut review = reviewed();
    review.opinions[0].0.conditions = "没有条件".to_owned();
    assert_eq!(
        review.check_conclusion(Conclusion::Accepted, NOW),
        not_ready(ReviewBlock::OpinionStale {
            department: Department::Production
        })
    );
}

#[test]
fn clause_s_4_3_2a_a_conclusion_over_other_content_does_not_count() {
    let review = Review {
        state: State::Accepted,
        content_hash: "what it was".to_owned(),
        ..reviewed()
    };
    assert_eq!(
        review_blocks_release(&[D], Some(&review), None, &ordered(NOW)),
        [ReviewBlock::ConclusionStale]
    );
}

#[test]
fn clause_s_4_3_2b_every_negative_point_needs_the_customers_answer() {
    for verdict in [Verdict::Conditional, Verdict::Infeasible] {
        let mut review = reviewed();
        review.opinions[1] = says(Department::Quality, verdict);
        let unanswered = not_ready(ReviewBlock::PointsUnanswered { count: 1 });
        assert_eq!(
            review.check_conclusion(Conclusion::Conditional, NOW),
            unanswered,
            "not even asked"
        );
        let other = Point {
            id: 1,
            item: "纸张可否换".to_owned(),
            answered: true,
            new_date: None,
            agreed: None,
        };
        review.points = vec![other];
        assert_eq!(
            review.check_conclusion(Conclusion::Conditional, NOW),
            unanswered,
            "another answer is no answer"
        );
        let item = review.opinions[1].0.question().unwrap_or_default();
        review.points.push(Point {
            id: 2,
            item,
            answered: false,
            new_date: None,
            agreed: None,
        });
        assert_eq!(
            review.check_conclusion(Conclusion::Conditional, NOW),
            unanswered,
            "asked, not answered"
        );
        review.points[1].answered = true;
        assert_eq!(
            review.check_conclusion(Conclusion::Conditional, NOW),
            Ok(())
        );
        assert_eq!(
            review.check_conclusion(Conclusion::Accepted, NOW),
            Err(ReviewRefusal::OnlyConditional)
        );
    }
}

#[test]
fn clause_s_4_3_2b_a_question_of_our_own_is_waited_for_too() {
    let mut review = reviewed();
    review.points = vec![Point {
        id: 1,
        item: "腰封要不要覆膜".to_owned(),
        answered: false,
        new_date: None,
        agreed: None,
    }];
    assert_eq!(
        review.check_conclusion(Conclusion::Accepted, NOW),
        not_ready(ReviewBlock::PointsUnanswered { count: 1 })
    );
}

#[test]
fn clause_s_4_3_1_a_declined_order_stays_blocked() {
    let review = Review {
        state: State::Declined,
        ..reviewed()
    };
    assert_eq!(
        review_blocks_release(&[D], Some(&review), None, &ordered(NOW)),
        [ReviewBlock::Declined]
    );
    assert_eq!(
        review_blocks_release(&[], Some(&review), None, &ordered(NOW)),
        [ReviewBlock::Declined]
    );
    for conclusion in [
        Conclusion::Accepted,
        Conclusion::Conditional,
        Conclusion::Declined,
    ] {
        assert_eq!(
            review.check_conclusion(conclusion, NOW),
            Err(ReviewRefusal::ReviewAnew),
            "{conclusion:?} before anybody spoke again"
        );
    }
}

#[test]
fn clause_s_4_3_2a_an_opinion_says_what_it_has_to() {
    let opinion = |verdict, opinion: &str, conditions: &str| Opinion {
        department: Department::Quality,
        verdict,
        opinion: opinion.to_owned(),
        conditions: conditions.to_owned(),
        new_date: None,
    };
    assert_eq!(opinion(Verdict::Feasible, "", "").check(), Ok(()));
    assert_eq!(
        opinion(Verdict::Conditional, "可以", " ").check(),
        Err(ReviewRefusal::NoConditions)
    );
    assert_eq!(
        opinion(Verdict::Infeasible, " ", "").check(),
        Err(ReviewRefusal::NoReason)
    );
    let long = "长".repeat(1001);
    assert_eq!(
        opinion(Verdict::Feasible, &long, "").check(),
        Err(ReviewRefusal::TextTooLong { most: 1_000 })
    );
    assert_eq!(opinion(Verdict::Feasible, "", "").question(), None);
    let conditional = opinion(Verdict::Conditional, "可以", "交期延至 12-15");
    assert_eq!(
        conditional.question().as_deref(),
        Some("品质：交期延至 12-15")
    );
    let infeasible = opinion(Verdict::Infeasible, "网点达不到", "");
    assert_eq!(infeasible.question().as_deref(), Some("品质：网点达不到"));
}

/// One thing that may happen to a review.
#[derive(Clone, Copy, Debug)]
enum Step {
    Opinion(usize, usize),
    Route(usize),
    Answer,
    ContentChanges(u8),
    Conclude(usize),
}

fn a_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => (0..7_usize, 0..3_usize).prop_map(|(department, verdict)| Step::Opinion(department, verdict)),
        // The two without whom there is no review speak most, and mostly in favour: else a sequence hardly ever comes so far
        // that a stale word would matter.
        5 => (2..4_usize).prop_map(|department| Step::Opinion(department, 0)),
        3 => (0..3_usize).prop_map(Step::Route),
        2 => Just(Step::Answer),
        1 => (0..3_u8).prop_map(Step::ContentChanges),
        4 => (0..3_usize).prop_map(Step::Conclude),
    ]
}

proptest! {
    /// However a review goes, release is open only over a conclusion in favour, given over the content of now, with
    /// production and quality heard on it and to no other route, a route, and an answer to every question.
    #[test]
    fn clause_s_4_3_1_no_sequence_of_acts_gets_around_the_review(steps in proptest::collection::vec(a_step(), 0..40)) {
        let mut now = "0".to_owned();
        let mut review = Review::opened(now.clone());
        // Who spoke of which content, to which route.
        let mut spoke: Vec<(Department, String, String)> = Vec::new();
        // 不接单, and nobody has spoken since.
        let mut declined = false;
        for step in steps {
            match step {
                Step::Opinion(department, verdict) => {
                    let department = Department::ALL[department];
                    let verdict = [Verdict::Feasible, Verdict::Conditional, Verdict::Infeasible][verdict];
                    let opinion = Opinion { department, verdict, opinion: format!("因 {now}"), conditions: format!("若 {now}"), new_date: None };
                    let hash = opinion.content_hash(&now, &review.route);
                    spoke.retain(|(who, _, _)| *who != department);
                    spoke.push((department, now.clone(), review.route.clone()));
                    if let Some(item) = opinion.question() {
                        let id = review.points.len() as i64;
                        review.points.push(Point { id, item, answered: false, new_date: None, agreed: None });
                    }
                    review.opinions.retain(|(said, _)| said.department != department);
                    review.opinions.push((opinion, hash));
                    review.state = State::Open;
                    declined = false;
                }
                Step::Route(route) => {
                    review.route = ["", "印刷", "印刷 → 覆膜"][route].to_owned();
                    review.state = State::Open;
                    declined = false;
                }
                Step::Answer => {
                    if let Some(point) = review.points.iter_mut().find(|point| !point.answered) {
                        point.answered = true;
                    }
                }
                Step::ContentChanges(content) => now = content.to_string(),
                Step::Conclude(conclusion) => {
                    let conclusion = [Conclusion::Accepted, Conclusion::Conditional, Conclusion::Declined][conclusion];
                    if review.check_conclusion(conclusion, &now).is_ok() {
                        prop_assert!(!declined, "declined, and concluded otherwise with nobody heard");
                        declined = conclusion == Conclusion::Declined;
                        review.state = conclusion.state();
                        review.content_hash = now.clone();
                    }
                }
            }
            let open_to_release = review_blocks_release(&[D], Some(&review), None, &ordered(&now)).is_empty();
            let holds = |(_, content, route): &(Department, String, String)| *content == now && (route.is_empty() || *route == review.route);
            let heard = |department| spoke.iter().any(|said| said.0 == department && holds(said));
            let agreed = matches!(review.state, State::Accepted | State::Conditional)
                && review.content_hash == now
                && spoke.iter().all(holds)
                && heard(Department::Production)
                && heard(Department::Quality)
                && !review.route.is_empty()
                && review.points.iter().all(|point| point.answered);
            prop_assert_eq!(open_to_release, agreed);
            let all_feasible = review.opinions.iter().all(|(said, _)| said.verdict == Verdict::Feasible);
            prop_assert!(review.state != State::Accepted || all_feasible);
        }
    }
}

#[test]
fn clause_s_4_2_1c_a_waived_review_holds_nothing_back_until_something_else_is_ordered() {
    use crate::review::waiver::signed;
    let given = signed(NOW, &[D], "常做的书", true);
    let blocks = |triggers: &[Trigger], waiver, now: &str| {
        review_blocks_release(triggers, None, waiver, &ordered(now))
    };
    assert_eq!(blocks(&[D], Some(&given), NOW), []);
    let stale = ReviewBlock::WaiverStale {
        signer: "何静".to_owned(),
    };
    assert_eq!(blocks(&[D], Some(&given), "another"), [stale]);
    assert_eq!(
        blocks(&[], Some(&given), "another"),
        [],
        "nothing calls for one any more"
    );
    // Who is no longer 直通 has no waiver.
    let required = ReviewBlock::Required { triggers: vec![D] };
    let without = signed(NOW, &[D], "常做的书", false);
    assert_eq!(blocks(&[D], Some(&without), NOW), [required]);
    // A review that was begun after all is brought to its end.
    let silent = Review::opened(NOW.to_owned());
    let waived = review_blocks_release(&[D], Some(&silent), Some(&given), &ordered(NOW));
    assert_eq!(waived, [], "an empty form that was printed is no review");
    let review = Review {
        route: "印刷".to_owned(),
        ..silent
    };
    let open = review_blocks_release(&[D], Some(&review), Some(&given), &ordered(NOW));
    assert!(!open.is_empty());
}
