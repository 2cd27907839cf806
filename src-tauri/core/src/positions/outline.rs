//! The outline of a position: a rectangle or a polygon in tenths of a millimetre from the upper left corner of the trim,
//! to the right and downwards, on the page as it is seen.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PositionRefusal;
use crate::inspector::ShownPage;
use crate::measures::Millimetres;

/// The least a position is wide and high: nobody sees or makes a smaller one.
const LEAST: i64 = 5;
/// The most corners of an outline.
const MOST_CORNERS: usize = 200;
/// No page is larger: a hundred metres.
const FARTHEST: i64 = 1_000_000;
/// How far beyond what is shown an outline may lie: rounding to tenths, not more.
const SLACK: f64 = 1.0;

/// Where on a page something is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "shape", rename_all = "snake_case")]
pub enum Outline {
    /// An upright rectangle.
    Rectangle(Frame),
    /// A closed line through its corners.
    Polygon {
        /// Each as right and down.
        #[ts(type = "[number, number][]")]
        corners: Vec<(i64, i64)>,
    },
}

/// The upright rectangle around something, in tenths of a millimetre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Frame {
    /// From the left edge of the trim; negative in the bleed.
    #[ts(type = "number")]
    pub left: i64,
    /// From the upper edge of the trim.
    #[ts(type = "number")]
    pub top: i64,
    /// Width.
    #[ts(type = "number")]
    pub width: i64,
    /// Height.
    #[ts(type = "number")]
    pub height: i64,
}

impl Outline {
    /// The rectangle around it.
    #[must_use]
    pub fn frame(&self) -> Frame {
        match self {
            Self::Rectangle(frame) => *frame,
            Self::Polygon { corners } => {
                let span = |of: fn(&(i64, i64)) -> i64| {
                    let (mut least, mut most) = (i64::MAX, i64::MIN);
                    for value in corners.iter().map(of) {
                        least = least.min(value);
                        most = most.max(value);
                    }
                    if least > most {
                        (0, 0)
                    } else {
                        (least, most.saturating_sub(least))
                    }
                };
                let (left, width) = span(|corner| corner.0);
                let (top, height) = span(|corner| corner.1);
                Frame {
                    left,
                    top,
                    width,
                    height,
                }
            }
        }
    }

    /// Its corners in turn.
    #[must_use]
    pub fn corners(&self) -> Vec<(i64, i64)> {
        match self {
            Self::Rectangle(frame) => {
                let (right, bottom) = (frame.left + frame.width, frame.top + frame.height);
                vec![
                    (frame.left, frame.top),
                    (right, frame.top),
                    (right, bottom),
                    (frame.left, bottom),
                ]
            }
            Self::Polygon { corners } => corners.clone(),
        }
    }

    /// Whether its figures are such as could stand on a page at all: reckoning with them goes astray nowhere.
    #[must_use]
    pub fn is_measured(&self) -> bool {
        let near = |length: i64| (-FARTHEST..=FARTHEST).contains(&length);
        match self {
            Self::Rectangle(frame) => [frame.left, frame.top, frame.width, frame.height]
                .into_iter()
                .all(near),
            Self::Polygon { corners } => corners.iter().all(|(x, y)| near(*x) && near(*y)),
        }
    }

    /// The same outline drawn to fill `to`: moved, and made larger or smaller with it.
    #[must_use]
    pub fn framed(&self, to: Frame) -> Self {
        let from = self.frame();
        let along = |value: i64, begin: i64, size: i64, new_begin: i64, new_size: i64| {
            if size == 0 {
                return new_begin;
            }
            let part = i128::from(value - begin) * i128::from(new_size) * 2 + i128::from(size);
            let part = part.div_euclid(i128::from(size) * 2);
            new_begin + i64::try_from(part).unwrap_or_default()
        };
        match self {
            Self::Rectangle(_) => Self::Rectangle(to),
            Self::Polygon { corners } => Self::Polygon {
                corners: corners
                    .iter()
                    .map(|(x, y)| {
                        (
                            along(*x, from.left, from.width, to.left, to.width),
                            along(*y, from.top, from.height, to.top, to.height),
                        )
                    })
                    .collect(),
            },
        }
    }

    /// Decides whether it can stand on `page`.
    ///
    /// # Errors
    /// When it is too small to be seen, has too many corners, or does not lie on what is shown of the page.
    pub fn check(&self, name: &str, page: &ShownPage) -> Result<(), PositionRefusal> {
        if let Self::Polygon { corners } = self
            && !(3..=MOST_CORNERS).contains(&corners.len())
        {
            return Err(PositionRefusal::BadOutline { most: MOST_CORNERS });
        }
        let tenth = |millimetres: f64| millimetres * 10.0;
        let (left, top) = (-tenth(page.trim.left), -tenth(page.trim.top));
        let (right, bottom) = (left + tenth(page.width), top + tenth(page.height));
        let inside = |(x, y): &(i64, i64)| {
            let (x, y) = (*x as f64, *y as f64);
            x >= left - SLACK && x <= right + SLACK && y >= top - SLACK && y <= bottom + SLACK
        };
        // Far off the page is refused before a sum of its sides could overflow.
        if !self.is_measured() || !self.corners().iter().all(inside) {
            return Err(PositionRefusal::OffThePage {
                name: name.to_owned(),
            });
        }
        let frame = self.frame();
        if frame.width < LEAST || frame.height < LEAST {
            return Err(PositionRefusal::TooSmall {
                name: name.to_owned(),
                least: Millimetres(LEAST),
            });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inspector::{PageBox, PageFacts};

    fn rectangle(left: i64, top: i64, width: i64, height: i64) -> Outline {
        Outline::Rectangle(Frame {
            left,
            top,
            width,
            height,
        })
    }

    /// A card of 90 × 54 mm with 3 mm of bleed.
    fn a_card() -> ShownPage {
        let points = |mm: f64| mm * 72.0 / 25.4;
        let with = |around: f64| PageBox {
            left: points(3.0 - around),
            bottom: points(3.0 - around),
            right: points(93.0 + around),
            top: points(57.0 + around),
        };
        ShownPage::of(&PageFacts {
            media: with(3.0),
            crop: with(3.0),
            bleed: with(3.0),
            trim: with(0.0),
            bleed_stated: true,
            trim_stated: true,
            rotate: 0,
            user_unit: 1.0,
            trim_width: 900,
            trim_height: 540,
        })
    }

    #[test]
    fn clause_s_4_2_6_a_position_lies_on_the_page_and_is_large_enough_to_be_made() {
        let page = a_card();
        let off = || {
            Err(PositionRefusal::OffThePage {
                name: "烫金".to_owned(),
            })
        };
        let small = || {
            Err(PositionRefusal::TooSmall {
                name: "烫金".to_owned(),
                least: Millimetres(5),
            })
        };
        let table = [
            // The whole of the page with its bleed, and a tenth more.
            (rectangle(-30, -30, 960, 600), Ok(())),
            (rectangle(-32, -30, 100, 100), off()),
            (rectangle(-30, -32, 100, 100), off()),
            (rectangle(900, 0, 32, 10), off()),
            (rectangle(0, 540, 10, 32), off()),
            (rectangle(0, 0, 5, 5), Ok(())),
            (rectangle(0, 0, 4, 5), small()),
            (rectangle(0, 0, 5, 4), small()),
            (rectangle(0, 0, i64::MAX, 10), off()),
        ];
        for (outline, expected) in table {
            assert_eq!(outline.check("烫金", &page), expected, "{outline:?}");
        }
    }

    #[test]
    fn clause_s_4_2_6_an_outline_has_three_to_two_hundred_corners() {
        let page = a_card();
        let with = |count: i64| Outline::Polygon {
            corners: (0..count).map(|at| (at, (at * 37) % 100)).collect(),
        };
        for (count, well) in [(2, false), (7, true), (200, true), (201, false)] {
            assert_eq!(with(count).check("击凸", &page).is_ok(), well, "{count}");
        }
        let bad = PositionRefusal::BadOutline { most: 200 };
        assert_eq!(with(2).check("击凸", &page), Err(bad));
    }

    #[test]
    fn clause_s_4_2_6_typed_millimetres_move_and_stretch_an_outline() {
        let triangle = Outline::Polygon {
            corners: vec![(100, 100), (200, 100), (150, 180)],
        };
        assert_eq!(
            triangle.frame(),
            Frame {
                left: 100,
                top: 100,
                width: 100,
                height: 80
            }
        );
        let twice = triangle.framed(Frame {
            left: -10,
            top: 0,
            width: 200,
            height: 40,
        });
        let corners = vec![(-10, 0), (190, 0), (90, 40)];
        assert_eq!(twice, Outline::Polygon { corners });
        let frame = Frame {
            left: 1,
            top: 2,
            width: 3,
            height: 4,
        };
        assert_eq!(rectangle(0, 0, 10, 10).framed(frame), rectangle(1, 2, 3, 4));
    }
}
