//! How the pages of files make up the P数 of a component (S-4.4.1A-2). Pure.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the pages of a file count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Counts {
    /// 单页: a page is 1 P.
    Single,
    /// 跨页: a page is two P side by side.
    Spread,
    /// 封面展开: one page is the whole of a printed side, front, spine and back in one.
    Cover,
}

impl Counts {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Spread => "spread",
            Self::Cover => "cover",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Single, Self::Spread, Self::Cover]
            .into_iter()
            .find(|counts| counts.code() == code)
    }
}

/// What a component wants of its files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ordered {
    /// P数, where it is known.
    pub(super) pages: Option<i64>,
    /// Colours are printed on it; 0+0 needs no file.
    pub(super) printed: bool,
    /// Colours are printed on its back, too.
    pub(super) back: bool,
}

/// How many P a file of `pages` pages brings to a component; `narrow` of them are half as wide as the widest, as the first and
/// the last of a book in spreads.
pub(super) fn p_of(counts: Counts, pages: u32, narrow: u32, ordered: Ordered) -> i64 {
    let pages = i64::from(pages);
    match counts {
        Counts::Single => pages,
        Counts::Spread => pages * 2 - i64::from(narrow),
        // A cover of 4 P printed outside only comes as one page, printed on both sides as two.
        Counts::Cover => match ordered.pages {
            Some(p) if ordered.back => pages * p / 2,
            Some(p) => pages * p,
            None => pages,
        },
    }
}

/// How the files of a component stand against its P数.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PagesStand {
    /// They make up what was ordered.
    Agree,
    /// They do not.
    Differ,
    /// The pages of a file could not be counted.
    Uncounted,
    /// Nobody has said yet how many P the component has; or it is the order as a whole.
    Nothing,
}

/// The P of the files in use, each `None` where its pages could not be counted, against what was ordered.
pub(super) fn stand(files: &[Option<i64>], ordered: Option<i64>) -> (Option<i64>, PagesStand) {
    let sum = files.iter().copied().sum::<Option<i64>>();
    let stand = match (sum, ordered) {
        (None, _) => PagesStand::Uncounted,
        (Some(_), None) => PagesStand::Nothing,
        (Some(sum), Some(ordered)) if sum == ordered => PagesStand::Agree,
        (Some(_), Some(_)) => PagesStand::Differ,
    };
    (sum, stand)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_s_4_4_1a_2_pages_count_as_the_file_says() {
        let outside = Ordered {
            pages: Some(4),
            printed: true,
            back: false,
        };
        let both = Ordered {
            back: true,
            ..outside
        };
        let unknown = Ordered::default();
        for (counts, pages, narrow, ordered, p) in [
            (Counts::Single, 64, 0, unknown, 64),
            (Counts::Spread, 60, 0, unknown, 120),
            // 24 P as spreads: the first and the last page stand alone, eleven pairs between them.
            (Counts::Spread, 13, 2, unknown, 24),
            // A cover of 4 P: one sheet, four pages; printed outside only one page of the file is all of it.
            (Counts::Cover, 1, 0, outside, 4),
            (Counts::Cover, 2, 0, both, 4),
            (Counts::Cover, 1, 0, both, 2),
            (Counts::Cover, 1, 0, unknown, 1),
        ] {
            assert_eq!(
                p_of(counts, pages, narrow, ordered),
                p,
                "{counts:?} {pages} {ordered:?}"
            );
        }
    }

    #[test]
    fn clause_s_4_4_1a_2_the_files_of_a_component_are_summed() {
        for (files, ordered, sum, expected) in [
            (
                &[Some(64), Some(56)][..],
                Some(120),
                Some(120),
                PagesStand::Agree,
            ),
            (
                &[Some(64), Some(54)],
                Some(120),
                Some(118),
                PagesStand::Differ,
            ),
            (&[Some(64), None], Some(120), None, PagesStand::Uncounted),
            (&[Some(64)], None, Some(64), PagesStand::Nothing),
        ] {
            assert_eq!(stand(files, ordered), (sum, expected), "{files:?}");
        }
    }
}
