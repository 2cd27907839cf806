//! Writing the index: with the act that changes an order's texts, and all of it when a database is first opened.

use std::collections::BTreeMap;

use serde::Serialize;
use tokio::sync::watch;
use ts_rs::TS;

use super::{Texts, VERSION, queries, words_of_order};
use crate::Desk;
use crate::error::{DeskError, Refuse as _};
use crate::storage::word_index::{self, Entry};
use crate::storage::{Change, Connection, Pool, Subject};

/// Orders written into the index in one commit, when all of it is made.
const AT_ONCE: i64 = 500;

/// How far the index is made; a search finds only the orders that are in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IndexProgress {
    /// Orders in it.
    #[ts(type = "number")]
    pub done: i64,
    /// Orders there were when it was begun.
    #[ts(type = "number")]
    pub of: i64,
}

/// The index as the desk knows it: whole, or on its way.
pub(crate) type Indexing = watch::Receiver<Option<IndexProgress>>;

/// How long it is left alone after something kept it from being made. A closed desk is let go within one of them: its lock
/// is held as long.
const SECONDS_APART: u32 = 20;

/// Looks whether the index is whole. One that is made in a single commit is made at once; a longer one behind the window,
/// which opens meanwhile: it takes its turns with the acts, and goes on at the next opening where it was left.
///
/// # Errors
/// When the database fails.
pub(crate) async fn begin_index(pool: &Pool) -> Result<Indexing, DeskError> {
    let (told, indexing) = watch::channel(None);
    let to_do = queries::progress(&mut *pool.reader().await?, VERSION).await?;
    match to_do {
        None => {}
        Some(progress) if progress.of - progress.done < AT_ONCE => {
            while step(pool).await?.is_some() {}
        }
        Some(progress) => {
            told.send_replace(Some(progress));
            let pool = pool.clone();
            tokio::spawn(async move {
                let mut progress = progress;
                loop {
                    match step(&pool).await {
                        Ok(Some(written)) => {
                            progress.done = progress.of.min(progress.done.saturating_add(written));
                            told.send_replace(Some(progress));
                        }
                        Ok(None) => {
                            told.send_replace(None);
                            return;
                        }
                        // The server is away, or the disk is full: what is made stays made, a search goes on saying that it is
                        // not whole, and after a pause it is tried again until the desk is closed.
                        Err(error) => {
                            tracing::warn!(
                                code = error.code(),
                                "the search index was left where it is"
                            );
                            for _ in 0..SECONDS_APART {
                                if pool.is_closed() {
                                    return;
                                }
                                tokio::time::sleep(std::time::Duration::from_secs(1)).await;
                            }
                        }
                    }
                }
            });
        }
    }
    Ok(indexing)
}

impl Desk {
    /// Waits until a search finds every order; answers at once where it does already, or where the desk was closed meanwhile.
    pub async fn index_is_whole(&self) {
        // An error says that nobody makes it any more.
        let mut indexing = self.indexing();
        let _ = indexing.wait_for(Option::is_none).await;
    }
}

/// Brings the index of whatever an act was about up to date, within its commit: what is still to be written of it, once all of the
/// act's own texts stand in their rows.
///
/// # Errors
/// When the database fails.
pub(crate) async fn refreshed(
    connection: &mut Connection,
    subject: Subject,
) -> Result<Vec<Change>, DeskError> {
    match subject {
        Subject::Order(order) => refreshed_order(connection, order).await,
        Subject::Customer(customer) => {
            refresh_customer(connection, customer).await?;
            Ok(Vec::new())
        }
        Subject::House | Subject::Person(_) | Subject::Series(_) => Ok(Vec::new()),
    }
}

async fn refreshed_order(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<Change>, DeskError> {
    let Some((texts, before)) = queries::texts(connection, order).await? else {
        return Ok(Vec::new());
    };
    let kept = texts.kept();
    if before.as_deref() == Some(kept.as_str()) {
        return Ok(Vec::new());
    }
    let entry = Entry {
        order,
        words: words_of_order(&texts),
        texts: kept,
        replaces: before.is_some(),
    };
    Ok(word_index::putting(connection, &[&entry]))
}

/// Orders of a customer whose texts are read and compared at once.
const OF_A_CUSTOMER: i64 = 1_000;

/// The orders of a customer share its names and its contact: their texts are read together, and only those that say
/// something else than before are written.
async fn refresh_customer(connection: &mut Connection, customer: i64) -> Result<(), DeskError> {
    let mut after = 0;
    loop {
        let orders = queries::texts_of_customer(connection, customer, after, OF_A_CUSTOMER).await?;
        let Some((last, _)) = orders.last() else {
            return Ok(());
        };
        let before: BTreeMap<i64, String> =
            queries::kept_of_customer(connection, customer, after, *last).await?;
        after = *last;
        let mut changed = Vec::new();
        for (order, texts) in &orders {
            let (kept, was) = (texts.kept(), before.get(order));
            if was != Some(&kept) {
                changed.push(Entry {
                    order: *order,
                    words: words_of_order(texts),
                    texts: kept,
                    replaces: was.is_some(),
                });
            }
        }
        word_index::put(connection, &changed).await?;
    }
}

/// Writes the next orders into the index of a database that has none, or one that was cut in another way; answers how many,
/// nothing once it is whole. Stops and goes on between commits, so that a program that is closed meanwhile goes on where it
/// was. The trail is not touched: an index is derived.
async fn step(pool: &Pool) -> Result<Option<i64>, DeskError> {
    let state = word_index::state(&mut *pool.reader().await?).await?;
    if state == (VERSION, word_index::ALL_DONE) {
        return Ok(None);
    }
    let mut derived = pool.begin_derived().await?;
    // Another desk of the house may have gone on meanwhile.
    let (version, done_to) = word_index::state(&mut derived).await?;
    let from = if version == VERSION {
        done_to
    } else {
        word_index::begin_anew(&mut derived).await?;
        0
    };
    let orders = queries::texts_after(&mut derived, from, AT_ONCE).await?;
    let last = orders.last().map(|(order, _)| *order);
    let there = word_index::holds(&mut derived, from, last.unwrap_or(from)).await?;
    let entries: Vec<Entry> = orders
        .iter()
        .map(|(order, texts)| Entry {
            order: *order,
            words: words_of_order(texts),
            texts: texts.kept(),
            replaces: there.contains(order),
        })
        .collect();
    word_index::put(&mut derived, &entries).await?;
    let done_to = last.unwrap_or(word_index::ALL_DONE);
    word_index::set_state(&mut derived, VERSION, done_to).await?;
    derived.commit().await?;
    Ok(Some(i64::try_from(orders.len()).unwrap_or(i64::MAX)))
}

/// The texts as the index has them.
///
/// # Errors
/// When the database fails.
pub(super) async fn indexed(
    connection: &mut Connection,
    words: &[String],
    before: i64,
    limit: i64,
) -> Result<Vec<(i64, Texts)>, DeskError> {
    let rows = word_index::holding(connection, words, before, limit).await?;
    Ok(rows
        .into_iter()
        .map(|(order, kept)| (order, Texts::from_kept(&kept)))
        .collect())
}
