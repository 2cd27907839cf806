//! The texts by which orders are found, in the database.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::Row as _;

use super::make_index::IndexProgress;
use super::{Texts, as_one_field};
use crate::error::DeskError;
use crate::storage::{Connection, Row, gathered, in_one_row, word_index};

/// Who is asked about an order: its own contact, those of its customer, and whoever receives a drop.
const PEOPLE: &str = "SELECT 0 AS rank, 0 AS place, COALESCE(o.contact, '') AS name, COALESCE(o.phone, '') AS phone \
     UNION ALL SELECT 1, 0, c.contact, c.phone WHERE c.id IS NOT NULL \
     UNION ALL SELECT 2, k.position, k.name, k.phone FROM customer_contacts k WHERE k.customer_id = o.customer_id \
     UNION ALL SELECT 3, d.position, COALESCE(d.contact, ''), COALESCE(d.phone, '') FROM drops d WHERE d.order_id = o.id";

/// What is read of each order, up to its conditions; `more` columns and `joins` of its own.
fn texts_sql(connection: &Connection, more: &str, joins: &str) -> String {
    // Read with the order: a question of its own would cost every save a trip.
    let people = in_one_row(connection, "rank, place, name, phone", PEOPLE);
    format!(
        "SELECT o.id, o.number, COALESCE(c.name, '') AS customer, COALESCE(c.short_name, '') AS short_name, p.name AS product, o.customer_po, \
         ({people}) AS gathered{more} \
         FROM orders o LEFT JOIN customers c ON c.id = o.customer_id JOIN products p ON p.order_id = o.id{joins}"
    )
}

/// The texts of one order, and those it is indexed with; none where there is no such order. Most orders have no sheet and no
/// merged customer while they are typed: of what there is nothing of, nothing is read.
pub(super) async fn texts(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<(Texts, Option<String>)>, DeskError> {
    let sql = texts_sql(
        connection,
        ", i.texts AS kept, \
         CASE WHEN EXISTS (SELECT 1 FROM task_sheets t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS has_sheets, \
         CASE WHEN EXISTS (SELECT 1 FROM customers m WHERE m.merged_into = o.customer_id) THEN 1 ELSE 0 END AS has_former",
        " LEFT JOIN order_index i ON i.order_id = o.id",
    );
    let row = sqlx::query(sqlx::AssertSqlSafe(format!("{sql} WHERE o.id = $1")))
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
    let mut people: Vec<(i64, i64, String, String)> = gathered(row, "customer_contacts")?;
    people.sort_unstable();
    let names = as_one_field(each_once(people.iter().map(|(.., name, _)| name.as_str())));
    let phones = as_one_field(each_once(people.iter().map(|(.., phone)| phone.as_str())));
    Ok(Texts([
        row.try_get("number")?,
        sheets,
        row.try_get("customer")?,
        row.try_get("short_name")?,
        row.try_get("product")?,
        row.try_get::<Option<String>, _>("customer_po")?
            .unwrap_or_default(),
        phones,
        names,
        former,
    ]))
}

/// The texts without those that stood before: the first contact of a customer stands among its contacts, too.
fn each_once<'a>(texts: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    let mut before = BTreeSet::new();
    texts.filter(move |text| before.insert(*text))
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
    Ok(as_one_field(numbers))
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
    Ok(as_one_field(names))
}

/// Name and short name of a double.
fn names_of(row: &Row) -> Result<String, sqlx::Error> {
    let names: [String; 2] = [row.try_get("name")?, row.try_get("short_name")?];
    Ok(as_one_field(names))
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
    let texts = texts_sql(connection, "", "");
    let sql = format!("{texts} WHERE o.customer_id = $1 AND o.id > $2 ORDER BY o.id LIMIT $3");
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
    let former = as_one_field(former);
    let mut numbers = by_order(&sheets)?;
    rows.iter()
        .map(|row| {
            let id: i64 = row.try_get("id")?;
            let sheets = as_one_field(numbers.remove(&id).unwrap_or_default());
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
    let texts = texts_sql(connection, "", "");
    let sql = format!("{texts} WHERE o.id > $1 ORDER BY o.id LIMIT $2");
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
            let sheets = as_one_field(numbers.remove(&id).unwrap_or_default());
            let former = as_one_field(former.remove(&id).unwrap_or_default());
            Ok((id, texts_from(row, sheets, former)?))
        })
        .collect()
}
