//! Writing a customer with its contacts, addresses and terms.

use super::queries::{self, Stored};
use super::record::CustomerRecord;
use super::refusals::CustomerRefusal;
use super::rules::Marked;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::numbers::{self, Series};
use crate::orders;
use crate::storage::{Cell, Writer};

/// Enters a new customer and answers its id. Without a code it is given the next of the series.
pub(crate) async fn enter(
    writer: &mut Writer,
    record: &CustomerRecord,
    marked: Option<&Marked>,
) -> Result<i64, DeskError> {
    refuse_doubles(writer, record, None).await?;
    let mut columns = columns(record);
    columns.extend(code_cell(writer, record).await?);
    columns.push(("revision", 1.into()));
    columns.push(("created_at", as_stored(writer.at()).into()));
    columns.extend(mark_cells(marked));
    let id = writer.insert("customers", &columns).await?;
    write_rows(writer, id, record).await?;
    Ok(id)
}

/// Puts `record` in the place of what stands on a customer. Where it reads otherwise on a paper its orders are judged anew.
pub(super) async fn change(
    writer: &mut Writer,
    before: &Stored,
    record: &CustomerRecord,
) -> Result<(), DeskError> {
    let id = before.id;
    refuse_doubles(writer, record, Some(id)).await?;
    let mut columns = columns(record);
    columns.extend(code_cell(writer, record).await?);
    columns.push(("revision", (before.revision + 1).into()));
    writer.update("customers", id, &columns).await?;
    write_rows(writer, id, record).await?;
    if orders::customer_on_paper(&before.record) == orders::customer_on_paper(record) {
        return Ok(());
    }
    orders::stand_by_customer(writer, id).await
}

/// Marks a customer that is there 老客户.
pub(crate) async fn mark(writer: &mut Writer, id: i64, marked: &Marked) -> Result<(), DeskError> {
    writer
        .update("customers", id, &mark_cells(Some(marked)))
        .await
}

/// The columns of a mark, empty without one.
pub(super) fn mark_cells(marked: Option<&Marked>) -> [(&'static str, Cell); 3] {
    [
        ("established_at", marked.map(|mark| mark.at.clone()).into()),
        (
            "established_by",
            marked
                .map(|mark| mark.by.clone())
                .unwrap_or_default()
                .into(),
        ),
        (
            "established_how",
            marked
                .map(|mark| mark.how.clone())
                .unwrap_or_default()
                .into(),
        ),
    ]
}

async fn refuse_doubles(
    writer: &mut Writer,
    record: &CustomerRecord,
    id: Option<i64>,
) -> Result<(), DeskError> {
    let name = queries::row_named(writer, &record.name).await?;
    if name.is_some() && name != id {
        return Err(CustomerRefusal::NameTaken {
            name: record.name.clone(),
        }
        .into());
    }
    if record.code.is_empty() {
        return Ok(());
    }
    let code = queries::row_coded(writer, &record.code).await?;
    if code.is_some() && code != id {
        return Err(CustomerRefusal::CodeTaken {
            code: record.code.clone(),
        }
        .into());
    }
    Ok(())
}

/// The code that was typed, or the next of the series that nobody has typed yet.
async fn code_cell(
    writer: &mut Writer,
    record: &CustomerRecord,
) -> Result<Option<(&'static str, Cell)>, DeskError> {
    let mut code = record.code.clone();
    while code.is_empty() {
        let next = numbers::next(writer, Series::Customer).await?;
        if queries::row_coded(writer, &next).await?.is_none() {
            code = next;
        }
    }
    Ok(Some(("code", code.into())))
}

fn columns(record: &CustomerRecord) -> Vec<(&'static str, Cell)> {
    let first = record.first_contact();
    let of_first =
        |text: fn(&super::Contact) -> &String| first.map(text).cloned().unwrap_or_default();
    vec![
        ("name", record.name.as_str().into()),
        ("short_name", record.short_name.as_str().into()),
        ("address", record.address.as_str().into()),
        ("contact", of_first(|contact| &contact.name).into()),
        ("phone", of_first(|contact| &contact.phone).into()),
        ("remark", record.remark.as_str().into()),
        ("locality", record.locality.as_str().into()),
        ("direct_lane", record.direct_lane.into()),
        ("long_term", record.long_term.into()),
        ("tolerance", record.tolerance.map(|share| share.0).into()),
        ("invoice_title", record.invoice_title.as_str().into()),
        ("invoice_tax_no", record.invoice_tax_no.as_str().into()),
        ("invoice_bank", record.invoice_bank.as_str().into()),
        ("invoice_address", record.invoice_address.as_str().into()),
    ]
}

/// A row as it stands in its table: its id, its columns, and whether it is the default.
type ListedRow = (Option<i64>, Vec<(&'static str, Cell)>, bool);

async fn write_rows(
    writer: &mut Writer,
    id: i64,
    record: &CustomerRecord,
) -> Result<(), DeskError> {
    let contacts = record.contacts.iter().map(|row| {
        let columns = vec![
            ("name", row.name.as_str().into()),
            ("phone", row.phone.as_str().into()),
            ("message", row.message.as_str().into()),
            ("purpose", row.purpose.as_str().into()),
            ("is_default", row.is_default.into()),
        ];
        (row.id, columns, row.is_default)
    });
    write_list(writer, "customer_contacts", id, contacts.collect()).await?;
    let addresses = record.addresses.iter().map(|row| {
        let columns = vec![
            ("address", row.address.as_str().into()),
            ("receiver", row.receiver.as_str().into()),
            ("phone", row.phone.as_str().into()),
            ("note", row.note.as_str().into()),
            ("is_default", row.is_default.into()),
        ];
        (row.id, columns, row.is_default)
    });
    write_list(writer, "customer_addresses", id, addresses.collect()).await?;
    // Instalments have nothing that stays with a row: they are matched by their place.
    let there = queries::row_ids(writer, "customer_instalments", id).await?;
    let terms = record.terms.iter().enumerate().map(|(place, row)| {
        let columns = vec![
            ("percent", row.percent.0.into()),
            ("due", row.due.code().into()),
            ("days", row.days.into()),
        ];
        (there.get(place).copied(), columns, false)
    });
    write_list(writer, "customer_instalments", id, terms.collect()).await
}

/// Rows are changed by id, added and taken away. The default is written last: two at once are refused by the schema.
async fn write_list(
    writer: &mut Writer,
    table: &'static str,
    customer: i64,
    rows: Vec<ListedRow>,
) -> Result<(), DeskError> {
    let there = queries::row_ids(writer, table, customer).await?;
    for id in &there {
        if !rows.iter().any(|(row, ..)| *row == Some(*id)) {
            writer.delete(table, *id).await?;
        }
    }
    let mut placed: Vec<(i64, ListedRow)> = (0_i64..).zip(rows).collect();
    placed.sort_by_key(|(_, (_, _, is_default))| *is_default);
    for (position, (id, mut columns, _)) in placed {
        columns.push(("position", position.into()));
        match id.filter(|id| there.contains(id)) {
            Some(id) => writer.update(table, id, &columns).await?,
            None => {
                columns.push(("customer_id", customer.into()));
                writer.insert(table, &columns).await?;
            }
        }
    }
    Ok(())
}
