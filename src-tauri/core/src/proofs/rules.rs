//! Which lane an order takes, and what of its proof keeps the task sheet back. Pure.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::accounts::Role;
use crate::samples::Medium;

/// The way an order takes to something the plant can be held to (S-4.2.1 to S-4.2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Lane {
    /// 直通: neither sample nor proof.
    Direct,
    /// 有样: a correct sample was handed in or retained.
    WithSample,
    /// 无样 A: the customer answers a proof.
    A,
    /// 无样 B: sales signs an ink-jet proof of the originals.
    B,
    /// No sample, and nobody has chosen.
    Open,
}

/// What was chosen where there is no correct sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ProofLane")]
pub enum Chosen {
    /// The customer answers a proof (S-4.2.3A).
    A,
    /// The customer is away or does not sign (S-4.2.3B).
    B,
}

impl Chosen {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::A, Self::B]
            .into_iter()
            .find(|one| one.code() == code)
    }

    /// As the trail tells it.
    pub(super) const fn noted(self) -> &'static str {
        match self {
            Self::A => "lane_a",
            Self::B => "lane_b",
        }
    }

    /// Whether a proof of that medium belongs here: 兰纸 or 数码样 in A, 喷墨稿 in B.
    #[must_use]
    pub const fn takes(self, medium: Medium) -> bool {
        match self {
            Self::A => matches!(medium, Medium::Blueline | Medium::Digital),
            Self::B => matches!(medium, Medium::Inkjet),
        }
    }
}

/// Why lane B (S-4.2.3B-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LaneReason {
    /// 客户在外地
    Away,
    /// 客户不签名确认
    Unsigned,
}

impl LaneReason {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Away => "away",
            Self::Unsigned => "unsigned",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Away, Self::Unsigned]
            .into_iter()
            .find(|one| one.code() == code)
    }

    /// As the trail tells it.
    pub(super) const fn noted(self) -> &'static str {
        match self {
            Self::Away => "lane_away",
            Self::Unsigned => "lane_unsigned",
        }
    }

    /// As papers print it.
    #[must_use]
    pub const fn printed(self) -> &'static str {
        match self {
            Self::Away => "客户在外地",
            Self::Unsigned => "客户不签名确认",
        }
    }
}

/// The lane of an order: 直通 goes before all, then what was chosen, then whether there is a correct sample.
#[must_use]
pub const fn lane_of(direct: bool, chosen: Option<Chosen>, correct_sample: bool) -> Lane {
    match (direct, chosen) {
        (true, _) => Lane::Direct,
        (false, Some(Chosen::A)) => Lane::A,
        (false, Some(Chosen::B)) => Lane::B,
        (false, None) if correct_sample => Lane::WithSample,
        (false, None) => Lane::Open,
    }
}

/// 兰纸 shows one colour: with more than one a 数码样 is suggested (S-4.2.3A-1). The person decides.
#[must_use]
pub const fn suggested_medium(most_colours: usize) -> Medium {
    if most_colours > 1 {
        Medium::Digital
    } else {
        Medium::Blueline
    }
}

/// What is looked over before a proof goes to the customer (S-4.2.3A-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CheckItem {
    /// 尺寸
    Size,
    /// P数、页序
    Pages,
    /// 文字
    Text,
    /// 图片
    Pictures,
    /// 颜色、专色
    Colours,
    /// 工艺、位置
    Finishing,
}

impl CheckItem {
    /// Every item: a proof is looked over in all of them.
    pub const ALL: [Self; 6] = [
        Self::Size,
        Self::Pages,
        Self::Text,
        Self::Pictures,
        Self::Colours,
        Self::Finishing,
    ];
}

/// Whether the pages show their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Folios {
    /// 有页码
    Visible,
    /// 暗码
    Hidden,
    /// 没有页码
    Absent,
}

impl Folios {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Visible => "visible",
            Self::Hidden => "hidden",
            Self::Absent => "absent",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Visible, Self::Hidden, Self::Absent]
            .into_iter()
            .find(|one| one.code() == code)
    }
}

/// The book that was bound of a proof (S-4.2.3A-3, S-4.2.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dummy {
    /// 顺序
    pub in_order: bool,
    /// 颜色
    pub colours: bool,
    /// 内容
    pub contents: bool,
    /// 已装订: it does not fall apart.
    pub bound: bool,
    /// Whether its pages show their numbers.
    pub folios: Folios,
    /// Who wrote the numbers by hand; empty where nobody has.
    pub numbered_by: String,
}

/// What became of a proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ProofAnswer")]
pub enum Answer {
    /// 同意; in lane B: sales signed it.
    Agreed,
    /// 修改
    Changes,
}

impl Answer {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Changes => "changes",
        }
    }

    /// As the trail tells it.
    pub(super) const fn noted(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Changes => "changes_wanted",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Agreed, Self::Changes]
            .into_iter()
            .find(|one| one.code() == code)
    }
}

/// What of a proof decides whether it keeps anything back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofFacts {
    /// Which round.
    pub round: i64,
    /// Of which lane.
    pub lane: Chosen,
    /// A file it was printed from is not what the house works with now.
    pub stale: bool,
    /// It was looked over.
    pub checked: bool,
    /// The book bound of it.
    pub dummy: Option<Dummy>,
    /// What became of it.
    pub answer: Option<Answer>,
}

/// Why the proof of an order holds the task sheet back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProofBlock {
    /// None was printed in this lane.
    NotPrinted {
        /// The lane.
        lane: Chosen,
        /// The round to be printed.
        round: i64,
    },
    /// The customer wants changes: the next round is to be printed.
    ChangesWanted {
        /// The round that was answered.
        round: i64,
    },
    /// A file has changed since it was printed.
    Stale {
        /// The lane.
        lane: Chosen,
        /// The round.
        round: i64,
    },
    /// Nobody has looked it over.
    Unchecked {
        /// The round.
        round: i64,
    },
    /// No dummy was bound of it.
    DummyMissing {
        /// The lane.
        lane: Chosen,
        /// The round.
        round: i64,
    },
    /// 顺序, 颜色 or 内容 of the dummy is not right.
    DummyUnticked {
        /// The round.
        round: i64,
    },
    /// The dummy falls apart.
    DummyUnbound {
        /// The round.
        round: i64,
    },
    /// Its pages show no numbers, and nobody has written them.
    DummyUnnumbered {
        /// The round.
        round: i64,
    },
    /// The customer has not answered.
    Unanswered {
        /// The round.
        round: i64,
    },
    /// Sales has not signed it.
    Unsigned {
        /// The round.
        round: i64,
    },
}

/// The next round to be printed, if one is: the first, the one after changes were wanted, after a file has changed, or after
/// another lane was chosen. `None` while the last round goes on, or was agreed to.
#[must_use]
pub fn next_round(lane: Chosen, last: Option<&ProofFacts>) -> Option<i64> {
    match last {
        None => Some(1),
        Some(proof)
            if proof.lane != lane || proof.stale || proof.answer == Some(Answer::Changes) =>
        {
            Some(proof.round + 1)
        }
        Some(_) => None,
    }
}

/// What of the last proof of an order keeps its task sheet back in `lane`; `book` asks for a dummy.
#[must_use]
pub fn proof_blocks(lane: Chosen, last: Option<&ProofFacts>, book: bool) -> Vec<ProofBlock> {
    let Some(proof) = last.filter(|proof| proof.lane == lane) else {
        let round = last.map_or(1, |proof| proof.round + 1);
        return vec![ProofBlock::NotPrinted { lane, round }];
    };
    let round = proof.round;
    if proof.answer == Some(Answer::Changes) {
        return vec![ProofBlock::ChangesWanted { round }];
    }
    if proof.stale {
        return vec![ProofBlock::Stale { lane, round }];
    }
    let mut blocks = before_the_answer(proof, book);
    if proof.answer.is_none() {
        blocks.push(match lane {
            Chosen::A => ProofBlock::Unanswered { round },
            Chosen::B => ProofBlock::Unsigned { round },
        });
    }
    blocks
}

/// What is still to be done to a proof before it is shown and answered.
#[must_use]
pub fn before_the_answer(proof: &ProofFacts, book: bool) -> Vec<ProofBlock> {
    let (round, lane) = (proof.round, proof.lane);
    let mut blocks = Vec::new();
    if lane == Chosen::A && !proof.checked {
        blocks.push(ProofBlock::Unchecked { round });
    }
    if !book {
        return blocks;
    }
    let Some(dummy) = &proof.dummy else {
        blocks.push(ProofBlock::DummyMissing { lane, round });
        return blocks;
    };
    let ticked = dummy.in_order && dummy.colours && dummy.contents;
    if lane == Chosen::A && !ticked {
        blocks.push(ProofBlock::DummyUnticked { round });
    }
    if !dummy.bound {
        blocks.push(ProofBlock::DummyUnbound { round });
    }
    if dummy.folios != Folios::Visible && dummy.numbered_by.is_empty() {
        blocks.push(ProofBlock::DummyUnnumbered { round });
    }
    blocks
}

/// Whether the dummy of a proof may still be noted: until it is answered, and after it was agreed to while the product became
/// a book only since.
#[must_use]
pub fn may_bind(proof: &ProofFacts, book: bool) -> bool {
    match proof.answer {
        _ if proof.stale => false,
        None => true,
        Some(Answer::Agreed) => !before_the_answer(proof, book).is_empty(),
        Some(Answer::Changes) => false,
    }
}

impl ProofBlock {
    /// Stable code of the line in the check list.
    #[must_use]
    pub const fn line(self) -> &'static str {
        match self {
            Self::NotPrinted { .. } => "proof_not_printed",
            Self::ChangesWanted { .. } => "proof_changes_wanted",
            Self::Stale { .. } => "proof_stale",
            Self::Unchecked { .. } => "proof_unchecked",
            Self::DummyMissing { .. } => "dummy_missing",
            Self::DummyUnticked { .. } => "dummy_unticked",
            Self::DummyUnbound { .. } => "dummy_unbound",
            Self::DummyUnnumbered { .. } => "dummy_unnumbered",
            Self::Unanswered { .. } => "proof_unanswered",
            Self::Unsigned { .. } => "proof_unsigned",
        }
    }

    /// The clause it serves.
    #[must_use]
    pub const fn clause(self) -> &'static str {
        match self {
            Self::NotPrinted {
                lane: Chosen::A, ..
            }
            | Self::Stale {
                lane: Chosen::A, ..
            } => "S-4.2.3A-1",
            Self::NotPrinted {
                lane: Chosen::B, ..
            }
            | Self::Stale {
                lane: Chosen::B, ..
            } => "S-4.2.3B-2",
            Self::Unchecked { .. } => "S-4.2.3A-2",
            Self::DummyMissing {
                lane: Chosen::A, ..
            }
            | Self::DummyUnticked { .. } => "S-4.2.3A-3",
            Self::DummyMissing {
                lane: Chosen::B, ..
            }
            | Self::DummyUnbound { .. } => "S-4.2.5a",
            Self::DummyUnnumbered { .. } => "S-4.2.5b",
            Self::ChangesWanted { .. } | Self::Unanswered { .. } => "S-4.2.3A-4",
            Self::Unsigned { .. } => "S-4.2.3B-3",
        }
    }

    /// The round it is about.
    #[must_use]
    pub const fn round(self) -> i64 {
        match self {
            Self::NotPrinted { round, .. }
            | Self::ChangesWanted { round }
            | Self::Stale { round, .. }
            | Self::Unchecked { round }
            | Self::DummyMissing { round, .. }
            | Self::DummyUnticked { round }
            | Self::DummyUnbound { round }
            | Self::DummyUnnumbered { round }
            | Self::Unanswered { round }
            | Self::Unsigned { round } => round,
        }
    }

    /// Where it is mended: the part of the proof's card.
    #[must_use]
    pub const fn place(self) -> &'static str {
        match self {
            Self::NotPrinted { .. } | Self::ChangesWanted { .. } | Self::Stale { .. } => {
                "proof.print"
            }
            Self::Unchecked { .. } => "proof.check",
            Self::DummyMissing { .. }
            | Self::DummyUnticked { .. }
            | Self::DummyUnbound { .. }
            | Self::DummyUnnumbered { .. } => "proof.dummy",
            Self::Unanswered { .. } | Self::Unsigned { .. } => "proof.answer",
        }
    }

    /// Who sees to it: 印前 prints, sales does the rest (S-4.2.3B-2: 印前依据原始文件打印).
    #[must_use]
    pub const fn responsible(self) -> Role {
        match self {
            Self::NotPrinted { .. } | Self::Stale { .. } => Role::Prepress,
            _ => Role::SalesAssistant,
        }
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
