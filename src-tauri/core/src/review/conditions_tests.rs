//! Who has to speak, the one line of a 常规 order, and another delivery the customer agrees to (F5-1).

use super::tests::{D, NOW, ordered, reviewed, says};
use super::*;

#[test]
fn clause_f5_1_2_who_has_to_speak_follows_from_why_an_order_is_reviewed() {
    use Department::{Finance, Management, Prepress, Production, Quality};
    let unusual = Trigger::Unusual {
        reason: crate::review::UnusualReason::NewDesign,
        last: None,
    };
    let default = HouseRules::default();
    let plain = HouseRules {
        review_management: false,
        ..HouseRules::default()
    };
    let all = HouseRules {
        review_finance: true,
        ..HouseRules::default()
    };
    // triggers → by default, without the general manager, with 财务
    let table = [
        (vec![], vec![Production], vec![Production], vec![Production]),
        (
            vec![D],
            vec![Production, Quality],
            vec![Production, Quality],
            vec![Production, Quality, Finance],
        ),
        (
            vec![D, unusual.clone()],
            vec![Prepress, Production, Quality, Management],
            vec![Prepress, Production, Quality],
            vec![Prepress, Production, Quality, Finance, Management],
        ),
        (
            vec![Trigger::Quality],
            vec![Prepress, Production, Quality, Management],
            vec![Prepress, Production, Quality],
            vec![Prepress, Production, Quality, Finance, Management],
        ),
    ];
    for (triggers, by_default, without, with) in table {
        assert_eq!(asked(&triggers, &default), by_default, "{triggers:?}");
        assert_eq!(asked(&triggers, &plain), without, "{triggers:?}");
        assert_eq!(asked(&triggers, &all), with, "{triggers:?}");
    }
    // Each of them keeps the sheet back alone.
    let mut review = Review {
        asked: asked(std::slice::from_ref(&unusual), &default),
        state: State::Accepted,
        ..reviewed()
    };
    let blocks = |review: &Review| {
        review_blocks_release(
            std::slice::from_ref(&unusual),
            Some(review),
            None,
            &ordered(NOW),
        )
    };
    let missing = |department| ReviewBlock::OpinionMissing { department };
    assert_eq!(blocks(&review), [missing(Prepress), missing(Management)]);
    review.opinions.push(says(Prepress, Verdict::Feasible));
    review.opinions.push(says(Management, Verdict::Feasible));
    assert_eq!(blocks(&review), []);
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

#[test]
fn clause_f5_1_2a_a_routine_order_is_one_line_and_its_own_conclusion() {
    let line = |verdict| {
        let mut review = Review::opened(NOW.to_owned());
        review.asked = vec![Department::Production];
        review.opinions = vec![says(Department::Production, verdict)];
        review
    };
    let blocks = |review: &Review| review_blocks_release(&[], Some(review), None, &ordered(NOW));
    assert_eq!(blocks(&line(Verdict::Feasible)), []);
    // 不可行 asks the customer (F5-1.2c).
    let mut review = line(Verdict::Infeasible);
    assert_eq!(
        blocks(&review),
        [ReviewBlock::PointsUnanswered { count: 1 }]
    );
    let question = review.opinions[0].0.question().unwrap_or_default();
    review.points = vec![Point {
        id: 1,
        item: question,
        answered: true,
        new_date: Some(day("2026-12-15")),
        agreed: Some(false),
    }];
    let refused = ReviewBlock::ExtensionRefused {
        day: day("2026-12-15"),
    };
    assert_eq!(blocks(&review), [refused]);
    review.points[0].agreed = Some(true);
    let carry = ReviewBlock::DateNotCarried {
        day: day("2026-12-15"),
    };
    assert_eq!(blocks(&review), [carry], "the order still has the old day");
}

#[test]
fn clause_f5_1_2f_the_order_that_gets_the_agreed_delivery_is_the_one_that_was_reviewed() {
    let mut review = reviewed();
    review.state = State::Conditional;
    review.points = vec![Point {
        id: 1,
        item: "有条件接单：交期改到 2026-12-15".to_owned(),
        answered: false,
        new_date: Some(day("2026-12-15")),
        agreed: None,
    }];
    let content = |hash: &str, dateless: &str, delivery: &str| Content {
        hash: hash.to_owned(),
        dateless: dateless.to_owned(),
        delivery: Some(day(delivery)),
    };
    let blocks = |review: &Review, content: &Content| {
        review_blocks_release(&[D], Some(review), None, content)
    };
    let before = content(NOW, "the book", "2026-12-08");
    assert_eq!(
        blocks(&review, &before),
        [ReviewBlock::PointsUnanswered { count: 1 }],
        "the customer was asked"
    );
    review.points[0].answered = true;
    review.points[0].agreed = Some(true);
    review.agreed_on = Some((day("2026-12-15"), "the book".to_owned()));
    let carry = ReviewBlock::DateNotCarried {
        day: day("2026-12-15"),
    };
    assert_eq!(blocks(&review, &before), [carry]);
    let carried = content("another hash", "the book", "2026-12-15");
    assert_eq!(blocks(&review, &carried), [], "nothing is said anew");
    // Another day, or anything else besides, is another order.
    for other in [
        content("another hash", "the book", "2026-12-16"),
        content("another hash", "another book", "2026-12-15"),
    ] {
        assert!(!blocks(&review, &other).is_empty(), "{other:?}");
    }
}

fn point(item: &str, new_date: Option<NaiveDate>, agreed: Option<bool>) -> Point {
    Point {
        id: 1,
        item: item.to_owned(),
        answered: true,
        new_date,
        agreed,
    }
}

#[test]
fn clause_f5_1_2c_an_answer_without_a_day_makes_no_order_feasible() {
    let mut review = Review::opened(NOW.to_owned());
    review.asked = vec![Department::Production];
    review.opinions = vec![says(Department::Production, Verdict::Infeasible)];
    let question = review.opinions[0].0.question().unwrap_or_default();
    review.points = vec![point(&question, None, None)];
    let blocks = |review: &Review| review_blocks_release(&[], Some(review), None, &ordered(NOW));
    assert_eq!(
        blocks(&review),
        [ReviewBlock::NotConcluded],
        "知道了 is no extension"
    );
    // A department nobody asked says no: then somebody concludes.
    review.opinions = vec![
        says(Department::Production, Verdict::Feasible),
        says(Department::Quality, Verdict::Infeasible),
    ];
    let question = review.opinions[1].0.question().unwrap_or_default();
    review.points = vec![point(&question, None, Some(true))];
    assert_eq!(blocks(&review), [ReviewBlock::NotConcluded]);
}

#[test]
fn clause_f5_1_2f_a_no_to_another_technique_is_no_answer_to_go_on_with() {
    let mut review = reviewed();
    review.state = State::Accepted;
    let blocks = |review: &Review| review_blocks_release(&[D], Some(review), None, &ordered(NOW));
    assert_eq!(blocks(&review), []);
    review.points.push(point("改用普通 UV", None, Some(false)));
    assert_eq!(
        blocks(&review),
        [ReviewBlock::PointsUnanswered { count: 1 }]
    );
    review.points.push(point("改用哑油", None, Some(true)));
    assert_eq!(blocks(&review), []);
}

#[test]
fn clause_s_4_3_1_the_one_line_of_a_routine_order_is_no_opinion_of_a_review() {
    let (said, _) = says(Department::Production, Verdict::Feasible);
    let line = said.content_hash(&one_line_of(NOW), "");
    let mut review = Review::opened(NOW.to_owned());
    review.opinions = vec![(said, line)];
    review.asked = vec![Department::Production];
    assert!(!review.is_stale(&review.opinions[0], NOW));
    // PMC may have said it; once the price makes it a review, 生产 speaks.
    review.asked = Department::MANDATORY.to_vec();
    assert!(review.is_stale(&review.opinions[0], NOW));
}

#[test]
fn clause_f5_1_2f_no_earlier_day_is_agreed_on_than_the_departments_spoke_of() {
    let mut review = reviewed();
    let reviewed_for = Some(day("2026-12-20"));
    for (agreed, known) in [
        ("2026-12-19", false),
        ("2026-12-20", true),
        ("2026-12-25", true),
    ] {
        assert_eq!(
            review.may_become(day(agreed), reviewed_for),
            known,
            "{agreed}"
        );
    }
    review.opinions[0].0.new_date = Some(day("2026-12-24"));
    assert!(!review.may_become(day("2026-12-23"), reviewed_for));
    assert!(review.may_become(day("2026-12-24"), reviewed_for));
}
