//! Why a task stops, in words that say what to do next.

use std::fmt;
use std::io;

/// What stopped a task.
#[derive(Debug)]
pub enum Halt {
    /// The words after `cargo xtask` name no task.
    Misheard,
    /// This machine lacks something the task cannot install by itself. The
    /// sentence says what, and how to get it.
    Missing(String),
    /// A stage ran and found something wrong; its own output says what.
    Failed {
        /// The stage, as it was announced.
        stage: String,
    },
    /// The machine refused.
    Refused {
        /// What was being done, as it reads after "while".
        doing: String,
        /// What the machine said.
        source: io::Error,
    },
}

impl Halt {
    /// Turns an I/O error into one that says what was being done.
    pub fn while_doing(doing: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let doing = doing.into();
        move |source| Self::Refused { doing, source }
    }
}

impl fmt::Display for Halt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Misheard => f.write_str("no such task"),
            Self::Missing(sentence) => f.write_str(sentence),
            Self::Failed { stage } => write!(f, "failed: {stage}"),
            Self::Refused { doing, source } => write!(f, "while {doing}: {source}"),
        }
    }
}
