//! Setting a rule from a day on (F1-22).

use chrono::NaiveDate;

use super::{HouseRules, Rule, SettingRefusal, queries};
use crate::Desk;
use crate::accounts::{Actor, Kept};
use crate::audit::Activity;
use crate::clock::{as_stored, in_shanghai};
use crate::error::DeskError;
use crate::orders::stand_by_rules;
use crate::storage::{Subject, Topic};

impl Desk {
    /// Puts `value`, as it is stored, in force from `effective_from` on.
    ///
    /// # Errors
    /// When `actor` may not, no reason is given, the rule does not take the value, orders of those days were decided by the
    /// value that was in force then, or acts of those days were asked for it.
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
        let today = in_shanghai(writer.at()).date();
        if rule.is_of_the_day() && effective_from < today {
            return Err(SettingRefusal::FromThePast.into());
        }
        if rule.decides() && effective_from <= today {
            let count = queries::decided_since(&mut writer, effective_from).await?;
            if count > 0 {
                let earliest = first_undecided(&mut writer, today).await?;
                return Err(SettingRefusal::RewritesDecided {
                    from: effective_from,
                    count,
                    earliest,
                }
                .into());
            }
        }
        writer.about(Subject::House);
        writer.touch(Topic::settings());
        writer.note("rule", rule.code());
        writer.note("from", effective_from.to_string());
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
        // Who may do what keeps no order back.
        if !matches!(rule, Rule::Who(_)) {
            // Days are counted by the calendar of today, whenever the order was dated.
            let calendar = matches!(rule, Rule::HouseDays | Rule::CalendarYears);
            let from = (!calendar).then_some(effective_from);
            stand_by_rules(&mut writer, from).await?;
            writer.about(Subject::House);
        }
        writer.commit().await
    }
}

/// Today while nothing of today is decided, else tomorrow.
async fn first_undecided(
    connection: &mut crate::storage::Connection,
    today: NaiveDate,
) -> Result<NaiveDate, DeskError> {
    let decided = queries::decided_since(connection, today).await?;
    Ok(if decided == 0 {
        today
    } else {
        today.succ_opt().unwrap_or(today)
    })
}
