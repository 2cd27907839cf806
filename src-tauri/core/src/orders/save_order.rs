//! Changing an order that has not taken effect yet.

use super::conversion::presale_may_be;
use super::drafts::{kept_key, key_of_order};
use super::recording::{recorded, recording, recording_rules};
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
use crate::error::DeskError;
use crate::products::must_be_regular;
use crate::settings;
use crate::storage::{Subject, Topic};
use crate::task_sheets::commit_order;
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
        let rules = settings::in_force(&mut *self.read().await?, self.today()).await?;
        let (mut specification, fields) =
            Specification::understand(form, BusinessDay(self.today()), &rules);
        if !fields.is_empty() {
            return Err(OrderRefusal::NotUnderstood { fields }.into());
        }
        let mut writer = self.begin(actor, Activity::SaveOrder).await?;
        let before = queries::facts(&mut writer, id).await?;
        must_be_open(before.state)?;
        if before.effect_at.is_some() {
            return Err(OrderRefusal::TookEffect.into());
        }
        if before.revision != revision {
            return Err(OrderRefusal::ChangedMeanwhile.into());
        }
        specification
            .order
            .entry("kind")
            .or_insert(Value::Choice(before.kind().code()));
        if specification.kind() != before.kind() {
            return Err(OrderRefusal::KindFixed.into());
        }
        specification
            .order
            .entry("assistant_id")
            .or_insert_with(|| Value::Text(before.assistant.name.clone()));
        named_at_least(&specification)?;
        let changes = diff(&before.specification, &specification);
        if !changes.is_empty() {
            let named = Named::find(&mut writer, &specification).await?;
            must_be_regular(&mut writer, &specification).await?;
            presale_may_be(&mut writer, id, &specification).await?;
            let received = recording_rules(&mut writer, &specification).await?;
            let record = recording(
                &specification.order,
                recorded(&before.recorded_at)?,
                &received,
            );
            let mut columns = order_cells(&specification, named);
            columns.extend(record.cells());
            columns.push(("revision", (revision + 1).into()));
            writer.update("orders", id, &columns).await?;
            write_changed(&mut writer, id, &specification).await?;
        }
        writer
            .drop_draft(&kept_key(&key_of_order(id), actor.account()?))
            .await?;
        writer.about(Subject::Order(id));
        writer.touch(Topic::drafts());
        writer.note("number", before.number);
        writer.note("places", changes.len().to_string());
        Ok(Done {
            value: id,
            changed: commit_order(writer, id).await?,
        })
    }
}
