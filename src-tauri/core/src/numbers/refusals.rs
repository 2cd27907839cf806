//! Why a number series is not laid out so.

use crate::error::Refuse;
use crate::orders::FieldProblem;

/// What number series refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SeriesRefusal {
    /// There is no such series.
    #[error("there is no series {kind}")]
    NoSuchSeries {
        /// What was given.
        kind: String,
    },
    /// What was typed will not do.
    #[error("{} fields are not understood", fields.len())]
    NotUnderstood {
        /// Which, and why.
        fields: Vec<FieldProblem>,
    },
}

impl Refuse for SeriesRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchSeries { .. } => "no_such_series",
            Self::NotUnderstood { .. } => "fields_not_understood",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoSuchSeries { kind } => vec![("kind", kind.clone())],
            Self::NotUnderstood { fields } => vec![("count", fields.len().to_string())],
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::NotUnderstood { fields } => fields.clone(),
            Self::NoSuchSeries { .. } => Vec::new(),
        }
    }
}
