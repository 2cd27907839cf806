//! Where 增值税专用发票 is chosen: what of its data the customer lacks (F7-06).

use super::fields::Level;
use super::wire::{OrderForm, Reckoning, Warning};
use crate::customers;
use crate::error::DeskError;
use crate::storage::Connection;

/// 增值税专用发票.
pub(super) const SPECIAL_INVOICE: &str = "vat_special";
/// Where it is chosen.
pub(super) const INVOICE_TYPE: &str = "order.invoice_type";

/// Names what is missing beside the invoice type of a form that was reckoned.
///
/// # Errors
/// When the customer cannot be read.
pub(super) async fn note_missing_invoice_data(
    connection: &mut Connection,
    form: &OrderForm,
    reckoning: &mut Reckoning,
) -> Result<(), DeskError> {
    let label = Level::Order
        .field("invoice_type")
        .and_then(|field| field.choice(SPECIAL_INVOICE))
        .map(|choice| choice.label);
    let chosen = reckoning
        .fields
        .get(INVOICE_TYPE)
        .and_then(|reading| reading.understood.as_deref());
    if chosen.is_none() || chosen != label {
        return Ok(());
    }
    let name = form
        .order
        .get("customer_id")
        .map(|name| name.trim())
        .unwrap_or_default();
    let Some(missing) = customers::invoice_data_missing(connection, name).await? else {
        return Ok(());
    };
    if !missing.is_empty() {
        reckoning.warnings.push(Warning {
            path: INVOICE_TYPE.to_owned(),
            code: "invoice_data_missing".to_owned(),
            params: [("fields".to_owned(), missing.join(","))].into(),
        });
    }
    Ok(())
}
