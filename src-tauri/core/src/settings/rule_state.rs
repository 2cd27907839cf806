//! A rule on a screen: what holds today, what was set when and why; and setting it as typed.

use super::wire::{RuleState, SetRuleRequest};
use super::{Rule, SettingRefusal, history, in_force, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::calendar::{BusinessDay, HouseDays};
use crate::error::DeskError;
use crate::typed::{self, Expected};
use crate::wire::Done;

impl Desk {
    /// Idle minutes after which the screen locks, by the rule of today.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn lock_after_minutes(&self) -> Result<i64, DeskError> {
        let rules = in_force(&mut *self.read().await?, self.today()).await?;
        Ok(rules.lock_after_minutes)
    }

    /// A rule as it holds today.
    ///
    /// # Errors
    /// When there is no such rule, or the database cannot be read.
    pub async fn rule_state(&self, code: &str) -> Result<RuleState, DeskError> {
        let rule = rule_of(code)?;
        let mut reader = self.read().await?;
        let value = queries::standing(&mut reader, rule, self.today()).await?;
        let changes = history(&mut reader, rule).await?;
        Ok(RuleState {
            rule: code.to_owned(),
            value,
            history: changes.into_iter().map(Into::into).collect(),
        })
    }

    /// Sets a rule from the day that was typed on.
    ///
    /// # Errors
    /// As [`set_rule`](Self::set_rule), and when the rule or the day is none.
    pub async fn set_rule_as_typed(
        &self,
        actor: &Actor,
        request: SetRuleRequest,
    ) -> Result<Done<()>, DeskError> {
        let rule = rule_of(&request.rule)?;
        let today = BusinessDay(self.today());
        let from = if request.from.trim().is_empty() {
            today
        } else {
            typed::date(&request.from, today, Expected::Any, &HouseDays::default())
                .map_err(|_| SettingRefusal::BadDay {
                    text: request.from.clone(),
                })?
                .day
        };
        let value = request.value.trim();
        let changed = self
            .set_rule(actor, rule, value, from.0, &request.why)
            .await?;
        Ok(Done { value: (), changed })
    }
}

fn rule_of(code: &str) -> Result<Rule, SettingRefusal> {
    Rule::from_code(code).ok_or_else(|| SettingRefusal::NoSuchRule {
        rule: code.to_owned(),
    })
}
