//! 贴: dividing a component's pages into forms.

use serde::{Deserialize, Serialize};

use super::{Fact, Inks, Unreckonable, WorkStyle};

/// A row of the 贴 table as reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormRow {
    /// Pages of the form; none for flat work.
    pub pages: Option<i64>,
    /// How this form is printed; a part form of 正反印 is printed 自翻.
    pub style: WorkStyle,
    /// 正数: good press sheets.
    pub good_sheets: i64,
    /// 放损数: press sheets on top.
    pub spoilage: i64,
    /// 张: single plates.
    pub plates: i64,
    /// 付: plate sets.
    pub sets: i64,
}

/// A row of the 贴 table as put in by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormEntry {
    /// Pages of the form; none for flat work.
    pub pages: Option<i64>,
    /// How this form is printed.
    pub style: WorkStyle,
    /// 正数: good press sheets.
    pub good_sheets: i64,
    /// 张: single plates.
    pub plates: i64,
}

/// The forms of `pages` pages, `side` of them on one side of the sheet, for `pieces` copies of the component.
pub(super) fn forms_of_pages(
    pages: i64,
    side: i64,
    pieces: i64,
    style: WorkStyle,
    inks: Inks,
) -> Result<Vec<FormEntry>, Unreckonable> {
    let sheet = 2 * side;
    // A sheet that turns itself prints the same `side` pages on both faces and gives two copies.
    let (full, sheets) = if style.turns_itself() {
        (side, divided_up(pieces, 2))
    } else {
        (sheet, pieces)
    };
    let (count, rest) = (pages / full, pages % full);
    if count > 0 {
        Fact::Forms.check(count)?;
    }
    let row = FormEntry {
        pages: Some(full),
        style,
        good_sheets: sheets,
        plates: plates(style, inks),
    };
    let mut forms = vec![row; usize::try_from(count).map_err(|_| Unreckonable::TooLarge)?];
    if rest > 0 {
        let style = style.of_part_form();
        let shared = pieces.checked_mul(rest).ok_or(Unreckonable::TooLarge)?;
        forms.push(FormEntry {
            pages: Some(rest),
            style,
            good_sheets: divided_up(shared, sheet),
            plates: plates(style, inks),
        });
    }
    Ok(forms)
}

/// The one form of flat work, `number_up` pieces on a sheet.
pub(super) fn flat_form(number_up: i64, pieces: i64, style: WorkStyle, inks: Inks) -> FormEntry {
    FormEntry {
        pages: None,
        style,
        good_sheets: divided_up(pieces, number_up),
        plates: plates(style, inks),
    }
}

/// 张: the plates of one form.
pub(super) fn plates(style: WorkStyle, inks: Inks) -> i64 {
    match style {
        WorkStyle::Unprinted => 0,
        WorkStyle::SingleSide => inks.front(),
        WorkStyle::Sheetwise | WorkStyle::Perfecting => inks.front() + inks.back(),
        WorkStyle::WorkAndTurn | WorkStyle::WorkAndTumble => inks.front().max(inks.back()),
    }
}

/// 付: the plate sets of one form. A side without ink has no plates and so no set.
pub(super) fn plate_sets(form: &FormEntry, inks: Inks) -> i64 {
    if form.plates == 0 {
        0
    } else if form.style.plates_each_side() && inks.front() > 0 && inks.back() > 0 {
        2
    } else {
        1
    }
}

/// Divides and rounds up; both are positive and bounded by [`Fact::bounds`].
pub(super) fn divided_up(number: i64, by: i64) -> i64 {
    number / by + i64::from(number % by > 0)
}
