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
