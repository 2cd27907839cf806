//! Evidence of a recorded signature (代录): the scan or screenshot, kept like every other file.

use std::path::PathBuf;

use super::{Kept, queries};
use crate::Desk;
use crate::accounts::{Approval, ApprovalRequest};
use crate::clock::from_stored;
use crate::desk::reckon_aside;
use crate::error::{DeskError, Failure};
use crate::files::FileRefusal;
use crate::storage::Writer;

/// A yes whose evidence is durable, on its way into an act.
#[derive(Clone, Debug)]
pub(crate) struct Evidenced {
    /// The yes.
    pub(crate) approval: Approval,
    kept: Vec<Kept>,
}

impl Desk {
    /// Keeps the evidence a yes comes with. Call it before the act is begun: copying may take its time.
    ///
    /// # Errors
    /// When a piece of evidence cannot be read or kept, or the moment cannot be read.
    pub(crate) async fn keep_evidence(
        &self,
        request: ApprovalRequest,
    ) -> Result<Evidenced, DeskError> {
        match request {
            ApprovalRequest::Pin { person, pin } => Ok(Evidenced {
                approval: Approval::Pin { person, pin },
                kept: Vec::new(),
            }),
            ApprovalRequest::Recorded {
                person,
                name,
                at,
                medium,
                evidence,
                note,
            } => {
                let at = from_stored(&at).map_err(|_| FileRefusal::BadMoment { text: at })?;
                let store = self.store().clone();
                let keep_all = move || {
                    evidence
                        .iter()
                        .map(|path| store.keep(&PathBuf::from(path)))
                        .collect()
                };
                let kept: Vec<Kept> = reckon_aside::<Result<_, _>>(keep_all)
                    .await?
                    .map_err(Failure::Store)?;
                let evidence = kept.iter().map(|piece| piece.sha256.to_string()).collect();
                Ok(Evidenced {
                    approval: Approval::Recorded {
                        person,
                        name,
                        at,
                        medium,
                        evidence,
                        note,
                    },
                    kept,
                })
            }
        }
    }
}

impl Evidenced {
    /// Enters the evidence among the stored files, in the act that names it.
    pub(crate) async fn enter(&self, writer: &mut Writer) -> Result<(), DeskError> {
        for piece in &self.kept {
            queries::store_row(writer, piece).await?;
        }
        Ok(())
    }
}
