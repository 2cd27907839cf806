//! Voiding a 样本确认章 (S-4.2.4): never edited, never removed; a second stamp says who, when and why.

use sha2::{Digest, Sha256};

use super::kinds::SourceSigner;
use super::rules::check_word;
use super::stamp_sample::check_capacity;
use super::{SampleRefusal, VoidStampRequest, queries};
use crate::Desk;
use crate::accounts::{Actor, Power, Purpose, SignRequest, sign};
use crate::audit::Activity;
use crate::clock::in_shanghai;
use crate::error::{DeskError, Failure};
use crate::files::FileHash;
use crate::storage::Subject;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Voids the newest stamp of a sample. Answers the order.
    ///
    /// # Errors
    /// When no reason is given, there is no stamp or it is void already, or another has to sign.
    pub async fn void_stamp(
        &self,
        actor: &Actor,
        request: VoidStampRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let reason = request.reason.trim().to_owned();
        if reason.is_empty() {
            return Err(SampleRefusal::ReasonMissing.into());
        }
        check_word(&reason)?;
        let evidenced = self.keep_evidence(actor, request.approval).await?;
        check_capacity(request.capacity, &evidenced.approval)?;
        let mut writer = self.begin(actor, Activity::VoidStamp).await?;
        let row = queries::sample(&mut writer, request.sample_id)
            .await?
            .ok_or(SampleRefusal::NoSuchSample)?;
        writer.about(Subject::Order(row.order_id));
        row.facts.check_void(request.capacity)?;
        let stamp = row.stamp().ok_or(Failure::Missing("stamps"))?;
        evidenced.enter(&mut writer).await?;
        let content_hash = void_hash(stamp.id, &stamp.content_hash, &reason);
        let signed = SignRequest {
            purpose: Purpose::StampVoid,
            content_hash: &content_hash,
            powers: &[Power::SignSalesStamp, Power::SignQualityStamp],
            only: request.capacity.role(),
            customer: request.capacity == SourceSigner::Customer,
            order: row.order_id,
            never: &[],
            not_before: None,
            approval: &evidenced.approval,
        };
        let signature = sign(&mut writer, signed).await?;
        writer.note("sample", &row.facts.number);
        writer.note("reason", &reason);
        if signature.account.is_some() {
            writer.note("signer", &signature.signer);
        }
        let today = in_shanghai(writer.at()).date();
        let columns = [
            ("stamp_id", stamp.id.into()),
            ("reason", reason.into()),
            ("signature_id", signature.id.into()),
            ("voided_on", today.into()),
        ];
        writer.insert("stamp_voids", &columns).await?;
        Ok(Done {
            value: row.order_id,
            changed: commit_order(writer, row.order_id).await?,
        })
    }
}

/// SHA-256 of exactly what voids a stamp: which one, what it was given for, and why it no longer counts.
fn void_hash(stamp: i64, content_hash: &str, reason: &str) -> String {
    let mut digest = Sha256::new_with_prefix(b"docket stamp void 1\n");
    digest.update(format!(
        "stamp {stamp}\ncontent {content_hash}\nreason {}\n{reason}\n",
        reason.len()
    ));
    FileHash::finished(digest).into()
}
