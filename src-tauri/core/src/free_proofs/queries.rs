//! Free proofs in the database.

use sqlx::Row as _;

use crate::accounts::Medium as SignedOn;
use crate::accounts::queries::medium_from;
use crate::error::{DeskError, Failure};
use crate::measures::Fen;
use crate::samples::Medium;
use crate::storage::{Connection, Row};

/// A free proof.
#[derive(Clone, Debug)]
pub(super) struct FreeProofRow {
    pub(super) id: i64,
    pub(super) order: i64,
    pub(super) order_number: String,
    pub(super) customer: String,
    pub(super) product: String,
    pub(super) number: Option<String>,
    pub(super) medium: Medium,
    pub(super) content: String,
    pub(super) quantity: i64,
    pub(super) reason: String,
    pub(super) requested_at: String,
    pub(super) requester: i64,
    pub(super) requested_by: String,
    /// Who approved it, on what where it was recorded, and when.
    pub(super) approved: Option<(String, Option<SignedOn>, String)>,
    pub(super) issued_at: Option<String>,
    pub(super) sheet: Option<String>,
    pub(super) cost: Option<Fen>,
    pub(super) cost_note: String,
    pub(super) withdrawn: String,
}

const FREE_PROOFS: &str = "SELECT f.id, f.order_id, o.number AS order_number, COALESCE(c.name, '本厂库存') AS customer, p.name AS product, \
     f.number, f.medium, f.content, f.quantity, f.reason, f.requested_at, f.requested_by AS requester, a.name AS requested_by, \
     g.signer_name, g.medium AS signed_on, g.signed_at, f.issued_at, f.sheet_sha256, f.cost, f.cost_note, f.withdrawn \
     FROM free_proofs f JOIN orders o ON o.id = f.order_id LEFT JOIN customers c ON c.id = o.customer_id \
     JOIN products p ON p.order_id = o.id JOIN accounts a ON a.id = f.requested_by LEFT JOIN signatures g ON g.id = f.signature_id";

impl TryFrom<&Row> for FreeProofRow {
    type Error = DeskError;

    fn try_from(row: &Row) -> Result<Self, DeskError> {
        let medium: String = row.try_get("medium")?;
        let approved = match row.try_get::<Option<String>, _>("signer_name")? {
            None => None,
            Some(signer) => Some((
                signer,
                row.try_get::<Option<String>, _>("signed_on")?
                    .map(medium_from)
                    .transpose()?,
                row.try_get("signed_at")?,
            )),
        };
        Ok(Self {
            id: row.try_get("id")?,
            order: row.try_get("order_id")?,
            order_number: row.try_get("order_number")?,
            customer: row.try_get("customer")?,
            product: row.try_get("product")?,
            number: row.try_get("number")?,
            medium: Medium::from_code(&medium).ok_or(Failure::UnknownValue {
                what: "free_proofs.medium",
                value: medium,
            })?,
            content: row.try_get("content")?,
            quantity: row.try_get("quantity")?,
            reason: row.try_get("reason")?,
            requested_at: row.try_get("requested_at")?,
            requester: row.try_get("requester")?,
            requested_by: row.try_get("requested_by")?,
            approved,
            issued_at: row.try_get("issued_at")?,
            sheet: row.try_get("sheet_sha256")?,
            cost: row.try_get::<Option<i64>, _>("cost")?.map(Fen),
            cost_note: row.try_get("cost_note")?,
            withdrawn: row.try_get("withdrawn")?,
        })
    }
}

/// The free proofs of an order, the latest first.
pub(super) async fn of_order(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<FreeProofRow>, DeskError> {
    let sql = format!("{FREE_PROOFS} WHERE f.order_id = $1 ORDER BY f.id DESC");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(order)
        .fetch_all(connection)
        .await?;
    rows.iter().map(FreeProofRow::try_from).collect()
}

/// One free proof.
pub(super) async fn free_proof(
    connection: &mut Connection,
    id: i64,
) -> Result<FreeProofRow, DeskError> {
    let sql = format!("{FREE_PROOFS} WHERE f.id = $1");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .fetch_optional(connection)
        .await?;
    row.as_ref()
        .map(FreeProofRow::try_from)
        .transpose()?
        .ok_or_else(|| super::FreeProofRefusal::NoSuchFreeProof.into())
}

/// Those issued since `since` (UTC, as stored), the latest first.
pub(super) async fn issued_since(
    connection: &mut Connection,
    since: &str,
) -> Result<Vec<FreeProofRow>, DeskError> {
    let sql = format!("{FREE_PROOFS} WHERE f.issued_at >= $1 ORDER BY f.issued_at DESC, f.id DESC");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(since.to_owned())
        .fetch_all(connection)
        .await?;
    rows.iter().map(FreeProofRow::try_from).collect()
}
