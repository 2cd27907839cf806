//! What is drawn over a copy of the customer's file: the 样本确认章, folios where the book has none, and where foil, UV,
//! embossing and die-cutting go (S-4.2.4b, S-4.2.5b, S-4.2.6).
//!
//! Each page is drawn as large as it is seen, from its upper left corner; the paper is as large as the largest of them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::super::DocumentError;
use super::super::display::{Colour, DisplayList, Item, Page};
use super::super::fonts::FontShelf;
use super::super::grid::{draw_line, span};
use super::super::lines;
use super::super::stamp::{self, StampBlock};
use super::super::typesetter::{BODY, Typesetter};
use super::super::units::{Pt, mm};
use super::Form;

/// How wide a stamp is, where the page is large enough.
const STAMP_WIDTH: Pt = mm(70.0);
/// How far it keeps from the edges of the trim.
const KEEP: Pt = mm(4.0);
/// How thick outlines are.
const OUTLINE: Pt = Pt(1.2);
/// Room around the words of a mark.
const PAD: Pt = mm(0.6);

/// The marks on some pages of a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MarkedCopyFacts {
    /// The pages that carry any, in order.
    pub pages: Vec<MarkedPage>,
    /// When the copy was made (UTC), for the properties of the file.
    pub made_at: DateTime<Utc>,
}

/// The marks on one page. Lengths are in millimetres of the page as it is seen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MarkedPage {
    /// Width and height of what is seen.
    pub size: (f32, f32),
    /// The trim within it: left, top, width, height.
    pub trim: [f32; 4],
    /// The stamp, and the corner of the trim it stands in.
    pub stamp: Option<(StampBlock, Corner)>,
    /// The number of the page, where it has none of its own.
    pub folio: Option<String>,
    /// Where things are done.
    pub positions: Vec<MarkedPosition>,
}

/// A corner of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Corner {
    /// 右下.
    #[default]
    BottomRight,
    /// 左下.
    BottomLeft,
    /// 右上.
    TopRight,
    /// 左上.
    TopLeft,
}

/// One position: its outline from the corner of the trim, and its words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MarkedPosition {
    /// Its corners, in millimetres.
    pub corners: Vec<(f32, f32)>,
    /// Which process it is, for the colour.
    pub ink: Ink,
    /// `烫金 书名 85 × 20 mm，左 62.5 上 40 · 金箔`.
    pub words: String,
}

/// The colour a process is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ink {
    /// 烫金.
    Gold,
    /// UV.
    Blue,
    /// 击凸.
    Green,
    /// 压凹.
    Teal,
    /// 模切.
    Magenta,
    /// Others.
    Violet,
}

impl Ink {
    /// Its colour.
    #[must_use]
    pub const fn colour(self) -> Colour {
        let (r, g, b) = match self {
            Self::Gold => (0.60, 0.41, 0.0),
            Self::Blue => (0.04, 0.37, 0.72),
            Self::Green => (0.15, 0.44, 0.29),
            Self::Teal => (0.04, 0.49, 0.53),
            Self::Magenta => (0.69, 0.13, 0.48),
            Self::Violet => (0.35, 0.31, 0.64),
        };
        Colour { r, g, b }
    }
}

impl Form for MarkedCopyFacts {
    fn lay_out(&self, shelf: &FontShelf) -> Result<DisplayList, DocumentError> {
        let mut typesetter = Typesetter::new(shelf)?;
        let largest =
            |side: fn(&MarkedPage) -> f32| mm(self.pages.iter().map(side).fold(1.0_f32, f32::max));
        let pages = self
            .pages
            .iter()
            .map(|page| page.draw(&mut typesetter))
            .collect();
        Ok(DisplayList {
            title: "样稿标记".to_owned(),
            made_at: self.made_at,
            paper: (largest(|page| page.size.0), largest(|page| page.size.1)),
            pages,
            fallbacks: typesetter.finish()?,
        })
    }
}

impl MarkedPage {
    fn draw(&self, typesetter: &mut Typesetter<'_>) -> Page {
        let mut items = Vec::new();
        for position in &self.positions {
            self.position(typesetter, position, &mut items);
        }
        if let Some(folio) = &self.folio {
            self.folio(typesetter, folio, &mut items);
        }
        if let Some((block, corner)) = &self.stamp {
            self.stamp(typesetter, block, *corner, &mut items);
        }
        Page { items }
    }

    /// The trim as far as it is seen: upper left and lower right corner.
    fn seen(&self) -> ((Pt, Pt), (Pt, Pt)) {
        let [left, top, width, height] = self.trim;
        let from = (mm(left.max(0.0)), mm(top.max(0.0)));
        let right = (left + width).min(self.size.0);
        let bottom = (top + height).min(self.size.1);
        (from, (mm(right), mm(bottom)))
    }

    fn position(
        &self,
        typesetter: &mut Typesetter<'_>,
        position: &MarkedPosition,
        items: &mut Vec<Item>,
    ) {
        let colour = position.ink.colour();
        let at = |(x, y): (f32, f32)| (mm(x + self.trim[0]), mm(y + self.trim[1]));
        let corners: Vec<(Pt, Pt)> = position.corners.iter().copied().map(at).collect();
        let next = corners.iter().cycle().skip(1);
        for (from, to) in corners.iter().zip(next) {
            items.push(Item::Line {
                from: *from,
                to: *to,
                width: OUTLINE,
                colour,
            });
        }
        let least = |of: fn(&(Pt, Pt)) -> Pt| corners.iter().map(of).reduce(Pt::min);
        let most = |of: fn(&(Pt, Pt)) -> Pt| corners.iter().map(of).reduce(Pt::max);
        let (Some(left), Some(top), Some(bottom)) =
            (least(|at| at.0), least(|at| at.1), most(|at| at.1))
        else {
            return;
        };
        typesetter.enter_field("工艺位置");
        let style = BODY.bold().coloured(colour);
        let room = mm(self.size.0) - PAD * 2.0;
        let set = lines::set(
            typesetter,
            &[span(&position.words, style)],
            room.max(mm(8.0)),
        );
        let height: Pt = set.iter().map(|line| line.height).sum();
        let width = set.iter().map(|line| line.width).fold(Pt::ZERO, Pt::max);
        // Above the outline, else below it, else within.
        let above = top - height - PAD * 2.0;
        let below = bottom + PAD;
        let y = if above >= Pt::ZERO {
            above
        } else if below + height + PAD <= mm(self.size.1) {
            below
        } else {
            top + PAD
        };
        let x = left.min(mm(self.size.0) - width - PAD).max(PAD);
        items.push(ground((x - PAD, y), (width + PAD * 2.0, height + PAD)));
        let mut y = y;
        for line in &set {
            draw_line(line, x, y, items);
            y += line.height;
        }
    }

    fn folio(&self, typesetter: &mut Typesetter<'_>, folio: &str, items: &mut Vec<Item>) {
        let ((left, _), (right, bottom)) = self.seen();
        typesetter.enter_field("页码");
        let style = BODY.bold().sized(10.5).coloured(Colour::STAMP);
        let set = lines::set(typesetter, &[span(folio, style)], mm(40.0));
        for line in set.iter().take(1) {
            let x = left + (right - left - line.width) / 2.0;
            let y = bottom - mm(6.0) - line.height;
            items.push(ground((x - PAD, y), (line.width + PAD * 2.0, line.height)));
            draw_line(line, x, y, items);
        }
    }

    fn stamp(
        &self,
        typesetter: &mut Typesetter<'_>,
        block: &StampBlock,
        corner: Corner,
        items: &mut Vec<Item>,
    ) {
        let ((left, top), (right, bottom)) = self.seen();
        let room = (right - left - KEEP * 2.0, bottom - top - KEEP * 2.0);
        let set = stamp::set(typesetter, block, STAMP_WIDTH);
        // On a page too small for it the stamp is smaller, never cut.
        let fits = |room: Pt, size: Pt| (room.0 / size.0).clamp(0.05, 1.0);
        let scale = fits(room.0, STAMP_WIDTH).min(fits(room.1, set.height));
        let size = (STAMP_WIDTH * scale, set.height * scale);
        let x = match corner {
            Corner::BottomRight | Corner::TopRight => right - KEEP - size.0,
            Corner::BottomLeft | Corner::TopLeft => left + KEEP,
        };
        let y = match corner {
            Corner::BottomRight | Corner::BottomLeft => bottom - KEEP - size.1,
            Corner::TopRight | Corner::TopLeft => top + KEEP,
        };
        let mut drawn = vec![ground((Pt::ZERO, Pt::ZERO), (STAMP_WIDTH, set.height))];
        set.draw(Pt::ZERO, Pt::ZERO, set.height, &mut drawn);
        items.extend(drawn.into_iter().map(|item| item.scaled(scale, (x, y))));
    }
}

/// White under the words: they are read on any picture.
fn ground(at: (Pt, Pt), size: (Pt, Pt)) -> Item {
    Item::Rect {
        at,
        size,
        radius: Pt::ZERO,
        fill: Some(Colour::PAPER),
        stroke: None,
    }
}
