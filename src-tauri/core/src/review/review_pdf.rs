//! 订单评审表, worded as it is printed.

use chrono::{DateTime, Utc};

use super::nature::Nature;
use super::opened::Ordered;
use super::queries::{Asked, ReviewRow, Spoken};
use super::rules::{Point, Review, State};
use super::{Department, Opinion};
use crate::clock::{as_printed, from_stored};
use crate::documents::forms::Signature;
use crate::documents::forms::review_form::{
    ReviewFormFacts, ReviewOpinion, ReviewPoint, SpecificationLine,
};
use crate::documents::{Letterhead, Mark};
use crate::house::House;
use crate::orders::fields::Level;
use crate::orders::{Record, Specification, row_title};

/// What of a component stands in the summary, in this order.
const OF_COMPONENT: [&str; 9] = [
    "grade",
    "grammage",
    "caliper",
    "pages",
    "colours",
    "spots_front",
    "spots_back",
    "work_style",
    "press",
];

/// What of the product stands in the summary.
const OF_PRODUCT: [&str; 5] = [
    "size",
    "binding",
    "binding_detail",
    "packing",
    "colour_reference",
];

/// What of a finishing step stands in the summary.
const OF_FINISHING: [&str; 5] = ["component", "face", "detail", "tool", "made_by"];

/// The form of a review as it stands.
pub(super) fn form_facts(
    house: &House,
    ordered: &Ordered,
    row: &ReviewRow,
    made_at: DateTime<Utc>,
) -> ReviewFormFacts {
    let specification = &ordered.facts.specification;
    let (order, product) = (&specification.order, &specification.product);
    let quantity = format!(
        "{} {}",
        shown(Level::Product, product, "quantity"),
        shown(Level::Product, product, "unit")
    );
    let delivery = [
        shown(Level::Order, order, "confirmed_date"),
        shown(Level::Order, order, "requested_date"),
    ];
    let review = ordered.asking(row.review.clone());
    let quality = shown(Level::Order, order, "quality_special");
    let spoken = Department::ALL
        .into_iter()
        .filter_map(|department| opinion_row(row, department, &review, ordered, &quality));
    let marks = if house.practice {
        vec![Mark::Practice]
    } else {
        Vec::new()
    };
    ReviewFormFacts {
        letterhead: Letterhead {
            house: house.name.clone(),
            number_label: "评审表号".to_owned(),
            number: row.number.clone(),
            beside_page: format!("订单 {}", ordered.facts.number),
            marks,
            made_at,
        },
        order_number: ordered.facts.number.clone(),
        customer: ordered.facts.customer.name.clone(),
        product: ordered.facts.product_name().to_owned(),
        quantity: quantity.trim_end().to_owned(),
        amount: specification
            .amount()
            .map(|amount| amount.to_string())
            .unwrap_or_default(),
        delivery: delivery
            .into_iter()
            .find(|day| !day.is_empty())
            .unwrap_or_default(),
        sales_assistant: ordered.facts.assistant.name.clone(),
        date: printed(&row.opened_at)
            .chars()
            .take("2026-11-24".len())
            .collect(),
        nature: nature(ordered),
        triggers: ordered
            .triggers
            .iter()
            .map(|trigger| trigger.printed())
            .collect(),
        specification: summary(specification),
        opinions: spoken.collect(),
        route: row
            .review
            .route
            .lines()
            .map(str::trim)
            .filter(|step| !step.is_empty())
            .map(str::to_owned)
            .collect(),
        points: row
            .review
            .points
            .iter()
            .zip(&row.asked)
            .map(|(point, asked)| point_row(point, asked))
            .collect(),
        conclusion: conclusion(&review, ordered),
        conclusion_note: row.note.clone(),
        approved: approved(row),
    }
}

/// 核准: 总经理 or 副总经理 of what was declined (F5-1.2d), else who concluded.
fn approved(row: &ReviewRow) -> Signature {
    match &row.declined_by {
        Some(signed) => Signature {
            name: signed.signer.clone(),
            at: printed(&signed.signed_at),
            recorded: signed.recorded.is_some(),
            medium: signed
                .recorded
                .map_or_else(String::new, |medium| medium.printed().to_owned()),
        },
        None => Signature {
            name: row.concluded_by.clone().unwrap_or_default(),
            at: row.concluded_at.as_deref().map(printed).unwrap_or_default(),
            recorded: false,
            medium: String::new(),
        },
    }
}

/// 订单性质 with its reasons: as decided, else 非常规 by what calls for the review (F5-d1, F5-d2).
fn nature(ordered: &Ordered) -> String {
    match &ordered.decided {
        Some(decided) => {
            let reasons: Vec<&str> = decided
                .reasons
                .iter()
                .map(|reason| reason.printed())
                .collect();
            let why = [reasons.join("、"), decided.why.clone()];
            let why: Vec<String> = why.into_iter().filter(|text| !text.is_empty()).collect();
            match why.as_slice() {
                [] => decided.nature.printed().to_owned(),
                _ => format!("{}：{}", decided.nature.printed(), why.join("；")),
            }
        }
        None if ordered.triggers.is_empty() => Nature::Routine.printed().to_owned(),
        None => Nature::Unusual.printed().to_owned(),
    }
}

/// 总结论 in words; one over other content says so. Once the sheet is issued, what differs was signed for with its change.
fn conclusion(review: &Review, ordered: &Ordered) -> String {
    let word = match review.state {
        State::Open => return String::new(),
        State::Accepted => "接单",
        State::Conditional => "有条件接单",
        State::Declined => "不接单",
    };
    let stale = review.conclusion_is_stale(review.knows(&ordered.content));
    match (stale, ordered.facts.issued) {
        (false, _) => word.to_owned(),
        (true, false) => format!("{word}（内容已变，须重新评审）"),
        (true, true) => format!("{word}（其后有签字的更改）"),
    }
}

/// What a department said; an empty line for a hand where it has to say something and has not.
fn opinion_row(
    row: &ReviewRow,
    department: Department,
    review: &Review,
    ordered: &Ordered,
    quality: &str,
) -> Option<ReviewOpinion> {
    let said: Option<(&(Opinion, String), &Spoken)> = row
        .review
        .opinions
        .iter()
        .zip(&row.spoken)
        .find(|((opinion, _), _)| opinion.department == department);
    let line = ReviewOpinion {
        department: department.printed().to_owned(),
        subject: match department {
            // 品质 speaks of what is asked beyond the standard by name (S-4.4.1B).
            Department::Quality if !quality.is_empty() => {
                format!("{}；特殊要求：{quality}", department.subject())
            }
            Department::Production if review.is_feasibility() => "交期能否做到".to_owned(),
            _ => department.subject().to_owned(),
        },
        ..ReviewOpinion::default()
    };
    match said {
        None => review.asked.contains(&department).then_some(line),
        Some((said, spoken)) => {
            let now = review.knows(&ordered.content);
            let stale = if !ordered.facts.issued && row.review.is_stale(said, now) {
                "（内容或工艺路线已变）"
            } else {
                ""
            };
            let day = said
                .0
                .new_date
                .map_or_else(String::new, |day| format!("，最早 {day}"));
            Some(ReviewOpinion {
                opinion: said.0.opinion.clone(),
                verdict: format!("{}{day}{stale}", said.0.verdict.printed()),
                conditions: said.0.conditions.clone(),
                signature: Signature {
                    name: spoken.person.clone(),
                    at: printed(&spoken.at),
                    recorded: spoken.recorded.is_some(),
                    medium: spoken
                        .recorded
                        .map_or_else(String::new, |medium| medium.printed().to_owned()),
                },
                ..line
            })
        }
    }
}

fn point_row(point: &Point, asked: &Asked) -> ReviewPoint {
    let when = asked
        .answered_at
        .as_deref()
        .map(printed)
        .unwrap_or_default();
    ReviewPoint {
        item: point.item.clone(),
        asked: format!(
            "{} {}",
            asked.by.as_deref().unwrap_or_default(),
            printed(&asked.at)
        )
        .trim_start()
        .to_owned(),
        answer: match (point.agreed, asked.answer.as_deref().unwrap_or_default()) {
            (Some(true), answer) => format!("同意。{answer}"),
            (Some(false), answer) => format!("不同意。{answer}"),
            (None, answer) => answer.to_owned(),
        },
        answered_by: format!(
            "{} {when}",
            asked.answered_by.as_deref().unwrap_or_default()
        )
        .trim()
        .to_owned(),
    }
}

/// 规格摘要: the product, then each component and each finishing step on a line of its own.
fn summary(specification: &Specification) -> Vec<SpecificationLine> {
    let product = OF_PRODUCT.iter().filter_map(|key| {
        let text = shown(Level::Product, &specification.product, key);
        let label = Level::Product.field(key)?.label.to_owned();
        (!text.is_empty()).then_some(SpecificationLine { label, text })
    });
    let rows = |level: Level, keys: &'static [&'static str]| {
        specification
            .rows(level)
            .iter()
            .enumerate()
            .map(move |(position, row)| SpecificationLine {
                label: row_title(level, position, row),
                text: keys
                    .iter()
                    .map(|key| shown(level, &row.values, key))
                    .filter(|text| !text.is_empty())
                    .collect::<Vec<_>>()
                    .join("，"),
            })
    };
    product
        .chain(rows(Level::Component, &OF_COMPONENT))
        .chain(rows(Level::Finishing, &OF_FINISHING))
        .collect()
}

/// A field as a person reads it; empty where nobody has filled it.
fn shown(level: Level, record: &Record, key: &str) -> String {
    let field = level.field(key);
    field
        .zip(record.get(key))
        .map(|(field, value)| value.shown(field))
        .unwrap_or_default()
}

/// A stored moment as a form prints it; what cannot be read stands as it is.
fn printed(stored: &str) -> String {
    from_stored(stored).map_or_else(|_| stored.to_owned(), as_printed)
}
