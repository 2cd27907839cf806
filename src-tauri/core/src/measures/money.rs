//! Money in fen, and prices per piece in 1/10000 yuan.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Quantity;
use super::figures::{decimal, divided_half_up};

/// An amount of money in fen (分, 1/100 元). Written `86,400.00`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Fen(pub i64);

impl Fen {
    /// No money.
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

    /// The amount taken `times` times, or `None` where it cannot be held.
    #[must_use]
    pub fn checked_mul(self, times: i64) -> Option<Self> {
        self.0.checked_mul(times).map(Self)
    }

    /// The sum of all, or `None` where it cannot be held.
    pub fn total(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }
}

impl fmt::Display for Fen {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&decimal(self.0, 2, 2))
    }
}

/// The price of one piece in 1/10000 元, as fine as the trade quotes. Written `43.20`, `0.0825`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct UnitPrice(pub i64);

impl UnitPrice {
    /// The amount for `quantity` pieces, rounded once, half up, to the fen; `None` where it cannot be held.
    #[must_use]
    pub fn times(self, quantity: Quantity) -> Option<Fen> {
        let exact = i128::from(self.0).checked_mul(i128::from(quantity.0))?;
        divided_half_up(exact, 100).map(Fen)
    }
}

impl fmt::Display for UnitPrice {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&decimal(self.0, 4, 2))
    }
}
