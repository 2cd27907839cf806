//! Where text stands: the text matrix and the beginning of the line (ISO 32000-1, 9.4.2).
//!
//! How wide letters are is not known without their fonts, so the breadth of a text is a guess that is only used to tell
//! whether it is on the page at all.

use super::state::{Extent, Matrix};
use super::tokens::Tokens;

/// Guessed breadth of a letter in its size.
const BREADTH: f64 = 0.6;

/// How far letters go below the line, in their size.
const BELOW: f64 = 0.3;

/// The place of the text being shown.
pub(super) struct TextPlace {
    matrix: Matrix,
    line: Matrix,
}

impl Default for TextPlace {
    fn default() -> Self {
        Self {
            matrix: Matrix::SAME,
            line: Matrix::SAME,
        }
    }
}

impl TextPlace {
    /// Follows an operator that moves; others are none of its.
    pub(super) fn moved(&mut self, operator: &[u8], tokens: &Tokens<'_>, leading: &mut f64) {
        match operator {
            b"BT" => *self = Self::default(),
            b"Tm" => {
                if let Some(matrix) = tokens.numbers() {
                    self.line = Matrix(matrix);
                    self.matrix = self.line;
                }
            }
            b"Td" | b"TD" => {
                if let Some([x, y]) = tokens.numbers() {
                    if operator == b"TD" {
                        *leading = -y;
                    }
                    self.by(x, y);
                }
            }
            b"T*" => self.next_line(*leading),
            _ => {}
        }
    }

    pub(super) fn next_line(&mut self, leading: f64) {
        self.by(0.0, -leading);
    }

    fn by(&mut self, x: f64, y: f64) {
        self.line = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(self.line);
        self.matrix = self.line;
    }

    /// About what `length` bytes cover on the page, and how high the letters are there.
    pub(super) fn around(&self, ctm: Matrix, size: f64, length: usize) -> (Extent, f64) {
        let on_page = self.matrix.then(ctm);
        let breadth = size * BREADTH * length as f64;
        let extent = on_page.around([0.0, -BELOW * size, breadth, size]);
        (extent, size.abs() * on_page.up())
    }

    /// Where it begins.
    pub(super) fn begin(&self, ctm: Matrix) -> Extent {
        let mut extent = Extent::NOTHING;
        extent.take(self.matrix.then(ctm).point(0.0, 0.0));
        extent
    }
}
