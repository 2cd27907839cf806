//! The number series as the settings screen shows them.

use chrono::NaiveDate;

use super::wire::{SeriesChange, SeriesView};
use super::{Series, coming, queries};
use crate::audit;
use crate::clock::{from_stored, in_shanghai};
use crate::error::{DeskError, Failure};
use crate::settings::states_of;
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
        let coming = coming(series, today).ask(connection).await?;
        let (next, _) = coming.value(connection).await?;
        let last = coming.given.as_ref().filter(|_| coming.goes_on());
        let subject = Subject::Series(coming.laid.series);
        let changes = audit::queries::trail_of(connection, subject, MOST_CHANGES).await?;
        views.push(SeriesView {
            kind: series.code(),
            next: coming.numbered(next),
            last: last.map(|given| coming.numbered(given.last)),
            used: queries::is_used(connection, coming.laid.series).await?,
            reset: coming.laid.cycle.code(),
            start: coming.laid.start,
            history: history(changes, today)?,
            pattern: coming.laid.pattern,
        });
    }
    Ok(views)
}

/// The changes by the day from which they hold, the last one first.
fn history(rows: Vec<audit::TrailRow>, today: NaiveDate) -> Result<Vec<SeriesChange>, DeskError> {
    let mut changes: Vec<SeriesChange> = rows
        .into_iter()
        .rev()
        .map(change)
        .collect::<Result<_, _>>()?;
    changes.sort_by(|one, other| one.from.cmp(&other.from));
    let days = changes.iter().map(|change| change.from.as_str());
    let states = states_of(days, &today.to_string());
    for (change, state) in changes.iter_mut().zip(states) {
        change.state = state;
    }
    changes.reverse();
    Ok(changes)
}

fn change(row: audit::TrailRow) -> Result<SeriesChange, DeskError> {
    let unknown = |what| Failure::UnknownValue {
        what,
        value: row.seq.to_string(),
    };
    let params: serde_json::Value =
        serde_json::from_str(&row.params).map_err(|_| unknown("audit.params"))?;
    let text = |key: &str| params[key].as_str().unwrap_or_default().to_owned();
    // What was laid out before a layout had a day held at once.
    let from = match params["from"].as_str() {
        Some(day) => day.to_owned(),
        None => in_shanghai(from_stored(&row.at).map_err(|_| unknown("audit.at"))?)
            .date()
            .to_string(),
    };
    let to = text("to");
    let mut parts = to.rsplitn(3, " · ").map(str::to_owned);
    let (start, reset, pattern) = (parts.next(), parts.next(), parts.next());
    Ok(SeriesChange {
        from,
        state: "",
        by: row.who,
        why: text("why"),
        pattern: pattern.unwrap_or_default(),
        reset: reset.unwrap_or_default(),
        start: start.unwrap_or_default(),
        at: row.at,
    })
}
