//! The supervisor approves a free proof: it gets its number and its paper (S-4.2.3B-4).

use sha2::{Digest, Sha256};

use super::queries::FreeProofRow;
use super::{ApproveFreeProofRequest, FreeProofRefusal, queries};
use crate::Desk;
use crate::accounts::{Actor, Medium, Power, Purpose, SignRequest, Signature as Given, sign};
use crate::audit::Activity;
use crate::clock::{as_printed, as_stored, from_stored};
use crate::documents::forms::Signature;
use crate::documents::forms::free_proof_sheet::FreeProofSheetFacts;
use crate::documents::{Letterhead, Mark};
use crate::error::{DeskError, Failure};
use crate::files::{FileHash, store_row};
use crate::house::House;
use crate::numbers::{self, Series};
use crate::storage::Subject;
use crate::wire::Done;

impl Desk {
    /// Approves a free proof and puts it on paper. Answers the order.
    ///
    /// # Errors
    /// When it does not wait for it, or the signer may not, or is who asked for it.
    pub async fn approve_free_proof(
        &self,
        actor: &Actor,
        request: ApproveFreeProofRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let house = self.open_house().await?;
        let evidenced = self.keep_evidence(actor, request.approval).await?;
        let mut writer = self.begin(actor, Activity::ApproveFreeProof).await?;
        let row = queries::free_proof(&mut writer, request.free_proof_id).await?;
        if row.number.is_some() || !row.withdrawn.is_empty() {
            return Err(FreeProofRefusal::Closed.into());
        }
        writer.about(Subject::Order(row.order));
        evidenced.enter(&mut writer).await?;
        let content_hash = content_hash(&row);
        let asked = from_stored(&row.requested_at).map_err(|_| Failure::UnknownValue {
            what: "free_proofs.requested_at",
            value: row.requested_at.clone(),
        })?;
        let signed = SignRequest {
            purpose: Purpose::FreeProof,
            content_hash: &content_hash,
            powers: &[Power::SignFreeProof],
            only: None,
            customer: false,
            order: row.order,
            never: &[row.requester],
            not_before: Some(asked),
            approval: &evidenced.approval,
        };
        let signature = sign(&mut writer, signed).await?;
        let number = numbers::next(&mut writer, Series::FreeProof).await?;
        let facts = sheet_facts(&house, &row, &number, &signature, self.now())?;
        let (kept, _) = self.drawn_paper(facts).await?;
        store_row(&mut writer, &kept).await?;
        let at = as_stored(writer.at());
        let columns = [
            ("number", number.as_str().into()),
            ("signature_id", signature.id.into()),
            ("issued_at", at.into()),
            ("sheet_sha256", kept.sha256.as_str().into()),
        ];
        writer.update("free_proofs", row.id, &columns).await?;
        writer.note("free_proof", number);
        writer.note("signer", &signature.signer);
        Ok(Done {
            value: row.order,
            changed: writer.commit().await?,
        })
    }
}

/// SHA-256 of exactly what is approved.
fn content_hash(row: &FreeProofRow) -> String {
    let mut digest = Sha256::new_with_prefix(b"docket free proof 1\n");
    let quantity = row.quantity.to_string();
    for (name, value) in [
        ("order", row.order_number.as_str()),
        ("medium", row.medium.code()),
        ("content", row.content.as_str()),
        ("quantity", quantity.as_str()),
        ("reason", row.reason.as_str()),
    ] {
        digest.update(format!("{name} {}\n{value}\n", value.len()));
    }
    FileHash::finished(digest).into()
}

fn sheet_facts(
    house: &House,
    row: &FreeProofRow,
    number: &str,
    approved: &Given,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<FreeProofSheetFacts, DeskError> {
    let moment = |stored: &str| -> Result<String, DeskError> {
        let at = from_stored(stored).map_err(|_| Failure::UnknownValue {
            what: "a moment",
            value: stored.to_owned(),
        })?;
        Ok(as_printed(at))
    };
    let mut marks = vec![Mark::FreeProof];
    if house.practice {
        marks.push(Mark::Practice);
    }
    Ok(FreeProofSheetFacts {
        letterhead: Letterhead {
            house: house.name.clone(),
            number_label: "免费打样单号".to_owned(),
            number: number.to_owned(),
            beside_page: format!("订单 {}", row.order_number),
            marks,
            made_at: now,
        },
        order_number: row.order_number.clone(),
        customer: row.customer.clone(),
        product: row.product.clone(),
        medium: row.medium.printed().to_owned(),
        content: row.content.clone(),
        quantity: format!("{} 份", row.quantity),
        reason: row.reason.clone(),
        requested: Signature {
            name: row.requested_by.clone(),
            at: moment(&row.requested_at)?,
            ..Signature::default()
        },
        approved: Signature {
            name: approved.signer.clone(),
            at: moment(&approved.signed_at)?,
            recorded: approved.recorded.is_some(),
            medium: approved
                .recorded
                .map(Medium::printed)
                .unwrap_or_default()
                .to_owned(),
        },
    })
}
