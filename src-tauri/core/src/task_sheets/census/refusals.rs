//! Why nothing is entered of a copy.

use crate::error::Refuse;

/// What the census refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CensusRefusal {
    /// There is no such print.
    #[error("there is no such print")]
    NoSuchCopy,
    /// It was exchanged or taken back already.
    #[error("the copy is out of use already")]
    OutOfUse,
    /// It is lost: it has to turn up first.
    #[error("the copy was given up for lost")]
    Lost,
    /// Its version holds no more: nothing is written on it (S-4.4.2b).
    #[error("the copy is to be called back")]
    CalledBack,
    /// That change stands on it.
    #[error("the copy says that change already")]
    SaysItAlready,
    /// No such change stands on its version.
    #[error("there is no such change")]
    NoSuchChange,
    /// Its change block has no row left for it (S-4.4.2b).
    #[error("{rows} rows are left on the copy")]
    NoRoom {
        /// Rows that are left.
        rows: usize,
    },
    /// No newer print of its 联 holds: one is printed first.
    #[error("nothing takes the place of the copy")]
    NothingToReplaceIt,
    /// Whoever gives a copy up for lost says why.
    #[error("a lost copy needs a reason")]
    ReasonMissing,
    /// A note is too long.
    #[error("at most {most} characters")]
    NoteTooLong {
        /// The most there may be.
        most: usize,
    },
    /// The change stands on no sheet: there is no notice of it.
    #[error("the change stands on no sheet")]
    NoNotice,
}

impl Refuse for CensusRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchCopy => "no_such_copy",
            Self::OutOfUse => "copy_out_of_use",
            Self::Lost => "copy_lost",
            Self::CalledBack => "copy_called_back",
            Self::SaysItAlready => "copy_says_it_already",
            Self::NoSuchChange => "copy_no_such_change",
            Self::NoRoom { .. } => "copy_no_room",
            Self::NothingToReplaceIt => "copy_not_printed_anew",
            Self::ReasonMissing => "copy_reason_missing",
            Self::NoteTooLong { .. } => "copy_note_too_long",
            Self::NoNotice => "change_has_no_notice",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoRoom { rows } => vec![("rows", rows.to_string())],
            Self::NoteTooLong { most } => vec![("most", most.to_string())],
            _ => Vec::new(),
        }
    }
}
