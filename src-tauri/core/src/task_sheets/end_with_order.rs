//! What becomes of a sheet, its prints and a change that waits when the order is cancelled.

use super::close_change::close;
use super::state_of_sheet::label;
use super::{census, queries};
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::storage::{Connection, Writer};

/// What of an order is on paper, or on its way there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct OnPaper {
    /// The state of the sheet in force: `RW-2026-A000456 · V1·改1`.
    pub(crate) sheet: Option<String>,
    /// The copies in use, which are to come back: of which state, which one, and who has it. The first one first.
    pub(crate) prints: Vec<(String, i64, String)>,
    /// A change waits for its signatures.
    pub(crate) change_waits: bool,
}

/// Reads it.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn on_paper(
    connection: &mut Connection,
    order: i64,
) -> Result<OnPaper, DeskError> {
    let named = |state: &queries::StateRow| {
        label(&state.sheet.number, state.sheet.version, state.change_index)
    };
    let states = queries::states(connection, order).await?;
    let newest = states.iter().rfind(|state| !state.sheet.voided);
    let copies = census::live_copies(connection, order).await?;
    let live = copies.into_iter().map(|copy| {
        let of = label(&copy.number, copy.state.version, copy.state.change);
        (of, copy.print_number, copy.holder)
    });
    Ok(OnPaper {
        sheet: newest.map(named),
        prints: live.collect(),
        change_waits: waiting(connection, order).await?.is_some(),
    })
}

/// The sheet in force becomes 作废, and nothing takes its place; a change that waits is withdrawn.
///
/// # Errors
/// When the database fails.
pub(crate) async fn end_with_order(
    writer: &mut Writer,
    order: i64,
    reason: &str,
) -> Result<(), DeskError> {
    if let Some(sheet) = queries::in_force(writer, order).await? {
        let at = as_stored(writer.at());
        writer
            .update("task_sheets", sheet.id, &[("voided_at", at.into())])
            .await?;
        census::stand_copies(writer, order).await?;
        let newest = queries::newest_change(writer, sheet.id).await?;
        writer.note("sheet", label(&sheet.number, sheet.version, newest));
    }
    if let Some(change) = waiting(writer, order).await? {
        close(writer, change, "withdrawn", reason.to_owned()).await?;
    }
    Ok(())
}

async fn waiting(connection: &mut Connection, order: i64) -> Result<Option<i64>, DeskError> {
    let changes = queries::amendments(connection, order).await?;
    let waits = changes.iter().find(|change| change.state == "pending");
    Ok(waits.map(|change| change.id))
}
