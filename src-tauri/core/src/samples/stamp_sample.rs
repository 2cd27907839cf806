//! Giving a sample its 样本确认章 (S-4.2.4).

use super::kinds::SourceSigner;
use super::{SampleRefusal, StampSampleRequest, queries, read_day};
use crate::Desk;
use crate::accounts::{Actor, Approval, Power, Purpose, SignRequest, Signature, sign};
use crate::audit::Activity;
use crate::clock::in_shanghai;
use crate::error::DeskError;
use crate::orders::must_be_as_shown;
use crate::storage::{Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Stamps a sample: customer and product are the order's, the type is the sample's, the signer is who signs here
    /// and now or was recorded (代录). Answers the order.
    ///
    /// # Errors
    /// When another has to sign a sample from there, the validity has passed, or a stamp that holds is on it already.
    pub async fn stamp_sample(
        &self,
        actor: &Actor,
        request: StampSampleRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let valid_until = request
            .valid_until
            .filter(|day| !day.trim().is_empty())
            .map(read_day)
            .transpose()?;
        let evidenced = self.keep_evidence(actor, request.approval).await?;
        check_capacity(request.capacity, &evidenced.approval)?;

        let (mut writer, rules) = self.begin_by_rules(actor, Activity::StampSample).await?;
        let row = queries::sample(&mut writer, request.sample_id)
            .await?
            .ok_or(SampleRefusal::NoSuchSample)?;
        writer.about(Subject::Order(row.order_id));
        must_be_as_shown(&mut writer, row.order_id, request.revision).await?;
        let today = in_shanghai(writer.at()).date();
        row.facts
            .check_stamp(request.capacity, valid_until, today)?;
        evidenced.enter(&mut writer).await?;
        let content_hash = row.facts.content_hash();
        let signed = StampSignature {
            purpose: Purpose::SampleStamp,
            content_hash: &content_hash,
            capacity: request.capacity,
            order: row.order_id,
        };
        let signature = signed.sign(&mut writer, &evidenced.approval).await?;
        writer.note("sample", &row.facts.number);
        writer.note("capacity", request.capacity.capacity().code());
        // Somebody of the house is named; the trail holds no customer's names.
        if signature.account.is_some() {
            writer.note("signer", &signature.signer);
        }
        writer
            .insert(
                "stamps",
                &[
                    ("sample_id", row.id.into()),
                    ("customer_name", row.facts.customer.into()),
                    ("product_name", row.facts.product.into()),
                    ("sample_type", row.facts.sample.what.printed().into()),
                    ("signature_id", signature.id.into()),
                    ("stamped_on", today.into()),
                    ("valid_until", valid_until.into()),
                    ("heading", rules.stamp_words.heading.into()),
                    ("closing", rules.stamp_words.closing.into()),
                ],
            )
            .await?;
        Ok(Done {
            value: row.order_id,
            changed: commit_order(writer, row.order_id).await?,
        })
    }
}

/// What is signed on a sample by whoever its source asks for (S-4.2.4c, d, e): a stamp, or the one that voids it.
pub(super) struct StampSignature<'a> {
    pub(super) purpose: Purpose,
    pub(super) content_hash: &'a str,
    pub(super) capacity: SourceSigner,
    pub(super) order: i64,
}

impl StampSignature<'_> {
    pub(super) async fn sign(
        self,
        writer: &mut Writer,
        approval: &Approval,
    ) -> Result<Signature, DeskError> {
        let request = SignRequest {
            purpose: self.purpose,
            content_hash: self.content_hash,
            powers: &[Power::SignSalesStamp, Power::SignQualityStamp],
            only: self.capacity.role(),
            customer: self.capacity == SourceSigner::Customer,
            order: self.order,
            never: &[],
            not_before: None,
            approval,
        };
        sign(writer, request).await
    }
}

/// The customer's person has no account: the signature is recorded, under the name of whoever gave it.
pub(super) fn check_capacity(
    capacity: SourceSigner,
    approval: &Approval,
) -> Result<(), SampleRefusal> {
    let of_the_house = matches!(
        approval,
        Approval::Pin(_)
            | Approval::Recorded {
                person: Some(_),
                ..
            }
    );
    if capacity == SourceSigner::Customer && of_the_house {
        Err(SampleRefusal::CustomerIsRecorded)
    } else {
        Ok(())
    }
}
