//! What both the check list and the state of an order follow from, read once.

use chrono::NaiveDate;

use super::attached::Attached;
use super::queries;
use crate::effect::{self, Gates};
use crate::error::DeskError;
use crate::orders::OrderFacts;
use crate::review::{Ordered, Review, ReviewBlock, Said, review_facts};
use crate::storage::Connection;

/// An order held against its review and the gates before 生效.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) attached: Attached,
    pub(super) ordered: Ordered,
    pub(super) review: Option<Review>,
    /// What of the review keeps the sheet back (S-4.3.1).
    pub(super) blocks: Vec<ReviewBlock>,
    /// F7-07.
    pub(super) gates: Gates,
}

impl Judged {
    /// Judges an order that was read, as of `today`.
    pub(super) async fn read(
        connection: &mut Connection,
        facts: &OrderFacts,
        today: NaiveDate,
    ) -> Result<Self, DeskError> {
        let (attached, _) = queries::attached(connection, facts.id).await?;
        Self::with(connection, facts, attached, today).await
    }

    /// Judges an order of which it is known what hangs on it.
    pub(super) async fn with(
        connection: &mut Connection,
        facts: &OrderFacts,
        attached: Attached,
        today: NaiveDate,
    ) -> Result<Self, DeskError> {
        let said = Said {
            nature: attached.nature,
            waiver: attached.waiver,
        };
        let ordered = Ordered::knowing(connection, facts.clone(), today, said).await?;
        let review = if attached.review {
            review_facts(connection, facts.id).await?
        } else {
            None
        };
        let gates = if attached.approved || attached.signed || attached.sent_back {
            effect::gates(connection, facts).await?
        } else {
            effect::unsigned(facts)
        };
        Ok(Self {
            attached,
            blocks: ordered.blocks(review.as_ref()),
            gates,
            ordered,
            review,
        })
    }
}
