#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::{
    BusinessDay, HouseDays, Reckoned, ReckonedDays, add_working_days, closed_days_between,
    in_shanghai, is_working_day, working_days_between,
};

fn day(text: &str) -> BusinessDay {
    text.parse().unwrap()
}

fn after(from: &str, count: u32) -> String {
    add_working_days(day(from), count, &HouseDays::default())
        .unwrap()
        .day
        .to_string()
}

#[test]
fn working_days_of_the_worked_examples() {
    assert_eq!(after("2026-02-13", 1), "2026-02-14"); // make-up Saturday
    assert_eq!(after("2026-09-30", 1), "2026-10-08");
    assert_eq!(after("2026-09-28", 8), "2026-10-14");
    // Released 2026-02-10, due 2026-03-02 → 10 working days.
    let between = working_days_between(day("2026-02-10"), day("2026-03-02"), &HouseDays::default());
    assert_eq!(
        between,
        ReckonedDays {
            days: 10,
            estimated: false
        }
    );
}

#[test]
fn every_official_day_of_2025_and_2026() {
    // First and last day of each holiday, and every make-up day, as published.
    for closed in [
        "2025-01-01",
        "2025-01-28",
        "2025-02-04",
        "2025-04-04",
        "2025-04-06",
        "2025-05-01",
        "2025-05-05",
        "2025-05-31",
        "2025-06-02",
        "2025-10-01",
        "2025-10-08",
        "2026-01-01",
        "2026-01-03",
        "2026-02-15",
        "2026-02-23",
        "2026-04-04",
        "2026-04-06",
        "2026-05-01",
        "2026-05-05",
        "2026-06-19",
        "2026-06-21",
        "2026-09-25",
        "2026-09-27",
        "2026-10-01",
        "2026-10-07",
    ] {
        assert!(
            !is_working_day(day(closed), &HouseDays::default()),
            "{closed}"
        );
    }
    for worked in [
        "2025-01-02",
        "2025-01-26",
        "2025-01-27",
        "2025-02-05",
        "2025-02-08",
        "2025-04-07",
        "2025-04-27",
        "2025-05-06",
        "2025-06-03",
        "2025-09-28",
        "2025-10-09",
        "2025-10-11",
        "2026-01-04",
        "2026-01-05",
        "2026-02-14",
        "2026-02-24",
        "2026-02-28",
        "2026-05-09",
        "2026-05-06",
        "2026-09-20",
        "2026-09-24",
        "2026-09-28",
        "2026-10-08",
        "2026-10-10",
    ] {
        assert!(
            is_working_day(day(worked), &HouseDays::default()),
            "{worked}"
        );
    }
}

#[test]
fn a_year_without_a_table_is_estimated() {
    let none = HouseDays::default();
    let over_new_year = add_working_days(day("2026-12-31"), 1, &none).unwrap();
    assert_eq!(
        over_new_year,
        Reckoned {
            day: day("2027-01-01"),
            estimated: true
        }
    );
    assert!(
        !add_working_days(day("2026-12-30"), 1, &none)
            .unwrap()
            .estimated
    );
    assert!(working_days_between(day("2026-12-30"), day("2027-01-04"), &none).estimated);
    // 2027-01-02 is a Saturday.
    assert!(!is_working_day(day("2027-01-02"), &none));
    let entered = HouseDays {
        closed: [day("2027-01-01")].into(),
        entered_years: [2027].into(),
        ..HouseDays::default()
    };
    let over_new_year = add_working_days(day("2026-12-31"), 1, &entered).unwrap();
    assert_eq!(
        over_new_year,
        Reckoned {
            day: day("2027-01-04"),
            estimated: false
        }
    );
}

#[test]
fn the_house_closes_and_opens_days_of_its_own() {
    let house = HouseDays {
        closed: [day("2026-02-13")].into(),
        open: [day("2026-10-07"), day("2026-03-07")].into(),
        ..HouseDays::default()
    };
    assert!(!is_working_day(day("2026-02-13"), &house));
    assert!(is_working_day(day("2026-10-07"), &house));
    assert!(is_working_day(day("2026-03-07"), &house)); // a Saturday
}

#[test]
fn zero_is_the_day_itself_and_absurd_counts_have_no_day() {
    assert_eq!(after("2026-02-15", 0), "2026-02-15");
    assert_eq!(
        add_working_days(day("2026-02-15"), 10_001, &HouseDays::default()),
        None
    );
    assert_eq!(
        add_working_days(day("2026-02-15"), u32::MAX, &HouseDays::default()),
        None
    );
}

#[test]
fn the_day_turns_at_midnight_in_shanghai() {
    let late: DateTime<Utc> = "2026-10-07T15:59:59Z".parse().unwrap();
    let next: DateTime<Utc> = "2026-10-07T16:00:00Z".parse().unwrap();
    assert_eq!(BusinessDay::at(late), day("2026-10-07"));
    assert_eq!(BusinessDay::at(next), day("2026-10-08"));
    assert_eq!(in_shanghai(late).to_string(), "2026-10-07 23:59:59");
    assert_eq!(
        in_shanghai(DateTime::<Utc>::MAX_UTC),
        DateTime::<Utc>::MAX_UTC.naive_utc()
    );
}

#[test]
fn a_day_is_sent_as_iso_text() {
    assert_eq!(
        serde_json::to_string(&day("2026-12-08")).unwrap(),
        "\"2026-12-08\""
    );
    assert!("2026-02-30".parse::<BusinessDay>().is_err());
}

proptest! {
    #[test]
    fn adding_and_counting_agree(start in 0_i64..1500, count in 1_u32..200) {
        let from = day("2024-06-01").plus_days(start).unwrap();
        let house = HouseDays::default();
        let to = add_working_days(from, count, &house).unwrap();
        prop_assert!(is_working_day(to.day, &house));
        let counted = working_days_between(from, to.day, &house);
        prop_assert_eq!(counted, ReckonedDays { days: i64::from(count), estimated: to.estimated });
        prop_assert_eq!(working_days_between(to.day, from, &house).days, -i64::from(count));
    }
}

#[test]
fn the_days_that_are_leapt_over_are_counted_and_the_holidays_among_them() {
    let closed = |from, to, house: &HouseDays| closed_days_between(day(from), day(to), house);
    let plain = HouseDays::default();
    // 1 to 7 October by the table; of the weekend behind it Saturday is made up, Sunday is not.
    assert_eq!(closed("2026-09-28", "2026-10-14", &plain), (8, 7));
    assert_eq!(closed("2026-11-24", "2026-11-29", &plain), (2, 0));
    assert_eq!(closed("2026-11-24", "2026-11-24", &plain), (0, 0));
    let own = HouseDays {
        open: [day("2026-11-28")].into(),
        closed: [day("2026-11-25")].into(),
        ..HouseDays::default()
    };
    assert_eq!(closed("2026-11-24", "2026-11-29", &own), (2, 0));
}
