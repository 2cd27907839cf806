//! 放行 (S-4.1.4b): somebody who may stands for findings, with a reason.

use super::PreflightRefusal;
use super::ordered::hash_of;
use super::record_contact::{chosen, known};
use super::wire::WaiveFindings;
use crate::Desk;
use crate::accounts::{Actor, Power, Purpose, SignRequest, sign};
use crate::audit::Activity;
use crate::error::DeskError;
use crate::orders::{must_be_as_shown, order_facts, said_note};
use crate::storage::Subject;
use crate::task_sheets::{asked_by, commit_order};
use crate::wire::Done;

impl Desk {
    /// Takes the signature of somebody who may waive findings, over exactly these findings and the reason: never of
    /// somebody who asks for it, nor of whoever received the file. Answers the order.
    ///
    /// # Errors
    /// Refuses no reason, no finding, one that changed, is settled or was not read, a signer who may not, and an order that is not as it
    /// was shown.
    pub async fn waive_findings(
        &self,
        actor: &Actor,
        request: WaiveFindings,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let reason = said_note("waiver.reason", &request.reason)?;
        if reason.is_empty() {
            return Err(PreflightRefusal::NoReason.into());
        }
        let evidenced = self.keep_evidence(actor, request.approval).await?;
        let mut writer = self.begin(actor, Activity::WaiveFindings).await?;
        let facts = order_facts(&mut writer, request.order_id).await?;
        writer.about(Subject::Order(facts.id));
        must_be_as_shown(&mut writer, facts.id, request.revision).await?;
        let chosen = chosen(&mut writer, &facts, &request.findings).await?;
        known(&chosen)?;
        evidenced.enter(&mut writer).await?;
        let mut signed: Vec<(&str, &str)> = chosen
            .iter()
            .map(|one| (one.file.sha256.as_str(), one.hash.as_str()))
            .collect();
        signed.sort_unstable();
        let content_hash = hash_of(&("waive", facts.id, &signed, &reason))?;
        let never = asked_by(&mut writer, &facts).await?;
        let sign_request = SignRequest {
            purpose: Purpose::FindingWaiver,
            content_hash: &content_hash,
            powers: &[Power::SignWaiver],
            only: None,
            customer: false,
            order: facts.id,
            never: &never,
            not_before: Some(facts.recorded_moment()?),
            approval: &evidenced.approval,
        };
        let signature = sign(&mut writer, sign_request).await?;
        for one in &chosen {
            // Nobody stands for what they took in themselves (F1-02).
            if signature.account.is_some() && signature.account == one.file.received_by {
                let name = one.file.name.clone();
                return Err(PreflightRefusal::OwnFile { name }.into());
            }
        }
        writer.note("signer", &signature.signer);
        writer.note("count", chosen.len().to_string());
        for one in chosen {
            let columns = [
                ("finding_id", one.row.into()),
                ("signature_id", signature.id.into()),
                ("reason", reason.as_str().into()),
            ];
            writer.insert("preflight_waivers", &columns).await?;
        }
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }
}
