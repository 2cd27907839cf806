//! Setting a rule from a day on (F1-22).

use chrono::NaiveDate;

use super::{HouseRules, Rule, SettingRefusal};
use crate::Desk;
use crate::accounts::{Actor, Kept};
use crate::audit::Activity;
use crate::clock::{as_stored, in_shanghai};
use crate::error::DeskError;
use crate::storage::{Subject, Topic};

impl Desk {
    /// Puts `value` in force from `effective_from` on.
    ///
    /// # Errors
    /// When `actor` may not, no reason is given, or the rule does not take the value.
    pub async fn set_rule(
        &self,
        actor: &Actor,
        rule: Rule,
        value: &str,
        effective_from: NaiveDate,
        why: &str,
    ) -> Result<Vec<Topic>, DeskError> {
        if why.trim().is_empty() {
            return Err(SettingRefusal::NoReason.into());
        }
        if let Rule::Who(power) = rule
            && power.kept() == Kept::Fixed
        {
            return Err(SettingRefusal::FixedByClause {
                power: power.code(),
                clause: power.clause(),
            }
            .into());
        }
        HouseRules::default().take(rule, value)?;
        let mut writer = self.begin(actor, Activity::SetRule).await?;
        // Who may do what is asked on the day of the act: a line set for the past would rewrite what was done.
        if matches!(rule, Rule::Who(_)) && effective_from < in_shanghai(writer.at()).date() {
            return Err(SettingRefusal::FromThePast.into());
        }
        writer.about(Subject::House);
        writer.note("rule", rule.code());
        let at = as_stored(writer.at());
        writer
            .insert(
                "setting_values",
                &[
                    ("key", rule.code().into()),
                    ("value", value.into()),
                    ("effective_from", effective_from.into()),
                    ("why", why.trim().into()),
                    ("set_by", actor.id().into()),
                    ("set_at", at.into()),
                ],
            )
            .await?;
        writer.commit().await
    }
}
