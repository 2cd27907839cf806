//! Registering a sample that came in or was made (S-4.1.1c), and mending what was written of it.

use chrono::NaiveDate;

use super::photos::{KeptPhotos, enter_photos};
use super::rules::NewSample;
use super::{
    ChangeSampleRequest, RegisterSampleRequest, SampleFactsRequest, SampleRefusal, queries,
};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::numbers::{self, Series};
use crate::storage::{Cell, Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

/// A sample that was entered.
pub(crate) struct Entered {
    pub(crate) id: i64,
    pub(crate) number: String,
}

impl Desk {
    /// Enters a sample of an order with its pictures and gives it its number. Answers the order.
    ///
    /// # Errors
    /// When proof and purpose do not go together, something is missing, or a picture is none.
    pub async fn register_sample(
        &self,
        actor: &Actor,
        request: RegisterSampleRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let mut sample = said(request.facts, self.today())?;
        sample.came_on.get_or_insert(self.today());
        let photos = if request.photos.is_empty() {
            KeptPhotos::default()
        } else {
            self.keep_photos(request.photos).await?
        };
        let mut writer = self.begin(actor, Activity::RegisterSample).await?;
        writer.about(Subject::Order(request.order_id));
        let entered = enter(&mut writer, request.order_id, &sample, None).await?;
        enter_photos(&mut writer, entered.id, &photos).await?;
        writer.note("sample", entered.number);
        Ok(Done {
            value: request.order_id,
            changed: commit_order(writer, request.order_id).await?,
        })
    }

    /// Mends what is written of a sample. Where that is what its stamp was given for, the stamp no longer holds. Answers the
    /// order.
    ///
    /// # Errors
    /// As [`register_sample`](Self::register_sample); when there is no such sample; or when a proof is to become another kind
    /// of sample.
    pub async fn change_sample(
        &self,
        actor: &Actor,
        request: ChangeSampleRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let mut sample = said(request.facts, self.today())?;
        let mut writer = self.begin(actor, Activity::ChangeSample).await?;
        let row = queries::sample(&mut writer, request.sample_id)
            .await?
            .ok_or(SampleRefusal::NoSuchSample)?;
        writer.about(Subject::Order(row.order_id));
        let before = &row.facts.sample;
        let made = |of: &NewSample| (of.what, of.source, of.medium);
        // What the customer answered was a proof, and stays one (S-4.2.3).
        if made(&sample) != made(before)
            && queries::proofs_among(&mut writer, row.order_id)
                .await?
                .contains_key(&row.id)
        {
            let number = row.facts.number;
            return Err(SampleRefusal::IsAProof { number }.into());
        }
        writer.note("sample", &row.facts.number);
        sample.came_on = sample.came_on.or(row.facts.sample.came_on);
        writer.update("samples", row.id, &columns(&sample)).await?;
        Ok(Done {
            value: row.order_id,
            changed: commit_order(writer, row.order_id).await?,
        })
    }
}

fn said(facts: SampleFactsRequest, today: NaiveDate) -> Result<NewSample, SampleRefusal> {
    let day = |typed: Option<String>| {
        let typed = typed.filter(|day| !day.trim().is_empty());
        typed.map(super::read_day).transpose()
    };
    let sample = NewSample {
        what: facts.what,
        source: facts.source,
        medium: facts.medium,
        description: facts.description.trim().to_owned(),
        quantity: facts.quantity,
        condition: facts.condition.trim().to_owned(),
        place: facts.place.trim().to_owned(),
        valid_until: day(facts.valid_until)?,
        from_whom: facts.from_whom.trim().to_owned(),
        came_on: day(facts.came_on)?,
    };
    sample.check(today)?;
    Ok(sample)
}

fn columns(sample: &NewSample) -> Vec<(&'static str, Cell)> {
    vec![
        ("type", sample.what.code().into()),
        ("source", sample.source.code().into()),
        ("medium", sample.medium.code().into()),
        ("description", sample.description.as_str().into()),
        ("quantity", sample.quantity.into()),
        ("condition", sample.condition.as_str().into()),
        ("place", sample.place.as_str().into()),
        ("valid_until", sample.valid_until.into()),
        ("from_whom", sample.from_whom.as_str().into()),
        ("came_on", sample.came_on.into()),
    ]
}

/// Enters a sample of `order` under the next number; `taken_from` is the sample of another order it is the same piece as.
///
/// # Errors
/// When the database fails.
pub(crate) async fn enter(
    writer: &mut Writer,
    order: i64,
    sample: &NewSample,
    taken_from: Option<i64>,
) -> Result<Entered, DeskError> {
    let number = numbers::next(writer, Series::Sample).await?;
    let registered_at = as_stored(writer.at());
    let mut columns = columns(sample);
    columns.extend([
        ("order_id", order.into()),
        ("number", number.as_str().into()),
        ("taken_from", taken_from.into()),
        ("registered_at", registered_at.into()),
    ]);
    let id = writer.insert("samples", &columns).await?;
    Ok(Entered { id, number })
}
