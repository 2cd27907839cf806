//! The rules in the database.

use chrono::NaiveDate;
use sqlx::Row as _;

use super::{HouseRules, Rule};
use crate::error::{DeskError, Failure};
use crate::storage::Connection;

/// The rules in force on `day`.
///
/// # Errors
/// When the store holds a value this version does not understand.
pub async fn in_force(
    connection: &mut Connection,
    day: NaiveDate,
) -> Result<HouseRules, DeskError> {
    let rows = sqlx::query("SELECT key, value FROM setting_values WHERE effective_from <= $1 ORDER BY effective_from, id").bind(day.to_string()).fetch_all(connection).await?;
    let mut rules = HouseRules::default();
    for row in &rows {
        let key: String = row.try_get("key")?;
        let value: String = row.try_get("value")?;
        let rule = Rule::from_code(&key).ok_or_else(|| Failure::UnknownValue {
            what: "setting_values.key",
            value: key.clone(),
        })?;
        rules
            .take(rule, &value)
            .map_err(|_| Failure::UnknownValue {
                what: "setting_values.value",
                value,
            })?;
    }
    Ok(rules)
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
