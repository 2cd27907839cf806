//! By which rules a form is understood and reckoned: days are counted by the calendar of today, everything else goes by
//! the rules in force on the order date.

use chrono::NaiveDate;

use super::specification::Specification;
use super::wire::OrderForm;
use crate::calendar::BusinessDay;
use crate::error::DeskError;
use crate::settings::{self, HouseRules};
use crate::storage::Connection;

/// The rules for a form as seen from `today`.
///
/// # Errors
/// When the rules cannot be read.
pub(super) async fn rules_of_form(
    connection: &mut Connection,
    form: &OrderForm,
    today: NaiveDate,
) -> Result<HouseRules, DeskError> {
    let now = settings::in_force(connection, today).await?;
    // The order date alone decides which rules: nothing else of the form need be understood for it.
    let dated = OrderForm {
        order: form
            .order
            .get_key_value("order_date")
            .map(|(key, text)| (key.clone(), text.clone()))
            .into_iter()
            .collect(),
        ..OrderForm::default()
    };
    let (specification, _) = Specification::understand(&dated, BusinessDay(today), &now);
    match specification.order_date() {
        Some(day) if day.0 != today => Ok(HouseRules {
            house_days: now.house_days,
            ..settings::in_force(connection, day.0).await?
        }),
        _ => Ok(now),
    }
}
