//! The list of orders in the database: by key, so that the thousandth page is as near as the first.

use sqlx::Row as _;

use super::{ListFilter, PageFrom};
use crate::error::DeskError;
use crate::measures::{Fen, Quantity, UnitPrice};
use crate::orders::OrderKind;
use crate::orders::wire::OrderRow;
use crate::storage::{Connection, Row, in_steps, parameters};

const ROWS: &str = "SELECT o.id, o.number, o.kind, o.state, o.rush, CASE WHEN o.free = 1 THEN 0 ELSE o.unit_price END AS unit_price, o.requested_date, o.next_step, o.blockers, o.recorded_late, \
     COALESCE(c.name, '') AS customer, p.name AS product, p.quantity, p.unit, \
     (SELECT CAST(SUM(s.amount) AS BIGINT) FROM service_lines s WHERE s.order_id = o.id) AS services \
     FROM orders o LEFT JOIN customers c ON c.id = o.customer_id JOIN products p ON p.order_id = o.id";

/// Filter and kind as SQL over `orders o`.
fn condition(filter: ListFilter, kind: Option<OrderKind>) -> String {
    match kind {
        None => filter.condition().to_owned(),
        Some(kind) => format!("o.kind = '{}' AND {}", kind.code(), filter.condition()),
    }
}

/// How many orders the filter lets through.
pub(super) async fn count(
    connection: &mut Connection,
    filter: ListFilter,
    kind: Option<OrderKind>,
) -> Result<i64, DeskError> {
    let sql = format!(
        "SELECT COUNT(*) AS orders FROM orders o WHERE {}",
        condition(filter, kind)
    );
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .fetch_one(connection)
        .await?;
    Ok(row.try_get("orders")?)
}

/// A page of the list, newest first.
pub(super) async fn page(
    connection: &mut Connection,
    filter: ListFilter,
    kind: Option<OrderKind>,
    from: PageFrom,
    limit: i64,
) -> Result<Vec<OrderRow>, DeskError> {
    let condition = condition(filter, kind);
    // The first condition is of the key alone, so that a page reads what it shows and nothing else.
    let (key, order, bound, skip) = match from {
        PageFrom::Newest => ("o.id > $1", "DESC", 0, 0),
        PageFrom::After { id } => ("o.id < $1", "DESC", id, 0),
        PageFrom::Before { id } => ("o.id > $1", "ASC", id, 0),
        PageFrom::Oldest => ("o.id > $1", "ASC", 0, 0),
        PageFrom::Skipping { rows } => ("o.id > $1", "DESC", 0, rows),
    };
    let sql = format!(
        "{ROWS} WHERE o.id IN (SELECT o.id FROM orders o WHERE {key} AND {condition} ORDER BY o.id {order} LIMIT $2 OFFSET $3) \
         ORDER BY o.id DESC"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(bound)
        .bind(limit)
        .bind(skip)
        .fetch_all(connection)
        .await?;
    rows.iter().map(order_row).collect()
}

/// These orders, newest first.
pub(in crate::orders) async fn rows(
    connection: &mut Connection,
    orders: &[i64],
) -> Result<Vec<OrderRow>, DeskError> {
    let asked = in_steps(orders);
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "{ROWS} WHERE o.id IN ({}) ORDER BY o.id DESC",
        parameters(0, asked.len())
    );
    let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
    for order in asked {
        query = query.bind(order);
    }
    let rows = query.fetch_all(connection).await?;
    rows.iter().map(order_row).collect()
}

/// The orders of a customer, newest first.
pub(in crate::orders) async fn of_customer(
    connection: &mut Connection,
    customer: i64,
    limit: i64,
) -> Result<Vec<OrderRow>, DeskError> {
    let sql = format!("{ROWS} WHERE o.customer_id = $1 ORDER BY o.id DESC LIMIT $2");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(customer)
        .bind(limit)
        .fetch_all(connection)
        .await?;
    rows.iter().map(order_row).collect()
}

fn order_row(row: &Row) -> Result<OrderRow, DeskError> {
    let quantity: Option<i64> = row.try_get("quantity")?;
    let unit: Option<String> = row.try_get("unit")?;
    let price: Option<i64> = row.try_get("unit_price")?;
    let services: Option<i64> = row.try_get("services")?;
    let amount = price
        .zip(quantity)
        .and_then(|(price, quantity)| UnitPrice(price).times(Quantity(quantity)))
        .and_then(|amount| amount.checked_add(Fen(services.unwrap_or_default())));
    let shown =
        quantity.map(|quantity| format!("{} {}", Quantity(quantity), unit.unwrap_or_default()));
    let rush: Option<i64> = row.try_get("rush")?;
    Ok(OrderRow {
        id: row.try_get("id")?,
        number: row.try_get("number")?,
        kind: row.try_get("kind")?,
        customer: row.try_get("customer")?,
        product: row.try_get("product")?,
        quantity: shown
            .map(|text| text.trim_end().to_owned())
            .unwrap_or_default(),
        amount: amount.map(|amount| amount.to_string()).unwrap_or_default(),
        requested_date: row.try_get("requested_date")?,
        state: row.try_get("state")?,
        rush: rush == Some(1),
        blockers: row.try_get("blockers")?,
        next_step: row.try_get("next_step")?,
        recorded_late: row.try_get::<i64, _>("recorded_late")? == 1,
    })
}
