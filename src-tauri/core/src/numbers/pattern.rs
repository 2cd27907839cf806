//! How a number is spelt.

use chrono::{Datelike as _, NaiveDate};

/// When the running value starts again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResetCycle {
    /// Each 1 January.
    Year,
    /// Each first of a month.
    Month,
    /// Each day.
    Day,
    /// Never.
    Never,
}

impl ResetCycle {
    /// Every cycle.
    pub(super) const ALL: [Self; 4] = [Self::Year, Self::Month, Self::Day, Self::Never];

    /// As the store keeps it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
            Self::Never => "never",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cycle| cycle.code() == code)
    }
}

/// The period `day` belongs to: `2026`, `2026-11`, `2026-11-24`, or nothing at all.
#[must_use]
pub fn period(cycle: ResetCycle, day: NaiveDate) -> String {
    match cycle {
        ResetCycle::Year => day.format("%Y").to_string(),
        ResetCycle::Month => day.format("%Y-%m").to_string(),
        ResetCycle::Day => day.to_string(),
        ResetCycle::Never => String::new(),
    }
}

/// Spells the number: `{YYYY}` `{YY}` `{MM}` `{DD}` are the day's, `{D}` is the desk's letter, `{0000}` the value
/// in at least as many digits as there are zeros. A value that outgrows its zeros is written in full.
#[must_use]
pub fn numbered(pattern: &str, day: NaiveDate, desk_letter: &str, value: i64) -> String {
    let mut number = String::new();
    let mut rest = pattern;
    while let Some((plain, after)) = rest.split_once('{') {
        number.push_str(plain);
        let Some((name, after)) = after.split_once('}') else {
            number.push('{');
            rest = after;
            continue;
        };
        match name {
            "YYYY" => number.push_str(&format!("{:04}", day.year())),
            "YY" => number.push_str(&format!("{:02}", day.year().rem_euclid(100))),
            "MM" => number.push_str(&format!("{:02}", day.month())),
            "DD" => number.push_str(&format!("{:02}", day.day())),
            "D" => number.push_str(desk_letter),
            zeros if !zeros.is_empty() && zeros.bytes().all(|digit| digit == b'0') => {
                number.push_str(&format!("{value:0width$}", width = zeros.len()))
            }
            other => number.push_str(other),
        }
        rest = after;
    }
    number.push_str(rest);
    number
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    #[test]
    fn a_number_carries_year_desk_and_value() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 4).unwrap();
        assert_eq!(
            numbered("OD-{YYYY}-{D}{000000}", day, "A", 123),
            "OD-2026-A000123"
        );
        assert_eq!(
            numbered("{YY}{MM}{DD}{00}", day, "A", 100),
            "261104100",
            "a value that outgrows its zeros is not cut"
        );
        assert_eq!(numbered("open{", day, "A", 1), "open{");
    }

    #[test]
    fn a_period_begins_anew_with_its_cycle() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 4).unwrap();
        assert_eq!(period(ResetCycle::Year, day), "2026");
        assert_eq!(period(ResetCycle::Month, day), "2026-11");
        assert_eq!(period(ResetCycle::Never, day), "");
    }
}
