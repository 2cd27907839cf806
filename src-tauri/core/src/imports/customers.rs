//! A line of a table as a customer.

use std::collections::BTreeSet;

use super::columns::{cell, says_yes};
use super::wire::ImportProblem;
use crate::customers::wire::{AddressForm, ContactForm, CustomerForm};
use crate::customers::{self, CustomerRecord};
use crate::error::DeskError;
use crate::orders::FieldProblem;
use crate::storage::Connection;

/// What is made of a line.
pub(super) enum Made {
    /// A new customer, marked 老客户 or not.
    Entered(Box<CustomerRecord>, bool),
    /// One that is there, to be marked.
    Marked(i64),
    /// One that is there, left as it is.
    Same,
    /// Nothing: the line is wrong.
    Wrong(Vec<ImportProblem>),
}

/// The names and codes of the lines before this one.
#[derive(Default)]
pub(super) struct Seen {
    names: BTreeSet<String>,
    codes: BTreeSet<String>,
}

/// Decides what is made of a line.
pub(super) async fn made(
    connection: &mut Connection,
    cells: &[String],
    columns: &[&str],
    established: bool,
    seen: &mut Seen,
) -> Result<Made, DeskError> {
    let record = match customers::understood(&form_of(cells, columns)) {
        Ok(record) => record,
        Err(problems) => return Ok(Made::Wrong(problems.into_iter().map(problem_of).collect())),
    };
    if !seen.names.insert(record.name.clone()) {
        return Ok(Made::Wrong(vec![twice()]));
    }
    let marked = established || says_yes(cell(cells, columns, "established"));
    if let Some(id) = customers::queries::id_of(connection, &record.name).await? {
        let is_marked = customers::queries::is_marked(connection, id).await?;
        return Ok(if marked && !is_marked {
            Made::Marked(id)
        } else {
            Made::Same
        });
    }
    let taken = !record.code.is_empty()
        && (!seen.codes.insert(record.code.clone())
            || customers::queries::row_coded(connection, &record.code)
                .await?
                .is_some());
    if taken {
        return Ok(Made::Wrong(vec![ImportProblem {
            column: "code".to_owned(),
            code: "customer_code_taken".to_owned(),
            params: [("code".to_owned(), record.code)].into(),
        }]));
    }
    Ok(Made::Entered(Box::new(record), marked))
}

fn form_of(cells: &[String], columns: &[&str]) -> CustomerForm {
    let of = |code: &str| cell(cells, columns, code).to_owned();
    let delivery = match of("delivery_address") {
        empty if empty.is_empty() => of("address"),
        delivery => delivery,
    };
    let or = |text: String, other: String| if text.is_empty() { other } else { text };
    let locality = match cell(cells, columns, "locality") {
        "本地" | "local" => "local",
        "外地" | "out of town" => "out_of_town",
        other => other,
    };
    CustomerForm {
        name: of("name"),
        code: of("code"),
        short_name: of("short_name"),
        address: of("address"),
        remark: of("remark"),
        locality: locality.to_owned(),
        long_term: says_yes(cell(cells, columns, "long_term")),
        tolerance: of("tolerance"),
        invoice_title: of("invoice_title"),
        invoice_tax_no: of("invoice_tax_no"),
        invoice_bank: of("invoice_bank"),
        invoice_address: of("invoice_address"),
        contacts: vec![ContactForm {
            name: of("contact"),
            phone: of("phone"),
            message: of("message"),
            is_default: true,
            ..ContactForm::default()
        }],
        addresses: if delivery.is_empty() {
            Vec::new()
        } else {
            vec![AddressForm {
                address: delivery,
                receiver: or(of("receiver"), of("contact")),
                phone: or(of("receiver_phone"), of("phone")),
                is_default: true,
                ..AddressForm::default()
            }]
        },
        ..CustomerForm::default()
    }
}

/// A name that stands in the table twice.
fn twice() -> ImportProblem {
    ImportProblem {
        column: "name".to_owned(),
        code: "import_twice".to_owned(),
        params: std::collections::BTreeMap::new(),
    }
}

/// The problem of a field, at the column it came from.
fn problem_of(found: FieldProblem) -> ImportProblem {
    let column = match found.path.as_str() {
        "customer.shortName" => "short_name",
        "customer.invoiceTitle" => "invoice_title",
        "customer.invoiceTaxNo" => "invoice_tax_no",
        "customer.invoiceBank" => "invoice_bank",
        "customer.invoiceAddress" => "invoice_address",
        "contact:0.name" => "contact",
        "contact:0.phone" => "phone",
        "contact:0.message" => "message",
        "address:0.address" => "delivery_address",
        "address:0.receiver" => "receiver",
        "address:0.phone" => "receiver_phone",
        path => path.strip_prefix("customer.").unwrap_or(path),
    };
    ImportProblem {
        column: column.to_owned(),
        code: found.code.to_owned(),
        params: found
            .params
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    }
}
