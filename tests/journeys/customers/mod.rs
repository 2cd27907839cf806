//! Customers whole: contacts, addresses, terms, invoice data, standing, doubles, and what they offer an order.

mod merging;
mod offers;

use docket_core::customers::wire::{
    AddressForm, ChangeCustomer, ContactForm, CustomerForm, CustomerPage, SaveCustomer, TermForm,
};

use crate::orders::{CUSTOMER, a_new_customer, a_phone_order, facts, refused, registered};
use crate::support::{TestDesk, on_both};
use crate::task_sheets::an_issued_book;

pub fn contact(name: &str, phone: &str, is_default: bool) -> ContactForm {
    ContactForm {
        name: name.to_owned(),
        phone: phone.to_owned(),
        is_default,
        ..ContactForm::default()
    }
}

pub fn address(address: &str, receiver: &str, is_default: bool) -> AddressForm {
    AddressForm {
        address: address.to_owned(),
        receiver: receiver.to_owned(),
        is_default,
        ..AddressForm::default()
    }
}

/// 月结 30 天.
pub fn monthly() -> TermForm {
    TermForm {
        percent: "100".to_owned(),
        due: "monthly".to_owned(),
        days: "30".to_owned(),
    }
}

pub async fn page(house: &TestDesk, id: i64) -> CustomerPage {
    house.desk.customer_page(id).await.expect("a page")
}

/// Saves a customer's page with one change.
pub async fn change(
    house: &TestDesk,
    id: i64,
    change: impl FnOnce(&mut CustomerForm),
) -> CustomerPage {
    let CustomerPage {
        revision, mut form, ..
    } = page(house, id).await;
    change(&mut form);
    let request = ChangeCustomer {
        id: Some(id),
        revision,
        form,
    };
    house
        .desk
        .change_customer(&house.assistant, &request)
        .await
        .expect("the customer is saved");
    page(house, id).await
}

#[test]
fn clause_f7_06_a_customer_keeps_contacts_addresses_terms_and_invoice_data() {
    on_both(async |house| {
        let id = a_new_customer(&house).await;
        let saved = change(&house, id, |form| {
            form.contacts.push(contact("李伟", "139", true));
            form.contacts[0].is_default = false;
            form.addresses = vec![
                address("科技园南路 18 号", "仓库", false),
                address("前海 2 号", "王琳", true),
            ];
            form.terms = vec![monthly()];
            form.tolerance = "3".to_owned();
            form.invoice_tax_no = "9144 0300 ma5f".to_owned();
            form.locality = "out_of_town".to_owned();
            form.direct_lane = true;
        })
        .await;
        let form = &saved.form;
        assert_eq!(
            form.contacts
                .iter()
                .map(|row| (row.name.as_str(), row.is_default))
                .collect::<Vec<_>>(),
            [("王琳", false), ("李伟", true)]
        );
        assert_eq!(
            form.addresses
                .iter()
                .map(|row| row.is_default)
                .collect::<Vec<_>>(),
            [false, true]
        );
        assert_eq!(
            (form.terms[0].percent.as_str(), form.terms[0].days.as_str()),
            ("100%", "30")
        );
        assert_eq!(
            (form.tolerance.as_str(), form.invoice_tax_no.as_str()),
            ("3%", "91440300MA5F")
        );
        assert_eq!(
            (form.locality.as_str(), form.direct_lane),
            ("out_of_town", true)
        );
        assert_eq!(
            saved.invoice_missing,
            ["invoice_title", "invoice_bank", "invoice_address"]
        );
        let listed = house.desk.customers("").await.unwrap();
        assert_eq!(
            (listed[0].contact.as_str(), listed[0].phone.as_str()),
            ("李伟", "139"),
            "the list shows the one asked first"
        );
        // Another default, one row less: the others keep their rows.
        let kept = form.contacts[0].id;
        let fewer = change(&house, id, |form| {
            form.contacts.pop();
            form.addresses.swap(0, 1);
            form.addresses[0].is_default = false;
            form.addresses[1].is_default = true;
            form.terms.clear();
        })
        .await;
        assert_eq!(
            fewer
                .form
                .contacts
                .iter()
                .map(|row| (row.id, row.is_default))
                .collect::<Vec<_>>(),
            [(kept, true)]
        );
        assert_eq!(
            fewer
                .form
                .addresses
                .iter()
                .map(|row| (row.address.as_str(), row.is_default))
                .collect::<Vec<_>>(),
            [("前海 2 号", false), ("科技园南路 18 号", true)]
        );
        assert!(fewer.form.terms.is_empty());
        let told = &fewer.trail[1].params;
        assert_eq!(told["tolerance"], "— → 3%");
        assert_eq!(told["contacts"], "王琳 ✓ → 王琳；李伟 139 ✓");
        assert_eq!(house.desk.check_trail().await.unwrap(), None);
    });
}

#[test]
fn a_customer_has_a_code_of_its_own_typed_or_from_the_series() {
    on_both(async |house| {
        let first = a_new_customer(&house).await;
        assert_eq!(page(&house, first).await.form.code, "K-A0001");
        let typed = |name: &str, code: &str| ChangeCustomer {
            id: None,
            revision: 0,
            form: CustomerForm {
                name: name.to_owned(),
                code: code.to_owned(),
                ..CustomerForm::default()
            },
        };
        house
            .desk
            .change_customer(&house.assistant, &typed("岭南社", "K-A0002"))
            .await
            .unwrap();
        let taken = house
            .desk
            .change_customer(&house.assistant, &typed("又一家", "K-A0001"))
            .await;
        assert_eq!(
            refused(taken),
            ("customer_code_taken", vec!["customer.code".to_owned()])
        );
        // K-A0002 was typed by hand: the series steps over it.
        let next = house
            .desk
            .change_customer(&house.assistant, &typed("又一家", ""))
            .await
            .unwrap()
            .value;
        assert_eq!(page(&house, next).await.form.code, "K-A0003");
        assert_eq!(
            house.desk.customers("k-a0003").await.unwrap()[0].name,
            "又一家"
        );
    });
}

#[test]
fn everything_wrong_on_a_page_is_named_where_it_stands_and_nothing_is_saved() {
    on_both(async |house| {
        let id = a_new_customer(&house).await;
        let mut form = page(&house, id).await.form;
        form.tolerance = "很多".to_owned();
        form.terms = vec![TermForm {
            percent: "90".to_owned(),
            ..monthly()
        }];
        form.addresses = vec![address("", "仓库", true)];
        let request = ChangeCustomer {
            id: Some(id),
            revision: 1,
            form,
        };
        let wrong = house.desk.change_customer(&house.assistant, &request).await;
        assert_eq!(
            refused(wrong),
            (
                "fields_not_understood",
                vec![
                    "customer.tolerance".to_owned(),
                    "address:0.address".to_owned(),
                    "term:0.percent".to_owned()
                ]
            )
        );
        assert_eq!(page(&house, id).await.revision, 1);
        let stale = ChangeCustomer {
            revision: 9,
            form: page(&house, id).await.form,
            ..request
        };
        assert_eq!(
            refused(house.desk.change_customer(&house.assistant, &stale).await).0,
            "changed_meanwhile"
        );
    });
}

#[test]
fn clause_s_4_3_1a_the_standing_follows_the_orders_and_the_mark_keeps_who_and_when() {
    on_both(async |house| {
        let id = a_new_customer(&house).await;
        assert_eq!(page(&house, id).await.standing.code, "potential");
        let marked = house
            .desk
            .mark_established(&house.assistant, id, 1, true)
            .await
            .unwrap()
            .value;
        let standing = page(&house, marked).await.standing;
        let mark = standing.marked.as_ref().expect("a mark");
        assert_eq!(
            (
                standing.code,
                mark.by.as_str(),
                mark.at.as_str(),
                mark.how.as_str()
            ),
            ("established", "林晓梅", "2026-11-24T01:12:00Z", "setting")
        );
        let stale = house
            .desk
            .mark_established(&house.assistant, id, 1, false)
            .await;
        assert_eq!(refused(stale).0, "changed_meanwhile");
        house
            .desk
            .mark_established(&house.assistant, id, 2, false)
            .await
            .unwrap();
        assert_eq!(page(&house, id).await.standing.code, "potential");
        registered(&house, &a_phone_order()).await;
        let standing = page(&house, id).await.standing;
        assert_eq!(
            (standing.code, standing.orders, standing.issued),
            ("new", 1, 0)
        );
        assert_eq!(house.desk.customers("").await.unwrap()[0].standing, "new");
    });
}

#[test]
fn clause_s_4_3_1a_an_issued_order_makes_the_customer_an_old_one() {
    on_both(async |house| {
        an_issued_book(&house).await;
        let id = house.desk.customers(CUSTOMER).await.unwrap()[0].id;
        let page = page(&house, id).await;
        assert_eq!(
            (
                page.standing.code,
                page.standing.orders,
                page.standing.issued
            ),
            ("established", 1, 1)
        );
        assert_eq!(
            page.orders
                .iter()
                .map(|row| row.number.as_str())
                .collect::<Vec<_>>(),
            ["OD-2026-A000001"]
        );
    });
}

#[test]
fn a_customer_entered_in_a_call_has_its_first_contact_and_delivery_address() {
    on_both(async |house| {
        let request = SaveCustomer {
            name: "岭南社".to_owned(),
            contact: "李伟".to_owned(),
            phone: "020".to_owned(),
            address: "体育东路 66 号".to_owned(),
            ..SaveCustomer::default()
        };
        let id = house
            .desk
            .save_customer(&house.assistant, &request)
            .await
            .unwrap()
            .value;
        let form = page(&house, id).await.form;
        assert_eq!(
            (
                form.contacts[0].name.as_str(),
                form.contacts[0].phone.as_str()
            ),
            ("李伟", "020")
        );
        assert_eq!(
            (
                form.addresses[0].address.as_str(),
                form.addresses[0].receiver.as_str()
            ),
            ("体育东路 66 号", "李伟")
        );
        // The few fields of the call change the contact asked first, and leave the rest alone.
        change(&house, id, |form| {
            form.contacts.push(contact("陈", "1", false))
        })
        .await;
        let again = SaveCustomer {
            id: Some(id),
            revision: 2,
            phone: "021".to_owned(),
            ..request
        };
        house
            .desk
            .save_customer(&house.assistant, &again)
            .await
            .unwrap();
        let form = page(&house, id).await.form;
        assert_eq!(
            form.contacts
                .iter()
                .map(|row| row.phone.as_str())
                .collect::<Vec<_>>(),
            ["021", "1"]
        );
        assert_eq!(form.addresses.len(), 1);
    });
}

#[test]
fn ten_thousand_customers_are_listed_and_searched() {
    on_both(async |house| {
        let mut table = String::from("客户名称\t联系人\n");
        for number in 0..10_000 {
            table.push_str(&format!("客户{number:05}有限公司\t联系{number:05}\n"));
        }
        let request = docket_core::imports::wire::ImportTable {
            kind: "customers".to_owned(),
            text: table,
            ..Default::default()
        };
        house
            .desk
            .import_table(&house.assistant, &request)
            .await
            .expect("a long table");
        assert_eq!(house.desk.customers("").await.unwrap().len(), 10_000);
        assert_eq!(house.desk.customers("联系09999").await.unwrap().len(), 1);
        assert_eq!(house.desk.customer_choices("").await.unwrap().len(), 50);
    });
}

#[test]
fn clause_f7_06_a_special_invoice_names_what_the_customer_lacks_beside_its_type() {
    on_both(async |house| {
        let id = a_new_customer(&house).await;
        let mut form = a_phone_order();
        let missing = async |form: &docket_core::orders::OrderForm| {
            let warnings = house.desk.reckon(form).await.unwrap().warnings;
            warnings
                .into_iter()
                .find(|warning| warning.code == "invoice_data_missing")
                .map(|warning| (warning.path, warning.params["fields"].clone()))
        };
        assert_eq!(
            missing(&form).await,
            None,
            "nothing is asked while no special invoice is chosen"
        );
        form.order
            .insert("invoice_type".to_owned(), "普票".to_owned());
        assert_eq!(missing(&form).await, None);
        form.order
            .insert("invoice_type".to_owned(), "增值税专用发票".to_owned());
        assert_eq!(
            missing(&form).await,
            Some((
                "order.invoice_type".to_owned(),
                "invoice_title,invoice_tax_no,invoice_bank,invoice_address".to_owned()
            ))
        );
        change(&house, id, |form| {
            for text in [
                &mut form.invoice_title,
                &mut form.invoice_tax_no,
                &mut form.invoice_bank,
                &mut form.invoice_address,
            ] {
                *text = "有".to_owned();
            }
        })
        .await;
        assert_eq!(missing(&form).await, None);
        assert_eq!(
            facts(&house, registered(&house, &form).await)
                .await
                .customer
                .code,
            "K-A0001"
        );
    });
}
