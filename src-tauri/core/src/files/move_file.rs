//! The order of the files within a component: 内文 1–64 before 内文 65–120.

use super::queries;
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::error::DeskError;
use crate::storage::Subject;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Lets a file change places with its neighbour in use, `up` or down; at the end of the row nothing happens. Answers
    /// the order.
    ///
    /// # Errors
    /// When there is no such file.
    pub async fn move_file(
        &self,
        actor: &Actor,
        place: i64,
        up: bool,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let mut writer = self.begin(actor, Activity::MoveFile).await?;
        let moved = queries::place(&mut writer, place).await?;
        let mut row = queries::places(&mut writer, moved.order, &moved.component).await?;
        let in_use: Vec<usize> = (0..row.len())
            .filter(|at| {
                row.get(*at)
                    .is_some_and(|one| one.id == place || one.out_reason.is_empty())
            })
            .collect();
        let here = in_use
            .iter()
            .position(|at| row.get(*at).is_some_and(|one| one.id == place));
        let there = here.and_then(|here| {
            if up {
                here.checked_sub(1)
            } else {
                here.checked_add(1)
            }
        });
        let (Some(here), Some(there)) = (
            here.and_then(|here| in_use.get(here)),
            there.and_then(|there| in_use.get(there)),
        ) else {
            return Ok(Done {
                value: moved.order,
                changed: Vec::new(),
            });
        };
        row.swap(*here, *there);
        for (position, one) in (1_i64..).zip(&row) {
            writer
                .update("file_places", one.id, &[("position", position.into())])
                .await?;
        }
        writer.about(Subject::Order(moved.order));
        Ok(Done {
            value: moved.order,
            changed: commit_order(writer, moved.order).await?,
        })
    }
}
