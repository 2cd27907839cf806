//! Fonts of the system, for the rare characters ours do not draw (𠮷).
//!
//! **Invariant:** the choice depends only on which fonts are installed, never
//! on the order in which the system lists them, so that the same machine makes
//! the same bytes.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use skrifa::{FontRef, MetadataProvider as _};

use super::fonts::Typeface;

/// Where a character that ours do not draw is looked for.
#[derive(Clone, Debug)]
pub enum Fallback {
    /// The fonts installed on this machine.
    System,
    /// These font files only.
    Files(Vec<PathBuf>),
    /// Nowhere: such a document is refused.
    None,
}

#[derive(Debug)]
pub(super) struct Fallbacks {
    database: fontdb::Database,
    /// Faces in the order they are asked.
    order: Vec<fontdb::ID>,
    found: Mutex<HashMap<char, Option<Arc<Typeface>>>>,
    opened: Mutex<HashMap<fontdb::ID, Arc<Typeface>>>,
}

/// Lists the fonts `fallback` allows, the likeliest first.
pub(super) fn list(fallback: &Fallback) -> Fallbacks {
    let mut database = fontdb::Database::new();
    match fallback {
        Fallback::System => database.load_system_fonts(),
        Fallback::Files(files) => {
            for file in files {
                // A file that is not a font offers no glyphs; the character it
                // was meant for is then refused by name.
                drop(database.load_font_file(file));
            }
        }
        Fallback::None => {}
    }
    let mut faces: Vec<_> = database
        .faces()
        .map(|face| {
            (
                rank(face),
                face.post_script_name.clone(),
                face.index,
                face.id,
            )
        })
        .collect();
    faces.sort_by(|left, right| (left.0, &left.1, left.2).cmp(&(right.0, &right.1, right.2)));
    Fallbacks {
        order: faces.into_iter().map(|face| face.3).collect(),
        database,
        found: Mutex::default(),
        opened: Mutex::default(),
    }
}

/// Upright, regular, simplified Chinese sans faces first: they sit best beside
/// ours.
fn rank(face: &fontdb::FaceInfo) -> u8 {
    let name = face.post_script_name.to_ascii_lowercase();
    let chinese = [
        "sc-", "pingfang", "yahei", "dengxian", "simsun", "simhei", "extb", "hans",
    ]
    .iter()
    .any(|part| name.contains(part));
    let regular = face.weight == fontdb::Weight::NORMAL && face.style == fontdb::Style::Normal;
    let sans = !name.contains("serif") && !name.contains("mono");
    match (chinese, regular, sans) {
        (true, true, true) => 0,
        (_, true, true) => 1,
        (_, true, false) => 2,
        _ => 3,
    }
}

impl Fallbacks {
    /// The first face that draws `character` and can be embedded.
    pub(super) fn find(&self, character: char) -> Option<Arc<Typeface>> {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        found
            .entry(character)
            .or_insert_with(|| {
                self.order
                    .iter()
                    .filter(|id| self.draws(**id, character))
                    .find_map(|id| self.open(*id))
            })
            .clone()
    }

    fn draws(&self, id: fontdb::ID, character: char) -> bool {
        self.database
            .with_face_data(id, |bytes, index| {
                FontRef::from_index(bytes, index)
                    .is_ok_and(|font| font.charmap().map(character).is_some())
            })
            .unwrap_or(false)
    }

    fn open(&self, id: fontdb::ID) -> Option<Arc<Typeface>> {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(face) = opened.get(&id) {
            return Some(Arc::clone(face));
        }
        let name = &self.database.face(id)?.post_script_name;
        let face = self
            .database
            .with_face_data(id, |bytes, index| {
                Typeface::new(bytes.to_vec(), index, name)
            })?
            .ok()?;
        let face = Arc::new(face);
        opened.insert(id, Arc::clone(&face));
        Some(face)
    }
}
