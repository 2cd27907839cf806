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
