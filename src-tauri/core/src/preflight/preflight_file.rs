//! 预检 of a received file (S-4.1.4a): read once by the helper process, then judged as often as what is ordered changes.

use super::looking::Look;
use super::reading::Reading;
use super::wire::LookingView;
use super::{PreflightRefusal, compare_versions, queries};
use crate::Desk;
use crate::accounts::{Actor, Power, may_on};
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::{DeskError, Failure};
use crate::files::Examined;
use crate::inspector::press::READER;
use crate::storage::{Cell, Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

/// Files read in one pass; the next one follows at once.
const MOST_FILES: i64 = 20;

/// How the reading of a file ended.
enum Ended {
    /// It has no pages to read: somebody looks at it by hand.
    NoPages,
    /// It was called off.
    CalledOff,
    /// It was read, or cannot be.
    Read(Reading),
}

impl Desk {
    /// Reads the received file `id` in the helper process, unless its content was read before, and enters what is found in
    /// it against what is ordered now, and what it changed of the version before; `again` reads it once more. One that is called off meanwhile waits until somebody
    /// says so again. Answers the order.
    ///
    /// # Errors
    /// When there is no such file, it is being read already, or this machine cannot read it now. A file that cannot be read
    /// is a finding.
    pub async fn preflight_file(
        &self,
        actor: &Actor,
        id: i64,
        again: bool,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let turn = self.looking().begin(id)?;
        let (file, known) = {
            let mut reader = self.read().await?;
            let file = queries::file(&mut reader, id)
                .await?
                .ok_or(Failure::Missing("received_files"))?;
            let known = queries::reading(&mut reader, &file.sha256).await?;
            (file, known.is_some() && !again)
        };
        let ended = if known {
            None
        } else {
            Some(self.read_for_press(&file.sha256, &turn.look).await?)
        };
        // What cannot be compared is looked at side by side; that holds nothing up.
        let compared = match ended {
            Some(Ended::CalledOff) => None,
            _ => self
                .compared_with_the_last(id, &turn.look)
                .await
                .ok()
                .flatten(),
        };
        let mut writer = self.begin(actor, Activity::PreflightFile).await?;
        writer.about(Subject::Order(file.order));
        writer.note("file", file.name.as_str());
        if let Some(compared) = &compared {
            compare_versions::keep(&mut writer, compared).await?;
        }
        match ended {
            Some(Ended::CalledOff) => {
                call_off(&mut writer, id).await?;
                writer.note("called_off", "yes");
                return Ok(Done {
                    value: file.order,
                    changed: writer.commit().await?,
                });
            }
            Some(Ended::Read(reading)) => {
                keep(&mut writer, &file.sha256, &reading).await?;
                if let Reading::Read { pages, .. } = reading
                    && file.examined.pages.is_none()
                {
                    count(&mut writer, id, &file.examined.counted(pages)).await?;
                }
            }
            None | Some(Ended::NoPages) => {}
        }
        if let Some(row) = queries::queue_row(&mut writer, id).await? {
            writer.delete("preflight_queue", row).await?;
        }
        Ok(Done {
            value: file.order,
            changed: commit_order(writer, file.order).await?,
        })
    }

    async fn read_for_press(&self, sha256: &str, look: &Look) -> Result<Ended, DeskError> {
        let path = self.original_path(sha256).await?;
        let saw = |seen, pages| look.saw(seen, pages);
        let reading = self.inspector().inspect_for_press(&path, &saw);
        let answer = tokio::select! {
            answer = reading => answer,
            // The reading is dropped, and the worker that was at it with it.
            () = look.call_off.notified() => return Ok(Ended::CalledOff),
        };
        Ok(Reading::of(answer)?.map_or(Ended::NoPages, Ended::Read))
    }

    /// Reads what waits, on whichever order; nothing for somebody who may not. What cannot be read at this moment goes on
    /// waiting. Answers whether more may wait.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn preflight_waiting(&self, actor: &Actor) -> Result<Done<bool>, DeskError> {
        actor.account()?;
        let mut changed = Vec::new();
        let mut read = 0;
        if self.may_today(actor, Activity::PreflightFile).await? {
            let mut after = 0;
            // Those that cannot be read at this moment hold up none behind them.
            'queue: loop {
                let waiting = queries::waiting(&mut *self.read().await?, after, MOST_FILES).await?;
                if waiting.is_empty() {
                    break;
                }
                for (row, file) in waiting {
                    after = row;
                    match self.preflight_file(actor, file, false).await {
                        Ok(done) => {
                            read += 1;
                            changed.extend(done.changed);
                        }
                        Err(DeskError::Failed(Failure::Database(error))) => {
                            return Err(Failure::Database(error).into());
                        }
                        // Its original is away, or the helper process is at another file.
                        Err(_) => {}
                    }
                    if read == MOST_FILES {
                        break 'queue;
                    }
                }
            }
        }
        Ok(Done {
            value: read == MOST_FILES,
            changed,
        })
    }

    /// Calls off the reading of a file: at once where it is being read, else before its turn comes. Answers the order.
    ///
    /// # Errors
    /// When there is no such file, or it waits for nothing.
    pub async fn call_off_preflight(&self, actor: &Actor, id: i64) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let file = queries::file(&mut *self.read().await?, id)
            .await?
            .ok_or(Failure::Missing("received_files"))?;
        let power = Power::PreflightFile;
        may_on(&mut *self.read().await?, actor, power, self.today()).await?;
        if self.looking().call_off(id) {
            return Ok(Done {
                value: file.order,
                changed: Vec::new(),
            });
        }
        let mut writer = self.begin(actor, Activity::PreflightFile).await?;
        writer.about(Subject::Order(file.order));
        writer.note("file", file.name.as_str());
        writer.note("called_off", "yes");
        if queries::queue_row(&mut writer, id).await?.is_none() {
            return Err(PreflightRefusal::NotInUse.into());
        }
        call_off(&mut writer, id).await?;
        Ok(Done {
            value: file.order,
            changed: writer.commit().await?,
        })
    }

    /// The files that are read just now, and how far each is.
    #[must_use]
    pub fn preflight_progress(&self) -> Vec<LookingView> {
        self.looking().views()
    }
}

/// Keeps what was read of a content in the place of what was read before.
async fn keep(writer: &mut Writer, sha256: &str, reading: &Reading) -> Result<(), DeskError> {
    let read_at = as_stored(writer.at());
    let columns: [(&'static str, Cell); 4] = [
        ("sha256", sha256.into()),
        ("reader", READER.into()),
        ("reading", reading.packed()?.into()),
        ("read_at", read_at.into()),
    ];
    match queries::reading_row(writer, sha256).await? {
        Some(row) => writer.update("press_readings", row, &columns).await,
        None => writer.insert("press_readings", &columns).await.map(drop),
    }
}

/// Counts the pages of a file that took too long when it was received.
async fn count(writer: &mut Writer, id: i64, examined: &Examined) -> Result<(), DeskError> {
    let told = serde_json::to_string(examined)
        .map_err(|_| Failure::Missing("received_files.inspected"))?;
    let columns = [("inspected", told.into())];
    writer.update("received_files", id, &columns).await
}

/// Has a file wait until somebody says so.
async fn call_off(writer: &mut Writer, file: i64) -> Result<(), DeskError> {
    let called_off = ("called_off", true.into());
    match queries::queue_row(writer, file).await? {
        Some(row) => writer.update("preflight_queue", row, &[called_off]).await,
        None => {
            let columns = [("file_id", file.into()), called_off];
            writer.insert("preflight_queue", &columns).await.map(drop)
        }
    }
}
