//! The customer answers a proof (S-4.2.3A-4), or sales signs it for one who is away or does not sign (S-4.2.3B-3).

use sha2::{Digest, Sha256};

use super::check_proof::going_on;
use super::queries::ProofRow;
use super::rules::{Answer, Chosen, before_the_answer};
use super::{AnswerProofRequest, ProofRefusal, queries, wire};
use crate::Desk;
use crate::accounts::{Actor, Power, Purpose, SignRequest, enter_pieces, sign};
use crate::audit::Activity;
use crate::clock::{from_stored, in_shanghai};
use crate::error::{DeskError, Failure};
use crate::files::{FileHash, KeptPieces, files_in_use};
use crate::orders::{must_be_as_shown, order_facts};
use crate::samples::{NewSample, Source, enter_sample, take_out};
use crate::storage::{Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Enters what became of a proof. One that is agreed to becomes a sample of the order and takes the place of the one of
    /// the round before. Answers the order.
    ///
    /// # Errors
    /// When the proof is not ready, stale or answered, changes come without words, or another has to sign.
    pub async fn answer_proof(
        &self,
        actor: &Actor,
        request: AnswerProofRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let words = ProofRefusal::fits(&request.words)?;
        if request.answer == Answer::Changes && words.is_empty() {
            return Err(ProofRefusal::ChangesWithoutWords.into());
        }
        let evidenced = self.keep_evidence(actor, request.approval).await?;
        let sent = if request.evidence.is_empty() {
            KeptPieces::default()
        } else {
            self.keep_pieces(request.evidence).await?
        };
        let mut writer = self.begin(actor, Activity::AnswerProof).await?;
        let row = going_on(&mut writer, request.proof_id).await?;
        writer.about(Subject::Order(row.order));
        must_be_as_shown(&mut writer, row.order, request.revision).await?;
        let facts = order_facts(&mut writer, row.order).await?;
        let in_use = files_in_use(&mut writer, row.order).await?;
        let missing = before_the_answer(&row.facts(&in_use), wire::is_book(&facts.specification));
        if !missing.is_empty() {
            return Err(ProofRefusal::NotReady {
                round: row.round,
                lines: missing.into_iter().map(super::ProofBlock::line).collect(),
            }
            .into());
        }
        evidenced.enter(&mut writer).await?;
        let printed_at = from_stored(&row.printed_at).map_err(|_| Failure::UnknownValue {
            what: "proofs.printed_at",
            value: row.printed_at.clone(),
        })?;
        let content_hash = answer_hash(&row, request.answer, &words);
        let customer = row.lane == Chosen::A;
        let powers: &[Power] = if customer { &[] } else { &[Power::SignProof] };
        let signed = SignRequest {
            purpose: Purpose::ProofAnswer,
            content_hash: &content_hash,
            powers,
            only: None,
            customer,
            order: row.order,
            never: &[],
            not_before: Some(printed_at),
            approval: &evidenced.approval,
        };
        let signature = sign(&mut writer, signed).await?;
        if !sent.is_empty() {
            sent.enter(&mut writer).await?;
            enter_pieces(&mut writer, signature.id, sent.pieces()).await?;
        }
        let sample = match request.answer {
            Answer::Changes => None,
            Answer::Agreed => Some(become_sample(&mut writer, &row, request.sample_type).await?),
        };
        let columns = [
            ("answer", request.answer.code().into()),
            ("answer_words", words.into()),
            ("signature_id", signature.id.into()),
            ("sample_id", sample.into()),
        ];
        writer.update("proofs", row.id, &columns).await?;
        writer.note("round", row.round.to_string());
        writer.note("answer", request.answer.noted());
        if signature.account.is_some() {
            writer.note("signer", &signature.signer);
        }
        Ok(Done {
            value: row.order,
            changed: commit_order(writer, row.order).await?,
        })
    }
}

/// Registers a proof that was agreed to as a sample, in the place of those of the rounds before; answers its row.
async fn become_sample(
    writer: &mut Writer,
    proof: &ProofRow,
    what: crate::samples::SampleType,
) -> Result<i64, DeskError> {
    let today = in_shanghai(writer.at()).date();
    let sample = NewSample {
        what,
        source: Source::InternalPrint,
        medium: proof.medium,
        description: format!("第 {} 轮{}", proof.round, proof.medium.printed()),
        quantity: 1,
        condition: String::new(),
        place: String::new(),
        valid_until: None,
        from_whom: String::new(),
        came_on: Some(today),
    };
    sample.check(today)?;
    for before in queries::of_order(writer, proof.order).await? {
        if let Some(old) = before.answer.and_then(|answer| answer.sample_id) {
            take_out(writer, old, &format!("第 {} 轮打样代替", proof.round)).await?;
        }
    }
    let entered = enter_sample(writer, proof.order, &sample, None).await?;
    writer.note("sample", entered.number);
    Ok(entered.id)
}

/// SHA-256 of exactly what is signed: which proof, of which files, and what is said of it.
fn answer_hash(proof: &ProofRow, answer: Answer, words: &str) -> String {
    let mut digest = Sha256::new_with_prefix(b"docket proof answer 1\n");
    digest.update(format!(
        "order {}\nround {}\nlane {}\nmedium {}\n",
        proof.order,
        proof.round,
        proof.lane.code(),
        proof.medium.code()
    ));
    for file in &proof.files {
        digest.update(format!("file {}\n", file.sha256));
    }
    digest.update(format!(
        "answer {}\nwords {}\n{words}\n",
        answer.code(),
        words.len()
    ));
    FileHash::finished(digest).into()
}
