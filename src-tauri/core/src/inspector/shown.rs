//! A page as people see it: cropped, turned and in millimetres, measured from the upper left corner of what is shown.
//!
//! Whatever a file says of its boxes, its turn and its unit ends here; everybody else speaks of the page that is seen.

use super::{PageBox, PageFacts};

/// Millimetres to a point.
const MM_PER_POINT: f64 = 25.4 / 72.0;

/// A page as shown. All lengths are in millimetres, downwards and to the right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShownPage {
    /// Width of what is shown.
    pub width: f64,
    /// Height of what is shown.
    pub height: f64,
    /// The finished page within it: from here positions are measured.
    pub trim: ShownBox,
    crop: PageBox,
    rotate: u16,
    /// Millimetres to a unit of the page.
    unit: f64,
}

/// A rectangle on a page as shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShownBox {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl ShownPage {
    /// The page those facts describe.
    #[must_use]
    pub fn of(facts: &PageFacts) -> Self {
        let unit = facts.user_unit * MM_PER_POINT;
        let (width, height) = (facts.crop.width() * unit, facts.crop.height() * unit);
        let (width, height) = if facts.rotate.is_multiple_of(180) {
            (width, height)
        } else {
            (height, width)
        };
        let nowhere = ShownBox {
            left: 0.0,
            top: 0.0,
            width: 0.0,
            height: 0.0,
        };
        let mut page = Self {
            width,
            height,
            trim: nowhere,
            crop: facts.crop,
            rotate: facts.rotate,
            unit,
        };
        let trim = facts.trim;
        let (one, other) = (
            page.shown((trim.left, trim.bottom)),
            page.shown((trim.right, trim.top)),
        );
        page.trim = ShownBox {
            left: one.0.min(other.0),
            top: one.1.min(other.1),
            width: (one.0 - other.0).abs(),
            height: (one.1 - other.1).abs(),
        };
        page
    }

    /// Where a point of the page, in its own units, is seen.
    #[must_use]
    pub fn shown(self, (x, y): (f64, f64)) -> (f64, f64) {
        let crop = self.crop;
        let (right, down) = match self.rotate {
            90 => (y - crop.bottom, x - crop.left),
            180 => (crop.right - x, y - crop.bottom),
            270 => (crop.top - y, crop.right - x),
            _ => (x - crop.left, crop.top - y),
        };
        (right * self.unit, down * self.unit)
    }

    /// Which point of the page, in its own units, is seen there.
    #[must_use]
    pub fn on_page(self, (right, down): (f64, f64)) -> (f64, f64) {
        let crop = self.crop;
        let (right, down) = (right / self.unit, down / self.unit);
        match self.rotate {
            90 => (crop.left + down, crop.bottom + right),
            180 => (crop.right - right, crop.bottom + down),
            270 => (crop.right - down, crop.top - right),
            _ => (crop.left + right, crop.top - down),
        }
    }

    /// How drawings made on the page as shown, in points upwards from its lower left corner, are laid on the page itself:
    /// the six numbers of `cm`.
    #[must_use]
    pub fn overlay_matrix(self) -> [f64; 6] {
        let crop = self.crop;
        // One point is so many units of the page.
        let s = MM_PER_POINT / self.unit;
        match self.rotate {
            90 => [0.0, s, -s, 0.0, crop.right, crop.bottom],
            180 => [-s, 0.0, 0.0, -s, crop.right, crop.top],
            270 => [0.0, -s, s, 0.0, crop.left, crop.top],
            _ => [s, 0.0, 0.0, s, crop.left, crop.bottom],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn facts(crop: [f64; 4], trim: [f64; 4], rotate: u16, user_unit: f64) -> PageFacts {
        let page_box = |[left, bottom, right, top]: [f64; 4]| PageBox {
            left,
            bottom,
            right,
            top,
        };
        PageFacts {
            media: page_box(crop),
            crop: page_box(crop),
            bleed: page_box(crop),
            trim: page_box(trim),
            bleed_stated: true,
            trim_stated: true,
            rotate,
            user_unit,
            trim_width: 0,
            trim_height: 0,
        }
    }

    fn near(one: (f64, f64), other: (f64, f64)) -> bool {
        (one.0 - other.0).abs() < 1e-6 && (one.1 - other.1).abs() < 1e-6
    }

    #[test]
    fn clause_s_4_2_6_a_place_is_measured_on_the_page_as_it_is_seen() {
        // A page of 100 × 200 pt that begins at (10, 20); trim 10 pt inside; the point 15 pt right of and 30 pt above the
        // crop's lower left corner. By hand, in points: where it is seen, how large the page is, where the trim begins.
        let pt = 25.4 / 72.0;
        let table = [
            (0, (15.0, 170.0), (100.0, 200.0), (5.0, 12.0)),
            // Turned clockwise, the lower left corner becomes the upper left one.
            (90, (30.0, 15.0), (200.0, 100.0), (8.0, 5.0)),
            (180, (85.0, 30.0), (100.0, 200.0), (15.0, 8.0)),
            (270, (170.0, 85.0), (200.0, 100.0), (12.0, 15.0)),
        ];
        for (rotate, seen, size, trim) in table {
            for user_unit in [1.0, 2.5] {
                // Trim: 5 from the left, 15 from the right, 8 from below, 12 from above.
                let facts = facts(
                    [10.0, 20.0, 110.0, 220.0],
                    [15.0, 28.0, 95.0, 208.0],
                    rotate,
                    user_unit,
                );
                let page = ShownPage::of(&facts);
                let mm = pt * user_unit;
                assert!(
                    near(page.shown((25.0, 50.0)), (seen.0 * mm, seen.1 * mm)),
                    "{rotate}"
                );
                assert!(
                    near((page.width, page.height), (size.0 * mm, size.1 * mm)),
                    "{rotate}"
                );
                assert!(
                    near((page.trim.left, page.trim.top), (trim.0 * mm, trim.1 * mm)),
                    "{rotate}"
                );
            }
        }
    }

    proptest! {
        #[test]
        fn clause_s_4_2_6_every_turn_crop_and_unit_leads_back_to_the_same_point(
            left in -500.0..500.0_f64, bottom in -500.0..500.0_f64,
            width in 1.0..5000.0_f64, height in 1.0..5000.0_f64,
            turn in 0..4_u16, user_unit in 0.1..100.0_f64,
            x in -1000.0..6000.0_f64, y in -1000.0..6000.0_f64,
        ) {
            let crop = [left, bottom, left + width, bottom + height];
            let page = ShownPage::of(&facts(crop, crop, turn * 90, user_unit));
            let back = page.on_page(page.shown((x, y)));
            prop_assert!((back.0 - x).abs() < 1e-6 && (back.1 - y).abs() < 1e-6);
            // Without a trim of its own the page begins at the corner that is seen.
            prop_assert!(page.trim.left.abs() < 1e-9 && page.trim.top.abs() < 1e-9);
            prop_assert!((page.trim.width - page.width).abs() < 1e-6);
            prop_assert!((page.trim.height - page.height).abs() < 1e-6);
            // What is drawn on the page as seen lands on the very point of the page.
            let (right, down) = page.shown((x, y));
            let points = 72.0 / 25.4;
            let (across, up) = (right * points, (page.height - down) * points);
            let [a, b, c, d, e, f] = page.overlay_matrix();
            prop_assert!((a * across + c * up + e - x).abs() < 1e-6);
            prop_assert!((b * across + d * up + f - y).abs() < 1e-6);
        }
    }
}
