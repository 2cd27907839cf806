//! Changing an order that has not taken effect yet.

use super::conversion::presale_may_be;
use super::drafts::{kept_key, key_of_order};
use super::facts::OrderFacts;
use super::places::withdrawn_choices;
use super::recording::{received_day, recorded, recording};
use super::refusals::{OrderRefusal, must_be_open};
use super::register_order::named_at_least;
use super::specification::Specification;
use super::value::Value;
use super::wire::OrderForm;
use super::written::{Named, order_cells, write_changed};
use super::{diff, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::calendar::BusinessDay;
use crate::clock::in_shanghai;
use crate::error::DeskError;
use crate::halts::must_move;
use crate::products::must_be_regular;
use crate::settings::RulesByDay;
use crate::storage::{Subject, Topic};
use crate::task_sheets::commit_known;
use crate::wire::Done;

impl Desk {
    /// Puts the form in the place of what stands on the order, and lets its draft go. Where a field changes that was read
    /// back to the customer, the order falls back to 信息登记 until the customer has been asked again (S-4.1.2b).
    ///
    /// # Errors
    /// Refuses texts that are not understood, a stale revision, and an order that took effect or is released (F7-03, F7-08).
    pub async fn save_order(
        &self,
        actor: &Actor,
        id: i64,
        revision: i64,
        form: &OrderForm,
    ) -> Result<Done<i64>, DeskError> {
        let (mut writer, rules) = self.begin_by_rules(actor, Activity::SaveOrder).await?;
        let today = in_shanghai(writer.at()).date();
        let (mut specification, fields) =
            Specification::understand(form, BusinessDay(today), &rules);
        if !fields.is_empty() {
            return Err(OrderRefusal::NotUnderstood { fields }.into());
        }
        let mut rules = RulesByDay::of(today, rules);
        must_move(&mut writer, Activity::SaveOrder, id).await?;
        let mut facts = queries::facts(&mut writer, id).await?;
        must_be_open(facts.state)?;
        if facts.effect_at.is_some() {
            return Err(OrderRefusal::TookEffect.into());
        }
        if facts.revision != revision {
            return Err(OrderRefusal::ChangedMeanwhile.into());
        }
        specification
            .order
            .entry("kind")
            .or_insert(Value::Choice(facts.kind().code()));
        if specification.kind() != facts.kind() {
            return Err(OrderRefusal::KindFixed.into());
        }
        specification
            .order
            .entry("assistant_id")
            .or_insert_with(|| Value::Text(facts.assistant.name.clone()));
        let fields = withdrawn_choices(&facts.specification, &specification);
        if !fields.is_empty() {
            return Err(OrderRefusal::NotUnderstood { fields }.into());
        }
        named_at_least(&specification)?;
        let changes = diff(&facts.specification, &specification);
        if !changes.is_empty() {
            let named = Named::find(&mut writer, &specification).await?;
            named.call_by_name(&mut specification);
            must_be_regular(&mut writer, &specification).await?;
            presale_may_be(&mut writer, id, &specification).await?;
            let recorded = recorded(&facts.recorded_at)?;
            let received = received_day(&specification, today);
            let received = rules.on(&mut writer, received).await?;
            let record = recording(&specification.order, recorded, received);
            let mut columns = order_cells(&specification, &named);
            columns.extend(record.cells());
            columns.push(("revision", (revision + 1).into()));
            writer.update("orders", id, &columns).await?;
            write_changed(&mut writer, id, &specification).await?;
            let decided_on = specification
                .order_date()
                .map_or(recorded.date(), |day| day.0);
            facts = OrderFacts {
                revision: revision + 1,
                customer: named.customer.unwrap_or_default(),
                assistant: named.assistant,
                sales_rep: named.sales_rep,
                rules: rules.on(&mut writer, decided_on).await?.clone(),
                specification,
                ..facts
            };
        }
        writer.drop_draft(&kept_key(&key_of_order(id), actor.account()?));
        writer.about(Subject::Order(id));
        writer.touch(Topic::drafts());
        writer.note("number", &facts.number);
        writer.note("places", changes.len().to_string());
        Ok(Done {
            value: id,
            changed: commit_known(writer, facts).await?,
        })
    }
}
