//! The rules an act asks for by day, each day read once.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{HouseRules, in_force};
use crate::error::{DeskError, Failure};
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
        if !self.0.contains_key(&day) {
            let rules = in_force(connection, day).await?;
            self.0.insert(day, rules);
        }
        self.0
            .get(&day)
            .ok_or_else(|| Failure::Missing("setting_values").into())
    }
}
