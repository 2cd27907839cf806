//! Four kinds of orders (F4): a presale that becomes customer orders, goods for the house's own stock, a sample order.

mod presale;
mod sample;
mod stock;

use docket_core::orders::wire::{OpenDraft, OrderForm};
use docket_core::orders::{ListFilter, OrderKind, PageFrom};

use crate::orders::{a_customer, a_phone_order, facts, refused, registered};
use crate::support::{TestDesk, on_both};

/// The book as an order of another kind.
pub fn of_kind(kind: &str, form: OrderForm) -> OrderForm {
    let mut form = form;
    form.order.insert("kind".to_owned(), kind.to_owned());
    form
}

/// Puts a text into a form.
pub fn put(form: &mut OrderForm, path: &str, text: &str) {
    let (level, key) = path.split_once('.').unwrap();
    let record = if level == "order" {
        &mut form.order
    } else {
        &mut form.product
    };
    record.insert(key.to_owned(), text.to_owned());
}

/// The draft of what an order becomes.
pub async fn conversion(house: &TestDesk, order: i64) -> OpenDraft {
    house
        .desk
        .convert_order(&house.assistant, order)
        .await
        .expect("it is converted")
        .value
}

#[test]
fn clause_f4_1_each_kind_has_its_own_numbers_and_is_listed_by_its_kind() {
    on_both(async |house| {
        a_customer(&house).await;
        house
            .desk
            .mark_regular(&house.actor("何静").await, "《岭南草木》精装画册")
            .await
            .unwrap();
        let mut stock = of_kind("of", a_phone_order());
        put(&mut stock, "order.estimator_id", "周敏");
        put(&mut stock, "order.estimate_basis", "去年旺季每月 800 册");
        let forms = [
            of_kind("os", a_phone_order()),
            of_kind("op", a_phone_order()),
            a_phone_order(),
            stock,
        ];
        let mut numbers = Vec::new();
        for form in &forms {
            let id = registered(&house, form).await;
            numbers.push(facts(&house, id).await.number);
        }
        assert_eq!(
            numbers,
            [
                "OS-2026-A000001",
                "OP-2026-A000001",
                "OD-2026-A000001",
                "OF-2026-A000001"
            ]
        );
        let listed = |kind| {
            house
                .desk
                .orders_page(ListFilter::All, kind, PageFrom::Newest, 9)
        };
        let all = listed(None).await.unwrap();
        assert_eq!(
            all.iter().map(|row| row.kind.as_str()).collect::<Vec<_>>(),
            ["of", "od", "op", "os"]
        );
        let presales = listed(Some(OrderKind::Presale)).await.unwrap();
        assert_eq!(presales.len(), 1);
        assert_eq!(presales[0].number, "OP-2026-A000001");
        assert_eq!(
            house
                .desk
                .orders_count(ListFilter::Open, Some(OrderKind::Stock))
                .await
                .unwrap(),
            1
        );
        let found = house.desk.find_orders("OP-2026").await.unwrap();
        assert_eq!(found.orders.len(), 1, "a presale is found by its number");
        let for_stock = house.desk.find_orders("OF-2026-A000001").await.unwrap();
        assert_eq!(
            for_stock.orders[0].row.customer, "",
            "what is made for stock has no customer and is found all the same"
        );
    });
}

#[test]
fn the_kind_is_chosen_in_the_draft_and_fixed_with_the_number() {
    on_both(async |house| {
        a_customer(&house).await;
        let id = registered(&house, &a_phone_order()).await;
        let facts = facts(&house, id).await;
        let form = of_kind("op", facts.specification.to_form());
        let answer = house
            .desk
            .save_order(&house.assistant, id, facts.revision, &form)
            .await;
        assert_eq!(
            refused(answer),
            ("kind_fixed", vec!["order.kind".to_owned()])
        );
    });
}

#[test]
fn a_repeated_order_is_of_the_same_kind_and_a_specification_is_taken_over_without_it() {
    on_both(async |house| {
        a_customer(&house).await;
        let presale = registered(&house, &of_kind("op", a_phone_order())).await;
        let draft = house
            .desk
            .repeat_order(&house.assistant, presale)
            .await
            .unwrap()
            .value;
        assert_eq!(draft.form.order["kind"], "op");
        let fresh = house.desk.new_draft(&house.assistant).await.unwrap().value;
        let filled = house
            .desk
            .take_over_order(&house.assistant, &fresh.key, &fresh.form, Some(presale))
            .await
            .unwrap()
            .value;
        assert_eq!(filled.form.order["kind"], "od");
        assert_eq!(filled.form.product["name"], "《岭南草木》精装画册");
    });
}
