//! What the list of orders shows of each: how much keeps its sheet back, and where to go next. Stored in the same
//! commit as what changed it, so that a list never evaluates the check list of every order.

use super::check_list;
use crate::clock::in_shanghai;
use crate::error::DeskError;
use crate::orders::{OrderState, order_facts, settle_findings};
use crate::storage::{Topic, Writer};

/// The step of the rail where the sheet is issued.
const ISSUE: i64 = 5;

/// Commits an act on an order together with where the order now stands.
pub(crate) async fn commit_order(mut writer: Writer, order: i64) -> Result<Vec<Topic>, DeskError> {
    stand_anew(&mut writer, order).await?;
    writer.commit().await
}

/// Stores where an order now stands, inside an act that goes on.
pub(crate) async fn stand_anew(writer: &mut Writer, order: i64) -> Result<(), DeskError> {
    let facts = order_facts(writer, order).await?;
    if facts.state != OrderState::Released {
        settle_findings(writer, &facts).await?;
        let today = in_shanghai(writer.at()).date();
        let lines = check_list(writer, &facts, today).await?;
        let red: Vec<_> = lines.iter().filter(|line| !line.ok).collect();
        let next = red.first().map_or(ISSUE, |line| i64::from(line.step));
        let count = i64::try_from(red.len()).unwrap_or(i64::MAX);
        writer
            .update(
                "orders",
                order,
                &[("next_step", next.into()), ("blockers", count.into())],
            )
            .await?;
    }
    Ok(())
}
