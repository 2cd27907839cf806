//! Why a product is not marked.

use crate::error::Refuse;
use crate::orders::FieldProblem;

/// What products refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProductRefusal {
    /// A product needs a name that can be kept.
    #[error("a product needs a name")]
    NoName,
    /// It is marked already.
    #[error("{name} is marked already")]
    Marked {
        /// Its name.
        name: String,
    },
}

impl Refuse for ProductRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName => "product_has_no_name",
            Self::Marked { .. } => "product_is_regular",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoName => Vec::new(),
            Self::Marked { name } => vec![("name", name.clone())],
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        vec![FieldProblem {
            path: "product".to_owned(),
            code: self.code(),
            params: self.params().into_iter().collect(),
        }]
    }
}
