//! What keeps a paper back, and what makes it outdated.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::collections::BTreeMap;

use super::*;
use crate::calendar::BusinessDay;
use crate::customers::Contact;
use crate::orders::Value;
use crate::orders::wire::{FormRow, OrderForm};
use crate::settings::HouseRules;

fn record(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs
        .iter()
        .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
        .collect()
}

/// Everything a confirmation needs.
fn complete() -> OrderForm {
    OrderForm {
        order: record(&[
            ("customer_id", "彩源"),
            ("requested_date", "2026-12-08"),
            ("unit_price", "43.2"),
        ]),
        product: record(&[("name", "画册"), ("quantity", "2000")]),
        instalments: vec![FormRow {
            key: "p1".to_owned(),
            values: record(&[("percent", "100"), ("due", "发货前")]),
        }],
        ..OrderForm::default()
    }
}

fn understood(form: &OrderForm) -> Specification {
    let today = BusinessDay("2026-11-24".parse().expect("a day"));
    Specification::understand(form, today, &HouseRules::default()).0
}

fn missing(kind: PaperKind, form: &OrderForm) -> Vec<String> {
    let fields = missing_on(kind, &understood(form), &CustomerRecord::default());
    fields.into_iter().map(|field| field.path).collect()
}

#[test]
fn clause_f1_06_a_confirmation_names_every_one_of_the_five_facts_that_is_empty() {
    use PaperKind::{Confirmation, Quote};
    assert!(missing(Confirmation, &complete()).is_empty());
    let all = OrderForm {
        order: record(&[("customer_id", "彩源")]),
        product: record(&[("name", "画册")]),
        ..OrderForm::default()
    };
    assert_eq!(
        missing(Confirmation, &all),
        [
            "product.quantity",
            "order.unit_price",
            "order.requested_date",
            "instalment"
        ],
        "the number is there from 登记"
    );
    assert_eq!(
        missing(Quote, &all),
        ["product.quantity", "order.unit_price"],
        "a quote says what costs how much"
    );
    // One at a time.
    let mut form = complete();
    form.order.remove("requested_date");
    assert_eq!(missing(Confirmation, &form), ["order.requested_date"]);
    form.order
        .insert("confirmed_date".to_owned(), "2026-12-10".to_owned());
    assert!(
        missing(Confirmation, &form).is_empty(),
        "what was promised is a date too"
    );
    let mut form = complete();
    form.instalments[0].values.remove("due");
    assert_eq!(missing(Confirmation, &form), ["instalment:p1.due"]);
    let mut form = complete();
    form.instalments[0]
        .values
        .insert("percent".to_owned(), "99.99".to_owned());
    assert_eq!(
        missing(Confirmation, &form),
        ["instalment:p1.percent"],
        "terms that are not the whole are none"
    );
}

#[test]
fn clause_f7_06_a_special_invoice_is_confirmed_with_all_four_facts_of_whom_to_bill() {
    let whole = CustomerRecord {
        invoice_title: "彩源文化传播".to_owned(),
        invoice_tax_no: "91440300MA5TEST00X".to_owned(),
        invoice_bank: "建行南山支行 4420 1588".to_owned(),
        invoice_address: "南山区科技园南路 18 号 0755-8888 0000".to_owned(),
        ..CustomerRecord::default()
    };
    let bankless = CustomerRecord {
        invoice_bank: String::new(),
        ..whole.clone()
    };
    let of = |kind, invoice: &str, customer: &CustomerRecord| {
        let mut form = complete();
        form.order
            .insert("invoice_type".to_owned(), invoice.to_owned());
        let fields = missing_on(kind, &understood(&form), customer);
        let told = fields
            .into_iter()
            .map(|field| (field.path, field.code, field.params["fields"].clone()));
        told.collect::<Vec<_>>()
    };
    let lacking = |fields: &str| {
        vec![(
            INVOICE_TYPE.to_owned(),
            "invoice_data_missing",
            fields.to_owned(),
        )]
    };
    let confirmed = PaperKind::Confirmation;
    assert_eq!(
        of(confirmed, "增值税专用发票", &bankless),
        lacking("invoice_bank"),
        "one is missing"
    );
    assert_eq!(
        of(confirmed, "增值税专用发票", &CustomerRecord::default()),
        lacking("invoice_title,invoice_tax_no,invoice_bank,invoice_address")
    );
    assert!(of(confirmed, "增值税专用发票", &whole).is_empty());
    assert!(of(confirmed, "普票", &bankless).is_empty());
    assert!(of(confirmed, "不开票", &bankless).is_empty());
    assert!(
        of(PaperKind::Quote, "增值税专用发票", &bankless).is_empty(),
        "a quote bills nobody"
    );
}

#[test]
fn clause_f4_3a_samples_and_presales_may_leave_price_and_quantity_open() {
    let nobody = CustomerRecord::default();
    for (kind, open) in [("os", true), ("op", true), ("od", false), ("of", false)] {
        let mut specification = understood(&complete());
        specification.order.insert("kind", Value::Choice(kind));
        specification.order.remove("unit_price");
        specification.product.remove("quantity");
        let fields = missing_on(PaperKind::Confirmation, &specification, &nobody);
        assert_eq!(fields.is_empty(), open, "{kind}");
        specification.instalments.clear();
        let fields = missing_on(PaperKind::Confirmation, &specification, &nobody);
        assert!(
            fields.iter().any(|field| field.path == "instalment"),
            "payment and date are never open ({kind})"
        );
    }
}

#[test]
fn clause_f5_2_a_paper_is_outdated_by_what_it_says_alone() {
    let customer = CustomerRecord {
        name: "彩源".to_owned(),
        contacts: vec![Contact {
            name: "王琳".to_owned(),
            is_default: true,
            ..Contact::default()
        }],
        ..CustomerRecord::default()
    };
    let base = content_hash(&understood(&complete()), &customer);
    let of_form = |change: &dyn Fn(&mut OrderForm)| {
        let mut form = complete();
        change(&mut form);
        content_hash(&understood(&form), &customer)
    };
    let of_customer = |change: &dyn Fn(&mut CustomerRecord)| {
        let mut customer = customer.clone();
        change(&mut customer);
        content_hash(&understood(&complete()), &customer)
    };
    let put = |form: &mut OrderForm, key: &str, text: &str| {
        form.order.insert(key.to_owned(), text.to_owned());
    };
    for (what, hash, outdated) in [
        (
            "price",
            of_form(&|form| put(form, "unit_price", "43.21")),
            true,
        ),
        (
            "what was promised",
            of_form(&|form| put(form, "confirmed_date", "2026-12-10")),
            true,
        ),
        (
            "a service",
            of_form(&|form| {
                form.services.push(FormRow {
                    key: "s1".to_owned(),
                    values: record(&[("name", "设计费"), ("amount", "800")]),
                });
            }),
            true,
        ),
        (
            "the tax number",
            of_customer(&|it| it.invoice_tax_no = "91440300".to_owned()),
            true,
        ),
        (
            "the address",
            of_customer(&|it| it.address = "南山".to_owned()),
            true,
        ),
        (
            "who looks after it",
            of_form(&|form| put(form, "sales_rep_id", "周敏")),
            false,
        ),
        (
            "the house's own remark on a customer",
            of_customer(&|it| it.remark = "老板姓王".to_owned()),
            false,
        ),
    ] {
        assert_eq!(hash != base, outdated, "{what}");
    }
}
