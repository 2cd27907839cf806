//! Changes written on a sample (S-4.2.7): where, what, with a scan of the place, and the signature of 业务员 or 业务助理 beside
//! it. One that nobody signed keeps the task sheet back.
//!
//! **Invariant:** a change is never edited; what is signed is exactly its place and its words on that sample.

use sha2::{Digest, Sha256};

use super::photos::{KeptPhotos, enter_photos};
use super::queries::ChangeRow;
use super::{SampleRefusal, SignSampleChangeRequest, WriteSampleChangeRequest, queries};
use crate::Desk;
use crate::accounts::{Actor, Power, Purpose, SignRequest, sign};
use crate::audit::Activity;
use crate::clock::{as_stored, from_stored};
use crate::error::{DeskError, Failure};
use crate::files::{Evidenced, FileHash};
use crate::storage::{Cell, Connection, Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

/// The longest place and the longest words of a change.
const LONGEST: (usize, usize) = (60, 200);

/// Changes on one sample that nobody signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsignedChanges {
    /// The sample's row.
    pub sample: i64,
    /// Its number.
    pub number: String,
    /// How many.
    pub count: usize,
}

/// The samples of an order on which a change is not signed.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn unsigned_changes(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<UnsignedChanges>, DeskError> {
    let mut found: Vec<UnsignedChanges> = Vec::new();
    for change in queries::changes(connection, order).await? {
        if change.signed.is_some() || change.out {
            continue;
        }
        match found.iter_mut().find(|one| one.sample == change.sample) {
            Some(one) => one.count += 1,
            None => found.push(UnsignedChanges {
                sample: change.sample,
                number: change.number,
                count: 1,
            }),
        }
    }
    Ok(found)
}

impl Desk {
    /// Notes a change that was written on a sample, signed at once where the signature comes with it. Answers the order.
    ///
    /// # Errors
    /// When place or words are missing or too long, the scan is no picture, or the signer may not.
    pub async fn write_sample_change(
        &self,
        actor: &Actor,
        request: WriteSampleChangeRequest,
    ) -> Result<Done<i64>, DeskError> {
        let by = actor.account()?;
        let (place, words) = (request.place.trim(), request.words.trim());
        if place.is_empty() || words.is_empty() {
            return Err(SampleRefusal::ChangeIncomplete.into());
        }
        for (text, most) in [(place, LONGEST.0), (words, LONGEST.1)] {
            if text.chars().count() > most {
                return Err(SampleRefusal::WordTooLong { most }.into());
            }
        }
        let scan = if request.scan.is_empty() {
            KeptPhotos::default()
        } else {
            self.keep_photos(request.scan).await?
        };
        let evidenced = match request.approval {
            Some(approval) => Some(self.keep_evidence(actor, approval).await?),
            None => None,
        };
        let mut writer = self.begin(actor, Activity::WriteSampleChange).await?;
        let row = queries::sample(&mut writer, request.sample_id)
            .await?
            .ok_or(SampleRefusal::NoSuchSample)?;
        writer.about(Subject::Order(row.order_id));
        writer.note("sample", &row.facts.number);
        let scans = enter_photos(&mut writer, row.id, &scan).await?;
        let at = as_stored(writer.at());
        let columns: [(&'static str, Cell); 6] = [
            ("sample_id", row.id.into()),
            ("place", place.into()),
            ("words", words.into()),
            ("scan_id", scans.first().copied().into()),
            ("written_at", at.into()),
            ("written_by", by.into()),
        ];
        let id = writer.insert("sample_changes", &columns).await?;
        if let Some(evidenced) = evidenced {
            let change = queries::change(&mut writer, id)
                .await?
                .ok_or(SampleRefusal::NoSuchChange)?;
            sign_beside(&mut writer, &change, &evidenced).await?;
        }
        Ok(Done {
            value: row.order_id,
            changed: commit_order(writer, row.order_id).await?,
        })
    }

    /// Signs beside a change that is not signed yet. Answers the order.
    ///
    /// # Errors
    /// When there is no such change, it is signed already, or the signer may not.
    pub async fn sign_sample_change(
        &self,
        actor: &Actor,
        request: SignSampleChangeRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let evidenced = self.keep_evidence(actor, request.approval).await?;
        let mut writer = self.begin(actor, Activity::SignSampleChange).await?;
        let change = queries::change(&mut writer, request.change_id)
            .await?
            .ok_or(SampleRefusal::NoSuchChange)?;
        if change.signed.is_some() {
            return Err(SampleRefusal::ChangeSigned.into());
        }
        writer.about(Subject::Order(change.order));
        writer.note("sample", &change.number);
        sign_beside(&mut writer, &change, &evidenced).await?;
        Ok(Done {
            value: change.order,
            changed: commit_order(writer, change.order).await?,
        })
    }
}

async fn sign_beside(
    writer: &mut Writer,
    change: &ChangeRow,
    evidenced: &Evidenced,
) -> Result<(), DeskError> {
    evidenced.enter(writer).await?;
    let registered = from_stored(&change.registered_at).map_err(|_| Failure::UnknownValue {
        what: "samples.registered_at",
        value: change.registered_at.clone(),
    })?;
    let content_hash = change_hash(change);
    let signed = SignRequest {
        purpose: Purpose::SampleChange,
        content_hash: &content_hash,
        powers: &[Power::SignBesideSample],
        only: None,
        customer: false,
        order: change.order,
        never: &[],
        // It is signed while it is written (当时), which may be before the desk hears of it, never before there was a sample.
        not_before: Some(registered),
        approval: &evidenced.approval,
    };
    let signature = sign(writer, signed).await?;
    writer.note("signer", &signature.signer);
    let columns = [("signature_id", signature.id.into())];
    writer.update("sample_changes", change.id, &columns).await
}

/// SHA-256 of exactly what is signed beside a change.
fn change_hash(change: &ChangeRow) -> String {
    let mut digest = Sha256::new_with_prefix(b"docket sample change 1\n");
    for (name, value) in [
        ("sample", &change.number),
        ("place", &change.place),
        ("words", &change.words),
    ] {
        digest.update(format!("{name} {}\n{value}\n", value.len()));
    }
    FileHash::finished(digest).into()
}
