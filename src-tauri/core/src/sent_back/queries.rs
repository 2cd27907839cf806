//! What was sent back, in the database.

use sqlx::Row as _;

use super::{AskedFor, SentBack};
use crate::accounts::queries as people;
use crate::error::DeskError;
use crate::storage::Connection;

/// The latest no to an order, where it was said of exactly this content.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn sent_back(
    connection: &mut Connection,
    order: i64,
    asked_for: AskedFor,
    content_hash: &str,
) -> Result<Option<SentBack>, DeskError> {
    let row = sqlx::query(
        "SELECT reason, signature_id FROM sent_back WHERE order_id = $1 AND asked_for = $2 AND content_hash = $3 ORDER BY id DESC LIMIT 1",
    )
    .bind(order)
    .bind(asked_for.code())
    .bind(content_hash)
    .fetch_optional(&mut *connection)
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    Ok(Some(SentBack {
        signature: people::signature(connection, row.try_get("signature_id")?).await?,
        reason: row.try_get("reason")?,
    }))
}
