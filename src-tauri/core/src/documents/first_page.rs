//! The first page of the customer's file on a task sheet: a small picture with the outlines of what is done there, and beside
//! it every position in words.

use std::sync::Arc;

use super::display::{Colour, Item};
use super::forms::marked_copy::Ink;
use super::grid::{draw_line, span};
use super::lines::{self, Line};
use super::picture::GreyPicture;
use super::typesetter::{BODY, Typesetter};
use super::units::{Pt, mm};

/// The largest the picture stands.
const LARGEST: (Pt, Pt) = (mm(46.0), mm(52.0));
const GAP: Pt = mm(4.0);

/// A number, the corners of what it is for, in millimetres from the trim, and the ink of its outline.
pub(super) type Outlined = (String, Vec<(f32, f32)>, Ink);

/// What stands there.
#[derive(Clone, Debug)]
pub(super) struct FirstPage {
    pub(super) picture: Option<Arc<GreyPicture>>,
    /// Width and height of the page as it is seen, in millimetres.
    pub(super) size: (f32, f32),
    /// Where its trim begins.
    pub(super) trim: (f32, f32),
    /// Outlines on it.
    pub(super) marks: Vec<Outlined>,
    /// Words beside it, line by line; the first in quiet letters.
    pub(super) lines: Vec<String>,
}

/// It, with its words broken into lines.
pub(super) struct SetFirstPage<'f> {
    page: &'f FirstPage,
    picture: (Pt, Pt),
    pub(super) lines: Vec<Line>,
    numbers: Vec<Vec<Line>>,
}

/// Sets the words of `page` beside its picture in a column `width` wide.
pub(super) fn set<'f>(
    typesetter: &mut Typesetter<'_>,
    page: &'f FirstPage,
    width: Pt,
) -> SetFirstPage<'f> {
    let picture = match &page.picture {
        None => (Pt::ZERO, Pt::ZERO),
        Some(_) => {
            let by_width = LARGEST.0.0 / page.size.0.max(0.1);
            let by_height = LARGEST.1.0 / page.size.1.max(0.1);
            let scale = by_width.min(by_height);
            (Pt(page.size.0 * scale), Pt(page.size.1 * scale))
        }
    };
    let beside = if page.picture.is_some() {
        width - picture.0 - GAP
    } else {
        width
    };
    let mut set = Vec::new();
    for (index, text) in page.lines.iter().enumerate() {
        let style = if index == 0 {
            BODY.coloured(Colour::LABEL)
        } else {
            BODY
        };
        typesetter.enter_field("工艺位置");
        set.extend(lines::set(typesetter, &[span(text, style)], beside));
    }
    let numbers = page
        .marks
        .iter()
        .map(|(number, _, ink)| {
            let style = BODY.bold().coloured(ink.colour());
            lines::set(typesetter, &[span(number, style)], mm(10.0))
        })
        .collect();
    SetFirstPage {
        page,
        picture,
        lines: set,
        numbers,
    }
}

impl SetFirstPage<'_> {
    /// How high the picture is.
    pub(super) const fn height(&self) -> Pt {
        self.picture.1
    }

    /// Where the words begin.
    pub(super) fn beside(&self) -> Pt {
        if self.page.picture.is_some() {
            self.picture.0 + GAP
        } else {
            Pt::ZERO
        }
    }

    /// Draws the picture and its outlines with the upper left corner at (`x`, `top`).
    pub(super) fn draw(&self, x: Pt, top: Pt, items: &mut Vec<Item>) {
        let Some(picture) = &self.page.picture else {
            return;
        };
        items.push(Item::Picture {
            at: (x, top),
            size: self.picture,
            picture: Arc::clone(picture),
        });
        items.push(Item::Rect {
            at: (x, top),
            size: self.picture,
            radius: Pt::ZERO,
            fill: None,
            stroke: Some((Colour::FRAME, Pt(0.4))),
        });
        let scale = self.picture.0.0 / self.page.size.0.max(0.1);
        let place = |(right, down): (f32, f32)| {
            let along = |begin: f32, length: f32, room: Pt| {
                Pt(((begin + length) * scale).clamp(0.0, room.0))
            };
            (
                x + along(self.page.trim.0, right, self.picture.0),
                top + along(self.page.trim.1, down, self.picture.1),
            )
        };
        for ((_, corners, ink), number) in self.page.marks.iter().zip(&self.numbers) {
            let corners: Vec<(Pt, Pt)> = corners.iter().copied().map(place).collect();
            let next = corners.iter().cycle().skip(1);
            for (from, to) in corners.iter().zip(next) {
                items.push(Item::Line {
                    from: *from,
                    to: *to,
                    width: Pt(1.0),
                    colour: ink.colour(),
                });
            }
            let (Some(first), Some(line)) = (corners.first(), number.first()) else {
                continue;
            };
            let left = (first.0 - line.width - Pt(1.0)).max(x);
            items.push(Item::Rect {
                at: (left, first.1),
                size: (line.width, line.height),
                radius: Pt::ZERO,
                fill: Some(Colour::PAPER),
                stroke: None,
            });
            draw_line(line, left, first.1, items);
        }
    }
}
