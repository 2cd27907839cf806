//! The rules of every day at once: whoever reckons over a year asks for each order by the rules of its own day (F1-22).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::HouseRules;

/// The rules as they stood on any day.
#[derive(Debug)]
pub(crate) struct RulesOverTime {
    /// By the day from which they hold.
    changes: BTreeMap<NaiveDate, HouseRules>,
    /// What a house begins with.
    begun_with: HouseRules,
}

impl RulesOverTime {
    /// By the rules as they stood from each day on which one was set.
    pub(crate) fn of(changes: BTreeMap<NaiveDate, HouseRules>) -> Self {
        Self {
            changes,
            begun_with: HouseRules::default(),
        }
    }

    /// The rules in force on `day`.
    pub(crate) fn on(&self, day: NaiveDate) -> &HouseRules {
        let stood = self.changes.range(..=day).next_back();
        stood.map_or(&self.begun_with, |(_, rules)| rules)
    }
}
