//! Receipts in the database.

use sqlx::Row as _;

use super::rules::Way;
use crate::error::{DeskError, Failure};
use crate::measures::Fen;
use crate::storage::{Connection, Row};

/// A receipt as it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Receipt {
    pub(super) id: i64,
    pub(super) order: i64,
    pub(super) received_on: String,
    pub(super) amount: Fen,
    pub(super) way: Way,
    pub(super) reference: String,
    pub(super) remark: String,
    /// The one it counters.
    pub(super) counters: Option<i64>,
    pub(super) recorded_at: String,
    pub(super) recorded_by: String,
}

const RECEIPT: &str = "r.id, r.order_id, r.received_on, r.amount, r.way, r.reference, r.remark, r.counters, r.recorded_at, a.name \
    FROM receipts r JOIN accounts a ON a.id = r.recorded_by";

fn receipt(row: &Row) -> Result<Receipt, DeskError> {
    let way: String = row.try_get("way")?;
    Ok(Receipt {
        id: row.try_get("id")?,
        order: row.try_get("order_id")?,
        received_on: row.try_get("received_on")?,
        amount: Fen(row.try_get("amount")?),
        way: Way::from_code(&way).ok_or(Failure::UnknownValue {
            what: "receipts.way",
            value: way,
        })?,
        reference: row.try_get("reference")?,
        remark: row.try_get("remark")?,
        counters: row.try_get("counters")?,
        recorded_at: row.try_get("recorded_at")?,
        recorded_by: row.try_get("name")?,
    })
}

/// What was entered for an order, the latest first.
pub(super) async fn of_order(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<Receipt>, DeskError> {
    let sql = format!("SELECT {RECEIPT} WHERE r.order_id = $1 ORDER BY r.id DESC");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(order)
        .fetch_all(connection)
        .await?;
    rows.iter().map(receipt).collect()
}

/// One receipt, and whether it was countered.
pub(super) async fn one(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<(Receipt, bool)>, DeskError> {
    let sql = format!("SELECT {RECEIPT} WHERE r.id = $1 OR r.counters = $1 ORDER BY r.id");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .fetch_all(connection)
        .await?;
    let first = rows.first().map(receipt).transpose()?;
    let first = first.filter(|first| first.id == id);
    Ok(first.map(|first| (first, rows.len() > 1)))
}

/// What came in for an order, all told.
pub(crate) async fn received(connection: &mut Connection, order: i64) -> Result<Fen, DeskError> {
    let row = sqlx::query(
        "SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) AS received FROM receipts WHERE order_id = $1",
    )
    .bind(order)
    .fetch_one(connection)
    .await?;
    Ok(Fen(row.try_get("received")?))
}
