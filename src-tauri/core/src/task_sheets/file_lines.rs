//! The lines of the release check list that are about files: what is locked, what preflight found, and where finishing goes.

use super::CheckLine;
use crate::error::DeskError;
use crate::files::{FileInUse, house_made};
use crate::orders::{OrderFacts, Row, Specification, inks_of, is_printed};
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
/// Where files are received, on step 2.
const RECEIVE: &str = "files.receive";
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

/// Each printed component has a file, whatever lane and kind the order is of (S-4.1.1b, S-4.4.1A-2); no line where none is
/// missing.
pub(super) fn missing_files(facts: &OrderFacts, in_use: &[FileInUse]) -> Option<CheckLine> {
    let components: Vec<&str> = in_use.iter().map(|file| file.component.as_str()).collect();
    let without = without_file(&facts.specification, &components);
    if without.is_empty() {
        return None;
    }
    let names: Vec<&str> = without
        .iter()
        .map(|row| {
            let name = row.values.get("name").and_then(|name| name.text());
            name.unwrap_or("部件")
        })
        .collect();
    let line = CheckLine::red("files_missing", "S-4.4.1A-2", 2)
        .with("names", names.join("、"))
        .at(Some(RECEIVE.to_owned()));
    Some(line)
}

/// The components of which colours are ordered and no file is in use; `files` are the components of the files in use, empty
/// of a file for the order as a whole, which shows them all. 0+0 without a spot needs no file; of a component nobody knows
/// the colours of yet the starred fields speak.
fn without_file<'a>(specification: &'a Specification, files: &[&str]) -> Vec<&'a Row> {
    if files.iter().any(|component| component.is_empty()) {
        return Vec::new();
    }
    let printed = |row: &&Row| {
        let inks = inks_of(&row.values);
        is_printed(&row.values) && inks.front() + inks.back() > 0
    };
    specification
        .components
        .iter()
        .filter(printed)
        .filter(|row| !files.contains(&row.key.as_str()))
        .collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imposition::Colours;
    use crate::orders::Value;

    fn component(key: &str, colours: Option<(u8, u8)>, spot: &str, style: &'static str) -> Row {
        let mut values = crate::orders::Record::new();
        if let Some((front, back)) = colours {
            values.insert("colours", Value::Colours(Colours::new(front, back)));
        }
        if !spot.is_empty() {
            values.insert("spots_back", Value::Text(spot.to_owned()));
        }
        if !style.is_empty() {
            values.insert("work_style", Value::Choice(style));
        }
        Row {
            key: key.to_owned(),
            values,
        }
    }

    #[test]
    fn clause_s_4_4_1a_2_a_component_with_colours_needs_a_file_and_0_0_needs_none() {
        let specification = Specification {
            components: vec![
                component("c1", Some((4, 0)), "", "one_side"),
                component("c2", Some((0, 0)), "", ""),
                component("c3", Some((4, 4)), "", "unprinted"),
                component("c4", Some((0, 0)), "PANTONE 871 C", ""),
                component("c5", None, "", ""),
                component("c6", Some((0, 1)), "", ""),
            ],
            ..Specification::default()
        };
        let missing = |files: &[&str]| {
            without_file(&specification, files)
                .iter()
                .map(|row| row.key.clone())
                .collect::<Vec<_>>()
        };
        for (files, expected) in [
            (&[][..], &["c1", "c4", "c6"][..]),
            (&["c1"], &["c4", "c6"]),
            (&["c6", "c2", "c1", "c1"], &["c4"]),
            (&["c4", "c6", "c1"], &[]),
            // A file for the order as a whole shows them all.
            (&[""], &[]),
        ] {
            assert_eq!(missing(files), expected, "{files:?}");
        }
    }
}
