//! The lines of the release check list that are about the review (S-4.3), or say why there is none (S-4.2.1c).

use super::CheckLine;
use super::judged::Judged;
use crate::review::{Department, ReviewBlock, Trigger, Waiver, trigger_view};

/// The step of the review.
const STEP: u8 = 4;

/// What the review says to the issue of an order's sheet.
pub(super) fn review_lines(judged: &Judged) -> Vec<CheckLine> {
    let ordered = &judged.ordered;
    let asked = !ordered.triggers.is_empty();
    let waiver = ordered.waiver.as_ref();
    let begun = judged.review.as_ref().filter(|review| !review.is_silent());
    let waiver = waiver.filter(|_| asked && begun.is_none());
    let mut lines = reviewed(&judged.blocks, asked || begun.is_some(), waiver);
    lines.extend(quality_line(judged));
    lines
}

/// What the customer demands beyond the standard stands on the order in words, and 品质 has spoken of it (S-4.4.1B).
fn quality_line(judged: &Judged) -> Option<CheckLine> {
    let ordered = &judged.ordered;
    let specification = &ordered.facts.specification;
    if !ordered.triggers.contains(&Trigger::Quality) {
        return None;
    }
    let Some(demand) = specification.special_quality() else {
        let line = CheckLine::red("quality_note", "S-4.4.1", STEP);
        return Some(line.at(Some("order.quality_special".to_owned())));
    };
    let spoke = judged.review.as_ref().is_some_and(|review| {
        let now = review.knows(&ordered.content);
        let mut opinions = review.opinions.iter();
        opinions.any(|said| said.0.department == Department::Quality && !review.is_stale(said, now))
    });
    let line = if spoke {
        CheckLine::green("quality_reviewed", "S-4.4.1", STEP)
    } else {
        CheckLine::red("quality_reviewed", "S-4.4.1", STEP)
            .by(Department::Quality.role())
            .at(Some("review.opinion.quality".to_owned()))
    };
    Some(line.with("demand", demand))
}

/// One line for each block; else that it was reviewed, need not be, or by whom it was waived and why.
pub(super) fn reviewed(
    blocks: &[ReviewBlock],
    asked: bool,
    waiver: Option<&Waiver>,
) -> Vec<CheckLine> {
    if !blocks.is_empty() {
        let line = |block: &ReviewBlock| review_line(block).at(Some(review_place(block)));
        return blocks.iter().map(line).collect();
    }
    let Some(waiver) = waiver else {
        let code = if asked { "review" } else { "review_not_needed" };
        return vec![CheckLine::green(code, "S-4.3.1", STEP)];
    };
    let line = CheckLine::green("review_waived", "S-4.2.1c", STEP)
        .with("signer", &waiver.signature.signer)
        .with("reason", &waiver.reason);
    vec![match waiver.signature.recorded {
        Some(medium) => line.with("recorded", medium.code()),
        None => line,
    }]
}

/// Where on step 4 it is mended: the opinion that is asked for, the route, the question, the conclusion, or the waiver.
fn review_place(block: &ReviewBlock) -> String {
    let opinion = |department: Department| format!("review.opinion.{}", department.code());
    match block {
        // Who says something first opens the review; one that was declined begins anew with an opinion, too.
        ReviewBlock::Required { .. } | ReviewBlock::Declined => opinion(Department::Production),
        ReviewBlock::OpinionMissing { department } | ReviewBlock::OpinionStale { department } => {
            opinion(*department)
        }
        ReviewBlock::WaiverStale { .. } => "review-waiver.reason".to_owned(),
        ReviewBlock::RouteMissing => "review.route".to_owned(),
        ReviewBlock::PointsUnanswered { .. } => "review.points".to_owned(),
        ReviewBlock::ExtensionRefused { .. } => "review.conclusion".to_owned(),
        ReviewBlock::DateNotCarried { .. } => "review.carry".to_owned(),
        ReviewBlock::NotConcluded | ReviewBlock::ConclusionStale => "review.conclusion".to_owned(),
    }
}

fn review_line(block: &ReviewBlock) -> CheckLine {
    match block {
        ReviewBlock::Required { triggers } => {
            let why: Vec<_> = triggers.iter().map(trigger_view).collect();
            let why = serde_json::to_string(&why).unwrap_or_default();
            CheckLine::red("review_required", "S-4.3.1", STEP).with("triggers", why)
        }
        ReviewBlock::WaiverStale { signer } => {
            CheckLine::red("review_waiver_stale", "S-4.2.1c", STEP).with("signer", signer)
        }
        ReviewBlock::OpinionMissing { department } => {
            CheckLine::red("review_opinion_missing", "S-4.3.1", STEP)
                .with("department", department.code())
                .by(department.role())
        }
        ReviewBlock::OpinionStale { department } => {
            CheckLine::red("review_opinion_stale", "S-4.3.2", STEP)
                .with("department", department.code())
                .by(department.role())
        }
        ReviewBlock::RouteMissing => CheckLine::red("review_route_missing", "S-4.3.1", STEP),
        ReviewBlock::PointsUnanswered { count } => {
            CheckLine::red("review_points_unanswered", "S-4.3.2", STEP).with("count", count)
        }
        ReviewBlock::ExtensionRefused { day } => {
            CheckLine::red("review_extension_refused", "F5-1", STEP).with("day", day)
        }
        ReviewBlock::DateNotCarried { day } => {
            CheckLine::red("review_date_not_carried", "F5-1", STEP).with("day", day)
        }
        ReviewBlock::NotConcluded => CheckLine::red("review_not_concluded", "S-4.3.1", STEP),
        ReviewBlock::ConclusionStale => CheckLine::red("review_conclusion_stale", "S-4.3.2", STEP),
        ReviewBlock::Declined => CheckLine::red("review_declined", "S-4.3.1", STEP),
    }
}
