//! When a review may be concluded, and when it holds the task sheet back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::opinion::{Department, Opinion, Verdict};
use super::{ReviewRefusal, Trigger, Waiver};

/// A review and all that was said in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// How it stands.
    pub state: State,
    /// Over which content it was opened or concluded.
    pub content_hash: String,
    /// 工艺路线.
    pub route: String,
    /// What the departments said, each with the hash that was signed.
    pub opinions: Vec<(Opinion, String)>,
    /// What the customer is asked.
    pub points: Vec<Point>,
}

/// How a review stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ReviewState")]
pub enum State {
    /// Not concluded.
    Open,
    /// 接单
    Accepted,
    /// 有条件接单
    Conditional,
    /// 不接单
    Declined,
}

impl State {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Conditional => "conditional",
            Self::Declined => "declined",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [
            Self::Open,
            Self::Accepted,
            Self::Conditional,
            Self::Declined,
        ]
        .into_iter()
        .find(|state| state.code() == code)
    }
}

/// 总结论.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// 接单
    Accepted,
    /// 有条件接单
    Conditional,
    /// 不接单
    Declined,
}

impl Conclusion {
    /// The state it leaves the review in.
    #[must_use]
    pub const fn state(self) -> State {
        match self {
            Self::Accepted => State::Accepted,
            Self::Conditional => State::Conditional,
            Self::Declined => State::Declined,
        }
    }
}

/// 待客户确认事项 (S-4.3.2b).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its row.
    pub id: i64,
    /// What is asked.
    pub item: String,
    /// Whether the customer has answered.
    pub answered: bool,
}

/// Why a review is not concluded, or holds the task sheet back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewBlock {
    /// The order is reviewed, and nobody has said anything yet (S-4.3.1).
    Required {
        /// Why.
        triggers: Vec<Trigger>,
    },
    /// It was waived for something else than what is ordered now (S-4.2.1c).
    WaiverStale {
        /// Who signed it.
        signer: String,
    },
    /// A department has not spoken (S-4.3.1).
    OpinionMissing {
        /// Which.
        department: Department,
    },
    /// A department spoke of something else than what is ordered now, or to another route (S-4.3.2a).
    OpinionStale {
        /// Which.
        department: Department,
    },
    /// No process route (S-4.3.1).
    RouteMissing,
    /// The customer has not answered (S-4.3.2b).
    PointsUnanswered {
        /// How many questions are open.
        count: usize,
    },
    /// Nobody has concluded.
    NotConcluded,
    /// What was concluded upon has changed since.
    ConclusionStale,
    /// 不接单.
    Declined,
}

impl Review {
    /// A review nobody has spoken in.
    #[must_use]
    pub fn opened(content_hash: String) -> Self {
        Self {
            state: State::Open,
            content_hash,
            route: String::new(),
            opinions: Vec::new(),
            points: Vec::new(),
        }
    }

    /// Whether the opinion was given over other content than `now`, or to another route than the one that stands (S-4.3.1).
    /// One that was given before there was a route names none, and holds for the route that came of the review.
    #[must_use]
    pub fn is_stale(&self, opinion: &(Opinion, String), now: &str) -> bool {
        let (said, signed) = opinion;
        [self.route.as_str(), ""]
            .into_iter()
            .all(|route| said.content_hash(now, route) != *signed)
    }

    /// Whether it was concluded over other content than `now`.
    #[must_use]
    pub fn conclusion_is_stale(&self, now: &str) -> bool {
        self.state != State::Open && self.content_hash != now
    }

    /// What is missing before sales may conclude in favour of the order. An opinion that is not plainly 可行 waits
    /// for the customer's answer to its own question, besides every other question that was asked.
    #[must_use]
    pub fn missing(&self, now: &str) -> Vec<ReviewBlock> {
        let mut missing = self.unsaid(now);
        if self.route.trim().is_empty() {
            missing.push(ReviewBlock::RouteMissing);
        }
        let open = self.points.iter().filter(|point| !point.answered).count();
        let unasked = self
            .opinions
            .iter()
            .filter_map(|(opinion, _)| opinion.question())
            .filter(|question| self.points.iter().all(|point| point.item != *question))
            .count();
        if open + unasked > 0 {
            missing.push(ReviewBlock::PointsUnanswered {
                count: open + unasked,
            });
        }
        missing
    }

    /// Decides whether it may be concluded so.
    ///
    /// An order is declined on the departments' word alone. Where one of them said anything but 可行, what the
    /// customer answered makes it 有条件接单: the order never goes on as if nothing had been said.
    ///
    /// # Errors
    /// With the first thing that is missing.
    pub fn check_conclusion(&self, conclusion: Conclusion, now: &str) -> Result<(), ReviewRefusal> {
        if self.state == State::Declined {
            return Err(ReviewRefusal::ReviewAnew);
        }
        let missing = match conclusion {
            Conclusion::Declined => self.unsaid(now),
            Conclusion::Accepted | Conclusion::Conditional => self.missing(now),
        };
        if let Some(first) = missing.into_iter().next() {
            return Err(ReviewRefusal::NotReady { missing: first });
        }
        let conditions = self
            .opinions
            .iter()
            .any(|(opinion, _)| opinion.verdict != Verdict::Feasible);
        if conclusion == Conclusion::Accepted && conditions {
            return Err(ReviewRefusal::OnlyConditional);
        }
        Ok(())
    }

    /// Which departments have not spoken of what is ordered now.
    fn unsaid(&self, now: &str) -> Vec<ReviewBlock> {
        let spoke = |department: Department| {
            self.opinions
                .iter()
                .any(|(opinion, _)| opinion.department == department)
        };
        let silent = Department::MANDATORY
            .into_iter()
            .filter(|department| !spoke(*department))
            .map(|department| ReviewBlock::OpinionMissing { department });
        let stale = self
            .opinions
            .iter()
            .filter(|opinion| self.is_stale(opinion, now))
            .map(|(opinion, _)| ReviewBlock::OpinionStale {
                department: opinion.department,
            });
        silent.chain(stale).collect()
    }
}

/// Decides whether the review lets the task sheet be issued (S-4.3.1, S-4.3.2b). `now` is the hash of the production
/// content as it stands. An order without a trigger needs no review, nor one whose review is waived (S-4.2.1c); but one that
/// was begun is brought to its end.
#[must_use]
pub fn review_blocks_release(
    triggers: &[Trigger],
    review: Option<&Review>,
    waiver: Option<&Waiver>,
    now: &str,
) -> Vec<ReviewBlock> {
    let Some(review) = review else {
        let required = || ReviewBlock::Required {
            triggers: triggers.to_vec(),
        };
        return match waiver.filter(|waiver| waiver.direct) {
            _ if triggers.is_empty() => Vec::new(),
            None => vec![required()],
            Some(waiver) if waiver.counts_for(now, triggers) => Vec::new(),
            Some(waiver) => vec![ReviewBlock::WaiverStale {
                signer: waiver.signature.signer.clone(),
            }],
        };
    };
    match review.state {
        State::Declined => vec![ReviewBlock::Declined],
        State::Open => {
            let missing = review.missing(now);
            if missing.is_empty() {
                vec![ReviewBlock::NotConcluded]
            } else {
                missing
            }
        }
        State::Accepted | State::Conditional => {
            let missing = review.missing(now);
            if missing.is_empty() && review.conclusion_is_stale(now) {
                vec![ReviewBlock::ConclusionStale]
            } else {
                missing
            }
        }
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
