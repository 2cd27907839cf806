//! The fonts a document is set in.
//!
//! Two weights of Noto Sans SC come with the product; each is read once and
//! shared. A character neither of them draws is looked for among the fonts of
//! the system.
//!
//! **Invariant:** a face on the shelf has outlines the subsetter can cut, so
//! whatever is measured can also be embedded.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, MetadataProvider as _};

use super::DocumentError;
use super::fallback::{self, Fallback, Fallbacks};

const REGULAR: &str = "NotoSansSC_400Regular.ttf";
const BOLD: &str = "NotoSansSC_700Bold.ttf";

/// One face of one font file, held in memory.
#[derive(Debug)]
pub struct Typeface {
    pub(super) bytes: Vec<u8>,
    /// The face inside a collection (`.ttc`), else 0.
    pub(super) index: u32,
    pub(super) postscript_name: String,
}

impl Typeface {
    /// Takes the bytes of a font file, refusing what cannot be embedded.
    pub(super) fn new(bytes: Vec<u8>, index: u32, name: &str) -> Result<Self, DocumentError> {
        let unusable = |reason: &str| DocumentError::FontUnusable {
            name: name.to_owned(),
            reason: reason.to_owned(),
        };
        let font =
            FontRef::from_index(&bytes, index).map_err(|error| unusable(&error.to_string()))?;
        if font.glyf().is_err() && font.cff().is_err() {
            return Err(unusable("no outlines"));
        }
        let postscript_name = font
            .localized_strings(skrifa::raw::types::NameId::POSTSCRIPT_NAME)
            .english_or_first()
            .map_or_else(|| name.to_owned(), |found| found.chars().collect());
        Ok(Self {
            index,
            postscript_name,
            bytes,
        })
    }

    /// The parsed tables; parsing reads the directory only.
    pub(super) fn font(&self) -> Result<FontRef<'_>, DocumentError> {
        FontRef::from_index(&self.bytes, self.index).map_err(|error| DocumentError::FontUnusable {
            name: self.postscript_name.clone(),
            reason: error.to_string(),
        })
    }
}

/// The fonts at hand: two that ship with the product, and the system's own.
#[derive(Debug)]
pub struct FontShelf {
    pub(super) regular: Arc<Typeface>,
    pub(super) bold: Arc<Typeface>,
    fallback: Fallback,
    fallbacks: OnceLock<Fallbacks>,
}

impl FontShelf {
    pub(super) fn open(folder: &Path, fallback: Fallback) -> Result<Self, DocumentError> {
        Ok(Self {
            regular: Arc::new(read(folder.join(REGULAR))?),
            bold: Arc::new(read(folder.join(BOLD))?),
            fallback,
            fallbacks: OnceLock::new(),
        })
    }

    /// A system font that draws `character`. The system's fonts are listed the
    /// first time one is needed: most documents never need any.
    pub(super) fn fallback_for(&self, character: char) -> Option<Arc<Typeface>> {
        self.fallbacks
            .get_or_init(|| fallback::list(&self.fallback))
            .find(character)
    }
}

fn read(path: PathBuf) -> Result<Typeface, DocumentError> {
    match std::fs::read(&path) {
        Ok(bytes) => Typeface::new(bytes, 0, &path.display().to_string()),
        Err(source) => Err(DocumentError::FontUnreadable { path, source }),
    }
}
