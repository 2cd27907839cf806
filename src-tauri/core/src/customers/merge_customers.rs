//! Merging a double into the customer it is: orders, drafts, contacts and addresses go over, and what the one that stays
//! lacks; the old name stays findable, and what was printed stays as it is.

use super::gaps::{filled, gaps};
use super::queries::{self, Stored};
use super::record::{Address, Contact};
use super::wire::{CustomerName, MergeCustomers, MergePreview};
use super::{CustomerRefusal, rules, written};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::orders;
use crate::storage::{Connection, Subject, Topic};
use crate::wire::Done;

/// What goes over.
struct Moving {
    contacts: Vec<Contact>,
    addresses: Vec<Address>,
}

impl Desk {
    /// What a merge of `from` into `into` would move.
    ///
    /// # Errors
    /// Refuses a customer and itself, and one that was merged away already.
    pub async fn merge_preview(&self, from: i64, into: i64) -> Result<MergePreview, DeskError> {
        let mut reader = self.read().await?;
        let (from, into) = both(&mut reader, from, into).await?;
        let moving = moving(&from, &into);
        let (orders, issued) = queries::counts(&mut reader, from.id).await?;
        Ok(MergePreview {
            orders,
            unissued: orders - issued,
            drafts: orders::drafts_naming(&mut reader, &from.record.name).await?,
            contacts: moving.contacts.iter().map(shown_contact).collect(),
            addresses: moving
                .addresses
                .iter()
                .map(|row| row.address.clone())
                .collect(),
            gaps: taken_over(&from, &into),
            direct_lane_stays_off: from.record.direct_lane && !into.record.direct_lane,
            from_revision: from.revision,
            into_revision: into.revision,
            from: CustomerName {
                id: from.id,
                name: from.record.name,
            },
            into: CustomerName {
                id: into.id,
                name: into.record.name,
            },
        })
    }

    /// Merges `from` into `into`. Orders that are not issued fall back to 信息登记 where the customer had agreed to the
    /// other name: it is read back, so it is asked again (S-4.1.2b).
    ///
    /// # Errors
    /// As [`merge_preview`](Self::merge_preview); refuses stale revisions too.
    pub async fn merge_customers(
        &self,
        actor: &Actor,
        request: &MergeCustomers,
    ) -> Result<Done<i64>, DeskError> {
        let mut writer = self.begin(actor, Activity::MergeCustomers).await?;
        let (from, into) = both(&mut writer, request.from, request.into).await?;
        if (from.revision, into.revision) != (request.from_revision, request.into_revision) {
            return Err(CustomerRefusal::ChangedMeanwhile.into());
        }
        let moving = moving(&from, &into);
        let mut record = filled(&into.record, &from.record);
        for (code, change) in record.changes_since(&into.record) {
            writer.note(code, change);
        }
        record.contacts.extend(moving.contacts);
        record.addresses.extend(moving.addresses);
        // The default of the one that stays goes before that of the double.
        rules::one_default(&mut record.contacts, |row| &mut row.is_default);
        rules::one_default(&mut record.addresses, |row| &mut row.is_default);
        written::change(&mut writer, &into, &record).await?;
        // A 老客户 stays one under whichever of the two names it was marked (S-4.3.1A).
        if let (Some(mark), None) = (&from.marked, &into.marked) {
            written::mark(&mut writer, into.id, mark).await?;
            writer.note("established", "✓");
        }
        // What had been merged into the double belongs to the one that stays: a name never leads over two steps.
        for earlier in queries::merged_into(&mut writer, from.id).await? {
            writer
                .update("customers", earlier.id, &[("merged_into", into.id.into())])
                .await?;
        }
        let merged_at = as_stored(writer.at());
        writer
            .update(
                "customers",
                from.id,
                &[
                    ("merged_into", into.id.into()),
                    ("merged_at", merged_at.into()),
                    ("revision", (from.revision + 1).into()),
                ],
            )
            .await?;
        let orders = orders::ids_of_customer(&mut writer, from.id).await?;
        for order in &orders {
            orders::move_to_customer(&mut writer, *order, into.id).await?;
        }
        orders::stand_by_standing(&mut writer, into.id).await?;
        let drafts =
            orders::rename_in_drafts(&mut writer, &from.record.name, &into.record.name).await?;
        writer.touch(Topic::drafts());
        writer.note("merged", from.record.name);
        writer.note("orders", orders.len().to_string());
        writer.note("drafts", drafts.to_string());
        writer.about(Subject::Customer(from.id));
        writer.about(Subject::Customer(into.id));
        Ok(Done {
            value: into.id,
            changed: writer.commit().await?,
        })
    }
}

async fn both(
    connection: &mut Connection,
    from: i64,
    into: i64,
) -> Result<(Stored, Stored), DeskError> {
    if from == into {
        return Err(CustomerRefusal::MergedIntoItself.into());
    }
    let from = queries::stored(connection, from).await?;
    let into = queries::stored(connection, into).await?;
    if from.merged_into.is_some() || into.merged_into.is_some() {
        return Err(CustomerRefusal::MergedAway.into());
    }
    Ok((from, into))
}

/// The contacts and addresses that the one that stays has not got, as new rows of it. The double keeps its own.
fn moving(from: &Stored, into: &Stored) -> Moving {
    let contacts = rules::moved(&from.record.contacts, &into.record.contacts, |row| {
        vec![row.name.clone(), row.phone.clone(), row.message.clone()]
    });
    let addresses = rules::moved(&from.record.addresses, &into.record.addresses, |row| {
        vec![row.address.clone(), row.receiver.clone(), row.phone.clone()]
    });
    Moving {
        contacts: contacts
            .into_iter()
            .map(|row| Contact {
                id: None,
                ..row.clone()
            })
            .collect(),
        addresses: addresses
            .into_iter()
            .map(|row| Address {
                id: None,
                ..row.clone()
            })
            .collect(),
    }
}

/// Codes of what the one that stays takes over because it has none of its own.
fn taken_over(from: &Stored, into: &Stored) -> Vec<&'static str> {
    let mut codes = gaps(&into.record, &from.record);
    if from.marked.is_some() && into.marked.is_none() {
        codes.push("established");
    }
    codes
}

fn shown_contact(contact: &Contact) -> String {
    let texts = [&contact.name, &contact.phone, &contact.message];
    let filled: Vec<&str> = texts
        .into_iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    filled.join(" ")
}
