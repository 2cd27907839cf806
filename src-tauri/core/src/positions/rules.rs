//! Which positions hold, and which processes hold the task sheet back for want of one (S-4.2.6).

use super::PositionRefusal;
use super::finish::needs_position;
use super::queries::MarkedFor;
use crate::orders::{OrderFacts, Row, Specification};

/// A step of finishing, as far as positions ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinishingStep {
    /// Its row key.
    pub key: String,
    /// 工艺.
    pub process: String,
    /// Name of the component it is done to; empty for the whole.
    pub component: String,
    /// The component as it stands in the row.
    pub(super) component_as_written: String,
    /// Row key of that component; empty for the whole.
    pub component_key: String,
    /// It needs a position (需标位置).
    pub asked: bool,
}

impl FinishingStep {
    /// What a position that is marked now is marked for.
    pub(super) fn marked_for(&self) -> MarkedFor {
        MarkedFor {
            process: self.process.clone(),
            component: self.component_as_written.clone(),
        }
    }
}

/// How a position stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    Holds,
    /// A newer version of its file came since, or its step became another process or went to another component.
    Stale,
    /// Its file is out of use.
    OutOfUse,
}

/// Why the task sheet is held back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PositionBlock {
    /// The process has no position.
    Missing(FinishingStep),
    /// It has one, of before something it was marked for changed.
    Stale(FinishingStep),
}

/// The steps of finishing of an order, in the order they are done.
#[must_use]
pub fn finishing_steps(facts: &OrderFacts) -> Vec<FinishingStep> {
    let specification = &facts.specification;
    let asked = &facts.rules.position_processes;
    specification
        .finishing
        .iter()
        .map(|row| {
            let text = |key: &str| row.values.get(key).and_then(|value| value.text());
            let process = text("process").unwrap_or_default().to_owned();
            let component = text("component").unwrap_or_default();
            let named = component_of(specification, component);
            FinishingStep {
                key: row.key.clone(),
                asked: needs_position(&process, asked),
                process,
                component_as_written: component.to_owned(),
                component: named.map_or(component, name_of).to_owned(),
                component_key: named.map(|row| row.key.clone()).unwrap_or_default(),
            }
        })
        .collect()
}

fn component_of<'a>(specification: &'a Specification, key: &str) -> Option<&'a Row> {
    specification
        .components
        .iter()
        .find(|row| row.key == key || name_of(row) == key)
        .filter(|_| !key.is_empty())
}

fn name_of(row: &Row) -> &str {
    row.values
        .get("name")
        .and_then(|value| value.text())
        .unwrap_or_default()
}

/// Decides which processes hold the task sheet back: each that needs a position has at least one that holds.
#[must_use]
pub fn positions_block_release(
    steps: &[FinishingStep],
    positions: &[(String, Standing)],
) -> Vec<PositionBlock> {
    let of = |step: &FinishingStep, wanted: Standing| {
        positions
            .iter()
            .any(|(key, standing)| *key == step.key && *standing == wanted)
    };
    steps
        .iter()
        .filter(|step| step.asked && !of(step, Standing::Holds))
        .map(|step| {
            if of(step, Standing::Stale) {
                PositionBlock::Stale(step.clone())
            } else {
                PositionBlock::Missing(step.clone())
            }
        })
        .collect()
}

/// A position before it is saved, as far as the sheet asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Before {
    /// Its row key.
    pub(super) key: String,
    /// It stands on the sheet that is issued, and so does its process.
    pub(super) on_sheet: bool,
    /// What the sheet says of it: process, name, tool, page and place, whatever version of its file it is marked on.
    pub(super) place: String,
}

/// A position as it is to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct After {
    /// Its row key.
    pub(super) key: String,
    /// Row key of its process.
    pub(super) step: String,
    /// As [`Before::place`].
    pub(super) place: String,
}

/// Refuses to change what stands on an issued sheet (S-4.4.2): a position on it may be taken over to a new version of its file
/// or to what its process has become, as it is, and neither moves nor goes; a process that has one there, of `printed`, gets no
/// other. What a signed change brought and no sheet says yet is free.
///
/// # Errors
/// When a position on the sheet would move, go, or get company.
pub(super) fn check_issued(
    before: &[Before],
    after: &[After],
    printed: &[String],
) -> Result<(), PositionRefusal> {
    let stays = |old: &Before| {
        after
            .iter()
            .any(|now| now.key == old.key && now.place == old.place)
    };
    if before.iter().any(|old| old.on_sheet && !stays(old)) {
        return Err(PositionRefusal::Issued);
    }
    let on_sheet = |key: &String| before.iter().any(|old| old.on_sheet && old.key == *key);
    if after
        .iter()
        .any(|now| !on_sheet(&now.key) && printed.contains(&now.step))
    {
        return Err(PositionRefusal::Issued);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(key: &str, asked: bool) -> FinishingStep {
        FinishingStep {
            key: key.to_owned(),
            process: "烫金".to_owned(),
            component: "封面".to_owned(),
            component_as_written: "封面".to_owned(),
            component_key: "c1".to_owned(),
            asked,
        }
    }

    #[test]
    fn clause_s_4_2_6_a_process_without_a_position_holds_the_sheet_back() {
        let at = |key: &str, standing| (key.to_owned(), standing);
        let (foil, film) = (step("f1", true), step("f2", false));
        let missing = vec![PositionBlock::Missing(foil.clone())];
        let stale = vec![PositionBlock::Stale(foil.clone())];
        let table = [
            (vec![], missing.clone()),
            (vec![at("f2", Standing::Holds)], missing.clone()),
            (vec![at("f1", Standing::OutOfUse)], missing),
            (vec![at("f1", Standing::Stale)], stale),
            (vec![at("f1", Standing::Holds)], vec![]),
            (
                vec![at("f1", Standing::Stale), at("f1", Standing::Holds)],
                vec![],
            ),
        ];
        for (positions, expected) in table {
            let steps = [foil.clone(), film.clone()];
            assert_eq!(
                positions_block_release(&steps, &positions),
                expected,
                "{positions:?}"
            );
        }
        assert_eq!(positions_block_release(&[film], &[]), []);
    }

    #[test]
    fn clause_s_4_4_2_what_stands_on_an_issued_sheet_is_not_moved() {
        let old = |on_sheet| {
            vec![Before {
                key: "p1".to_owned(),
                on_sheet,
                place: "A".to_owned(),
            }]
        };
        let new = |key: &str, step: &str, place: &str| After {
            key: key.to_owned(),
            step: step.to_owned(),
            place: place.to_owned(),
        };
        let printed = ["f1".to_owned()];
        let table = [
            // As it is, also where it is taken over.
            (true, vec![new("p1", "f1", "A")], true),
            (true, vec![new("p1", "f1", "B")], false),
            (true, vec![], false),
            (
                true,
                vec![new("p1", "f1", "A"), new("p2", "f1", "C")],
                false,
            ),
            // A process a signed change brought gets its place.
            (true, vec![new("p1", "f1", "A"), new("p2", "f2", "C")], true),
            // What no sheet says yet is moved, and goes.
            (false, vec![new("p1", "f2", "B")], true),
            (false, vec![], true),
            (false, vec![new("p1", "f1", "A")], false),
        ];
        for (on_sheet, after, well) in table {
            let found = check_issued(&old(on_sheet), &after, &printed);
            assert_eq!(found.is_ok(), well, "{on_sheet} {after:?}");
        }
    }
}
