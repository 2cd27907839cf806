//! Printing the 样本确认章 as labels to stick on the samples (S-4.2.4a).

use super::queries::SampleRow;
use super::rules::Standing;
use super::{SampleRefusal, label_pdf, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::error::DeskError;
use crate::files::Paper;
use crate::storage::Subject;
use crate::wire::Done;

impl Desk {
    /// The labels of the chosen samples, one a page, kept like every paper.
    ///
    /// # Errors
    /// When a sample is not of this order or carries no stamp that holds, or the paper cannot be made or kept.
    pub async fn sample_labels(
        &self,
        actor: &Actor,
        order: i64,
        sample_ids: &[i64],
    ) -> Result<Done<Paper>, DeskError> {
        actor.account()?;
        let house = self.open_house().await?;
        let today = self.today();
        let rows = queries::of_order(&mut *self.read().await?, order).await?;
        let mut chosen: Vec<SampleRow> = Vec::with_capacity(sample_ids.len());
        for id in sample_ids {
            let row = rows
                .iter()
                .find(|row| row.id == *id)
                .ok_or(SampleRefusal::NoSuchSample)?;
            if row.facts.standing(today) != Standing::Stamped {
                return Err(SampleRefusal::NoStampToPrint {
                    number: row.facts.number.clone(),
                }
                .into());
            }
            chosen.push(row.clone());
        }
        let first = chosen.first().ok_or(SampleRefusal::NothingChosen)?;
        let name = format!("样本确认章-{}.pdf", first.facts.order_number);
        let facts = label_pdf::label_facts(&chosen, house.practice, self.now());
        self.keep_paper(
            actor,
            Activity::MakeLabels,
            Subject::Order(order),
            name,
            facts,
        )
        .await
    }
}
