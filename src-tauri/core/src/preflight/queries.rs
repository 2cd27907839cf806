//! Which file is looked at.

use sqlx::Row as _;

use crate::error::{DeskError, Failure};
use crate::files::Counts;
use crate::storage::Connection;

/// A received file, as far as 预检 asks.
pub(super) struct FileToRead {
    pub(super) order: i64,
    /// Row key of its component; empty for the order as a whole.
    pub(super) component: String,
    pub(super) sha256: String,
    /// How its pages count.
    pub(super) counts: Counts,
}

pub(super) async fn file(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<FileToRead>, DeskError> {
    let row = sqlx::query(
        "SELECT f.order_id, f.sha256, f.counts, p.component FROM received_files f JOIN file_places p ON p.id = f.place_id \
         WHERE f.id = $1",
    )
    .bind(id)
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        let counts: String = row.try_get("counts")?;
        Ok(FileToRead {
            counts: Counts::from_code(&counts).ok_or(Failure::UnknownValue {
                what: "received_files.counts",
                value: counts,
            })?,
            order: row.try_get("order_id")?,
            component: row.try_get("component")?,
            sha256: row.try_get("sha256")?,
        })
    })
    .transpose()
}
