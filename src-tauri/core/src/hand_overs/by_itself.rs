//! The lines the desk writes itself.

use super::{Occasion, queries};
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::orders::fields::Level;
use crate::orders::{OrderFacts, OrderKind};
use crate::proofs::{self, Chosen};
use crate::review::Ordered;
use crate::storage::{Connection, Writer};

/// The department that makes forms and plates.
pub(super) const PREPRESS: &str = "印前/工艺";

/// The department that plans what is made (F4-5e).
const PLANNING: &str = "PMC";

/// A review was opened under its number: each department that has to give its opinion is told why (F1-07, S-4.3.1).
pub(crate) async fn on_review(
    writer: &mut Writer,
    facts: &OrderFacts,
    number: &str,
    ordered: &Ordered,
) -> Result<(), DeskError> {
    let why: Vec<String> = ordered
        .triggers
        .iter()
        .map(|trigger| trigger.printed())
        .collect();
    let content = match why.as_slice() {
        [] => format!("订单评审 {number}"),
        _ => format!("订单评审 {number}：{}", why.join("；")),
    };
    let departments: Vec<String> = ordered
        .asked
        .iter()
        .map(|department| department.printed().to_owned())
        .collect();
    tell(writer, facts, Occasion::Review, &departments, &content).await
}

/// An order took effect: 生产, 储运 and whom else the house names are told at once (F7-09).
pub(crate) async fn on_effect(writer: &mut Writer, facts: &OrderFacts) -> Result<(), DeskError> {
    let what = if facts.effect_at.is_some() {
        "更改后再次生效"
    } else {
        "订单生效"
    };
    let content = format!("{what}：{}", in_short(facts));
    let departments = &facts.rules.hand_over_at_effect;
    tell(writer, facts, Occasion::Effect, departments, &content).await
}

/// The sheet `label` is issued: it goes to 印前/工艺, 生产 and whom else the house names (F1-07). Where the order goes by a proof
/// of lane B, 印前/工艺 gets that with the sheet, whomever else the house names (S-4.2.3B-3).
pub(crate) async fn on_release(
    writer: &mut Writer,
    facts: &OrderFacts,
    label: &str,
) -> Result<(), DeskError> {
    let content = format!("生产任务书 {label}");
    let mut departments = facts.rules.hand_over_at_release.clone();
    let proof = proofs::agreed_proof(writer, facts)
        .await?
        .filter(|proof| proof.lane == Chosen::B);
    if let Some(proof) = proof {
        departments.retain(|department| department != PREPRESS);
        let with_proof = format!(
            "{content}；{}（第 {} 轮，{}，{} 签）",
            proof.medium.printed(),
            proof.round,
            proof.sample,
            proof.signer
        );
        let prepress = [PREPRESS.to_owned()];
        tell(writer, facts, Occasion::Release, &prepress, &with_proof).await?;
    }
    tell(writer, facts, Occasion::Release, &departments, &content).await
}

/// The sheet became the version `label`, and the one before it is void: whoever was given the first is given this one, too
/// (F1-07, S-4.4.2b). Of a sheet from before that was written down, those the house names.
pub(crate) async fn on_version(
    writer: &mut Writer,
    facts: &OrderFacts,
    label: &str,
    void: i64,
) -> Result<(), DeskError> {
    let mut departments = queries::released_to(writer, facts.id).await?;
    if departments.is_empty() {
        departments.clone_from(&facts.rules.hand_over_at_release);
    }
    let content = format!("生产任务书 {label}；V{void} 作废，请收回");
    tell(writer, facts, Occasion::Version, &departments, &content).await
}

/// The day of what is made for stock moved by a signed change: PMC is told (F4-5e). `moved` says each day that was changed,
/// from which to which.
pub(crate) async fn on_day_moved(
    writer: &mut Writer,
    facts: &OrderFacts,
    label: &str,
    moved: &[String],
) -> Result<(), DeskError> {
    if facts.kind() != OrderKind::Stock || moved.is_empty() {
        return Ok(());
    }
    let content = format!("{label}：{}", moved.join("；"));
    let planning = [PLANNING.to_owned()];
    tell(writer, facts, Occasion::DayMoved, &planning, &content).await
}

/// Whoever was told of an order: once its sheet is issued those who were given it, and PMC; before that those who were told when it
/// took effect (F1-07, F7-09). Nobody before.
pub(crate) async fn told_of(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Vec<String>, DeskError> {
    if !facts.issued {
        let told = facts.effect_at.is_some();
        return Ok(if told {
            facts.rules.hand_over_at_effect.clone()
        } else {
            Vec::new()
        });
    }
    let mut departments = queries::released_to(connection, facts.id).await?;
    if departments.is_empty() {
        departments.clone_from(&facts.rules.hand_over_at_release);
    }
    if !departments.iter().any(|department| department == PLANNING) {
        departments.push(PLANNING.to_owned());
    }
    Ok(departments)
}

/// The order rests, goes on, or is cancelled: whoever was told of it is told so (F1-11).
pub(crate) async fn on_halt(
    writer: &mut Writer,
    facts: &OrderFacts,
    occasion: Occasion,
    content: &str,
) -> Result<(), DeskError> {
    let departments = told_of(writer, facts).await?;
    tell(writer, facts, occasion, &departments, content).await
}

/// What it is, how much of it, and by when.
fn in_short(facts: &OrderFacts) -> String {
    let specification = &facts.specification;
    let shown = |level: Level, key: &str| {
        let record = match level {
            Level::Order => &specification.order,
            _ => &specification.product,
        };
        level
            .field(key)
            .zip(record.get(key))
            .map(|(field, value)| value.shown(field))
            .unwrap_or_default()
    };
    let quantity = format!(
        "{} {}",
        shown(Level::Product, "quantity"),
        shown(Level::Product, "unit")
    );
    let day = shown(Level::Order, "confirmed_date");
    let parts = [
        facts.product_name().to_owned(),
        quantity.trim().to_owned(),
        if day.is_empty() {
            day
        } else {
            format!("交期 {day}")
        },
    ];
    let filled: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    filled.join("，")
}

async fn tell(
    writer: &mut Writer,
    facts: &OrderFacts,
    occasion: Occasion,
    departments: &[String],
    content: &str,
) -> Result<(), DeskError> {
    let (at, by) = (as_stored(writer.at()), writer.actor().account()?);
    for department in departments {
        writer
            .insert(
                "hand_overs",
                &[
                    ("order_id", facts.id.into()),
                    ("occasion", occasion.code().into()),
                    ("department", department.as_str().into()),
                    ("person", "".into()),
                    ("content", content.into()),
                    ("handed_at", at.as_str().into()),
                    ("handed_by", by.into()),
                ],
            )
            .await?;
    }
    Ok(())
}
