//! What a customer order that comes of a presale or a sample order takes over of its positions (F4-2, F4-3d): nobody draws
//! them twice.

use std::collections::BTreeMap;

use super::queries::{self, MarkedOn};
use crate::error::{DeskError, Failure};
use crate::storage::{Cell, Writer};

/// Where the files and samples of one order are on the other: old row, new row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TakenOver<'a> {
    /// The places of its files.
    pub(crate) places: &'a BTreeMap<i64, i64>,
    /// Its samples.
    pub(crate) samples: &'a BTreeMap<i64, i64>,
}

/// Marks with `order` what is marked with `from`, in the act that registers it, where its file or sample went over. Each stays
/// marked for what it was marked for, so that one whose step is another now is looked at again.
///
/// # Errors
/// When the database fails.
pub(crate) async fn take_over_positions(
    writer: &mut Writer,
    from: i64,
    order: i64,
    taken: TakenOver<'_>,
) -> Result<(), DeskError> {
    for row in queries::of_order(writer, from).await? {
        let mut columns: Vec<(&'static str, Cell)> = match &row.on {
            MarkedOn::File {
                place,
                sha256,
                page,
                outline,
                ..
            } => {
                let Some(place) = taken.places.get(place) else {
                    continue;
                };
                let outline =
                    serde_json::to_string(outline).map_err(|_| Failure::UnknownValue {
                        what: "positions.outline",
                        value: row.name.clone(),
                    })?;
                vec![
                    ("place_id", (*place).into()),
                    ("sha256", sha256.as_str().into()),
                    ("page", i64::from(*page).into()),
                    ("outline", outline.into()),
                    ("words", "".into()),
                ]
            }
            MarkedOn::Sample { sample, words, .. } => {
                let Some(sample) = taken.samples.get(sample) else {
                    continue;
                };
                vec![
                    ("sample_id", (*sample).into()),
                    ("words", words.as_str().into()),
                ]
            }
        };
        columns.extend([
            ("order_id", order.into()),
            ("row_key", row.key.into()),
            ("step", row.step.into()),
            ("process", row.marked_for.process.into()),
            ("component", row.marked_for.component.into()),
            ("name", row.name.into()),
            ("tool", row.tool.into()),
        ]);
        writer.insert("positions", &columns).await?;
    }
    Ok(())
}
