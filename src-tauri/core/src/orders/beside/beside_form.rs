//! Looking for orders like the one being typed.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::queries::{self, Sought};
use super::sales::{Sale, sales};
use super::split::split_of;
use super::{Beside, Double, DoubleKind, LastSame, StockSales};
use crate::Desk;
use crate::calendar::BusinessDay;
use crate::clock::{as_stored, from_stored, in_shanghai};
use crate::customers;
use crate::error::{DeskError, Failure};
use crate::measures::{Quantity, Size};
use crate::orders::conversion::converted_from;
use crate::orders::drafts::{order_of, ties_of};
use crate::orders::specification::{Record, number, text};
use crate::orders::value::Value;
use crate::orders::wire::OrderForm;
use crate::orders::{OrderKind, Specification, repeat::OrderLink};
use crate::products;
use crate::settings;
use crate::storage::Connection;

impl Desk {
    /// What stands beside the form under `key` (`new:1-3` or `order:12`).
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn beside(&self, key: &str, form: &OrderForm) -> Result<Beside, DeskError> {
        let mut reader = self.read().await?;
        let rules = settings::in_force(&mut reader, self.today()).await?;
        let (specification, _) = Specification::understand(form, BusinessDay(self.today()), &rules);
        let for_stock = specification.kind() == OrderKind::Stock;
        let name = text(&specification.order, "customer_id");
        let customer = if for_stock {
            None
        } else {
            let Some(customer) = customers::queries::id_of(&mut reader, name).await? else {
                return Ok(Beside::default());
            };
            Some(customer)
        };
        let own = order_of(key);
        let of_now = match own {
            Some(order) => queries::recorded_at(&mut reader, order).await?,
            None => None,
        };
        let moment = match of_now {
            Some(at) => from_stored(&at).unwrap_or_else(|_| self.now()),
            None => self.now(),
        };
        let days = rules.duplicate_within_days;
        let product = text(&specification.product, "name").to_owned();
        let ties = ties_of(key).ask(&mut reader).await?;
        let sought = Sought {
            customer: customer.unwrap_or(0),
            product: product.clone(),
            own: own.unwrap_or(0),
            repeated: ties.repeats.unwrap_or(0),
            origin: match (ties.converts, own) {
                (Some(from), _) => from,
                (None, Some(order)) => converted_from(&mut reader, order)
                    .await?
                    .map_or(0, |from| from.id),
                (None, None) => 0,
            },
        };
        let mut doubles = same_po(&mut reader, &sought, &specification).await?;
        doubles.extend(same_job(&mut reader, &sought, &specification, moment, days).await?);
        if !product.is_empty() {
            let whose = customer.map(|_| name);
            doubles.extend(queries::open_drafts(&mut reader, key, whose, &product).await?);
        }
        let Some(customer) = customer else {
            return Ok(Beside {
                doubles,
                stock: Some(stock_sales(&mut reader, &specification, self.today()).await?),
                ..Beside::default()
            });
        };
        let last_same = if product.is_empty() {
            None
        } else {
            queries::last_same(&mut reader, &sought).await?
        };
        let split = split_of(&mut reader, (sought.own, customer), &specification, &rules).await?;
        Ok(Beside {
            last_same,
            doubles,
            split,
            stock: None,
        })
    }
}

/// What was sold of the product that is to be made for stock: lately, and in the season it is made for (F4-5b).
async fn stock_sales(
    reader: &mut Connection,
    specification: &Specification,
    today: NaiveDate,
) -> Result<StockSales, DeskError> {
    let product = specification.product_name();
    let mut sold = Vec::new();
    if !product.is_empty() {
        for (issued_at, quantity) in queries::sold(reader, product).await? {
            let at = from_stored(&issued_at).map_err(|_| Failure::UnknownValue {
                what: "task_sheets.issued_at",
                value: issued_at,
            })?;
            sold.push(Sale {
                day: in_shanghai(at).date(),
                pieces: Quantity(quantity),
            });
        }
    }
    let season = match specification.order.get("requested_date") {
        Some(Value::Day(BusinessDay(day))) => *day,
        _ => today,
    };
    Ok(StockSales {
        regular: products::REGULAR.hold(reader, product).await?,
        sales: sales(&sold, today, season),
    })
}

async fn same_po(
    reader: &mut Connection,
    sought: &Sought,
    specification: &Specification,
) -> Result<Vec<Double>, DeskError> {
    let po = text(&specification.order, "customer_po");
    if po.is_empty() {
        return Ok(Vec::new());
    }
    let found = queries::same_po(reader, sought, po).await?;
    Ok(doubles(DoubleKind::SamePo, found))
}

async fn same_job(
    reader: &mut Connection,
    sought: &Sought,
    specification: &Specification,
    moment: DateTime<Utc>,
    days: i64,
) -> Result<Vec<Double>, DeskError> {
    let product = &specification.product;
    let (Some(quantity), Some(size)) = (number(product, "quantity"), size_of(product)) else {
        return Ok(Vec::new());
    };
    let Some((from, to)) = around(moment, days) else {
        return Ok(Vec::new());
    };
    let found = queries::same_job(reader, sought, quantity, size, (&from, &to)).await?;
    Ok(doubles(DoubleKind::SameJob, found))
}

fn size_of(product: &Record) -> Option<Size> {
    match product.get("size") {
        Some(Value::Size(size)) => Some(*size),
        _ => None,
    }
}

/// The first moment that is still within `days` days before the day of `moment` in Shanghai, and the first that is beyond
/// them after it.
fn around(moment: DateTime<Utc>, days: i64) -> Option<(String, String)> {
    let midnight = in_shanghai(moment).date().and_time(NaiveTime::MIN);
    let ahead = in_shanghai(moment).signed_duration_since(moment.naive_utc());
    let at = |days: i64| {
        let local = midnight.checked_add_signed(TimeDelta::try_days(days)?)?;
        Some(as_stored(local.checked_sub_signed(ahead)?.and_utc()))
    };
    Some((at(-days)?, at(days + 1)?))
}

fn doubles(kind: DoubleKind, found: Vec<(OrderLink, String)>) -> Vec<Double> {
    found
        .into_iter()
        .map(|(order, at)| Double {
            kind,
            order: Some(order),
            draft: None,
            who: String::new(),
            at,
        })
        .collect()
}

/// As a [`LastSame`].
pub(super) fn last(found: (OrderLink, String)) -> LastSame {
    LastSame {
        order: found.0,
        recorded_at: found.1,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    #[test]
    fn within_thirty_days_is_counted_by_days_of_shanghai() {
        // 2026-11-24 09:12 in Shanghai; 30 days before is 10-25, which begins at 16:00 UTC of the 24th.
        let now = from_stored("2026-11-24T01:12:00Z").unwrap();
        assert_eq!(
            around(now, 30).unwrap(),
            (
                "2026-10-24T16:00:00Z".to_owned(),
                "2026-12-24T16:00:00Z".to_owned()
            )
        );
    }
}
