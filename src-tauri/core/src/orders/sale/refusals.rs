//! Why a paper to the customer is not made, or its reply not recorded.

use crate::error::Refuse;
use crate::orders::FieldProblem;

/// What papers to the customer refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaleRefusal {
    /// One of the five facts is empty (F1-06).
    #[error("{} facts of the confirmation are missing", fields.len())]
    ConfirmationIncomplete {
        /// Which, by name.
        names: String,
        /// Where each is filled in.
        fields: Vec<FieldProblem>,
    },
    /// There is nothing to reckon a price from.
    #[error("{} facts of the quote are missing", fields.len())]
    QuoteIncomplete {
        /// Which, by name.
        names: String,
        /// Where each is filled in.
        fields: Vec<FieldProblem>,
    },
    /// Nobody has said yet whether it can be made (F5-1.2b).
    #[error("the order is quoted after its review")]
    QuoteBeforeReview,
    /// The review ended with 不接单.
    #[error("the order was declined")]
    OrderDeclined,
    /// Nothing was made that could have been sent.
    #[error("no confirmation was made yet")]
    NoConfirmationMade,
    /// Sent before it was made.
    #[error("the reply is older than the confirmation")]
    ReplyBeforePaper,
}

impl Refuse for SaleRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::ConfirmationIncomplete { .. } => "confirmation_incomplete",
            Self::QuoteIncomplete { .. } => "quote_incomplete",
            Self::QuoteBeforeReview => "quote_before_review",
            Self::OrderDeclined => "order_declined",
            Self::NoConfirmationMade => "no_confirmation_made",
            Self::ReplyBeforePaper => "reply_before_paper",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::ConfirmationIncomplete { names, fields }
            | Self::QuoteIncomplete { names, fields } => vec![
                ("count", fields.len().to_string()),
                ("names", names.clone()),
            ],
            _ => Vec::new(),
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::ConfirmationIncomplete { fields, .. } | Self::QuoteIncomplete { fields, .. } => {
                fields.clone()
            }
            _ => Vec::new(),
        }
    }
}
