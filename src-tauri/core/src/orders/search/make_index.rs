//! Writing the index: with the act that changes an order's texts, and all of it when a database is first opened.

use std::collections::BTreeMap;

use super::{Texts, VERSION, queries, words_of_order};
use crate::error::DeskError;
use crate::storage::{Connection, Pool, Subject, word_index};

/// Orders written into the index in one commit, when all of it is made.
const AT_ONCE: i64 = 500;

/// Brings the index of whatever an act was about up to date, within its commit.
///
/// # Errors
/// When the database fails.
pub(crate) async fn refresh(
    connection: &mut Connection,
    subject: Subject,
) -> Result<(), DeskError> {
    match subject {
        Subject::Order(order) => refresh_order(connection, order).await,
        Subject::Customer(customer) => refresh_customer(connection, customer).await,
        Subject::House | Subject::Person(_) | Subject::Series(_) => Ok(()),
    }
}

async fn refresh_order(connection: &mut Connection, order: i64) -> Result<(), DeskError> {
    let Some(texts) = queries::texts(connection, order).await? else {
        return Ok(());
    };
    let kept = texts.kept();
    let before = word_index::kept_texts(connection, order).await?;
    if before.as_deref() == Some(kept.as_str()) {
        return Ok(());
    }
    word_index::put(connection, order, &kept, &words_of_order(&texts)).await
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
        for (order, texts) in &orders {
            let kept = texts.kept();
            if before.get(order) != Some(&kept) {
                word_index::put(connection, *order, &kept, &words_of_order(texts)).await?;
            }
        }
    }
}

/// Makes the index of a database that has none, or one that was cut in another way. Stops and goes on between commits,
/// so that a program that is closed meanwhile goes on where it was. The trail is not touched: an index is derived.
///
/// # Errors
/// When the database fails.
pub(crate) async fn make_index(pool: &Pool) -> Result<(), DeskError> {
    loop {
        let state = word_index::state(&mut *pool.reader().await?).await?;
        if state == (VERSION, word_index::ALL_DONE) {
            return Ok(());
        }
        let mut derived = pool.begin_derived().await?;
        // Another desk of the house may have gone on meanwhile.
        let (version, done_to) = word_index::state(&mut derived).await?;
        let from = if version == VERSION { done_to } else { 0 };
        let orders = queries::texts_after(&mut derived, from, AT_ONCE).await?;
        for (order, texts) in &orders {
            let words = words_of_order(texts);
            word_index::put(&mut derived, *order, &texts.kept(), &words).await?;
        }
        let done_to = orders
            .last()
            .map_or(word_index::ALL_DONE, |(order, _)| *order);
        word_index::set_state(&mut derived, VERSION, done_to).await?;
        derived.commit().await?;
    }
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
