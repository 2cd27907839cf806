//! Opens a PDF far enough to count and measure its pages, or to see what would be printed on them.
//!
//! For counting, page contents, pictures and fonts are dropped as they are met and never
//! unpacked, so a file of hundreds of megabytes needs hardly more memory than
//! its own size.

use super::press::{self, PressFacts};
use super::{Damage, FileKind, PdfFacts, Reason, page_tree};
use lopdf::xref::XrefRecovery;
use lopdf::{Document, LoadOptions, Object, ObjectId};
use sha2::{Digest as _, Sha256};
use std::time::Instant;

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
    let (_, kind, facts) = opened(bytes, page_limit, without_contents)?;
    Ok((kind, facts))
}

/// Counts and measures the pages, and reads what would be printed on them until `deadline`; `saw` is told after each page.
///
/// # Errors
/// As [`read_pdf`]; what cannot be read of a page is told in its facts.
pub(super) fn read_press(
    bytes: &[u8],
    page_limit: u32,
    deadline: Instant,
    saw: &mut dyn FnMut(u32, u32),
) -> Result<(FileKind, PdfFacts, PressFacts), Reason> {
    let (document, kind, facts) = opened(bytes, page_limit, without_pixels)?;
    let nodes = page_tree::nodes(&document, page_limit)?;
    let press = press::read(&document, &nodes, deadline, saw);
    Ok((kind, facts, press))
}

/// Opens a PDF with its long contents as their hashes: enough to tell whether two pages are made of the same.
///
/// # Errors
/// As [`read_pdf`].
pub(super) fn for_prints(bytes: &[u8], page_limit: u32) -> Result<Document, Reason> {
    let (document, _, _) = opened(bytes, page_limit, as_hashes)?;
    Ok(document)
}

/// The file as it is marked on: pictures and fonts cut down to their heads, which nobody writes again.
///
/// # Errors
/// As [`read_pdf`], and [`Reason::Mended`] where the list of its parts had to be rebuilt: nothing is added behind such a
/// file, because what reads it may rebuild it otherwise.
pub(super) fn to_be_marked(bytes: &[u8], page_limit: u32) -> Result<Document, Reason> {
    let (document, _, facts) = opened(bytes, page_limit, without_pixels)?;
    if facts.mended {
        Err(Reason::Mended)
    } else {
        Ok(document)
    }
}

/// What of a file is kept in memory.
type Keep = fn(ObjectId, &mut Object) -> Option<(ObjectId, Object)>;

fn opened(
    bytes: &[u8],
    page_limit: u32,
    keep: Keep,
) -> Result<(Document, FileKind, PdfFacts), Reason> {
    let has_end = ends_properly(bytes);
    let document = load(bytes, false, keep)?;
    let (document, pages) = match page_tree::pages(&document, page_limit) {
        Ok(pages) => (document, pages),
        // The table may read well and point at the wrong parts: search the file
        // before calling it damaged, and keep the first verdict if that fails.
        Err(Reason::Damaged(damage))
            if document.xref_recovery != Some(XrefRecovery::Reconstructed) =>
        {
            let searched = load(bytes, true, keep).map_err(|_| Reason::Damaged(damage))?;
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
    let facts = PdfFacts {
        version: version(&document),
        mended,
        pages,
    };
    Ok((document, kind, facts))
}

/// Loads what the page tree is made of; encryption ends it here.
fn load(bytes: &[u8], search: bool, keep: Keep) -> Result<Document, Reason> {
    let options = LoadOptions {
        filter: Some(keep),
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

/// How much of a JPEG 2000 picture is kept: its head says bits and colours.
const HEAD_OF_PICTURE: usize = 8_192;

/// Cuts pictures and fonts down to their heads: their descriptions are read, their contents never.
///
/// The answer is only taken of objects out of packed lists, which hold no streams; a stream is changed where it stands.
fn without_pixels(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let Object::Stream(stream) = object else {
        return Some((id, object.clone()));
    };
    let of_subtype = |names: &[&[u8]]| {
        let subtype = stream.dict.get(b"Subtype").and_then(Object::as_name);
        subtype.is_ok_and(|subtype| names.contains(&subtype))
    };
    let is_font =
        stream.dict.has(b"Length1") || of_subtype(&[b"Type1C", b"CIDFontType0C", b"OpenType"]);
    if is_font || of_subtype(&[b"Image"]) || stream.dict.has_type(b"EmbeddedFile") {
        if of_subtype(&[b"Image"]) {
            press::note_inks(stream);
        }
        stream.content.truncate(HEAD_OF_PICTURE);
        stream.content.shrink_to_fit();
    }
    Some((id, Object::Null))
}

/// Longer contents stand as their hashes.
const LONG_CONTENT: usize = 4_096;

/// Puts the hash of a long content in its place. The answer is taken as in [`without_pixels`].
fn as_hashes(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let Object::Stream(stream) = object else {
        return Some((id, object.clone()));
    };
    let of_the_file = stream.dict.has_type(b"ObjStm") || stream.dict.has_type(b"XRef");
    if !of_the_file && stream.content.len() > LONG_CONTENT {
        stream.content = Sha256::digest(&stream.content).to_vec();
        stream.content.shrink_to_fit();
    }
    Some((id, Object::Null))
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
