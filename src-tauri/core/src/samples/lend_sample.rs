//! 借出 and 归还: who has a sample, since when, and who brought it back.

use super::rules::check_word;
use super::{LendSampleRequest, ReturnSampleRequest, SampleRefusal, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::storage::Subject;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Notes who takes a sample with them, and what for. Answers the order.
    ///
    /// # Errors
    /// When nobody is named, or somebody has it already.
    pub async fn lend_sample(
        &self,
        actor: &Actor,
        request: LendSampleRequest,
    ) -> Result<Done<i64>, DeskError> {
        let by = actor.account()?;
        let borrower = named(&request.borrower)?;
        let purpose = request.purpose.trim().to_owned();
        check_word(&purpose)?;
        let mut writer = self.begin(actor, Activity::LendSample).await?;
        let row = queries::sample(&mut writer, request.sample_id)
            .await?
            .ok_or(SampleRefusal::NoSuchSample)?;
        let open = queries::loans(&mut writer, row.order_id)
            .await?
            .into_iter()
            .find(|loan| loan.sample == row.id && loan.returned_at.is_none());
        if let Some(loan) = open {
            return Err(SampleRefusal::LentAlready {
                number: row.facts.number,
                borrower: loan.borrower,
            }
            .into());
        }
        writer.about(Subject::Order(row.order_id));
        writer.note("sample", &row.facts.number);
        let lent_at = as_stored(writer.at());
        let columns = [
            ("sample_id", row.id.into()),
            ("borrower", borrower.into()),
            ("purpose", purpose.into()),
            ("lent_at", lent_at.into()),
            ("lent_by", by.into()),
        ];
        writer.insert("sample_loans", &columns).await?;
        Ok(Done {
            value: row.order_id,
            changed: commit_order(writer, row.order_id).await?,
        })
    }

    /// Notes who brought a sample back. Answers the order.
    ///
    /// # Errors
    /// When nobody is named, or nobody has it.
    pub async fn return_sample(
        &self,
        actor: &Actor,
        request: ReturnSampleRequest,
    ) -> Result<Done<i64>, DeskError> {
        let by = actor.account()?;
        let returned_by = named(&request.returned_by)?;
        let place = request.place.trim().to_owned();
        check_word(&place)?;
        let mut writer = self.begin(actor, Activity::ReturnSample).await?;
        let row = queries::sample(&mut writer, request.sample_id)
            .await?
            .ok_or(SampleRefusal::NoSuchSample)?;
        let loan = queries::loans(&mut writer, row.order_id)
            .await?
            .into_iter()
            .find(|loan| loan.sample == row.id && loan.returned_at.is_none())
            .ok_or_else(|| SampleRefusal::NotLent {
                number: row.facts.number.clone(),
            })?;
        writer.about(Subject::Order(row.order_id));
        writer.note("sample", &row.facts.number);
        let returned_at = as_stored(writer.at());
        let columns = [
            ("returned_at", returned_at.into()),
            ("returned_by", returned_by.into()),
            ("taken_by", by.into()),
        ];
        writer.update("sample_loans", loan.id, &columns).await?;
        if !place.is_empty() {
            writer
                .update("samples", row.id, &[("place", place.into())])
                .await?;
        }
        Ok(Done {
            value: row.order_id,
            changed: commit_order(writer, row.order_id).await?,
        })
    }
}

fn named(name: &str) -> Result<String, SampleRefusal> {
    let name = name.trim();
    if name.is_empty() {
        return Err(SampleRefusal::NobodyBorrows);
    }
    check_word(name)?;
    Ok(name.to_owned())
}
