//! The rules an act asks for by day, each day read once.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono::NaiveDate;

use super::{HouseRules, in_force};
use crate::error::DeskError;
use crate::storage::Connection;

/// The rules of the days an act has asked for.
#[derive(Debug)]
pub(crate) struct RulesByDay(BTreeMap<NaiveDate, HouseRules>);

impl RulesByDay {
    /// With those of one day, which were read already.
    pub(crate) fn of(day: NaiveDate, rules: HouseRules) -> Self {
        Self([(day, rules)].into())
    }

    /// The rules of `day`.
    ///
    /// # Errors
    /// When they cannot be read.
    pub(crate) async fn on(
        &mut self,
        connection: &mut Connection,
        day: NaiveDate,
    ) -> Result<&HouseRules, DeskError> {
        match self.0.entry(day) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(day) => {
                let rules = in_force(connection, *day.key()).await?;
                Ok(day.insert(rules))
            }
        }
    }
}
