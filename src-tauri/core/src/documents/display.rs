//! The display list: what stands where on each page, as plain data.
//!
//! Layout ends here and ink begins here. Tests read this list, not the PDF.
//!
//! **Invariant:** nothing in the list depends on the PDF crate, and every
//! character in it was measured in a face that draws it.

use std::fmt::Write as _;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::fonts::Typeface;
use super::picture::GreyPicture;
use super::units::Pt;

/// A colour of the press room's office printer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colour {
    /// Red, 0 to 1.
    pub r: f32,
    /// Green, 0 to 1.
    pub g: f32,
    /// Blue, 0 to 1.
    pub b: f32,
}

impl Colour {
    /// Text.
    pub const INK: Self = Self::grey(0.06);
    /// Labels beside their values: still dark enough for a laser printer.
    pub const LABEL: Self = Self::grey(0.27);
    /// What a change struck out.
    pub const STRUCK: Self = Self::grey(0.42);
    /// Thin lines inside a table.
    pub const HAIR: Self = Self::grey(0.62);
    /// The frame around a table.
    pub const FRAME: Self = Self::grey(0.25);
    /// Behind labels.
    pub const TINT: Self = Self::grey(0.95);
    /// Behind the name of a component.
    pub const BAND: Self = Self::grey(0.88);
    /// Paper.
    pub const PAPER: Self = Self::grey(1.0);
    /// Stamps, 急, 作废.
    pub const STAMP: Self = Self {
        r: 0.76,
        g: 0.11,
        b: 0.13,
    };
    /// The practice desk.
    pub const PRACTICE: Self = Self {
        r: 0.42,
        g: 0.16,
        b: 0.55,
    };

    /// A grey, 0 black to 1 white.
    #[must_use]
    pub const fn grey(level: f32) -> Self {
        Self {
            r: level,
            g: level,
            b: level,
        }
    }
}

/// Which font a run is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Noto Sans SC 400.
    Regular,
    /// Noto Sans SC 700.
    Bold,
    /// A font of the system, by its place in [`DisplayList::fallbacks`].
    Fallback(usize),
}

/// One thing drawn on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// Characters of one face and size on one baseline.
    Text {
        /// Left end of the run.
        x: Pt,
        /// Baseline, from the upper edge.
        baseline: Pt,
        /// Size of the type.
        size: Pt,
        /// The face that draws it.
        face: Face,
        /// Its colour.
        colour: Colour,
        /// Added after each character.
        tracking: Pt,
        /// The characters.
        text: String,
    },
    /// A straight line.
    Line {
        /// Where it begins: x, y.
        from: (Pt, Pt),
        /// Where it ends: x, y.
        to: (Pt, Pt),
        /// Its thickness.
        width: Pt,
        /// Its colour.
        colour: Colour,
    },
    /// A rectangle, with round corners where `radius` is not zero.
    Rect {
        /// Upper left corner: x, y.
        at: (Pt, Pt),
        /// Width and height.
        size: (Pt, Pt),
        /// Radius of the corners.
        radius: Pt,
        /// Filled with.
        fill: Option<Colour>,
        /// Outlined with, and how thick.
        stroke: Option<(Colour, Pt)>,
    },
    /// A grey picture; it lies under everything else of its page.
    Picture {
        /// Upper left corner: x, y.
        at: (Pt, Pt),
        /// Width and height.
        size: (Pt, Pt),
        /// Its pixels.
        picture: Arc<GreyPicture>,
    },
    /// Filled shapes that belong together: the modules of a QR code.
    Polygon {
        /// Each shape as its corners.
        rings: Vec<Vec<(Pt, Pt)>>,
        /// Filled with.
        colour: Colour,
    },
}

impl Item {
    /// The same thing `scale` times as large, with the corner of its page at `to`.
    pub(super) fn scaled(self, scale: f32, to: (Pt, Pt)) -> Self {
        let at = |(x, y): (Pt, Pt)| (to.0 + x * scale, to.1 + y * scale);
        match self {
            Self::Text {
                x,
                baseline,
                size,
                face,
                colour,
                tracking,
                text,
            } => {
                let (x, baseline) = at((x, baseline));
                Self::Text {
                    x,
                    baseline,
                    size: size * scale,
                    face,
                    colour,
                    tracking: tracking * scale,
                    text,
                }
            }
            Self::Line {
                from,
                to: end,
                width,
                colour,
            } => Self::Line {
                from: at(from),
                to: at(end),
                width: width * scale,
                colour,
            },
            Self::Rect {
                at: corner,
                size,
                radius,
                fill,
                stroke,
            } => Self::Rect {
                at: at(corner),
                size: (size.0 * scale, size.1 * scale),
                radius: radius * scale,
                fill,
                stroke: stroke.map(|(colour, width)| (colour, width * scale)),
            },
            Self::Picture {
                at: corner,
                size,
                picture,
            } => Self::Picture {
                at: at(corner),
                size: (size.0 * scale, size.1 * scale),
                picture,
            },
            Self::Polygon { rings, colour } => Self::Polygon {
                rings: rings
                    .into_iter()
                    .map(|ring| ring.into_iter().map(at).collect())
                    .collect(),
                colour,
            },
        }
    }
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Drawn first to last.
    pub items: Vec<Item>,
}

/// A laid out document.
#[derive(Clone, Debug)]
pub struct DisplayList {
    /// Title of the document, for the viewer's window and the file's properties.
    pub title: String,
    /// When it was made; handed in, never read from a clock.
    pub made_at: DateTime<Utc>,
    /// Width and height of every page.
    pub paper: (Pt, Pt),
    /// The pages.
    pub pages: Vec<Page>,
    /// System fonts this document needs, in the order of [`Face::Fallback`].
    pub fallbacks: Vec<Arc<Typeface>>,
}

impl DisplayList {
    /// The layout as text, one run a line: millimetres from the left and upper
    /// edge, size, face, words. Goldens compare this.
    #[must_use]
    pub fn golden(&self) -> String {
        let mut text = format!("{}\n", self.title);
        for (number, page) in (1..).zip(&self.pages) {
            // Writing into a String cannot fail.
            let _ = writeln!(
                text,
                "== page {number} of {} · {:.0} × {:.0} mm",
                self.pages.len(),
                self.paper.0.as_mm(),
                self.paper.1.as_mm()
            );
            for item in &page.items {
                if let Item::Text {
                    x,
                    baseline,
                    size,
                    face,
                    text: words,
                    ..
                } = item
                {
                    let face = match face {
                        Face::Regular => String::new(),
                        Face::Bold => " b".to_owned(),
                        Face::Fallback(index) => format!(" f{index}"),
                    };
                    let _ = writeln!(
                        text,
                        "{:6.1} {:6.1} {}{face}\t{words}",
                        x.as_mm(),
                        baseline.as_mm(),
                        size.0
                    );
                }
            }
        }
        text
    }

    /// The words of one page in the order they are drawn.
    #[must_use]
    pub fn words(&self, page: usize) -> Vec<&str> {
        self.pages
            .get(page)
            .into_iter()
            .flat_map(|page| &page.items)
            .filter_map(|item| match item {
                Item::Text { text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect()
    }
}
