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

/// Whether a process is marked 成熟.
pub(crate) async fn is_mature(connection: &mut Connection, name: &str) -> Result<bool, DeskError> {
    let row = sqlx::query("SELECT id FROM mature_processes WHERE name = $1")
        .bind(name.to_owned())
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}

/// The name of a marked process.
pub(super) async fn name_of(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<String>, DeskError> {
    let row = sqlx::query("SELECT name FROM mature_processes WHERE id = $1")
        .bind(id)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.try_get("name")).transpose()?)
}
