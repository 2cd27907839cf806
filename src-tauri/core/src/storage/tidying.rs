//! What SQLite has to do now and then, done while nobody waits for it.
//!
//! A commit goes into the log beside the file; once the log is long, the commit that made it so puts all of it into the file. The
//! words of each act stand apart in the index; once there are many such parts, a commit puts some of them together. Whoever waits
//! for such a commit waits several times as long. A desk rests between its acts, and both is done then.

use std::sync::Arc;
use std::time::Duration;

use sqlx::{AnyPool, Row as _};
use tokio::sync::{Mutex, Notify, OwnedMutexGuard};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::{Connection, word_index};
use crate::error::{DeskError, Refuse as _};

/// How long nothing is written before the desk counts as resting.
const REST: Duration = Duration::from_millis(100);

/// Pages in the log that are worth the trip; SQLite's own limit is a thousand.
const WORTH_IT: i64 = 250;

/// Whose turn it is to write. Whoever is told of its end may tidy.
#[derive(Debug)]
pub(super) struct Turn {
    _guard: OwnedMutexGuard<()>,
    ended: Arc<Notify>,
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.ended.notify_one();
    }
}

/// The turns of the writers of one desk.
#[derive(Clone, Debug, Default)]
pub(super) struct Turns {
    writing: Arc<Mutex<()>>,
    ended: Arc<Notify>,
}

impl Turns {
    /// Waits for the next turn.
    pub(super) async fn next(&self) -> Turn {
        Turn {
            _guard: Arc::clone(&self.writing).lock_owned().await,
            ended: Arc::clone(&self.ended),
        }
    }
}

/// The task that tidies; it ends with this.
#[derive(Debug)]
pub(super) struct Tidying(JoinHandle<()>);

impl Tidying {
    /// Begins to look after the file behind `writer`, the one connection that writes, between `turns`.
    pub(super) fn begin(writer: AnyPool, turns: Turns) -> Self {
        Self(tokio::spawn(async move {
            loop {
                turns.ended.notified().await;
                while timeout(REST, turns.ended.notified()).await.is_ok() {}
                if let Err(error) = tidy(&writer, &turns).await {
                    // A commit does it when it must.
                    tracing::debug!(code = error.code(), "the file was left as it is");
                }
            }
        }))
    }

    /// Ends it. A statement it is at comes to its end, and whoever closes the connection waits for that.
    pub(super) fn end(&self) {
        self.0.abort();
    }
}

impl Drop for Tidying {
    fn drop(&mut self) {
        self.end();
    }
}

/// Takes a turn for each step, and none while somebody has it: the end of that one is told. None of its own is: it leaves nothing
/// to tidy.
async fn tidy(writer: &AnyPool, turns: &Turns) -> Result<(), DeskError> {
    let merged = loop {
        let Ok(_turn) = turns.writing.try_lock() else {
            return Ok(());
        };
        match word_index::merge(&mut *writer.acquire().await?).await {
            Ok(true) => {}
            Ok(false) => break Ok(()),
            Err(error) => break Err(error),
        }
    };
    if let Ok(_turn) = turns.writing.try_lock() {
        shorten_log(&mut *writer.acquire().await?).await?;
    }
    merged
}

async fn shorten_log(connection: &mut Connection) -> Result<(), DeskError> {
    // Says how long the log is, and does nothing.
    let row = sqlx::query("PRAGMA wal_checkpoint(NOOP)")
        .fetch_one(&mut *connection)
        .await?;
    let (log, in_the_file): (i64, i64) = (row.try_get(1)?, row.try_get(2)?);
    if log - in_the_file >= WORTH_IT {
        sqlx::query("PRAGMA wal_checkpoint(PASSIVE)")
            .fetch_one(connection)
            .await?;
    }
    Ok(())
}
