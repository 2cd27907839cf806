//! Turning a yes into a signature.

use super::{AccessRefusal, Approval, Capacity, Role, queries};
use crate::Desk;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::storage::{Cell, Writer};

/// What a signature is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// 样本确认章 (S-4.2.4).
    SampleStamp,
    /// A department's opinion in the review (S-4.3.2a).
    ReviewOpinion,
    /// 审核 of a task sheet.
    SheetCheck,
    /// 业务助理 beside a change (S-4.4.2a).
    Change,
    /// Approval of a change (S-4.4.3).
    ChangeApproval,
    /// A no to a change: never to be taken for a yes.
    ChangeRefusal,
}

impl Purpose {
    const fn code(self) -> &'static str {
        match self {
            Self::SampleStamp => "sample_stamp",
            Self::ReviewOpinion => "review_opinion",
            Self::SheetCheck => "sheet_check",
            Self::Change => "change",
            Self::ChangeApproval => "change_approval",
            Self::ChangeRefusal => "change_refusal",
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
    /// Who may sign it; the first that the person holds is the capacity.
    pub allowed: &'a [Capacity],
    /// Who may not, whatever they hold: the one who asked for it or issues it.
    pub never: Option<i64>,
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
    /// Whether it was recorded for the signer (代录).
    pub recorded: bool,
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
    desk: &Desk,
    request: SignRequest<'_>,
) -> Result<Signature, DeskError> {
    let given = match request.approval {
        Approval::Pin { person, pin } => {
            let signer = queries::active_person(writer, *person).await?;
            let stored = signer.pin_hash.as_deref().ok_or(AccessRefusal::NoPin)?;
            if !desk.password_cost().matches(pin, Some(stored))? {
                return Err(AccessRefusal::WrongPin.into());
            }
            let capacity = capacity_of(&signer.roles, request.allowed)?;
            Given {
                account: Some(signer.id),
                name: signer.name,
                capacity,
                at: as_stored(writer.at()),
                recorded_by: None,
                medium: None,
                evidence: "[]".to_owned(),
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
            // 代录 is the assistant's work: nobody else records for others.
            writer.actor().must_hold(&[Role::SalesAssistant])?;
            if *at > writer.at() {
                return Err(AccessRefusal::RecordedInFuture.into());
            }
            let (account, name, capacity) = match person {
                Some(id) => {
                    let signer = queries::active_person(writer, *id).await?;
                    let capacity = capacity_of(&signer.roles, request.allowed)?;
                    (Some(signer.id), signer.name, capacity)
                }
                None if request.allowed.contains(&Capacity::Customer) => {
                    let name = name.trim();
                    if name.is_empty() {
                        return Err(AccessRefusal::RecordedWithoutName.into());
                    }
                    (None, name.to_owned(), Capacity::Customer)
                }
                None => return Err(AccessRefusal::RecordedWithoutName.into()),
            };
            Given {
                account,
                name,
                capacity,
                at: as_stored(*at),
                recorded_by: Some(writer.actor().account()?),
                medium: Some(medium.code().to_owned()),
                evidence: serde_json::to_string(evidence).unwrap_or_else(|_| "[]".to_owned()),
                note: note.trim().to_owned(),
            }
        }
    };
    if request.never.is_some() && given.account == request.never {
        return Err(AccessRefusal::OwnRequest.into());
    }
    let columns: [(&'static str, Cell); 10] = [
        ("purpose", request.purpose.code().into()),
        ("content_hash", request.content_hash.into()),
        ("account_id", given.account.into()),
        ("signer_name", given.name.clone().into()),
        ("capacity", given.capacity.code().into()),
        ("signed_at", given.at.clone().into()),
        ("recorded_by", given.recorded_by.into()),
        ("medium", given.medium.into()),
        ("evidence", given.evidence.into()),
        ("note", given.note.clone().into()),
    ];
    let id = writer.insert("signatures", &columns).await?;
    Ok(Signature {
        id,
        content_hash: request.content_hash.to_owned(),
        account: given.account,
        signer: given.name,
        capacity: given.capacity,
        signed_at: given.at,
        recorded: given.recorded_by.is_some(),
        note: given.note,
    })
}

struct Given {
    account: Option<i64>,
    name: String,
    capacity: Capacity,
    at: String,
    recorded_by: Option<i64>,
    medium: Option<String>,
    evidence: String,
    note: String,
}

/// The first allowed capacity that one of `roles` gives.
fn capacity_of(roles: &[Role], allowed: &[Capacity]) -> Result<Capacity, AccessRefusal> {
    allowed
        .iter()
        .copied()
        .find(|capacity| matches!(capacity, Capacity::Holds(role) if roles.contains(role)))
        .ok_or_else(|| AccessRefusal::NeedsRole {
            roles: allowed
                .iter()
                .filter_map(|capacity| {
                    if let Capacity::Holds(role) = capacity {
                        Some(*role)
                    } else {
                        None
                    }
                })
                .collect(),
        })
}
