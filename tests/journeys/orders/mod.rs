//! A phone order: written down, given a number, read back, agreed to.

mod agreement;
mod bad_input;
mod customers;
mod doubles;
mod drafts;
mod lines;
mod listing;
mod material;
mod record_sheet;
mod registering;
mod repeating;
mod sale_papers;
pub mod searching;
mod verification;

use std::collections::BTreeMap;

use docket_core::customers::wire::{ChangeCustomer, CustomerForm, SaveCustomer};
use docket_core::orders::wire::{ConfirmationView, FormRow, OrderForm, RecordConfirmation};
use docket_core::orders::{OrderFacts, confirmation_view, order_facts};
use docket_core::{DeskError, Refuse as _};

use crate::support::TestDesk;

pub const CUSTOMER: &str = "深圳市彩源文化";

/// Enters the customer of these journeys, who has ordered here for years: what is asked of a new one (S-4.3.1A) has journeys of
/// its own.
pub async fn a_customer(house: &TestDesk) -> i64 {
    let customer = a_new_customer(house).await;
    house
        .desk
        .mark_established(&house.assistant, customer, 1, true)
        .await
        .expect("a customer of old");
    customer
}

/// Enters a customer the house has never worked for.
pub async fn a_new_customer(house: &TestDesk) -> i64 {
    let request = SaveCustomer {
        name: CUSTOMER.to_owned(),
        contact: "王琳".to_owned(),
        ..SaveCustomer::default()
    };
    house
        .desk
        .save_customer(&house.assistant, &request)
        .await
        .expect("a customer is entered")
        .value
}

fn record(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs
        .iter()
        .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
        .collect()
}

pub fn row(key: &str, pairs: &[(&str, &str)]) -> FormRow {
    FormRow {
        key: key.to_owned(),
        values: record(pairs),
    }
}

/// A case-bound album of two components as it is said on the phone; complete, so that the customer can agree to it.
pub fn a_phone_order() -> OrderForm {
    OrderForm {
        order: record(&[
            ("customer_id", CUSTOMER),
            ("channel", "电话"),
            ("sales_rep_id", "周敏"),
            ("order_date", "今天"),
            ("requested_date", "12-8"),
            ("unit_price", "43.2"),
            ("tax_rate", "13"),
            ("quality_standard", "公司标准"),
            ("rush", "1"),
        ]),
        product: record(&[
            ("name", "《岭南草木》精装画册"),
            ("type", "画册"),
            ("size", "210x285"),
            ("quantity", "2千"),
            ("unit", "册"),
            ("tolerance", "3%"),
            ("binding", "精装(方脊)"),
        ]),
        components: vec![
            row(
                "c1",
                &[
                    ("name", "封面"),
                    ("pages", "4"),
                    ("sides", "单面"),
                    ("bleed", "3"),
                    ("grade", "铜版纸"),
                    ("grammage", "157"),
                    ("colours", "4+0"),
                    ("spots_front", "PANTONE 871 C，专金"),
                    ("work_style", "单面印"),
                    ("press_size", "540x740"),
                ],
            ),
            row(
                "c2",
                &[
                    ("name", "灰板"),
                    ("grade", "灰板"),
                    ("caliper", "2.5mm"),
                    ("work_style", "不印刷"),
                ],
            ),
        ],
        finishing: vec![row(
            "f1",
            &[
                ("component", "封面"),
                ("process", "覆哑膜"),
                ("face", "正面"),
                ("made_by", "发外"),
            ],
        )],
        drops: vec![
            row(
                "d1",
                &[
                    ("date", "12-4"),
                    ("quantity", "500"),
                    ("address", "南山区科技园"),
                    ("freight_payer", "我方"),
                ],
            ),
            row(
                "d2",
                &[("date", "12-8"), ("quantity", "1500"), ("address", "自提")],
            ),
        ],
        instalments: vec![
            row("p1", &[("percent", "50"), ("due", "下单前")]),
            row("p2", &[("percent", "50"), ("due", "月结"), ("days", "30")]),
        ],
        services: Vec::new(),
    }
}

/// Changes the customer of an order, as it stands on the customer's page.
pub async fn change_its_customer(
    house: &TestDesk,
    order: i64,
    edit: impl FnOnce(&mut CustomerForm),
) {
    let id = facts(house, order).await.customer.id;
    let customer = house.desk.customer_page(id).await.expect("a customer");
    let mut form = customer.form;
    edit(&mut form);
    let request = ChangeCustomer {
        id: Some(id),
        revision: customer.revision,
        form,
    };
    house
        .desk
        .change_customer(&house.assistant, &request)
        .await
        .expect("the customer is saved");
}

/// Orders so many of it: the last drop brings what the others leave.
pub fn reorder(form: &mut OrderForm, quantity: i64) {
    form.product
        .insert("quantity".to_owned(), quantity.to_string());
    if let Some((last, others)) = form.drops.split_last_mut() {
        let brought: i64 = others
            .iter()
            .filter_map(|drop| drop.values["quantity"].replace(',', "").parse::<i64>().ok())
            .sum();
        last.values
            .insert("quantity".to_owned(), (quantity - brought).to_string());
    }
}

/// Has the finishing done in the house: its delivery is not tighter than the standard cycle then (S-4.3.1E).
pub fn in_time(form: &mut OrderForm) {
    for step in &mut form.finishing {
        step.values.insert("made_by".to_owned(), "本厂".to_owned());
    }
}

/// Registers a form and answers its id.
pub async fn registered(house: &TestDesk, form: &OrderForm) -> i64 {
    house
        .desk
        .register_order(&house.assistant, "new:1-1", form)
        .await
        .expect("the order is registered")
        .value
}

pub async fn facts(house: &TestDesk, id: i64) -> OrderFacts {
    order_facts(&mut house.desk.read().await.unwrap(), id)
        .await
        .expect("the order is there")
}

pub async fn confirmation(house: &TestDesk, id: i64) -> ConfirmationView {
    let facts = facts(house, id).await;
    confirmation_view(&mut house.desk.read().await.unwrap(), &facts)
        .await
        .unwrap()
}

/// Saves the order with one change.
pub async fn change(house: &TestDesk, id: i64, change: impl FnOnce(&mut OrderForm)) {
    let facts = facts(house, id).await;
    let mut form = facts.specification.to_form();
    change(&mut form);
    house
        .desk
        .save_order(&house.assistant, id, facts.revision, &form)
        .await
        .expect("the order is saved");
}

/// The customer's answer on WeChat to what stands on the order.
pub async fn answer(house: &TestDesk, id: i64, result: &str) -> RecordConfirmation {
    let facts = facts(house, id).await;
    RecordConfirmation {
        order_id: id,
        revision: facts.revision,
        hash: facts.specification.read_back_hash(),
        who: "王琳".to_owned(),
        at: String::new(),
        how: "phone".to_owned(),
        result: result.to_owned(),
        note: String::new(),
        evidence: Vec::new(),
        follows: false,
        // Who says yes on the phone is verified in the same breath.
        verified: if result == "agreed" {
            every_item()
        } else {
            Vec::new()
        },
    }
}

/// Everything that is verified of an order (F1-05a).
pub fn every_item() -> Vec<String> {
    ["identity", "specification", "price", "delivery"]
        .map(str::to_owned)
        .to_vec()
}

/// Code and field paths of a refusal.
pub fn refused<T: std::fmt::Debug>(answer: Result<T, DeskError>) -> (&'static str, Vec<String>) {
    let refusal = answer.expect_err("the desk refuses");
    assert!(refusal.is_refusal(), "a refusal, not a failure: {refusal}");
    (
        refusal.code(),
        refusal
            .fields()
            .into_iter()
            .map(|field| field.path)
            .collect(),
    )
}
