//! Finding orders, newest first.

use serde::Serialize;
use ts_rs::TS;

use super::Query;
use super::make_index::{IndexProgress, indexed};
use crate::Desk;
use crate::error::DeskError;
use crate::orders::list;
use crate::orders::wire::OrderRow;
use crate::storage::Connection;

/// Orders answered at once at most.
const MOST: usize = 50;
/// Orders looked at in the first round: as many as are answered, and one that says there are more. By the words of a term of
/// one or two letters no order is found that is not meant. Each further round looks at more, up to the greatest.
const FIRST_ROUND: i64 = 51;
const GREATEST_ROUND: i64 = 5_000;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundOrders {
    /// The newest first.
    pub orders: Vec<FoundOrder>,
    /// Whether there are older ones beyond these.
    pub more: bool,
    /// How far the index is made, while it is; then there may be orders beyond these that are not found yet.
    pub indexing: Option<IndexProgress>,
}

/// An order that was found, and by what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundOrder {
    /// As the list shows it.
    pub row: OrderRow,
    /// Where the terms were found.
    pub matches: Vec<FoundField>,
}

/// A field in which a term was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundField {
    /// Code of the field.
    pub field: String,
    /// What stands there.
    pub text: String,
}

impl Desk {
    /// The newest orders in which every term of what was typed is found; the newest of all when nothing was.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn find_orders(&self, typed: &str) -> Result<FoundOrders, DeskError> {
        // Asked before the search: what is in the index by the end of it may have been missed.
        let indexing = *self.indexing().borrow();
        let found = find(&mut *self.read().await?, &Query::of(typed)).await?;
        Ok(FoundOrders { indexing, ..found })
    }
}

async fn find(connection: &mut Connection, query: &Query) -> Result<FoundOrders, DeskError> {
    let mut found = Vec::new();
    let words = query.words();
    let mut before = i64::MAX;
    let mut round = FIRST_ROUND;
    while !query.finds_nothing() && found.len() <= MOST {
        let candidates = indexed(connection, &words, before, round).await?;
        let last = candidates.last().map(|(order, _)| *order);
        let all_seen = i64::try_from(candidates.len()).is_ok_and(|seen| seen < round);
        for (order, texts) in candidates {
            if let Some(matches) = query.found_in(&texts) {
                found.push((order, matches));
            }
        }
        match last {
            Some(last) if !all_seen => before = last,
            _ => break,
        }
        round = (round * 4).min(GREATEST_ROUND);
    }
    let more = found.len() > MOST;
    found.truncate(MOST);
    let ids: Vec<i64> = found.iter().map(|(order, _)| *order).collect();
    let rows = list::rows(connection, &ids).await?;
    let orders = rows
        .into_iter()
        .zip(found)
        .map(|(row, (_, matches))| FoundOrder {
            row,
            matches: matches
                .into_iter()
                .map(|found| FoundField {
                    field: found.field.code().to_owned(),
                    text: found.text,
                })
                .collect(),
        })
        .collect();
    Ok(FoundOrders {
        orders,
        more,
        indexing: None,
    })
}
