//! When a review may be concluded, and when it holds the task sheet back.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::opinion::{Department, Opinion, Verdict};
use super::{ReviewRefusal, Trigger, Waiver};
use crate::settings::HouseRules;

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
    /// Who has to speak in it: 生产 and 品质, or as the order asks for ([`asked`]).
    pub asked: Vec<Department>,
    /// The delivery the customer has agreed to because of it, with what was ordered then but for its days: the order that gets
    /// that delivery is the one that was reviewed (F5-1.2f).
    pub agreed_on: Option<(NaiveDate, String)>,
}

/// What is ordered as it stands, as far as a review goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// The hash of what the plant makes.
    pub hash: String,
    /// The same without its days.
    pub dateless: String,
    /// The delivery.
    pub delivery: Option<NaiveDate>,
}

/// Who has to speak of an order, in the order of the form. One that hits nothing is 常规: 生产 alone says whether its delivery can be
/// kept (F5-1.2a). What S-4.3.1 calls for needs 生产 and 品质; a reason of F5-d2 needs 印前/工艺, too, and the general manager where
/// the house wants it so (F5-1.2.2a). Everybody else may speak.
#[must_use]
pub fn asked(triggers: &[Trigger], rules: &HouseRules) -> Vec<Department> {
    let unusual = triggers.iter().any(Trigger::is_unusual);
    let asks = |department: &Department| match department {
        Department::Production => true,
        Department::Quality => !triggers.is_empty(),
        Department::Prepress => unusual,
        Department::Finance => !triggers.is_empty() && rules.review_finance,
        Department::Management => unusual && rules.review_management,
        Department::Sales | Department::Purchasing => false,
    };
    Department::ALL.into_iter().filter(asks).collect()
}

/// What the one line of a 常规 order is signed over: once the order is reviewed, 生产 speaks of it anew (S-4.3.1), because PMC may
/// have said the one line (F5-1.2a).
#[must_use]
pub(super) fn one_line_of(now: &str) -> String {
    format!("{now} one line")
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
    /// Another delivery the customer is asked for (F5-1.2c, F5-1.2f).
    pub new_date: Option<NaiveDate>,
    /// Whether the customer agrees to it; none while it was not answered, or asks for no day.
    pub agreed: Option<bool>,
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
    /// The customer keeps to the day: the departments think again, or the order is declined (F5-1.2c, F5-1.2d).
    ExtensionRefused {
        /// Which day was asked for.
        day: NaiveDate,
    },
    /// The customer has agreed to another delivery, and the order still has the old one (F5-1.2f).
    DateNotCarried {
        /// Which day was agreed to.
        day: NaiveDate,
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
            asked: Department::MANDATORY.to_vec(),
            agreed_on: None,
        }
    }

    /// The hash this review knows what is ordered by: that of what it reviewed, where nothing but the delivery became what the
    /// customer agreed to in it (F5-1.2f).
    #[must_use]
    pub fn knows<'a>(&'a self, content: &'a Content) -> &'a str {
        let carried = self.agreed_on.as_ref().is_some_and(|(day, dateless)| {
            content.delivery == Some(*day) && content.dateless == *dateless
        });
        if carried {
            &self.content_hash
        } else {
            &content.hash
        }
    }

    /// Whether the departments have spoken of a delivery on `day`, too: it is no earlier than the one they reviewed, nor than any
    /// they named.
    #[must_use]
    pub fn may_become(&self, day: NaiveDate, reviewed: Option<NaiveDate>) -> bool {
        let named = self
            .opinions
            .iter()
            .filter_map(|(opinion, _)| opinion.new_date);
        named.chain(reviewed).all(|spoken_of| spoken_of <= day)
    }

    /// Whether its one line says that the order can be made as it is, or the customer took the day it named (F5-1.2a, c).
    fn is_its_own_conclusion(&self) -> bool {
        let feasible = |(opinion, _): &(Opinion, String)| opinion.verdict == Verdict::Feasible;
        self.is_feasibility()
            && (self.opinions.iter().all(feasible) || self.agreed_date().is_some())
    }

    /// Whether the customer was asked for exactly that and has said yes, or is yet to answer.
    #[must_use]
    pub fn is_settled(&self, item: &str, day: Option<NaiveDate>) -> bool {
        self.points.iter().any(|point| match day {
            Some(_) => point.new_date == day && point.agreed != Some(false),
            None => point.item == item && point.agreed != Some(false),
        })
    }

    /// The delivery the customer has agreed to and the order does not have yet.
    #[must_use]
    pub fn to_carry(&self, delivery: Option<NaiveDate>) -> Option<NaiveDate> {
        let agreed = self.agreed_date()?;
        delivery.is_none_or(|day| day < agreed).then_some(agreed)
    }

    /// Whether nobody has said, asked or written down anything in it yet: a form that was taken round empty is no review.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.state == State::Open
            && self.opinions.is_empty()
            && self.points.is_empty()
            && self.route.trim().is_empty()
    }

    /// Whether it is the one line of a 常规 order: can its delivery be kept (F5-1.2a)?
    #[must_use]
    pub fn is_feasibility(&self) -> bool {
        self.asked == [Department::Production]
    }

    /// The delivery the customer has agreed to because of the review, the latest (F5-1.2c, F5-1.2f).
    #[must_use]
    pub fn agreed_date(&self) -> Option<NaiveDate> {
        let agreed = self
            .points
            .iter()
            .filter(|point| point.agreed == Some(true));
        agreed.filter_map(|point| point.new_date).next_back()
    }

    /// Whether the opinion was given over other content than `now`, or to another route than the one that stands (S-4.3.1).
    /// One that was given before there was a route names none, and holds for the route that came of the review.
    #[must_use]
    pub fn is_stale(&self, opinion: &(Opinion, String), now: &str) -> bool {
        let (said, signed) = opinion;
        let mut about = vec![now.to_owned()];
        if self.is_feasibility() {
            about.push(one_line_of(now));
        }
        about.iter().all(|now| {
            [self.route.as_str(), ""]
                .into_iter()
                .all(|route| said.content_hash(now, route) != *signed)
        })
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
        if self.route.trim().is_empty() && !self.is_feasibility() {
            missing.push(ReviewBlock::RouteMissing);
        }
        // A no to another technique is no answer to go on with, until a later question is agreed to.
        let settled = |place: usize| {
            let later = self.points.iter().skip(place + 1);
            later.clone().any(|point| point.agreed == Some(true))
        };
        let open = self
            .points
            .iter()
            .enumerate()
            .filter(|(place, point)| {
                let refused = point.new_date.is_none() && point.agreed == Some(false);
                !point.answered || (refused && !settled(*place))
            })
            .count();
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
        // A later answer to another day stands for the earlier ones.
        let last = self.points.iter().rfind(|point| point.new_date.is_some());
        if let Some(day) = last
            .filter(|point| point.agreed == Some(false))
            .and_then(|point| point.new_date)
        {
            missing.push(ReviewBlock::ExtensionRefused { day });
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
        let silent = self
            .asked
            .iter()
            .filter(|department| !spoke(**department))
            .map(|department| ReviewBlock::OpinionMissing {
                department: *department,
            });
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

/// Decides whether the review lets the task sheet be issued (S-4.3.1, S-4.3.2b). `content` is what is ordered as it
/// stands. An order without a trigger needs no review, nor one whose review is waived (S-4.2.1c); but one in
/// which somebody spoke is brought to its end.
#[must_use]
pub fn review_blocks_release(
    triggers: &[Trigger],
    review: Option<&Review>,
    waiver: Option<&Waiver>,
    content: &Content,
) -> Vec<ReviewBlock> {
    let Some(review) = review.filter(|review| !review.is_silent()) else {
        let required = || ReviewBlock::Required {
            triggers: triggers.to_vec(),
        };
        return match waiver.filter(|waiver| waiver.direct) {
            _ if triggers.is_empty() => Vec::new(),
            None => vec![required()],
            Some(waiver) if waiver.counts_for(&content.hash, triggers) => Vec::new(),
            Some(waiver) => vec![ReviewBlock::WaiverStale {
                signer: waiver.signature.signer.clone(),
            }],
        };
    };
    let now = review.knows(content);
    let carry = review.to_carry(content.delivery);
    let carry = carry.map(|day| ReviewBlock::DateNotCarried { day });
    let mut blocks = match review.state {
        State::Declined => vec![ReviewBlock::Declined],
        State::Open => {
            let missing = review.missing(now);
            if missing.is_empty() && !review.is_its_own_conclusion() {
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
    };
    if review.state != State::Declined {
        blocks.extend(carry);
    }
    blocks
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "conditions_tests.rs"]
mod conditions_tests;
