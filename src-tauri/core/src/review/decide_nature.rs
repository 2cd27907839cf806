//! Deciding 订单性质 (F5-d1, F5-d2).

use super::nature::{Decided, MadeBefore, Nature, UnusualReason, proposed, worked_on};
use super::opened::{Ordered, last_made};
use super::wire::{DecideNatureRequest, NatureView};
use super::{ReviewRefusal, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::{as_stored, in_shanghai};
use crate::error::DeskError;
use crate::orders::{OrderLink, must_be_as_shown, order_facts};
use crate::storage::{Cell, Connection, Subject};
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Keeps what kind of review an order asks for: 常规, or 非常规 with its reasons. Answers the order.
    ///
    /// # Errors
    /// When 非常规 has no reason, what the desk does not propose has no why, or the order is released or of a kind that is not
    /// reviewed so.
    pub async fn decide_nature(
        &self,
        actor: &Actor,
        request: DecideNatureRequest,
    ) -> Result<Done<i64>, DeskError> {
        let by = actor.account()?;
        let mut writer = self.begin(actor, Activity::DecideNature).await?;
        writer.about(Subject::Order(request.order_id));
        let today = in_shanghai(writer.at()).date();
        let ordered = Ordered::read(&mut writer, request.order_id, today).await?;
        must_be_as_shown(&mut writer, ordered.facts.id, request.revision).await?;
        if ordered.facts.issued {
            return Err(ReviewRefusal::Released.into());
        }
        let Some(stands) = nature_view(&mut writer, &ordered).await? else {
            return Err(ReviewRefusal::NotForKind.into());
        };
        let reasons = UnusualReason::ALL
            .into_iter()
            .filter(|reason| request.nature == Nature::Unusual && request.reasons.contains(reason));
        let decided = Decided {
            nature: request.nature,
            reasons: reasons.collect(),
            why: request.why.trim().to_owned(),
        };
        decided.check(stands.proposed)?;
        let codes: Vec<&str> = decided.reasons.iter().map(|reason| reason.code()).collect();
        let columns: [(&'static str, Cell); 6] = [
            ("order_id", ordered.facts.id.into()),
            ("nature", decided.nature.code().into()),
            ("reasons", codes.join(",").into()),
            ("why", decided.why.as_str().into()),
            ("decided_at", as_stored(writer.at()).into()),
            ("decided_by", by.into()),
        ];
        match queries::decided(&mut writer, ordered.facts.id).await? {
            Some((row, _, _)) => writer.update("order_natures", row, &columns).await?,
            None => writer.insert("order_natures", &columns).await.map(|_| ())?,
        }
        writer.note("nature", decided.nature.code());
        writer.note("reason", codes.join(","));
        Ok(Done {
            value: ordered.facts.id,
            changed: commit_order(writer, ordered.facts.id).await?,
        })
    }
}

/// 订单性质 as it stands; none on an order of a kind that has none.
pub(crate) async fn nature_view(
    connection: &mut Connection,
    ordered: &Ordered,
) -> Result<Option<NatureView>, DeskError> {
    let facts = &ordered.facts;
    if !facts
        .kind()
        .is_reviewed_for(UnusualReason::NewDesign.code())
    {
        return Ok(None);
    }
    let last = match last_made(facts).ask(connection).await? {
        None => None,
        Some((order, on)) => {
            let before = order_facts(connection, order).await?;
            let same = worked_on(&before.specification) == worked_on(&facts.specification);
            let link = OrderLink {
                id: order,
                number: before.number,
            };
            Some((link, MadeBefore { on, same }))
        }
    };
    let (proposed, why) = proposed(
        last.as_ref().map(|(_, made)| *made),
        facts.specification.has_special_quality(),
        ordered.triggers.iter().any(|trigger| !trigger.is_unusual()),
        facts.rules.old_product_months,
        ordered.today,
    );
    let decided = queries::decided(connection, facts.id).await?;
    let stands = decided.as_ref().map(|(_, decided, _)| decided.clone());
    Ok(Some(NatureView {
        nature: stands.as_ref().map_or(proposed, |decided| decided.nature),
        reasons: stands
            .as_ref()
            .map_or(why, |decided| decided.reasons.clone()),
        proposed,
        why: stands.map(|decided| decided.why).unwrap_or_default(),
        decided_by: decided.as_ref().map(|(_, _, by)| by.person.clone()),
        decided_at: decided.map(|(_, _, by)| by.at),
        last_on: last.as_ref().map(|(_, made)| made.on.to_string()),
        last: last.map(|(link, _)| link),
    }))
}
