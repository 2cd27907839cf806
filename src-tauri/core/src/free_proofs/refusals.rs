//! Why a free proof is not asked for, approved, withdrawn or reckoned.

use crate::error::Refuse;
use crate::orders::FieldProblem;

/// What free proofs refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FreeProofRefusal {
    /// The house makes none (a setting).
    #[error("the house makes no free proofs")]
    SwitchedOff,
    /// What is to be proofed, and why nobody pays for it.
    #[error("what is proofed and why are said")]
    Incomplete,
    /// A number of pieces that is none.
    #[error("a free proof is 1 to {most} pieces")]
    BadQuantity {
        /// The most there may be.
        most: i64,
    },
    /// A text is too long for the paper.
    #[error("at most {most} characters")]
    TextTooLong {
        /// The most there may be.
        most: usize,
    },
    /// No proof is made of an object.
    #[error("that is no proof")]
    NotAProof,
    /// It is approved, or withdrawn.
    #[error("it does not wait for anything")]
    Closed,
    /// What is not approved has cost nothing.
    #[error("it is not approved yet")]
    NotApproved,
    /// The cost cannot be read.
    #[error("the cost is not understood")]
    CostNotUnderstood {
        /// Where and why.
        fields: Vec<FieldProblem>,
    },
    /// Withdrawing needs a reason.
    #[error("a reason is needed")]
    ReasonMissing,
    /// There is no such free proof.
    #[error("there is no such free proof")]
    NoSuchFreeProof,
}

impl Refuse for FreeProofRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::SwitchedOff => "free_proofs_switched_off",
            Self::Incomplete => "free_proof_incomplete",
            Self::BadQuantity { .. } => "free_proof_bad_quantity",
            Self::TextTooLong { .. } => "free_proof_text_too_long",
            Self::NotAProof => "free_proof_not_a_proof",
            Self::Closed => "free_proof_closed",
            Self::NotApproved => "free_proof_not_approved",
            Self::CostNotUnderstood { .. } => "free_proof_cost_not_understood",
            Self::ReasonMissing => "free_proof_reason_missing",
            Self::NoSuchFreeProof => "no_such_free_proof",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::BadQuantity { most } => vec![("most", most.to_string())],
            Self::TextTooLong { most } => vec![("most", most.to_string())],
            _ => Vec::new(),
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::CostNotUnderstood { fields } => fields.clone(),
            _ => Vec::new(),
        }
    }
}
