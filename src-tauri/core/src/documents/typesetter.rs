//! Measures characters and remembers which faces a document needs.
//!
//! **Invariant:** a character no face draws is never measured as nothing: it
//! is remembered with the field it stood in, and the document is refused.

use std::collections::HashMap;
use std::sync::Arc;

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider as _};

use super::DocumentError;
use super::display::{Colour, Face};
use super::fonts::{FontShelf, Typeface};
use super::units::Pt;

/// How a run of characters looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub(super) size: Pt,
    pub(super) bold: bool,
    pub(super) colour: Colour,
    /// Added after each character.
    pub(super) tracking: Pt,
    /// Struck through: the value a change replaced.
    pub(super) struck: bool,
}

/// The body of every form. Nothing is smaller (S-4.4.1A-1), except the line
/// that says when a copy was printed.
pub(super) const BODY: Style = Style {
    size: Pt(9.0),
    bold: false,
    colour: Colour::INK,
    tracking: Pt::ZERO,
    struck: false,
};

impl Style {
    pub(super) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(super) const fn sized(self, points: f32) -> Self {
        Self {
            size: Pt(points),
            ..self
        }
    }

    pub(super) const fn coloured(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    pub(super) const fn tracked(self, points: f32) -> Self {
        Self {
            tracking: Pt(points),
            ..self
        }
    }

    pub(super) const fn struck(self) -> Self {
        Self {
            struck: true,
            colour: Colour::STRUCK,
            ..self
        }
    }
}

struct Measure<'p> {
    charmap: Charmap<'p>,
    metrics: GlyphMetrics<'p>,
}

impl<'p> Measure<'p> {
    fn of(face: &'p Typeface) -> Result<Self, DocumentError> {
        let font = face.font()?;
        Ok(Self {
            charmap: font.charmap(),
            metrics: em_metrics(&font),
        })
    }

    fn advance(&self, character: char) -> Option<f32> {
        advance(&self.charmap, &self.metrics, character)
    }
}

fn em_metrics<'f>(font: &FontRef<'f>) -> GlyphMetrics<'f> {
    // Size 1: advances come out as parts of an em.
    font.glyph_metrics(Size::new(1.0), LocationRef::default())
}

fn advance(charmap: &Charmap<'_>, metrics: &GlyphMetrics<'_>, character: char) -> Option<f32> {
    let glyph = charmap.map(character)?;
    // Glyph 0 is the empty box.
    (glyph.to_u32() != 0).then(|| metrics.advance_width(glyph).unwrap_or(0.0))
}

/// Measures one document.
pub(super) struct Typesetter<'p> {
    shelf: &'p FontShelf,
    regular: Measure<'p>,
    bold: Measure<'p>,
    fallbacks: Vec<Arc<Typeface>>,
    known: HashMap<(char, bool), (Face, f32)>,
    missing: Option<(String, char)>,
    field: String,
}

impl<'p> Typesetter<'p> {
    pub(super) fn new(shelf: &'p FontShelf) -> Result<Self, DocumentError> {
        Ok(Self {
            shelf,
            regular: Measure::of(&shelf.regular)?,
            bold: Measure::of(&shelf.bold)?,
            fallbacks: Vec::new(),
            known: HashMap::new(),
            missing: None,
            field: String::new(),
        })
    }

    /// Names the field whose characters are measured next.
    pub(super) fn enter_field(&mut self, field: &str) {
        field.clone_into(&mut self.field);
    }

    /// The face that draws `character` and how far it advances.
    pub(super) fn measure(&mut self, character: char, style: &Style) -> (Face, Pt) {
        let (face, em) = match self.known.get(&(character, style.bold)) {
            Some(known) => *known,
            None => {
                let found = self.look_up(character, style.bold);
                self.known.insert((character, style.bold), found);
                found
            }
        };
        (face, style.size * em + style.tracking)
    }

    /// The width of `text` on one line.
    pub(super) fn width(&mut self, text: &str, style: &Style) -> Pt {
        text.chars()
            .map(|character| self.measure(character, style).1)
            .sum()
    }

    fn look_up(&mut self, character: char, bold: bool) -> (Face, f32) {
        let (own, face) = if bold {
            (&self.bold, Face::Bold)
        } else {
            (&self.regular, Face::Regular)
        };
        if let Some(em) = own.advance(character) {
            return (face, em);
        }
        if let Some(found) = self.borrow(character) {
            return found;
        }
        if self.missing.is_none() {
            self.missing = Some((self.field.clone(), character));
        }
        (face, 1.0)
    }

    /// Takes the character from a font of the system.
    fn borrow(&mut self, character: char) -> Option<(Face, f32)> {
        let typeface = self.shelf.fallback_for(character)?;
        let font = typeface.font().ok()?;
        let em = advance(&font.charmap(), &em_metrics(&font), character)?;
        let place = self
            .fallbacks
            .iter()
            .position(|held| Arc::ptr_eq(held, &typeface));
        let index = place.unwrap_or_else(|| {
            self.fallbacks.push(Arc::clone(&typeface));
            self.fallbacks.len() - 1
        });
        Some((Face::Fallback(index), em))
    }

    /// The system fonts the document needs, or the refusal.
    pub(super) fn finish(self) -> Result<Vec<Arc<Typeface>>, DocumentError> {
        match self.missing {
            Some((field, character)) => Err(DocumentError::MissingGlyph { field, character }),
            None => Ok(self.fallbacks),
        }
    }
}
