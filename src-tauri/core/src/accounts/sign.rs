//! Turning a yes into a signature.

use chrono::{DateTime, Utc};

use super::approval::Piece;
use super::authority::Power;
use super::still_here::{capacity_at, may};
use super::{AccessRefusal, Approval, Capacity, Medium, Role, queries};
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::storage::{Cell, Writer};

/// What a signature is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The customer's yes to what was read back (S-4.1.2b).
    ReadBack,
    /// 样本确认章 (S-4.2.4).
    SampleStamp,
    /// What voids a 样本确认章 (S-4.2.4).
    StampVoid,
    /// What became of a proof (S-4.2.3A-4, S-4.2.3B-3).
    ProofAnswer,
    /// Beside a change written on a sample (S-4.2.7).
    SampleChange,
    /// A proof nobody pays for is approved (S-4.2.3B-4).
    FreeProof,
    /// A department's opinion in the review (S-4.3.2a).
    ReviewOpinion,
    /// 放行 of what 预检 found (S-4.1.4b).
    FindingWaiver,
    /// 免评审 (S-4.2.1c).
    ReviewWaiver,
    /// 不接单 (F5-1.2d).
    Decline,
    /// 生效审批 (F7-07a).
    Effect,
    /// A no to it: never to be taken for a yes (F2-04.4a).
    EffectRefusal,
    /// The customer's signature on the order (F7-07b).
    CustomerSignature,
    /// 不一致放行 of what differs between sample, file and sheet (S-4.4.1A-2).
    DifferencePass,
    /// 审核 of a task sheet.
    SheetCheck,
    /// A no to it: never to be taken for a yes (F2-04.4a).
    CheckRefusal,
    /// 业务助理 beside a change (S-4.4.2a).
    Change,
    /// Approval of a change (S-4.4.3).
    ChangeApproval,
    /// The customer's consent to a change (F4-4c).
    ChangeConsent,
    /// A no to a change: never to be taken for a yes.
    ChangeRefusal,
    /// The cancellation of an order (F4-4c).
    Cancellation,
    /// The customer's consent to it (F4-4c).
    CancelConsent,
}

impl Purpose {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ReadBack => "read_back",
            Self::SampleStamp => "sample_stamp",
            Self::StampVoid => "stamp_void",
            Self::ProofAnswer => "proof_answer",
            Self::SampleChange => "sample_change",
            Self::FreeProof => "free_proof",
            Self::ReviewOpinion => "review_opinion",
            Self::FindingWaiver => "finding_waiver",
            Self::ReviewWaiver => "review_waiver",
            Self::Decline => "decline",
            Self::Effect => "effect",
            Self::EffectRefusal => "effect_refusal",
            Self::CustomerSignature => "customer_signature",
            Self::DifferencePass => "difference_pass",
            Self::SheetCheck => "sheet_check",
            Self::CheckRefusal => "check_refusal",
            Self::Change => "change",
            Self::ChangeApproval => "change_approval",
            Self::ChangeConsent => "change_consent",
            Self::ChangeRefusal => "change_refusal",
            Self::Cancellation => "cancellation",
            Self::CancelConsent => "cancel_consent",
        }
    }
}

/// A signature that is asked for.
#[derive(Clone, Debug)]
pub struct SignRequest<'a> {
    /// What for.
    pub purpose: Purpose,
    /// SHA-256 of exactly what is signed.
    pub content_hash: &'a str,
    /// The lines of the table that let somebody sign it; the first that fits gives the capacity.
    pub powers: &'a [Power],
    /// Where one role alone will do.
    pub only: Option<Role>,
    /// Whether the customer's person may have signed it.
    pub customer: bool,
    /// The order it belongs to.
    pub order: i64,
    /// Who may not, whatever they hold: whoever asked for it, typed what is signed, or issues it (F1-02).
    pub never: &'a [i64],
    /// When it was asked for: nothing recorded (代录) can have been given before. None where only the content tells.
    pub not_before: Option<DateTime<Utc>>,
    /// The yes.
    pub approval: &'a Approval,
}

/// A signature as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Its id.
    pub id: i64,
    /// What was signed.
    pub content_hash: String,
    /// The account of the signer, when it is somebody of the house.
    pub account: Option<i64>,
    /// The name.
    pub signer: String,
    /// In which capacity.
    pub capacity: Capacity,
    /// When (UTC).
    pub signed_at: String,
    /// On what it was given, when it was recorded for the signer (代录).
    pub recorded: Option<Medium>,
    /// The 负责人 the signer stood in for.
    pub deputy_for: Option<String>,
    /// What else was said.
    pub note: String,
}

impl Signature {
    /// Whether it still counts for `content_hash`.
    #[must_use]
    pub fn counts_for(&self, content_hash: &str) -> bool {
        self.content_hash == content_hash
    }
}

/// Takes a signature inside an open act.
pub(crate) async fn sign(
    writer: &mut Writer,
    request: SignRequest<'_>,
) -> Result<Signature, DeskError> {
    let given = match request.approval {
        Approval::Pin(proven) => {
            let signer = queries::active_person(writer, proven.account()).await?;
            let now = writer.at();
            let signs = capacity_at(writer, signer.id, request.powers, request.only, now).await?;
            Given {
                account: Some(signer.id),
                name: signer.name,
                capacity: Capacity::Holds(signs.role),
                deputy_for: signs.deputy_for,
                at: as_stored(writer.at()),
                recorded: None,
                evidence: &[],
                note: String::new(),
            }
        }
        Approval::Recorded {
            person,
            name,
            at,
            medium,
            evidence,
            note,
        } => {
            // 代录 is the assistant's work: nobody else records for others. What the customer answers to what is read back is
            // written down by whoever may read it back (S-4.1.2b).
            if person.is_some() || request.purpose != Purpose::ReadBack {
                may(writer, Power::RecordForOthers).await?;
            }
            if *at > writer.at() {
                return Err(AccessRefusal::RecordedInFuture.into());
            }
            // Nobody says yes to what has not been asked for: the day decides whose roles count. People write minutes.
            let minute = |moment: DateTime<Utc>| moment.timestamp().div_euclid(60);
            if request
                .not_before
                .is_some_and(|asked| minute(*at) < minute(asked))
            {
                return Err(AccessRefusal::RecordedBeforeAsked.into());
            }
            // Who worked here and held the role when it was given counts, not who does when it is recorded.
            let (account, name, capacity, deputy_for) = match person {
                Some(id) => {
                    let signer = queries::person(writer, *id)
                        .await?
                        .ok_or(AccessRefusal::WrongPin)?;
                    let signs =
                        capacity_at(writer, signer.id, request.powers, request.only, *at).await?;
                    let capacity = Capacity::Holds(signs.role);
                    (Some(signer.id), signer.name, capacity, signs.deputy_for)
                }
                None if request.customer => {
                    let name = name.trim();
                    if name.is_empty() {
                        return Err(AccessRefusal::RecordedWithoutName.into());
                    }
                    (None, name.to_owned(), Capacity::Customer, None)
                }
                None => return Err(AccessRefusal::RecordedWithoutName.into()),
            };
            Given {
                account,
                name,
                capacity,
                deputy_for,
                at: as_stored(*at),
                recorded: Some((writer.actor().account()?, *medium)),
                evidence,
                note: note.trim().to_owned(),
            }
        }
    };
    if given
        .account
        .is_some_and(|account| request.never.contains(&account))
    {
        return Err(AccessRefusal::OwnRequest.into());
    }
    let hashes: Vec<&str> = given
        .evidence
        .iter()
        .map(|piece| piece.sha256.as_str())
        .collect();
    let columns: [(&'static str, Cell); 12] = [
        ("purpose", request.purpose.code().into()),
        ("content_hash", request.content_hash.into()),
        ("order_id", request.order.into()),
        ("account_id", given.account.into()),
        ("signer_name", given.name.clone().into()),
        ("capacity", given.capacity.code().into()),
        ("deputy_for", given.deputy_for.clone().into()),
        ("signed_at", given.at.clone().into()),
        ("recorded_by", given.recorded.map(|(by, _)| by).into()),
        (
            "medium",
            given
                .recorded
                .map(|(_, medium)| medium.code().to_owned())
                .into(),
        ),
        ("evidence", serde_json::json!(hashes).to_string().into()),
        ("note", given.note.clone().into()),
    ];
    let id = writer.insert("signatures", &columns).await?;
    // The trail says, too, that it was recorded, and on what.
    if let Some((_, medium)) = given.recorded {
        writer.note("recorded", format!("recorded_{}", medium.code()));
    }
    enter_pieces(writer, id, given.evidence).await?;
    Ok(Signature {
        id,
        content_hash: request.content_hash.to_owned(),
        account: given.account,
        signer: given.name,
        capacity: given.capacity,
        signed_at: given.at,
        recorded: given.recorded.map(|(_, medium)| medium),
        deputy_for: given.deputy_for,
        note: given.note,
    })
}

/// Hangs pieces of evidence on a signature.
pub(crate) async fn enter_pieces(
    writer: &mut Writer,
    signature: i64,
    pieces: &[Piece],
) -> Result<(), DeskError> {
    let (at, by) = (as_stored(writer.at()), writer.actor().account()?);
    for piece in pieces {
        let columns: [(&'static str, Cell); 5] = [
            ("signature_id", signature.into()),
            ("sha256", piece.sha256.as_str().into()),
            ("name", piece.name.as_str().into()),
            ("added_at", at.as_str().into()),
            ("added_by", by.into()),
        ];
        writer.insert("evidence_pieces", &columns).await?;
    }
    Ok(())
}

struct Given<'a> {
    account: Option<i64>,
    name: String,
    capacity: Capacity,
    deputy_for: Option<String>,
    at: String,
    recorded: Option<(i64, Medium)>,
    evidence: &'a [Piece],
    note: String,
}
