//! What a customer order that comes of a presale or a sample order takes over of its samples (F4-2, F4-3d).

use std::collections::BTreeMap;

use super::changes::unsigned_changes;
use super::queries;
use super::register_sample::enter;
use crate::clock::in_shanghai;
use crate::error::DeskError;
use crate::storage::Writer;

/// Registers the samples of `from` with `order`, in the act that registers it. Each gets a number of its own and names the
/// old one, by which the piece in the hand is found. None brings its stamp: that names the order it was given for, and at
/// 正式下单 every sample has to be stamped (S-4.2.4a, b), so the customer order waits for it. Answers the row of each, by the
/// one it had.
///
/// # Errors
/// When the database fails.
pub(crate) async fn take_over_samples(
    writer: &mut Writer,
    from: i64,
    order: i64,
) -> Result<BTreeMap<i64, i64>, DeskError> {
    let mut taken = BTreeMap::new();
    let today = in_shanghai(writer.at()).date();
    // What is written on one and not signed for is not what was agreed to (S-4.2.7).
    let unsigned = unsigned_changes(writer, from).await?;
    for row in queries::of_order(writer, from).await? {
        let signed = unsigned.iter().all(|change| change.sample != row.id);
        if signed && row.facts.goes_on(today) {
            let entered = enter(writer, order, &row.facts.again(), Some(row.id)).await?;
            taken.insert(row.id, entered.id);
        }
    }
    Ok(taken)
}
