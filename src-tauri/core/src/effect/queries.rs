//! Approvals and customers' signatures in the database.

use sqlx::Row as _;

use super::rules::{Gate, Gates, SignatureKind, approval_asked};
use crate::accounts::{Signature, queries as people};
use crate::error::{DeskError, Failure};
use crate::orders::{OrderFacts, sale_content};
use crate::sent_back::{AskedFor, sent_back};
use crate::storage::{Connection, Row};

/// A signature of the customer, as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CustomerSigned {
    pub(super) kind: SignatureKind,
    pub(super) contract_number: String,
    pub(super) contract_date: Option<String>,
    pub(super) signature: Signature,
    /// Names of the pieces of evidence.
    pub(super) evidence: Vec<String>,
}

/// How the gates before 生效 stand for an order nobody has signed, by the rules of its order date.
pub(crate) fn unsigned(facts: &OrderFacts) -> Gates {
    let (approval, customer) = asked(facts);
    let gate = |asked| if asked { Gate::Unsigned } else { Gate::Off };
    Gates {
        approval: gate(approval),
        customer: gate(customer),
        customer_blocks: facts.rules.customer_signature_blocks,
    }
}

/// Whether 生效审批 and the customer's signature are asked of an order.
fn asked(facts: &OrderFacts) -> (bool, bool) {
    let rules = &facts.rules;
    let formal = facts.kind().is_formal();
    (
        formal && approval_asked(rules, facts.specification.amount()),
        formal && (rules.customer_signature_asked || rules.customer_signature_blocks),
    )
}

/// How the gates before 生效 stand for an order, by the rules of its order date.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn gates(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Gates, DeskError> {
    let (rules, specification) = (&facts.rules, &facts.specification);
    let (approval, customer) = asked(facts);
    Ok(Gates {
        approval: if approval {
            let content = specification.content_hash();
            let latest = latest_approval(connection, facts.id).await?;
            let no = sent_back(connection, facts.id, AskedFor::Effect, &content).await?;
            Gate::judged(latest, &[&content]).or_sent_back(no)
        } else {
            Gate::Off
        },
        customer: if customer {
            let latest = latest_signature(connection, facts.id).await?;
            let [paper, read_back] = signed_by_the_customer(connection, facts).await?;
            Gate::judged(latest, &[&paper, &read_back])
        } else {
            Gate::Off
        },
        customer_blocks: rules.customer_signature_blocks,
    })
}

/// Hashes of what the customer signs: 订单确认书 as the order stands, with its day and whom to bill. What was signed before that was
/// kept is named by what was read back, and counts while that stands.
///
/// # Errors
/// When the database cannot be read.
pub(super) async fn signed_by_the_customer(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<[String; 2], DeskError> {
    Ok([
        sale_content(connection, facts).await?,
        facts.specification.read_back_hash(),
    ])
}

/// The latest 生效审批 of an order, whatever it was given to.
async fn latest_approval(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<Signature>, DeskError> {
    let row = sqlx::query(
        "SELECT signature_id FROM effect_approvals WHERE order_id = $1 ORDER BY id DESC LIMIT 1",
    )
    .bind(order)
    .fetch_optional(&mut *connection)
    .await?;
    signature_of(connection, row).await
}

/// The latest signature of the customer, whatever it was given to.
async fn latest_signature(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<Signature>, DeskError> {
    let row = sqlx::query(
        "SELECT signature_id FROM customer_signatures WHERE order_id = $1 ORDER BY id DESC LIMIT 1",
    )
    .bind(order)
    .fetch_optional(&mut *connection)
    .await?;
    signature_of(connection, row).await
}

async fn signature_of(
    connection: &mut Connection,
    row: Option<Row>,
) -> Result<Option<Signature>, DeskError> {
    match row {
        Some(row) => Ok(Some(
            people::signature(connection, row.try_get("signature_id")?).await?,
        )),
        None => Ok(None),
    }
}

/// Every signature of the customer, the latest first.
pub(super) async fn customer_signatures(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<CustomerSigned>, DeskError> {
    let rows = sqlx::query(
        "SELECT kind, contract_number, contract_date, signature_id FROM customer_signatures WHERE order_id = $1 ORDER BY id DESC",
    )
    .bind(order)
    .fetch_all(&mut *connection)
    .await?;
    let mut signed = Vec::with_capacity(rows.len());
    for row in rows {
        let kind: String = row.try_get("kind")?;
        let id: i64 = row.try_get("signature_id")?;
        let pieces =
            sqlx::query("SELECT name FROM evidence_pieces WHERE signature_id = $1 ORDER BY id")
                .bind(id)
                .fetch_all(&mut *connection)
                .await?;
        signed.push(CustomerSigned {
            kind: SignatureKind::from_code(&kind).ok_or(Failure::UnknownValue {
                what: "customer_signatures.kind",
                value: kind,
            })?,
            contract_number: row.try_get("contract_number")?,
            contract_date: row.try_get("contract_date")?,
            signature: people::signature(connection, id).await?,
            evidence: pieces
                .iter()
                .map(|piece| piece.try_get("name"))
                .collect::<Result<_, sqlx::Error>>()?,
        });
    }
    Ok(signed)
}

/// Hash of what an order said when it took effect.
pub(super) async fn effect_hash(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<String>, DeskError> {
    let row = sqlx::query("SELECT effect_hash FROM orders WHERE id = $1")
        .bind(order)
        .fetch_one(connection)
        .await?;
    Ok(row.try_get("effect_hash")?)
}
