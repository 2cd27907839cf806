//! The first page of the customer's file on the task sheet, and every position of finishing (S-4.2.6).

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::super::first_page::FirstPage;
use super::super::picture::GreyPicture;
use super::marked_copy::Ink;

/// The first page and the positions, worded as they are printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetFirstPage {
    /// Which file the picture is of, or why there is none; empty where the order has no file.
    pub caption: String,
    /// Hash of the content that is shown: the picture is what follows from it.
    pub sha256: String,
    /// Width and height of the page as it is seen, in tenths of a millimetre.
    pub size: (i64, i64),
    /// Where its trim begins, in tenths of a millimetre.
    pub trim: (i64, i64),
    /// The picture. It is kept by its hash, not with these words.
    #[serde(skip)]
    pub picture: Option<Arc<GreyPicture>>,
    /// Every position, in the order it was marked.
    pub positions: Vec<SheetPosition>,
}

/// A position of finishing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetPosition {
    /// `封面 烫金`.
    pub process: String,
    /// `书名 85 × 20 mm，左 62.5 上 40 · 金箔`.
    pub words: String,
    /// On what: `封面.pdf 第 1 页`.
    pub on: String,
    /// Its outline where it lies on the page that is shown, in tenths of a millimetre from the trim.
    pub corners: Vec<(i64, i64)>,
    /// The colour it is drawn in.
    pub ink: Ink,
}

impl SheetFirstPage {
    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.caption.is_empty() && self.positions.is_empty()
    }

    pub(super) fn block(&self) -> FirstPage {
        let millimetres = |(one, other): (i64, i64)| (one as f32 / 10.0, other as f32 / 10.0);
        let numbered = || {
            let numbers = (1..).map(|number: u32| number.to_string());
            numbers.zip(&self.positions)
        };
        let mut lines = vec![self.caption.clone()];
        lines.extend(numbered().map(|(sign, position)| {
            format!(
                "{sign}　{}：{}（{}）",
                position.process, position.words, position.on
            )
        }));
        FirstPage {
            picture: self.picture.clone(),
            size: millimetres(self.size),
            trim: millimetres(self.trim),
            marks: numbered()
                .filter(|(_, position)| !position.corners.is_empty())
                .map(|(sign, position)| {
                    let corners = position.corners.iter().copied().map(millimetres).collect();
                    (sign, corners, position.ink)
                })
                .collect(),
            lines,
        }
    }
}
