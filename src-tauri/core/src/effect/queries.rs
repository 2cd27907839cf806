//! Approvals and customers' signatures in the database.

use sqlx::Row as _;

use super::rules::{Gate, Gates, SignatureKind, approval_asked};
use crate::accounts::{Signature, queries as people};
use crate::error::{DeskError, Failure};
use crate::orders::{
    OrderFacts, Specification, customer_of, customer_on_paper, signed_by_customer,
};
use crate::sent_back::{AskedFor, sent_back};
use crate::storage::{Connection, Row};

/// A signature of the customer, as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CustomerSigned {
    pub(super) kind: SignatureKind,
    pub(super) contract_number: String,
    pub(super) contract_date: Option<String>,
    /// Who the customer was on what was signed.
    pub(super) customer_then: String,
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
            let latest = latest.map(|given| {
                let counts = given.counts_for(&content);
                (given, counts)
            });
            Gate::judged(latest).or_sent_back(no)
        } else {
            Gate::Off
        },
        customer: if customer {
            Gate::judged(latest_signature(connection, facts).await?)
        } else {
            Gate::Off
        },
        customer_blocks: rules.customer_signature_blocks,
    })
}

/// What a signature of the customer is held against: 订单确认书 as the order stands, day and whom to bill included (F7-07b). On an issued
/// order the customer is who they were when it was issued, wherever they have moved since.
pub(super) struct ToSign<'a> {
    specification: &'a Specification,
    /// Who the customer is now, of an issued order who they were then; none where nobody knows: whoever signed is who they were.
    customer: Option<String>,
}

impl<'a> ToSign<'a> {
    /// Reads it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(super) async fn read(
        connection: &mut Connection,
        facts: &'a OrderFacts,
    ) -> Result<Self, DeskError> {
        let customer = if facts.issued {
            customer_at_issue(connection, facts.id).await?
        } else {
            Some(customer_on_paper(&customer_of(connection, facts).await?))
        };
        Ok(Self {
            specification: &facts.specification,
            customer,
        })
    }

    /// Whether a signature still counts, given by who the customer was then. What was signed before that was kept is named by what
    /// was read back, and counts while that stands.
    pub(super) fn is_signed_by(&self, signature: &Signature, customer_then: &str) -> bool {
        if customer_then.is_empty() {
            return signature.counts_for(&self.specification.read_back_hash());
        }
        let customer = self.customer.as_deref().unwrap_or(customer_then);
        signature.counts_for(&signed_by_customer(self.specification, customer))
    }
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

async fn customer_at_issue(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<String>, DeskError> {
    let row = sqlx::query("SELECT customer_at_issue FROM orders WHERE id = $1")
        .bind(order)
        .fetch_one(connection)
        .await?;
    Ok(row.try_get("customer_at_issue")?)
}

/// The latest signature of the customer, and whether it still counts.
async fn latest_signature(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Option<(Signature, bool)>, DeskError> {
    let row = sqlx::query(
        "SELECT signature_id, customer_hash FROM customer_signatures WHERE order_id = $1 ORDER BY id DESC LIMIT 1",
    )
    .bind(facts.id)
    .fetch_optional(&mut *connection)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let customer_then: String = row.try_get("customer_hash")?;
    let signature = people::signature(connection, row.try_get("signature_id")?).await?;
    let to_sign = ToSign::read(connection, facts).await?;
    let counts = to_sign.is_signed_by(&signature, &customer_then);
    Ok(Some((signature, counts)))
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
        "SELECT kind, contract_number, contract_date, customer_hash, signature_id FROM customer_signatures WHERE order_id = $1 ORDER BY id DESC",
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
            customer_then: row.try_get("customer_hash")?,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::{Capacity, Role};

    #[test]
    fn clause_f7_07b_what_was_signed_before_the_paper_was_hashed_counts_while_what_was_read_back_stands()
     {
        let specification = Specification::default();
        let signed = |content_hash: String| Signature {
            id: 1,
            content_hash,
            account: None,
            signer: "王琳".to_owned(),
            capacity: Capacity::Holds(Role::SalesSupervisor),
            signed_at: "2026-11-24T01:12:00Z".to_owned(),
            recorded: None,
            deputy_for: None,
            note: String::new(),
        };
        let then = signed(specification.read_back_hash());
        let now = signed(signed_by_customer(&specification, "moved in"));
        let to_sign = |customer: Option<&str>| ToSign {
            specification: &specification,
            customer: customer.map(str::to_owned),
        };
        for customer in [Some("moved in"), Some("moved out"), None] {
            let to_sign = to_sign(customer);
            assert!(to_sign.is_signed_by(&then, ""));
            assert!(!to_sign.is_signed_by(&now, ""));
            // What was read back is less than what a paper says.
            assert!(!to_sign.is_signed_by(&then, "moved in"));
            let moved = customer == Some("moved out");
            assert_eq!(to_sign.is_signed_by(&now, "moved in"), !moved);
        }
    }
}
