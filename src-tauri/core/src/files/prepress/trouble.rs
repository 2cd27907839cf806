//! Why a copy was not made this time.

use std::io;

use serde::Serialize;
use ts_rs::TS;

/// Why a copy was not made this time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PrepressTrouble {
    /// The prepress folder is not there: the share is away.
    Away,
    /// No room is left there.
    Full,
    /// It may not be written.
    ReadOnly,
    /// A file or a link bears the name of a folder.
    InTheWay,
    /// What was read back is not what was written, or what we hold is not what was received.
    Differs,
    /// The file is not in the attachment folder any more.
    Gone,
    /// Something else.
    Other,
}

impl PrepressTrouble {
    const ALL: [Self; 7] = [
        Self::Away,
        Self::Full,
        Self::ReadOnly,
        Self::InTheWay,
        Self::Differs,
        Self::Gone,
        Self::Other,
    ];

    /// Stable code, as its row keeps it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Away => "away",
            Self::Full => "full",
            Self::ReadOnly => "read_only",
            Self::InTheWay => "in_the_way",
            Self::Differs => "differs",
            Self::Gone => "gone",
            Self::Other => "other",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|trouble| trouble.code() == code)
    }
}

impl From<io::Error> for PrepressTrouble {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Other,
        }
    }
}
