//! 不一致放行: 销售主管 or 业务总监 stands for a difference, with a reason (S-4.4.1A-2, F1-03).

use super::compare_sample::may_still_be_compared;
use super::rules::hash;
use super::wire::PassDifferencesRequest;
use super::{ThreeWayRefusal, read};
use crate::Desk;
use crate::accounts::{Actor, Power, Purpose, SignRequest, sign};
use crate::audit::Activity;
use crate::error::DeskError;
use crate::orders::{must_be_as_shown, order_facts, said_note};
use crate::storage::Subject;
use crate::task_sheets::{asked_by, commit_order};
use crate::wire::Done;

impl Desk {
    /// Takes the signature of a supervisor over every difference there is and the reason; never of whoever asks for the order,
    /// nor of whoever compared (F1-02). Answers the order.
    ///
    /// # Errors
    /// Refuses no reason, an order that is issued or a presale, nothing that differs, a signer who may not, and an order that is
    /// not as it was shown.
    pub async fn pass_differences(
        &self,
        actor: &Actor,
        request: PassDifferencesRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let reason = said_note("three-way-pass.reason", &request.reason)?;
        if reason.is_empty() {
            return Err(ThreeWayRefusal::NoReason.into());
        }
        let evidenced = self.keep_evidence(actor, request.approval).await?;
        let mut writer = self.begin(actor, Activity::PassDifferences).await?;
        let facts = order_facts(&mut writer, request.order_id).await?;
        writer.about(Subject::Order(facts.id));
        may_still_be_compared(&facts)?;
        must_be_as_shown(&mut writer, facts.id, request.revision).await?;
        let (compared, _) = read::of_order(&mut writer, &facts).await?;
        let rows: Vec<_> = compared.differences().collect();
        if rows.is_empty() {
            return Err(ThreeWayRefusal::NothingDiffers.into());
        }
        evidenced.enter(&mut writer).await?;
        let differences: Vec<String> = rows.iter().map(|row| row.difference()).collect();
        let parts = differences.iter().map(String::as_str);
        let content_hash = hash("docket three way pass 1\n", parts.chain([reason.as_str()]));
        let never = asked_by(&mut writer, &facts).await?;
        let signed = SignRequest {
            purpose: Purpose::DifferencePass,
            content_hash: &content_hash,
            powers: &[Power::SignDifferences],
            only: None,
            customer: false,
            order: facts.id,
            never: &never,
            not_before: Some(facts.recorded_moment()?),
            approval: &evidenced.approval,
        };
        let signature = sign(&mut writer, signed).await?;
        let compared_by = |row: &&super::rules::ComparedRow| {
            let answered = row.answered.as_ref();
            answered.is_some_and(|answered| Some(answered.account) == signature.account)
        };
        if rows.iter().any(compared_by) {
            return Err(ThreeWayRefusal::OwnComparison.into());
        }
        for (row, difference) in rows.iter().zip(&differences) {
            let columns = [
                ("order_id", facts.id.into()),
                ("row_path", row.sheet.path.as_str().into()),
                ("difference", difference.as_str().into()),
                ("reason", reason.as_str().into()),
                ("signature_id", signature.id.into()),
            ];
            writer.insert("three_way_passes", &columns).await?;
        }
        writer.note("signer", &signature.signer);
        writer.note("count", rows.len().to_string());
        writer.note("reason", &reason);
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }
}
