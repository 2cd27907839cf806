//! The texts by which orders are found, in the database.

use std::collections::BTreeMap;

use sqlx::Row as _;

use super::Texts;
use super::make_index::IndexProgress;
use crate::error::DeskError;
use crate::storage::{Connection, Row, word_index};

const TEXTS: &str = "SELECT o.id, o.number, COALESCE(c.name, '') AS customer, COALESCE(c.short_name, '') AS short_name, p.name AS product, o.customer_po, \
     COALESCE(o.phone, c.phone) AS phone, COALESCE(o.contact, c.contact) AS contact \
     FROM orders o LEFT JOIN customers c ON c.id = o.customer_id JOIN products p ON p.order_id = o.id";

/// The texts of one order, and those it is indexed with; none where there is no such order. Most orders have no sheet and no
/// merged customer while they are typed: of what there is nothing of, nothing is read.
pub(super) async fn texts(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<(Texts, Option<String>)>, DeskError> {
    let row = sqlx::query(
        "SELECT o.id, o.number, COALESCE(c.name, '') AS customer, COALESCE(c.short_name, '') AS short_name, p.name AS product, o.customer_po, \
         COALESCE(o.phone, c.phone) AS phone, COALESCE(o.contact, c.contact) AS contact, i.texts AS kept, \
         CASE WHEN EXISTS (SELECT 1 FROM task_sheets t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS has_sheets, \
         CASE WHEN EXISTS (SELECT 1 FROM customers m WHERE m.merged_into = o.customer_id) THEN 1 ELSE 0 END AS has_former \
         FROM orders o LEFT JOIN customers c ON c.id = o.customer_id JOIN products p ON p.order_id = o.id \
         LEFT JOIN order_index i ON i.order_id = o.id WHERE o.id = $1",
    )
    .bind(order)
    .fetch_optional(&mut *connection)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let sheets = match row.try_get::<i64, _>("has_sheets")? {
        0 => String::new(),
        _ => sheets(connection, order).await?,
    };
    let former = match row.try_get::<i64, _>("has_former")? {
        0 => String::new(),
        _ => former_names(connection, order).await?,
    };
    let kept = row.try_get("kept")?;
    Ok(Some((texts_from(&row, sheets, former)?, kept)))
}

fn texts_from(row: &Row, sheets: String, former: String) -> Result<Texts, DeskError> {
    let empty = |column: &str| -> Result<String, DeskError> {
        Ok(row
            .try_get::<Option<String>, _>(column)?
            .unwrap_or_default())
    };
    Ok(Texts([
        row.try_get("number")?,
        sheets,
        row.try_get("customer")?,
        row.try_get("short_name")?,
        row.try_get("product")?,
        empty("customer_po")?,
        empty("phone")?,
        empty("contact")?,
        former,
    ]))
}

/// The numbers of an order's task sheets, each once.
async fn sheets(connection: &mut Connection, order: i64) -> Result<String, DeskError> {
    let rows =
        sqlx::query("SELECT DISTINCT number FROM task_sheets WHERE order_id = $1 ORDER BY number")
            .bind(order)
            .fetch_all(connection)
            .await?;
    let numbers = rows
        .iter()
        .map(|row| row.try_get::<String, _>("number"))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(numbers.join(" "))
}

/// The names of the doubles that were merged into the customer of an order.
async fn former_names(connection: &mut Connection, order: i64) -> Result<String, DeskError> {
    let rows = sqlx::query(
        "SELECT m.name, m.short_name FROM orders o JOIN customers m ON m.merged_into = o.customer_id \
         WHERE o.id = $1 ORDER BY m.id",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    let names = rows.iter().map(names_of).collect::<Result<Vec<_>, _>>()?;
    Ok(names.join(" "))
}

/// Name and short name of a double.
fn names_of(row: &Row) -> Result<String, sqlx::Error> {
    let names: [String; 2] = [row.try_get("name")?, row.try_get("short_name")?];
    Ok(names.join(" ").trim_end().to_owned())
}

/// How far the index is made by this version of the cutting; nothing once it is whole.
pub(super) async fn progress(
    connection: &mut Connection,
    version: i64,
) -> Result<Option<IndexProgress>, DeskError> {
    let (made_by, done_to) = word_index::state(connection).await?;
    if (made_by, done_to) == (version, word_index::ALL_DONE) {
        return Ok(None);
    }
    let row = sqlx::query(
        "SELECT COUNT(*) AS orders, COUNT(CASE WHEN id <= $1 THEN 1 END) AS done FROM orders",
    )
    .bind(if made_by == version { done_to } else { 0 })
    .fetch_one(connection)
    .await?;
    Ok(Some(IndexProgress {
        done: row.try_get("done")?,
        of: row.try_get("orders")?,
    }))
}

/// The texts of the first orders of a customer behind `after`, oldest first.
pub(super) async fn texts_of_customer(
    connection: &mut Connection,
    customer: i64,
    after: i64,
    limit: i64,
) -> Result<Vec<(i64, Texts)>, DeskError> {
    let sql = format!("{TEXTS} WHERE o.customer_id = $1 AND o.id > $2 ORDER BY o.id LIMIT $3");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(customer)
        .bind(after)
        .bind(limit)
        .fetch_all(&mut *connection)
        .await?;
    let last: i64 = match rows.last() {
        Some(row) => row.try_get("id")?,
        None => return Ok(Vec::new()),
    };
    let sheets = sqlx::query(
        "SELECT DISTINCT t.order_id, t.number FROM task_sheets t JOIN orders o ON o.id = t.order_id \
         WHERE o.customer_id = $1 AND o.id > $2 AND o.id <= $3 ORDER BY t.order_id, t.number",
    )
    .bind(customer)
    .bind(after)
    .bind(last)
    .fetch_all(&mut *connection)
    .await?;
    let doubles =
        sqlx::query("SELECT name, short_name FROM customers WHERE merged_into = $1 ORDER BY id")
            .bind(customer)
            .fetch_all(connection)
            .await?;
    let former: Vec<String> = doubles.iter().map(names_of).collect::<Result<_, _>>()?;
    let former = former.join(" ");
    let mut numbers = by_order(&sheets)?;
    rows.iter()
        .map(|row| {
            let id: i64 = row.try_get("id")?;
            let sheets = numbers.remove(&id).unwrap_or_default().join(" ");
            Ok((id, texts_from(row, sheets, former.clone())?))
        })
        .collect()
}

/// The texts with which the orders of a customer behind `after`, up to `last`, stand in the index.
pub(super) async fn kept_of_customer(
    connection: &mut Connection,
    customer: i64,
    after: i64,
    last: i64,
) -> Result<BTreeMap<i64, String>, DeskError> {
    let rows = sqlx::query(
        "SELECT i.order_id, i.texts FROM orders o JOIN order_index i ON i.order_id = o.id \
         WHERE o.customer_id = $1 AND o.id > $2 AND o.id <= $3",
    )
    .bind(customer)
    .bind(after)
    .bind(last)
    .fetch_all(connection)
    .await?;
    let kept = |row: &Row| Ok((row.try_get("order_id")?, row.try_get("texts")?));
    Ok(rows.iter().map(kept).collect::<Result<_, sqlx::Error>>()?)
}

/// The numbers of task sheets by their order.
fn by_order(sheets: &[Row]) -> Result<BTreeMap<i64, Vec<String>>, DeskError> {
    let mut numbers: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    for row in sheets {
        let of_order = numbers.entry(row.try_get("order_id")?).or_default();
        of_order.push(row.try_get("number")?);
    }
    Ok(numbers)
}

/// The texts of the first orders behind `after`, oldest first.
pub(super) async fn texts_after(
    connection: &mut Connection,
    after: i64,
    limit: i64,
) -> Result<Vec<(i64, Texts)>, DeskError> {
    let sql = format!("{TEXTS} WHERE o.id > $1 ORDER BY o.id LIMIT $2");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(after)
        .bind(limit)
        .fetch_all(&mut *connection)
        .await?;
    let last: i64 = match rows.last() {
        Some(row) => row.try_get("id")?,
        None => return Ok(Vec::new()),
    };
    let sheets = sqlx::query(
        "SELECT DISTINCT order_id, number FROM task_sheets WHERE order_id > $1 AND order_id <= $2 ORDER BY order_id, number",
    )
    .bind(after)
    .bind(last)
    .fetch_all(&mut *connection)
    .await?;
    let doubles = sqlx::query(
        "SELECT o.id, m.name, m.short_name FROM orders o JOIN customers m ON m.merged_into = o.customer_id \
         WHERE o.id > $1 AND o.id <= $2 ORDER BY o.id, m.id",
    )
    .bind(after)
    .bind(last)
    .fetch_all(connection)
    .await?;
    let mut former: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    for row in &doubles {
        let of_order = former.entry(row.try_get("id")?).or_default();
        of_order.push(names_of(row)?);
    }
    let mut numbers = by_order(&sheets)?;
    rows.iter()
        .map(|row| {
            let id: i64 = row.try_get("id")?;
            let sheets = numbers.remove(&id).unwrap_or_default().join(" ");
            let former = former.remove(&id).unwrap_or_default().join(" ");
            Ok((id, texts_from(row, sheets, former)?))
        })
        .collect()
}
