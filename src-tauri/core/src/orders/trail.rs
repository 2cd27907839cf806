//! The trail of one order, as its page shows it.

use super::wire::TrailLine;
use crate::audit;
use crate::error::{DeskError, Failure};
use crate::storage::{Connection, Subject};

/// Lines shown at most; the audit keeps all of them.
const MOST: i64 = 200;

/// What was done to an order, the latest first.
///
/// # Errors
/// When the trail cannot be read.
pub async fn trail(connection: &mut Connection, order: i64) -> Result<Vec<TrailLine>, DeskError> {
    let rows = audit::queries::trail_of(connection, Subject::Order(order), MOST).await?;
    Ok(rows.into_iter().map(trail_line).collect::<Result<_, _>>()?)
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
