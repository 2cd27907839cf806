//! 印刷方式: how the two sides of a sheet get their ink.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// 印刷方式. The code of each is its name in `snake_case`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum WorkStyle {
    /// 单面印: one side only.
    SingleSide,
    /// 正反印: each side from plates of its own, in two runs.
    Sheetwise,
    /// 自翻: both sides from one set of plates, turned sideways; each sheet gives two.
    WorkAndTurn,
    /// 天地翻: both sides from one set of plates, tumbled head to foot; each sheet gives two.
    WorkAndTumble,
    /// 双面机一次印: both sides in one run. Reckons as 正反印.
    Perfecting,
    /// 不印刷: boards, blank endpapers.
    Unprinted,
}

impl WorkStyle {
    /// All styles, in the order of the list on screen.
    pub const ALL: [Self; 6] = [
        Self::SingleSide,
        Self::Sheetwise,
        Self::WorkAndTurn,
        Self::WorkAndTumble,
        Self::Perfecting,
        Self::Unprinted,
    ];

    /// The stable code, as stored and sent.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SingleSide => "single_side",
            Self::Sheetwise => "sheetwise",
            Self::WorkAndTurn => "work_and_turn",
            Self::WorkAndTumble => "work_and_tumble",
            Self::Perfecting => "perfecting",
            Self::Unprinted => "unprinted",
        }
    }

    /// The style of a stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.code() == code)
    }

    /// Whether both sides come from one set of plates, so that a sheet gives two.
    #[must_use]
    pub const fn turns_itself(self) -> bool {
        matches!(self, Self::WorkAndTurn | Self::WorkAndTumble)
    }

    /// Whether each side has plates of its own.
    #[must_use]
    pub const fn plates_each_side(self) -> bool {
        matches!(self, Self::Sheetwise | Self::Perfecting)
    }

    /// How the pages that fill no whole form are printed.
    #[must_use]
    pub const fn of_part_form(self) -> Self {
        match self {
            Self::Sheetwise | Self::Perfecting => Self::WorkAndTurn,
            kept => kept,
        }
    }
}
