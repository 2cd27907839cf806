//! The review of an order inside an open act: opened by whoever speaks, routes or asks first, and opened again by
//! whoever does so after a conclusion.

use super::queries::{self, ReviewRow};
use super::{
    Review, ReviewBlock, ReviewRefusal, Trigger, TriggerFacts, Waiver, content_of,
    review_blocks_release, triggers,
};
use crate::error::{DeskError, Failure};
use crate::hand_overs;
use crate::numbers::{self, Series};
use crate::orders::{OrderFacts, OrderState, order_facts};
use crate::settings;
use crate::storage::{Cell, Connection, Subject, Writer};

/// What is ordered, and why it is reviewed.
#[derive(Clone, Debug)]
pub(crate) struct Ordered {
    pub(crate) facts: OrderFacts,
    /// The hash of what production and quality answer for, as it stands.
    pub(crate) now: String,
    pub(crate) triggers: Vec<Trigger>,
    /// 免评审, be it for something else (S-4.2.1c).
    pub(crate) waiver: Option<Waiver>,
}

impl Ordered {
    /// Reads an order.
    pub(crate) async fn read(
        connection: &mut Connection,
        order: i64,
        today: chrono::NaiveDate,
    ) -> Result<Self, DeskError> {
        let facts = order_facts(connection, order).await?;
        Self::of(connection, facts, today).await
    }

    /// Judges an order that was read. The rules of the house are those of its order date, of today where it has none yet.
    pub(crate) async fn of(
        connection: &mut Connection,
        facts: OrderFacts,
        today: chrono::NaiveDate,
    ) -> Result<Self, DeskError> {
        let facts_of = TriggerFacts::from(&facts.specification);
        let found = match facts.specification.order_date() {
            Some(_) => triggers(&facts_of, &facts.rules),
            None => triggers(&facts_of, &settings::in_force(connection, today).await?),
        };
        Ok(Self {
            waiver: queries::waiver(connection, facts.id).await?,
            now: content_of(&facts.specification),
            triggers: found
                .into_iter()
                .filter(|trigger| facts.kind().is_reviewed_for(trigger.code()))
                .collect(),
            facts,
        })
    }

    /// What of its review keeps the sheet back (S-4.3.1, S-4.2.1c).
    pub(crate) fn blocks(&self, review: Option<&Review>) -> Vec<ReviewBlock> {
        review_blocks_release(&self.triggers, review, self.waiver.as_ref(), &self.now)
    }

    /// Whether its review is waived as it stands.
    pub(crate) fn is_waived(&self) -> bool {
        self.waiver
            .as_ref()
            .is_some_and(|waiver| waiver.counts_for(&self.now, &self.triggers))
    }

    /// The review of this order, open: made and numbered where there is none, opened again where it was concluded.
    pub(super) async fn open_review(&self, writer: &mut Writer) -> Result<ReviewRow, DeskError> {
        if self.facts.state == OrderState::Released {
            return Err(ReviewRefusal::Released.into());
        }
        if !self.facts.kind().is_reviewed() {
            return Err(ReviewRefusal::NotForKind.into());
        }
        writer.about(Subject::Order(self.facts.id));
        let existing = queries::of_order(writer, self.facts.id).await?;
        if let Some(row) = existing {
            let reopened: [(&'static str, Cell); 5] = [
                ("state", "open".into()),
                ("conclusion", "".into()),
                ("concluded_at", Cell::Text(None)),
                ("concluded_by", Cell::Int(None)),
                ("decline_signature_id", Cell::Int(None)),
            ];
            writer.update("reviews", row.id, &reopened).await?;
            writer.note("review", &row.number);
            return Ok(row);
        }
        if self.facts.state == OrderState::Registered {
            return Err(ReviewRefusal::NotConfirmed.into());
        }
        let number = numbers::next(writer, Series::Review).await?;
        let opened_at = crate::clock::as_stored(writer.at());
        let columns: [(&'static str, Cell); 8] = [
            ("order_id", self.facts.id.into()),
            ("number", number.as_str().into()),
            ("state", "open".into()),
            ("triggers", self.triggers_as_stored().into()),
            ("route", "".into()),
            ("conclusion", "".into()),
            ("content_hash", self.now.as_str().into()),
            ("opened_at", opened_at.into()),
        ];
        writer.insert("reviews", &columns).await?;
        hand_overs::on_review(writer, &self.facts, &number, &self.triggers).await?;
        writer.note("review", &number);
        let row = queries::of_order(writer, self.facts.id).await?;
        row.ok_or_else(|| Failure::Missing("reviews").into())
    }

    /// The letters of the clauses by which the order is reviewed: `C,D`.
    pub(super) fn triggers_as_stored(&self) -> String {
        self.triggers
            .iter()
            .map(|trigger| trigger.code())
            .collect::<Vec<_>>()
            .join(",")
    }
}
