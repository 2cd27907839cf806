//! 处理时长 month by month, and the orders that took longest.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Days, NaiveDate, NaiveDateTime};

use super::queries::{self, Moments};
use super::rules::{mean, median};
use super::wire::{MonthFigures, ProcessingFigures, SlowOrder};
use crate::Desk;
use crate::calendar::working_minutes_between;
use crate::clock::{from_stored, in_shanghai};
use crate::error::{DeskError, Failure};
use crate::orders::received_at;
use crate::preflight::{ErrorTimes, error_times, minutes_to_contact};
use crate::settings::{self, RulesOverTime};

/// Months shown, this one included.
const MONTHS: u32 = 12;
/// Orders shown of the slowest.
const SLOWEST: usize = 20;

impl Desk {
    /// 处理时长 of the last twelve months (F1-01, F1-04b).
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn processing_figures(&self) -> Result<ProcessingFigures, DeskError> {
        let mut reader = self.read().await?;
        let today = self.today();
        let rules = settings::rules_over_time(&mut reader).await?;
        let first = first_day(today);
        // A day earlier than the month begins here: the store counts in UTC.
        let since = first.checked_sub_days(Days::new(1)).unwrap_or(first);
        let moments = queries::moments(&mut reader, &since.to_string()).await?;
        let faults = error_times(&mut reader, &since.to_string()).await?;
        figures(&moments, &faults, first, &rules)
    }
}

/// The first day of the first month shown.
fn first_day(today: NaiveDate) -> NaiveDate {
    let back = chrono::Months::new(MONTHS - 1);
    let month = today.checked_sub_months(back).unwrap_or(today);
    month.with_day(1).unwrap_or(month)
}

/// Orders of one month.
#[derive(Default)]
struct Month {
    minutes: Vec<i64>,
    late: i64,
    delays: Vec<i64>,
    faults: i64,
    told: Vec<i64>,
}

fn figures(
    moments: &[Moments],
    faults: &[ErrorTimes],
    first: NaiveDate,
    rules: &RulesOverTime,
) -> Result<ProcessingFigures, DeskError> {
    let mut months: BTreeMap<String, Month> = BTreeMap::new();
    let mut slowest = Vec::new();
    let name = |moment: NaiveDateTime| moment.format("%Y-%m").to_string();
    for order in moments {
        let recorded = moment(&order.recorded_at)?;
        let received_on = day(order.received_on.as_deref());
        // As on the order itself: by the rules of the day it came in, else of its order date (F1-22).
        let ordered = day(order.order_date.as_deref()).unwrap_or(recorded.date());
        let rules = rules.on(received_on.unwrap_or(ordered));
        let received = received_at(
            received_on,
            order.received_time.as_deref(),
            recorded,
            &rules.working_hours,
        );
        let since_received =
            |end| working_minutes_between(received, end, &rules.working_hours, &rules.house_days);
        if recorded.date() >= first {
            let month = months.entry(name(recorded)).or_default();
            month.late += i64::from(order.recorded_late);
            month.delays.push(since_received(recorded));
        }
        let Some(issued) = order.issued_at.as_deref().map(moment).transpose()? else {
            continue;
        };
        if issued.date() < first {
            continue;
        }
        let minutes = since_received(issued);
        months
            .entry(name(issued))
            .or_default()
            .minutes
            .push(minutes);
        slowest.push(SlowOrder {
            id: order.id,
            number: order.number.clone(),
            customer: order.customer.clone(),
            product: order.product.clone(),
            received: shown(received),
            issued: shown(issued),
            minutes,
        });
    }
    for fault in faults {
        let found = moment(&fault.found_at)?;
        if found.date() < first {
            continue;
        }
        let month = months.entry(name(found)).or_default();
        month.faults += 1;
        let told = fault.told_at.as_deref();
        let rules = rules.on(day(fault.order_date.as_deref()).unwrap_or(found.date()));
        month
            .told
            .extend(told.and_then(|told| minutes_to_contact(&fault.found_at, told, rules)));
    }
    slowest.sort_by_key(|order| {
        (
            std::cmp::Reverse(order.minutes),
            std::cmp::Reverse(order.id),
        )
    });
    slowest.truncate(SLOWEST);
    let months = months
        .into_iter()
        .rev()
        .map(|(month, figures)| MonthFigures {
            month,
            issued: counted(&figures.minutes),
            median: median(&figures.minutes),
            mean: mean(&figures.minutes),
            recorded: counted(&figures.delays),
            late: figures.late,
            delay: median(&figures.delays),
            faults: figures.faults,
            told: median(&figures.told),
        });
    Ok(ProcessingFigures {
        months: months.collect(),
        slowest,
    })
}

fn counted(minutes: &[i64]) -> i64 {
    i64::try_from(minutes.len()).unwrap_or(i64::MAX)
}

fn day(stored: Option<&str>) -> Option<NaiveDate> {
    stored.and_then(|day| day.parse().ok())
}

fn moment(stored: &str) -> Result<NaiveDateTime, Failure> {
    from_stored(stored)
        .map(in_shanghai)
        .map_err(|_| Failure::UnknownValue {
            what: "orders.recorded_at",
            value: stored.to_owned(),
        })
}

fn shown(moment: NaiveDateTime) -> String {
    moment.format("%Y-%m-%d %H:%M").to_string()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use chrono::NaiveTime;

    use super::*;
    use crate::calendar::WorkingHours;
    use crate::settings::HouseRules;

    #[test]
    fn clause_f1_22_the_talk_about_a_fault_is_measured_by_the_rules_of_its_order() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        let mornings = HouseRules {
            working_hours: WorkingHours::of_spans(vec![(at(8), at(12))]).unwrap(),
            ..HouseRules::default()
        };
        let rules = RulesOverTime::of([(day("2026-12-01"), mornings)].into());
        // Found on a Wednesday at 11:00, told on the Thursday at 09:00, both in December.
        let fault = |order_date: Option<&str>| ErrorTimes {
            found_at: "2026-12-02T03:00:00Z".to_owned(),
            told_at: Some("2026-12-03T01:00:00Z".to_owned()),
            order_date: order_date.map(str::to_owned),
        };
        for (order_date, minutes) in [
            (Some("2026-11-24"), 360),
            (Some("2026-12-01"), 120),
            (None, 120),
        ] {
            let figures = figures(&[], &[fault(order_date)], day("2026-01-01"), &rules).unwrap();
            let told: Vec<_> = figures.months.iter().map(|month| month.told).collect();
            assert_eq!(told, [Some(minutes)], "{order_date:?}");
        }
    }
}
