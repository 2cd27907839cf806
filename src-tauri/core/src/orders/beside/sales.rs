//! What was sold of a product: lately, and in the same season of last year (F4-5b). Sold is what was issued to the plant
//! for a customer; presales, samples and stock are no sales.

use chrono::{Datelike as _, Months, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use crate::measures::Quantity;

/// Months of a season: a quarter of the year.
const SEASON: u32 = 3;

/// A customer order that was issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sale {
    /// The day of its first task sheet, in Shanghai.
    pub(super) day: NaiveDate,
    /// How many pieces.
    pub(super) pieces: Quantity,
}

/// Pieces sold, as a person reads them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Sales {
    /// In the last three months.
    pub three_months: String,
    /// In the last six months.
    pub six_months: String,
    /// In the last twelve months.
    pub twelve_months: String,
    /// In the same quarter of the year before.
    pub same_season: String,
    /// That quarter: its first month, `2025-10`.
    pub season: String,
}

/// Adds up what was sold as seen from `today`; the season is the quarter of `season`, a year before.
pub(super) fn sales(sold: &[Sale], today: NaiveDate, season: NaiveDate) -> Sales {
    let pieces = |counts: &dyn Fn(NaiveDate) -> bool| {
        let sum = sold
            .iter()
            .filter(|sale| counts(sale.day))
            .fold(0_i64, |sum, sale| sum.saturating_add(sale.pieces.0));
        Quantity(sum).to_string()
    };
    let last = |months: u32| {
        let since = today.checked_sub_months(Months::new(months));
        pieces(&|day| day <= today && since.is_none_or(|since| day > since))
    };
    let first = quarter(season).checked_sub_months(Months::new(12));
    let behind = first.and_then(|first| first.checked_add_months(Months::new(SEASON)));
    Sales {
        three_months: last(3),
        six_months: last(6),
        twelve_months: last(12),
        same_season: pieces(&|day| {
            first.is_some_and(|first| day >= first) && behind.is_some_and(|behind| day < behind)
        }),
        season: first.map_or_else(String::new, |first| first.format("%Y-%m").to_string()),
    }
}

/// The first day of the quarter of `day`.
fn quarter(day: NaiveDate) -> NaiveDate {
    let month = day.month0() / SEASON * SEASON;
    day.with_day(1)
        .and_then(|day| day.with_month0(month))
        .unwrap_or(day)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn clause_f4_5b_sales_of_three_six_twelve_months_and_the_same_season_last_year() {
        let today = day("2026-11-24");
        // day of the sale → counted in 3, 6, 12 months, season
        let table = [
            ("2026-11-25", [false, false, false, false]),
            ("2026-11-24", [true, true, true, false]),
            ("2026-08-25", [true, true, true, false]),
            ("2026-08-24", [false, true, true, false]),
            ("2026-05-25", [false, true, true, false]),
            ("2026-05-24", [false, false, true, false]),
            ("2025-12-31", [false, false, true, true]),
            ("2025-11-25", [false, false, true, true]),
            ("2025-11-24", [false, false, false, true]),
            ("2025-10-01", [false, false, false, true]),
            ("2025-09-30", [false, false, false, false]),
            ("2026-01-01", [false, false, true, false]),
        ];
        for (sold, wanted) in table {
            let sale = Sale {
                day: day(sold),
                pieces: Quantity(1_000),
            };
            let found = sales(&[sale], today, today);
            let counted = [
                found.three_months,
                found.six_months,
                found.twelve_months,
                found.same_season,
            ]
            .map(|pieces| pieces == "1,000");
            assert_eq!(counted, wanted, "{sold}");
        }
    }

    #[test]
    fn clause_f4_5b_the_season_is_that_of_the_day_the_goods_are_wanted() {
        let sale = Sale {
            day: day("2026-02-10"),
            pieces: Quantity(500),
        };
        let found = sales(&[sale, sale], day("2026-11-24"), day("2027-01-15"));
        assert_eq!(
            (found.season.as_str(), found.same_season.as_str()),
            ("2026-01", "1,000")
        );
        assert_eq!(
            sales(&[], day("2026-11-24"), day("2026-11-24")).twelve_months,
            "0"
        );
    }
}
