//! The series in the database.

use chrono::NaiveDate;
use sqlx::Row as _;

use super::{ResetCycle, Series, period};
use crate::error::{DeskError, Failure};
use crate::storage::{Connection, Question, Row};

/// A series as it was laid out.
#[derive(Debug)]
pub(super) struct Laid {
    pub(super) id: i64,
    pub(super) pattern: String,
    pub(super) cycle: String,
    pub(super) start: i64,
    pub(super) desk_letter: String,
}

/// How `series` is laid out on this desk.
pub(super) async fn series(connection: &mut Connection, series: Series) -> Result<Laid, DeskError> {
    let row = sqlx::query("SELECT s.id, s.pattern, s.reset_cycle, s.start_value, h.desk_letter FROM number_series s, house h WHERE s.kind = $1")
        .bind(series.code())
        .fetch_optional(connection)
        .await?
        .ok_or(Failure::Missing("number_series"))?;
    Ok(laid_from(&row)?)
}

fn laid_from(row: &Row) -> Result<Laid, sqlx::Error> {
    Ok(Laid {
        id: row.try_get("id")?,
        pattern: row.try_get("pattern")?,
        cycle: row.try_get("reset_cycle")?,
        start: row.try_get("start_value")?,
        desk_letter: row.try_get("desk_letter")?,
    })
}

/// The row and the last value of a period, when one was given.
pub(super) async fn last_given(
    connection: &mut Connection,
    series: i64,
    period: &str,
) -> Result<Option<(i64, i64)>, DeskError> {
    let row = sqlx::query(
        "SELECT id, last_value FROM numbers_given WHERE series_id = $1 AND period = $2",
    )
    .bind(series)
    .bind(period.to_owned())
    .fetch_optional(connection)
    .await?;
    row.map(|row| Ok((row.try_get("id")?, row.try_get("last_value")?)))
        .transpose()
}

/// How `series` is laid out on this desk, and the row and last value of the period `today` belongs to, where one was given:
/// read together, because a number is taken while somebody waits.
pub(super) fn series_on(series: Series, today: NaiveDate) -> Question<(Laid, Option<(i64, i64)>)> {
    let [year, month, day, never] = ResetCycle::ALL.map(|cycle| period(cycle, today).into());
    let sql = "SELECT s.id, s.pattern, s.reset_cycle, s.start_value, h.desk_letter, g.id AS given, g.last_value \
         FROM number_series s CROSS JOIN house h LEFT JOIN numbers_given g ON g.series_id = s.id AND g.period = \
         CASE s.reset_cycle WHEN 'year' THEN $2 WHEN 'month' THEN $3 WHEN 'day' THEN $4 ELSE $5 END WHERE s.kind = $1";
    let places = [series.code().into(), year, month, day, never];
    Question::new(sql, places, |rows| {
        let row = rows.first().ok_or(Failure::Missing("number_series"))?;
        let given: Option<i64> = row.try_get("given")?;
        let last: Option<i64> = row.try_get("last_value")?;
        Ok((laid_from(row)?, given.zip(last)))
    })
}

/// Whether a series ever gave a number.
pub(super) async fn is_used(connection: &mut Connection, series: i64) -> Result<bool, DeskError> {
    let row = sqlx::query("SELECT id FROM numbers_given WHERE series_id = $1 LIMIT 1")
        .bind(series)
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}
