//! What the inspector knows of a file: plain data that crosses the pipe and is
//! kept with the file.

use super::{FileKind, Stated};
use serde::{Deserialize, Serialize};

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Inspected {
    /// What its content is.
    pub kind: FileKind,
    /// The ending of the path claims another kind. Asked of the path handed in;
    /// for another name ask [`FileKind::belies`].
    pub name_lies: bool,
    /// Size in bytes.
    pub size: u64,
    /// Pages and boxes, of a PDF or an Illustrator PDF only.
    pub pdf: Option<PdfFacts>,
    /// What a file without PDF pages says of itself.
    #[serde(default)]
    pub stated: Option<Stated>,
}

/// What is known of a PDF without drawing it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PdfFacts {
    /// Version, such as `1.7`: the later of the header's and the catalog's.
    pub version: String,
    /// The list of its parts was broken and had to be rebuilt by searching the
    /// file. All pages were found, but such a file is never added to in place.
    pub mended: bool,
    /// The pages in reading order; never empty.
    pub pages: Vec<PageFacts>,
}

/// One page.
///
/// Boxes are in the page's own units: 1/72 inch times [`PageFacts::user_unit`],
/// before rotation, as they stand in the file.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageFacts {
    /// The sheet the page was made on (inherited).
    pub media: PageBox,
    /// What viewers show (inherited): the CropBox where it lies within the
    /// media, else the media.
    pub crop: PageBox,
    /// How far the picture goes beyond the trim; the crop if not stated.
    pub bleed: PageBox,
    /// The finished page; the crop if not stated.
    pub trim: PageBox,
    /// The file states a bleed of its own.
    pub bleed_stated: bool,
    /// The file states a trim of its own.
    pub trim_stated: bool,
    /// Clockwise turn on showing: 0, 90, 180 or 270 degrees.
    pub rotate: u16,
    /// Size of a unit in 1/72 inch; 1 unless the file says otherwise.
    pub user_unit: f64,
    /// Width of the trim as shown, turned and scaled, in tenths of a millimetre.
    pub trim_width: u32,
    /// Height of the trim as shown, turned and scaled, in tenths of a millimetre.
    pub trim_height: u32,
}

/// A rectangle with its corners in order: `left <= right`, `bottom <= top`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageBox {
    /// Left edge.
    pub left: f64,
    /// Lower edge; PDF counts upwards.
    pub bottom: f64,
    /// Right edge.
    pub right: f64,
    /// Upper edge.
    pub top: f64,
}

impl PageBox {
    /// Width, never negative.
    #[must_use]
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// Height, never negative.
    #[must_use]
    pub fn height(self) -> f64 {
        self.top - self.bottom
    }

    /// A rectangle from two opposite corners in any order; `None` without area.
    pub(super) fn between([x0, y0, x1, y1]: [f64; 4]) -> Option<Self> {
        let made = Self {
            left: x0.min(x1),
            bottom: y0.min(y1),
            right: x0.max(x1),
            top: y0.max(y1),
        };
        (made.width() > 0.0 && made.height() > 0.0).then_some(made)
    }

    /// What both cover; `None` if that has no area.
    pub(super) fn within(self, other: Self) -> Option<Self> {
        let left = self.left.max(other.left);
        let bottom = self.bottom.max(other.bottom);
        let right = self.right.min(other.right);
        let top = self.top.min(other.top);
        (left < right && bottom < top).then_some(Self {
            left,
            bottom,
            right,
            top,
        })
    }
}

/// A length in points as tenths of a millimetre: 1 pt = 254 / 72 of them.
pub(super) fn tenths_of_a_millimetre(points: f64) -> u32 {
    // The cast saturates, so an absurd page stays an absurd number.
    (points * 254.0 / 72.0).round() as u32
}
