//! Setting a rule from a day on (F1-22).

use chrono::NaiveDate;

use super::{HouseRules, Rule, SettingRefusal};
use crate::Desk;
use crate::accounts::{Actor, Role};
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::storage::{Subject, Topic};

/// Who may set the rules of the house: 管理员 and 管理层 (F1-22).
const WHO_SETS_RULES: &[Role] = &[
    Role::Administrator,
    Role::SalesDirector,
    Role::DeputyGeneralManager,
    Role::GeneralManager,
];

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
        actor.must_hold(WHO_SETS_RULES)?;
        if why.trim().is_empty() {
            return Err(SettingRefusal::NoReason.into());
        }
        HouseRules::default().take(rule, value)?;
        let mut writer = self.begin(actor, Activity::SetRule).await?;
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
