//! Halts in the database.

use sqlx::Row as _;

use super::rules::{AskedBy, Halt, Money};
use crate::error::{DeskError, Failure};
use crate::orders::OrderRest;
use crate::storage::{Connection, Row};

/// That an order rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Resting {
    pub(super) rest: OrderRest,
    pub(super) by: String,
    pub(super) at: String,
    pub(super) reason: String,
}

/// A row as it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HaltRow {
    pub(super) halt: Halt,
    pub(super) reason: String,
    pub(super) asked_by: AskedBy,
    /// Who, when (UTC) and how.
    pub(super) contact: Option<(String, String, String)>,
    pub(super) until: Option<String>,
    pub(super) money: Option<Money>,
    pub(super) loss: Option<i64>,
    pub(super) liable: String,
    pub(super) outcome: String,
    pub(super) consequences: String,
    pub(super) signature: Option<i64>,
    pub(super) at: String,
    pub(super) by: String,
}

fn unknown(what: &'static str, value: String) -> DeskError {
    Failure::UnknownValue { what, value }.into()
}

fn halt_from(code: String) -> Result<Halt, DeskError> {
    Halt::from_code(&code).ok_or_else(|| unknown("order_halts.kind", code))
}

/// Whether an order rests, since when and why.
pub(super) async fn resting(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<Resting>, DeskError> {
    let row = sqlx::query(
        "SELECT h.kind, h.reason, h.done_at, a.name FROM order_halts h JOIN accounts a ON a.id = h.done_by \
         WHERE h.order_id = $1 ORDER BY h.id DESC LIMIT 1",
    )
    .bind(order)
    .fetch_optional(connection)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let Some(rest) = halt_from(row.try_get("kind")?)?.rest() else {
        return Ok(None);
    };
    Ok(Some(Resting {
        rest,
        by: row.try_get("name")?,
        at: row.try_get("done_at")?,
        reason: row.try_get("reason")?,
    }))
}

/// What keeps an order where it is.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn rest(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<OrderRest>, DeskError> {
    Ok(resting(connection, order)
        .await?
        .map(|resting| resting.rest))
}

/// Every halt of an order, the latest first.
pub(super) async fn of_order(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<HaltRow>, DeskError> {
    let rows = sqlx::query(
        "SELECT h.kind, h.reason, h.asked_by, h.contact_who, h.contact_at, h.contact_how, h.expected_until, h.money, h.loss, h.liable, \
         h.outcome, h.consequences, h.signature_id, h.done_at, a.name AS done_by \
         FROM order_halts h JOIN accounts a ON a.id = h.done_by WHERE h.order_id = $1 ORDER BY h.id DESC",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    rows.iter().map(row_from).collect()
}

fn row_from(row: &Row) -> Result<HaltRow, DeskError> {
    let asked_by: String = row.try_get("asked_by")?;
    let money: Option<String> = row.try_get("money")?;
    let who: Option<String> = row.try_get("contact_who")?;
    let at: Option<String> = row.try_get("contact_at")?;
    let how: Option<String> = row.try_get("contact_how")?;
    Ok(HaltRow {
        halt: halt_from(row.try_get("kind")?)?,
        reason: row.try_get("reason")?,
        asked_by: AskedBy::from_code(&asked_by)
            .ok_or_else(|| unknown("order_halts.asked_by", asked_by))?,
        contact: who.zip(at).zip(how).map(|((who, at), how)| (who, at, how)),
        until: row.try_get("expected_until")?,
        money: money
            .map(|code| Money::from_code(&code).ok_or_else(|| unknown("order_halts.money", code)))
            .transpose()?,
        loss: row.try_get("loss")?,
        liable: row.try_get("liable")?,
        outcome: row.try_get("outcome")?,
        consequences: row.try_get("consequences")?,
        signature: row.try_get("signature_id")?,
        at: row.try_get("done_at")?,
        by: row.try_get("done_by")?,
    })
}
