//! 权限表: who may do what today, for the screen of the people.

use super::authority::Power;
use super::wire::{PowerView, RuleChangeView};
use crate::Desk;
use crate::error::DeskError;
use crate::settings::{self, Rule, RuleChange};

impl Desk {
    /// Every line of the table of authority as it stands today.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn authority_table(&self) -> Result<Vec<PowerView>, DeskError> {
        let mut reader = self.read().await?;
        let rules = settings::in_force(&mut reader, self.today()).await?;
        let mut lines = Vec::with_capacity(Power::ALL.len());
        for power in Power::ALL {
            let history = settings::history(&mut reader, Rule::Who(*power)).await?;
            let history = history.into_iter().map(RuleChangeView::from).collect();
            lines.push(PowerView::of(*power, &rules.authority, history));
        }
        Ok(lines)
    }
}

impl From<RuleChange> for RuleChangeView {
    fn from(change: RuleChange) -> Self {
        Self {
            value: change.value,
            from: change.from,
            why: change.why,
            by: change.by,
            at: change.at,
        }
    }
}
