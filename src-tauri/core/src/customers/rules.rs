//! What a customer is to the house, and what may stand on one.

use std::collections::BTreeSet;

use super::record::{Address, Contact, CustomerRecord, Due, Term};
use super::wire::CustomerForm;
use crate::measures::Percent;
use crate::orders::FieldProblem;
use crate::typed::{self, LONGEST_NAME, NotUnderstood, clean_lines, clean_text};

/// Characters of a remark.
const LONGEST_REMARK: usize = 2_000;
/// Contacts, addresses or instalments of one customer at most.
const MOST_ROWS: usize = 50;
/// The longest account term in days.
const LONGEST_TERM: i64 = 720;

/// What a customer is to the house (S-4.3.1A).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// 潜在: has not ordered.
    Potential,
    /// 新: has ordered, and too few of the orders were issued.
    New,
    /// 老.
    Established,
}

impl Standing {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Potential => "potential",
            Self::New => "new",
            Self::Established => "established",
        }
    }
}

/// How a customer was marked 老客户.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// Who.
    pub by: String,
    /// When (UTC).
    pub at: String,
    /// `setting` or `import`.
    pub how: String,
}

/// What decides the standing of a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StandingFacts {
    /// Orders registered.
    pub orders: i64,
    /// Orders whose task sheet was issued.
    pub issued: i64,
    /// Whether somebody marked it 老客户.
    pub marked: bool,
}

/// Decides what a customer is: 新 ends with the `after`-th issued order, or when somebody marked it 老客户 (S-4.3.1A).
#[must_use]
pub const fn standing(facts: &StandingFacts, after: i64) -> Standing {
    if facts.marked || facts.issued >= after {
        Standing::Established
    } else if facts.orders > 0 {
        Standing::New
    } else {
        Standing::Potential
    }
}

/// What 增值税专用发票 needs and the customer lacks, as codes of the fields (F7-06).
#[must_use]
pub fn missing_invoice_data(record: &CustomerRecord) -> Vec<&'static str> {
    [
        ("invoice_title", &record.invoice_title),
        ("invoice_tax_no", &record.invoice_tax_no),
        ("invoice_bank", &record.invoice_bank),
        ("invoice_address", &record.invoice_address),
    ]
    .into_iter()
    .filter(|(_, text)| text.is_empty())
    .map(|(code, _)| code)
    .collect()
}

/// Understands what was typed on a customer; everything that is wrong is named at once.
///
/// # Errors
/// With each field that is not as it must be.
pub(crate) fn understood(form: &CustomerForm) -> Result<CustomerRecord, Vec<FieldProblem>> {
    let mut reader = Reader::default();
    let record = CustomerRecord {
        name: reader.needed("customer.name", &form.name),
        short_name: reader.line("customer.shortName", &form.short_name),
        code: reader.line("customer.code", &form.code),
        address: reader.line("customer.address", &form.address),
        remark: reader.lines("customer.remark", &form.remark),
        locality: reader.one_of(
            "customer.locality",
            &form.locality,
            &["local", "out_of_town"],
        ),
        direct_lane: form.direct_lane,
        long_term: form.long_term,
        tolerance: reader.share("customer.tolerance", &form.tolerance),
        invoice_title: reader.line("customer.invoiceTitle", &form.invoice_title),
        invoice_tax_no: reader
            .line("customer.invoiceTaxNo", &form.invoice_tax_no)
            .replace(' ', "")
            .to_uppercase(),
        invoice_bank: reader.line("customer.invoiceBank", &form.invoice_bank),
        invoice_address: reader.line("customer.invoiceAddress", &form.invoice_address),
        contacts: reader.contacts(form),
        addresses: reader.addresses(form),
        terms: reader.terms(form),
    };
    if reader.problems.is_empty() {
        Ok(record)
    } else {
        Err(reader.problems)
    }
}

/// The contact asked first, as it is typed in a call; none where both texts are empty.
///
/// # Errors
/// With the texts that cannot be kept.
pub(super) fn contact_line(name: &str, phone: &str) -> Result<Option<Contact>, Vec<FieldProblem>> {
    let mut reader = Reader::default();
    let contact = Contact {
        name: reader.line("customer.contact", name),
        phone: reader.line("customer.phone", phone),
        is_default: true,
        ..Contact::default()
    };
    if !reader.problems.is_empty() {
        return Err(reader.problems);
    }
    let says = !contact.name.is_empty() || !contact.phone.is_empty();
    Ok(says.then_some(contact))
}

#[derive(Default)]
struct Reader {
    problems: Vec<FieldProblem>,
}

impl Reader {
    fn report(&mut self, path: &str, problem: &NotUnderstood) {
        self.problems.push(FieldProblem {
            path: path.to_owned(),
            code: problem.code(),
            params: problem.params(),
        });
    }

    fn line(&mut self, path: &str, text: &str) -> String {
        match clean_text(text, LONGEST_NAME) {
            Ok(text) => text,
            Err(NotUnderstood::Empty) => String::new(),
            Err(problem) => {
                self.report(path, &problem);
                String::new()
            }
        }
    }

    fn needed(&mut self, path: &str, text: &str) -> String {
        let before = self.problems.len();
        let line = self.line(path, text);
        if line.is_empty() && self.problems.len() == before {
            self.problems.push(FieldProblem::needed(path));
        }
        line
    }

    fn lines(&mut self, path: &str, text: &str) -> String {
        match clean_lines(text, LONGEST_REMARK) {
            Ok(text) => text,
            Err(NotUnderstood::Empty) => String::new(),
            Err(problem) => {
                self.report(path, &problem);
                String::new()
            }
        }
    }

    fn one_of(&mut self, path: &str, text: &str, codes: &[&str]) -> String {
        if !text.is_empty() && !codes.contains(&text) {
            self.problems.push(FieldProblem {
                path: path.to_owned(),
                code: "unknown_answer",
                params: [("value", text.to_owned())].into(),
            });
        }
        text.to_owned()
    }

    fn share(&mut self, path: &str, text: &str) -> Option<Percent> {
        match typed::percent(text) {
            Ok(share) => Some(share),
            Err(NotUnderstood::Empty) => None,
            Err(problem) => {
                self.report(path, &problem);
                None
            }
        }
    }

    fn few(&mut self, path: &str, count: usize) {
        if count > MOST_ROWS {
            let problem = NotUnderstood::TooMany {
                count,
                most: MOST_ROWS,
            };
            self.report(path, &problem);
        }
    }

    /// The contacts that say something. Where none is the default, the first is; where several are, the first of them.
    fn contacts(&mut self, form: &CustomerForm) -> Vec<Contact> {
        self.few("contacts", form.contacts.len());
        let mut contacts = Vec::new();
        for (place, row) in form.contacts.iter().enumerate().take(MOST_ROWS) {
            let path = |key: &str| format!("contact:{place}.{key}");
            let contact = Contact {
                id: row.id,
                name: self.line(&path("name"), &row.name),
                phone: self.line(&path("phone"), &row.phone),
                message: self.line(&path("message"), &row.message),
                purpose: self.line(&path("purpose"), &row.purpose),
                is_default: row.is_default,
            };
            if contact.name.is_empty() && contact.phone.is_empty() && contact.message.is_empty() {
                if !contact.purpose.is_empty() {
                    self.problems.push(FieldProblem::needed(path("name")));
                }
                continue;
            }
            contacts.push(contact);
        }
        one_default(&mut contacts, |contact| &mut contact.is_default);
        contacts
    }

    fn addresses(&mut self, form: &CustomerForm) -> Vec<Address> {
        self.few("addresses", form.addresses.len());
        let mut addresses = Vec::new();
        for (place, row) in form.addresses.iter().enumerate().take(MOST_ROWS) {
            let path = |key: &str| format!("address:{place}.{key}");
            let address = Address {
                id: row.id,
                address: self.line(&path("address"), &row.address),
                receiver: self.line(&path("receiver"), &row.receiver),
                phone: self.line(&path("phone"), &row.phone),
                note: self.line(&path("note"), &row.note),
                is_default: row.is_default,
            };
            if address.address.is_empty() {
                let rest = [&address.receiver, &address.phone, &address.note];
                if rest.iter().any(|text| !text.is_empty()) {
                    self.problems.push(FieldProblem::needed(path("address")));
                }
                continue;
            }
            addresses.push(address);
        }
        one_default(&mut addresses, |address| &mut address.is_default);
        addresses
    }

    fn terms(&mut self, form: &CustomerForm) -> Vec<Term> {
        self.few("terms", form.terms.len());
        let before = self.problems.len();
        let mut terms = Vec::new();
        for (place, row) in form.terms.iter().enumerate().take(MOST_ROWS) {
            let path = |key: &str| format!("term:{place}.{key}");
            let blank = [&row.percent, &row.due, &row.days];
            if blank.iter().all(|text| text.trim().is_empty()) {
                continue;
            }
            let percent = self.share(&path("percent"), &row.percent);
            let due = Due::from_code(&row.due);
            if row.percent.trim().is_empty() || percent == Some(Percent(0)) {
                self.problems.push(FieldProblem::needed(path("percent")));
            }
            if due.is_none() {
                self.problems.push(FieldProblem::needed(path("due")));
            }
            let days = match (due, typed::integer(&row.days, 0, LONGEST_TERM)) {
                (Some(Due::Monthly), Ok(days)) => Some(days),
                (Some(Due::Monthly), Err(NotUnderstood::Empty)) => {
                    self.problems.push(FieldProblem::needed(path("days")));
                    None
                }
                (Some(Due::Monthly), Err(problem)) => {
                    self.report(&path("days"), &problem);
                    None
                }
                _ => None,
            };
            if let (Some(percent), Some(due)) = (percent, due) {
                terms.push(Term { percent, due, days });
            }
        }
        let total: i64 = terms.iter().map(|term| term.percent.0).sum();
        if self.problems.len() == before && !terms.is_empty() && total != Percent::WHOLE.0 {
            self.problems.push(FieldProblem {
                path: "term:0.percent".to_owned(),
                code: "instalments_not_whole",
                params: [("total", Percent(total).to_string())].into(),
            });
        }
        terms
    }
}

/// Leaves one default: the first that is one, else the first row.
pub(super) fn one_default<R>(rows: &mut [R], flag: impl Fn(&mut R) -> &mut bool) {
    let mut found = false;
    for row in rows.iter_mut() {
        let is_default = flag(row);
        *is_default &= !found;
        found |= *is_default;
    }
    if let (false, Some(first)) = (found, rows.first_mut()) {
        *flag(first) = true;
    }
}

/// What moves when `from` is merged into a customer that has `there` already: rows that say the same are left behind.
pub(super) fn moved<'a, R>(
    from: &'a [R],
    there: &[R],
    says: impl Fn(&R) -> Vec<String>,
) -> Vec<&'a R> {
    let known: BTreeSet<Vec<String>> = there.iter().map(&says).collect();
    from.iter()
        .filter(|row| !known.contains(&says(row)))
        .collect()
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
