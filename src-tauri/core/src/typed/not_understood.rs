//! Why a typed text has no meaning for its field.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::calendar::BusinessDay;

/// Why a typed text was not understood. Each case has a stable code and carries its facts.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NotUnderstood {
    /// Nothing is there, or only blanks and invisible marks.
    #[error("nothing is typed")]
    Empty,
    /// No number can be read from it.
    #[error("not a number")]
    NotANumber,
    /// A number finer than the field holds: 12.345 元.
    #[error("more than {most} decimals")]
    TooFine {
        /// How many decimals the field holds.
        most: u32,
    },
    /// Below the least or above the most, both written as the field shows them.
    #[error("not within {least} and {most}")]
    OutOfRange {
        /// The least the field takes.
        least: String,
        /// The most the field takes.
        most: String,
    },
    /// No date can be read from it.
    #[error("not a date")]
    NotADate,
    /// A date, but the calendar has no such day: 2月30日.
    #[error("there is no day {day} in month {month}")]
    NoSuchDay {
        /// The month as typed.
        month: i64,
        /// The day of the month as typed.
        day: i64,
    },
    /// A day before today in a field of days to come.
    #[error("{day} is past, today is {today}")]
    PastDate {
        /// The day as understood.
        day: BusinessDay,
        /// Today.
        today: BusinessDay,
    },
    /// No time of day can be read from it.
    #[error("not a time of day")]
    NotATime,
    /// Not a number of whole and half days.
    #[error("not whole or half days")]
    NotHalfDays,
    /// No width and height can be read from it.
    #[error("not a size")]
    NotASize,
    /// No colours can be read from it.
    #[error("not colours")]
    NotColours,
    /// Process colours with a spot colour among them, which has a field of its own: 单面四色加一个专色.
    #[error("a spot colour among the process colours")]
    SpotAmongColours,
    /// A thickness where a weight is asked: 2.5mm as 克重.
    #[error("a thickness, not a grammage")]
    ThicknessNotGrammage,
    /// It can be read in more ways than one.
    #[error("it may mean any of {}", readings.join(" | "))]
    Ambiguous {
        /// The readings, each as it could be typed without doubt.
        readings: Vec<String>,
    },
    /// More characters than the field takes.
    #[error("{length} characters where {most} fit")]
    TooLong {
        /// How many there are.
        length: usize,
        /// How many fit.
        most: usize,
    },
    /// More entries than the field takes.
    #[error("{count} entries where {most} fit")]
    TooMany {
        /// How many there are.
        count: usize,
        /// How many fit.
        most: usize,
    },
}

impl NotUnderstood {
    /// The stable code, as sent to the window.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "typed_empty",
            Self::NotANumber => "typed_not_a_number",
            Self::TooFine { .. } => "typed_too_fine",
            Self::OutOfRange { .. } => "typed_out_of_range",
            Self::NotADate => "typed_not_a_date",
            Self::NoSuchDay { .. } => "typed_no_such_day",
            Self::PastDate { .. } => "typed_past_date",
            Self::NotATime => "typed_not_a_time",
            Self::NotHalfDays => "typed_not_half_days",
            Self::NotASize => "typed_not_a_size",
            Self::NotColours => "typed_not_colours",
            Self::SpotAmongColours => "typed_spot_among_colours",
            Self::ThicknessNotGrammage => "typed_thickness_not_grammage",
            Self::Ambiguous { .. } => "typed_ambiguous",
            Self::TooLong { .. } => "typed_too_long",
            Self::TooMany { .. } => "typed_too_many",
        }
    }

    /// The facts that go with the code.
    #[must_use]
    pub fn params(&self) -> BTreeMap<&'static str, String> {
        match self {
            Self::Empty
            | Self::NotANumber
            | Self::NotADate
            | Self::NotATime
            | Self::NotHalfDays
            | Self::NotASize
            | Self::NotColours
            | Self::SpotAmongColours
            | Self::ThicknessNotGrammage => BTreeMap::new(),
            Self::TooFine { most } => [("most", most.to_string())].into(),
            Self::OutOfRange { least, most } => {
                [("least", least.clone()), ("most", most.clone())].into()
            }
            Self::NoSuchDay { month, day } => {
                [("month", month.to_string()), ("day", day.to_string())].into()
            }
            Self::PastDate { day, today } => {
                [("day", day.to_string()), ("today", today.to_string())].into()
            }
            Self::Ambiguous { readings } => [("readings", readings.join(" / "))].into(),
            Self::TooLong { length, most } => {
                [("length", length.to_string()), ("most", most.to_string())].into()
            }
            Self::TooMany { count, most } => {
                [("count", count.to_string()), ("most", most.to_string())].into()
            }
        }
    }
}
