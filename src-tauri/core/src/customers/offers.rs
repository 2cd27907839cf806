//! What a customer offers an order's form: proposals for empty fields, and the other contacts and addresses.

use std::collections::BTreeMap;

use super::queries;
use super::record::{Address, Contact, CustomerRecord};
use super::rules::missing_invoice_data;
use super::wire::{AddressForm, ContactForm, CustomerOffers, TermForm};
use crate::Desk;
use crate::error::DeskError;
use crate::storage::Connection;
use crate::{orders, settings};

impl Desk {
    /// What the customer of this name offers; nothing where nobody has the name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn customer_offers(&self, name: &str) -> Result<Option<CustomerOffers>, DeskError> {
        let mut reader = self.read().await?;
        let Some(id) = queries::id_of(&mut reader, name.trim()).await? else {
            return Ok(None);
        };
        let stored = queries::stored(&mut reader, id).await?;
        let sales_rep = orders::last_sales_rep(&mut reader, id).await?;
        let rules = settings::in_force(&mut reader, self.today()).await?;
        Ok(Some(CustomerOffers {
            usual_terms: rules.usual_terms.iter().map(TermForm::from).collect(),
            ..offers(id, &stored.record, sales_rep)
        }))
    }
}

/// What a special VAT invoice to the customer of this name lacks; none where nobody has the name.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn invoice_data_missing(
    connection: &mut Connection,
    name: &str,
) -> Result<Option<Vec<&'static str>>, DeskError> {
    let Some(id) = queries::id_of(connection, name).await? else {
        return Ok(None);
    };
    let stored = queries::stored(connection, id).await?;
    Ok(Some(missing_invoice_data(&stored.record)))
}

/// All that is known of a customer.
///
/// # Errors
/// When there is none with this id, or the database cannot be read.
pub(crate) async fn record_of(
    connection: &mut Connection,
    id: i64,
) -> Result<CustomerRecord, DeskError> {
    Ok(queries::stored(connection, id).await?.record)
}

/// Gathers what a customer offers; `sales_rep` is who looked after its last order.
fn offers(id: i64, record: &CustomerRecord, sales_rep: Option<String>) -> CustomerOffers {
    let mut fields = BTreeMap::new();
    let mut propose = |path: &str, text: String| {
        if !text.is_empty() {
            fields.insert(path.to_owned(), text);
        }
    };
    let contact = record.first_contact().cloned().unwrap_or_default();
    propose("order.contact", contact.name);
    propose("order.phone", contact.phone);
    propose("order.sales_rep_id", sales_rep.unwrap_or_default());
    propose(
        "order.long_term",
        if record.long_term { "1" } else { "" }.to_owned(),
    );
    let tolerance = record.tolerance.map(|share| share.to_string());
    propose("product.tolerance", tolerance.unwrap_or_default());
    let usual = record.addresses.iter().find(|address| address.is_default);
    let mut drop = BTreeMap::new();
    if let Some(address) = usual {
        let texts = [
            ("address", &address.address),
            ("contact", &address.receiver),
            ("phone", &address.phone),
        ];
        for (key, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
            drop.insert(key.to_owned(), text.clone());
        }
    }
    let mut contacts: Vec<&Contact> = record.contacts.iter().collect();
    contacts.sort_by_key(|contact| !contact.is_default);
    let mut addresses: Vec<&Address> = record.addresses.iter().collect();
    addresses.sort_by_key(|address| !address.is_default);
    CustomerOffers {
        id,
        name: record.name.clone(),
        contacts: contacts.into_iter().map(ContactForm::from).collect(),
        addresses: addresses.into_iter().map(AddressForm::from).collect(),
        fields,
        drop,
        terms: record.terms.iter().map(TermForm::from).collect(),
        usual_terms: Vec::new(),
    }
}
