//! 更改栏: what a signed change replaced, why, and who signed (S-4.4.2a,
//! S-4.4.3).
//!
//! **Invariant:** beside the places that are changed as many rows stay empty
//! for a hand as the version still takes; one place more needs a new version
//! (S-4.4.2b).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::super::grid::{Cell, Grid, Row};
use super::super::units::mm;
use super::{Signature, Value, hand_cell, head, table, text_cell};

/// One changed place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetChange {
    /// 序号: `①`.
    pub mark: String,
    /// 位置: which field, `内文 · 物料名称`.
    pub place: String,
    /// 原.
    pub old: String,
    /// 新.
    pub new: String,
    /// 原因.
    pub reason: String,
    /// 业务助理 who stood by and signed, with time (S-4.4.2a).
    pub signature: Signature,
    /// Who approved a cost change, or 业务总监 with the customer's consent,
    /// in words: `财务 何静 11-24 10:05` (S-4.4.3). Empty where none is needed.
    pub approval: String,
}

/// How many places a version takes by signature (S-4.4.2b).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacesTaken(pub usize);

impl Default for PlacesTaken {
    /// As the procedure has it.
    fn default() -> Self {
        Self(3)
    }
}

/// The sign of a change on paper: ①.
#[must_use]
pub fn circled(index: i64) -> String {
    u32::try_from(index)
        .ok()
        .filter(|index| (1..=20).contains(index))
        .and_then(|index| char::from_u32(0x2460 + index - 1))
        .map_or_else(|| format!("({index})"), String::from)
}

/// The block of a sheet as it was frozen: what was changed by then, and how much it takes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct FrozenBlock {
    /// The signed changes.
    #[serde(default)]
    pub changes: Vec<SheetChange>,
    /// How many places the version takes.
    #[serde(default)]
    pub places: PlacesTaken,
}

impl FrozenBlock {
    /// How many of its rows are empty on the paper.
    #[must_use]
    pub fn rows_for_a_hand(&self) -> usize {
        rows_left(&self.changes, self.places)
    }
}

/// Rows for a hand: one for each place that may still be changed.
fn rows_left(changes: &[SheetChange], places: PlacesTaken) -> usize {
    let changed: BTreeSet<&str> = changes.iter().map(|change| change.place.as_str()).collect();
    places.0.saturating_sub(changed.len())
}

/// The block: the changes, and empty rows for the places that are left. Their signs are those no change has.
pub(super) fn grid(changes: &[SheetChange], places: PlacesTaken) -> Grid {
    let mut rows: Vec<Row> = changes.iter().map(row).collect();
    let left = rows_left(changes, places);
    let used = |mark: &String| changes.iter().any(|change| change.mark == *mark);
    let free = (1..).map(circled).filter(|mark| !used(mark));
    rows.extend(free.take(left).map(|mark| empty(&mark)));
    let titles = [
        ("序", 3),
        ("位置", 7),
        ("原 → 新", 12),
        ("原因", 8),
        ("业务助理签名", 8),
        ("审批", 10),
    ];
    Grid {
        together: true,
        ..table(head(&titles), rows)
    }
}

fn row(change: &SheetChange) -> Row {
    let replaced = Value::changed(&change.old, &change.new, "");
    Row::of(vec![
        text_cell("更改 序", &change.mark, 3),
        text_cell("更改 位置", &change.place, 7),
        Cell::value("更改 原 → 新", replaced.spans(true), 12),
        text_cell("更改 原因", &change.reason, 8),
        hand_cell("更改 业务助理签名", &change.signature.printed(), 8),
        text_cell("更改 审批", &change.approval, 10),
    ])
    .at_least(mm(8.0))
}

/// A row for a hand, its number printed so that marks in the cells above can
/// name it.
fn empty(mark: &str) -> Row {
    let mut cells = vec![hand_cell("更改 序", mark, 3)];
    cells.extend([7, 12, 8, 8, 10].map(|columns| hand_cell("更改", "", columns)));
    Row::of(cells).at_least(mm(8.0))
}
