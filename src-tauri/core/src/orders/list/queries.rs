//! The list of orders in the database: by key, so that the thousandth page is as near as the first.

use serde::Deserialize;
use sqlx::Row as _;

use super::{ListFilter, PageFrom};
use crate::error::DeskError;
use crate::measures::{Fen, Quantity, UnitPrice};
use crate::orders::OrderKind;
use crate::orders::wire::OrderRow;
use crate::storage::{Connection, Row, gathered, in_one_row, in_steps, parameters};

/// The columns of a [`Listed`], in its order.
const COLUMNS: &str = "id, number, kind, state, rush, unit_price, requested_date, next_step, blockers, recorded_late, customer, product, quantity, unit, services";

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
    let rows = format!(
        "{ROWS} WHERE o.id IN (SELECT o.id FROM orders o WHERE {key} AND {condition} ORDER BY o.id {order} LIMIT $2 OFFSET $3)"
    );
    let sql = in_one_row(connection, COLUMNS, &rows);
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(bound)
        .bind(limit)
        .bind(skip)
        .fetch_one(connection)
        .await?;
    newest_first(&row)
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
    let rows = format!("{ROWS} WHERE o.id IN ({})", parameters(0, asked.len()));
    let sql = in_one_row(connection, COLUMNS, &rows);
    let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
    for order in asked {
        query = query.bind(order);
    }
    newest_first(&query.fetch_one(connection).await?)
}

/// The orders of a customer, newest first.
pub(in crate::orders) async fn of_customer(
    connection: &mut Connection,
    customer: i64,
    limit: i64,
) -> Result<Vec<OrderRow>, DeskError> {
    let rows = format!("{ROWS} WHERE o.customer_id = $1 ORDER BY o.id DESC LIMIT $2");
    let sql = in_one_row(connection, COLUMNS, &rows);
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(customer)
        .bind(limit)
        .fetch_one(connection)
        .await?;
    newest_first(&row)
}

fn newest_first(row: &Row) -> Result<Vec<OrderRow>, DeskError> {
    let mut listed: Vec<Listed> = gathered(row, "orders")?;
    listed.sort_unstable_by_key(|each| std::cmp::Reverse(each.id));
    Ok(listed.into_iter().map(OrderRow::from).collect())
}

/// A row of [`ROWS`].
#[derive(Deserialize)]
struct Listed {
    id: i64,
    number: String,
    kind: String,
    state: String,
    rush: Option<i64>,
    unit_price: Option<i64>,
    requested_date: Option<String>,
    next_step: i64,
    blockers: i64,
    recorded_late: i64,
    customer: String,
    product: String,
    quantity: Option<i64>,
    unit: Option<String>,
    services: Option<i64>,
}

impl From<Listed> for OrderRow {
    fn from(listed: Listed) -> Self {
        let amount = listed
            .unit_price
            .zip(listed.quantity)
            .and_then(|(price, quantity)| UnitPrice(price).times(Quantity(quantity)))
            .and_then(|amount| amount.checked_add(Fen(listed.services.unwrap_or_default())));
        let quantity = listed.quantity.map(|quantity| {
            let unit = listed.unit.unwrap_or_default();
            format!("{} {unit}", Quantity(quantity))
        });
        Self {
            id: listed.id,
            number: listed.number,
            kind: listed.kind,
            customer: listed.customer,
            product: listed.product,
            quantity: quantity
                .map(|text| text.trim_end().to_owned())
                .unwrap_or_default(),
            amount: amount.map(|amount| amount.to_string()).unwrap_or_default(),
            requested_date: listed.requested_date,
            state: listed.state,
            rush: listed.rush == Some(1),
            blockers: listed.blockers,
            next_step: listed.next_step,
            recorded_late: listed.recorded_late == 1,
        }
    }
}
