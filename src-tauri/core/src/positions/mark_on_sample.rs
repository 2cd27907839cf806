//! A position that is marked on a sample in the hand, where no page can be shown; and removing one.

use super::on_sheet::OnSheet;
use super::queries::{self, MarkedOn};
use super::rules::finishing_steps;
use super::typed_frame::fitting;
use super::{LONGEST_TOOL, LONGEST_WORDS, MOST_POSITIONS, MarkOnSample, PositionRefusal};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::error::DeskError;
use crate::orders::order_facts;
use crate::storage::Subject;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Says of a sample where a process goes (S-4.2.6: 位置及加工项目 in words). Answers the order.
    ///
    /// # Errors
    /// When there is no such process or sample on the order, or nothing is said.
    pub async fn mark_on_sample(
        &self,
        actor: &Actor,
        request: MarkOnSample,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let words = fitting(&request.words, LONGEST_WORDS, true)?;
        let tool = fitting(&request.tool, LONGEST_TOOL, false)?;
        let order = request.order_id;
        let mut writer = self.begin(actor, Activity::MarkPositions).await?;
        writer.about(Subject::Order(order));
        let facts = order_facts(&mut writer, order).await?;
        let step = finishing_steps(&facts)
            .into_iter()
            .find(|step| step.key == request.step)
            .ok_or(PositionRefusal::NoSuchStep)?;
        if !queries::is_sample_of(&mut writer, request.sample_id, order).await? {
            return Err(PositionRefusal::NoSuchSample.into());
        }
        let rows = queries::of_order(&mut writer, order).await?;
        if rows.len() >= MOST_POSITIONS {
            return Err(PositionRefusal::TooMany {
                most: MOST_POSITIONS,
            }
            .into());
        }
        let on_sheet = OnSheet::read(&mut writer, &facts).await?;
        if on_sheet.steps_of(&rows).contains(&step.key) {
            return Err(PositionRefusal::Issued.into());
        }
        let key = (1..)
            .map(|number| format!("s{number}"))
            .find(|key| !rows.iter().any(|row| row.key == *key))
            .ok_or(PositionRefusal::NoSuchPosition)?;
        let marked_for = step.marked_for();
        let columns = [
            ("order_id", order.into()),
            ("row_key", key.into()),
            ("step", step.key.into()),
            ("process", marked_for.process.into()),
            ("component", marked_for.component.into()),
            ("name", step.process.as_str().into()),
            ("tool", tool.into()),
            ("sample_id", request.sample_id.into()),
            ("words", words.into()),
        ];
        writer.insert("positions", &columns).await?;
        writer.note("process", step.process);
        Ok(Done {
            value: order,
            changed: commit_order(writer, order).await?,
        })
    }

    /// Removes a position. Answers the order.
    ///
    /// # Errors
    /// When it is gone already, or stands on an issued sheet.
    pub async fn remove_position(&self, actor: &Actor, id: i64) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let mut writer = self.begin(actor, Activity::MarkPositions).await?;
        let order = queries::order_of(&mut writer, id)
            .await?
            .ok_or(PositionRefusal::NoSuchPosition)?;
        writer.about(Subject::Order(order));
        let facts = order_facts(&mut writer, order).await?;
        let rows = queries::of_order(&mut writer, order).await?;
        let row = rows
            .iter()
            .find(|row| row.id == id)
            .ok_or(PositionRefusal::NoSuchPosition)?;
        if OnSheet::read(&mut writer, &facts).await?.says(row) {
            return Err(PositionRefusal::Issued.into());
        }
        writer.delete("positions", id).await?;
        writer.note("removed", &row.name);
        if let MarkedOn::Sample { number, .. } = &row.on {
            writer.note("sample", number);
        }
        Ok(Done {
            value: order,
            changed: commit_order(writer, order).await?,
        })
    }
}
