//! The official holidays, as the State Council's office publishes them each autumn for the next year.

use chrono::{Datelike, NaiveDate};

/// Month and day of the month.
type MonthDay = (u32, u32);

/// One year's table.
struct OfficialYear {
    year: i32,
    /// Holidays, first and last day.
    closed: &'static [(MonthDay, MonthDay)],
    /// Days at a weekend that are worked to make up for a holiday.
    made_up: &'static [MonthDay],
}

const YEARS: [OfficialYear; 2] = [
    OfficialYear {
        year: 2025,
        closed: &[
            ((1, 1), (1, 1)),   // 元旦
            ((1, 28), (2, 4)),  // 春节
            ((4, 4), (4, 6)),   // 清明
            ((5, 1), (5, 5)),   // 劳动节
            ((5, 31), (6, 2)),  // 端午
            ((10, 1), (10, 8)), // 国庆, 中秋
        ],
        made_up: &[(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)],
    },
    OfficialYear {
        year: 2026,
        closed: &[
            ((1, 1), (1, 3)),   // 元旦
            ((2, 15), (2, 23)), // 春节
            ((4, 4), (4, 6)),   // 清明
            ((5, 1), (5, 5)),   // 劳动节
            ((6, 19), (6, 21)), // 端午
            ((9, 25), (9, 27)), // 中秋
            ((10, 1), (10, 7)), // 国庆
        ],
        made_up: &[(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)],
    },
];

/// What the official table says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Official {
    /// A holiday.
    Closed,
    /// A weekend day worked to make up for a holiday.
    MadeUp,
    /// The table knows the year and leaves the day to its weekday.
    Ordinary,
    /// No table for this year yet.
    Unknown,
}

/// Looks a day up in the official tables.
pub(super) fn look_up(date: NaiveDate) -> Official {
    let Some(table) = YEARS.iter().find(|table| table.year == date.year()) else {
        return Official::Unknown;
    };
    let day = (date.month(), date.day());
    if table.made_up.contains(&day) {
        Official::MadeUp
    } else if table
        .closed
        .iter()
        .any(|(first, last)| (*first..=*last).contains(&day))
    {
        Official::Closed
    } else {
        Official::Ordinary
    }
}
