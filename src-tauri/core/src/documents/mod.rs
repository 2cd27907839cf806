//! The paper the desk ends on.
//!
//! A form is made in four steps: **facts** (plain words and figures, worded by
//! the feature that owns them) → **layout** (lines, rows, pages) → **display
//! list** (what stands where, as data) → **ink** (a PDF). Only the last step
//! knows a PDF crate.
//!
//! The PDF of a task sheet's state is frozen once. A print is that frozen file
//! with one overlay a page, never laid out again ([`Press::print`]).
//!
//! **Invariant:** same facts, same bytes, on every machine with the same fonts.
//! **Invariant:** a character nobody can draw refuses the document by field and
//! character; no empty box is ever printed (S-4.4.1A-1).
//! **Invariant:** body text and stamps are at least 9 pt; only the print line
//! at the foot is smaller.

mod display;
mod error;
mod fallback;
mod first_page;
mod flow;
mod fonts;
pub mod forms;
mod grid;
mod lines;
mod marks;
mod overlay;
mod pdf;
mod picture;
mod qr;
mod sheet;
mod stamp;
mod subset;
mod typesetter;
mod units;

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};

pub use self::display::{Colour, DisplayList, Face, Item, Page};
pub use self::error::DocumentError;
pub use self::fallback::Fallback;
use self::fonts::FontShelf;
pub use self::fonts::Typeface;
use self::forms::Form;
use self::grid::span;
pub use self::marks::Mark;
pub use self::overlay::{CopyMark, PrintLine};
pub use self::picture::{GreyPicture, LONGEST_SIDE};
pub use self::sheet::Letterhead;
pub use self::stamp::{StampBlock, StampWords};
use self::typesetter::{BODY, Typesetter};
pub use self::units::{Pt, mm};

/// The press: the fonts, read once, and everything that is made with them.
/// Cloning it shares the fonts.
#[derive(Clone, Debug)]
pub struct Press {
    shelf: Arc<FontShelf>,
}

impl Press {
    /// Reads the two fonts from `fonts`; rare characters come from the system.
    ///
    /// # Errors
    /// A font file is missing or is no font.
    pub fn open(fonts: &Path) -> Result<Self, DocumentError> {
        Self::open_with(fonts, Fallback::System)
    }

    /// Like [`Press::open`], with a say in where rare characters come from.
    ///
    /// # Errors
    /// A font file is missing or is no font.
    pub fn open_with(fonts: &Path, fallback: Fallback) -> Result<Self, DocumentError> {
        Ok(Self {
            shelf: Arc::new(FontShelf::open(fonts, fallback)?),
        })
    }

    /// Lays a form out, without drawing it.
    ///
    /// # Errors
    /// A character no font draws.
    pub fn lay_out(&self, facts: &impl Form) -> Result<DisplayList, DocumentError> {
        facts.lay_out(&self.shelf)
    }

    /// The PDF of a form. Pure computing: call it off the window's thread.
    ///
    /// # Errors
    /// A character no font draws, or a font that cannot be cut.
    pub fn pdf(&self, facts: &impl Form) -> Result<Vec<u8>, DocumentError> {
        self.draw(&self.lay_out(facts)?)
    }

    /// Draws a laid out form.
    ///
    /// # Errors
    /// A font that cannot be cut.
    pub fn draw(&self, list: &DisplayList) -> Result<Vec<u8>, DocumentError> {
        pdf::write(&self.shelf, list)
    }

    /// A numbered print of a frozen sheet: the frozen pages with QR code, check
    /// code and print line over them.
    ///
    /// # Errors
    /// The frozen file is damaged, or a character no font draws.
    pub fn print(&self, frozen: &[u8], line: &PrintLine) -> Result<Vec<u8>, DocumentError> {
        overlay::print(&self.shelf, frozen, line)
    }

    /// A frozen sheet marked 非打印件, for looking at. `moment` is when the
    /// frozen state was made, so that the same state gives the same copy.
    ///
    /// # Errors
    /// The frozen file is damaged.
    pub fn copy(
        &self,
        frozen: &[u8],
        mark: CopyMark,
        moment: DateTime<Utc>,
    ) -> Result<Vec<u8>, DocumentError> {
        overlay::copy(&self.shelf, frozen, mark, moment)
    }

    /// The lines `text` is broken into at body size in a column `width` wide.
    ///
    /// # Errors
    /// A character no font draws.
    pub fn wrap(&self, text: &str, width: Pt) -> Result<Vec<String>, DocumentError> {
        let mut typesetter = Typesetter::new(&self.shelf)?;
        let lines = lines::set(&mut typesetter, &[span(text, BODY)], width);
        typesetter.finish()?;
        let words = |line: lines::Line| line.runs.into_iter().map(|run| run.text).collect();
        Ok(lines.into_iter().map(words).collect())
    }
}
