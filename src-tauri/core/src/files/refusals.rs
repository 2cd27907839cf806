//! Why a file is not received.

use crate::error::Refuse;
use crate::inspector::Reason;

/// What receiving a file refuses. Each says, in the window's words, what to ask the customer for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileRefusal {
    /// It is empty or cannot be opened; or it could not be looked into just now.
    #[error("{name}: {reason}")]
    Unusable {
        /// Its name.
        name: String,
        /// What the helper process found.
        reason: Reason,
    },
    /// Its name claims a kind its content is not, and the content is none we know.
    #[error("{name} is not what its name says")]
    NotWhatItsNameSays {
        /// Its name.
        name: String,
    },
    /// It was written to while it was read: a download that is not finished.
    #[error("{name} changed while it was read")]
    StillBeingWritten {
        /// Its name.
        name: String,
    },
    /// Somebody called it off while it was copied; nothing of it was kept.
    #[error("receiving {name} was called off")]
    CalledOff {
        /// Its name.
        name: String,
    },
    /// A folder was dropped, not a file.
    #[error("{name} is a folder")]
    IsFolder {
        /// Its name.
        name: String,
    },
    /// This very file lies there, under the same name and label.
    #[error("{name} is version {version} already")]
    ReceivedAlready {
        /// Its name.
        name: String,
        /// Under which version.
        version: i64,
    },
    /// The order has no such component.
    #[error("the order has no component {component}")]
    NoSuchComponent {
        /// Its row key.
        component: String,
    },
    /// The attachment folder has no room for it.
    #[error("{name} needs {needs_mb} MB, {free_mb} MB are free")]
    NoRoom {
        /// Its name.
        name: String,
        /// What would have to be free.
        needs_mb: u64,
        /// What is.
        free_mb: u64,
    },
    /// The files of a direct-lane customer are replaced by the customer alone (S-4.2.1b).
    #[error("{name}: the files of this customer are locked")]
    Locked {
        /// Its name.
        name: String,
    },
    /// A locked file is not what was received (S-4.2.1b).
    #[error("{name} is not what was received")]
    LockedChanged {
        /// Its name.
        name: String,
    },
    /// The prepress folder, which alone holds the original, is away.
    #[error("{name} is in the prepress folder, which is away")]
    OriginalAway {
        /// Its name.
        name: String,
    },
    /// The prepress folder alone holds the original, and what lies there is not what was received.
    #[error("{name} is not in the prepress folder as it was received")]
    OriginalChanged {
        /// Its name.
        name: String,
        /// Where it should lie below the prepress folder.
        path: String,
    },
    /// The prepress folder alone holds originals that are not in the folder it is to be (S-4.1.4c).
    #[error("{count} originals are not in the new folder, first {path}")]
    OriginalsNotBrought {
        /// How many.
        count: usize,
        /// Where the first should lie below it.
        path: String,
    },
    /// Files are on their way in; a folder is emptied when none is.
    #[error("files are being received")]
    StillReceiving,
    /// It is no attachment folder of before.
    #[error("it is no attachment folder of before")]
    NoFormerFolder,
    /// What it should replace is not a file of that component.
    #[error("there is nothing to replace")]
    NothingToReplace,
    /// What it should replace is out of use.
    #[error("the file is out of use")]
    OutOfUse,
    /// Taking a file out of use needs a reason.
    #[error("a reason is missing")]
    ReasonMissing,
    /// The moment cannot be read.
    #[error("{text} is no moment")]
    BadMoment {
        /// As given.
        text: String,
    },
    /// A frozen task sheet is handed out as a numbered print, never as it is (F2-04.4b).
    #[error("a frozen task sheet is handed out as a print")]
    FrozenSheet,
    /// A print that is outdated or void is not handed out once more (S-4.4.2b).
    #[error("a print that holds no more is not handed out")]
    PrintOutdated,
    /// A text is longer than a line on the screen.
    #[error("a text has at most {most} characters")]
    TextTooLong {
        /// The most there may be.
        most: usize,
    },
}

impl Refuse for FileRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unusable { reason, .. } => match reason {
                Reason::NotReadable => "file_not_readable",
                Reason::EmptyFile => "file_empty",
                Reason::FileTooBig { .. } => "file_too_big",
                Reason::Busy => "file_reader_busy",
                // Asked of a page, not of a file, or received unread; were one to come up, trying again is right.
                Reason::NotPdf
                | Reason::NoSuchPage { .. }
                | Reason::TooSlow { .. }
                | Reason::TooBig { .. }
                | Reason::TooManyPages { .. }
                | Reason::Encrypted
                | Reason::NoPages
                | Reason::Damaged(_)
                | Reason::Signed
                | Reason::Mended
                | Reason::Crashed
                | Reason::CannotStart => "file_reader_stopped",
            },
            Self::NotWhatItsNameSays { .. } => "file_not_what_its_name_says",
            Self::StillBeingWritten { .. } => "file_still_being_written",
            Self::CalledOff { .. } => "file_called_off",
            Self::IsFolder { .. } => "file_is_a_folder",
            Self::ReceivedAlready { .. } => "file_received_already",
            Self::NoSuchComponent { .. } => "file_for_no_component",
            Self::NoRoom { .. } => "file_no_room",
            Self::Locked { .. } => "file_locked",
            Self::LockedChanged { .. } => "file_locked_changed",
            Self::OriginalAway { .. } => "file_original_away",
            Self::OriginalChanged { .. } => "file_original_changed",
            Self::OriginalsNotBrought { .. } => "originals_not_brought",
            Self::StillReceiving => "files_still_receiving",
            Self::NoFormerFolder => "no_former_folder",
            Self::NothingToReplace => "file_nothing_to_replace",
            Self::OutOfUse => "file_out_of_use",
            Self::ReasonMissing => "file_reason_missing",
            Self::BadMoment { .. } => "evidence_bad_moment",
            Self::FrozenSheet => "frozen_sheet_kept_in",
            Self::PrintOutdated => "print_outdated",
            Self::TextTooLong { .. } => "file_text_too_long",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Unusable { name, reason } => {
                let mut params = vec![("name", name.clone())];
                params.extend(reason.params());
                params
            }
            Self::NotWhatItsNameSays { name }
            | Self::StillBeingWritten { name }
            | Self::CalledOff { name }
            | Self::IsFolder { name }
            | Self::Locked { name }
            | Self::LockedChanged { name }
            | Self::OriginalAway { name } => {
                vec![("name", name.clone())]
            }
            Self::OriginalChanged { name, path } => {
                vec![("name", name.clone()), ("path", path.clone())]
            }
            Self::ReceivedAlready { name, version } => {
                vec![("name", name.clone()), ("version", version.to_string())]
            }
            Self::NoSuchComponent { component } => vec![("component", component.clone())],
            Self::NoRoom {
                name,
                needs_mb,
                free_mb,
            } => vec![
                ("name", name.clone()),
                ("needs_mb", needs_mb.to_string()),
                ("free_mb", free_mb.to_string()),
            ],
            Self::OriginalsNotBrought { count, path } => {
                vec![("count", count.to_string()), ("path", path.clone())]
            }
            Self::BadMoment { text } => vec![("text", text.clone())],
            Self::FrozenSheet
            | Self::PrintOutdated
            | Self::StillReceiving
            | Self::NoFormerFolder
            | Self::NothingToReplace
            | Self::OutOfUse
            | Self::ReasonMissing => Vec::new(),
            Self::TextTooLong { most } => vec![("most", most.to_string())],
        }
    }
}
