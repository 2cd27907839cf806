//! The house in the database.

use sqlx::Row as _;

use super::House;
use crate::error::DeskError;
use crate::storage::Connection;

/// The house, when there has been a first start.
pub(crate) async fn house(connection: &mut Connection) -> Result<Option<House>, DeskError> {
    let row = sqlx::query("SELECT name, desk_letter, practice FROM house WHERE id = 1")
        .fetch_optional(connection)
        .await?;
    row.map(|row| {
        Ok(House {
            name: row.try_get("name")?,
            desk_letter: row.try_get("desk_letter")?,
            practice: row.try_get::<i64, _>("practice")? == 1,
        })
    })
    .transpose()
}
