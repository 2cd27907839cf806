//! Why a customer is not saved.

use crate::error::Refuse;
use crate::orders::FieldProblem;

/// What customers refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CustomerRefusal {
    /// A customer needs a name.
    #[error("a customer needs a name")]
    NoName,
    /// Another customer has that name.
    #[error("{name} is there already")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// Somebody saved the customer while it was being changed here.
    #[error("the customer was changed meanwhile")]
    ChangedMeanwhile,
    /// Texts that cannot be kept.
    #[error("{} fields are not understood", fields.len())]
    NotUnderstood {
        /// Which, and why.
        fields: Vec<FieldProblem>,
    },
}

impl Refuse for CustomerRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName => "customer_has_no_name",
            Self::NameTaken { .. } => "customer_name_taken",
            Self::ChangedMeanwhile => "changed_meanwhile",
            Self::NotUnderstood { .. } => "fields_not_understood",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NameTaken { name } => vec![("name", name.clone())],
            Self::NotUnderstood { fields } => vec![("count", fields.len().to_string())],
            Self::NoName | Self::ChangedMeanwhile => Vec::new(),
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::NotUnderstood { fields } => fields.clone(),
            Self::NoName => vec![FieldProblem::needed("customer.name")],
            Self::NameTaken { .. } => vec![FieldProblem::at("customer.name", self.code())],
            Self::ChangedMeanwhile => Vec::new(),
        }
    }
}
