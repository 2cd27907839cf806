//! What is noted of a page while it is drawn: the one place where painting becomes facts.

use super::facts::{ImageFacts, PagePress, Point, SpaceKind};
use super::space::{Colour, Printed, Space};
use super::state::{Extent, State};
use crate::inspector::PageBox;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Points to an inch.
const POINTS: f64 = 72.0;

/// With which of its two colours something is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum With {
    Fill,
    Stroke,
}

impl With {
    pub(super) fn colour<'s>(self, state: &'s State<'_>) -> &'s Rc<Colour> {
        match self {
            Self::Fill => &state.fill,
            Self::Stroke => &state.stroke,
        }
    }

    fn of(self, [fill, stroke]: [bool; 2]) -> bool {
        match self {
            Self::Fill => fill,
            Self::Stroke => stroke,
        }
    }
}

/// A picture as its description says, wherever that stands.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    pub width: f64,
    pub height: f64,
    pub bits: f64,
    pub space: Space,
    pub stencil: bool,
    pub masked: bool,
    /// Which of four inks its pixels use, where that was found out.
    pub inks: Option<[bool; 4]>,
}

/// The notes of one page.
pub(super) struct Notes {
    pub number: u32,
    /// Size of the page's own units in points.
    pub unit: f64,
    pub press: PagePress,
    /// Each with the first thing in it.
    pub spaces: BTreeMap<SpaceKind, Point>,
    pub spots: BTreeMap<Rc<str>, Point>,
    pub fonts: BTreeSet<usize>,
    /// How many hidden things are open around what is drawn now.
    pub hidden: u32,
}

impl Notes {
    pub(super) fn new(number: u32, unit: f64) -> Self {
        Self {
            number,
            unit,
            press: PagePress::default(),
            spaces: BTreeMap::new(),
            spots: BTreeMap::new(),
            fonts: BTreeSet::new(),
            hidden: 0,
        }
    }

    /// Something in the colour in force covers `extent`, of which ink reaches `reach`. Answers what of it is seen.
    pub(super) fn paint(
        &mut self,
        state: &State<'_>,
        with: With,
        extent: Extent,
        reach: Extent,
    ) -> Option<PageBox> {
        if self.hidden > 0 {
            return None;
        }
        let seen = extent.within(state.clip)?;
        let colour = with.colour(state);
        let overprint = with.of(state.overprint);
        if colour.printed.white {
            let lost = match colour.vanishes {
                Some(only_in_mode_1) => !only_in_mode_1 || state.overprint_mode,
                None => false,
            };
            if overprint && lost {
                self.press.white_overprint.get_or_insert(corner(seen));
            }
            return Some(seen);
        }
        self.press.overprint |= overprint;
        self.press.transparent |= with.of(state.faint) || state.blended || state.masked;
        self.printed(&colour.printed, colour.space.kind(), seen);
        self.reaches(reach, state.clip);
        Some(seen)
    }

    /// A shading, or what else prints all inks of a space, covers `extent`.
    pub(super) fn cover(&mut self, state: &State<'_>, space: &Space, extent: Extent) {
        self.cover_in(state, space, &space.every_ink(), extent);
    }

    fn cover_in(&mut self, state: &State<'_>, space: &Space, printed: &Printed, extent: Extent) {
        if self.hidden > 0 {
            return;
        }
        let Some(seen) = extent.within(state.clip) else {
            return;
        };
        self.press.transparent |= state.faint[0] || state.blended || state.masked;
        self.press.overprint |= state.overprint[0];
        self.printed(printed, space.kind(), seen);
        self.reaches(extent, state.clip);
    }

    /// A picture in its place; `None` while it is hidden.
    pub(super) fn place(
        &mut self,
        state: &State<'_>,
        picture: &Picture,
        in_pattern: bool,
    ) -> Option<ImageFacts> {
        if self.hidden > 0 {
            return None;
        }
        let extent = state.ctm.around([0.0, 0.0, 1.0, 1.0]);
        let seen = extent.within(state.clip);
        if picture.stencil {
            self.paint(state, With::Fill, extent, extent);
        } else {
            let mut printed = picture.space.every_ink();
            let in_four = matches!(
                picture.space,
                Space::Plain(SpaceKind::Cmyk | SpaceKind::IccCmyk)
            );
            if let Some(inks) = picture.inks.filter(|_| in_four) {
                printed.process = inks;
            }
            self.cover_in(state, &picture.space, &printed, extent);
            self.press.transparent |= picture.masked && seen.is_some();
        }
        let ppi = |pixels: f64, length: f64| {
            let inches = length * self.unit / POINTS;
            let ppi = pixels / inches;
            if ppi.is_finite() { ppi } else { 0.0 }
        };
        Some(ImageFacts {
            page: self.number,
            // The casts saturate: an absurd picture stays an absurd number.
            width: picture.width as u32,
            height: picture.height as u32,
            ppi: (
                ppi(picture.width, state.ctm.across()),
                ppi(picture.height, state.ctm.up()),
            ),
            bits: picture.bits as u8,
            space: picture.space.kind(),
            indexed: picture.space.is_indexed(),
            stencil: picture.stencil,
            in_pattern,
            seen,
        })
    }

    /// A line of `width` page units is seen at `seen`.
    pub(super) fn line(&mut self, width: f64, seen: PageBox) {
        let points = width * self.unit;
        if !points.is_finite() {
            return;
        }
        if self
            .press
            .thinnest
            .is_none_or(|(thinnest, _)| points < thinnest)
        {
            self.press.thinnest = Some((points, corner(seen)));
        }
    }

    /// Text of `size` page units is seen at `seen`.
    pub(super) fn text(&mut self, size: f64, printed: &Printed, seen: PageBox) {
        let points = size * self.unit;
        let smallest = self
            .press
            .rich_black
            .is_none_or(|(smallest, _)| points < smallest);
        if printed.rich_black && points > 0.0 && points.is_finite() && smallest {
            self.press.rich_black = Some((points, corner(seen)));
        }
    }

    fn printed(&mut self, printed: &Printed, kind: SpaceKind, seen: PageBox) {
        self.spaces.entry(kind).or_insert_with(|| corner(seen));
        for spot in &printed.spots {
            if !self.spots.contains_key(spot) {
                self.spots.insert(Rc::clone(spot), corner(seen));
            }
        }
        for (needed, more) in self.press.process.iter_mut().zip(printed.process) {
            *needed |= more;
        }
        if printed.registration {
            self.press.registration.get_or_insert(corner(seen));
        }
        if let Some(sum) = printed.sum
            && self.press.most_ink.is_none_or(|(most, _)| sum > most)
        {
            self.press.most_ink = Some((sum, corner(seen)));
        }
    }

    fn reaches(&mut self, reach: Extent, clip: PageBox) {
        let Some(more) = reach.within(clip) else {
            return;
        };
        self.press.reach = Some(match self.press.reach {
            None => more,
            Some(so_far) => PageBox {
                left: so_far.left.min(more.left),
                bottom: so_far.bottom.min(more.bottom),
                right: so_far.right.max(more.right),
                top: so_far.top.max(more.top),
            },
        });
    }
}

/// The upper left corner: where people begin to look.
fn corner(seen: PageBox) -> Point {
    Point {
        x: seen.left,
        y: seen.top,
    }
}
