//! The rules in the database.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sqlx::Row as _;

use super::over_time::RulesOverTime;
use super::start_values::default_of;
use super::{HouseRules, Rule};
use crate::error::{DeskError, Failure};
use crate::storage::{Connection, Question, Row};

/// The rules in force on `day`.
///
/// # Errors
/// When the store holds a value this version does not understand.
pub async fn in_force(
    connection: &mut Connection,
    day: NaiveDate,
) -> Result<HouseRules, DeskError> {
    rules_on(day).ask(connection).await
}

/// As [`in_force`], to be asked with something else.
pub(crate) fn rules_on(day: NaiveDate) -> Question<HouseRules> {
    let sql = "SELECT key, value FROM setting_values WHERE effective_from <= $1 ORDER BY effective_from, id";
    Question::new(sql, [day.to_string().into()], |rows| rules_from(&rows))
}

fn rules_from(rows: &[Row]) -> Result<HouseRules, DeskError> {
    let mut rules = HouseRules::default();
    for row in rows {
        take(&mut rules, row)?;
    }
    Ok(rules)
}

fn take(rules: &mut HouseRules, row: &Row) -> Result<(), DeskError> {
    let key: String = row.try_get("key")?;
    let value: String = row.try_get("value")?;
    rules
        .take(rule_of(&key)?, &value)
        .map_err(|_| Failure::UnknownValue {
            what: "setting_values.value",
            value,
        })?;
    Ok(())
}

/// The rules of all days, for whoever reckons over years.
pub(crate) async fn rules_over_time(
    connection: &mut Connection,
) -> Result<RulesOverTime, DeskError> {
    let rows = sqlx::query(
        "SELECT key, value, effective_from FROM setting_values ORDER BY effective_from, id",
    )
    .fetch_all(connection)
    .await?;
    let mut rules = HouseRules::default();
    let mut changes = BTreeMap::new();
    for row in &rows {
        let from: String = row.try_get("effective_from")?;
        let from: NaiveDate = from.parse().map_err(|_| Failure::UnknownValue {
            what: "setting_values.effective_from",
            value: from.clone(),
        })?;
        take(&mut rules, row)?;
        changes.insert(from, rules.clone());
    }
    Ok(RulesOverTime::of(changes))
}

/// What the house has set for `rule`, the newest first: value, first day, why, who, when.
pub(crate) async fn history(
    connection: &mut Connection,
    rule: Rule,
) -> Result<Vec<RuleChange>, DeskError> {
    let rows = sqlx::query(
        "SELECT s.value, s.effective_from, s.why, s.set_at, a.name FROM setting_values s LEFT JOIN accounts a ON a.id = s.set_by WHERE s.key = $1 ORDER BY s.id DESC",
    )
    .bind(rule.code())
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(RuleChange {
                value: row.try_get("value")?,
                from: row.try_get("effective_from")?,
                why: row.try_get("why")?,
                by: row
                    .try_get::<Option<String>, _>("name")?
                    .unwrap_or_default(),
                at: row.try_get("set_at")?,
            })
        })
        .collect()
}

/// One value the house has set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RuleChange {
    pub(crate) value: String,
    pub(crate) from: String,
    pub(crate) why: String,
    pub(crate) by: String,
    pub(crate) at: String,
}

fn rule_of(key: &str) -> Result<Rule, Failure> {
    Rule::from_code(key).ok_or_else(|| Failure::UnknownValue {
        what: "setting_values.key",
        value: key.to_owned(),
    })
}

/// A value somebody set.
#[derive(Clone, Debug)]
pub(super) struct SetValue {
    pub(super) rule: Rule,
    pub(super) value: String,
    pub(super) from: String,
    pub(super) why: String,
    pub(super) by: String,
    pub(super) at: String,
}

/// Every value anybody set; of two for one day the later counts.
pub(super) async fn all(connection: &mut Connection) -> Result<Vec<SetValue>, DeskError> {
    let rows = sqlx::query(
        "SELECT s.key, s.value, s.effective_from, s.why, s.set_at, a.name AS set_by FROM setting_values s \
         LEFT JOIN accounts a ON a.id = s.set_by ORDER BY s.effective_from, s.id",
    )
    .fetch_all(connection)
    .await?;
    let value = |row: &Row| -> Result<SetValue, DeskError> {
        let key: String = row.try_get("key")?;
        Ok(SetValue {
            rule: rule_of(&key)?,
            value: row.try_get("value")?,
            from: row.try_get("effective_from")?,
            why: row.try_get("why")?,
            by: row
                .try_get::<Option<String>, _>("set_by")?
                .unwrap_or_default(),
            at: row.try_get("set_at")?,
        })
    };
    rows.iter().map(value).collect()
}

/// The stored value of `rule` on `day`: what the house has set, else what a house begins with.
pub(super) async fn standing(
    connection: &mut Connection,
    rule: Rule,
    day: NaiveDate,
) -> Result<String, DeskError> {
    let day = day.to_string();
    Ok(all(connection)
        .await?
        .into_iter()
        .rfind(|set| set.rule == rule && set.from <= day)
        .map_or_else(|| default_of(rule), |set| set.value))
}

/// How many orders dated `from` or later were decided already: issued, in effect, or their review concluded.
pub(super) async fn decided_since(
    connection: &mut Connection,
    from: NaiveDate,
) -> Result<i64, DeskError> {
    let row = sqlx::query(
        "SELECT COUNT(*) AS decided FROM orders o WHERE o.order_date >= $1 AND (o.effect_at IS NOT NULL OR EXISTS (SELECT 1 FROM task_sheets t WHERE t.order_id = o.id) \
         OR EXISTS (SELECT 1 FROM reviews r WHERE r.order_id = o.id AND r.state <> 'open'))",
    )
    .bind(from.to_string())
    .fetch_one(connection)
    .await?;
    Ok(row.try_get("decided")?)
}
