//! 印色: how many inks lie on each side.

use std::fmt;

use serde::{Deserialize, Serialize};

/// 单双面: whether one side of the sheet is printed or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sides {
    /// 单面.
    One,
    /// 双面.
    Both,
}

/// 印刷颜色 正+反: process colours (普色) of each side; spots are never counted here. Written `4+4`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Colours {
    /// Process colours on the front.
    pub front: u8,
    /// Process colours on the back.
    pub back: u8,
}

impl Colours {
    /// So many in front, so many on the back.
    #[must_use]
    pub const fn new(front: u8, back: u8) -> Self {
        Self { front, back }
    }
}

impl fmt::Display for Colours {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&format!("{}+{}", self.front, self.back))
    }
}

/// All inks of a component: each takes a plate. 4+0 with PANTONE 871 C in front is five inks in front.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Inks {
    /// 普色.
    pub process: Colours,
    /// How many 专色 in front.
    pub front_spots: u8,
    /// How many 专色 on the back.
    pub back_spots: u8,
}

impl Inks {
    /// Process colours alone.
    #[must_use]
    pub const fn process(front: u8, back: u8) -> Self {
        Self {
            process: Colours::new(front, back),
            front_spots: 0,
            back_spots: 0,
        }
    }

    /// Inks in front, spots counted.
    #[must_use]
    pub fn front(self) -> i64 {
        i64::from(self.process.front) + i64::from(self.front_spots)
    }

    /// Inks on the back, spots counted.
    #[must_use]
    pub fn back(self) -> i64 {
        i64::from(self.process.back) + i64::from(self.back_spots)
    }
}
