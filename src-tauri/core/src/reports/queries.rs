//! The moments of orders, in the database.

use sqlx::Row as _;

use crate::error::DeskError;
use crate::storage::{Connection, Row};

/// When an order came in, was recorded and was issued.
pub(super) struct Moments {
    pub(super) id: i64,
    pub(super) number: String,
    pub(super) customer: String,
    pub(super) product: String,
    pub(super) order_date: Option<String>,
    pub(super) received_on: Option<String>,
    pub(super) received_time: Option<String>,
    pub(super) recorded_at: String,
    pub(super) recorded_late: bool,
    pub(super) issued_at: Option<String>,
}

/// The moments of the customer orders (OD; nothing else counts, F4-3b, F4-5c, nor what was cancelled, F3-1c) recorded or issued since `since` (UTC, as stored).
pub(super) async fn moments(
    connection: &mut Connection,
    since: &str,
) -> Result<Vec<Moments>, DeskError> {
    let rows = sqlx::query(
        "SELECT m.* FROM (SELECT o.id, o.number, o.order_date, o.received_on, o.received_time, o.recorded_at, o.recorded_late, c.name AS customer, p.name AS product, \
                (SELECT MIN(t.issued_at) FROM task_sheets t WHERE t.order_id = o.id) AS issued_at \
         FROM orders o JOIN customers c ON c.id = o.customer_id JOIN products p ON p.order_id = o.id WHERE o.kind = 'od' AND o.state <> 'cancelled') m \
         WHERE m.recorded_at >= $1 OR m.issued_at >= $1 ORDER BY m.id",
    )
    .bind(since.to_owned())
    .fetch_all(connection)
    .await?;
    let moments = |row: &Row| -> Result<Moments, sqlx::Error> {
        Ok(Moments {
            id: row.try_get("id")?,
            number: row.try_get("number")?,
            customer: row.try_get("customer")?,
            product: row.try_get("product")?,
            order_date: row.try_get("order_date")?,
            received_on: row.try_get("received_on")?,
            received_time: row.try_get("received_time")?,
            recorded_at: row.try_get("recorded_at")?,
            recorded_late: row.try_get::<i64, _>("recorded_late")? == 1,
            issued_at: row.try_get("issued_at")?,
        })
    };
    Ok(rows.iter().map(moments).collect::<Result<_, _>>()?)
}
