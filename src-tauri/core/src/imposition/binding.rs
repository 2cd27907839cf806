//! What a binding cannot hold, and what it holds badly.
//!
//! That folded sheets come in fours is arithmetic and an error; the other limits are published house rules, so they are
//! warnings whose figures the house can edit.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// 装订, as far as a rule depends on it; the list on screen is longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Binding {
    /// 骑马订.
    SaddleStitch,
    /// 无线胶装 and 锁线胶装.
    PerfectBound,
    /// 精装.
    Case,
    /// Any other, which no rule here speaks of.
    Other,
}

/// Saddle-stitched sheets are folded once, so their pages come in fours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{pages} pages cannot be saddle-stitched: not a multiple of 4")]
pub struct PagesNotByFour {
    /// 总P数.
    pub pages: i64,
}

/// Refuses 骑马订 of pages that do not come in fours.
///
/// # Errors
/// [`PagesNotByFour`] with the pages; also for none or fewer.
pub fn check_saddle_stitch(pages: i64) -> Result<(), PagesNotByFour> {
    if pages > 0 && pages % 4 == 0 {
        Ok(())
    } else {
        Err(PagesNotByFour { pages })
    }
}

/// What the warnings look at. What is not known warns of nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BindingFacts {
    /// 装订.
    pub binding: Binding,
    /// 总P数.
    pub pages: Option<i64>,
    /// 克重 of the cover, g/m².
    pub cover_grammage: Option<i64>,
    /// Heaviest 克重 of the text, g/m².
    pub text_grammage: Option<i64>,
    /// Whether one component has both 覆膜 and 击凸 or 压凹.
    pub embossed_film: bool,
}

/// The figures beyond which a warning is given (a setting).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BindingLimits {
    /// Most pages of 骑马订.
    pub saddle_stitch_pages: i64,
    /// Heaviest cover of 骑马订, g/m².
    pub saddle_stitch_cover: i64,
    /// Most pages of 胶装.
    pub perfect_bound_pages: i64,
    /// Heaviest text of a bound book, g/m².
    pub text_grammage: i64,
}

impl Default for BindingLimits {
    fn default() -> Self {
        Self {
            saddle_stitch_pages: 64,
            saddle_stitch_cover: 250,
            perfect_bound_pages: 400,
            text_grammage: 157,
        }
    }
}

/// What is likely to give trouble in the bindery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BindingConflict {
    /// Too many pages for 骑马订.
    SaddleStitchTooThick {
        /// 总P数.
        pages: i64,
        /// The house's limit.
        most: i64,
    },
    /// The cover is too heavy for 骑马订.
    SaddleStitchCoverTooHeavy {
        /// g/m².
        grammage: i64,
        /// The house's limit.
        most: i64,
    },
    /// Many pages for 胶装.
    PerfectBoundTooThick {
        /// 总P数.
        pages: i64,
        /// The house's limit.
        most: i64,
    },
    /// The text is heavy for a bound book.
    TextTooHeavy {
        /// g/m².
        grammage: i64,
        /// The house's limit.
        most: i64,
    },
    /// Embossing on film needs care.
    EmbossedFilm,
}

impl BindingConflict {
    /// The stable code, as sent to the window.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::SaddleStitchTooThick { .. } => "saddle_stitch_too_thick",
            Self::SaddleStitchCoverTooHeavy { .. } => "saddle_stitch_cover_too_heavy",
            Self::PerfectBoundTooThick { .. } => "perfect_bound_too_thick",
            Self::TextTooHeavy { .. } => "text_too_heavy",
            Self::EmbossedFilm => "embossed_film",
        }
    }

    /// The figure found and the house's limit, where there are such.
    #[must_use]
    pub const fn figures(&self) -> Option<(i64, i64)> {
        match *self {
            Self::SaddleStitchTooThick { pages: found, most }
            | Self::SaddleStitchCoverTooHeavy {
                grammage: found,
                most,
            }
            | Self::PerfectBoundTooThick { pages: found, most }
            | Self::TextTooHeavy {
                grammage: found,
                most,
            } => Some((found, most)),
            Self::EmbossedFilm => None,
        }
    }
}

/// All warnings that apply.
#[must_use]
pub fn binding_conflicts(facts: &BindingFacts, limits: &BindingLimits) -> Vec<BindingConflict> {
    let above = |found: Option<i64>, most: i64| found.filter(|found| *found > most);
    let mut conflicts = Vec::new();
    if facts.binding == Binding::SaddleStitch {
        let most = limits.saddle_stitch_pages;
        conflicts.extend(
            above(facts.pages, most)
                .map(|pages| BindingConflict::SaddleStitchTooThick { pages, most }),
        );
        let most = limits.saddle_stitch_cover;
        conflicts.extend(
            above(facts.cover_grammage, most)
                .map(|grammage| BindingConflict::SaddleStitchCoverTooHeavy { grammage, most }),
        );
    }
    if facts.binding == Binding::PerfectBound {
        let most = limits.perfect_bound_pages;
        conflicts.extend(
            above(facts.pages, most)
                .map(|pages| BindingConflict::PerfectBoundTooThick { pages, most }),
        );
    }
    if facts.binding != Binding::Other {
        let most = limits.text_grammage;
        conflicts.extend(
            above(facts.text_grammage, most)
                .map(|grammage| BindingConflict::TextTooHeavy { grammage, most }),
        );
    }
    if facts.embossed_film {
        conflicts.push(BindingConflict::EmbossedFilm);
    }
    conflicts
}
