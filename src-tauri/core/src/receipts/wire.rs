//! What the window is told of receipts, and what it asks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::queries::{self, Receipt};
use super::rules::{Way, deposit};
use crate::error::DeskError;
use crate::measures::Fen;
use crate::orders::OrderFacts;
use crate::storage::Connection;

/// Money that came in.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordReceiptRequest {
    /// The order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// The day it came, as typed; empty: today.
    pub received_on: String,
    /// How much, as typed.
    pub amount: String,
    /// How.
    pub way: Way,
    /// 凭证号 or 流水号.
    pub reference: String,
    /// 备注.
    pub remark: String,
}

/// A receipt that was entered wrong.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CounterReceiptRequest {
    /// Which.
    #[ts(type = "number")]
    pub receipt_id: i64,
    /// Why.
    pub reason: String,
}

/// What came in for an order, and what is due before it. Amounts as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReceiptsView {
    /// Its amount, tax included; none while it has none.
    pub total: Option<String>,
    /// The share that is due 下单前; none where none is.
    pub share: Option<String>,
    /// How much that is.
    pub due: Option<String>,
    /// What came in.
    pub received: String,
    /// What of the 定金 is open.
    pub open: Option<String>,
    /// All of the 定金 came in.
    pub paid: bool,
    /// Without it no sheet is issued.
    pub blocks: bool,
    /// What was entered, the latest first.
    pub receipts: Vec<ReceiptView>,
}

/// One receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReceiptView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// The day it came.
    pub received_on: String,
    /// How much; below nothing where it counters another.
    pub amount: String,
    /// How.
    pub way: Way,
    /// 凭证号 or 流水号.
    pub reference: String,
    /// 备注, or why it counters another.
    pub remark: String,
    /// It counters another.
    pub counter: bool,
    /// It was countered.
    pub countered: bool,
    /// Who entered it.
    pub by: String,
    /// When (UTC).
    pub at: String,
}

/// What came in for an order, as its page shows it.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn view(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<ReceiptsView, DeskError> {
    let receipts = queries::of_order(connection, facts.id).await?;
    let received = Fen::total(receipts.iter().map(|receipt| receipt.amount)).unwrap_or_default();
    let deposit = deposit(&facts.specification, received);
    let countered: Vec<i64> = receipts.iter().filter_map(|one| one.counters).collect();
    let shown = |receipt: Receipt| ReceiptView {
        counter: receipt.counters.is_some(),
        countered: countered.contains(&receipt.id),
        id: receipt.id,
        received_on: receipt.received_on,
        amount: receipt.amount.to_string(),
        way: receipt.way,
        reference: receipt.reference,
        remark: receipt.remark,
        by: receipt.recorded_by,
        at: receipt.recorded_at,
    };
    let written = |amount: Fen| amount.to_string();
    Ok(ReceiptsView {
        total: facts.specification.amount().map(written),
        share: deposit.map(|deposit| deposit.share.to_string()),
        due: deposit.and_then(|deposit| deposit.due).map(written),
        received: received.to_string(),
        open: deposit.and_then(|deposit| deposit.open()).map(written),
        paid: deposit.is_some_and(|deposit| deposit.is_paid()),
        blocks: facts.rules.deposit_blocks,
        receipts: receipts.into_iter().map(shown).collect(),
    })
}
