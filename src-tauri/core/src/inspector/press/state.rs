//! The state a page's instructions change as they go (ISO 32000-1, 8.4), in the page's own units.

use super::space::{Colour, Space};
use crate::inspector::PageBox;
use lopdf::Object;
use std::rc::Rc;

/// A transformation as the format writes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix(pub [f64; 6]);

impl Matrix {
    pub(super) const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First `self`, then `next`.
    pub(super) fn then(self, next: Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let [x, y, z, w, u, v] = next.0;
        Self([
            a * x + b * z,
            a * y + b * w,
            c * x + d * z,
            c * y + d * w,
            e * x + f * z + u,
            e * y + f * w + v,
        ])
    }

    pub(super) fn point(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How long one unit across becomes.
    pub(super) fn across(self) -> f64 {
        self.0[0].hypot(self.0[1])
    }

    /// How long one unit up becomes.
    pub(super) fn up(self) -> f64 {
        self.0[2].hypot(self.0[3])
    }

    /// By how much lengths grow, taken over all directions.
    pub(super) fn growth(self) -> f64 {
        let [a, b, c, d, ..] = self.0;
        (a * d - b * c).abs().sqrt()
    }

    /// What a rectangle becomes, as the upright rectangle around it.
    pub(super) fn around(self, [x0, y0, x1, y1]: [f64; 4]) -> Extent {
        let mut extent = Extent::NOTHING;
        for (x, y) in [(x0, y0), (x1, y0), (x0, y1), (x1, y1)] {
            extent.take(self.point(x, y));
        }
        extent
    }
}

/// The upright rectangle around points; it may be a line or a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extent {
    pub left: f64,
    pub bottom: f64,
    pub right: f64,
    pub top: f64,
}

impl Extent {
    pub(super) const NOTHING: Self = Self {
        left: f64::INFINITY,
        bottom: f64::INFINITY,
        right: f64::NEG_INFINITY,
        top: f64::NEG_INFINITY,
    };

    pub(super) fn take(&mut self, (x, y): (f64, f64)) {
        self.left = self.left.min(x);
        self.right = self.right.max(x);
        self.bottom = self.bottom.min(y);
        self.top = self.top.max(y);
    }

    pub(super) fn grown(self, by: f64) -> Self {
        Self {
            left: self.left - by,
            bottom: self.bottom - by,
            right: self.right + by,
            top: self.top + by,
        }
    }

    /// What both cover; `None` where they only touch, or not even that. Something without breadth of its own, such as a
    /// line, is covered where it lies inside.
    pub(super) fn within(self, other: PageBox) -> Option<PageBox> {
        let left = self.left.max(other.left);
        let bottom = self.bottom.max(other.bottom);
        let right = self.right.min(other.right);
        let top = self.top.min(other.top);
        // Transformations within transformations may lead beyond all numbers.
        let inside = |from: f64, to: f64, flat: bool| {
            from.is_finite() && to.is_finite() && (from < to || flat && from == to)
        };
        (inside(left, right, self.left == self.right)
            && inside(bottom, top, self.bottom == self.top))
        .then_some(PageBox {
            left,
            bottom,
            right,
            top,
        })
    }
}

/// The state.
#[derive(Clone)]
pub(super) struct State<'d> {
    pub ctm: Matrix,
    /// The upright rectangle around what is not cut away.
    pub clip: PageBox,
    pub fill: Rc<Colour>,
    pub stroke: Rc<Colour>,
    pub fill_pattern: Option<&'d Object>,
    pub stroke_pattern: Option<&'d Object>,
    pub line_width: f64,
    /// Which of the file's fonts, by its place in the list.
    pub font: Option<usize>,
    pub font_size: f64,
    pub leading: f64,
    pub text_mode: u8,
    /// Filling and stroking with less than full strength.
    pub faint: [bool; 2],
    /// Mixed with what is below otherwise than by covering it.
    pub blended: bool,
    /// Painted through a mask.
    pub masked: bool,
    /// Filling and stroking leave other inks alone.
    pub overprint: [bool; 2],
    /// A zero of one ink leaves it alone, too.
    pub overprint_mode: bool,
}

impl State<'_> {
    pub(super) fn new(clip: PageBox) -> Self {
        let black = Rc::new(Space::GRAY.first_colour());
        Self {
            ctm: Matrix::SAME,
            clip,
            fill: Rc::clone(&black),
            stroke: black,
            fill_pattern: None,
            stroke_pattern: None,
            line_width: 1.0,
            font: None,
            font_size: 0.0,
            leading: 0.0,
            text_mode: 0,
            faint: [false; 2],
            blended: false,
            masked: false,
            overprint: [false; 2],
            overprint_mode: false,
        }
    }
}

/// All that is not cut away.
pub(super) fn whole_clip(state: &State<'_>) -> Extent {
    let PageBox {
        left,
        bottom,
        right,
        top,
    } = state.clip;
    Extent {
        left,
        bottom,
        right,
        top,
    }
}

/// Cuts away what is outside `by`; nothing may be left, which no extent is within.
pub(super) fn cut(clip: PageBox, by: Extent) -> PageBox {
    PageBox {
        left: clip.left.max(by.left),
        bottom: clip.bottom.max(by.bottom),
        right: clip.right.min(by.right),
        top: clip.top.min(by.top),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_s_4_1_4a_a_transformation_turns_and_scales() {
        let turned = Matrix([0.0, 2.0, -3.0, 0.0, 10.0, 20.0]);
        assert_eq!(turned.point(1.0, 1.0), (7.0, 22.0));
        assert_eq!((turned.across(), turned.up()), (2.0, 3.0));
        let moved = Matrix([1.0, 0.0, 0.0, 1.0, 1.0, 0.0]);
        assert_eq!(moved.then(turned).point(0.0, 1.0), (7.0, 22.0));
        assert!((turned.growth() - 6.0_f64.sqrt()).abs() < 1e-9);
    }

    #[test]
    fn clause_s_4_1_4a_a_line_without_breadth_is_on_the_page() {
        let page = PageBox {
            left: 0.0,
            bottom: 0.0,
            right: 100.0,
            top: 100.0,
        };
        let mut line = Extent::NOTHING;
        line.take((10.0, 50.0));
        line.take((90.0, 50.0));
        assert!(line.within(page).is_some());
        let mut outside = Extent::NOTHING;
        outside.take((100.0, 0.0));
        outside.take((120.0, 50.0));
        assert!(outside.within(page).is_none());
        assert!(Extent::NOTHING.within(page).is_none());
    }
}
