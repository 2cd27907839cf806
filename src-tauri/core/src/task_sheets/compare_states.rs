//! Two states of an order's sheet side by side: what was typed for one and for the other.

use serde::Serialize;
use ts_rs::TS;

use super::queries;
use super::state_of_sheet::label;
use crate::Desk;
use crate::error::{DeskError, Failure};
use crate::orders::diff;

/// A place in which two states differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatePlace {
    /// What it is called.
    pub label: String,
    /// What the earlier one says; empty where it says nothing.
    pub earlier: String,
    /// What the later one says; empty where it says nothing.
    pub later: String,
}

/// Two states of one order's sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatesCompared {
    /// `RW-2026-A000456 · V1`.
    pub earlier: String,
    /// When it was frozen (UTC).
    pub earlier_at: String,
    /// `RW-2026-A000456 · V1·改2`.
    pub later: String,
    /// When it was frozen (UTC).
    pub later_at: String,
    /// Where they differ, in the order of the form; what is reckoned follows from it and stands on the papers.
    pub places: Vec<StatePlace>,
}

impl Desk {
    /// Holds any two states of one order's sheet against each other, whichever is named first.
    ///
    /// # Errors
    /// When there is no such state, they are of different orders, or the database cannot be read.
    pub async fn compare_states(&self, one: i64, other: i64) -> Result<StatesCompared, DeskError> {
        let mut reader = self.read().await?;
        let earlier = queries::frozen(&mut reader, one.min(other)).await?;
        let later = queries::frozen(&mut reader, one.max(other)).await?;
        if earlier.order != later.order {
            return Err(Failure::Missing("sheet_states").into());
        }
        let named = |state: &queries::StateRow| {
            label(&state.sheet.number, state.sheet.version, state.change_index)
        };
        let places = diff(&earlier.specification, &later.specification);
        Ok(StatesCompared {
            earlier: named(&earlier.state),
            earlier_at: earlier.state.frozen_at,
            later: named(&later.state),
            later_at: later.state.frozen_at,
            places: places
                .into_iter()
                .map(|place| StatePlace {
                    label: place.label,
                    earlier: place.old,
                    later: place.new,
                })
                .collect(),
        })
    }
}
