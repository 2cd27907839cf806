//! Where originals lie, in the database.

use sqlx::Row as _;

use super::Sought;
use crate::error::{DeskError, Failure};
use crate::files::{FileHash, Kept, StoreFailure};
use crate::storage::{Cell, Connection, Writer};

/// Where the original of a content lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// In the attachment folder, for good.
    Store,
    /// In the attachment folder; only customers' files name it.
    Received,
    /// In the prepress folder alone.
    Prepress,
}

impl Held {
    const fn code(self) -> &'static str {
        match self {
            Self::Store => "store",
            Self::Received => "received",
            Self::Prepress => "prepress",
        }
    }
}

/// A content that may leave the attachment folder.
#[derive(Clone, Debug)]
pub(super) struct MayLeave {
    pub(super) id: i64,
    pub(super) sha256: FileHash,
}

/// Only customers' files name it, and each of them has its copy in the prepress folder.
const EVERY_FILE_IS_FILED: &str = "s.held = 'received' AND EXISTS (SELECT 1 FROM received_files f WHERE f.sha256 = s.sha256) \
     AND NOT EXISTS (SELECT 1 FROM received_files f LEFT JOIN prepress_copies c ON c.file_id = f.id \
     WHERE f.sha256 = s.sha256 AND (c.state IS NULL OR c.state <> 'kept'))";

/// The contents of more than `above` bytes that may leave.
pub(super) async fn may_leave(
    connection: &mut Connection,
    above: i64,
) -> Result<Vec<MayLeave>, DeskError> {
    let sql = format!(
        "SELECT s.id, s.sha256 FROM stored_files s WHERE s.size > $1 AND {EVERY_FILE_IS_FILED} ORDER BY s.id"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(above)
        .fetch_all(connection)
        .await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in &rows {
        found.push(MayLeave {
            id: row.try_get("id")?,
            sha256: hash(row.try_get("sha256")?)?,
        });
    }
    Ok(found)
}

/// Whether that content may leave still; then an order that has it.
pub(super) async fn still_may_leave(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<i64>, DeskError> {
    let sql = format!(
        "SELECT (SELECT MAX(f.order_id) FROM received_files f WHERE f.sha256 = s.sha256) AS order_id \
         FROM stored_files s WHERE s.id = $1 AND {EVERY_FILE_IS_FILED}"
    );
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .fetch_optional(connection)
        .await?;
    Ok(match row {
        Some(row) => Some(row.try_get("order_id")?),
        None => None,
    })
}

/// Writes down where the original of a content lies.
pub(super) async fn hold(writer: &mut Writer, id: i64, held: Held) -> Result<(), DeskError> {
    let columns = [("held", held.code().into())];
    writer.update("stored_files", id, &columns).await
}

/// What the rows say of a content; of one no row names, that it is nowhere else.
pub(in crate::files) async fn sought(
    connection: &mut Connection,
    sha256: &FileHash,
) -> Result<Sought, DeskError> {
    let row = sqlx::query("SELECT size, held FROM stored_files WHERE sha256 = $1")
        .bind(sha256.to_string())
        .fetch_optional(&mut *connection)
        .await?;
    let (size, held) = match row {
        Some(row) => (
            row.try_get::<i64, _>("size")?,
            row.try_get::<String, _>("held")?,
        ),
        None => (0, Held::Store.code().to_owned()),
    };
    let rows = sqlx::query(
        "SELECT f.name, c.kept_as FROM prepress_copies c JOIN received_files f ON f.id = c.file_id \
         WHERE f.sha256 = $1 AND c.state = 'kept' ORDER BY c.id",
    )
    .bind(sha256.to_string())
    .fetch_all(connection)
    .await?;
    let mut copies: Vec<(String, String)> = Vec::with_capacity(rows.len());
    for row in &rows {
        copies.push((row.try_get("name")?, row.try_get("kept_as")?));
    }
    Ok(Sought {
        sha256: sha256.clone(),
        size: u64::try_from(size).unwrap_or_default(),
        may_have_left: held != Held::Store.code(),
        copies,
    })
}

/// Enters a kept file of our own, or evidence, among the stored ones: it never leaves the attachment folder. Call it once the
/// file is durable and before a row names it.
///
/// # Errors
/// When the database refuses it.
pub async fn store_row(writer: &mut Writer, kept: &Kept) -> Result<(), DeskError> {
    enter(writer, kept, Held::Store).await
}

/// Enters a customer's kept file among the stored ones; it may leave when the prepress folder has it.
///
/// # Errors
/// When the database refuses it.
pub(in crate::files) async fn store_received(
    writer: &mut Writer,
    kept: &Kept,
) -> Result<(), DeskError> {
    enter(writer, kept, Held::Received).await
}

async fn enter(writer: &mut Writer, kept: &Kept, as_held: Held) -> Result<(), DeskError> {
    let there = sqlx::query("SELECT id, held FROM stored_files WHERE sha256 = $1")
        .bind(kept.sha256.to_string())
        .fetch_optional(&mut **writer)
        .await?;
    let Some(there) = there else {
        let size = i64::try_from(kept.size).unwrap_or(i64::MAX);
        let columns: [(&'static str, Cell); 3] = [
            ("sha256", kept.sha256.as_str().into()),
            ("size", size.into()),
            ("held", as_held.code().into()),
        ];
        writer.insert("stored_files", &columns).await?;
        return Ok(());
    };
    let held: String = there.try_get("held")?;
    if held == Held::Store.code() {
        return Ok(());
    }
    // It lay in the attachment folder already when it was to be kept, and may have left since. Behind the writing door
    // nothing leaves: what is there now stays.
    let facts = tokio::fs::metadata(&kept.lies).await;
    if !facts.is_ok_and(|facts| facts.is_file() && facts.len() == kept.size) {
        return Err(Failure::Store(StoreFailure::Gone {
            sha256: kept.sha256.clone(),
            folder: kept.lies.clone(),
        })
        .into());
    }
    if held != as_held.code() {
        hold(writer, there.try_get("id")?, as_held).await?;
    }
    Ok(())
}

fn hash(text: String) -> Result<FileHash, Failure> {
    FileHash::read(&text).ok_or(Failure::UnknownValue {
        what: "stored_files.sha256",
        value: text,
    })
}
