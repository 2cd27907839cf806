//! Registering a sample that came in or was made (S-4.1.1c).

use super::RegisterSampleRequest;
use super::rules::NewSample;
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::numbers::{self, Series};
use crate::storage::{Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Enters a sample of an order and gives it its number. Answers the order.
    ///
    /// # Errors
    /// When proof and purpose do not go together, or something is missing.
    pub async fn register_sample(
        &self,
        actor: &Actor,
        request: RegisterSampleRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let sample = NewSample {
            what: request.what,
            source: request.source,
            medium: request.medium,
            description: request.description.trim().to_owned(),
            quantity: request.quantity,
        };
        sample.check()?;
        let mut writer = self.begin(actor, Activity::RegisterSample).await?;
        writer.about(Subject::Order(request.order_id));
        let number = enter(&mut writer, request.order_id, &sample).await?;
        writer.note("sample", number);
        Ok(Done {
            value: request.order_id,
            changed: commit_order(writer, request.order_id).await?,
        })
    }
}

/// Enters a sample of `order` under the next number, and answers that.
///
/// # Errors
/// When the database fails.
pub(super) async fn enter(
    writer: &mut Writer,
    order: i64,
    sample: &NewSample,
) -> Result<String, DeskError> {
    let number = numbers::next(writer, Series::Sample).await?;
    let registered_at = as_stored(writer.at());
    let columns = [
        ("order_id", order.into()),
        ("number", number.as_str().into()),
        ("type", sample.what.code().into()),
        ("source", sample.source.code().into()),
        ("medium", sample.medium.code().into()),
        ("description", sample.description.as_str().into()),
        ("quantity", sample.quantity.into()),
        ("registered_at", registered_at.into()),
    ];
    writer.insert("samples", &columns).await?;
    Ok(number)
}
