//! Why a table is not taken over.

use crate::error::Refuse;

/// What imports refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportRefusal {
    /// There is nothing in it.
    #[error("the table is empty")]
    Empty,
    /// The file is larger than a table of cells would be.
    #[error("the file has {bytes} bytes")]
    TooLarge {
        /// How large it is.
        bytes: u64,
        /// How large it may be.
        most: u64,
    },
    /// More lines than are taken at once.
    #[error("{lines} lines where {most} are taken")]
    TooManyLines {
        /// How many there are.
        lines: usize,
        /// How many are taken.
        most: usize,
    },
    /// It is neither UTF-8 nor GBK text.
    #[error("the file is no text")]
    NotText,
    /// There is no kind of table of this name.
    #[error("there is no table of {kind}")]
    UnknownKind {
        /// What was given.
        kind: String,
    },
    /// Lines are wrong, so nothing was taken over.
    #[error("{lines} lines are wrong")]
    Problems {
        /// How many.
        lines: usize,
    },
}

impl Refuse for ImportRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "import_empty",
            Self::TooLarge { .. } => "import_too_large",
            Self::TooManyLines { .. } => "import_too_many_lines",
            Self::NotText => "import_not_text",
            Self::UnknownKind { .. } => "import_unknown_kind",
            Self::Problems { .. } => "import_has_problems",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Empty | Self::NotText => Vec::new(),
            Self::TooLarge { bytes, most } => {
                let megabytes = |bytes: &u64| (bytes / 1_000_000).to_string();
                vec![("size", megabytes(bytes)), ("most", megabytes(most))]
            }
            Self::TooManyLines { lines, most } => {
                vec![("lines", lines.to_string()), ("most", most.to_string())]
            }
            Self::UnknownKind { kind } => vec![("kind", kind.clone())],
            Self::Problems { lines } => vec![("lines", lines.to_string())],
        }
    }
}
