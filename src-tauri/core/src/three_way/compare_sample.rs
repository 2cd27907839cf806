//! Somebody holds the sample against the sheet (S-4.4.1A-2).

use super::wire::CompareSampleRequest;
use super::{Answer, ThreeWayRefusal, read};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::orders::{OrderFacts, order_facts, said_note};
use crate::storage::Subject;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Enters what the sample says, row by row, with who looked and when; or takes an answer back. Answers the order.
    ///
    /// # Errors
    /// Refuses an order that is issued or a presale, one without a sample, a row whose sheet is not as it was shown, and a
    /// difference without a value.
    pub async fn compare_sample(
        &self,
        actor: &Actor,
        request: &CompareSampleRequest,
    ) -> Result<Done<i64>, DeskError> {
        let account = actor.account()?;
        let mut writer = self.begin(actor, Activity::CompareSample).await?;
        let facts = order_facts(&mut writer, request.order_id).await?;
        writer.about(Subject::Order(facts.id));
        may_still_be_compared(&facts)?;
        let (compared, _) = read::of_order(&mut writer, &facts).await?;
        if compared.samples.is_empty() {
            return Err(ThreeWayRefusal::NoSample.into());
        }
        let at = as_stored(writer.at());
        for given in &request.answers {
            let row = compared
                .rows
                .iter()
                .find(|row| row.sheet.path == given.path && row.sheet.text == given.sheet)
                .ok_or(ThreeWayRefusal::ChangedMeanwhile)?;
            let said = match given.answer {
                Answer::Differs => said_note(&format!("three-way.{}", given.path), &given.said)?,
                Answer::Agrees | Answer::NotShown | Answer::TakenBack => String::new(),
            };
            if given.answer == Answer::Differs && said.is_empty() {
                return Err(ThreeWayRefusal::NothingSaid.into());
            }
            if request.answers.len() == 1 {
                let word = given.answer.code();
                writer.note("row", row.sheet.label());
                writer.note("said", if said.is_empty() { word } else { &said });
            }
            let columns = [
                ("order_id", facts.id.into()),
                ("row_path", given.path.as_str().into()),
                ("answer", given.answer.code().into()),
                ("said", said.into()),
                ("held_against", row.held_against.as_str().into()),
                ("compared_at", at.as_str().into()),
                ("compared_by", account.into()),
            ];
            writer.insert("three_way_answers", &columns).await?;
        }
        if request.answers.len() > 1 {
            writer.note("count", request.answers.len().to_string());
        }
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }
}

/// Refuses what is issued, and what never is.
pub(super) fn may_still_be_compared(facts: &OrderFacts) -> Result<(), ThreeWayRefusal> {
    if !facts.kind().is_released() {
        return Err(ThreeWayRefusal::Presale);
    }
    if facts.state.is_closed() {
        return Err(ThreeWayRefusal::Released);
    }
    Ok(())
}
