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
use crate::settings::{self, HouseRules};

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
        let rules = settings::in_force(&mut reader, today).await?;
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
    rules: &HouseRules,
) -> Result<ProcessingFigures, DeskError> {
    let mut months: BTreeMap<String, Month> = BTreeMap::new();
    let mut slowest = Vec::new();
    let name = |moment: NaiveDateTime| moment.format("%Y-%m").to_string();
    for order in moments {
        let recorded = moment(&order.recorded_at)?;
        let received = received_at(
            order
                .received_on
                .as_deref()
                .and_then(|day| day.parse().ok()),
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
