//! The number series as the settings screen shows them.

use chrono::NaiveDate;

use super::pattern::{numbered, period};
use super::wire::{SeriesChange, SeriesView};
use super::{Series, cycle_of, queries};
use crate::audit;
use crate::error::{DeskError, Failure};
use crate::storage::{Connection, Subject};

/// Changes shown of one series.
const MOST_CHANGES: i64 = 50;

/// Every series as it stands on `today`.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn views(
    connection: &mut Connection,
    today: NaiveDate,
) -> Result<Vec<SeriesView>, DeskError> {
    let mut views = Vec::new();
    for (series, ..) in Series::ALL {
        let laid = queries::series(connection, series).await?;
        let cycle = cycle_of(&laid)?;
        let given = queries::last_given(connection, laid.id, &period(cycle, today)).await?;
        let spelt = |value| numbered(&laid.pattern, today, &laid.desk_letter, value);
        let changes =
            audit::queries::trail_of(connection, Subject::Series(laid.id), MOST_CHANGES).await?;
        views.push(SeriesView {
            kind: series.code(),
            next: spelt(given.map_or(laid.start, |(_, last)| last + 1)),
            last: given.map(|(_, last)| spelt(last)),
            used: queries::is_used(connection, laid.id).await?,
            pattern: laid.pattern.clone(),
            reset: cycle.code().to_owned(),
            start: laid.start,
            history: changes.into_iter().map(change).collect::<Result<_, _>>()?,
        });
    }
    Ok(views)
}

fn change(row: audit::TrailRow) -> Result<SeriesChange, Failure> {
    let params: serde_json::Value =
        serde_json::from_str(&row.params).map_err(|_| Failure::UnknownValue {
            what: "audit.params",
            value: row.seq.to_string(),
        })?;
    let text = |key: &str| params[key].as_str().unwrap_or_default().to_owned();
    Ok(SeriesChange {
        at: row.at,
        by: row.who,
        why: text("why"),
        to: text("to"),
    })
}
