//! Lengths in tenths of a millimetre, thicknesses in micrometres, and trim sizes.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::figures::{decimal, divided_half_up};

/// A length in tenths of a millimetre. Written in millimetres without the unit: `210`, `209.6`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Millimetres(pub i64);

impl Millimetres {
    /// So many whole millimetres, for rules and presets.
    #[must_use]
    pub const fn whole(millimetres: i32) -> Self {
        Self(millimetres as i64 * 10)
    }

    /// The length in PDF points of 1/72 inch: 210 mm are 595.276 pt.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "sheets are metres at most, far below where f64 loses a tenth of a millimetre"
    )]
    pub fn points(self) -> f64 {
        self.0 as f64 * 72.0 / 254.0
    }

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
}

impl fmt::Display for Millimetres {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A length is never read in thousands: the parent sheet is 787 × 1092.
        out.pad(&decimal(self.0, 1, 0).replace(',', ""))
    }
}

/// A thickness in micrometres (µm), as paper tables give calipers. Written without the unit: `105`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Micrometres(pub i64);

impl Micrometres {
    /// The same thickness from millimetres, as boards are ordered; `None` where it cannot be held.
    #[must_use]
    pub fn from_millimetres(thickness: Millimetres) -> Option<Self> {
        thickness.0.checked_mul(100).map(Self)
    }

    /// The thickness rounded half up to a tenth of a millimetre.
    #[must_use]
    pub fn to_millimetres(self) -> Millimetres {
        Millimetres(divided_half_up(i128::from(self.0), 100).unwrap_or_default())
    }

    /// The sum, or `None` where it cannot be held.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }
}

impl fmt::Display for Micrometres {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&decimal(self.0, 0, 0))
    }
}

/// A size, width before height, as the trade says it. Written `210 × 285`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Size {
    /// The side along the head of the page.
    pub width: Millimetres,
    /// The side along the spine of the page.
    pub height: Millimetres,
}

impl Size {
    /// A size in whole millimetres, for rules and presets.
    #[must_use]
    pub const fn whole(width: i32, height: i32) -> Self {
        Self {
            width: Millimetres::whole(width),
            height: Millimetres::whole(height),
        }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&format!("{} × {}", self.width, self.height))
    }
}
