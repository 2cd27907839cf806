//! Which positions stand on the task sheet that is issued: those any state of the version in force was frozen with (S-4.4.2).

use std::collections::BTreeSet;

use super::queries::{self, PositionRow};
use super::rules::{FinishingStep, finishing_steps};
use crate::error::DeskError;
use crate::orders::OrderFacts;
use crate::storage::Connection;

/// What the issued sheet says of positions; nothing while none is issued.
#[derive(Debug, Default)]
pub(super) struct OnSheet {
    words: BTreeSet<String>,
    steps: BTreeSet<String>,
}

impl OnSheet {
    /// Reads it of the version in force.
    ///
    /// # Errors
    /// When the database cannot be read, or holds a sheet that cannot be.
    pub(super) async fn read(
        connection: &mut Connection,
        facts: &OrderFacts,
    ) -> Result<Self, DeskError> {
        if !facts.issued {
            return Ok(Self::default());
        }
        let steps = finishing_steps(facts).into_iter();
        Ok(Self {
            words: queries::words_on_sheet(connection, facts.id).await?,
            steps: steps.map(|step: FinishingStep| step.key).collect(),
        })
    }

    /// Whether a position stands on it; one of a process that has left the order no longer does.
    pub(super) fn says(&self, row: &PositionRow) -> bool {
        self.steps.contains(&row.step) && self.words.contains(&row.label())
    }

    /// The row keys of the processes that have a position on it.
    pub(super) fn steps_of(&self, rows: &[PositionRow]) -> Vec<String> {
        let on_sheet = rows.iter().filter(|row| self.says(row));
        on_sheet.map(|row| row.step.clone()).collect()
    }
}
