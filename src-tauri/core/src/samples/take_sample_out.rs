//! A sample no longer belongs to its order: registered by mistake, or another took its place. Nothing of it is removed.

use super::rules::check_word;
use super::{SampleRefusal, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::error::DeskError;
use crate::storage::{Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Takes a sample out, with a reason: nothing is asked of it any more. Answers the order.
    ///
    /// # Errors
    /// When no reason is given, or there is no such sample.
    pub async fn take_sample_out(
        &self,
        actor: &Actor,
        sample: i64,
        reason: &str,
    ) -> Result<Done<i64>, DeskError> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(SampleRefusal::ReasonMissing.into());
        }
        check_word(reason)?;
        self.set_sample_out(actor, Activity::TakeSampleOut, sample, reason)
            .await
    }

    /// Puts a sample back that was taken out. Answers the order.
    ///
    /// # Errors
    /// When there is no such sample.
    pub async fn put_sample_back(
        &self,
        actor: &Actor,
        sample: i64,
    ) -> Result<Done<i64>, DeskError> {
        self.set_sample_out(actor, Activity::PutSampleBack, sample, "")
            .await
    }

    async fn set_sample_out(
        &self,
        actor: &Actor,
        activity: Activity,
        sample: i64,
        reason: &str,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let mut writer = self.begin(actor, activity).await?;
        let row = queries::sample(&mut writer, sample)
            .await?
            .ok_or(SampleRefusal::NoSuchSample)?;
        writer.about(Subject::Order(row.order_id));
        writer.note("sample", &row.facts.number);
        if !reason.is_empty() {
            writer.note("reason", reason);
        }
        writer
            .update("samples", row.id, &[("out_reason", reason.into())])
            .await?;
        Ok(Done {
            value: row.order_id,
            changed: commit_order(writer, row.order_id).await?,
        })
    }
}

/// Takes a sample out in an act that puts another in its place; one that is out already stays so for its own reason.
///
/// # Errors
/// When the database fails, or there is no such sample.
pub(crate) async fn take_out(
    writer: &mut Writer,
    sample: i64,
    reason: &str,
) -> Result<(), DeskError> {
    let row = queries::sample(writer, sample)
        .await?
        .ok_or(SampleRefusal::NoSuchSample)?;
    if row.facts.out {
        return Ok(());
    }
    writer
        .update("samples", row.id, &[("out_reason", reason.into())])
        .await
}
