//! What was sent back, in the database.

use sqlx::Row as _;

use super::{AskedFor, SentBack};
use crate::accounts::queries as people;
use crate::error::DeskError;
use crate::storage::Connection;

/// The latest no to an order, where it was said of exactly this content and no yes to the same has been given since.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn sent_back(
    connection: &mut Connection,
    order: i64,
    asked_for: AskedFor,
    content_hash: &str,
) -> Result<Option<SentBack>, DeskError> {
    const EFFECT: &str = "SELECT s.reason, s.signature_id FROM sent_back s \
         WHERE s.order_id = $1 AND s.asked_for = 'effect' AND s.content_hash = $2 AND NOT EXISTS (SELECT 1 FROM effect_approvals y \
         WHERE y.order_id = s.order_id AND y.content_hash = s.content_hash AND y.signature_id > s.signature_id) ORDER BY s.id DESC LIMIT 1";
    const CHECK: &str = "SELECT s.reason, s.signature_id FROM sent_back s \
         WHERE s.order_id = $1 AND s.asked_for = 'check' AND s.content_hash = $2 AND NOT EXISTS (SELECT 1 FROM order_checks y \
         WHERE y.order_id = s.order_id AND y.content_hash = s.content_hash AND y.signature_id > s.signature_id) ORDER BY s.id DESC LIMIT 1";
    let sql = match asked_for {
        AskedFor::Effect => EFFECT,
        AskedFor::Check => CHECK,
    };
    let row = sqlx::query(sql)
        .bind(order)
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
