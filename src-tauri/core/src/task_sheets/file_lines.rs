//! The lines of the release check list that are about files: what is locked, what preflight found, and where finishing goes.

use super::CheckLine;
use crate::error::DeskError;
use crate::files::house_made;
use crate::orders::OrderFacts;
use crate::positions::{self, PositionBlock, finishing_steps, positions_block_release};
use crate::preflight::PreflightBlock;
use crate::storage::Connection;

/// The first file nobody looked at, on step 2.
const PREFLIGHT_UNSEEN: &str = "preflight.unseen";
/// The first file that is looked at by hand.
const PREFLIGHT_BY_HAND: &str = "preflight.by-hand";
/// The first 错误 that is not settled.
const PREFLIGHT_ERROR: &str = "preflight.error";
/// The first 警告 that is not settled.
const PREFLIGHT_WARNING: &str = "preflight.warning";
/// The first file of the house's own making, on step 2.
const HOUSE_MADE: &str = "files.house";

/// The files of a direct-lane customer are the customer's own; that none was changed is found out when the sheet is issued,
/// by reading them again.
pub(super) async fn locked_files(
    connection: &mut Connection,
    order: i64,
) -> Result<CheckLine, DeskError> {
    let house_made = house_made(connection, order).await?;
    Ok(if house_made.is_empty() {
        CheckLine::green("locked_files", "S-4.2.1b", 2)
    } else {
        CheckLine::red("locked_files", "S-4.2.1b", 2)
            .with("names", house_made.join("、"))
            .at(Some(HOUSE_MADE.to_owned()))
    })
}

/// 预检 (S-4.1.4).
pub(super) fn preflight_lines(blocks: &[PreflightBlock]) -> Vec<CheckLine> {
    let line = |block: &PreflightBlock| {
        let (line, path) = match block {
            PreflightBlock::Unseen { names } => (
                CheckLine::red("preflight_missing", "S-4.1.4", 2).with("names", names.join("、")),
                PREFLIGHT_UNSEEN,
            ),
            PreflightBlock::ByHand { names } => (
                CheckLine::red("preflight_by_hand", "S-4.1.4", 2).with("names", names.join("、")),
                PREFLIGHT_BY_HAND,
            ),
            PreflightBlock::Errors { count } => (
                CheckLine::red("preflight_errors", "S-4.1.4", 2).with("count", count),
                PREFLIGHT_ERROR,
            ),
            PreflightBlock::Warnings {
                count,
                blocks: true,
            } => (
                CheckLine::red("preflight_warnings", "S-4.1.4", 2).with("count", count),
                PREFLIGHT_WARNING,
            ),
            PreflightBlock::Warnings {
                count,
                blocks: false,
            } => (
                CheckLine::amber("preflight_warnings", "S-4.1.4", 2).with("count", count),
                PREFLIGHT_WARNING,
            ),
        };
        line.at(Some(path.to_owned()))
    };
    let lines: Vec<CheckLine> = blocks.iter().map(line).collect();
    if lines.is_empty() {
        vec![CheckLine::green("preflight", "S-4.1.4", 2)]
    } else {
        lines
    }
}

/// Each process that needs a position has one that holds (S-4.2.6); no line where none needs one.
pub(super) async fn position_lines(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Vec<CheckLine>, DeskError> {
    let steps = finishing_steps(facts);
    if !steps.iter().any(|step| step.asked) {
        return Ok(Vec::new());
    }
    let marked: Vec<_> = positions::of_order(connection, facts.id)
        .await?
        .into_iter()
        .map(|row| (row.step.clone(), row.standing()))
        .collect();
    let blocks = positions_block_release(&steps, &marked);
    if blocks.is_empty() {
        return Ok(vec![CheckLine::green("positions", "S-4.2.6", 3)]);
    }
    let line = |block: &PositionBlock| {
        let (code, step) = match block {
            PositionBlock::Missing(step) => ("position_missing", step),
            PositionBlock::Stale(step) => ("position_stale", step),
        };
        let process = match step.component.as_str() {
            "" => step.process.clone(),
            component => format!("{component} {}", step.process),
        };
        CheckLine::red(code, "S-4.2.6", 3)
            .with("process", process)
            .at(Some(format!("position.{}", step.key)))
    };
    Ok(blocks.iter().map(line).collect())
}
