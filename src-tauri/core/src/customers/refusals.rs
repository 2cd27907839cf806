//! Why a customer is not saved or merged.

use crate::error::Refuse;
use crate::orders::FieldProblem;

/// What customers refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CustomerRefusal {
    /// A customer needs a name.
    #[error("a customer needs a name")]
    NoName,
    /// Another customer has that name, or had it before it was merged.
    #[error("{name} is there already")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// Another customer has that code.
    #[error("code {code} is there already")]
    CodeTaken {
        /// The code.
        code: String,
    },
    /// Somebody saved the customer while it was being changed here.
    #[error("the customer was changed meanwhile")]
    ChangedMeanwhile,
    /// The customer was merged into another: that one is changed.
    #[error("the customer was merged into another")]
    MergedAway,
    /// A customer is merged into another one.
    #[error("a customer is not merged into itself")]
    MergedIntoItself,
    /// Texts that cannot be kept.
    #[error("{} fields are not understood", fields.len())]
    NotUnderstood {
        /// Which, and why.
        fields: Vec<FieldProblem>,
    },
}

impl CustomerRefusal {
    /// The refusal that names these problems.
    pub(super) fn of(fields: Vec<FieldProblem>) -> Self {
        match fields.as_slice() {
            [only] if only.path == "customer.name" && only.code == "field_needed" => Self::NoName,
            _ => Self::NotUnderstood { fields },
        }
    }
}

impl Refuse for CustomerRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName => "customer_has_no_name",
            Self::NameTaken { .. } => "customer_name_taken",
            Self::CodeTaken { .. } => "customer_code_taken",
            Self::ChangedMeanwhile => "changed_meanwhile",
            Self::MergedAway => "customer_merged_away",
            Self::MergedIntoItself => "customer_merged_into_itself",
            Self::NotUnderstood { .. } => "fields_not_understood",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NameTaken { name } => vec![("name", name.clone())],
            Self::CodeTaken { code } => vec![("code", code.clone())],
            Self::NotUnderstood { fields } => vec![("count", fields.len().to_string())],
            Self::NoName | Self::ChangedMeanwhile | Self::MergedAway | Self::MergedIntoItself => {
                Vec::new()
            }
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::NotUnderstood { fields } => fields.clone(),
            Self::NoName => vec![FieldProblem::needed("customer.name")],
            Self::NameTaken { .. } => vec![FieldProblem::at("customer.name", self.code())],
            Self::CodeTaken { .. } => vec![FieldProblem::at("customer.code", self.code())],
            Self::ChangedMeanwhile | Self::MergedAway | Self::MergedIntoItself => Vec::new(),
        }
    }
}
