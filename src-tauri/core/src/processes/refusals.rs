//! Why a process is not marked.

use crate::error::Refuse;
use crate::orders::FieldProblem;

/// What processes refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProcessRefusal {
    /// A process needs a name that can be kept.
    #[error("a process needs a name")]
    NoName,
    /// It is marked already.
    #[error("{name} is marked already")]
    Marked {
        /// Its name.
        name: String,
    },
}

impl Refuse for ProcessRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName => "process_has_no_name",
            Self::Marked { .. } => "process_is_mature",
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
            path: "process".to_owned(),
            code: self.code(),
            params: self.params().into_iter().collect(),
        }]
    }
}
