//! A yes of the customer's: to what was read back, to a change, to a cancellation. What was given in a way that leaves something
//! to show is signed with it (代录), or stands in the list of what is to follow; of what was only said, who, when and how are
//! kept, with the record of what was read back.

use chrono::{DateTime, Utc};

use crate::accounts::{Approval, Medium, Piece, Purpose, SignRequest, sign};
use crate::error::DeskError;
use crate::storage::{Topic, Writer};

/// Whether a yes given this way stands on something that can be shown: like whatever else is recorded, it brings it, or it
/// follows. A telephone alone leaves nothing; whoever stands at the desk signs the record.
pub(crate) fn can_be_shown(how: &str) -> bool {
    how != "phone"
}

/// Who of the customer said yes, when and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CustomersWord {
    /// Who.
    pub(crate) who: String,
    /// When.
    pub(crate) at: DateTime<Utc>,
    /// One of the ways one speaks with a customer.
    pub(crate) how: String,
}

impl CustomersWord {
    /// Takes the yes as the customer's own signature, with its evidence; one whose evidence is to follow stands in the list of
    /// what lacks it. Answers the signature; none of what was only said.
    ///
    /// # Errors
    /// When the word is to something else than what was read back and the actor may not record for others, or the database
    /// cannot be written.
    pub(crate) async fn sign(
        &self,
        writer: &mut Writer,
        purpose: Purpose,
        order: i64,
        content_hash: &str,
        pieces: &[Piece],
    ) -> Result<Option<i64>, DeskError> {
        if pieces.is_empty() && !can_be_shown(&self.how) {
            return Ok(None);
        }
        if pieces.is_empty() {
            writer.touch(Topic::evidence());
        }
        let approval = Approval::Recorded {
            person: None,
            name: self.who.clone(),
            at: self.at,
            medium: Medium::from_code(&self.how).unwrap_or(Medium::Paper),
            evidence: pieces.to_vec(),
            note: String::new(),
        };
        let signed = SignRequest {
            purpose,
            content_hash,
            powers: &[],
            only: None,
            customer: true,
            order,
            never: &[],
            not_before: None,
            approval: &approval,
        };
        Ok(Some(sign(writer, signed).await?.id))
    }
}
