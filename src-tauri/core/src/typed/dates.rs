//! Reading dates: 12-8, 1208, 12月8日, 2026-12-08, 下周三, 明天, +5.

use chrono::{Datelike, NaiveDate};

use super::NotUnderstood;
use super::day_words::{counted_day, named_day, week_day};
use super::fold::folded_tight;
use super::numbers::read;
use crate::calendar::{BusinessDay, HouseDays, Reckoned};

/// A day without a year that is no longer past than this was meant in this year.
const GRACE: i64 = 30;
/// Years a date may lie in.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2199;

/// Which days a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Today or later: delivery, sample due. A past day is refused, not moved.
    ToCome,
    /// Any day: when a call was taken, when a paper was signed.
    Any,
}

/// Reads a date as seen from `today`.
///
/// A date without a year is that day of this year; where the field expects a day to come and it is more than 30 days past,
/// of the next year (on 24 November `1-8` is next January, but `11-20` is a past date and refused). Where any day may be
/// typed it is the nearest such day. A day of the month alone (`8号`) is the next such day, and 周五 alone the next Friday,
/// today included; 下周三 is the Wednesday of the next week from Monday. `+5` is the fifth working day from today.
///
/// # Errors
/// [`NotUnderstood`]: no date, no such day (2月30日), a past day, or figures with two readings (128).
pub fn date(
    text: &str,
    today: BusinessDay,
    expected: Expected,
    house: &HouseDays,
) -> Result<Reckoned, NotUnderstood> {
    let folded = folded_tight(text)?;
    let reckoned = match counted_day(&folded, today, house)? {
        Some(reckoned) => reckoned,
        None => {
            let day = match named_day(&folded, today).or_else(|| week_day(&folded, today)) {
                Some(day) => day,
                None => written_day(&folded, today, expected)?,
            };
            Reckoned {
                day,
                estimated: false,
            }
        }
    };
    let day = reckoned.day;
    if !YEARS.contains(&day.0.year()) {
        Err(NotUnderstood::OutOfRange {
            least: "2000-01-01".to_owned(),
            most: "2199-12-31".to_owned(),
        })
    } else if expected == Expected::ToCome && day < today {
        Err(NotUnderstood::PastDate { day, today })
    } else {
        Ok(reckoned)
    }
}

/// Reads a date in figures.
fn written_day(
    text: &str,
    today: BusinessDay,
    expected: Expected,
) -> Result<BusinessDay, NotUnderstood> {
    let (text, year) = match (text.strip_prefix("今年"), text.strip_prefix("明年")) {
        (Some(rest), _) => (rest, Some(i64::from(today.0.year()))),
        (_, Some(rest)) => (rest, Some(i64::from(today.0.year()) + 1)),
        _ => (text, None),
    };
    let bare = text.strip_suffix(['日', '号', '號']);
    let short_year = text.contains('年');
    let joined = bare.unwrap_or(text).replace(['年', '月'], "-");
    let parts = joined
        .split(['-', '/', '.'])
        .map(whole)
        .collect::<Result<Vec<_>, _>>()?;
    match (parts.as_slice(), year) {
        (&[year, month, day], None) => {
            let year = if short_year && year < 100 {
                year + 2000
            } else {
                year
            };
            of_year(year, month, day)
        }
        (&[month, day], Some(year)) => of_year(year, month, day),
        (&[month, day], None) => without_year(month, day, today, expected),
        (&[day], None) if bare.is_some() => without_month(day, today, expected),
        (&[figures], None) if joined.bytes().all(|byte| byte.is_ascii_digit()) => {
            bare_figures(figures, joined.len(), today, expected)
        }
        _ => Err(NotUnderstood::NotADate),
    }
}

/// One part of a date as a whole number.
fn whole(part: &str) -> Result<i64, NotUnderstood> {
    let number = read(part)
        .and_then(|number| number.in_units(0))
        .map_err(|_| NotUnderstood::NotADate)?;
    if (0..=99_999_999).contains(&number) {
        Ok(number)
    } else {
        Err(NotUnderstood::NotADate)
    }
}

/// 20261208, 1208, and 128 where only one reading is a day.
fn bare_figures(
    figures: i64,
    length: usize,
    today: BusinessDay,
    expected: Expected,
) -> Result<BusinessDay, NotUnderstood> {
    match length {
        8 => of_year(figures / 10_000, figures / 100 % 100, figures % 100),
        4 => without_year(figures / 100, figures % 100, today, expected),
        3 => {
            let readings = [(figures / 100, figures % 100), (figures / 10, figures % 10)]
                .into_iter()
                .filter(|(month, day)| is_day_of_some_year(*month, *day))
                .collect::<Vec<_>>();
            match readings.as_slice() {
                [] => Err(NotUnderstood::NotADate),
                [(month, day)] => without_year(*month, *day, today, expected),
                more => Err(NotUnderstood::Ambiguous {
                    readings: more
                        .iter()
                        .map(|(month, day)| format!("{month}-{day}"))
                        .collect(),
                }),
            }
        }
        _ => Err(NotUnderstood::NotADate),
    }
}

/// The day of this year, of the next, or the nearest.
fn without_year(
    month: i64,
    day: i64,
    today: BusinessDay,
    expected: Expected,
) -> Result<BusinessDay, NotUnderstood> {
    let year = i64::from(today.0.year());
    let days = |years: &[i64]| -> Vec<BusinessDay> {
        years
            .iter()
            .filter_map(|year| of_year(*year, month, day).ok())
            .collect()
    };
    let found = match expected {
        Expected::ToCome => days(&[year, year + 1])
            .into_iter()
            .find(|found| distance(*found, today) >= -GRACE),
        Expected::Any => days(&[year, year - 1, year + 1])
            .into_iter()
            .min_by_key(|found| distance(*found, today).abs()),
    };
    found.ok_or(NotUnderstood::NoSuchDay { month, day })
}

/// The next such day of a month, or the nearest. Months without it are passed over.
fn without_month(
    day: i64,
    today: BusinessDay,
    expected: Expected,
) -> Result<BusinessDay, NotUnderstood> {
    let first = today.0.year() * 12 + i32::try_from(today.0.month0()).unwrap_or_default();
    let days = |months: std::ops::RangeInclusive<i32>| {
        months.filter_map(move |offset| {
            let month = first + offset;
            of_year(
                i64::from(month.div_euclid(12)),
                i64::from(month.rem_euclid(12)) + 1,
                day,
            )
            .ok()
        })
    };
    let found = match expected {
        Expected::ToCome => days(0..=2).find(|found| *found >= today),
        Expected::Any => days(-1..=1).min_by_key(|found| distance(*found, today).abs()),
    };
    found.ok_or(NotUnderstood::NoSuchDay {
        month: i64::from(today.0.month()),
        day,
    })
}

/// The day with its year.
fn of_year(year: i64, month: i64, day: i64) -> Result<BusinessDay, NotUnderstood> {
    let (Ok(year), Ok(small_month), Ok(small_day)) = (
        i32::try_from(year),
        u32::try_from(month),
        u32::try_from(day),
    ) else {
        return Err(NotUnderstood::NoSuchDay { month, day });
    };
    BusinessDay::from_ymd(year, small_month, small_day)
        .ok_or(NotUnderstood::NoSuchDay { month, day })
}

/// Whether there is such a day in a leap year.
fn is_day_of_some_year(month: i64, day: i64) -> bool {
    let (Ok(month), Ok(day)) = (u32::try_from(month), u32::try_from(day)) else {
        return false;
    };
    NaiveDate::from_ymd_opt(2024, month, day).is_some()
}

/// Days from `today` to `day`; negative when it is past.
fn distance(day: BusinessDay, today: BusinessDay) -> i64 {
    (day.0 - today.0).num_days()
}
