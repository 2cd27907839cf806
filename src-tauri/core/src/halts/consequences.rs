//! What a cancellation brings about, gathered before it is done and kept with it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::BusinessDay;
use crate::error::DeskError;
use crate::measures::Fen;
use crate::orders::{OrderFacts, parts_of, taken_from};
use crate::samples::{self, Source};
use crate::storage::Connection;
use crate::{files, free_proofs, hand_overs, receipts, task_sheets};

/// A print that has to come back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PrintBack {
    /// Of which state: `RW-2026-A000456 · V1`.
    pub label: String,
    /// Which print of it.
    #[ts(type = "number")]
    pub number: i64,
    /// Who has it.
    pub holder: String,
}

/// A sample of the customer's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SampleBack {
    /// 样本号.
    pub number: String,
    /// What it is.
    pub description: String,
    /// Who has it; empty where it lies in the house.
    pub borrower: String,
}

/// A part that is the presale's again (F4-3d).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PresaleBack {
    /// Which presale or sample order.
    pub number: String,
    /// How many pieces, as a person reads it.
    pub quantity: String,
}

/// What a cancellation brings about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CancelConsequences {
    /// The sheet that becomes 作废: `RW-2026-A000456 · V1·改1`.
    pub sheet: Option<String>,
    /// Its prints, which have to come back.
    pub prints: Vec<PrintBack>,
    /// A change that waits is withdrawn.
    pub change_waits: bool,
    /// Files that are not copied into the prepress folder any more.
    pub stopped: Vec<String>,
    /// Files that lie there, below it, and are to be plated no more; an original among them stays where it is.
    pub filed: Vec<String>,
    /// The customer's samples, to be given back.
    pub samples: Vec<SampleBack>,
    /// Money that came in, to be refunded or credited.
    pub received: Option<String>,
    /// The part that goes back to its presale.
    pub presale: Option<PresaleBack>,
    /// Customer orders that came of it, and stay.
    pub stay: Vec<String>,
    /// How many free proofs that were asked for are withdrawn.
    #[ts(type = "number")]
    pub free_proofs_withdrawn: usize,
    /// Free proofs that were issued.
    pub free_proofs: Vec<String>,
    /// The departments that are told.
    pub told: Vec<String>,
}

impl CancelConsequences {
    /// Gathers them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(super) async fn read(
        connection: &mut Connection,
        facts: &OrderFacts,
        today: BusinessDay,
    ) -> Result<Self, DeskError> {
        let order = facts.id;
        let paper = task_sheets::on_paper(connection, order).await?;
        let (waiting, filed) = files::in_prepress(connection, order).await?;
        let samples = samples::views(connection, order, today.0).await?;
        let back = samples
            .into_iter()
            .filter(|sample| sample.source == Source::Customer && sample.out_reason.is_empty());
        let received = receipts::received(connection, order).await?;
        let (asked, issued) = free_proofs::asked_and_issued(connection, order).await?;
        let parts = parts_of(connection, order).await?;
        Ok(Self {
            sheet: paper.sheet,
            prints: paper
                .prints
                .into_iter()
                .map(|(label, number, holder)| PrintBack {
                    label,
                    number,
                    holder,
                })
                .collect(),
            change_waits: paper.change_waits,
            stopped: waiting,
            filed,
            samples: back
                .map(|sample| SampleBack {
                    borrower: sample
                        .loans
                        .iter()
                        .find(|loan| loan.returned_at.is_none())
                        .map(|loan| loan.borrower.clone())
                        .unwrap_or_default(),
                    number: sample.number,
                    description: sample.description,
                })
                .collect(),
            received: (received != Fen::ZERO).then(|| received.to_string()),
            presale: taken_from(connection, order)
                .await?
                .map(|(_, number, quantity)| PresaleBack {
                    number,
                    quantity: quantity.to_string(),
                }),
            stay: parts.into_iter().map(|part| part.order.number).collect(),
            free_proofs_withdrawn: asked,
            free_proofs: issued,
            told: hand_overs::told_of(connection, facts).await?,
        })
    }
}
