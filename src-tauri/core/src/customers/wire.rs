//! What the window sends and is told about customers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::{Address, Contact, CustomerRecord, Term};
use crate::orders::wire::{OrderRow, TrailLine};

/// A customer, as an order knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Customer {
    /// Its id.
    pub id: i64,
    /// 名称: no other customer has it.
    pub name: String,
    /// 简称.
    pub short_name: String,
    /// 编号; empty for one that was last saved before there were codes.
    pub code: String,
    /// 地址.
    pub address: String,
    /// 联系人: the one asked first.
    pub contact: String,
    /// 电话: of the one asked first.
    pub phone: String,
    /// 备注.
    pub remark: String,
    /// 直通: no proofs, files locked.
    pub direct_lane: bool,
    /// Counts its changes.
    pub revision: i64,
}

/// A row of the list of customers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CustomerRow {
    /// Its id.
    pub id: i64,
    /// 编号.
    pub code: String,
    /// 名称.
    pub name: String,
    /// 简称.
    pub short_name: String,
    /// 联系人: the one asked first.
    pub contact: String,
    /// 电话: of the one asked first.
    pub phone: String,
    /// 地址.
    pub address: String,
    /// Counts its changes.
    pub revision: i64,
    /// Orders registered.
    pub orders: i64,
    /// `potential`, `new` or `established`.
    pub standing: &'static str,
    /// A name merged into this one in which the words are found.
    pub former: Option<String>,
}

/// A customer entered in the middle of a call, or the few fields of one that are asked there.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveCustomer {
    /// Which one; none for a new one.
    pub id: Option<i64>,
    /// The revision on the screen; 0 for a new one.
    pub revision: i64,
    /// 名称.
    pub name: String,
    /// 简称.
    pub short_name: String,
    /// 地址; of a new one also its first delivery address.
    pub address: String,
    /// 联系人: the one asked first.
    pub contact: String,
    /// 电话: of the one asked first.
    pub phone: String,
    /// 备注.
    pub remark: String,
}

/// Everything on a customer's page, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CustomerForm {
    /// 名称.
    pub name: String,
    /// 简称.
    pub short_name: String,
    /// 编号; empty: the next of its series.
    pub code: String,
    /// 地址 of the firm.
    pub address: String,
    /// 备注.
    pub remark: String,
    /// `local`, `out_of_town` or empty.
    pub locality: String,
    /// 直通.
    pub direct_lane: bool,
    /// 长期.
    pub long_term: bool,
    /// 允许超欠.
    pub tolerance: String,
    /// 抬头.
    pub invoice_title: String,
    /// 税号.
    pub invoice_tax_no: String,
    /// 开户行及账号.
    pub invoice_bank: String,
    /// 地址电话.
    pub invoice_address: String,
    /// 联系人.
    pub contacts: Vec<ContactForm>,
    /// 收货地址.
    pub addresses: Vec<AddressForm>,
    /// 付款方式.
    pub terms: Vec<TermForm>,
}

/// A contact, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContactForm {
    /// Its row, once stored.
    pub id: Option<i64>,
    /// 姓名.
    pub name: String,
    /// 电话.
    pub phone: String,
    /// 微信 or e-mail.
    pub message: String,
    /// For what one calls them.
    pub purpose: String,
    /// Asked first.
    pub is_default: bool,
}

/// A delivery address, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddressForm {
    /// Its row, once stored.
    pub id: Option<i64>,
    /// 地址.
    pub address: String,
    /// 收货人.
    pub receiver: String,
    /// 收货电话.
    pub phone: String,
    /// 备注.
    pub note: String,
    /// Proposed first.
    pub is_default: bool,
}

/// An instalment, as typed; `due` is a code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TermForm {
    /// 比例.
    pub percent: String,
    /// `before_order`, `before_shipping`, `on_delivery`, `monthly`.
    pub due: String,
    /// 账期 in days.
    pub days: String,
}

/// A customer's page, to be saved.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeCustomer {
    /// Which one; none for a new one.
    pub id: Option<i64>,
    /// The revision on the screen; 0 for a new one.
    pub revision: i64,
    /// As typed.
    pub form: CustomerForm,
}

/// A customer's page.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CustomerPage {
    /// Its id.
    pub id: i64,
    /// Counts its changes.
    pub revision: i64,
    /// What stands on it.
    pub form: CustomerForm,
    /// What it is to the house, and why.
    pub standing: StandingView,
    /// What a special VAT invoice lacks, as codes.
    pub invoice_missing: Vec<&'static str>,
    /// Its orders, newest first.
    pub orders: Vec<OrderRow>,
    /// The customers that were merged into it.
    pub merged: Vec<MergedView>,
    /// Where it went, when it was merged away.
    pub merged_into: Option<CustomerName>,
    /// What happened, the latest first, to it and to what was merged into it.
    pub trail: Vec<TrailLine>,
}

/// What a customer is to the house, and from what that follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StandingView {
    /// `potential`, `new` or `established`.
    pub code: &'static str,
    /// Orders registered.
    pub orders: i64,
    /// Orders whose task sheet was issued.
    pub issued: i64,
    /// With so many issued orders 新 ends.
    pub after: i64,
    /// Who marked it 老客户, when, and whether by `setting` or `import`.
    pub marked: Option<MarkView>,
}

/// A mark somebody set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MarkView {
    /// Who.
    pub by: String,
    /// When (UTC).
    pub at: String,
    /// `setting` or `import`.
    pub how: String,
}

/// A customer by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CustomerName {
    /// Its id.
    pub id: i64,
    /// 名称.
    pub name: String,
}

/// A double that was merged into a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergedView {
    /// Its id.
    pub id: i64,
    /// The name it had and keeps.
    pub name: String,
    /// Its code.
    pub code: String,
    /// When (UTC).
    pub at: String,
}

/// What a merge would move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergePreview {
    /// The double.
    pub from: CustomerName,
    /// The one that stays.
    pub into: CustomerName,
    /// Revision of the double.
    pub from_revision: i64,
    /// Revision of the one that stays.
    pub into_revision: i64,
    /// Orders that go over.
    pub orders: i64,
    /// Of them: how many are not issued, so that the customer is asked again.
    pub unissued: i64,
    /// Open drafts that go over.
    pub drafts: i64,
    /// Contacts that go over.
    pub contacts: Vec<String>,
    /// Delivery addresses that go over.
    pub addresses: Vec<String>,
    /// What the one that stays lacks and takes over, as codes of its trail.
    pub gaps: Vec<&'static str>,
    /// The double is 直通 and the one that stays is not: nobody becomes that by a merge.
    pub direct_lane_stays_off: bool,
}

/// A merge: `from` into `into`.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergeCustomers {
    /// The double.
    pub from: i64,
    /// Its revision on the screen.
    pub from_revision: i64,
    /// The one that stays.
    pub into: i64,
    /// Its revision on the screen.
    pub into_revision: i64,
}

/// What a customer offers an order's form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CustomerOffers {
    /// Which customer.
    pub id: i64,
    /// 名称.
    pub name: String,
    /// Its contacts, the one asked first in front.
    pub contacts: Vec<ContactForm>,
    /// Its delivery addresses, the usual one in front.
    pub addresses: Vec<AddressForm>,
    /// Fields of the order that are proposed, by path.
    pub fields: BTreeMap<String, String>,
    /// Fields of the first drop that are proposed, by key.
    pub drop: BTreeMap<String, String>,
    /// Its payment terms; empty: none agreed.
    pub terms: Vec<TermForm>,
    /// The terms a new form begins with: where they stand untouched, the customer's own take their place.
    pub usual_terms: Vec<TermForm>,
}

impl From<&Contact> for ContactForm {
    fn from(contact: &Contact) -> Self {
        Self {
            id: contact.id,
            name: contact.name.clone(),
            phone: contact.phone.clone(),
            message: contact.message.clone(),
            purpose: contact.purpose.clone(),
            is_default: contact.is_default,
        }
    }
}

impl From<&Address> for AddressForm {
    fn from(address: &Address) -> Self {
        Self {
            id: address.id,
            address: address.address.clone(),
            receiver: address.receiver.clone(),
            phone: address.phone.clone(),
            note: address.note.clone(),
            is_default: address.is_default,
        }
    }
}

impl From<&Term> for TermForm {
    fn from(term: &Term) -> Self {
        Self {
            percent: term.percent.to_string(),
            due: term.due.code().to_owned(),
            days: term.days.map(|days| days.to_string()).unwrap_or_default(),
        }
    }
}

impl From<&CustomerRecord> for CustomerForm {
    fn from(record: &CustomerRecord) -> Self {
        Self {
            name: record.name.clone(),
            short_name: record.short_name.clone(),
            code: record.code.clone(),
            address: record.address.clone(),
            remark: record.remark.clone(),
            locality: record.locality.clone(),
            direct_lane: record.direct_lane,
            long_term: record.long_term,
            tolerance: record
                .tolerance
                .map(|share| share.to_string())
                .unwrap_or_default(),
            invoice_title: record.invoice_title.clone(),
            invoice_tax_no: record.invoice_tax_no.clone(),
            invoice_bank: record.invoice_bank.clone(),
            invoice_address: record.invoice_address.clone(),
            contacts: record.contacts.iter().map(ContactForm::from).collect(),
            addresses: record.addresses.iter().map(AddressForm::from).collect(),
            terms: record.terms.iter().map(TermForm::from).collect(),
        }
    }
}
