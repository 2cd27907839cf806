//! How many pieces.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::figures::decimal;

/// A number of pieces (本, 册, 张, 个, 套). Written `2,000`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Quantity(pub i64);

impl Quantity {
    /// None.
    pub const ZERO: Self = Self(0);

    /// The sum, or `None` where it cannot be held.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, or `None` where it cannot be held.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// The sum of all, or `None` where it cannot be held.
    pub fn total(quantities: impl IntoIterator<Item = Self>) -> Option<Self> {
        quantities
            .into_iter()
            .try_fold(Self::ZERO, Self::checked_add)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&decimal(self.0, 0, 0))
    }
}
