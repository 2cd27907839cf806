//! When an order came in, and how long it then waited to be recorded (F1-04b).

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::specification::{Record, Specification, text};
use super::value::Value;
use super::wire::RecordingView;
use crate::calendar::{BusinessDay, WorkingHours, working_minutes_between};
use crate::clock::{from_stored, in_shanghai};
use crate::error::Failure;
use crate::settings::HouseRules;
use crate::storage::Cell;

/// Minutes of an hour.
const HOUR: i64 = 60;

/// When an order came in, by the wall clock of the house. Where only the day is known the benefit of the doubt is
/// given: the moment of the record if it was recorded the same day, else the end of that day's work. Where nothing is
/// known it came in when it was recorded.
#[must_use]
pub fn received_at(
    day: Option<NaiveDate>,
    time: Option<&str>,
    recorded: NaiveDateTime,
    hours: &WorkingHours,
) -> NaiveDateTime {
    let time = time.and_then(|time| NaiveTime::parse_from_str(time, "%H:%M").ok());
    match (day, time) {
        (Some(day), Some(time)) => day.and_time(time),
        (Some(day), None) if day != recorded.date() => day.and_time(hours.end_of_day()),
        _ => recorded,
    }
}

/// How long an order waited to be recorded: working minutes, and whether that is more than the house allows.
#[must_use]
pub(super) fn recording(
    order: &Record,
    recorded: NaiveDateTime,
    rules: &HouseRules,
) -> RecordingView {
    let received = received(order, recorded, rules);
    let minutes =
        working_minutes_between(received, recorded, &rules.working_hours, &rules.house_days);
    RecordingView {
        received: received.format("%Y-%m-%d %H:%M").to_string(),
        recorded: recorded.format("%Y-%m-%d %H:%M").to_string(),
        minutes,
        late: minutes > rules.recording_hours * HOUR,
        hours: rules.recording_hours,
    }
}

/// When an order came in by what stands on it, as [`received_at`] reads it.
#[must_use]
pub(super) fn received(
    order: &Record,
    recorded: NaiveDateTime,
    rules: &HouseRules,
) -> NaiveDateTime {
    let day = match order.get("received_on") {
        Some(Value::Day(BusinessDay(day))) => Some(*day),
        _ => None,
    };
    let time = Some(text(order, "received_time")).filter(|time| !time.is_empty());
    received_at(day, time, recorded, &rules.working_hours)
}

/// When an order was recorded, by the wall clock of the house.
///
/// # Errors
/// When the store holds no moment there.
pub(super) fn recorded(stored: &str) -> Result<NaiveDateTime, Failure> {
    from_stored(stored)
        .map(in_shanghai)
        .map_err(|_| Failure::UnknownValue {
            what: "orders.recorded_at",
            value: stored.to_owned(),
        })
}

/// The day whose rules hold for how long an order waited: when it came in, or its order date where that day is not known.
pub(super) fn received_day(specification: &Specification, today: NaiveDate) -> NaiveDate {
    match specification.order.get("received_on") {
        Some(Value::Day(BusinessDay(day))) => *day,
        _ => specification.order_date().map_or(today, |day| day.0),
    }
}

impl RecordingView {
    /// The columns of the order that keep it, so that a list of orders need not reckon it.
    pub(super) fn cells(&self) -> [(&'static str, Cell); 2] {
        [
            ("recording_minutes", self.minutes.into()),
            ("recorded_late", self.late.into()),
        ]
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn clause_f1_04b_more_than_four_working_hours_are_late() {
        // Received, recorded → minutes, late. 2026-11-24 is a Tuesday; 08:00 to 12:00 and 13:00 to 17:00 are worked.
        let table = [
            (Some("08:00"), "2026-11-24 12:00", 240, false),
            (Some("08:00"), "2026-11-24 13:00", 240, false),
            (Some("08:00"), "2026-11-24 13:01", 241, true),
            (Some("16:00"), "2026-11-25 11:00", 240, false),
            (None, "2026-11-24 16:00", 0, false),
            (None, "2026-11-25 12:00", 240, false),
            (None, "2026-11-25 13:01", 241, true),
        ];
        for (time, recorded, minutes, late) in table {
            let mut order = Record::new();
            order.insert("received_on", Value::Day("2026-11-24".parse().unwrap()));
            if let Some(time) = time {
                order.insert("received_time", Value::Text(time.to_owned()));
            }
            let view = recording(&order, at(recorded), &HouseRules::default());
            assert_eq!(
                (view.minutes, view.late),
                (minutes, late),
                "{time:?} {recorded}"
            );
        }
        let unknown = recording(
            &Record::new(),
            at("2026-11-24 16:00"),
            &HouseRules::default(),
        );
        assert_eq!((unknown.minutes, unknown.late), (0, false));
    }
}
