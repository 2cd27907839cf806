//! What a customer asks on the phone, answered while the form is being typed: when at the earliest, how heavy, how thick, how
//! many cartons. Each answer opens its reckoning, or says what is missing for it.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::calendar::{BusinessDay, closed_days_between};
use crate::imposition::Binding;
use crate::measures::{Quantity, decimal};
use crate::settings::HouseRules;

use super::cycle::{CycleFacts, cycle, earliest};
use super::fields::Level;
use super::figures::{caliper, counted};
use super::specification::{Record, Specification, number, text};
use super::trade_words::{binding, is_board, is_text_block};
use super::weights::{Specks, pieces_in, tenths_of_grams, tenths_of_kilograms, weigh};

pub(super) const EARLIEST_DATE: &str = "earliest_date";
const SPINE: &str = "spine";
const WEIGHT: &str = "weight";
const PER_CARTON: &str = "per_carton";
const CARTONS: &str = "cartons";
const GROSS_WEIGHT: &str = "gross_weight";

/// One answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// `earliest_date`, `weight`, `spine`, `per_carton`, `cartons`, `gross_weight`.
    pub code: String,
    /// The answer, as a person reads it; none where something is missing.
    pub value: Option<String>,
    /// 估算: a day of a year without an official calendar, a thickness or a board's weight by the paper table.
    pub estimated: bool,
    /// How it was reckoned, line by line.
    pub steps: Vec<AnswerStep>,
    /// Paths of the fields that are needed first.
    pub missing: Vec<String>,
}

/// A line of a reckoning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerStep {
    /// Stable code.
    pub code: String,
    /// Facts for the words.
    pub params: BTreeMap<String, String>,
}

fn step<const N: usize>(code: &str, params: [(&str, String); N]) -> AnswerStep {
    AnswerStep {
        code: code.to_owned(),
        params: params
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    }
}

fn unanswered(code: &str, missing: Vec<String>) -> Answer {
    Answer {
        code: code.to_owned(),
        missing,
        ..Answer::default()
    }
}

/// All answers, in the order they are asked.
pub(super) fn answers(
    specification: &Specification,
    today: BusinessDay,
    rules: &HouseRules,
) -> Vec<Answer> {
    let mut answers = vec![earliest_date(specification, today, rules)];
    answers.extend(spine(specification, rules));
    answers.extend(packed(specification, rules));
    answers
}

fn earliest_date(specification: &Specification, today: BusinessDay, rules: &HouseRules) -> Answer {
    let table = &rules.standard_cycle;
    let facts = CycleFacts::of(specification, table);
    let Some(cycle) = cycle(&facts, table) else {
        let path = if facts.kind.is_empty() {
            "product.type"
        } else {
            "product.binding"
        };
        return unanswered(EARLIEST_DATE, vec![path.to_owned()]);
    };
    let Some(reckoned) = earliest(&cycle, today, &rules.house_days) else {
        return unanswered(EARLIEST_DATE, vec!["product.type".to_owned()]);
    };
    let days = |tenths: i64| decimal(tenths, 1, 0);
    let (word, base) = &cycle.base;
    let mut steps = vec![step(
        "cycle_base",
        [("product", word.clone()), ("days", days(*base))],
    )];
    for added in &cycle.added {
        let code = format!("cycle_{}", added.adder.code());
        let said = [
            ("passes", added.times.to_string()),
            ("days", days(added.tenths)),
        ];
        steps.push(step(&code, said));
    }
    steps.push(step(
        "cycle_sum",
        [
            ("days", cycle.days.to_string()),
            ("today", today.to_string()),
        ],
    ));
    let (closed, holidays) = closed_days_between(today, reckoned.day, &rules.house_days);
    for (code, count) in [("cycle_closed", closed), ("cycle_holidays", holidays)] {
        if count > 0 {
            steps.push(step(code, [("days", count.to_string())]));
        }
    }
    Answer {
        code: EARLIEST_DATE.to_owned(),
        value: Some(reckoned.day.to_string()),
        estimated: reckoned.estimated,
        steps,
        missing: Vec::new(),
    }
}

/// 书脊; not asked of what has none.
fn spine(specification: &Specification, rules: &HouseRules) -> Option<Answer> {
    let product = &specification.product;
    let text_blocks = || {
        specification
            .components
            .iter()
            .filter(|row| is_text_block(&row.values))
    };
    let bound = text(product, "binding");
    if bound.is_empty()
        || binding(product) == Binding::SaddleStitch
        || text_blocks().next().is_none()
    {
        return None;
    }
    let by_table = |component: &Record| {
        let grade = text(component, "grade");
        number(component, "grammage")
            .and_then(|grammage| rules.paper_table.caliper(grade, grammage))
    };
    let thickness = |component: &Record| caliper(component).or_else(|| by_table(component));
    let width = match specification.product.contains_key("spine") {
        true => specification.spine(),
        false => specification.reckoned_spine(thickness),
    };
    let Some(width) = width else {
        let missing = text_blocks().flat_map(|row| {
            let path = |key: &str| format!("{}:{}.{key}", Level::Component.code(), row.key);
            let pages = (!row.values.contains_key("pages")).then(|| path("pages"));
            let paper = thickness(&row.values).is_none().then(|| path("caliper"));
            pages.into_iter().chain(paper)
        });
        return Some(unanswered(SPINE, missing.collect()));
    };
    let mut steps = Vec::new();
    let mut estimated = false;
    if specification.product.contains_key("spine") {
        steps.push(step("spine_by_hand", []));
    } else {
        for row in text_blocks() {
            let measured = caliper(&row.values);
            let Some(sheet) = thickness(&row.values) else {
                continue;
            };
            estimated |= measured.is_none();
            let code = match measured {
                Some(_) => "spine_text",
                None => "spine_text_by_table",
            };
            let leaves = number(&row.values, "pages").unwrap_or_default() / 2;
            steps.push(step(
                code,
                [
                    ("name", text(&row.values, "name").to_owned()),
                    ("leaves", counted(leaves)),
                    ("caliper", sheet.to_string()),
                ],
            ));
        }
        let board = specification
            .components
            .iter()
            .filter(|row| is_board(&row.values))
            .find_map(|row| caliper(&row.values));
        if let Some(board) = board.filter(|_| binding(product) == Binding::Case) {
            steps.push(step("spine_boards", [("caliper", board.to_string())]));
        }
    }
    Some(Answer {
        code: SPINE.to_owned(),
        value: Some(format!("{} mm", width.to_millimetres())),
        estimated,
        steps,
        missing: Vec::new(),
    })
}

/// 单本重量, 每箱本数, 箱数, 总重: one is reckoned from the other.
fn packed(specification: &Specification, rules: &HouseRules) -> Vec<Answer> {
    let product = &specification.product;
    let weighed = weigh(specification, &rules.paper_table);
    let estimated = weighed
        .as_ref()
        .is_ok_and(|parts| parts.iter().any(|part| part.by_caliper.is_some()));
    let piece: Option<Specks> = weighed
        .as_ref()
        .ok()
        .map(|parts| parts.iter().map(|part| part.weight).sum());
    let lacking = weighed.as_ref().err().cloned().unwrap_or_default();
    let weight = match (&weighed, piece.and_then(tenths_of_grams)) {
        (Ok(parts), Some(tenths)) => Answer {
            code: WEIGHT.to_owned(),
            value: Some(format!("{} g", decimal(tenths, 1, 0))),
            steps: parts
                .iter()
                .map(|part| {
                    let grams = tenths_of_grams(part.weight).unwrap_or_default();
                    let code = match part.by_caliper {
                        None => "weight_part",
                        Some(_) => "weight_part_by_table",
                    };
                    let caliper = part.by_caliper.map(|caliper| caliper.to_string());
                    step(
                        code,
                        [
                            ("name", part.name.clone()),
                            ("size", part.size.to_string()),
                            ("leaves", counted(part.leaves)),
                            ("grammage", part.grammage.to_string()),
                            ("caliper", caliper.unwrap_or_default()),
                            ("grams", decimal(grams, 1, 0)),
                        ],
                    )
                })
                .collect(),
            estimated,
            ..Answer::default()
        },
        _ => unanswered(WEIGHT, lacking.clone()),
    };
    let typed = number(product, "per_carton");
    let per_carton = typed.or_else(|| pieces_in(rules.carton_weight, piece?));
    let mut per_carton_missing = lacking.clone();
    if !per_carton_missing.is_empty() {
        per_carton_missing.push("product.per_carton".to_owned());
    }
    let carton = match per_carton {
        None => unanswered(PER_CARTON, per_carton_missing.clone()),
        Some(pieces) => Answer {
            code: PER_CARTON.to_owned(),
            value: Some(counted(pieces)),
            estimated: estimated && typed.is_none(),
            steps: vec![match typed {
                Some(_) => step("per_carton_typed", []),
                None => step(
                    "per_carton_by_weight",
                    [
                        ("limit", decimal(rules.carton_weight, 3, 0)),
                        (
                            "grams",
                            decimal(piece.and_then(tenths_of_grams).unwrap_or_default(), 1, 0),
                        ),
                    ],
                ),
            }],
            ..Answer::default()
        },
    };
    let copies = number(product, "quantity")
        .and_then(|ordered| ordered.checked_add(number(product, "spares").unwrap_or(0)));
    let no_quantity = copies.is_none().then(|| "product.quantity".to_owned());
    let cartons = match (per_carton, copies) {
        (Some(pieces), Some(copies)) => Answer {
            code: CARTONS.to_owned(),
            value: Some(counted(copies / pieces + i64::from(copies % pieces > 0))),
            estimated: estimated && typed.is_none(),
            steps: vec![step(
                "cartons_of",
                [
                    ("copies", Quantity(copies).to_string()),
                    ("pieces", counted(pieces)),
                ],
            )],
            ..Answer::default()
        },
        _ => {
            let mut missing = if per_carton.is_none() {
                per_carton_missing
            } else {
                Vec::new()
            };
            missing.extend(no_quantity.clone());
            unanswered(CARTONS, missing)
        }
    };
    let gross = piece
        .zip(copies)
        .and_then(|(piece, copies)| piece.checked_mul(Specks::from(copies)))
        .and_then(tenths_of_kilograms);
    let gross_weight = match (gross, copies) {
        (Some(tenths), Some(copies)) => Answer {
            code: GROSS_WEIGHT.to_owned(),
            value: Some(format!("{} kg", decimal(tenths, 1, 0))),
            estimated,
            steps: vec![step(
                "gross_weight_of",
                [
                    ("copies", Quantity(copies).to_string()),
                    (
                        "grams",
                        decimal(piece.and_then(tenths_of_grams).unwrap_or_default(), 1, 0),
                    ),
                ],
            )],
            ..Answer::default()
        },
        _ => {
            let mut missing = lacking;
            missing.extend(no_quantity);
            unanswered(GROSS_WEIGHT, missing)
        }
    };
    vec![weight, carton, cartons, gross_weight]
}
