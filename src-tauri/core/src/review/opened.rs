//! The review of an order inside an open act: opened by whoever speaks, routes or asks first, and opened again by
//! whoever does so after a conclusion.

use chrono::NaiveDate;

use super::content::content;
use super::nature::{Decided, UnusualReason, grows_old_on};
use super::queries::{self, ReviewRow};
use super::triggers::date_turns_on;
use super::{
    Content, Department, Review, ReviewBlock, ReviewRefusal, Trigger, TriggerFacts, Waiver,
    review_blocks_release, triggers,
};
use crate::clock::{from_stored, in_shanghai};
use crate::customers;
use crate::error::{DeskError, Failure};
use crate::hand_overs;
use crate::numbers::{self, Series};
use crate::orders::{OrderFacts, OrderState, order_facts};
use crate::processes;
use crate::settings::{self, HouseRules};
use crate::storage::{Cell, Connection, Question, Subject, Writer};

/// What is ordered, and why it is reviewed.
#[derive(Clone, Debug)]
pub(crate) struct Ordered {
    pub(crate) facts: OrderFacts,
    /// What the plant answers for, as it stands.
    pub(crate) content: Content,
    /// Who has to speak.
    pub(crate) asked: Vec<Department>,
    /// 生产 or PMC is asked whether the delivery can be kept, though nothing calls for a review (F5-1.2a).
    pub(crate) feasibility_asked: bool,
    /// 订单性质 (F5-d1, F5-d2), where orders of its kind have one.
    pub(crate) decided: Option<Decided>,
    pub(crate) triggers: Vec<Trigger>,
    /// The first day on which one of them turns by itself (S-4.3.1E, F5-d2).
    pub(crate) turns_on: Option<NaiveDate>,
    /// The day it was judged on.
    pub(crate) today: NaiveDate,
    /// 免评审, be it for something else (S-4.2.1c).
    pub(crate) waiver: Option<Waiver>,
}

/// Whether anybody has said anything about the review of an order; what nobody has said is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    /// 订单性质 was decided.
    pub(crate) nature: bool,
    /// Its review was waived.
    pub(crate) waiver: bool,
}

/// Gathers what decides whether an order is reviewed. What its rules do not ask is not read: an order is saved while the customer
/// waits.
async fn trigger_facts(
    connection: &mut Connection,
    facts: &OrderFacts,
    rules: &HouseRules,
    today: NaiveDate,
    said: Said,
) -> Result<TriggerFacts, DeskError> {
    let kind = facts.kind();
    let mut asked = TriggerFacts::of(&facts.specification, rules, today);
    let customer = if rules.review_new_customer && kind.is_reviewed_for("A") {
        let enough = rules.established_after.max(0);
        customers::queries::standing_facts_to(facts.customer.id, enough)
            .map(|known| Ok(Some(known)))
    } else {
        Question::known(None)
    };
    let unusual = rules.review_unusual && kind.is_reviewed_for(UnusualReason::OldProduct.code());
    let made = if unusual {
        last_made(facts)
    } else {
        Question::known(None)
    };
    let (customer, made) = customer.and(made).ask(connection).await?;
    asked.customer = customer;
    asked.last_made = made.map(|(_, day)| day);
    if rules.review_process && kind.is_reviewed_for("B") && !asked.processes.is_empty() {
        asked.mature = processes::MATURE.names(connection).await?;
    }
    if unusual && said.nature {
        let decided = queries::decided(connection, facts.id).await?;
        asked.decided = decided.map(|found| found.1);
    }
    Ok(asked)
}

/// The order in which the same product was last made for the customer, and the day its sheet was issued.
pub(super) fn last_made(facts: &OrderFacts) -> Question<Option<(i64, NaiveDate)>> {
    queries::last_made(facts).map(|found| {
        let Some((order, at)) = found else {
            return Ok(None);
        };
        let moment = from_stored(&at).map_err(|_| Failure::UnknownValue {
            what: "task_sheets.issued_at",
            value: at,
        })?;
        Ok(Some((order, in_shanghai(moment).date())))
    })
}

/// What of the review of an order keeps its sheet back as of `today`.
///
/// # Errors
/// When there is no such order, or the database cannot be read.
pub async fn review_blocks(
    connection: &mut Connection,
    order: i64,
    today: NaiveDate,
) -> Result<Vec<ReviewBlock>, DeskError> {
    let ordered = Ordered::read(connection, order, today).await?;
    let review = queries::review_facts(connection, order).await?;
    Ok(ordered.blocks(review.as_ref()))
}

impl Ordered {
    /// Reads an order.
    pub(crate) async fn read(
        connection: &mut Connection,
        order: i64,
        today: NaiveDate,
    ) -> Result<Self, DeskError> {
        let facts = order_facts(connection, order).await?;
        Self::of(connection, facts, today).await
    }

    /// Judges an order that was read. The rules of the house are those of its order date, of today where it has none yet.
    pub(crate) async fn of(
        connection: &mut Connection,
        facts: OrderFacts,
        today: NaiveDate,
    ) -> Result<Self, DeskError> {
        let said = Said {
            nature: true,
            waiver: true,
        };
        Self::knowing(connection, facts, today, said).await
    }

    /// As [`of`](Self::of), where it is known what was said.
    pub(crate) async fn knowing(
        connection: &mut Connection,
        facts: OrderFacts,
        today: NaiveDate,
        said: Said,
    ) -> Result<Self, DeskError> {
        let of_today = facts.specification.order_date().is_none()
            && in_shanghai(facts.recorded_moment()?).date() != today;
        let rules = if of_today {
            settings::in_force(connection, today).await?
        } else {
            facts.rules.clone()
        };
        let asked = trigger_facts(connection, &facts, &rules, today, said).await?;
        let kind = facts.kind();
        let turns_on = asked
            .delivery
            .filter(|_| kind.is_reviewed_for("E"))
            .and_then(|delivery| date_turns_on(delivery, &rules, today, &rules.house_days));
        // A product grows old by itself, too, as long as nobody has decided about the order.
        let grows_old = asked
            .last_made
            .filter(|_| asked.decided.is_none())
            .and_then(|last| grows_old_on(last, rules.old_product_months))
            .filter(|first| *first > today);
        let turns_on = turns_on.into_iter().chain(grows_old).min();
        let mut triggers = triggers(&asked, &rules);
        triggers.retain(|trigger| kind.is_reviewed_for(trigger.code()));
        let waiver = if said.waiver {
            queries::waiver(connection, facts.id).await?
        } else {
            None
        };
        Ok(Self {
            waiver,
            content: content(&facts.specification),
            asked: super::rules::asked(&triggers, &rules),
            feasibility_asked: rules.review_feasibility
                && kind.is_reviewed_for(UnusualReason::NewDesign.code())
                && triggers.is_empty(),
            decided: asked.decided,
            triggers,
            turns_on,
            today,
            facts,
        })
    }

    /// The review as it stands with this order: who has to speak follows from why it is reviewed.
    pub(crate) fn asking(&self, review: Review) -> Review {
        Review {
            asked: self.asked.clone(),
            ..review
        }
    }

    /// What of its review keeps the sheet back (S-4.3.1, S-4.2.1c).
    pub(crate) fn blocks(&self, review: Option<&Review>) -> Vec<ReviewBlock> {
        let silent = review.is_none_or(Review::is_silent);
        if self.feasibility_asked && silent {
            let department = Department::Production;
            return vec![ReviewBlock::OpinionMissing { department }];
        }
        let review = review.map(|review| self.asking(review.clone()));
        review_blocks_release(
            &self.triggers,
            review.as_ref(),
            self.waiver.as_ref(),
            &self.content,
        )
    }

    /// Whether its review is waived as it stands.
    pub(crate) fn is_waived(&self) -> bool {
        self.waiver
            .as_ref()
            .is_some_and(|waiver| waiver.counts_for(&self.content.hash, &self.triggers))
    }

    /// The review of this order, open: made and numbered where there is none, opened again where it was concluded.
    pub(super) async fn open_review(&self, writer: &mut Writer) -> Result<ReviewRow, DeskError> {
        if self.facts.issued {
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
            ("content_hash", self.content.hash.as_str().into()),
            ("opened_at", opened_at.into()),
        ];
        writer.insert("reviews", &columns).await?;
        hand_overs::on_review(writer, &self.facts, &number, self).await?;
        writer.note("review", &number);
        let row = queries::of_order(writer, self.facts.id).await?;
        let row = row.map(|row| ReviewRow {
            review: self.asking(row.review),
            ..row
        });
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
