//! Why an order is not taken, changed or confirmed.

use super::understand::FieldProblem;
use crate::error::Refuse;

/// What orders refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderRefusal {
    /// Texts that are not understood, or name nobody there is.
    #[error("{} fields are not understood", fields.len())]
    NotUnderstood {
        /// Which, and why.
        fields: Vec<FieldProblem>,
    },
    /// Fields without which there is no order.
    #[error("{} fields are needed", fields.len())]
    Needed {
        /// Which.
        fields: Vec<FieldProblem>,
    },
    /// Somebody saved the order while it was being changed here.
    #[error("the order was changed meanwhile")]
    ChangedMeanwhile,
    /// The task sheet is issued: from now on the order changes by signed amendment (S-4.4.2).
    #[error("the order is released")]
    Released,
    /// What was read back to the customer is no longer what stands on the order (S-4.1.2b).
    #[error("the order is no longer what was read back")]
    ReadBackChanged,
    /// The customer cannot agree to an order whose blocks are not filled (S-4.1.1a, F1-06).
    #[error("{} requirements are missing", fields.len())]
    RequirementsMissing {
        /// Which.
        fields: Vec<FieldProblem>,
    },
    /// Nobody is named who answered.
    #[error("it is not said who answered")]
    NobodyAnswered,
    /// The answer lies in the future.
    #[error("the answer lies in the future")]
    AnswerInFuture,
    /// A way, a result or a time that there is none of.
    #[error("{what} cannot be {value}")]
    UnknownAnswer {
        /// `how`, `result` or `at`.
        what: &'static str,
        /// What was sent.
        value: String,
    },
    /// Nothing was ticked as verified.
    #[error("nothing was verified")]
    NothingVerified,
    /// The draft is gone: it was registered, saved or thrown away.
    #[error("the draft is gone")]
    DraftGone,
}

impl Refuse for OrderRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotUnderstood { .. } => "fields_not_understood",
            Self::Needed { .. } => "fields_needed",
            Self::ChangedMeanwhile => "changed_meanwhile",
            Self::Released => "order_released",
            Self::ReadBackChanged => "read_back_changed",
            Self::RequirementsMissing { .. } => "requirements_missing",
            Self::NobodyAnswered => "nobody_answered",
            Self::AnswerInFuture => "answer_in_future",
            Self::UnknownAnswer { .. } => "unknown_answer",
            Self::NothingVerified => "nothing_verified",
            Self::DraftGone => "draft_gone",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotUnderstood { fields }
            | Self::Needed { fields }
            | Self::RequirementsMissing { fields } => {
                vec![("count", fields.len().to_string())]
            }
            Self::UnknownAnswer { what, value } => {
                vec![("what", (*what).to_owned()), ("value", value.clone())]
            }
            _ => Vec::new(),
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::NotUnderstood { fields }
            | Self::Needed { fields }
            | Self::RequirementsMissing { fields } => fields.clone(),
            _ => Vec::new(),
        }
    }
}
