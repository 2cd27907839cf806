//! Opens a PDF far enough to count and measure its pages.
//!
//! Page contents, pictures and fonts are dropped as they are met and never
//! unpacked, so a file of hundreds of megabytes needs hardly more memory than
//! its own size.

use super::{Damage, FileKind, PdfFacts, Reason, page_tree};
use lopdf::xref::XrefRecovery;
use lopdf::{Document, LoadOptions, Object, ObjectId};

/// The most one packed list of objects may unfold to: tables of a million
/// objects stay below, a bomb does not.
const LARGEST_UNPACKED: usize = 64_000_000;

/// Where `%%EOF` is looked for, counted from the end of the file.
const END_WITHIN: usize = 2048;

/// Counts and measures the pages.
///
/// # Errors
/// [`Reason::Encrypted`], [`Reason::NoPages`], [`Reason::TooManyPages`],
/// [`Reason::TooBig`] or [`Reason::Damaged`].
pub(super) fn read_pdf(bytes: &[u8], page_limit: u32) -> Result<(FileKind, PdfFacts), Reason> {
    let has_end = ends_properly(bytes);
    let document = load(bytes, false)?;
    let (document, pages) = match page_tree::pages(&document, page_limit) {
        Ok(pages) => (document, pages),
        // The table may read well and point at the wrong parts: search the file
        // before calling it damaged, and keep the first verdict if that fails.
        Err(Reason::Damaged(damage))
            if document.xref_recovery != Some(XrefRecovery::Reconstructed) =>
        {
            let searched = load(bytes, true).map_err(|_| Reason::Damaged(damage))?;
            let pages =
                page_tree::pages(&searched, page_limit).map_err(|_| Reason::Damaged(damage))?;
            (searched, pages)
        }
        Err(_) if !has_end => return Err(Reason::Damaged(Damage::CutShort)),
        Err(reason) => return Err(reason),
    };
    let mended = document.xref_recovery.is_some();
    if mended && !has_end {
        return Err(Reason::Damaged(Damage::CutShort));
    }
    let kind = if was_made_by_illustrator(&document) {
        FileKind::AiPdf
    } else {
        FileKind::Pdf
    };
    Ok((
        kind,
        PdfFacts {
            version: version(&document),
            mended,
            pages,
        },
    ))
}

/// Loads what the page tree is made of; encryption ends it here.
fn load(bytes: &[u8], search: bool) -> Result<Document, Reason> {
    let options = LoadOptions {
        filter: Some(without_contents),
        max_decompressed_size: Some(LARGEST_UNPACKED),
        force_reconstruct: search,
        ..LoadOptions::default()
    };
    let document =
        Document::load_mem_with_options(bytes, options).map_err(|error| match error {
            lopdf::Error::Decryption(_)
            | lopdf::Error::InvalidPassword
            | lopdf::Error::UnsupportedSecurityHandler(_) => Reason::Encrypted,
            lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { limit }) => {
                Reason::TooBig {
                    limit_mb: limit as u64 / 1_000_000,
                }
            }
            _ if !ends_properly(bytes) => Reason::Damaged(Damage::CutShort),
            _ => Reason::Damaged(Damage::Table),
        })?;
    // A file with an empty password opens by itself, yet restricts what may be
    // done with it; marks could not be put on it, so it is refused alike.
    if document.trailer.has(b"Encrypt") || document.was_encrypted() {
        return Err(Reason::Encrypted);
    }
    Ok(document)
}

/// Drops every stream except packed lists of objects, which may hold pages.
fn without_contents(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    match object {
        Object::Stream(stream) if !stream.dict.has_type(b"ObjStm") => None,
        kept => Some((id, kept.clone())),
    }
}

fn ends_properly(bytes: &[u8]) -> bool {
    let tail = bytes
        .get(bytes.len().saturating_sub(END_WITHIN)..)
        .unwrap_or(bytes);
    tail.windows(5).any(|window| window == b"%%EOF")
}

/// Illustrator leaves its private data on its first page or in the catalog.
fn was_made_by_illustrator(document: &Document) -> bool {
    let first_page = document
        .page_iter()
        .next()
        .and_then(|id| document.get_dictionary(id).ok());
    [first_page, document.catalog().ok()]
        .into_iter()
        .flatten()
        .any(|holder| {
            holder
                .get_deref(b"PieceInfo", document)
                .and_then(Object::as_dict)
                .is_ok_and(|pieces| pieces.has(b"Illustrator"))
        })
}

/// The later of the header's and the catalog's version, digits and point only.
fn version(document: &Document) -> String {
    let header = document.version.as_bytes();
    let catalog = document
        .catalog()
        .and_then(|catalog| catalog.get_deref(b"Version", document)?.as_name());
    let later = catalog
        .ok()
        .filter(|stated| *stated > header)
        .unwrap_or(header);
    later
        .iter()
        .take_while(|byte| byte.is_ascii_digit() || **byte == b'.')
        .take(8)
        .map(|byte| char::from(*byte))
        .collect()
}
