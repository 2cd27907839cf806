//! What the window is told of samples, and what it asks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::kinds::{Medium, SampleType, Source, SourceSigner};
use super::queries::{self, SampleRow, StampRow};
use super::rules::Standing;
use crate::accounts::{ApprovalRequest, EvidenceRequest};
use crate::error::DeskError;
use crate::files::files_in_use;
use crate::storage::Connection;

/// What is written of a sample.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SampleFactsRequest {
    /// What it proves.
    #[serde(rename = "type")]
    pub what: SampleType,
    /// Where it is from.
    pub source: Source,
    /// What it is.
    pub medium: Medium,
    /// 来自: from whom it is; of what a customer hands in somebody is named.
    pub from_whom: String,
    /// The day it came, `YYYY-MM-DD`; none: today.
    pub came_on: Option<String>,
    /// Which one.
    pub description: String,
    /// How many pieces.
    #[ts(type = "number")]
    pub quantity: i64,
    /// 状态: how it is.
    pub condition: String,
    /// 存放: where it lies.
    pub place: String,
    /// The last day it is good, `YYYY-MM-DD`.
    pub valid_until: Option<String>,
}

/// A sample on its way into the register.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegisterSampleRequest {
    /// The order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// What it is.
    pub facts: SampleFactsRequest,
    /// Pictures of it.
    pub photos: Vec<EvidenceRequest>,
}

/// What is written of a sample is mended.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeSampleRequest {
    /// The sample.
    #[ts(type = "number")]
    pub sample_id: i64,
    /// What it is.
    pub facts: SampleFactsRequest,
}

/// Somebody takes a sample with them.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LendSampleRequest {
    /// The sample.
    #[ts(type = "number")]
    pub sample_id: i64,
    /// Who.
    pub borrower: String,
    /// What for; may be empty.
    pub purpose: String,
}

/// A sample comes back.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReturnSampleRequest {
    /// The sample.
    #[ts(type = "number")]
    pub sample_id: i64,
    /// Who brings it.
    pub returned_by: String,
    /// Where it lies now; empty: where it lay.
    pub place: String,
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

/// The second stamp, which voids the newest of a sample.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VoidStampRequest {
    /// The sample.
    #[ts(type = "number")]
    pub sample_id: i64,
    /// The stamp that was shown to the signer.
    #[ts(type = "number")]
    pub stamp_id: i64,
    /// In which capacity it is signed.
    pub capacity: SourceSigner,
    /// Why the stamp no longer counts.
    pub reason: String,
    /// The signature.
    pub approval: ApprovalRequest,
}

/// A change that was written on a sample (S-4.2.7).
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WriteSampleChangeRequest {
    /// The sample.
    #[ts(type = "number")]
    pub sample_id: i64,
    /// Where on it: page and place.
    pub place: String,
    /// What was written.
    pub words: String,
    /// A picture of the place; may be empty.
    pub scan: Vec<EvidenceRequest>,
    /// The signature beside it, where it is given at once.
    pub approval: Option<ApprovalRequest>,
}

/// The signature beside a change.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignSampleChangeRequest {
    /// Which change.
    #[ts(type = "number")]
    pub change_id: i64,
    /// The signature.
    pub approval: ApprovalRequest,
}

/// What labels are printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "LabelPaper")]
pub enum LabelPaperRequest {
    /// A roll: each label a page of its own, set off as the request says.
    Roll,
    /// A sheet of labels, laid out as the house's settings say.
    Sheet,
}

/// How far single labels are moved because their printer is off, as it is typed in millimetres: each desk has its own printer,
/// and the window remembers it. Empty is not at all.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "RollOffset")]
pub struct RollOffsetRequest {
    /// To the right; to the left with a minus.
    pub right: String,
    /// Downwards; upwards with a minus.
    pub down: String,
}

/// Labels that are asked for.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LabelsRequest {
    /// The order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// Of which samples.
    #[ts(type = "number[]")]
    pub sample_ids: Vec<i64>,
    /// On what.
    pub paper: LabelPaperRequest,
    /// How many labels of the first sheet are used already.
    pub used: u8,
    /// How far single labels are moved.
    pub roll: RollOffsetRequest,
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
    /// From whom it is; empty where nobody wrote it down.
    pub from_whom: String,
    /// The day it came; none of a sample from before that was written down.
    pub came_on: Option<String>,
    /// Which one.
    pub description: String,
    /// How many pieces.
    #[ts(type = "number")]
    pub quantity: i64,
    /// How it is.
    pub condition: String,
    /// Where it lies.
    pub place: String,
    /// The last day it is good.
    pub valid_until: Option<String>,
    /// Why it no longer belongs to the order; empty while it does.
    pub out_reason: String,
    /// It is a proof, and a file it was printed from was replaced since.
    pub stale_proof: bool,
    /// Its newest stamp.
    pub stamp: Option<StampView>,
    /// The stamps before, the latest first.
    pub earlier: Vec<StampView>,
    /// Who may sign it, the usual one first.
    pub signers: Vec<SourceSigner>,
    /// Who had it, the latest first.
    pub loans: Vec<LoanView>,
    /// Pictures of it.
    pub photos: Vec<PhotoView>,
    /// Changes written on it, the first one first.
    pub changes: Vec<SampleChangeView>,
}

/// A 样本确认章, as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StampView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
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
    /// When it was given (UTC).
    pub at: String,
    /// The last day it holds.
    pub valid_until: Option<String>,
    /// A fact of it has changed since.
    pub stale: bool,
    /// Its validity has passed.
    pub expired: bool,
    /// By what it was voided.
    pub void: Option<VoidView>,
}

/// The second stamp, by which a stamp was voided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VoidView {
    /// Why.
    pub reason: String,
    /// Who signed it.
    pub signer: String,
    /// On what it was given, when it was recorded for the signer (代录).
    pub recorded: Option<crate::accounts::Medium>,
    /// The day.
    pub date: String,
}

/// Who had a sample.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LoanView {
    /// Who took it.
    pub borrower: String,
    /// What for.
    pub purpose: String,
    /// When (UTC).
    pub lent_at: String,
    /// Who gave it out.
    pub lent_by: String,
    /// When it came back (UTC).
    pub returned_at: Option<String>,
    /// Who brought it.
    pub returned_by: Option<String>,
    /// Who took it back.
    pub taken_by: Option<String>,
}

/// A change written on a sample.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SampleChangeView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// Where on it.
    pub place: String,
    /// What was written.
    pub words: String,
    /// The picture of the place.
    #[ts(type = "number | null")]
    pub scan: Option<i64>,
    /// When it was noted (UTC).
    pub at: String,
    /// By whom.
    pub by: String,
    /// Who signed beside it; none: nobody.
    pub signer: Option<String>,
    /// On what, when it was recorded for the signer (代录).
    pub recorded: Option<crate::accounts::Medium>,
    /// When it was signed (UTC).
    pub signed_at: Option<String>,
}

/// A picture of a sample.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PhotoView {
    /// Its row; by it the picture is asked for.
    #[ts(type = "number")]
    pub id: i64,
    /// The name it came with.
    pub name: String,
    /// When it was added (UTC).
    pub at: String,
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
    let mut views: Vec<SampleView> = rows.into_iter().map(|row| view(row, today)).collect();
    let mut of_sample = |id: i64, put: &mut dyn FnMut(&mut SampleView)| {
        if let Some(view) = views.iter_mut().find(|view| view.id == id) {
            put(view);
        }
    };
    for loan in queries::loans(connection, order).await? {
        of_sample(loan.sample, &mut |view| {
            view.loans.push(LoanView {
                borrower: loan.borrower.clone(),
                purpose: loan.purpose.clone(),
                lent_at: loan.lent_at.clone(),
                lent_by: loan.lent_by.clone(),
                returned_at: loan.returned_at.clone(),
                returned_by: loan.returned_by.clone(),
                taken_by: loan.taken_by.clone(),
            });
        });
    }
    for change in queries::changes(connection, order).await? {
        let (signer, recorded, signed_at) = match &change.signed {
            Some((signer, recorded, at)) => (Some(signer.clone()), *recorded, Some(at.clone())),
            None => (None, None, None),
        };
        of_sample(change.sample, &mut |view| {
            view.changes.push(SampleChangeView {
                id: change.id,
                place: change.place.clone(),
                words: change.words.clone(),
                scan: change.scan,
                at: change.at.clone(),
                by: change.by.clone(),
                signer: signer.clone(),
                recorded,
                signed_at: signed_at.clone(),
            });
        });
    }
    for photo in queries::photos(connection, order).await? {
        of_sample(photo.sample, &mut |view| {
            view.photos.push(PhotoView {
                id: photo.id,
                name: photo.name.clone(),
                at: photo.added_at.clone(),
            });
        });
    }
    let proofs = queries::proofs_among(connection, order).await?;
    if !proofs.is_empty() {
        let in_use = files_in_use(connection, order).await?;
        for view in &mut views {
            let proof = proofs.get(&view.id);
            view.stale_proof = proof.is_some_and(|proof| proof.is_stale(&in_use));
        }
    }
    Ok(views)
}

fn view(row: SampleRow, today: chrono::NaiveDate) -> SampleView {
    let standing = row.facts.standing(today);
    let holds_until = row.facts.holds_until();
    let sample = row.facts.sample;
    let mut stamps = row.stamps.into_iter().map(stamp_view);
    let newest = stamps.next().map(|stamp| StampView {
        stale: standing == Standing::Stale,
        expired: matches!(standing, Standing::Expired { .. }),
        valid_until: holds_until.map(|day| day.to_string()),
        ..stamp
    });
    SampleView {
        id: row.id,
        number: row.facts.number,
        what: sample.what,
        source: sample.source,
        medium: sample.medium,
        from_whom: sample.from_whom,
        came_on: sample.came_on.map(|day| day.to_string()),
        description: sample.description,
        quantity: sample.quantity,
        condition: sample.condition,
        place: sample.place,
        valid_until: sample.valid_until.map(|day| day.to_string()),
        out_reason: row.out_reason,
        stale_proof: false,
        stamp: newest,
        earlier: stamps.collect(),
        signers: sample.source.signers().to_vec(),
        loans: Vec::new(),
        photos: Vec::new(),
        changes: Vec::new(),
    }
}

fn stamp_view(stamp: StampRow) -> StampView {
    StampView {
        id: stamp.id,
        customer: stamp.customer,
        product: stamp.product,
        sample_type: stamp.sample_type,
        signer: stamp.signer,
        recorded: stamp.recorded,
        date: stamp.stamped_on,
        at: stamp.signed_at,
        valid_until: stamp.valid_until.map(|day| day.to_string()),
        stale: false,
        expired: false,
        void: stamp.void.map(|void| VoidView {
            reason: void.reason,
            signer: void.signer,
            recorded: void.recorded,
            date: void.on,
        }),
    }
}
