//! What becomes of the free proofs of an order that is cancelled.

use super::queries;
use crate::error::DeskError;
use crate::storage::{Connection, Writer};

/// How many wait for their approval, and the numbers of those that were issued, the first one first.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn asked_and_issued(
    connection: &mut Connection,
    order: i64,
) -> Result<(usize, Vec<String>), DeskError> {
    let rows = queries::of_order(connection, order).await?;
    let asked = rows
        .iter()
        .filter(|row| row.number.is_none() && row.withdrawn.is_empty())
        .count();
    let issued = rows.into_iter().rev().filter_map(|row| row.number);
    Ok((asked, issued.collect()))
}

/// Withdraws those that wait for their approval.
///
/// # Errors
/// When the database fails.
pub(crate) async fn withdraw_asked(
    writer: &mut Writer,
    order: i64,
    reason: &str,
) -> Result<(), DeskError> {
    for row in queries::of_order(writer, order).await? {
        if row.number.is_none() && row.withdrawn.is_empty() {
            let withdrawn = [("withdrawn", reason.into())];
            writer.update("free_proofs", row.id, &withdrawn).await?;
        }
    }
    Ok(())
}
