//! The marks a sheet carries on every page: 急, 免费打样, 补单, 返工, 作废, 练习.
//!
//! **Invariant:** no mark covers text; the practice desk's is seen on a page
//! held at arm's length and on one copied in grey.

use serde::{Deserialize, Serialize};

use super::display::{Colour, Face, Item};
use super::typesetter::{BODY, Style, Typesetter};
use super::units::{Pt, mm};

/// What a whole document is marked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// 急: a rush job.
    Rush,
    /// 免费打样: a proof nobody pays for.
    FreeProof,
    /// 补单: what an earlier order fell short of.
    Supplement,
    /// 返工: what is made anew.
    Rework,
    /// 作废: a newer version replaced it.
    Void,
    /// 练习: made on the practice desk (F2-02b).
    Practice,
}

impl Mark {
    /// The word that is printed.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Rush => "急",
            Self::FreeProof => "免费打样",
            Self::Supplement => "补单",
            Self::Rework => "返工",
            Self::Void => "作废",
            Self::Practice => "练习",
        }
    }

    const fn colour(self) -> Colour {
        match self {
            Self::Practice => Colour::PRACTICE,
            Self::Rush | Self::FreeProof | Self::Supplement | Self::Rework | Self::Void => {
                Colour::STAMP
            }
        }
    }

    const fn style(self) -> Style {
        BODY.bold().sized(13.0).coloured(self.colour())
    }
}

/// Height of a mark in the head of a page.
pub(super) const HEIGHT: Pt = mm(7.0);
const PAD: Pt = mm(1.8);
const GAP: Pt = mm(2.0);

/// The width `marks` take side by side.
pub(super) fn width(typesetter: &mut Typesetter<'_>, marks: &[Mark]) -> Pt {
    marks
        .iter()
        .map(|mark| typesetter.width(mark.word(), &mark.style()) + PAD * 2.0 + GAP)
        .sum()
}

/// Draws `marks` side by side from (`x`, `top`).
pub(super) fn draw(
    typesetter: &mut Typesetter<'_>,
    marks: &[Mark],
    x: Pt,
    top: Pt,
    items: &mut Vec<Item>,
) {
    let mut x = x;
    for mark in marks {
        let style = mark.style();
        let width = typesetter.width(mark.word(), &style) + PAD * 2.0;
        items.push(Item::Rect {
            at: (x, top),
            size: (width, HEIGHT),
            radius: Pt::ZERO,
            fill: None,
            stroke: Some((mark.colour(), Pt(1.5))),
        });
        items.push(Item::Text {
            x: x + PAD,
            baseline: top + HEIGHT / 2.0 + style.size * 0.38,
            size: style.size,
            face: Face::Bold,
            colour: style.colour,
            tracking: Pt::ZERO,
            text: mark.word().to_owned(),
        });
        x += width + GAP;
    }
}

/// Draws in the margins what must be seen on every page: the hatched bands of
/// the practice desk, the corner lines of a void sheet.
pub(super) fn draw_margins(
    typesetter: &mut Typesetter<'_>,
    marks: &[Mark],
    paper: (Pt, Pt),
    items: &mut Vec<Item>,
) {
    if marks.contains(&Mark::Practice) {
        for left in [mm(4.2), paper.0 - mm(8.2)] {
            practice_band(typesetter, left, mm(4.0), paper.1, items);
        }
    }
    if marks.contains(&Mark::Void) {
        // A short stroke across each corner: the way a void sheet is cut.
        let reach = mm(26.0);
        for (x, along) in [(Pt::ZERO, reach), (paper.0, -reach)] {
            for (y, down) in [(Pt::ZERO, reach), (paper.1, -reach)] {
                items.push(Item::Line {
                    from: (x + along * 0.55, y),
                    to: (x, y + down * 0.55),
                    width: Pt(3.0),
                    colour: Colour::STAMP,
                });
            }
        }
    }
}

/// A band of slanted bars with 练习 in it, top to bottom.
fn practice_band(
    typesetter: &mut Typesetter<'_>,
    left: Pt,
    width: Pt,
    height: Pt,
    items: &mut Vec<Item>,
) {
    typesetter.enter_field("练习");
    let (begin, end) = (mm(8.0), height - mm(8.0));
    let words = "练习不得用于生产";
    let step = mm(5.2);
    let block = step * 9.5;
    let style = BODY.bold().sized(11.0).coloured(Colour::PRACTICE);
    let mut rings = Vec::new();
    let mut y = begin;
    let period = mm(70.0);
    let mut at = 0.0;
    while y + mm(6.0) < end {
        // Bars, but where the words stand.
        let within = Pt(at % period.0);
        if within < period - block {
            rings.push(vec![
                (left, y + mm(4.0)),
                (left + width, y),
                (left + width, y + mm(2.0)),
                (left, y + mm(6.0)),
            ]);
            y += mm(4.0);
            at += mm(4.0).0;
        } else {
            let mut baseline = y + mm(6.0);
            if baseline + step * 8.0 > end {
                break;
            }
            for character in words.chars() {
                let (face, advance) = typesetter.measure(character, &style);
                items.push(Item::Text {
                    x: left + (width - advance) / 2.0,
                    baseline,
                    size: style.size,
                    face,
                    colour: style.colour,
                    tracking: Pt::ZERO,
                    text: character.to_string(),
                });
                baseline += step;
            }
            y += block;
            at = 0.0;
        }
    }
    items.push(Item::Polygon {
        rings,
        colour: Colour::PRACTICE,
    });
}
