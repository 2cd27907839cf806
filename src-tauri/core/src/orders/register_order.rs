//! 登记: a draft becomes an order, and gets its number.

use super::conversion::convert;
use super::drafts::{Ties, ties_of};
use super::facts::OrderFacts;
use super::kind::OrderKind;
use super::places::withdrawn_choices;
use super::recording::{received_day, recording};
use super::refusals::OrderRefusal;
use super::repeat::note_repeat;
use super::specification::Specification;
use super::state::OrderState;
use super::understand::FieldProblem;
use super::value::Value;
use super::wire::OrderForm;
use super::written::{Named, order_cells, write_new};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::calendar::BusinessDay;
use crate::clock::{as_stored, in_shanghai};
use crate::error::DeskError;
use crate::numbers;
use crate::products::must_be_regular;
use crate::settings::{HouseRules, RulesByDay};
use crate::storage::{Subject, Topic};
use crate::task_sheets::{commit_known, commit_new, laid_down};
use crate::wire::Done;

impl Desk {
    /// Registers what stands in the draft `key` as an order and answers its id. The draft goes in the same commit. What is
    /// still missing may come later (信息不全); customer and product must have a name. A draft that converts another order
    /// becomes a customer order with price, quantity and date, and takes its part of the presale (F4-3d).
    ///
    /// # Errors
    /// Refuses texts that are not understood, all at once, an order without what its kind must have, and more than is
    /// left of a presale.
    pub async fn register_order(
        &self,
        actor: &Actor,
        key: &str,
        form: &OrderForm,
    ) -> Result<Done<i64>, DeskError> {
        let act = |ties: &Ties| match ties.converts {
            Some(_) => Activity::ConvertOrder,
            None => Activity::RegisterOrder,
        };
        let (mut writer, rules, ties) = self.begin_asking(actor, ties_of(key), act).await?;
        let now = in_shanghai(writer.at());
        let today = now.date();
        let mut specification = registrable(form, BusinessDay(today), &rules, writer.actor())?;
        let mut rules = RulesByDay::of(today, rules);
        let (named, number) = Named::asked(writer.actor(), &specification)
            .and(numbers::coming(specification.kind().series(), today))
            .ask(&mut writer)
            .await?;
        let named = named?;
        named.call_by_name(&mut specification);
        must_be_regular(&mut writer, &specification).await?;
        let number = number.take_at_commit(&mut writer).await?;
        let at = as_stored(writer.at());
        let received = received_day(&specification, today);
        let received = rules.on(&mut writer, received).await?;
        let record = recording(&specification.order, now, received);
        let mut columns = order_cells(&specification, &named);
        columns.extend(record.cells());
        columns.extend([
            ("revision", 1.into()),
            ("number", number.as_str().into()),
            ("recorded_at", at.as_str().into()),
        ]);
        columns.extend(laid_down());
        let id = writer.insert("orders", &columns).await?;
        write_new(&mut writer, id, &specification).await?;
        if let Some(repeated) = ties.repeats {
            note_repeat(&mut writer, id, repeated).await?;
        }
        if let Some(from) = ties.converts {
            convert(&mut writer, from, id, &specification).await?;
        }
        writer.drop_draft(key);
        writer.about(Subject::Order(id));
        writer.touch(Topic::drafts());
        writer.note("number", &number);
        let decided_on = specification.order_date().map_or(today, |day| day.0);
        let facts = OrderFacts {
            id,
            number,
            state: OrderState::Registered,
            revision: 1,
            recorded_at: at,
            effect_at: None,
            issued: false,
            customer: named.customer.unwrap_or_default(),
            assistant: named.assistant,
            sales_rep: named.sales_rep,
            rules: rules.on(&mut writer, decided_on).await?.clone(),
            specification,
        };
        // A conversion brings files and samples of the presale along.
        let changed = match ties.converts {
            Some(_) => commit_known(writer, facts).await?,
            None => commit_new(writer, facts).await?,
        };
        Ok(Done { value: id, changed })
    }
}

/// The form as an order that can be registered.
fn registrable(
    form: &OrderForm,
    today: BusinessDay,
    rules: &HouseRules,
    actor: &Actor,
) -> Result<Specification, OrderRefusal> {
    let (mut specification, fields) = Specification::understand(form, today, rules);
    if !fields.is_empty() {
        return Err(OrderRefusal::NotUnderstood { fields });
    }
    specification
        .order
        .entry("kind")
        .or_insert(Value::Choice(OrderKind::default().code()));
    specification
        .order
        .entry("assistant_id")
        .or_insert_with(|| Value::Text(actor.name().to_owned()));
    let fields = withdrawn_choices(&Specification::default(), &specification);
    if !fields.is_empty() {
        return Err(OrderRefusal::NotUnderstood { fields });
    }
    named_at_least(&specification)?;
    Ok(specification)
}

/// Refuses an order without what its kind must have: a customer and a product's name, or who estimated a stock order and
/// on what ground (F4-5d).
pub(super) fn named_at_least(specification: &Specification) -> Result<(), OrderRefusal> {
    let missing = specification.missing_to_register().into_iter();
    let fields: Vec<FieldProblem> = missing.map(FieldProblem::needed).collect();
    if fields.is_empty() {
        Ok(())
    } else {
        Err(OrderRefusal::Needed { fields })
    }
}
