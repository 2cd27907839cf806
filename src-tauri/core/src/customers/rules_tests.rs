//! What may stand on a customer, and what a customer is, at the boundaries.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
use super::super::wire::{AddressForm, ContactForm, TermForm};
use super::*;

fn paths(form: &CustomerForm) -> Vec<(String, &'static str)> {
    understood(form)
        .unwrap_err()
        .into_iter()
        .map(|problem| (problem.path, problem.code))
        .collect()
}

fn named() -> CustomerForm {
    CustomerForm {
        name: "岭南社".to_owned(),
        ..CustomerForm::default()
    }
}

fn term(percent: &str, due: &str, days: &str) -> TermForm {
    TermForm {
        percent: percent.to_owned(),
        due: due.to_owned(),
        days: days.to_owned(),
    }
}

#[test]
fn clause_s_4_3_1a_the_standing_follows_the_orders_and_the_mark() {
    // orders, issued, marked, 新 ends after → standing
    let table = [
        (0, 0, false, 1, Standing::Potential),
        (1, 0, false, 1, Standing::New),
        (1, 1, false, 1, Standing::Established),
        (2, 1, false, 2, Standing::New),
        (2, 2, false, 2, Standing::Established),
        (0, 0, true, 1, Standing::Established),
        (5, 0, true, 9, Standing::Established),
    ];
    for (orders, issued, marked, after, wanted) in table {
        let facts = StandingFacts {
            orders,
            issued,
            marked,
        };
        assert_eq!(standing(&facts, after), wanted, "{facts:?} after {after}");
    }
}

#[test]
fn clause_f7_06_a_special_invoice_needs_four_facts() {
    let mut record = CustomerRecord::default();
    assert_eq!(
        missing_invoice_data(&record),
        [
            "invoice_title",
            "invoice_tax_no",
            "invoice_bank",
            "invoice_address"
        ]
    );
    record.invoice_title = "岭南社".to_owned();
    record.invoice_bank = "工行 6222".to_owned();
    assert_eq!(
        missing_invoice_data(&record),
        ["invoice_tax_no", "invoice_address"]
    );
}

#[test]
fn one_contact_is_asked_first_and_empty_rows_go() {
    let contact = |name: &str, is_default| ContactForm {
        name: name.to_owned(),
        is_default,
        ..ContactForm::default()
    };
    let mut form = named();
    form.contacts = vec![
        contact("", true),
        contact("王琳", false),
        contact("李伟", true),
        contact("张三", true),
    ];
    let record = understood(&form).unwrap();
    let flags: Vec<_> = record
        .contacts
        .iter()
        .map(|row| (row.name.as_str(), row.is_default))
        .collect();
    assert_eq!(flags, [("王琳", false), ("李伟", true), ("张三", false)]);
    form.contacts = vec![contact("王琳", false), contact("李伟", false)];
    assert_eq!(
        understood(&form).unwrap().first_contact().unwrap().name,
        "王琳"
    );
}

#[test]
fn fields_a_terms_make_a_whole_and_a_month_has_days() {
    let with = |terms: Vec<TermForm>| CustomerForm { terms, ..named() };
    let half = vec![
        term("50", "before_order", ""),
        term("50%", "before_shipping", ""),
    ];
    assert_eq!(understood(&with(half)).unwrap().terms.len(), 2);
    assert_eq!(
        paths(&with(vec![
            term("50", "before_order", ""),
            term("49.99", "on_delivery", "")
        ])),
        [("term:0.percent".to_owned(), "instalments_not_whole")]
    );
    assert_eq!(
        paths(&with(vec![term("100", "monthly", "")])),
        [("term:0.days".to_owned(), "field_needed")]
    );
    assert_eq!(
        understood(&with(vec![term("100", "monthly", "30"), term("", "", " ")]))
            .unwrap()
            .terms[0]
            .days,
        Some(30)
    );
    assert_eq!(
        paths(&with(vec![term("", "later", "")])),
        [
            ("term:0.percent".to_owned(), "field_needed"),
            ("term:0.due".to_owned(), "field_needed")
        ]
    );
}

#[test]
fn everything_wrong_is_named_at_once_where_it_stands() {
    let form = CustomerForm {
        tolerance: "很多".to_owned(),
        locality: "moon".to_owned(),
        addresses: vec![AddressForm {
            receiver: "王琳".to_owned(),
            ..AddressForm::default()
        }],
        contacts: vec![ContactForm {
            purpose: "财务".to_owned(),
            ..ContactForm::default()
        }],
        ..CustomerForm::default()
    };
    let found: Vec<String> = paths(&form).into_iter().map(|(path, _)| path).collect();
    assert_eq!(
        found,
        [
            "customer.name",
            "customer.locality",
            "customer.tolerance",
            "contact:0.name",
            "address:0.address"
        ]
    );
}

#[test]
fn a_change_is_told_as_it_read_before_and_reads_now() {
    let before = understood(&named()).unwrap();
    let mut form = named();
    form.tolerance = "3".to_owned();
    form.direct_lane = true;
    form.contacts = vec![ContactForm {
        name: "王琳".to_owned(),
        phone: "123".to_owned(),
        ..ContactForm::default()
    }];
    let after = understood(&form).unwrap();
    assert_eq!(
        after.changes_since(&before),
        [
            ("direct_lane", "— → ✓".to_owned()),
            ("tolerance", "— → 3%".to_owned()),
            ("contacts", "— → 王琳 123 ✓".to_owned())
        ]
    );
    assert_eq!(after.changes_since(&after), []);
}
