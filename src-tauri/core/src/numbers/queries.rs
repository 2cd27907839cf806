//! The series in the database.

use chrono::NaiveDate;
use sqlx::Row as _;

use super::{ResetCycle, Series, period};
use crate::error::{DeskError, Failure};
use crate::storage::{Cell, Connection, Question, Row};

/// A series as it is laid out on a day.
#[derive(Debug)]
pub(super) struct Laid {
    /// The layout.
    pub(super) id: i64,
    pub(super) series: i64,
    pub(super) pattern: String,
    pub(super) cycle: ResetCycle,
    pub(super) start: i64,
    pub(super) desk_letter: String,
    /// Set with its first number: the latest day the series had given one on by then.
    pub(super) begun_on: Option<String>,
}

/// What a period has given.
#[derive(Debug)]
pub(super) struct Given {
    pub(super) row: i64,
    pub(super) last: i64,
    /// The latest day it gave one on.
    pub(super) on: String,
}

/// `$2` to `$5` are the periods a day belongs to, by cycle.
const PERIOD: &str = "CASE l.reset_cycle WHEN 'year' THEN $2 WHEN 'month' THEN $3 WHEN 'day' THEN $4 WHEN 'never' THEN $5 END";

fn periods(day: NaiveDate) -> [Cell; 4] {
    ResetCycle::ALL.map(|cycle| period(cycle, day).into())
}

/// How `series` is laid out on this desk on `today`, and what the period of that day has given, where it gave a number: read
/// together, because a number is taken while somebody waits. What has begun stays, even when the clock went back.
pub(super) fn series_on(series: Series, today: NaiveDate) -> Question<(Laid, Option<Given>)> {
    let sql = format!(
        "SELECT s.id AS series, l.id, l.pattern, l.reset_cycle, l.start_value, l.begun_on, h.desk_letter, g.id AS given, g.last_value, g.last_on \
         FROM number_series s CROSS JOIN house h JOIN series_layouts l ON l.id = (SELECT x.id FROM series_layouts x WHERE x.series_id = s.id \
         AND (x.from_day <= $4 OR x.begun_on IS NOT NULL) ORDER BY x.from_day DESC, x.id DESC LIMIT 1) \
         LEFT JOIN numbers_given g ON g.series_id = s.id AND g.period = {PERIOD} WHERE s.kind = $1"
    );
    let mut places = vec![series.code().into()];
    places.extend(periods(today));
    Question::new(sql, places, |rows| {
        let row = rows.first().ok_or(Failure::Missing("number_series"))?;
        Ok((laid_from(row)?, given_from(row)?))
    })
}

fn laid_from(row: &Row) -> Result<Laid, DeskError> {
    let cycle: String = row.try_get("reset_cycle")?;
    Ok(Laid {
        id: row.try_get("id")?,
        series: row.try_get("series")?,
        pattern: row.try_get("pattern")?,
        cycle: ResetCycle::from_code(&cycle).ok_or(Failure::UnknownValue {
            what: "series_layouts.reset_cycle",
            value: cycle,
        })?,
        start: row.try_get("start_value")?,
        desk_letter: row.try_get("desk_letter")?,
        begun_on: row.try_get("begun_on")?,
    })
}

fn given_from(row: &Row) -> Result<Option<Given>, DeskError> {
    let Some(id) = row.try_get("given")? else {
        return Ok(None);
    };
    Ok(Some(Given {
        row: id,
        last: row.try_get("last_value")?,
        on: row.try_get("last_on")?,
    }))
}

/// The highest value `laid` goes on from in the period of `today`, where it goes on from one, and the latest day the series
/// gave a number on: what was given on any day of that period, however it was counted, and what the layout before has come to.
pub(super) async fn carried(
    connection: &mut Connection,
    laid: &Laid,
    today: NaiveDate,
) -> Result<(Option<i64>, Option<String>), DeskError> {
    let into = period(laid.cycle, today);
    let sql = format!(
        "SELECT MAX(CASE WHEN g.period LIKE $6 OR (g.period IN ($2, $3, $4, $5) AND g.last_on >= $7) OR g.period = {PERIOD} THEN g.last_value END) AS highest, \
         MAX(g.last_on) AS latest FROM numbers_given g LEFT JOIN series_layouts l ON l.id = (SELECT x.id FROM series_layouts x \
         WHERE x.series_id = $1 AND x.begun_on IS NOT NULL ORDER BY x.from_day DESC, x.id DESC LIMIT 1) WHERE g.series_id = $1"
    );
    let mut places: Vec<Cell> = vec![laid.series.into()];
    places.extend(periods(today));
    places.extend([format!("{into}%").into(), into.into()]);
    let question = Question::new(sql, places, |rows| {
        let row = rows.first().ok_or(Failure::Missing("numbers_given"))?;
        Ok((row.try_get("highest")?, row.try_get("latest")?))
    });
    question.ask(connection).await
}

/// The first day of the last layout of a series that has begun.
pub(super) async fn begun_from(
    connection: &mut Connection,
    series: i64,
) -> Result<Option<String>, DeskError> {
    let row = sqlx::query("SELECT MAX(from_day) AS begun FROM series_layouts WHERE series_id = $1 AND begun_on IS NOT NULL")
        .bind(series)
        .fetch_one(connection)
        .await?;
    Ok(row.try_get("begun")?)
}

/// Whether a series ever gave a number.
pub(super) async fn is_used(connection: &mut Connection, series: i64) -> Result<bool, DeskError> {
    let row = sqlx::query("SELECT id FROM numbers_given WHERE series_id = $1 LIMIT 1")
        .bind(series)
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}
