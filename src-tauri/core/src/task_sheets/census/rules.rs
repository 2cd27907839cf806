//! What a copy owes, what it is worth, and what may be entered of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::CensusRefusal;
use crate::storage::Cell;

/// What became of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CopyFate")]
pub enum Fate {
    /// 已换发: another print of the same 联 took its place.
    Replaced,
    /// 已手改: a signed change was written on it and signed beside; it stays in use (S-4.4.2a).
    ByHand,
    /// 收回: it came back and is used no more.
    TakenBack,
    /// 遗失: nobody knows where it is.
    Lost,
}

impl Fate {
    /// Every fate, in the order in which it is offered.
    pub(super) const ALL: [Self; 4] = [Self::Replaced, Self::ByHand, Self::TakenBack, Self::Lost];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Replaced => "replaced",
            Self::ByHand => "by_hand",
            Self::TakenBack => "taken_back",
            Self::Lost => "lost",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fate| fate.code() == code)
    }
}

/// What a print is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PrintStanding")]
pub enum Verdict {
    /// It holds: the newest state in force, and in use.
    Current,
    /// 已手改: every change it lacks was written on it; it holds with what is written.
    ByHand,
    /// 已过时: newer signed changes are missing on it.
    Outdated,
    /// Another version took its place.
    Superseded,
    /// 作废, and nothing took its place.
    Void,
    /// 已换发: another print took its place.
    Replaced,
    /// 收回.
    TakenBack,
    /// 遗失: it was given up for lost.
    Lost,
    /// No print of this desk.
    NotOurs,
}

/// The newest state of an order's sheet that is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::task_sheets) struct InForce {
    pub(in crate::task_sheets) version: i64,
    pub(in crate::task_sheets) change: i64,
}

/// How a copy went out of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gone {
    Replaced,
    TakenBack,
    /// It may turn up again.
    Lost,
}

impl Fate {
    /// How it takes a copy out of use; not at all where the copy stays in use.
    pub(super) const fn takes_out(self) -> Option<Gone> {
        match self {
            Self::Replaced => Some(Gone::Replaced),
            Self::TakenBack => Some(Gone::TakenBack),
            Self::Lost => Some(Gone::Lost),
            Self::ByHand => None,
        }
    }
}

/// What the rules ask of a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PrintedCopy {
    /// The state it was printed of.
    pub(super) state: InForce,
    /// The changes written on it by hand.
    pub(super) written: Vec<i64>,
    /// What became of it; none while it is in use.
    pub(super) gone: Option<Gone>,
}

/// What an open line of a copy asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Owed {
    /// It says what holds, or is out of use.
    Nothing,
    /// These changes are missing on it: it is exchanged, or they are written on it.
    Changes(Vec<i64>),
    /// Its version holds no more: it is called back.
    Recall,
}

/// Where a copy stands, as it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::task_sheets) struct Stand {
    /// Neither exchanged nor taken back nor lost.
    pub(in crate::task_sheets) in_use: bool,
    /// It owes something; what is out of use owes nothing.
    pub(in crate::task_sheets) owes: bool,
}

impl Stand {
    /// The columns of its print.
    pub(super) fn cells(self) -> [(&'static str, Cell); 2] {
        [("in_use", self.in_use.into()), ("owes", self.owes.into())]
    }
}

impl PrintedCopy {
    /// Where it stands now.
    pub(super) fn stands(&self, in_force: Option<InForce>) -> Stand {
        Stand {
            in_use: self.gone.is_none(),
            owes: self.owes(in_force) != Owed::Nothing,
        }
    }

    /// The signed changes of its version it neither says nor bears; empty where its version is not in force.
    pub(super) fn lacks(&self, in_force: Option<InForce>) -> Vec<i64> {
        match in_force {
            Some(now) if now.version == self.state.version => (self.state.change + 1..=now.change)
                .filter(|change| !self.written.contains(change))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// What it owes (S-4.4.2b); what is out of use owes nothing.
    pub(super) fn owes(&self, in_force: Option<InForce>) -> Owed {
        if self.gone.is_some() {
            return Owed::Nothing;
        }
        let lacks = self.lacks(in_force);
        match in_force {
            Some(now) if now.version == self.state.version => {
                if lacks.is_empty() {
                    Owed::Nothing
                } else {
                    Owed::Changes(lacks)
                }
            }
            _ => Owed::Recall,
        }
    }

    /// What it is worth, whoever holds it. A lost copy that turns up is told what took its place, where something did.
    pub(super) fn verdict(&self, in_force: Option<InForce>) -> Verdict {
        match (self.gone, in_force) {
            (Some(Gone::Replaced), _) => Verdict::Replaced,
            (Some(Gone::TakenBack), _) => Verdict::TakenBack,
            (_, None) => Verdict::Void,
            (_, Some(now)) if now.version != self.state.version => Verdict::Superseded,
            (Some(Gone::Lost), _) => Verdict::Lost,
            (None, Some(now)) if now == self.state => Verdict::Current,
            (None, _) if self.lacks(in_force).is_empty() => Verdict::ByHand,
            (None, _) => Verdict::Outdated,
        }
    }
}

/// What is to be entered of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entered {
    /// 已换发.
    Replaced {
        /// There is a newer live print of its 联 that holds.
        by: bool,
    },
    /// 已手改.
    ByHand {
        /// Which change.
        change: i64,
        /// How many places it changes: each takes a row of the change block.
        places: usize,
        /// How many rows of the change block are empty on the paper.
        rows: usize,
    },
    /// 收回.
    TakenBack,
    /// 遗失.
    Lost,
}

/// Whether it may be entered of the copy as it stands.
pub(super) fn may_enter(
    copy: &PrintedCopy,
    in_force: Option<InForce>,
    entered: Entered,
) -> Result<(), CensusRefusal> {
    match (copy.gone, entered) {
        (Some(Gone::Replaced | Gone::TakenBack), _) => Err(CensusRefusal::OutOfUse),
        (None, Entered::TakenBack | Entered::Lost) | (Some(Gone::Lost), Entered::TakenBack) => {
            Ok(())
        }
        (Some(Gone::Lost), _) => Err(CensusRefusal::Lost),
        (None, Entered::Replaced { by: true }) => Ok(()),
        (None, Entered::Replaced { by: false }) => Err(CensusRefusal::NothingToReplaceIt),
        (
            None,
            Entered::ByHand {
                change,
                places,
                rows,
            },
        ) => {
            may_write(copy, in_force, change)?;
            if places > rows {
                return Err(CensusRefusal::NoRoom { rows });
            }
            Ok(())
        }
    }
}

/// Only a signed change of the copy's own version is written on it, once, and never on what is called back.
fn may_write(
    copy: &PrintedCopy,
    in_force: Option<InForce>,
    change: i64,
) -> Result<(), CensusRefusal> {
    let Some(now) = in_force.filter(|now| now.version == copy.state.version) else {
        return Err(CensusRefusal::CalledBack);
    };
    if change <= copy.state.change || copy.written.contains(&change) {
        Err(CensusRefusal::SaysItAlready)
    } else if change > now.change {
        Err(CensusRefusal::NoSuchChange)
    } else {
        Ok(())
    }
}
