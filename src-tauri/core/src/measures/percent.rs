//! Percentages in hundredths of a percent.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Fen;
use super::figures::{decimal, divided_half_up, divided_up};

/// A percentage in 1/100 % (basis points). Written `5%`, `3.25%`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Percent(pub i64);

impl Percent {
    /// The whole: 100 %.
    pub const WHOLE: Self = Self(10_000);

    /// So many whole percent, for rules and presets.
    #[must_use]
    pub const fn whole(percent: i32) -> Self {
        Self(percent as i64 * 100)
    }

    /// This share of an amount, rounded half up to the fen; `None` where it cannot be held.
    #[must_use]
    pub fn of(self, amount: Fen) -> Option<Fen> {
        divided_half_up(
            i128::from(self.0).checked_mul(i128::from(amount.0))?,
            10_000,
        )
        .map(Fen)
    }

    /// This share of a count, rounded up to the next whole one (sheets are never halved); `None` where it cannot be held.
    #[must_use]
    pub fn of_count_up(self, count: i64) -> Option<i64> {
        divided_up(i128::from(self.0).checked_mul(i128::from(count))?, 10_000)
    }

    /// The sum, or `None` where it cannot be held.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&format!("{}%", decimal(self.0, 2, 0)))
    }
}
