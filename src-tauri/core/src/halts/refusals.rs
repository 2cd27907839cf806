//! Why an order is not suspended, resumed or cancelled, and why nothing else is done to one that rests.

use crate::error::Refuse;
use crate::orders::FieldProblem;

/// What halts refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HaltRefusal {
    /// The order is suspended: it goes on first.
    #[error("suspended by {who} since {since}")]
    Suspended {
        /// Who did it.
        who: String,
        /// Since when, as printed.
        since: String,
        /// Why.
        why: String,
    },
    /// The order is cancelled, for good.
    #[error("cancelled by {who} on {since}")]
    Cancelled {
        /// Who did it.
        who: String,
        /// When, as printed.
        since: String,
        /// Why.
        why: String,
    },
    /// It is cancelled already.
    #[error("it is cancelled already")]
    CancelledAlready,
    /// It is suspended already.
    #[error("it is suspended already")]
    SuspendedAlready,
    /// Only what is suspended goes on.
    #[error("it is not suspended")]
    NotSuspended,
    /// It has come to an end otherwise: 不接单, 已转单.
    #[error("it has ended otherwise")]
    Ended,
    /// A reason is needed.
    #[error("a reason is needed")]
    ReasonMissing,
    /// Nobody of the customer is named (F1-11, F4-4c).
    #[error("it is not said who of the customer was spoken to")]
    ContactMissing,
    /// Once in effect 业务总监 signs (F4-4c).
    #[error("the director has not signed")]
    ApprovalMissing,
    /// Money came in, and it is not said what becomes of it.
    #[error("{received} came in")]
    MoneyOpen {
        /// How much.
        received: String,
    },
    /// The day until which it is to rest is none, or is past.
    #[error("no such day")]
    NotUnderstood {
        /// Which field.
        fields: Vec<FieldProblem>,
    },
}

impl Refuse for HaltRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Suspended { .. } => "order_suspended",
            Self::Cancelled { .. } => "order_cancelled",
            Self::CancelledAlready => "order_cancelled_already",
            Self::SuspendedAlready => "order_suspended_already",
            Self::NotSuspended => "order_not_suspended",
            Self::Ended => "order_ended",
            Self::ReasonMissing => "reason_missing",
            Self::ContactMissing => "halt_contact_missing",
            Self::ApprovalMissing => "cancel_approval_missing",
            Self::MoneyOpen { .. } => "cancel_money_open",
            Self::NotUnderstood { .. } => "fields_not_understood",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Suspended { who, since, why } | Self::Cancelled { who, since, why } => vec![
                ("who", who.clone()),
                ("since", since.clone()),
                ("why", why.clone()),
            ],
            Self::MoneyOpen { received } => vec![("received", received.clone())],
            Self::NotUnderstood { fields } => vec![("count", fields.len().to_string())],
            _ => Vec::new(),
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::NotUnderstood { fields } => fields.clone(),
            _ => Vec::new(),
        }
    }
}
