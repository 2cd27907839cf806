//! Entering a customer in the middle of a call, or changing the few fields that are asked there.

use super::record::{Address, Contact, CustomerRecord};
use super::wire::{CustomerForm, SaveCustomer};
use super::{CustomerRefusal, queries, rules, written};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::error::DeskError;
use crate::storage::Subject;
use crate::wire::Done;

impl Desk {
    /// Enters a customer, or changes the few fields of one that are asked in a call. A new customer's address is also
    /// its first delivery address.
    ///
    /// # Errors
    /// When a text cannot be kept, the name is empty or taken, the customer was merged away, or somebody changed it
    /// meanwhile.
    pub async fn save_customer(
        &self,
        actor: &Actor,
        request: &SaveCustomer,
    ) -> Result<Done<i64>, DeskError> {
        let short = understood(request)?;
        let mut writer = self.begin(actor, Activity::SaveCustomer).await?;
        let id = match request.id {
            None => written::enter(&mut writer, &entered(short), None).await?,
            Some(id) => {
                let stored = queries::stored(&mut writer, id).await?;
                if stored.merged_into.is_some() {
                    return Err(CustomerRefusal::MergedAway.into());
                }
                if stored.revision != request.revision {
                    return Err(CustomerRefusal::ChangedMeanwhile.into());
                }
                let record = overlaid(&stored.record, short);
                for (code, change) in record.changes_since(&stored.record) {
                    writer.note(code, change);
                }
                written::change(&mut writer, &stored, &record).await?;
                id
            }
        };
        writer.about(Subject::Customer(id));
        Ok(Done {
            value: id,
            changed: writer.commit().await?,
        })
    }
}

/// The texts as they are kept.
fn understood(request: &SaveCustomer) -> Result<CustomerRecord, CustomerRefusal> {
    let form = CustomerForm {
        name: request.name.clone(),
        short_name: request.short_name.clone(),
        address: request.address.clone(),
        remark: request.remark.clone(),
        ..CustomerForm::default()
    };
    let mut problems = Vec::new();
    let mut record = rules::understood(&form).unwrap_or_else(|found| {
        problems = found;
        CustomerRecord::default()
    });
    let of_contact = rules::contact_line(&request.contact, &request.phone);
    match of_contact {
        Ok(contact) => record.contacts.extend(contact),
        Err(found) => problems.extend(found),
    }
    if problems.is_empty() {
        Ok(record)
    } else {
        Err(CustomerRefusal::of(problems))
    }
}

/// A new customer from what was typed in the call.
fn entered(mut short: CustomerRecord) -> CustomerRecord {
    if !short.address.is_empty() {
        let first = short.first_contact().cloned().unwrap_or_default();
        short.addresses.push(Address {
            address: short.address.clone(),
            receiver: first.name,
            phone: first.phone,
            is_default: true,
            ..Address::default()
        });
    }
    short
}

/// What stands on the customer, with the few fields of the call in their places.
fn overlaid(before: &CustomerRecord, short: CustomerRecord) -> CustomerRecord {
    let mut record = CustomerRecord {
        name: short.name,
        short_name: short.short_name,
        address: short.address,
        remark: short.remark,
        ..before.clone()
    };
    let asked = short.contacts.into_iter().next().unwrap_or_default();
    match record
        .contacts
        .iter_mut()
        .find(|contact| contact.is_default)
    {
        Some(contact) => {
            contact.name = asked.name;
            contact.phone = asked.phone;
        }
        None if asked != Contact::default() => record.contacts.push(asked),
        None => {}
    }
    let says = |contact: &Contact| {
        !contact.name.is_empty() || !contact.phone.is_empty() || !contact.message.is_empty()
    };
    record.contacts.retain(says);
    rules::one_default(&mut record.contacts, |contact| &mut contact.is_default);
    record
}
