//! Why an opinion is not taken or a review not concluded.

use super::opinion::LONGEST_TEXT;
use super::rules::ReviewBlock;
use crate::error::Refuse;

/// What a review refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReviewRefusal {
    /// 有条件: which?
    #[error("a conditional opinion names its conditions")]
    NoConditions,
    /// 不可行: why?
    #[error("an infeasible opinion says why")]
    NoReason,
    /// A text does not fit the form.
    #[error("a text has at most {most} characters")]
    TextTooLong {
        /// The most there may be.
        most: usize,
    },
    /// The customer has to confirm what is ordered before it is reviewed (F5-1.1a).
    #[error("the requirements are not confirmed yet")]
    NotConfirmed,
    /// An order of this kind is not reviewed: a presale before it is converted, production for stock never (F4-6).
    #[error("an order of this kind is not reviewed")]
    NotForKind,
    /// Somebody wrote down another route while the opinion was being given: it signs the route that was shown (F2-04.4).
    #[error("the route was changed meanwhile")]
    RouteChanged,
    /// The task sheet is out: what was reviewed is changed by signed changes only.
    #[error("the order is released")]
    Released,
    /// Nobody has given an opinion yet, so there is no review.
    #[error("there is no review yet")]
    NotOpened,
    /// There is no such point.
    #[error("there is no such point")]
    NoSuchPoint,
    /// A point asks something.
    #[error("a point asks something")]
    NothingAsked,
    /// That is asked already.
    #[error("that is asked already")]
    AskedAlready,
    /// An answer has a text and somebody who gave it.
    #[error("an answer has a text and somebody who gave it")]
    NoAnswer,
    /// The moment cannot be read or lies in the future.
    #[error("{text} is no moment that has been")]
    BadMoment {
        /// As given.
        text: String,
    },
    /// Something is missing before sales may conclude.
    #[error("{missing:?}")]
    NotReady {
        /// The first thing.
        missing: ReviewBlock,
    },
    /// Not every department said 可行: the order is taken with conditions or not at all.
    #[error("with a conditional opinion an order is accepted conditionally")]
    OnlyConditional,
    /// 不接单 is signed by 总经理 or 副总经理 (F5-1.2d).
    #[error("declining an order is signed by the general manager")]
    DeclineUnsigned,
    /// What was declined is reviewed anew before it is taken.
    #[error("a declined order is reviewed anew first")]
    ReviewAnew,
    /// 免评审 says why (S-4.2.1c).
    #[error("a waiver says why")]
    NoWaiverReason,
    /// Only an order of a 直通 customer goes without its review (S-4.2.1c).
    #[error("only for a customer in the direct lane")]
    WaivedForDirectOnly,
    /// Nothing calls for a review.
    #[error("nothing calls for a review")]
    NothingToWaive,
    /// Its review is waived as it stands.
    #[error("the review is waived already")]
    WaivedAlready,
    /// Somebody has spoken in it: it is brought to its end.
    #[error("the review has begun")]
    Begun,
    /// 非常规 has a reason of F5-d2.
    #[error("an unusual order says why")]
    NoUnusualReason,
    /// Who decides otherwise than the desk proposes says why (F5-d1).
    #[error("another nature than proposed says why")]
    NoNatureReason,
    /// A demand above the standard is always spoken of by 品质 (S-4.4.1B).
    #[error("a special demand on quality is reviewed")]
    QualityIsReviewed,
    /// A question that asks for another delivery is answered with yes or no (F5-1.2c).
    #[error("another delivery is agreed to or not")]
    NeitherYesNorNo,
    /// A day is none that can be read, or lies in the past.
    #[error("{text} is no day to come")]
    BadDay {
        /// As given.
        text: String,
    },
    /// Somebody is changing the order and has not saved it.
    #[error("the order is being changed")]
    DraftOpen,
    /// Nobody has agreed to another delivery.
    #[error("no other delivery was agreed to")]
    NothingToCarry,
    /// 有条件接单 and 不接单 say under which conditions, or why.
    #[error("a conditional or declining conclusion says why")]
    NoNote,
}

impl ReviewBlock {
    /// Stable code: of the line in the check list and of the refusal to conclude.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Required { .. } => "review_required",
            Self::WaiverStale { .. } => "review_waiver_stale",
            Self::OpinionMissing { .. } => "review_opinion_missing",
            Self::OpinionStale { .. } => "review_opinion_stale",
            Self::RouteMissing => "review_route_missing",
            Self::PointsUnanswered { .. } => "review_points_unanswered",
            Self::ExtensionRefused { .. } => "review_extension_refused",
            Self::DateNotCarried { .. } => "review_date_not_carried",
            Self::NotConcluded => "review_not_concluded",
            Self::ConclusionStale => "review_conclusion_stale",
            Self::Declined => "review_declined",
        }
    }

    /// The clause it serves.
    #[must_use]
    pub const fn clause(&self) -> &'static str {
        match self {
            Self::WaiverStale { .. } => "S-4.2.1c",
            Self::PointsUnanswered { .. } => "S-4.3.2b",
            Self::OpinionStale { .. } => "S-4.3.2a",
            Self::ExtensionRefused { .. } | Self::DateNotCarried { .. } => "F5-1",
            _ => "S-4.3.1",
        }
    }

    /// Facts for the words.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Required { triggers } => {
                vec![(
                    "triggers",
                    triggers
                        .iter()
                        .map(|trigger| trigger.code())
                        .collect::<Vec<_>>()
                        .join(","),
                )]
            }
            Self::WaiverStale { signer } => vec![("signer", signer.clone())],
            Self::OpinionMissing { department } | Self::OpinionStale { department } => {
                vec![("department", department.code().to_owned())]
            }
            Self::PointsUnanswered { count } => vec![("count", count.to_string())],
            Self::ExtensionRefused { day } | Self::DateNotCarried { day } => {
                vec![("day", day.to_string())]
            }
            Self::RouteMissing | Self::NotConcluded | Self::ConclusionStale | Self::Declined => {
                Vec::new()
            }
        }
    }
}

impl ReviewRefusal {
    pub(super) fn text_fits(text: &str) -> Result<(), Self> {
        if text.chars().count() > LONGEST_TEXT {
            Err(Self::TextTooLong { most: LONGEST_TEXT })
        } else {
            Ok(())
        }
    }
}

impl Refuse for ReviewRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoConditions => "opinion_needs_conditions",
            Self::NoReason => "opinion_needs_reason",
            Self::TextTooLong { .. } => "review_text_too_long",
            Self::NotConfirmed => "review_before_confirmation",
            Self::NotForKind => "review_not_for_kind",
            Self::RouteChanged => "review_route_changed",
            Self::Released => "review_after_release",
            Self::NotOpened => "review_not_opened",
            Self::NoSuchPoint => "no_such_point",
            Self::NothingAsked => "point_asks_nothing",
            Self::AskedAlready => "point_asked_already",
            Self::NoAnswer => "answer_incomplete",
            Self::BadMoment { .. } => "review_bad_moment",
            Self::NotReady { missing } => missing.code(),
            Self::OnlyConditional => "review_only_conditional",
            Self::DeclineUnsigned => "decline_needs_signature",
            Self::ReviewAnew => "declined_review_anew",
            Self::NoWaiverReason => "review_waiver_needs_reason",
            Self::WaivedForDirectOnly => "review_waived_for_direct_only",
            Self::NothingToWaive => "review_not_called_for",
            Self::WaivedAlready => "review_waived_already",
            Self::Begun => "review_begun",
            Self::NoUnusualReason => "nature_needs_reason",
            Self::NoNatureReason => "nature_needs_why",
            Self::QualityIsReviewed => "review_quality_not_waived",
            Self::NeitherYesNorNo => "point_needs_yes_or_no",
            Self::BadDay { .. } => "review_bad_day",
            Self::DraftOpen => "review_draft_open",
            Self::NothingToCarry => "review_nothing_to_carry",
            Self::NoNote => "conclusion_needs_note",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TextTooLong { most } => vec![("most", most.to_string())],
            Self::BadMoment { text } | Self::BadDay { text } => vec![("text", text.clone())],
            Self::NotReady { missing } => missing.params(),
            _ => Vec::new(),
        }
    }
}
