//! Why an order is not approved, or the customer's signature not recorded.

use crate::error::Refuse;
use crate::orders::FieldProblem;

/// What taking effect refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EffectRefusal {
    /// The house does not ask for an approval of this order (F7-07a).
    #[error("no approval is asked of this order")]
    NoApprovalAsked,
    /// This very content is approved already.
    #[error("it is approved already")]
    ApprovedAlready,
    /// The task sheet is issued; what changes now is a change of it.
    #[error("the order is released")]
    Released,
    /// The contract's number or date has no meaning.
    #[error("{} fields are not understood", fields.len())]
    NotUnderstood {
        /// Which, and why.
        fields: Vec<FieldProblem>,
    },
}

impl Refuse for EffectRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoApprovalAsked => "effect_approval_not_asked",
            Self::ApprovedAlready => "effect_approved_already",
            Self::Released => "effect_after_release",
            Self::NotUnderstood { .. } => "fields_not_understood",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
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
