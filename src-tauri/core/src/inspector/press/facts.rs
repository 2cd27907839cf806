//! What a press would meet in a PDF: plain data that crosses the pipe. Nothing here judges.

use crate::inspector::PageBox;
use serde::{Deserialize, Serialize};

/// What is printed of a PDF, and with what.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PressFacts {
    /// The standard it claims to keep, such as `PDF/X-4`.
    pub standard: Option<String>,
    /// The press it was made for.
    pub intent: Option<OutputIntent>,
    /// Every font, used or only carried along.
    pub fonts: Vec<FontFacts>,
    /// Every picture as often as it is placed.
    pub images: Vec<ImageFacts>,
    /// The colour spaces something is printed in.
    pub spaces: Vec<SpaceUse>,
    /// The spot colours something is printed in.
    pub spots: Vec<SpotUse>,
    /// 图层.
    pub layers: Vec<Layer>,
    /// Page by page, as many as [`super::super::PdfFacts::pages`].
    pub pages: Vec<PagePress>,
}

/// The printing condition a file names for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutputIntent {
    /// Its name, such as `FOGRA39` or `Japan Color 2001 Coated`.
    pub condition: String,
    /// How many colours its profile has, where one is carried along.
    pub channels: Option<u8>,
}

/// Page numbers from 1 in runs, each with its first and last page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pages(pub Vec<(u32, u32)>);

impl Pages {
    /// Adds a page that is not before the last one added.
    pub fn add(&mut self, page: u32) {
        match self.0.last_mut() {
            Some((_, last)) if *last == page => {}
            Some((_, last)) if last.checked_add(1) == Some(page) => *last = page,
            _ => self.0.push((page, page)),
        }
    }

    /// The first of them.
    #[must_use]
    pub fn first(&self) -> Option<u32> {
        self.0.first().map(|(first, _)| *first)
    }

    /// How many.
    #[must_use]
    pub fn count(&self) -> u32 {
        let of = |(first, last): &(u32, u32)| last.saturating_sub(*first).saturating_add(1);
        self.0.iter().map(of).fold(0, u32::saturating_add)
    }

    /// Whether `page` is one of them.
    #[must_use]
    pub fn has(&self, page: u32) -> bool {
        self.0
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&page))
    }
}

impl FromIterator<u32> for Pages {
    /// Of page numbers in ascending order.
    fn from_iter<I: IntoIterator<Item = u32>>(pages: I) -> Self {
        let mut runs = Self::default();
        pages.into_iter().for_each(|page| runs.add(page));
        runs
    }
}

/// A font.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FontFacts {
    /// Its name without the mark of a subset; empty for fonts that are drawings.
    pub name: String,
    /// How its letters are described.
    pub kind: FontKind,
    /// It is in the file.
    pub embedded: bool,
    /// Only the letters that are used are.
    pub subset: bool,
    /// Where something is set in it that prints.
    pub pages: Pages,
}

/// How the letters of a font are described.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FontKind {
    /// PostScript.
    Type1,
    /// PostScript, compact.
    Type1c,
    /// PostScript, compact, in OpenType.
    Type1cOpentype,
    /// Each letter a drawing.
    Type3,
    /// TrueType.
    Truetype,
    /// TrueType in OpenType.
    TruetypeOpentype,
    /// PostScript with numbered letters.
    CidType0,
    /// PostScript with numbered letters, compact.
    CidType0c,
    /// PostScript with numbered letters, compact, in OpenType.
    CidType0cOpentype,
    /// TrueType with numbered letters.
    CidTruetype,
    /// TrueType with numbered letters in OpenType.
    CidTruetypeOpentype,
    /// Something else.
    Unknown,
}

/// How colour is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpaceKind {
    /// Grey.
    Gray,
    /// Screen colours.
    Rgb,
    /// Process colours.
    Cmyk,
    /// Grey by measure.
    CalGray,
    /// Screen colours by measure.
    CalRgb,
    /// Colours by measure.
    Lab,
    /// Grey with a profile.
    IccGray,
    /// Screen colours with a profile.
    IccRgb,
    /// Process colours with a profile.
    IccCmyk,
    /// One ink by name.
    Separation,
    /// Several inks by name.
    DeviceN,
    /// Something else.
    Unknown,
}

impl SpaceKind {
    /// Every kind, in the order of the codes.
    pub const ALL: [Self; 12] = [
        Self::Gray,
        Self::Rgb,
        Self::Cmyk,
        Self::CalGray,
        Self::CalRgb,
        Self::Lab,
        Self::IccGray,
        Self::IccRgb,
        Self::IccCmyk,
        Self::Separation,
        Self::DeviceN,
        Self::Unknown,
    ];

    /// Whether it is a screen's colour, which no press has.
    #[must_use]
    pub const fn is_rgb(self) -> bool {
        matches!(self, Self::Rgb | Self::CalRgb | Self::IccRgb)
    }
}

/// A colour space and where it prints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpaceUse {
    /// Which.
    pub space: SpaceKind,
    /// Where.
    pub pages: Pages,
    /// The first thing in it, on the first of these pages.
    pub first: Option<Point>,
}

/// A spot colour and where it prints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpotUse {
    /// As the file names it.
    pub name: String,
    /// Where.
    pub pages: Pages,
    /// The first thing in it, on the first of these pages.
    pub first: Option<Point>,
}

/// A picture in its place.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImageFacts {
    /// On which page, from 1.
    pub page: u32,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Pixels an inch as placed, across and down.
    pub ppi: (f64, f64),
    /// Bits of each colour of a pixel.
    pub bits: u8,
    /// Its colours; of a palette those of the palette.
    pub space: SpaceKind,
    /// Its colours stand in a palette.
    pub indexed: bool,
    /// A stencil: it has no colours and is painted in the one in force.
    pub stencil: bool,
    /// Part of the sample of a pattern, which repeats it.
    pub in_pattern: bool,
    /// The part of it that is on the page; none of it when it lies outside or is cut away.
    pub seen: Option<PageBox>,
}

/// 图层.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layer {
    /// Its name.
    pub name: String,
    /// It is switched on.
    pub shown: bool,
}

/// A point of a page in the page's own units.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From below.
    pub y: f64,
}

/// What is printed on a page. Only what lies within its bleed counts: not the marks around it, not what is on a hidden layer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PagePress {
    /// How far ink reaches.
    pub reach: Option<PageBox>,
    /// Which process inks are needed: cyan, magenta, yellow, black.
    pub process: [bool; 4],
    /// Something is see-through.
    pub transparent: bool,
    /// Something is set to overprint.
    pub overprint: bool,
    /// The first white thing set to overprint, which therefore vanishes.
    pub white_overprint: Option<Point>,
    /// The first thing in 套版色, the colour of all plates.
    pub registration: Option<Point>,
    /// The thinnest line drawn, in points; 0 is as thin as the device can.
    pub thinnest: Option<(f64, Point)>,
    /// The smallest text in a black of several inks, in points.
    pub rich_black: Option<(f64, Point)>,
    /// The highest ink sum a declared colour gives, in percent. Pictures are not looked into.
    pub most_ink: Option<(f64, Point)>,
    /// Remarks that would be printed.
    pub printed_remarks: u32,
    /// Remarks that are only shown.
    pub shown_remarks: u32,
    /// Fields to be filled in.
    pub fields: u32,
    /// Why the page was not read to its end.
    pub unread: Option<Unread>,
}

/// Why a page was not read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unread {
    /// Its instructions cannot be unpacked.
    Damaged,
    /// Its instructions unfold to more than is read.
    TooLarge,
    /// It has more instructions than are followed.
    TooManySteps,
    /// The time for this file was up.
    OutOfTime,
}
