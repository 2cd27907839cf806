//! The release check list: whatever still keeps the task sheet back, in one list, each line with its clause and the
//! place where it is mended (S-4.4.1).

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::queries;
use crate::accounts::Signature;
use crate::error::DeskError;
use crate::orders::{
    MaterialBlock, OrderFacts, VerificationView, confirmation_view, label_of, material_blocks,
    verification_view,
};
use crate::review::{Ordered, ReviewBlock, Trigger, review_blocks_release, review_facts};
use crate::samples::{SampleBlock, sample_facts, samples_block_release};
use crate::storage::Connection;

/// A line of the check list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckLine {
    /// What it says, for the window's words.
    pub code: &'static str,
    /// The clause behind it.
    pub clause: &'static str,
    /// Whether it is green.
    pub ok: bool,
    /// Facts for the words.
    pub params: BTreeMap<&'static str, String>,
    /// The step of the rail where it is mended.
    pub step: u8,
    /// The field to land on, where it is a field.
    pub path: Option<String>,
}

impl CheckLine {
    fn green(code: &'static str, clause: &'static str, step: u8) -> Self {
        Self {
            code,
            clause,
            ok: true,
            params: BTreeMap::new(),
            step,
            path: None,
        }
    }

    fn red(code: &'static str, clause: &'static str, step: u8) -> Self {
        Self {
            ok: false,
            ..Self::green(code, clause, step)
        }
    }

    fn with(mut self, name: &'static str, fact: impl ToString) -> Self {
        self.params.insert(name, fact.to_string());
        self
    }

    fn at(mut self, path: Option<String>) -> Self {
        self.path = path;
        self
    }
}

/// The check list of an order as it stands on `today`.
///
/// # Errors
/// When the database cannot be read.
pub async fn check_list(
    connection: &mut Connection,
    facts: &OrderFacts,
    today: chrono::NaiveDate,
) -> Result<Vec<CheckLine>, DeskError> {
    let mut lines = vec![starred(facts)];
    let confirmation = confirmation_view(connection, facts).await?;
    lines.push(if confirmation.up_to_date {
        CheckLine::green("read_back", "S-4.1.2", 1)
    } else {
        CheckLine::red("read_back", "S-4.1.2", 1)
            .with("count", confirmation.stale_paths.len())
            .at(confirmation.stale_paths.first().cloned())
    });
    lines.extend(verified(&verification_view(connection, facts).await?));
    lines.push(material(material_blocks(connection, facts).await?));
    lines.extend(samples(&samples_block_release(
        &sample_facts(connection, facts.id).await?,
        today,
    )));
    let ordered = Ordered::read(connection, facts.id, today).await?;
    let review = review_facts(connection, facts.id).await?;
    let asked = review.is_some() || !ordered.triggers.is_empty();
    lines.extend(reviewed(
        &review_blocks_release(&ordered.triggers, review.as_ref(), &ordered.now),
        asked,
    ));
    lines.push(match check_signature(connection, facts).await? {
        Some(signature) => {
            let line = CheckLine::green("check", "S-4.4.1", 5).with("signer", &signature.signer);
            match signature.recorded {
                Some(medium) => line.with("recorded", medium.code()),
                None => line,
            }
        }
        // A 审核 of other content has been given: it no longer counts, and says so.
        None => match queries::latest_check(connection, facts.id).await? {
            Some(stale) => CheckLine::red("check_stale", "S-4.4.1", 5).with("signer", stale.signer),
            None => CheckLine::red("check", "S-4.4.1", 5),
        },
    });
    Ok(lines)
}

/// The 审核 that counts for the order as it stands, if any.
///
/// # Errors
/// When the database cannot be read.
pub async fn check_signature(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Option<Signature>, DeskError> {
    let hash = facts.specification.content_hash();
    Ok(queries::latest_check(connection, facts.id)
        .await?
        .filter(|signature| signature.counts_for(&hash)))
}

/// The starred fields of FIELDS A-D.
fn starred(facts: &OrderFacts) -> CheckLine {
    let missing = facts.specification.missing();
    if missing.is_empty() {
        return CheckLine::green("starred_fields", "S-4.4.1", 1);
    }
    let labels: Vec<String> = missing
        .iter()
        .map(|path| label_of(&facts.specification, path))
        .collect();
    CheckLine::red("starred_fields", "S-4.4.1", 1)
        .with("count", missing.len())
        .with("missing", labels.join("、"))
        .at(missing.into_iter().next())
}

/// 核实 (F1-05a); no line where the house asks for none.
fn verified(view: &VerificationView) -> Option<CheckLine> {
    if !view.required {
        return None;
    }
    let open: Vec<_> = view.items.iter().filter(|item| !item.holds).collect();
    Some(match open.first() {
        None => CheckLine::green("verified", "F1-05", 1),
        Some(first) => CheckLine::red("verified", "F1-05", 1)
            .with("count", open.len())
            .at(Some(format!("verify.{}", first.item))),
    })
}

/// 资料审核 (S-4.1.3).
fn material(block: Option<MaterialBlock>) -> CheckLine {
    let red = |code, path: &str| CheckLine::red(code, "S-4.1.3", 1).at(Some(path.to_owned()));
    match block {
        None => CheckLine::green("material", "S-4.1.3", 1),
        Some(MaterialBlock::Findings { count }) => {
            red("material_findings", "finding.open").with("count", count)
        }
        Some(MaterialBlock::NotAudited) => red("material_unaudited", "material.audit"),
        Some(MaterialBlock::Stale) => red("material_stale", "material.audit"),
    }
}

fn samples(blocks: &[SampleBlock]) -> Vec<CheckLine> {
    let line = |block: &SampleBlock| match block {
        SampleBlock::NoSample => CheckLine::red("sample_missing", "S-4.2.2", 3),
        SampleBlock::Unstamped { number } => {
            CheckLine::red("sample_unstamped", "S-4.2.4", 3).with("number", number)
        }
        SampleBlock::Stale { number } => {
            CheckLine::red("sample_stale", "S-4.2.4", 3).with("number", number)
        }
        SampleBlock::Expired {
            number,
            valid_until,
        } => CheckLine::red("sample_expired", "S-4.2.4", 3)
            .with("number", number)
            .with("day", valid_until),
    };
    if blocks.is_empty() {
        vec![CheckLine::green("samples", "S-4.2.4", 3)]
    } else {
        blocks.iter().map(line).collect()
    }
}

fn reviewed(blocks: &[ReviewBlock], asked: bool) -> Vec<CheckLine> {
    let line = |block: &ReviewBlock| match block {
        ReviewBlock::Required { triggers } => {
            let letters: Vec<&str> = triggers.iter().copied().map(Trigger::code).collect();
            let words: Vec<String> = triggers.iter().copied().map(Trigger::printed).collect();
            CheckLine::red("review_required", "S-4.3.1", 4)
                .with("letters", letters.join("、"))
                .with("why", words.join("；"))
        }
        ReviewBlock::OpinionMissing { department } => {
            CheckLine::red("review_opinion_missing", "S-4.3.1", 4)
                .with("department", department.code())
        }
        ReviewBlock::OpinionStale { department } => {
            CheckLine::red("review_opinion_stale", "S-4.3.2", 4)
                .with("department", department.code())
        }
        ReviewBlock::RouteMissing => CheckLine::red("review_route_missing", "S-4.3.1", 4),
        ReviewBlock::PointsUnanswered { count } => {
            CheckLine::red("review_points_unanswered", "S-4.3.2", 4).with("count", count)
        }
        ReviewBlock::NotConcluded => CheckLine::red("review_not_concluded", "S-4.3.1", 4),
        ReviewBlock::ConclusionStale => CheckLine::red("review_conclusion_stale", "S-4.3.2", 4),
        ReviewBlock::Declined => CheckLine::red("review_declined", "S-4.3.1", 4),
    };
    if !blocks.is_empty() {
        return blocks.iter().map(line).collect();
    }
    vec![CheckLine::green(
        if asked { "review" } else { "review_not_needed" },
        "S-4.3.1",
        4,
    )]
}
