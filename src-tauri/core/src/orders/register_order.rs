//! 登记: a draft becomes an order, and gets its number.

use super::drafts::origin_of;
use super::recording::{recording, recording_rules};
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
use crate::numbers::{self, Series};
use crate::settings::{self, HouseRules};
use crate::storage::{Subject, Topic};
use crate::task_sheets::commit_order;
use crate::wire::Done;

/// The step of the rail an order begins at.
const INTAKE: i64 = 1;

impl Desk {
    /// Registers what stands in the draft `key` as an order and answers its id. The draft goes in the same commit. What is
    /// still missing may come later (信息不全); customer and product must have a name.
    ///
    /// # Errors
    /// Refuses texts that are not understood, all at once, and an order without customer or product name.
    pub async fn register_order(
        &self,
        actor: &Actor,
        key: &str,
        form: &OrderForm,
    ) -> Result<Done<i64>, DeskError> {
        let rules = settings::in_force(&mut *self.read().await?, self.today()).await?;
        let specification = registrable(form, BusinessDay(self.today()), &rules, actor)?;
        let mut writer = self.begin(actor, Activity::RegisterOrder).await?;
        let named = Named::find(&mut writer, &specification).await?;
        let number = numbers::next(&mut writer, Series::Order).await?;
        let at = as_stored(writer.at());
        let received = recording_rules(&mut writer, &specification).await?;
        let record = recording(&specification.order, in_shanghai(writer.at()), &received);
        let mut columns = order_cells(&specification, named);
        columns.extend(record.cells());
        columns.extend([
            ("revision", 1.into()),
            ("number", number.as_str().into()),
            ("state", OrderState::Registered.code().into()),
            ("next_step", INTAKE.into()),
            ("blockers", 0.into()),
            ("recorded_at", at.into()),
        ]);
        let id = writer.insert("orders", &columns).await?;
        write_new(&mut writer, id, &specification).await?;
        if let Some(repeated) = origin_of(&mut writer, key).await? {
            note_repeat(&mut writer, id, repeated).await?;
        }
        writer.drop_draft(key).await?;
        writer.about(Subject::Order(id));
        writer.touch(Topic::drafts());
        writer.note("number", number);
        Ok(Done {
            value: id,
            changed: commit_order(writer, id).await?,
        })
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
        .or_insert(Value::Choice("od"));
    specification
        .order
        .entry("assistant_id")
        .or_insert_with(|| Value::Text(actor.name().to_owned()));
    named_at_least(&specification)?;
    Ok(specification)
}

/// Refuses an order without customer or product name.
pub(super) fn named_at_least(specification: &Specification) -> Result<(), OrderRefusal> {
    let mut fields = Vec::new();
    if !specification.order.contains_key("customer_id") {
        fields.push(FieldProblem::needed("order.customer_id"));
    }
    if !specification.product.contains_key("name") {
        fields.push(FieldProblem::needed("product.name"));
    }
    if fields.is_empty() {
        Ok(())
    } else {
        Err(OrderRefusal::Needed { fields })
    }
}
