//! The trail of one order, as its page shows it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::wire::TrailLine;
use crate::audit;
use crate::error::{DeskError, Failure};
use crate::storage::{Connection, Subject};

/// Lines shown at most; the audit keeps all of them.
const MOST: i64 = 200;

/// What was done to an order, the latest first. An order that became others shows each of these acts, too, though it stands
/// in the trail of the new order (F4-3d): which one it became, and how much of it.
///
/// # Errors
/// When the trail cannot be read.
pub async fn trail(connection: &mut Connection, order: i64) -> Result<Vec<TrailLine>, DeskError> {
    let mut rows = audit::queries::trail_of(connection, Subject::Order(order), MOST).await?;
    let became = audit::queries::conversions_of(connection, order, MOST).await?;
    let acts: BTreeSet<i64> = became.iter().map(|row| row.seq).collect();
    rows.extend(became);
    rows.sort_by_key(|row| Reverse(row.seq));
    rows.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));
    let line = |row: audit::TrailRow| {
        let became = acts.contains(&row.seq);
        let mut line = trail_line(row)?;
        if became {
            // Here the number it comes of is its own.
            line.params.remove("from");
        }
        Ok(line)
    };
    Ok(rows.into_iter().map(line).collect::<Result<_, Failure>>()?)
}

/// A row of the trail as a screen shows it.
pub(crate) fn trail_line(row: audit::TrailRow) -> Result<TrailLine, Failure> {
    let unknown = |_| Failure::UnknownValue {
        what: "audit.params",
        value: row.seq.to_string(),
    };
    let params = serde_json::from_str(&row.params).map_err(unknown)?;
    Ok(TrailLine {
        at: row.at,
        who: row.who,
        activity: row.activity,
        params,
    })
}
