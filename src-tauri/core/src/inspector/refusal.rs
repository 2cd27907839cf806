//! Why a file was not read. Each reason is a case of its own, so that the
//! window can say what to do next.

use super::FileKind;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A file the inspector would not or could not read.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[error("{reason}")]
pub struct InspectorRefusal {
    /// Why.
    pub reason: Reason,
    /// What the content is, where that much was seen.
    pub kind: Option<FileKind>,
}

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// It is not there, is no file, or may not be opened.
    #[error("the file cannot be opened")]
    NotReadable,
    /// It has no content.
    #[error("the file is empty")]
    EmptyFile,
    /// It is larger than the desk reads.
    #[error("the file is larger than {limit_mb} MB")]
    FileTooBig {
        /// The largest size read, in MB of 1,000,000 bytes.
        limit_mb: u64,
    },
    /// It needs a password or restricts what may be done with it.
    #[error("the PDF is encrypted")]
    Encrypted,
    /// Somebody signed it: a change would break what was signed.
    #[error("the PDF is signed")]
    Signed,
    /// The list of its parts is broken and was rebuilt for reading; nothing is added to such a file.
    #[error("the PDF had to be mended to be read")]
    Mended,
    /// A PDF without a page.
    #[error("the PDF has no pages")]
    NoPages,
    /// More pages than anybody prints from one file.
    #[error("the PDF has more than {limit} pages")]
    TooManyPages {
        /// The most pages read.
        limit: u32,
    },
    /// It cannot be read to its end.
    #[error("the PDF is damaged: {0:?}")]
    Damaged(Damage),
    /// A page was asked of a file that is no PDF.
    #[error("the file is no PDF")]
    NotPdf,
    /// The page asked for does not exist.
    #[error("there is no page {page}; the file has {pages}")]
    NoSuchPage {
        /// The page asked for, counted from 1.
        page: u32,
        /// The pages there are.
        pages: u32,
    },
    /// It was not done within [`super::Budget::time`].
    #[error("reading the file took longer than {limit_ms} ms")]
    TooSlow {
        /// The time allowed, in milliseconds.
        limit_ms: u64,
    },
    /// It needed more than [`super::Budget::memory`].
    #[error("reading the file needs more than {limit_mb} MB of memory")]
    TooBig {
        /// The memory allowed, in MB of 1,000,000 bytes.
        limit_mb: u64,
    },
    /// The worker was still at other files when the time was up: nothing is
    /// known against this one, and asking again is right.
    #[error("the inspector is busy with another file")]
    Busy,
    /// The worker ended without an answer.
    #[error("the inspector stopped at this file")]
    Crashed,
    /// The worker could not be started at all: a fault of this machine.
    #[error("the inspector cannot be started")]
    CannotStart,
}

/// Which part of a PDF is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Damage {
    /// The table of its parts cannot be read nor rebuilt.
    Table,
    /// The file ends before its end: an interrupted download or copy.
    CutShort,
    /// The catalog, where everything begins, is missing.
    Catalog,
    /// The page tree runs in circles or is no tree.
    PageTree,
    /// A page it lists is not in the file.
    MissingPage {
        /// Which, counted from 1.
        page: u32,
    },
    /// A page does not say its size.
    PageSize {
        /// Which, counted from 1.
        page: u32,
    },
}

impl Reason {
    /// The word for this reason on the wire.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotReadable => "not_readable",
            Self::EmptyFile => "empty_file",
            Self::FileTooBig { .. } => "file_too_big",
            Self::Encrypted => "encrypted",
            Self::Signed => "signed",
            Self::Mended => "mended",
            Self::NoPages => "no_pages",
            Self::TooManyPages { .. } => "too_many_pages",
            Self::Damaged(_) => "damaged",
            Self::NotPdf => "not_pdf",
            Self::NoSuchPage { .. } => "no_such_page",
            Self::TooSlow { .. } => "too_slow",
            Self::TooBig { .. } => "too_big",
            Self::Busy => "busy",
            Self::Crashed => "crashed",
            Self::CannotStart => "cannot_start",
        }
    }

    /// The facts that go with the code, by name.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::FileTooBig { limit_mb } | Self::TooBig { limit_mb } => {
                vec![("limit_mb", limit_mb.to_string())]
            }
            Self::TooManyPages { limit } => vec![("limit", limit.to_string())],
            Self::TooSlow { limit_ms } => vec![("limit_ms", limit_ms.to_string())],
            Self::NoSuchPage { page, pages } => {
                vec![("page", page.to_string()), ("pages", pages.to_string())]
            }
            Self::Damaged(damage) => damage.params(),
            Self::NotReadable
            | Self::EmptyFile
            | Self::Encrypted
            | Self::Signed
            | Self::Mended
            | Self::NoPages
            | Self::NotPdf
            | Self::Busy
            | Self::Crashed
            | Self::CannotStart => Vec::new(),
        }
    }

    /// Says what kind of file it happened to.
    pub(super) fn of(self, kind: FileKind) -> InspectorRefusal {
        InspectorRefusal {
            reason: self,
            kind: Some(kind),
        }
    }
}

impl Damage {
    fn params(self) -> Vec<(&'static str, String)> {
        let (part, page) = match self {
            Self::Table => ("table", None),
            Self::CutShort => ("cut_short", None),
            Self::Catalog => ("catalog", None),
            Self::PageTree => ("page_tree", None),
            Self::MissingPage { page } => ("missing_page", Some(page)),
            Self::PageSize { page } => ("page_size", Some(page)),
        };
        let mut facts = vec![("part", part.to_owned())];
        facts.extend(page.map(|page| ("page", page.to_string())));
        facts
    }
}

impl InspectorRefusal {
    /// The word for this refusal on the wire; see [`Reason::code`].
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.reason.code()
    }

    /// The facts that go with the code; see [`Reason::params`].
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        self.reason.params()
    }
}

impl From<Reason> for InspectorRefusal {
    fn from(reason: Reason) -> Self {
        Self { reason, kind: None }
    }
}
