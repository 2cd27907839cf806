//! Where the copies of an order stand, stored with whatever changed it: a house has hundreds of thousands of them, and a list
//! evaluates none.

use super::queries;
use crate::error::DeskError;
use crate::storage::{Connection, Writer};

/// Stores where each copy of the order's sheet stands now: after a change, a new version, a cancellation, or an entry of what
/// became of a copy.
///
/// # Errors
/// When the database fails.
pub(in crate::task_sheets) async fn stand_copies(
    writer: &mut Writer,
    order: i64,
) -> Result<(), DeskError> {
    for copy in queries::of_order(writer, order).await? {
        let stands = copy.printed().stands(copy.in_force);
        writer
            .update_known("prints", copy.id, &copy.stored.cells(), &stands.cells())
            .await?;
    }
    Ok(())
}

/// The prints of which something else is stored than the rules say.
///
/// # Errors
/// When the database cannot be read.
pub async fn copies_stored_wrong(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<i64>, DeskError> {
    let copies = queries::of_order(connection, order).await?;
    let wrong = copies
        .iter()
        .filter(|copy| copy.printed().stands(copy.in_force) != copy.stored);
    Ok(wrong.map(|copy| copy.id).collect())
}
