//! 令: paper is bought by the ream of 500 parent sheets.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Reams in thousandths, since one sheet is 0.002 of a ream: always exact. Written `15.75`, `4.2`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Reams(pub i64);

impl Reams {
    /// The reams that hold so many parent sheets; `None` where it cannot be held.
    #[must_use]
    pub fn of_sheets(sheets: i64) -> Option<Self> {
        sheets.checked_mul(2).map(Self)
    }
}

impl fmt::Display for Reams {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&crate::measures::decimal(self.0, 3, 0))
    }
}
