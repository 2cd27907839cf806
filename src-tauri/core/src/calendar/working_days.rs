//! Counting in working days.

use std::collections::BTreeSet;

use chrono::{Datelike, Weekday};
use serde::{Deserialize, Serialize};

use super::BusinessDay;
use super::official::{Official, look_up};

/// Further than this no date is reckoned: some forty years of working days.
const FURTHEST: u32 = 10_000;

/// What the house's own calendar says beyond the official one (a setting): 厂休, an earlier stop before 春节, Saturdays worked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HouseDays {
    /// Days on which the house is closed.
    pub closed: BTreeSet<BusinessDay>,
    /// Days on which the house works all the same. Stronger than `closed`.
    pub open: BTreeSet<BusinessDay>,
    /// Years whose holidays the house has entered itself, so that they are no longer estimated.
    pub entered_years: BTreeSet<i32>,
}

/// A day reckoned in working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reckoned {
    /// The day.
    pub day: BusinessDay,
    /// Whether a year without an official table was counted by weekdays on the way (估算).
    pub estimated: bool,
}

/// A distance in working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReckonedDays {
    /// Working days; negative when the second day lies before the first.
    pub days: i64,
    /// Whether a year without an official table was counted by weekdays on the way (估算).
    pub estimated: bool,
}

/// Whether the house works on `day`.
#[must_use]
pub fn is_working_day(day: BusinessDay, house: &HouseDays) -> bool {
    if house.open.contains(&day) {
        return true;
    }
    if house.closed.contains(&day) {
        return false;
    }
    match look_up(day.0) {
        Official::MadeUp => true,
        Official::Closed => false,
        Official::Ordinary | Official::Unknown => {
            !matches!(day.0.weekday(), Weekday::Sat | Weekday::Sun)
        }
    }
}

/// Whether the State Council's table closes `day`.
#[must_use]
pub fn is_official_holiday(day: BusinessDay) -> bool {
    look_up(day.0) == Official::Closed
}

/// The `count`-th working day after `day`; `day` itself for 0, worked or not. `None` beyond some forty years.
#[must_use]
pub fn add_working_days(day: BusinessDay, count: u32, house: &HouseDays) -> Option<Reckoned> {
    if count > FURTHEST {
        return None;
    }
    let mut reckoned = Reckoned {
        day,
        estimated: false,
    };
    let mut left = count;
    while left > 0 {
        reckoned.day = BusinessDay(reckoned.day.0.succ_opt()?);
        reckoned.estimated |= is_estimated(reckoned.day, house);
        left -= u32::from(is_working_day(reckoned.day, house));
        // A house closed on every day to come would never get there.
        if (reckoned.day.0 - day.0).num_days() > i64::from(FURTHEST) * 2 {
            return None;
        }
    }
    Some(reckoned)
}

/// The days after `from` up to and including `to` on which the house does not work, and how many of them are holidays of the State
/// Council's table.
#[must_use]
pub fn closed_days_between(
    from: BusinessDay,
    to: BusinessDay,
    house: &HouseDays,
) -> (usize, usize) {
    let days = from.0.iter_days().skip(1).take_while(|day| *day <= to.0);
    let closed: Vec<BusinessDay> = days
        .map(BusinessDay)
        .filter(|day| !is_working_day(*day, house))
        .collect();
    let official = closed.iter().filter(|day| is_official_holiday(**day));
    (closed.len(), official.count())
}

/// The working days after `from` up to and including `to`: from a Monday to the next day is 1.
#[must_use]
pub fn working_days_between(from: BusinessDay, to: BusinessDay, house: &HouseDays) -> ReckonedDays {
    if to < from {
        let back = working_days_between(to, from, house);
        return ReckonedDays {
            days: -back.days,
            estimated: back.estimated,
        };
    }
    let mut reckoned = ReckonedDays {
        days: 0,
        estimated: false,
    };
    let mut day = from;
    while day < to {
        let Some(next) = day.0.succ_opt() else { break };
        day = BusinessDay(next);
        reckoned.days += i64::from(is_working_day(day, house));
        reckoned.estimated |= is_estimated(day, house);
    }
    reckoned
}

/// Whether the day's year is counted by weekdays only.
fn is_estimated(day: BusinessDay, house: &HouseDays) -> bool {
    look_up(day.0) == Official::Unknown && !house.entered_years.contains(&day.0.year())
}
