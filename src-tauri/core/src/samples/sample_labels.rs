//! Printing the 样本确认章 as labels to stick on the samples (S-4.2.4a). A stamp that was voided is printed, too: the label
//! that says so is stuck over the old one.

use super::queries::SampleRow;
use super::rules::Standing;
use super::{LabelPaperRequest, LabelsRequest, SampleRefusal, label_pdf, queries, roll_offset};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::documents::forms::sample_label::LabelPaper;
use crate::error::DeskError;
use crate::files::Paper;
use crate::settings;
use crate::storage::Subject;
use crate::wire::Done;

impl Desk {
    /// The labels of the chosen samples, one a page or several on a sheet, kept like every paper.
    ///
    /// # Errors
    /// When a sample is not of this order or carries no stamp to print, or the paper cannot be made or kept.
    pub async fn sample_labels(
        &self,
        actor: &Actor,
        request: &LabelsRequest,
    ) -> Result<Done<Paper>, DeskError> {
        actor.account()?;
        let house = self.open_house().await?;
        let today = self.today();
        let mut reader = self.read().await?;
        let rules = settings::in_force(&mut reader, today).await?;
        let rows = queries::of_order(&mut reader, request.order_id).await?;
        drop(reader);
        let mut chosen: Vec<SampleRow> = Vec::with_capacity(request.sample_ids.len());
        for id in &request.sample_ids {
            let row = rows
                .iter()
                .find(|row| row.id == *id)
                .ok_or(SampleRefusal::NoSuchSample)?;
            if !matches!(
                row.facts.standing(today),
                Standing::Stamped | Standing::Voided
            ) {
                return Err(SampleRefusal::NoStampToPrint {
                    number: row.facts.number.clone(),
                }
                .into());
            }
            chosen.push(row.clone());
        }
        let first = chosen.first().ok_or(SampleRefusal::NothingChosen)?;
        let name = format!("样本确认章-{}.pdf", first.facts.order_number);
        let paper = match request.paper {
            LabelPaperRequest::Roll => LabelPaper::Roll(roll_offset::read(&request.roll)?),
            LabelPaperRequest::Sheet => rules.label_sheet.starting_after(request.used),
        };
        let facts = label_pdf::label_facts(&chosen, paper, house.practice, self.now());
        self.keep_paper(
            actor,
            Activity::MakeLabels,
            Subject::Order(request.order_id),
            name,
            facts,
        )
        .await
    }
}
