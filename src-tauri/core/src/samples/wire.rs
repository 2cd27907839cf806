//! What the window is told of samples, and what it asks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::kinds::{Medium, SampleType, Source, SourceSigner};
use super::queries::{self, SampleRow};
use super::rules::Standing;
use crate::accounts::ApprovalRequest;
use crate::error::DeskError;
use crate::storage::Connection;

/// A sample on its way into the register.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegisterSampleRequest {
    /// The order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// What it proves.
    #[serde(rename = "type")]
    pub what: SampleType,
    /// Where it is from.
    pub source: Source,
    /// What it is.
    pub medium: Medium,
    /// Which one, from whom.
    pub description: String,
    /// How many pieces.
    #[ts(type = "number")]
    pub quantity: i64,
}

/// A stamp that is asked for. The four facts are not asked: they come from the order and the signature.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StampSampleRequest {
    /// The sample.
    #[ts(type = "number")]
    pub sample_id: i64,
    /// The order as it was shown to the signer: its customer and product stand on the stamp.
    #[ts(type = "number")]
    pub revision: i64,
    /// In which capacity it is signed.
    pub capacity: SourceSigner,
    /// The last day it holds, `YYYY-MM-DD`.
    pub valid_until: Option<String>,
    /// The yes.
    pub approval: ApprovalRequest,
}

/// A sample on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SampleView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// 样本号.
    pub number: String,
    /// What it proves.
    #[serde(rename = "type")]
    pub what: SampleType,
    /// Where it is from.
    pub source: Source,
    /// What it is.
    pub medium: Medium,
    /// Which one, from whom.
    pub description: String,
    /// How many pieces.
    #[ts(type = "number")]
    pub quantity: i64,
    /// Its newest stamp.
    pub stamp: Option<StampView>,
    /// Who may sign it, the usual one first.
    pub signers: Vec<SourceSigner>,
}

/// A 样本确认章, as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StampView {
    /// 客户名称.
    pub customer: String,
    /// 产品名称.
    pub product: String,
    /// 样本类型, as printed.
    pub sample_type: String,
    /// 签样人.
    pub signer: String,
    /// On what it was given, when it was recorded for the signer (代录).
    pub recorded: Option<crate::accounts::Medium>,
    /// The day it was given.
    pub date: String,
    /// The last day it holds.
    pub valid_until: Option<String>,
    /// A fact of it has changed since.
    pub stale: bool,
    /// Its validity has passed.
    pub expired: bool,
}

/// The samples of an order, in the order they were registered.
///
/// # Errors
/// When the database cannot be read.
pub async fn views(
    connection: &mut Connection,
    order: i64,
    today: chrono::NaiveDate,
) -> Result<Vec<SampleView>, DeskError> {
    let rows = queries::of_order(connection, order).await?;
    Ok(rows.into_iter().map(|row| view(row, today)).collect())
}

fn view(row: SampleRow, today: chrono::NaiveDate) -> SampleView {
    let standing = row.facts.standing(today);
    let sample = row.facts.sample;
    SampleView {
        id: row.id,
        number: row.facts.number,
        what: sample.what,
        source: sample.source,
        medium: sample.medium,
        description: sample.description,
        quantity: sample.quantity,
        stamp: row.stamp.map(|stamp| StampView {
            customer: stamp.customer,
            product: stamp.product,
            sample_type: stamp.sample_type,
            signer: stamp.signer,
            recorded: stamp.recorded,
            date: stamp.stamped_on,
            valid_until: stamp.valid_until,
            stale: standing == Standing::Stale,
            expired: matches!(standing, Standing::Expired { .. }),
        }),
        signers: sample.source.signers().to_vec(),
    }
}
