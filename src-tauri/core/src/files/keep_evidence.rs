//! Evidence of a recorded signature (代录): the scan or screenshot, kept like every other file.

use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{ContentStore, Kept, shown_name, store_row};
use crate::Desk;
use crate::accounts::{AccessRefusal, Actor, Approval, ApprovalRequest, EvidenceRequest, Piece};
use crate::clock::from_stored;
use crate::desk::reckon_aside;
use crate::error::{DeskError, Failure};
use crate::files::FileRefusal;
use crate::settings;
use crate::storage::Writer;

/// The most one pasted picture may have, bytes: a screenshot of three big screens has a third of it.
const LARGEST_PICTURE: usize = 25_000_000;

/// Evidence that is durable, on its way into an act.
#[derive(Clone, Debug, Default)]
pub(crate) struct KeptPieces {
    kept: Vec<Kept>,
    pieces: Vec<Piece>,
}

impl KeptPieces {
    pub(crate) const fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    pub(crate) fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Enters the evidence among the stored files, in the act that names it.
    pub(crate) async fn enter(&self, writer: &mut Writer) -> Result<(), DeskError> {
        for piece in &self.kept {
            store_row(writer, piece).await?;
        }
        Ok(())
    }
}

/// A yes that is proven, or whose evidence is durable, on its way into an act.
#[derive(Clone, Debug)]
pub(crate) struct Evidenced {
    /// The yes.
    pub(crate) approval: Approval,
    kept: KeptPieces,
}

impl Desk {
    /// Proves the PIN, or keeps the evidence, a yes comes with while `actor` sits here. Call it before the act is begun:
    /// both may take their time, and a wrong PIN has to be counted even though the act comes to nothing.
    ///
    /// # Errors
    /// When the PIN is wrong, evidence is missing or cannot be kept, or the moment cannot be read.
    pub(crate) async fn keep_evidence(
        &self,
        actor: &Actor,
        request: ApprovalRequest,
    ) -> Result<Evidenced, DeskError> {
        match request {
            ApprovalRequest::Pin { person, pin } => Ok(Evidenced {
                approval: Approval::Pin(self.prove_pin(actor, person, &pin).await?),
                kept: KeptPieces::default(),
            }),
            ApprovalRequest::Recorded {
                person,
                name,
                at,
                medium,
                evidence,
                follows,
                note,
            } => {
                let at = from_stored(&at).map_err(|_| FileRefusal::BadMoment { text: at })?;
                if evidence.is_empty() {
                    self.may_follow(follows).await?;
                }
                let kept = self.keep_pieces(evidence).await?;
                Ok(Evidenced {
                    approval: Approval::Recorded {
                        person,
                        name,
                        at,
                        medium,
                        evidence: kept.pieces.clone(),
                        note,
                    },
                    kept,
                })
            }
        }
    }

    /// Without evidence, somebody has to say that it follows, and the house has to allow it (setting).
    ///
    /// # Errors
    /// When nobody says so, or the house does not allow it.
    pub(crate) async fn may_follow(&self, follows: bool) -> Result<(), DeskError> {
        let rules = settings::in_force(&mut *self.read().await?, self.today()).await?;
        match (follows, rules.evidence_may_follow) {
            (true, true) => Ok(()),
            (true, false) => Err(AccessRefusal::EvidenceMayNotFollow.into()),
            (false, _) => Err(AccessRefusal::EvidenceMissing.into()),
        }
    }

    /// Keeps pieces of evidence by content.
    ///
    /// # Errors
    /// When one cannot be read or kept.
    pub(crate) async fn keep_pieces(
        &self,
        evidence: Vec<EvidenceRequest>,
    ) -> Result<KeptPieces, DeskError> {
        let store = self.store();
        let keep_all = move || {
            let mut all = KeptPieces::default();
            for request in evidence {
                let (kept, name) = keep_one(&store, request)?;
                all.pieces.push(Piece {
                    sha256: kept.sha256.to_string(),
                    name,
                });
                all.kept.push(kept);
            }
            Ok(all)
        };
        reckon_aside::<Result<_, DeskError>>(keep_all).await?
    }
}

fn keep_one(store: &ContentStore, request: EvidenceRequest) -> Result<(Kept, String), DeskError> {
    match request {
        EvidenceRequest::File { path } => {
            let path = PathBuf::from(path);
            let name = shown_name(&path);
            Ok((store.keep(&path).map_err(Failure::Store)?, name))
        }
        EvidenceRequest::Pasted { name, data } => {
            let bytes = picture(&data)?;
            let name = shown_name(&PathBuf::from(name));
            Ok((store.keep_bytes(&bytes).map_err(Failure::Store)?, name))
        }
    }
}

/// The bytes of a pasted picture. Kept as they are: nothing here looks into them.
fn picture(data: &str) -> Result<Vec<u8>, AccessRefusal> {
    if data.len() / 4 * 3 > LARGEST_PICTURE {
        return Err(AccessRefusal::BadPicture);
    }
    let bytes = STANDARD
        .decode(data)
        .map_err(|_| AccessRefusal::BadPicture)?;
    if bytes.is_empty() {
        return Err(AccessRefusal::BadPicture);
    }
    Ok(bytes)
}

impl Evidenced {
    /// Enters the evidence among the stored files, in the act that names it.
    pub(crate) async fn enter(&self, writer: &mut Writer) -> Result<(), DeskError> {
        self.kept.enter(writer).await
    }
}
