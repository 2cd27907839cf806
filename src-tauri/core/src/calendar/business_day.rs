//! A day on the house's wall calendar.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Shanghai keeps UTC+8 all year round, without summer time since 1991.
const SHANGHAI: TimeDelta = TimeDelta::hours(8);

/// A day in Shanghai, worked or not. Written, stored and sent as `2026-12-08`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BusinessDay(pub NaiveDate);

impl BusinessDay {
    /// The day it is in Shanghai at this instant.
    #[must_use]
    pub fn at(instant: DateTime<Utc>) -> Self {
        Self(in_shanghai(instant).date())
    }

    /// The day by year, month and day of the month, if there is such a day.
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// So many days later (or earlier), worked or not; `None` beyond the calendar's end.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        self.0
            .checked_add_signed(TimeDelta::try_days(days)?)
            .map(Self)
    }
}

impl fmt::Display for BusinessDay {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.0.format("%Y-%m-%d").to_string())
    }
}

impl FromStr for BusinessDay {
    type Err = chrono::ParseError;

    /// Reads back what `Display` wrote. What people type goes through [`crate::typed`].
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").map(Self)
    }
}

/// The wall clock in Shanghai at this instant.
#[must_use]
pub fn in_shanghai(instant: DateTime<Utc>) -> NaiveDateTime {
    let utc = instant.naive_utc();
    utc.checked_add_signed(SHANGHAI).unwrap_or(utc)
}
