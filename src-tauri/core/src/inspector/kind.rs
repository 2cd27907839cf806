//! What kind of file it is, told by its first bytes and never by its name.
//!
//! Customers rename files, mail programs cut endings off, and a layout saved
//! as `.pdf` may be a photograph. The signatures are the ones the formats'
//! own specifications give.

use serde::{Deserialize, Serialize};
use std::path::Path;

/// How many bytes from the beginning of a file decide its kind.
///
/// The longest look is for a PDF header behind junk, which viewers accept in
/// the first kilobytes; PostScript comments need about as much.
pub(super) const HEAD: usize = 4096;

/// How far into a file `%PDF-` may stand.
const PDF_HEADER_WITHIN: usize = 2048;

/// A kind of file the trade hands over, as its content says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// PDF, junk before its header allowed.
    Pdf,
    /// PDF that carries Illustrator's own data: an `.ai` of version 9 or later,
    /// or a PDF saved with "preserve Illustrator editing".
    AiPdf,
    /// Illustrator up to version 8: PostScript.
    AiPostscript,
    /// Encapsulated PostScript, with or without the DOS preview header.
    Eps,
    /// Photoshop.
    Psd,
    /// Photoshop, the format for pictures beyond 30,000 pixels.
    Psb,
    /// TIFF, BigTIFF included.
    Tiff,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// CorelDRAW, RIFF (to X3) or ZIP (from X4).
    Cdr,
    /// InDesign.
    Indd,
    /// None of these.
    Unknown,
}

impl FileKind {
    /// Every kind that can be recognised.
    const KNOWN: [Self; 11] = [
        Self::Pdf,
        Self::AiPdf,
        Self::AiPostscript,
        Self::Eps,
        Self::Psd,
        Self::Psb,
        Self::Tiff,
        Self::Jpeg,
        Self::Png,
        Self::Cdr,
        Self::Indd,
    ];

    /// Tells the kind from the first bytes of a file; 4096 are enough.
    ///
    /// A PDF is told from an Illustrator PDF only by its pages, so this answers
    /// [`FileKind::Pdf`] for both.
    #[must_use]
    pub fn of(head: &[u8]) -> Self {
        if head.starts_with(b"\x89PNG\r\n\x1a\n") {
            Self::Png
        } else if head.starts_with(b"\xff\xd8\xff") {
            Self::Jpeg
        } else if is_tiff(head) {
            Self::Tiff
        } else if head.starts_with(b"8BPS\x00\x01") {
            Self::Psd
        } else if head.starts_with(b"8BPS\x00\x02") {
            Self::Psb
        } else if head.starts_with(&INDESIGN) {
            Self::Indd
        } else if is_corel_draw(head) {
            Self::Cdr
        } else if head.starts_with(b"\xc5\xd0\xd3\xc6") {
            Self::Eps
        } else if let Some(kind) = postscript(head) {
            kind
        } else if pdf_header(head).is_some() {
            Self::Pdf
        } else {
            Self::Unknown
        }
    }

    /// The word for this kind on the wire and in the database.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::AiPdf => "ai_pdf",
            Self::AiPostscript => "ai_postscript",
            Self::Eps => "eps",
            Self::Psd => "psd",
            Self::Psb => "psb",
            Self::Tiff => "tiff",
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Cdr => "cdr",
            Self::Indd => "indd",
            Self::Unknown => "unknown",
        }
    }

    /// As printed.
    #[must_use]
    pub const fn printed(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::AiPdf => "AI（PDF）",
            Self::AiPostscript => "AI（旧版）",
            Self::Eps => "EPS",
            Self::Psd => "PSD",
            Self::Psb => "PSB",
            Self::Tiff => "TIFF",
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Cdr => "CDR",
            Self::Indd => "INDD",
            Self::Unknown => "其他格式",
        }
    }

    /// Whether pages can be counted, measured and shown.
    #[must_use]
    pub fn has_pdf_pages(self) -> bool {
        matches!(self, Self::Pdf | Self::AiPdf)
    }

    /// Whether the ending of `name` claims another kind than the content is.
    ///
    /// A name without an ending claims nothing. An ending we do not know is a
    /// lie only about a content we do know: `letter.txt` may be anything.
    #[must_use]
    pub fn belies(self, name: &Path) -> bool {
        let Some(ending) = name.extension().map(|e| e.to_string_lossy().to_lowercase()) else {
            return false;
        };
        if self == Self::Unknown {
            Self::KNOWN
                .iter()
                .any(|kind| kind.endings().contains(&ending.as_str()))
        } else {
            !self.endings().contains(&ending.as_str())
        }
    }

    /// The endings under which this kind goes honestly, in lower case.
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::AiPdf => &["ai", "ait", "pdf"],
            // Illustrator writes its marks into the EPS files it exports too.
            Self::AiPostscript => &["ai", "ait", "eps", "epsf"],
            Self::Eps => &["eps", "epsf", "ps"],
            Self::Psd => &["psd", "pdd"],
            Self::Psb => &["psb"],
            Self::Tiff => &["tif", "tiff"],
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Self::Png => &["png"],
            // The procedure writes CDA (S-4.2.2).
            Self::Cdr => &["cdr", "cdt", "cda"],
            Self::Indd => &["indd", "indt"],
            Self::Unknown => &[],
        }
    }
}

/// InDesign's database files begin with this identifier.
const INDESIGN: [u8; 16] = [
    0x06, 0x06, 0xed, 0xf5, 0xd8, 0x1d, 0x46, 0xe5, 0xbd, 0x31, 0xef, 0xe7, 0xfe, 0x74, 0xb7, 0x1d,
];

/// Where the PDF header stands, if it stands where viewers look for it.
pub(super) fn pdf_header(bytes: &[u8]) -> Option<usize> {
    let end = bytes.len().min(PDF_HEADER_WITHIN + b"%PDF-".len());
    position(bytes.get(..end)?, b"%PDF-")
}

/// Both byte orders, classic (42) and BigTIFF (43).
fn is_tiff(head: &[u8]) -> bool {
    [b"II*\0", b"II+\0", b"MM\0*", b"MM\0+"]
        .iter()
        .any(|signature| head.starts_with(*signature))
}

/// RIFF of form `CDR?` (the fourth letter is the version), or a ZIP whose
/// first entry is a `mimetype` naming Corel's drawing.
fn is_corel_draw(head: &[u8]) -> bool {
    if head.starts_with(b"RIFF") {
        // CorelDRAW 3 wrote "CDR3"; some versions lower-case the letters.
        return head
            .get(8..11)
            .is_some_and(|form| form.eq_ignore_ascii_case(b"cdr"));
    }
    head.starts_with(b"PK\x03\x04")
        && head.get(30..).is_some_and(|entry| {
            entry.starts_with(b"mimetype")
                && position(entry, b"application/x-vnd.corel.").is_some()
                && position(entry, b"draw.document+zip").is_some()
        })
}

/// Illustrator's PostScript, EPS, or none of ours.
fn postscript(head: &[u8]) -> Option<FileKind> {
    if !head.starts_with(b"%!PS-Adobe-") {
        return None;
    }
    let illustrator = position(head, b"%%Creator: Adobe Illustrator").is_some()
        || position(head, b"%AI5_").is_some();
    let first_line = head
        .split(|byte| matches!(byte, b'\r' | b'\n'))
        .next()
        .unwrap_or(head);
    if illustrator {
        Some(FileKind::AiPostscript)
    } else if position(first_line, b" EPSF-").is_some() {
        Some(FileKind::Eps)
    } else {
        None
    }
}

fn position(bytes: &[u8], sought: &[u8]) -> Option<usize> {
    bytes
        .windows(sought.len())
        .position(|window| window == sought)
}
