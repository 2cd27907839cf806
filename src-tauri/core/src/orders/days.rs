//! What is odd about the days of a form: past, none on which goods go out, promised later than asked, or before the earliest.

use chrono::{Datelike as _, Weekday};

use super::answers::{Answer, EARLIEST_DATE};
use super::fields::Level;
use super::reckon::{Notes, at};
use super::specification::{Record, Specification};
use super::value::Value;
use crate::calendar::{BusinessDay, is_official_holiday, is_working_day};
use crate::settings::HouseRules;

/// Days of delivery that are past, and a promise later than what was asked.
pub(super) fn check_days(
    specification: &Specification,
    today: BusinessDay,
    rules: &HouseRules,
    notes: &mut Notes,
) {
    let day = |record: &Record, key: &str| match record.get(key) {
        Some(Value::Day(day)) => Some(*day),
        _ => None,
    };
    let mut note_past = |path: String, found: Option<BusinessDay>| {
        if let Some(found) = found.filter(|found| *found < today) {
            notes.warning(
                path,
                "date_is_past",
                [("day", found.to_string()), ("today", today.to_string())].into(),
            );
        }
    };
    for key in ["sample_due", "requested_date", "confirmed_date"] {
        note_past(format!("order.{key}"), day(&specification.order, key));
    }
    for row in &specification.drops {
        note_past(at(Level::Drop, row, "date"), day(&row.values, "date"));
    }
    for row in &specification.drops {
        let found = day(&row.values, "date").filter(|found| !delivers_on(*found, rules));
        if let Some(found) = found {
            notes.warning(
                at(Level::Drop, row, "date"),
                "no_delivery_on_that_day",
                [("day", found.to_string())].into(),
            );
        }
    }
    let (requested, confirmed) = (
        day(&specification.order, "requested_date"),
        day(&specification.order, "confirmed_date"),
    );
    if let (Some(requested), Some(confirmed)) = (requested, confirmed)
        && confirmed > requested
    {
        let params = [
            ("requested", requested.to_string()),
            ("confirmed", confirmed.to_string()),
        ];
        notes.warning(
            "order.confirmed_date".to_owned(),
            "confirmed_after_requested",
            params.into(),
        );
    }
}

/// A day asked for or promised before the earliest one: said before it is said to the customer.
pub(super) fn check_promise(specification: &Specification, answers: &[Answer], notes: &mut Notes) {
    let earliest = answers
        .iter()
        .find(|answer| answer.code == EARLIEST_DATE)
        .and_then(|answer| answer.value.as_deref());
    let Some(earliest) = earliest.and_then(|day| day.parse::<BusinessDay>().ok()) else {
        return;
    };
    for key in ["requested_date", "confirmed_date"] {
        if let Some(Value::Day(day)) = specification.order.get(key)
            && *day < earliest
        {
            notes.warning(
                format!("order.{key}"),
                "date_before_earliest",
                [("earliest", earliest.to_string())].into(),
            );
        }
    }
}

/// Whether goods go out on a day: a working day, or a plain Saturday where the house delivers on Saturdays.
fn delivers_on(day: BusinessDay, rules: &HouseRules) -> bool {
    let plain_saturday = || {
        rules.saturday_delivery
            && day.0.weekday() == Weekday::Sat
            && !rules.house_days.closed.contains(&day)
            && !is_official_holiday(day)
    };
    is_working_day(day, &rules.house_days) || plain_saturday()
}
