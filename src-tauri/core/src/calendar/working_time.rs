//! Counting in working hours: the minutes of the house's day, on its working days.

use chrono::{NaiveDateTime, NaiveTime};

use super::{BusinessDay, HouseDays, is_working_day};

/// Further back or ahead than this nothing is counted: some ten years of days.
const FURTHEST_DAYS: i64 = 4_000;

/// When the house works on a working day, in the order of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingHours(Vec<(NaiveTime, NaiveTime)>);

impl Default for WorkingHours {
    /// 08:00 to 12:00 and 13:00 to 17:00: eight hours.
    fn default() -> Self {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        Self(vec![(at(8), at(12)), (at(13), at(17))])
    }
}

impl WorkingHours {
    /// These spans; none where there is none, one ends before it begins, or two overlap.
    #[must_use]
    pub fn of_spans(mut spans: Vec<(NaiveTime, NaiveTime)>) -> Option<Self> {
        spans.sort();
        let whole = spans.iter().all(|(from, to)| from < to);
        let apart = spans.windows(2).all(|pair| match pair {
            [(_, ends), (begins, _)] => ends <= begins,
            _ => true,
        });
        (whole && apart && !spans.is_empty()).then_some(Self(spans))
    }

    /// The spans, in the order of the day.
    #[must_use]
    pub fn spans(&self) -> &[(NaiveTime, NaiveTime)] {
        &self.0
    }

    /// When the day's work ends.
    #[must_use]
    pub fn end_of_day(&self) -> NaiveTime {
        self.0.last().map(|(_, end)| *end).unwrap_or_default()
    }

    /// The working minutes of one day between two times of it.
    fn minutes_between(&self, from: NaiveTime, to: NaiveTime) -> i64 {
        self.0
            .iter()
            .map(|(begins, ends)| ((*ends).min(to) - (*begins).max(from)).num_minutes().max(0))
            .sum()
    }
}

/// The working minutes from one moment to a later one, by the wall clock of the house; 0 where `to` is not later.
#[must_use]
pub fn working_minutes_between(
    from: NaiveDateTime,
    to: NaiveDateTime,
    hours: &WorkingHours,
    house: &HouseDays,
) -> i64 {
    let (midnight, last) = (
        NaiveTime::MIN,
        NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default(),
    );
    let mut minutes = 0;
    let mut day = from.date();
    while day <= to.date() && (day - from.date()).num_days() <= FURTHEST_DAYS {
        if is_working_day(BusinessDay(day), house) {
            let begins = if day == from.date() {
                from.time()
            } else {
                midnight
            };
            let ends = if day == to.date() { to.time() } else { last };
            minutes += hours.minutes_between(begins, ends);
        }
        let Some(next) = day.succ_opt() else { break };
        day = next;
    }
    minutes
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    fn minutes(from: &str, to: &str) -> i64 {
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        working_minutes_between(
            at(from),
            at(to),
            &WorkingHours::default(),
            &HouseDays::default(),
        )
    }

    #[test]
    fn clause_f1_04b_only_working_hours_count() {
        // 2026-11-24 is a Tuesday, 11-27 a Friday.
        let table = [
            ("2026-11-24 09:00", "2026-11-24 09:00", 0),
            ("2026-11-24 09:00", "2026-11-24 08:00", 0),
            ("2026-11-24 09:00", "2026-11-24 11:30", 150),
            // 11:00 to 12:00 and 13:00 to 14:00
            ("2026-11-24 11:00", "2026-11-24 14:00", 120),
            // 16:00 to 17:00, the night, 08:00 to 09:00
            ("2026-11-24 16:00", "2026-11-25 09:00", 120),
            // Friday 15:00 to 17:00, the weekend, Monday 08:00 to 10:00
            ("2026-11-27 15:00", "2026-11-30 10:00", 240),
            ("2026-11-27 15:00", "2026-11-30 10:01", 241),
            ("2026-11-24 18:00", "2026-11-24 22:00", 0),
            // 国庆: 2026-10-01 to 07 are closed; one whole day on 09-30.
            ("2026-09-30 08:00", "2026-10-08 08:00", 480),
        ];
        for (from, to, wanted) in table {
            assert_eq!(minutes(from, to), wanted, "{from} to {to}");
        }
    }

    #[test]
    fn spans_that_overlap_or_run_backwards_are_none() {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        assert!(WorkingHours::of_spans(vec![(at(13), at(17)), (at(8), at(12))]).is_some());
        assert_eq!(
            WorkingHours::of_spans(vec![(at(8), at(13)), (at(12), at(17))]),
            None
        );
        assert_eq!(WorkingHours::of_spans(vec![(at(8), at(8))]), None);
        assert_eq!(WorkingHours::of_spans(vec![]), None);
        assert_eq!(WorkingHours::default().end_of_day(), at(17));
    }
}
