//! 书脊厚度: how thick a book gets.

use thiserror::Error;

use crate::measures::Micrometres;

/// A text component as the spine sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextBlock {
    /// P数; two pages are one leaf.
    pub pages: i64,
    /// 厚度 of its paper.
    pub caliper: Micrometres,
}

/// Why a spine cannot be reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NoSpine {
    /// No text component, or none with a caliper.
    #[error("there is no text component to measure")]
    NoText,
    /// Pages must be even and not negative.
    #[error("{pages} pages make no whole leaves")]
    NoWholeLeaves {
        /// P数 of the component.
        pages: i64,
    },
    /// A caliper must be greater than 0, and the whole must be countable.
    #[error("a caliper of {} µm cannot be", caliper.0)]
    AbsurdCaliper {
        /// The caliper put in.
        caliper: Micrometres,
    },
}

/// The spine width: P/2 × caliper over all text components, and for 精装 the front and the back board of this thickness.
///
/// # Errors
/// [`NoSpine`] where a component has no whole leaves or no thickness.
pub fn spine(text: &[TextBlock], board: Option<Micrometres>) -> Result<Micrometres, NoSpine> {
    if text.is_empty() {
        return Err(NoSpine::NoText);
    }
    let boards = board.into_iter().map(|thickness| (2, thickness));
    let mut width = Micrometres(0);
    for block in text {
        if block.pages < 0 || block.pages % 2 != 0 {
            return Err(NoSpine::NoWholeLeaves { pages: block.pages });
        }
    }
    for (layers, caliper) in text
        .iter()
        .map(|block| (block.pages / 2, block.caliper))
        .chain(boards)
    {
        let absurd = NoSpine::AbsurdCaliper { caliper };
        if caliper.0 <= 0 {
            return Err(absurd);
        }
        let thickness = caliper
            .0
            .checked_mul(layers)
            .map(Micrometres)
            .ok_or(absurd)?;
        width = width.checked_add(thickness).ok_or(absurd)?;
    }
    Ok(width)
}
