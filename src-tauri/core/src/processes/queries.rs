//! The processes the house masters, in the database.

use sqlx::Row as _;

use super::wire::MatureProcess;
use crate::error::DeskError;
use crate::storage::{Connection, Row};

/// Every process marked 成熟, by name.
pub(crate) async fn mature(connection: &mut Connection) -> Result<Vec<MatureProcess>, DeskError> {
    let rows = sqlx::query(
        "SELECT id, name, marked_at, marked_by, how FROM mature_processes ORDER BY name",
    )
    .fetch_all(connection)
    .await?;
    let process = |row: &Row| -> Result<MatureProcess, sqlx::Error> {
        Ok(MatureProcess {
            id: row.try_get("id")?,
            name: row.try_get("name")?,
            at: row.try_get("marked_at")?,
            by: row.try_get("marked_by")?,
            how: row.try_get("how")?,
        })
    };
    Ok(rows.iter().map(process).collect::<Result<_, _>>()?)
}
