//! Why a receipt is not entered, or not countered.

use crate::error::Refuse;
use crate::orders::FieldProblem;

/// What 收款记录 refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptRefusal {
    /// Amount or day have no meaning, or are missing.
    #[error("{} fields are not understood", fields.len())]
    NotUnderstood {
        /// Which, and why.
        fields: Vec<FieldProblem>,
    },
    /// Money that has not come yet is none.
    #[error("a receipt lies in the future")]
    InFuture,
    /// Whoever is not 财务 says by which 凭证 or 流水号 it is found.
    #[error("who is not finance names the voucher")]
    ReferenceMissing,
    /// What the house makes for its own stock nobody pays (F4-5c).
    #[error("nobody pays for stock")]
    NoCustomer,
    /// There is no such receipt.
    #[error("there is no such receipt")]
    NoSuchReceipt,
    /// It is countered already, or counters another.
    #[error("it is countered already")]
    CounteredAlready,
    /// A counter entry says why.
    #[error("a counter entry says why")]
    NoReason,
}

impl Refuse for ReceiptRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotUnderstood { .. } => "fields_not_understood",
            Self::InFuture => "receipt_in_future",
            Self::ReferenceMissing => "receipt_reference_missing",
            Self::NoCustomer => "receipt_without_customer",
            Self::NoSuchReceipt => "no_such_receipt",
            Self::CounteredAlready => "receipt_countered_already",
            Self::NoReason => "receipt_counter_reason_missing",
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
