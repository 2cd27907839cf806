//! One pass over the queue into the prepress folder.

use std::collections::BTreeMap;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::PrepressTrouble;
use super::copy::{Filed, copy_to_prepress, take_copy_back};
use super::queries::{self, CopyRow};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::desk::reckon_aside;
use crate::error::{DeskError, Failure};
use crate::files::{FileHash, FileRefusal};
use crate::storage::{Cell, Subject, Topic};
use crate::wire::Done;

/// Files of one pass; the next one follows at once.
const MOST_FILES: i64 = 20;

/// Seconds until the next try after the first, second, … one that came to nothing; after the last of them somebody has to
/// say 再试. All in all about eleven hours: a folder that was full in the evening is found with room in the morning.
const WAITS: [u64; 12] = [
    30, 60, 120, 300, 600, 1800, 3600, 3600, 7200, 7200, 7200, 7200,
];

/// When to try again after `tries` tries that came to nothing; never again by itself after the last.
fn next_try(now: DateTime<Utc>, tries: i64) -> Option<DateTime<Utc>> {
    let wait = usize::try_from(tries - 1)
        .ok()
        .and_then(|tries| WAITS.get(tries))?;
    Some(now + Duration::from_secs(*wait))
}

type Outcome = Result<Filed, PrepressTrouble>;

impl Desk {
    /// Copies what waits and is due into the prepress folder; `all` tries what waits for a later try, too, as at the start
    /// of a day. Only one pass runs at a time; a second one ends at once. So does one for somebody who may not file: what
    /// waits then waits for the next who may. Answers whether more is due.
    ///
    /// # Errors
    /// When the database fails. A copy that came to nothing is no error: its row says why, and when it is tried again.
    pub async fn file_into_prepress(
        &self,
        actor: &Actor,
        all: bool,
    ) -> Result<Done<bool>, DeskError> {
        actor.account()?;
        let mut changed: Vec<Topic> = Vec::new();
        let Ok(_turn) = self.filing().try_lock() else {
            return Ok(Done {
                value: false,
                changed,
            });
        };
        if !self.may_today(actor, Activity::FileIntoPrepress).await? {
            return Ok(Done {
                value: false,
                changed,
            });
        }
        let now = as_stored(self.now());
        let now = if all { None } else { Some(now.as_str()) };
        // A share that is away is looked for in every pass, and said once: it counts for no try.
        let root = self.prepress();
        let there = reckon_aside(move || root.is_dir()).await?;
        let said = (!there).then_some(PrepressTrouble::Away);
        let due = queries::due(&mut *self.read().await?, now, said, MOST_FILES).await?;
        let more = i64::try_from(due.len()).is_ok_and(|count| count == MOST_FILES);
        let mut orders: BTreeMap<i64, Vec<CopyRow>> = BTreeMap::new();
        for row in due {
            orders.entry(row.order).or_default().push(row);
        }
        for (order, rows) in orders {
            let mut outcomes = Vec::with_capacity(rows.len());
            for row in rows {
                // Taken back since the pass began; nobody else's act waits for a copy.
                if !queries::waits(&mut *self.read().await?, row.id).await? {
                    continue;
                }
                let outcome = match said {
                    Some(trouble) => Err(trouble),
                    None => self.copied(&row).await?,
                };
                outcomes.push((row, outcome));
            }
            changed.extend(self.note_filed(actor, order, outcomes).await?);
        }
        if there {
            changed.extend(self.leave_originals(actor).await?);
        }
        Ok(Done {
            value: more,
            changed,
        })
    }

    async fn copied(&self, row: &CopyRow) -> Result<Outcome, DeskError> {
        let Some(sha256) = FileHash::read(&row.sha256) else {
            return Ok(Err(PrepressTrouble::Gone));
        };
        let found = match self.original(&sha256).await {
            Ok(found) => found,
            Err(DeskError::File(FileRefusal::OriginalAway { .. })) => {
                return Ok(Err(PrepressTrouble::Away));
            }
            Err(DeskError::File(FileRefusal::OriginalChanged { .. })) => {
                return Ok(Err(PrepressTrouble::Differs));
            }
            Err(DeskError::Failed(Failure::Store(_))) => return Ok(Err(PrepressTrouble::Gone)),
            Err(error) => return Err(error),
        };
        let root = self.prepress();
        let (folder, name) = (row.folder.clone(), row.name.clone());
        let copy = move || copy_to_prepress(found.path(), &sha256, &root, &folder, &name);
        Ok(reckon_aside(copy).await?)
    }

    /// Writes down what came of an order's copies. What was taken back while it was being copied is taken out again.
    async fn note_filed(
        &self,
        actor: &Actor,
        order: i64,
        outcomes: Vec<(CopyRow, Outcome)>,
    ) -> Result<Vec<Topic>, DeskError> {
        let mut writer = self.begin(actor, Activity::FileIntoPrepress).await?;
        let there = queries::of_order(&mut writer, order).await?;
        let mut unwanted = Vec::new();
        let mut noted = false;
        for (row, outcome) in outcomes {
            let waits = |now: &CopyRow| now.id == row.id && now.state == "waiting";
            if !there.iter().any(waits) {
                // Filed by another desk, or put back meanwhile under another row: then the copy is wanted.
                let same = |now: &CopyRow| now.file == row.file && now.folder == row.folder;
                if let Ok(filed) = outcome
                    && filed.made
                    && !there.iter().any(same)
                {
                    unwanted.push((filed.kept_as, row.sha256));
                }
                continue;
            }
            let columns = noted_as(&row, outcome, writer.at());
            if let Some(trouble) = columns.trouble {
                writer.note("trouble", trouble.code());
            }
            writer
                .update("prepress_copies", row.id, &columns.cells)
                .await?;
            noted = true;
        }
        // Behind the writing door, where no copy becomes an original: one that another file counts on stays.
        for (kept_as, sha256) in unwanted {
            if queries::is_filed_at(&mut writer, &kept_as).await? {
                continue;
            }
            let root = self.prepress();
            if let Some(sha256) = FileHash::read(&sha256) {
                reckon_aside(move || take_copy_back(&root, &kept_as, &sha256)).await?;
            }
        }
        if !noted {
            return Ok(Vec::new());
        }
        writer.about(Subject::Order(order));
        writer.commit().await
    }
}

/// What a row says after a try.
struct Noted {
    trouble: Option<PrepressTrouble>,
    cells: Vec<(&'static str, Cell)>,
}

fn noted_as(row: &CopyRow, outcome: Outcome, at: DateTime<Utc>) -> Noted {
    let tries = row.tries + 1;
    match outcome {
        Ok(filed) => Noted {
            trouble: None,
            cells: vec![
                ("state", "kept".into()),
                ("tries", tries.into()),
                ("trouble", "".into()),
                ("kept_as", filed.kept_as.into()),
            ],
        },
        // It waits on and is due again in the next pass.
        Err(PrepressTrouble::Away) => Noted {
            trouble: Some(PrepressTrouble::Away),
            cells: vec![("trouble", PrepressTrouble::Away.code().into())],
        },
        Err(trouble) => {
            let next = next_try(at, tries);
            let state = if next.is_some() { "waiting" } else { "failed" };
            Noted {
                trouble: Some(trouble),
                cells: vec![
                    ("state", state.into()),
                    ("tries", tries.into()),
                    ("next_try", as_stored(next.unwrap_or(at)).into()),
                    ("trouble", trouble.code().into()),
                ],
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;
    use crate::clock::from_stored;

    #[test]
    fn clause_s_4_1_4c_a_copy_is_tried_again_later_and_later_and_not_for_ever() {
        let now = from_stored("2026-11-24T01:00:00Z").unwrap();
        let after = |tries| next_try(now, tries).map(|next| (next - now).num_seconds());
        assert_eq!(
            [after(1), after(2), after(7)],
            [Some(30), Some(60), Some(3600)]
        );
        // 30+60+120+300+600+1800+2×3600+4×7200 s = 38,910 s, 10 h 48 min.
        assert_eq!(
            (1..=12).map(|tries| after(tries).unwrap()).sum::<i64>(),
            38_910
        );
        assert_eq!(after(13), None);
    }
}
