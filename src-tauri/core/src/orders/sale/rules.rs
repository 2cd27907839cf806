//! What must be known before a paper goes out, and what a paper is about.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use ts_rs::TS;

use super::OrderFacts;
use crate::audit::hex;
use crate::customers::{self, CustomerRecord};
use crate::error::DeskError;
use crate::orders::fields::Level;
use crate::orders::invoice_data::{INVOICE_TYPE, SPECIAL_INVOICE};
use crate::orders::kind::OrderKind;
use crate::orders::specification::{Specification, text};
use crate::orders::understand::FieldProblem;
use crate::storage::Connection;

/// Which of the two papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SalePaperKind")]
pub enum PaperKind {
    /// 报价单.
    Quote,
    /// 订单确认书.
    Confirmation,
}

impl PaperKind {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Confirmation => "confirmation",
        }
    }

    /// As it is titled.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Quote => "报价单",
            Self::Confirmation => "订单确认书",
        }
    }
}

/// Whether price and quantity may print as 待定 on a paper of this kind of order: of samples and 预售 (F1-06, F4-3a).
#[must_use]
pub(super) fn may_stay_open(kind: OrderKind) -> bool {
    kind.may_be_pending(Level::Order, "unit_price")
        && kind.may_be_pending(Level::Product, "quantity")
}

/// What keeps a paper back, each with the field it is filled in. A quote says what costs how much; a confirmation all five
/// of 订单编号, 订单数量, 交付时间, 价格, 付款方式 (F1-06), of which the number is there from 登记, and whom to bill where it is to be a
/// 增值税专用发票 (F7-06).
#[must_use]
pub(super) fn missing_on(
    kind: PaperKind,
    specification: &Specification,
    customer: &CustomerRecord,
) -> Vec<FieldProblem> {
    let order = &specification.order;
    let mut missing = Vec::new();
    let mut need = |there: bool, path: &str| {
        if !there {
            missing.push(FieldProblem::needed(path));
        }
    };
    if !may_stay_open(specification.kind()) {
        need(
            specification.product.contains_key("quantity"),
            "product.quantity",
        );
        need(order.contains_key("unit_price"), "order.unit_price");
    }
    if kind == PaperKind::Confirmation {
        let dated = order.contains_key("confirmed_date") || order.contains_key("requested_date");
        need(dated, "order.requested_date");
        missing.extend(terms_missing(specification));
        missing.extend(invoice_data_missing(specification, customer));
    }
    missing
}

/// Terms are agreed when each instalment says how much and when, and together they are the whole.
fn terms_missing(specification: &Specification) -> Vec<FieldProblem> {
    let level = Level::Instalment;
    if specification.instalments.is_empty() {
        return vec![FieldProblem::needed(level.code())];
    }
    let at = |key: &str, field: &str| format!("{}:{key}.{field}", level.code());
    let mut missing = Vec::new();
    for row in &specification.instalments {
        let empty = ["percent", "due"]
            .into_iter()
            .filter(|field| !row.values.contains_key(*field));
        missing.extend(empty.map(|field| FieldProblem::needed(at(&row.key, field))));
    }
    if missing.is_empty() {
        missing.extend(specification.terms_not_whole());
    }
    missing
}

/// A 增值税专用发票 cannot be made out to a customer of whom one of its four facts is not known (F7-06).
fn invoice_data_missing(
    specification: &Specification,
    customer: &CustomerRecord,
) -> Option<FieldProblem> {
    if text(&specification.order, "invoice_type") != SPECIAL_INVOICE {
        return None;
    }
    let missing = customers::missing_invoice_data(customer);
    (!missing.is_empty()).then(|| FieldProblem {
        path: INVOICE_TYPE.to_owned(),
        code: "invoice_data_missing",
        params: [("fields", missing.join(","))].into(),
    })
}

/// What a paper to the customer is about: all that is read back, when it comes, and who the customer is and is billed as.
/// Fields of the plant alone leave a paper standing.
#[must_use]
pub(super) fn content_hash(specification: &Specification, customer: &CustomerRecord) -> String {
    let mut said = vec![serde_json::json!("docket sale paper 1")];
    said.extend(of_order(specification).map(serde_json::Value::from));
    said.extend(of_customer(customer).map(serde_json::Value::from));
    hashed(&said)
}

/// What of a paper is the order's.
fn of_order(specification: &Specification) -> [Option<String>; 3] {
    let typed = |key: &str| specification.order.get(key).map(|value| value.typed());
    [
        Some(specification.read_back_hash()),
        typed("kind"),
        typed("confirmed_date"),
    ]
}

/// What of a paper is the customer's.
fn of_customer(customer: &CustomerRecord) -> [Option<String>; 8] {
    let contact = customer.first_contact();
    [
        Some(customer.name.clone()),
        Some(customer.address.clone()),
        contact.map(|contact| contact.name.clone()),
        contact.map(|contact| contact.phone.clone()),
        Some(customer.invoice_title.clone()),
        Some(customer.invoice_tax_no.clone()),
        Some(customer.invoice_bank.clone()),
        Some(customer.invoice_address.clone()),
    ]
}

fn hashed(said: &[serde_json::Value]) -> String {
    let said = serde_json::Value::from(said);
    hex(&Sha256::digest(said.to_string()))
}

/// Hash of who the customer is on a paper.
#[must_use]
pub(crate) fn customer_on_paper(customer: &CustomerRecord) -> String {
    let said = of_customer(customer).map(serde_json::Value::from);
    hashed(&said)
}

/// Hash of what the customer signs: 订单确认书 of the order, by who the customer is on it ([`customer_on_paper`]).
#[must_use]
pub(crate) fn signed_by_customer(specification: &Specification, customer: &str) -> String {
    let mut said = vec![serde_json::json!("docket customer signature 1")];
    said.extend(of_order(specification).map(serde_json::Value::from));
    said.push(serde_json::json!(customer));
    hashed(&said)
}

/// The [`content_hash`] of an order as it stands.
pub(super) async fn content_of(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<String, DeskError> {
    let customer = customer_of(connection, facts).await?;
    Ok(content_hash(&facts.specification, &customer))
}

/// Who ordered; what is made for stock has nobody, and no paper (F4-5c).
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn customer_of(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<CustomerRecord, DeskError> {
    if facts.kind().is_read_back() {
        customers::record_of(connection, facts.customer.id).await
    } else {
        Ok(CustomerRecord::default())
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
