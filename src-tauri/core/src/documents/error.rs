//! Why a document was not made.

use std::path::PathBuf;

/// A document that could not be made. A missing glyph is a refusal the desk
/// can mend by retyping the field; everything else is a failure.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// No font on this machine draws `character`, so the document is refused
    /// rather than printed with an empty box in it (S-4.4.1A-1).
    #[error("no font draws {character:?} (U+{:04X}) in {field}", *.character as u32)]
    MissingGlyph {
        /// The field as it is worded on the paper.
        field: String,
        /// The character nobody can draw.
        character: char,
    },
    /// One of the two fonts the product ships is not where it should be.
    #[error("the font file {path} cannot be read")]
    FontUnreadable {
        /// The file that was looked for.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// A font file is there but is not a font that can be embedded.
    #[error("the font {name} cannot be embedded: {reason}")]
    FontUnusable {
        /// The name of the font.
        name: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A check code or QR text is longer than a QR code can hold.
    #[error("the text of the QR code is too long")]
    QrTooLong,
    /// The frozen sheet to be printed is not one of ours or was damaged.
    #[error("the frozen sheet cannot be read: {reason}")]
    FrozenSheetDamaged {
        /// What was wrong with it.
        reason: String,
    },
    /// The finished file could not be put together.
    #[error("the document cannot be written: {reason}")]
    NotWritten {
        /// What went wrong.
        reason: String,
    },
}

impl DocumentError {
    /// The code under which the window words this error.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::MissingGlyph { .. } => "document_missing_glyph",
            Self::FontUnreadable { .. } => "document_font_unreadable",
            Self::FontUnusable { .. } => "document_font_unusable",
            Self::QrTooLong => "document_qr_too_long",
            Self::FrozenSheetDamaged { .. } => "document_frozen_sheet_damaged",
            Self::NotWritten { .. } => "document_not_written",
        }
    }

    /// The facts of this error, by name, for the words of the window.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::MissingGlyph { field, character } => {
                vec![
                    ("field", field.clone()),
                    ("character", character.to_string()),
                ]
            }
            Self::FontUnreadable { path, .. } => vec![("path", path.display().to_string())],
            Self::FontUnusable { name, reason } => {
                vec![("name", name.clone()), ("reason", reason.clone())]
            }
            Self::QrTooLong => Vec::new(),
            Self::FrozenSheetDamaged { reason } | Self::NotWritten { reason } => {
                vec![("reason", reason.clone())]
            }
        }
    }
}
