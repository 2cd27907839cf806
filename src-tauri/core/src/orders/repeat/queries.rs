//! Which order repeats which, in the database.

use sqlx::Row as _;

use super::OrderLink;
use crate::error::DeskError;
use crate::storage::{Connection, Row, Writer};

/// As a link.
fn link(row: &Row) -> Result<OrderLink, sqlx::Error> {
    Ok(OrderLink {
        id: row.try_get("id")?,
        number: row.try_get("number")?,
    })
}

/// The order that `order` repeats.
pub(in crate::orders) async fn repeats(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<OrderLink>, DeskError> {
    let row = sqlx::query("SELECT o.id, o.number FROM repeats r JOIN orders o ON o.id = r.repeated_id WHERE r.order_id = $1")
        .bind(order)
        .fetch_optional(connection)
        .await?;
    Ok(row.as_ref().map(link).transpose()?)
}

/// The orders that repeat `order`, newest first.
pub(in crate::orders) async fn repeated_by(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<OrderLink>, DeskError> {
    let rows = sqlx::query("SELECT o.id, o.number FROM repeats r JOIN orders o ON o.id = r.order_id WHERE r.repeated_id = $1 ORDER BY o.id DESC LIMIT 20")
        .bind(order)
        .fetch_all(connection)
        .await?;
    Ok(rows.iter().map(link).collect::<Result<_, _>>()?)
}

/// Notes, in the act that registers `order`, that it repeats another one.
pub(in crate::orders) async fn note_repeat(
    writer: &mut Writer,
    order: i64,
    repeated: i64,
) -> Result<(), DeskError> {
    let columns = [("order_id", order.into()), ("repeated_id", repeated.into())];
    writer.insert("repeats", &columns).await?;
    Ok(())
}
