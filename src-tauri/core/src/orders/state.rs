//! Where an order stands, and where it may go from there (F1-08).
//!
//! Nobody sets a state: it follows from what is known of the order ([`Standing`]), and is stored in the commit of the act
//! that changed one of those facts.

use crate::error::Failure;

/// The state of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OrderState {
    /// 信息登记: written down, with a number.
    Registered,
    /// 要求已确认: the customer agreed to what stands there (S-4.1.2b).
    RequirementsConfirmed,
    /// 评审中: production and quality are asked (S-4.3.1).
    InReview,
    /// 评审通过: the review took the order.
    ReviewPassed,
    /// 有条件接单: the review took it with conditions the customer answered.
    TakenWithConditions,
    /// 不接单: the review declined it, signed by 总经理 or 副总经理 (F5-1.2d).
    Declined,
    /// 已报价.
    Quoted,
    /// 待生效: complete and agreed to, and a gate before 生效 is still shut (F7-07).
    PendingEffect,
    /// 已生效: closed to free editing (F7-03, F7-08).
    InEffect,
    /// 已下单: the task sheet is issued (S-4.4.1).
    Released,
    /// 已转单: a presale of which nothing is left (F4-3d).
    Converted,
    /// 暂停: it rests, wherever it stood, until it goes on (F1-11).
    Suspended,
    /// 已取消: for good (F1-11, F4-4c).
    Cancelled,
}

impl OrderState {
    /// Every state, in the order of the procedure, the side states last.
    pub const ALL: [Self; 13] = [
        Self::Registered,
        Self::RequirementsConfirmed,
        Self::InReview,
        Self::ReviewPassed,
        Self::TakenWithConditions,
        Self::Declined,
        Self::Quoted,
        Self::PendingEffect,
        Self::InEffect,
        Self::Released,
        Self::Converted,
        Self::Suspended,
        Self::Cancelled,
    ];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::RequirementsConfirmed => "requirements_confirmed",
            Self::InReview => "in_review",
            Self::ReviewPassed => "review_passed",
            Self::TakenWithConditions => "taken_with_conditions",
            Self::Declined => "declined",
            Self::Quoted => "quoted",
            Self::PendingEffect => "pending_effect",
            Self::InEffect => "in_effect",
            Self::Released => "released",
            Self::Converted => "converted",
            Self::Suspended => "suspended",
            Self::Cancelled => "cancelled",
        }
    }

    /// Reads [`code`](Self::code).
    pub(super) fn from_code(code: &str) -> Result<Self, Failure> {
        let found = Self::ALL.into_iter().find(|state| state.code() == code);
        found.ok_or_else(|| Failure::UnknownValue {
            what: "orders.state",
            value: code.to_owned(),
        })
    }

    /// Whether the order itself is closed to changes: what changes now is the issued sheet, or the order it became; or nothing does
    /// while it rests.
    #[must_use]
    pub const fn is_closed(self) -> bool {
        matches!(
            self,
            Self::Released | Self::Converted | Self::Suspended | Self::Cancelled
        )
    }

    /// Whether the order has come to an end, other than by being made.
    #[must_use]
    pub const fn has_ended(self) -> bool {
        matches!(self, Self::Declined | Self::Converted | Self::Cancelled)
    }

    /// The states one act may take an order to from here; no other passage exists (F1-08).
    #[must_use]
    pub const fn next(self) -> &'static [Self] {
        use OrderState::{
            Cancelled, Converted, Declined, InEffect, InReview, PendingEffect, Quoted, Registered,
            Released, RequirementsConfirmed, ReviewPassed, Suspended, TakenWithConditions,
        };
        match self {
            Registered => &[
                RequirementsConfirmed,
                InReview,
                ReviewPassed,
                TakenWithConditions,
                Declined,
                Quoted,
                PendingEffect,
                InEffect,
                // What is made for stock, straight from here.
                Released,
                Converted,
                Suspended,
                Cancelled,
            ],
            RequirementsConfirmed => &[
                Registered,
                InReview,
                Quoted,
                PendingEffect,
                InEffect,
                Converted,
                Suspended,
                Cancelled,
            ],
            InReview => &[
                Registered,
                ReviewPassed,
                TakenWithConditions,
                Declined,
                Quoted,
                PendingEffect,
                InEffect,
                Suspended,
                Cancelled,
            ],
            ReviewPassed => &[
                Registered,
                InReview,
                TakenWithConditions,
                Declined,
                Quoted,
                PendingEffect,
                InEffect,
                Suspended,
                Cancelled,
            ],
            TakenWithConditions => &[
                Registered,
                InReview,
                ReviewPassed,
                Declined,
                Quoted,
                PendingEffect,
                InEffect,
                Suspended,
                Cancelled,
            ],
            // What was declined is reviewed anew before anything else.
            Declined => &[Registered, InReview, Cancelled],
            Quoted => &[
                Registered,
                RequirementsConfirmed,
                InReview,
                ReviewPassed,
                TakenWithConditions,
                Declined,
                PendingEffect,
                InEffect,
                Suspended,
                Cancelled,
            ],
            PendingEffect => &[
                Registered,
                RequirementsConfirmed,
                InReview,
                ReviewPassed,
                TakenWithConditions,
                Declined,
                Quoted,
                InEffect,
                Suspended,
                Cancelled,
            ],
            // It is closed: a change may shut a gate again, and then it waits, but it is never open again.
            InEffect => &[PendingEffect, Released, Suspended, Cancelled],
            Released => &[Suspended, Cancelled],
            // An order that came of it was cancelled, and its part is the presale's again (F4-3d).
            Converted => &[Registered, RequirementsConfirmed],
            // It goes on where the facts put it.
            Suspended => &[
                Registered,
                RequirementsConfirmed,
                InReview,
                ReviewPassed,
                TakenWithConditions,
                Quoted,
                PendingEffect,
                InEffect,
                Released,
                Cancelled,
            ],
            Cancelled => &[],
        }
    }

    /// Whether one act may take an order from here to `next`, or leave it here.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        self == next || self.next().contains(&next)
    }
}

/// What the review of an order has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reviewed {
    /// None is needed, and none was begun.
    NotNeeded,
    /// One is needed, and nobody has said anything yet.
    Needed,
    /// Begun, and not concluded over what is ordered now.
    Open,
    /// 接单.
    Taken,
    /// 有条件接单.
    Conditionally,
    /// 不接单.
    Declined,
}

/// The way an order of some kind takes through the states (F4-6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// It takes effect, and then its sheet is issued.
    Effect,
    /// A presale: it stops at 要求已确认, and ends once nothing of it is left (F4-3b, F4-3d).
    Conversion,
    /// Made for stock: nobody is asked, and its sheet is issued straight from 信息登记 (F4-5c).
    Straight,
}

impl Course {
    /// The state from which the sheet is issued; none where none ever is.
    #[must_use]
    pub const fn issued_from(self) -> Option<OrderState> {
        match self {
            Self::Effect => Some(OrderState::InEffect),
            Self::Conversion => None,
            Self::Straight => Some(OrderState::Registered),
        }
    }
}

/// What keeps an order where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// 暂停
    Suspended,
    /// 取消
    Cancelled,
}

impl Rest {
    /// The side state it puts an order in.
    #[must_use]
    pub const fn state(self) -> OrderState {
        match self {
            Self::Suspended => OrderState::Suspended,
            Self::Cancelled => OrderState::Cancelled,
        }
    }
}

/// What the state of an order follows from.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts, each asked of another feature"
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The way orders of its kind take.
    pub course: Course,
    /// It was suspended and has not gone on, or was cancelled: whatever else is true of it waits.
    pub rest: Option<Rest>,
    /// The customer's latest answer is a yes to exactly what is read back now (S-4.1.2b).
    pub agreed: bool,
    /// The review.
    pub review: Reviewed,
    /// A quotation that holds was given.
    pub quoted: bool,
    /// Every starred field is filled: what takes effect is whole (F7-05).
    pub complete: bool,
    /// A gate before 生效 that is on is still shut (F7-07).
    pub gate_shut: bool,
    /// It took effect once, and is closed since (F7-03).
    pub closed: bool,
    /// A presale of which nothing is left.
    pub nothing_left: bool,
    /// The task sheet is issued.
    pub issued: bool,
}

impl Standing {
    /// The state that follows.
    #[must_use]
    pub const fn state(self) -> OrderState {
        let reviewed = match self.review {
            Reviewed::Needed | Reviewed::Open | Reviewed::Declined => false,
            Reviewed::NotNeeded | Reviewed::Taken | Reviewed::Conditionally => true,
        };
        if let Some(rest) = self.rest {
            return rest.state();
        }
        if self.issued {
            return OrderState::Released;
        }
        match self.course {
            Course::Effect => {}
            Course::Conversion if self.nothing_left => return OrderState::Converted,
            Course::Conversion if self.agreed => return OrderState::RequirementsConfirmed,
            Course::Conversion | Course::Straight => return OrderState::Registered,
        }
        if self.closed {
            return if self.agreed && reviewed && self.complete && !self.gate_shut {
                OrderState::InEffect
            } else {
                OrderState::PendingEffect
            };
        }
        match self.review {
            Reviewed::Declined => return OrderState::Declined,
            _ if !self.agreed => return OrderState::Registered,
            Reviewed::Needed => return OrderState::RequirementsConfirmed,
            Reviewed::Open => return OrderState::InReview,
            Reviewed::NotNeeded | Reviewed::Taken | Reviewed::Conditionally => {}
        }
        if self.complete {
            return if self.gate_shut {
                OrderState::PendingEffect
            } else {
                OrderState::InEffect
            };
        }
        match self.review {
            _ if self.quoted => OrderState::Quoted,
            Reviewed::Taken => OrderState::ReviewPassed,
            Reviewed::Conditionally => OrderState::TakenWithConditions,
            _ => OrderState::RequirementsConfirmed,
        }
    }
}

#[cfg(test)]
#[path = "state_tests.rs"]
mod tests;
