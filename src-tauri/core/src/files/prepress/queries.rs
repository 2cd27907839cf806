//! The queue into the prepress folder in the database.

use sqlx::Row as _;

use super::PrepressTrouble;
use crate::error::{DeskError, Failure};
use crate::storage::{Connection, Row};

/// A row of the queue.
#[derive(Clone, Debug)]
pub(crate) struct CopyRow {
    pub(crate) id: i64,
    pub(crate) order: i64,
    pub(crate) file: i64,
    pub(crate) sha256: String,
    pub(crate) name: String,
    pub(crate) folder: String,
    /// waiting, kept, failed.
    pub(crate) state: String,
    pub(crate) tries: i64,
    pub(crate) trouble: Option<PrepressTrouble>,
    /// Where it lies below the prepress folder, once it does.
    pub(crate) kept_as: String,
    /// It left the attachment folder: the copy is the original.
    pub(crate) is_original: bool,
}

const COLUMNS: &str = "SELECT c.id, f.order_id, c.file_id, f.sha256, f.name, c.folder, c.state, c.tries, c.trouble, c.kept_as, \
     COALESCE(s.held, 'store') AS held FROM prepress_copies c JOIN received_files f ON f.id = c.file_id \
     LEFT JOIN stored_files s ON s.sha256 = f.sha256";

fn copy_row(row: &Row) -> Result<CopyRow, DeskError> {
    let trouble: String = row.try_get("trouble")?;
    let trouble = if trouble.is_empty() {
        None
    } else {
        Some(
            PrepressTrouble::from_code(&trouble).ok_or(Failure::UnknownValue {
                what: "prepress_copies.trouble",
                value: trouble,
            })?,
        )
    };
    Ok(CopyRow {
        id: row.try_get("id")?,
        order: row.try_get("order_id")?,
        file: row.try_get("file_id")?,
        sha256: row.try_get("sha256")?,
        name: row.try_get("name")?,
        folder: row.try_get("folder")?,
        state: row.try_get("state")?,
        tries: row.try_get("tries")?,
        trouble,
        kept_as: row.try_get("kept_as")?,
        is_original: row.try_get::<String, _>("held")? == "prepress",
    })
}

/// The rows of an order.
pub(crate) async fn of_order(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<CopyRow>, DeskError> {
    let sql = format!("{COLUMNS} WHERE f.order_id = $1 ORDER BY c.id");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(order)
        .fetch_all(connection)
        .await?;
    rows.iter().map(copy_row).collect()
}

/// Rows that wait and are due at `now`, the oldest first; all that wait where `now` is none. Those that wait for `but` are
/// left out.
pub(super) async fn due(
    connection: &mut Connection,
    now: Option<&str>,
    but: Option<PrepressTrouble>,
    most: i64,
) -> Result<Vec<CopyRow>, DeskError> {
    let until = now.unwrap_or("9999");
    let sql = format!(
        "{COLUMNS} WHERE c.state = 'waiting' AND c.next_try <= $1 AND c.trouble <> $2 ORDER BY c.next_try, c.id LIMIT $3"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(until.to_owned())
        // No row waits for this; the empty text is a row without trouble.
        .bind(but.map_or("-", PrepressTrouble::code))
        .bind(most)
        .fetch_all(connection)
        .await?;
    rows.iter().map(copy_row).collect()
}

/// A copy that was filed, as far as another folder needs to know it.
#[derive(Clone, Debug)]
pub(super) struct Filed {
    pub(super) id: i64,
    pub(super) kept_as: String,
    pub(super) size: u64,
    /// It left the attachment folder: the copy is the original.
    pub(super) is_original: bool,
}

/// The copies that have to lie in whichever folder the house files into: the originals, and those of orders that are not
/// issued yet.
pub(super) async fn kept_and_needed(connection: &mut Connection) -> Result<Vec<Filed>, DeskError> {
    let rows = sqlx::query(
        "SELECT c.id, c.kept_as, s.size, s.held FROM prepress_copies c \
         JOIN received_files f ON f.id = c.file_id JOIN orders o ON o.id = f.order_id \
         JOIN stored_files s ON s.sha256 = f.sha256 \
         WHERE c.state = 'kept' AND (s.held = 'prepress' OR o.state NOT IN ('released', 'converted', 'declined', 'cancelled')) ORDER BY c.id",
    )
    .fetch_all(connection)
    .await?;
    let filed = |row: &Row| -> Result<Filed, DeskError> {
        let size: i64 = row.try_get("size")?;
        Ok(Filed {
            id: row.try_get("id")?,
            kept_as: row.try_get("kept_as")?,
            size: u64::try_from(size).map_err(|_| Failure::UnknownValue {
                what: "stored_files.size",
                value: size.to_string(),
            })?,
            is_original: row.try_get::<String, _>("held")? == "prepress",
        })
    };
    rows.iter().map(filed).collect()
}

/// Whether a row still waits.
pub(super) async fn waits(connection: &mut Connection, id: i64) -> Result<bool, DeskError> {
    let row = sqlx::query("SELECT id FROM prepress_copies WHERE id = $1 AND state = 'waiting'")
        .bind(id)
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}

/// Whether a file counts on the copy at that path below the prepress folder.
pub(super) async fn is_filed_at(
    connection: &mut Connection,
    kept_as: &str,
) -> Result<bool, DeskError> {
    let row =
        sqlx::query("SELECT id FROM prepress_copies WHERE kept_as = $1 AND state = 'kept' LIMIT 1")
            .bind(kept_as.to_owned())
            .fetch_optional(connection)
            .await?;
    Ok(row.is_some())
}

/// What the folders of an order are named after: customer, number, product.
pub(super) async fn named_after(
    connection: &mut Connection,
    order: i64,
) -> Result<[String; 3], DeskError> {
    let row = sqlx::query(
        "SELECT COALESCE(c.name, '本厂库存') AS customer, o.number, p.name AS product FROM orders o LEFT JOIN customers c ON c.id = o.customer_id \
         JOIN products p ON p.order_id = o.id WHERE o.id = $1",
    )
    .bind(order)
    .fetch_optional(connection)
    .await?
    .ok_or(Failure::Missing("orders"))?;
    Ok([
        row.try_get("customer")?,
        row.try_get("number")?,
        row.try_get("product")?,
    ])
}
