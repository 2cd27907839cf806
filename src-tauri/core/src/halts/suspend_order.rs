//! 暂停: an order rests, with a reason (F1-11).

use super::rules::{Halt, asked, may};
use super::wire::in_effect;
use super::{HaltRefusal, SuspendOrderRequest};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::calendar::{BusinessDay, HouseDays};
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::hand_overs::{self, Occasion};
use crate::orders::{FieldProblem, OrderFacts, Said, must_be_as_shown, order_facts};
use crate::storage::{Cell, Subject, Writer};
use crate::task_sheets::{commit_order, fits};
use crate::typed::{self, Expected, NotUnderstood};
use crate::wire::Done;

impl Desk {
    /// Suspends an order wherever it stands. Answers the order.
    ///
    /// # Errors
    /// When no reason is given, nobody of the customer is named who has to be, the day is past, or the order has ended.
    pub async fn suspend_order(
        &self,
        actor: &Actor,
        request: SuspendOrderRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let reason = reason(&request.reason)?;
        let until = until(&request.until, BusinessDay(self.today()))?;
        let mut writer = self.begin(actor, Activity::SuspendOrder).await?;
        let facts = order_facts(&mut writer, request.order_id).await?;
        may(Halt::Suspend, facts.state)?;
        must_be_as_shown(&mut writer, facts.id, request.revision).await?;
        let at = as_stored(writer.at());
        let asked = asked(
            Halt::Suspend,
            in_effect(&facts),
            facts.kind().is_read_back(),
            request.asked_by,
        );
        let said = request
            .contact
            .filter(|said| !said.who.trim().is_empty() && facts.kind().is_read_back())
            .map(|said| Said::of(&said.who, &said.at, &said.how, &at))
            .transpose()?;
        if asked.contact && said.is_none() {
            return Err(HaltRefusal::ContactMissing.into());
        }
        let (who, said_at, how) = said.map_or((None, None, None), |said| {
            (Some(said.who), Some(said.at), Some(said.how))
        });
        let columns: [(&'static str, Cell); 9] = [
            ("reason", reason.as_str().into()),
            ("asked_by", request.asked_by.code().into()),
            ("contact_who", who.into()),
            ("contact_at", said_at.into()),
            ("contact_how", how.into()),
            ("expected_until", until.map(|day| day.to_string()).into()),
            ("liable", "none".into()),
            ("outcome", "".into()),
            ("consequences", "".into()),
        ];
        enter(&mut writer, &facts, Halt::Suspend, &columns).await?;
        writer.about(Subject::Order(facts.id));
        writer.note("reason", &reason);
        let content = match until {
            Some(until) => format!("订单暂停，预计至 {until}：{reason}"),
            None => format!("订单暂停：{reason}"),
        };
        hand_overs::on_halt(&mut writer, &facts, Occasion::Suspended, &content).await?;
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }
}

/// Why it is done.
pub(super) fn reason(text: &str) -> Result<String, DeskError> {
    let reason = fits(text)?;
    if reason.is_empty() {
        return Err(HaltRefusal::ReasonMissing.into());
    }
    Ok(reason)
}

/// Enters a halt; the order is another one for whoever has it on a screen.
pub(super) async fn enter(
    writer: &mut Writer,
    facts: &OrderFacts,
    halt: Halt,
    columns: &[(&'static str, Cell)],
) -> Result<(), DeskError> {
    let mut columns = columns.to_vec();
    columns.extend([
        ("order_id", facts.id.into()),
        ("kind", halt.code().into()),
        ("done_at", as_stored(writer.at()).into()),
        ("done_by", writer.actor().account()?.into()),
    ]);
    writer.insert("order_halts", &columns).await?;
    let revision = [("revision", (facts.revision + 1).into())];
    writer.update("orders", facts.id, &revision).await
}

/// Until which day it is to rest; today or later.
fn until(text: &str, today: BusinessDay) -> Result<Option<BusinessDay>, HaltRefusal> {
    match typed::date(text, today, Expected::ToCome, &HouseDays::default()) {
        Ok(reckoned) => Ok(Some(reckoned.day)),
        Err(NotUnderstood::Empty) => Ok(None),
        Err(problem) => Err(HaltRefusal::NotUnderstood {
            fields: vec![FieldProblem {
                path: "halt.until".to_owned(),
                code: problem.code(),
                params: problem.params(),
            }],
        }),
    }
}
