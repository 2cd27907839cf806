//! Which order became which, in the database.

use sqlx::Row as _;

use super::ConvertedPart;
use crate::error::DeskError;
use crate::measures::Quantity;
use crate::orders::repeat::OrderLink;
use crate::storage::{Connection, Row, Writer};

/// Pieces and number of the customer orders that `from` became; one that was cancelled gave its part back.
pub(super) async fn converted(
    connection: &mut Connection,
    from: i64,
) -> Result<(Quantity, i64), DeskError> {
    let row = sqlx::query(
        "SELECT CAST(COALESCE(SUM(c.quantity), 0) AS BIGINT) AS pieces, COUNT(*) AS parts FROM conversions c \
         JOIN orders o ON o.id = c.order_id WHERE c.from_id = $1 AND o.state <> 'cancelled'",
    )
    .bind(from)
    .fetch_one(connection)
    .await?;
    Ok((Quantity(row.try_get("pieces")?), row.try_get("parts")?))
}

/// The customer orders that `from` became and that were not cancelled, the oldest first.
pub(super) async fn parts(
    connection: &mut Connection,
    from: i64,
) -> Result<Vec<ConvertedPart>, DeskError> {
    let rows = sqlx::query(
        "SELECT o.id, o.number, c.quantity FROM conversions c JOIN orders o ON o.id = c.order_id WHERE c.from_id = $1 AND o.state <> 'cancelled' ORDER BY o.id",
    )
    .bind(from)
    .fetch_all(connection)
    .await?;
    let part = |row: &Row| -> Result<ConvertedPart, sqlx::Error> {
        Ok(ConvertedPart {
            order: OrderLink {
                id: row.try_get("id")?,
                number: row.try_get("number")?,
            },
            quantity: Quantity(row.try_get("quantity")?).to_string(),
        })
    };
    Ok(rows.iter().map(part).collect::<Result<_, _>>()?)
}

/// What `order` came of.
pub(super) async fn from(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<OrderLink>, DeskError> {
    let row = sqlx::query(
        "SELECT o.id, o.number FROM conversions c JOIN orders o ON o.id = c.from_id WHERE c.order_id = $1",
    )
    .bind(order)
    .fetch_optional(connection)
    .await?;
    let link = |row: &Row| -> Result<OrderLink, sqlx::Error> {
        Ok(OrderLink {
            id: row.try_get("id")?,
            number: row.try_get("number")?,
        })
    };
    Ok(row.as_ref().map(link).transpose()?)
}

/// What a customer order took of which presale or sample order: its row, its number, and how many pieces.
pub(super) async fn taken(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<(i64, String, Quantity)>, DeskError> {
    let row = sqlx::query(
        "SELECT o.id, o.number, c.quantity FROM conversions c JOIN orders o ON o.id = c.from_id WHERE c.order_id = $1",
    )
    .bind(order)
    .fetch_optional(connection)
    .await?;
    let taken = |row: &Row| -> Result<_, sqlx::Error> {
        let quantity = Quantity(row.try_get("quantity")?);
        Ok((row.try_get("id")?, row.try_get("number")?, quantity))
    };
    Ok(row.as_ref().map(taken).transpose()?)
}

/// Notes, in the act that registers `order`, that it is so many pieces of `from`.
pub(super) async fn note(
    writer: &mut Writer,
    from: i64,
    order: i64,
    quantity: Quantity,
) -> Result<(), DeskError> {
    let columns = [
        ("from_id", from.into()),
        ("order_id", order.into()),
        ("quantity", quantity.0.into()),
    ];
    writer.insert("conversions", &columns).await?;
    Ok(())
}
